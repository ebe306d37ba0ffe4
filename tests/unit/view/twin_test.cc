// A twin has the same public content, and nothing else in common.
#include "generator/view/twin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>

#include "generator/view/make_view.h"
#include "tests/support/content_folder.h"
#include "tests/support/print_view.h"

namespace debrief {
namespace {

KnowledgeBase knowledge_base(std::string_view files) {
  Diagnostics diagnostics;
  KnowledgeBase kb = read_knowledge_base(content_folder(files), 1, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return kb;
}

std::string public_text(const KnowledgeBase& kb) {
  Diagnostics diagnostics;
  return print_view(public_view(kb, {}, diagnostics));
}

std::string internal_text(const KnowledgeBase& kb) {
  Diagnostics diagnostics;
  return print_view(internal_view(kb, {}, diagnostics));
}

constexpr std::string_view kPeople = R"(-- people.yaml --
- {handle: noor1, name: Noor Haddad, role: the on-call engineer}
- {handle: noor2, name: Noor Lind, role: a database engineer}
- {handle: mark, name: Mark Oduya, role: a developer}
- {handle: oda, name: Øystein Dahl, role: a developer}
-- redactions.yaml --
- {term: Initech, replace: a large retailer}
- {term: Globex, replace: a large retailer}
- {pattern: 'OPS-\d+', replace: an internal ticket}
)";

std::string incident(std::string_view text) {
  return std::string(kPeople) +
         "-- incidents/a.md --\n---\ntitle: A\nstatus: published\nvisibility: public\n"
         "started: 2026-01-01\n---\n\n## Summary\n\n" +
         std::string(text);
}

// Each of these once made a twin that the public could tell apart, or easily could.
TEST(Twin, LooksTheSameToThePublic) {
  const std::string_view texts[] = {
      "Noor called Mark. Please mark it.\n",  // a shared first name; a name that is a word
      "Øystein and NH, NL and MO met at Initech's.\n",  // initials
      "**Ini**tech and `Globex` wrote OPS-12 and globex.\n",
      "See [Noor Lind](https://wiki.acme.internal/noor \"Mark Oduya\").\n",
      "- <https://issues.acme.example/browse/OPS-17> => Remove it\n",
      "<!-- internal -->One.<!-- /internal --> Two <!-- internal: x -->three<!-- /internal --> "
      "four.\n",
      "- a\n<!-- internal -->\n\n- b\n\n<!-- /internal -->\n- c\n",
      "| a | b |\n|---|---|\n| Noor Haddad | <!-- internal -->x<!-- /internal --> |\n",
      "A.[^1]\n\n[^1]: Mark <!-- internal -->hid<!-- /internal --> it.\n",
      "### Detection\n\nHidden.\n\n## Appendix\n\nHidden.\n\n## Unknown\n\nHidden.\n",
      "Text\n\n## Impact <!-- internal -->\n\nHidden.\n",
  };
  for (const std::string_view text : texts) {
    const KnowledgeBase kb = knowledge_base(incident(text));
    const std::string original = public_text(kb);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      ASSERT_EQ(public_text(make_twin(kb, {}, seed)), original) << text << "seed " << seed;
    }
  }
}

// Somebody approved what is public, and it may have had to wait; what has to wait is not public.
TEST(Twin, IsApprovedByOthersAndHadToWaitForOtherDays) {
  const KnowledgeBase kb = knowledge_base(
      std::string(kPeople) +
      "-- debrief.yaml --\ntitle: A\nviews: {public: {approval: required}}\n"
      "-- incidents/a.md --\n---\ntitle: A\nstatus: published\nvisibility: public\n"
      "started: 2026-01-01\npublic: {approved_by: Noor Lind, not_before: 2026-02-01}\n---\n"
      "-- incidents/b.md --\n---\ntitle: Burglary\nstatus: published\nvisibility: public\n"
      "started: 2026-01-02\npublic: {approved_by: mark, not_before: 2026-03-02}\n---\n"
      "-- incidents/c.md --\n---\ntitle: Cutlery\nstatus: published\nvisibility: public\n"
      "started: 2026-01-03\n---\n");
  ViewOptions options;
  options.as_of.today = parse_day("2026-03-01");
  const auto text = [&options](const KnowledgeBase& base) {
    Diagnostics diagnostics;
    return print_view(public_view(base, options, diagnostics));
  };
  const std::string original = text(kb);
  EXPECT_THAT(original, testing::HasSubstr("title: A\n"));
  std::set<std::string> approvers;
  std::set<std::optional<Seconds>> days;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const KnowledgeBase twin = make_twin(kb, options.as_of, seed);
    ASSERT_EQ(text(twin), original) << "seed " << seed;
    const Incident& same = *std::ranges::find(
        twin.incidents, "incidents/a.md", [](const Incident& each) { return each.report.path; });
    const PublicWording& wording = same.report.public_wording;
    approvers.insert(wording.approved_by);
    days.insert(wording.embargo ? std::optional(wording.embargo->not_before->utc) : std::nullopt);
    // By itself, too.
    for (const TwinPart part : all_twin_parts()) {
      ASSERT_EQ(text(make_twin(kb, options.as_of, seed, {part})), original) << describe(part);
    }
  }
  EXPECT_GE(approvers.size(), 10U);
  EXPECT_GE(days.size(), 10U);
}

TEST(Twin, LooksDifferentInside) {
  const KnowledgeBase kb = knowledge_base(
      incident("Noor Haddad at Initech. <!-- internal -->Percival<!-- /internal -->\n\n"
               "## Appendix\n\nGargantuan.\n\n-- incidents/b.md --\n---\ntitle: Burglary\n"
               "started: 2026-01-02\n---\n\nTurnstile.\n"));
  const std::string twin = internal_text(make_twin(kb, {}, 1));
  for (const char* word :
       {"Haddad", "Initech", "Percival", "Gargantuan", "Burglary", "Turnstile"}) {
    EXPECT_THAT(internal_text(kb), testing::HasSubstr(word));
    EXPECT_THAT(twin, testing::Not(testing::HasSubstr(word)));
  }
}

TEST(Twin, IsTheSameForTheSameSeed) {
  const KnowledgeBase kb = knowledge_base(incident("Noor Haddad.\n\n## Appendix\n\nX.\n"));
  EXPECT_EQ(internal_text(make_twin(kb, {}, 7)), internal_text(make_twin(kb, {}, 7)));
  EXPECT_NE(internal_text(make_twin(kb, {}, 7)), internal_text(make_twin(kb, {}, 8)));
}

TEST(Twin, CanDifferInOnePartAlone) {
  const KnowledgeBase kb = knowledge_base(incident("Noor.\n\n## Appendix\n\nGargantuan.\n"));
  EXPECT_EQ(internal_text(make_twin(kb, {}, 1, {})), internal_text(kb));
  const std::string twin = internal_text(make_twin(kb, {}, 1, {TwinPart::sections}));
  EXPECT_THAT(twin, testing::HasSubstr("Noor"));
  EXPECT_THAT(twin, testing::Not(testing::HasSubstr("Gargantuan")));
}

}  // namespace
}  // namespace debrief
