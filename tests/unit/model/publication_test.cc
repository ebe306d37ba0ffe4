// What makes a post-mortem public: two fields, each written just so, and nothing else.
#include "generator/model/publication.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

struct Spelling {
  std::string_view yaml;
  bool is_right;
};

constexpr Spelling kVisibilities[] = {
    {"", false},
    {"visibility:", false},
    {"visibility: public", true},
    {"visibility: \"public\"", true},
    {"visibility: 'public'", true},
    {"visibility: internal", false},
    {"visibility: Public", false},
    {"visibility: PUBLIC", false},
    {"visibility: ' public'", false},
    {"visibility: \"public \"", false},
    {"visibility: publick", false},
    {"visibility: pulbic", false},
    {"visibility: yes", false},
    {"visibility: true", false},
    {"visibility: [public]", false},
    {"visibility: {public: yes}", false},
    {"visibility: public, internal", false},
    {"Visibility: public", false},
    {"visiblity: public", false},
    {"public: {title: T}", false},
};

constexpr Spelling kStatuses[] = {
    {"", false},
    {"status:", false},
    {"status: published", true},
    {"status: \"published\"", true},
    {"status: 'published'", true},
    {"status: draft", false},
    {"status: in-review", false},
    {"status: Published", false},
    {"status: PUBLISHED", false},
    {"status: 'published '", false},
    {"status: publishd", false},
    {"status: public", false},
    {"status: yes", false},
    {"status: [published]", false},
    {"status: {published: yes}", false},
    {"Status: published", false},
};

TEST(Publication, NeedsBothFieldsWrittenJustSo) {
  for (const Spelling& visibility : kVisibilities) {
    for (const Spelling& status : kStatuses) {
      const ReadReport result =
          read_fields(std::string(visibility.yaml) + "\n" + std::string(status.yaml));
      ASSERT_TRUE(result.report);
      EXPECT_EQ(is_public({}, *result.report, {}), visibility.is_right && status.is_right)
          << visibility.yaml << " / " << status.yaml;
    }
  }
}

TEST(Publication, SaysWhyAPostMortemIsNotPublic) {
  const struct {
    std::string_view yaml;
    std::string_view problems;
  } kCases[] = {
      {"visibility: public\nstatus: published", ""},
      {"visibility: internal\nstatus: draft", ""},
      {"visibility: Public\nstatus: published",
       R"(incidents/a.md:4:13: warning: the visibility must be internal or public, written just so; it is read as internal [unknown-visibility]
visibility: Public
            ^
)"},
      {"visibility: public\nstatus: Published",
       R"(incidents/a.md:5:9: warning: the status must be draft, in-review or published, written just so; it is read as in-review and not published [unknown-status]
status: Published
        ^
)"},
      {"visibility: public",
       R"(incidents/a.md:4:13: warning: this post-mortem is not on the public site: that needs 'status: published' beside 'visibility: public' [public-without-status]
visibility: public
            ^
)"},
      {"visibility: public\nstatus: draft", ""},
      {"visibility: [public]\nstatus: 'published '",
       R"(incidents/a.md:4:13: warning: the visibility must be internal or public, written just so; it is read as internal [unknown-visibility]
visibility: [public]
            ^
incidents/a.md:5:9: warning: the status must be draft, in-review or published, written just so; it is read as in-review and not published [unknown-status]
status: 'published '
        ^
)"},
  };
  for (const auto& c : kCases) EXPECT_EQ(read_fields(c.yaml).problems, c.problems) << c.yaml;
}

// ---- Until a day ----

constexpr std::string_view kPublic = "visibility: public\nstatus: published\n";

std::string_view name_of(Publication::State state) {
  switch (state) {
    case Publication::State::internal:
      return "internal";
    case Publication::State::waiting:
      return "waiting";
    case Publication::State::embargoed:
      return "embargoed";
    case Publication::State::public_:
      return "public";
  }
  return "";
}

std::optional<Day> day(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(parse_day(text).value());
}

KnowledgeBase in_zone(const char* zone) {
  KnowledgeBase kb;
  kb.config.time_zone = TimeZone::find(zone).value();
  return kb;
}

