// What the text of a post-mortem says as data, to either audience.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "generator/base/text.h"
#include "tests/support/content_folder.h"
#include "tests/support/print_view.h"

namespace debrief {
namespace {

constexpr std::string_view kFolder =
    "-- debrief.yaml --\ntitle: T\ninternal_hosts: [wiki]\nviews:\n  public:\n"
    "    sections: [timeline, five-whys, contributing-factors, action-items]\n"
    "    fields: [title, started, resolved]\n"
    "-- people.yaml --\n- {handle: dana, name: Dana Whitfield, role: the on-call engineer}\n"
    "-- redactions.yaml --\n- {term: Initech, replace: a large retailer}\n"
    "-- incidents/a.md --\n---\ntitle: A\nstatus: published\n";

// The lines of the printed incident that say what its text says.
std::string facts(Audience audience, std::string_view body,
                  std::string_view front_matter = "visibility: public\n") {
  const Published published =
      publish(content_folder(fmt::format("{}{}started: 2026-02-15T14:30:00Z\n---\n\n{}", kFolder,
                                         front_matter, body)),
              audience);
  if (!published.view) return published.problems;
  const std::string text = print_incident(*published.view, published.view->incidents().front());
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    for (const std::string_view name :
         {"entry: ", "why: ", "root cause: ", "factor: ", "action: "}) {
      if (line.starts_with(name)) out += std::string(line) + "\n";
    }
  }
  return out;
}

constexpr std::string_view kTimeline =
    "## Timeline (UTC)\n\n"
    "- 14:30 - Initech calls Dana Whitfield\n"
    "- <!-- internal -->14:40 - Mitigated: Foo<!-- /internal -->\n"
    "- ~14:50-14:55 - Retries <!-- internal -->of Foo<!-- /internal --> fade\n"
    "- 15:?\? - Resolved\n";

TEST(BodyFacts, OfATimelineAreThoseThatTheAudienceReads) {
  EXPECT_EQ(facts(Audience::public_, kTimeline),
            "entry: 2026-02-15T14:30:00Z '14:30' a large retailer calls the on-call engineer\n"
            "entry: ~2026-02-15T14:50:00Z to 2026-02-15T14:55:00Z '~14:50-14:55' Retries fade\n"
            "entry: ? '15:?\?' Resolved phase=resolved\n");
}

TEST(BodyFacts, OfATimelineAreShadedForInsiders) {
  EXPECT_EQ(
      facts(Audience::internal, kTimeline),
      "entry: 2026-02-15T14:30:00Z '14:30' {{replaced = a large retailer: Initech}} calls "
      "{{replaced = the on-call engineer: Dana Whitfield}}\n"
      "entry: {{marked: 2026-02-15T14:40:00Z '14:40' {{marked: Mitigated: Foo}} phase=mitigated}}\n"
      "entry: ~2026-02-15T14:50:00Z to 2026-02-15T14:55:00Z '~14:50-14:55' Retries "
      "{{marked: of Foo}} fade\n"
      "entry: ? '15:?\?' Resolved phase=resolved\n");
}

TEST(BodyFacts, AreNotShadedWhereNothingIsPublic) {
  EXPECT_EQ(facts(Audience::internal,
                  "## Timeline (UTC)\n\n- <!-- internal -->14:40 - Foo<!-- /internal -->\n", ""),
            "entry: 2026-02-15T14:40:00Z '14:40' Foo\n");
}

constexpr std::string_view kReasons =
    "## Five whys\n\n"
    "- Why was it down? → Initech sent too much.\n"
    "- Why too much? → <!-- internal -->Foo<!-- /internal --> Nobody had set a limit.\n\n"
    "<!-- internal -->\n\n- Why not? → The wiki says so.\n\n<!-- /internal -->\n\n"
    "## Contributing factors\n\n- A late alert\n- <!-- internal -->A person<!-- /internal -->\n";

TEST(BodyFacts, OfReasonsAreThoseThatTheAudienceReads) {
  EXPECT_EQ(facts(Audience::public_, kReasons),
            "why: Why was it down? -> a large retailer sent too much.\n"
            "why:  Why too much? -> Nobody had set a limit.\n"
            "factor: A late alert\n");
}

TEST(BodyFacts, OfReasonsAreShadedForInsiders) {
  EXPECT_EQ(facts(Audience::internal, kReasons),
            "why: Why was it down? -> {{replaced = a large retailer: Initech}} sent too much.\n"
            "why:  Why too much? -> {{marked: Foo}} Nobody had set a limit.\n"
            "why: {{marked:   Why not? -> The wiki says so.}}\n"
            "factor: A late alert\n"
            "factor: {{marked: A person}}\n");
}

constexpr std::string_view kActions =
    "## Action items\n\n"
    "- [x] [P1] Set a limit for Initech - @dana - Due 2026-02-20 - Ticket: OPS-7 - Done "
    "2026-02-19\n"
    "- [ ] Ask for more - Owner: Foo - Due: whenever\n"
    "- ~~Buy a bigger one~~ - won't fix\n";

TEST(BodyFacts, OfActionItemsAreTasksAloneForThePublic) {
  EXPECT_EQ(facts(Audience::public_, kActions),
            "action: [x] Set a limit for a large retailer\n"
            "action: [ ] Ask for more\n"
            "action: [ ] ~~Buy a bigger one~~\n");
}

TEST(BodyFacts, OfActionItemsAreAllForInsiders) {
  EXPECT_EQ(facts(Audience::internal, kActions),
            "action: [x] Set a limit for {{replaced = a large retailer: Initech}} priority=P1 "
            "owner=Dana Whitfield due=2026-02-20 completed=2026-02-19 ticket=OPS-7\n"
            "action: [ ] Ask for more owner=Foo due=whenever\n"
            "action: [ ] ~~Buy a bigger one~~ dropped\n");
}

TEST(BodyFacts, OfASectionThatIsNotShownAreNone) {
  EXPECT_EQ(facts(Audience::public_, "## Timeline <!-- internal -->\n\n- 14:30 - Foo\n"), "");
}

}  // namespace
}  // namespace debrief