TEST(Embargo, EndsWithADay) {
  const struct {
    std::string_view not_before, today;
    const char* zone;
    std::string_view state;
  } kCases[] = {
      // A day is that of the knowledge base's own time zone, which is that of "today".
      {"2026-03-01", "2026-02-28", "UTC", "embargoed"},
      {"2026-03-01", "2026-03-01", "UTC", "public"},
      {"2026-03-01", "2026-03-02", "UTC", "public"},
      {"2026-03-01", "2026-02-28", "Pacific/Kiritimati", "embargoed"},
      {"2026-03-01", "2026-03-01", "Pacific/Kiritimati", "public"},
      {"2026-03-01", "2026-03-01", "America/Los_Angeles", "public"},
      // Nobody knows the day: it has not come.
      {"2026-03-01", "", "UTC", "embargoed"},
      {"1970-01-01", "", "UTC", "embargoed"},
      // Of a month or a year it may be the last day.
      {"2026-03", "2026-03-31", "UTC", "embargoed"},
      {"2026-03", "2026-04-01", "UTC", "public"},
      {"2026", "2026-12-31", "UTC", "embargoed"},
      {"2026", "2027-01-01", "UTC", "public"},
      // A moment that a day begins with, and one in the middle of it, of which a site knows
      // nothing.
      {"2026-03-01T00:00Z", "2026-02-28", "UTC", "embargoed"},
      {"2026-03-01T00:00Z", "2026-03-01", "UTC", "public"},
      {"2026-03-01T14:00Z", "2026-03-01", "UTC", "embargoed"},
      {"2026-03-01T14:00Z", "2026-03-02", "UTC", "public"},
      {"2026-03-01T00:00:01Z", "2026-03-01", "UTC", "embargoed"},
      // Midnight in Copenhagen is 23:00 UTC.
      {"2026-03-01T00:00+01:00", "2026-03-01", "Europe/Copenhagen", "public"},
      {"2026-03-01T00:00Z", "2026-03-01", "Europe/Copenhagen", "embargoed"},
      {"2026-03-01T00:00Z", "2026-03-02", "Europe/Copenhagen", "public"},
      {"2026-03-01T00:00Z", "2026-02-28", "America/Los_Angeles", "embargoed"},
      {"2026-03-01T00:00Z", "2026-03-01", "America/Los_Angeles", "public"},
      {"2026-03-01T00:00+01:00", "2026-03-01", "UTC", "public"},
      {"2026-03-01T00:00+01:00", "2026-02-28", "UTC", "embargoed"},
  };
  for (const auto& c : kCases) {
    const ReadReport result =
        read_fields(fmt::format("{}public: {{not_before: {}}}", kPublic, c.not_before));
    ASSERT_EQ(result.problems, "");
    const Publication found = publication_of(in_zone(c.zone), *result.report, {day(c.today)});
    EXPECT_EQ(name_of(found.state), c.state) << c.not_before << " on " << c.today << " " << c.zone;
    EXPECT_EQ(is_public(in_zone(c.zone), *result.report, {day(c.today)}), c.state == "public");
  }
}

// Whatever was meant: it is an error, and nothing is published.
TEST(Embargo, ThatCannotBeReadNeverEnds) {
  const std::string_view kWrong[] = {
      "public: {not_before: }",
      "public: {not_before: ''}",
      "public: {not_before: soon}",
      "public: {not_before: 1 March 2026}",
      "public: {not_before: 2026-02-30}",
      "public: {not_before: 01.03.2026}",
      "public: {not_before: [2026-03-01]}",
      "public: {not_before: {day: 2026-03-01}}",
      "public: {not_before: 2026-03-01 - 2026-03-31}",
      "public: {embargo: 2026-03-01}",
      "public: {embargo: }",
  };
  for (const std::string_view yaml : kWrong) {
    const ReadReport result = read_fields(std::string(kPublic) + std::string(yaml));
    EXPECT_NE(result.problems.find(": error: "), std::string::npos) << yaml;
    ASSERT_TRUE(result.report) << yaml;
    const Publication found = publication_of({}, *result.report, {day("2199-12-31")});
    EXPECT_EQ(name_of(found.state), "waiting") << yaml;
    EXPECT_EQ(found.lacks, std::vector{Publication::Lack::readable_day}) << yaml;
  }
}

// A misspelt key would keep nothing back.
TEST(Embargo, IsNoMisspeltKey) {
  const struct {
    std::string_view yaml;
    std::string_view problems;
  } kCases[] = {
      {"public: {not_befor: 2026-03-01}",
       R"(incidents/a.md:4:10: error: public has no key 'not_befor'; did you mean 'not_before'? [unknown-key]
public: {not_befor: 2026-03-01}
         ^
)"},
      {"public: {embargo: 2026-03-01}",
       R"(incidents/a.md:4:10: error: an embargo is written as the first day on which it may be public: 'not_before: 2026-02-15' [unknown-key]
public: {embargo: 2026-03-01}
         ^
)"},
      {"embargo: 2026-03-01",
       R"(incidents/a.md:4:1: error: 'embargo' would keep nothing back here; write 'public: {not_before: 2026-02-15}' [below-public]
embargo: 2026-03-01
^
)"},
      {"not_before: 2026-03-01",
       R"(incidents/a.md:4:1: error: 'not_before' would keep nothing back here; write 'public: {not_before: 2026-02-15}' [below-public]
not_before: 2026-03-01
^
)"},
      {"public: {not_before: }",
       R"(incidents/a.md:4:10: error: 'not_before' has no day; write one such as 2026-02-15, or take it out [bad-time]
public: {not_before: }
         ^
)"},
      {"public: {not_before: soon}",
       R"(incidents/a.md:4:10: error: 'soon' is not a time such as 2026-02-15T14:32:00+01:00, or a day such as 2026-02-15 [bad-time]
public: {not_before: soon}
         ^
)"},
      {"public: 2026-03-01",
       R"(incidents/a.md:4:9: error: public must be written as 'key: value' lines [wrong-type]
public: 2026-03-01
        ^
)"},
  };
  for (const auto& c : kCases) EXPECT_EQ(read_fields(c.yaml).problems, c.problems) << c.yaml;
}

TEST(Embargo, MakesNothingPublicThatIsNot) {
  for (const std::string_view yaml :
       {"", "visibility: public\n", "status: published\n", "visibility: public\nstatus: draft\n"}) {
    const ReadReport result =
        read_fields(std::string(yaml) + "public: {not_before: 2026-03-01, approved_by: dana}");
    ASSERT_TRUE(result.report);
    EXPECT_FALSE(is_public({}, *result.report, {day("2026-03-02")})) << yaml;
    EXPECT_FALSE(is_public({}, *result.report, {day("2026-03-02"), true})) << yaml;
  }
}

// ---- Approval ----

std::string approval(std::string_view config, std::string_view public_yaml,
                     const AsOf& as_of = {}) {
  const ReadKnowledgeBase read =
      read_all({{"debrief.yaml", std::string(config)},
                {"people.yaml", "- {handle: dana, name: Dana Whitfield, role: an engineer}\n"},
                {"incidents/a.md", report_text(std::string(kPublic) + std::string(public_yaml))}});
  if (read.kb.incidents.empty()) return read.problems;
  const Publication found = publication_of(read.kb, read.kb.incidents.front().report, as_of);
  std::string text(name_of(found.state));
  for (const Publication::Lack lack : found.lacks) {
    text += lack == Publication::Lack::approval         ? " approval"
            : lack == Publication::Lack::known_approver ? " known-approver"
                                                        : " other";
  }
  return text + "\n" + read.problems;
}

constexpr std::string_view kRequired = "views: {public: {approval: required}}\n";

TEST(Approval, NeedBeGivenOnlyWhereItIsRequired) {
  EXPECT_EQ(approval("title: A\n", ""), "public\n");
  EXPECT_EQ(approval("title: A\n", "public: {approved_by: nobody we know}\n"), "public\n");
  EXPECT_EQ(approval(kRequired, ""), "waiting approval\n");
  EXPECT_EQ(approval(kRequired, "public: {title: B}\n"), "waiting approval\n");
  EXPECT_EQ(approval(kRequired, "public: {approved_by: ''}\n"), "waiting approval\n");
}

TEST(Approval, IsGivenBySomebodyWhomPeopleYamlKnows) {
  EXPECT_EQ(approval(kRequired, "public: {approved_by: dana}\n"), "public\n");
  EXPECT_EQ(approval(kRequired, "public: {approved_by: '@dana'}\n"), "public\n");
  EXPECT_EQ(approval(kRequired, "public: {approved_by: Dana Whitfield}\n"), "public\n");
  EXPECT_EQ(approval(kRequired, "public: {approved_by: dan}\n"),
            R"(waiting known-approver
incidents/a.md:6:10: warning: people.yaml does not know 'dan', so this is approved by nobody and not public; did you mean 'dana'? [unknown-approver]
public: {approved_by: dan}
         ^
)");
}

TEST(Approval, IsOneOfSeveralThings) {
  EXPECT_EQ(approval(kRequired, "public: {not_before: 2026-03-01}\n", {day("2026-03-02")}),
            "waiting approval\n");
  EXPECT_EQ(approval(kRequired, "public: {approved_by: dana, not_before: 2026-03-01}\n",
                     {day("2026-02-28")}),
            "embargoed\n");
  EXPECT_EQ(approval(kRequired, "public: {approved_by: dana, not_before: 2026-03-01}\n",
                     {day("2026-03-01")}),
            "public\n");
}

// Who reviews it wants to know before.
TEST(Approval, AndEmbargoArePassedOverAheadOfTime) {
  EXPECT_EQ(approval(kRequired, "public: {not_before: 2026-03-01}\n", {day("2026-02-28"), true}),
            "public\n");
}

// Somebody wanted approvals, whatever was written.
TEST(Approval, IsRequiredByWhatCannotBeRead) {
  for (const std::string_view config :
       {"views: {public: {approval: yes}}\n", "views: {public: {approval: }}\n",
        "views: {public: {approval: [required]}}\n"}) {
    const std::string found = approval(config, "");
    EXPECT_TRUE(found.starts_with("waiting approval\ndebrief.yaml:1:18: error: ") ||
                found.starts_with("waiting approval\ndebrief.yaml:1:28: error: "))
        << found;
  }
}

}  // namespace
}  // namespace debrief
