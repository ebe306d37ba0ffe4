// Which sections of a post-mortem are public, and what is left of its action items.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "tests/unit/view/public_text.h"

namespace debrief {
namespace {

constexpr std::string_view kFewSections =
    "-- debrief.yaml --\nviews: {public: {sections: [summary, impact, action-items]}}\n";

std::string sections(std::string_view markdown) {
  return public_body(markdown, kFewSections);
}

TEST(PublicSections, AreThoseOfTheAllowList) {
  EXPECT_EQ(sections("intro\n\n## Impact\n\na\n\n## Timeline\n\nsecret\n\n## What "
                     "happened\n\nb\n\n## Zebra\n\nsecret\n"),
            "intro\n## Impact {impact}\na\n## What happened {summary}\nb");
}

TEST(PublicSections, TakeWhatIsBelowThemUnlessItHasANameOfItsOwn) {
  EXPECT_EQ(sections("## Impact\n\na\n\n### Numbers\n\nb\n\n### Appendix\n\nsecret\n\n#### "
                     "Impact\n\nsecret\n\n"
                     "### Summary\n\nc\n"),
            "## Impact {impact}\na\n### Numbers\nb\n### Summary {summary}\nc");
}

TEST(PublicSections, AreFoundBelowAHeadingOverTheText) {
  EXPECT_EQ(sections("# Post-mortem of March\n\nintro\n\n## Impact\n\na\n\n## Zebra\n\nsecret\n\n# "
                     "Zebra\n\nsecret\n\n"
                     "## Impact\n\nsecret\n"),
            "intro\n## Impact {impact}\na");
}

// The title may be internal, so whether a heading repeats it must make no difference.
TEST(PublicSections, DoNotDependOnWhetherTheHeadingRepeatsTheTitle) {
  const auto text = [](std::string_view title) {
    return public_text(
        fmt::format("-- incidents/a.md --\n---\ntitle: {}\nstatus: published\nvisibility: public\n"
                    "started: 2026-01-01\npublic: {{title: A}}\n---\n# Secret\n\nintro\n\n"
                    "## Impact\n\na\n\n# Zebra\n\nsecret\n",
                    title));
  };
  EXPECT_EQ(text("Secret"), text("Another"));
}

TEST(PublicSections, AreNamedByWhatIsVisibleOfTheirHeading) {
  EXPECT_EQ(sections("## Impact <!-- internal -->of secret<!-- /internal -->\n\na\n"),
            "## Impact {impact}\na");
  EXPECT_EQ(sections("## <!-- internal -->Impact<!-- /internal --> Zebra\n\nsecret\n"), "");
}

TEST(PublicActions, LoseWhoAndWhenAndWhere) {
  constexpr std::array<std::string_view, 16> kItems = {
      "- [ ] Add a limit",
      "- [ ] [P1] Add a limit - @secret - Due 2026-02-15",
      "- [ ] Add a limit - Owner: Secret - Due: 2026-02-15",
      "- [ ] Add a limit - **Owner:** Secret - **Due:** 2026-02-15",
      "- Add a limit (P1, Owner: Secret, Due: February 15)",
      "- [ ] Add a limit – @secret, @secret2 – P2",
      "- [ ] Add a limit - Owner: [Secret](https://secret.example/) - Ticket: "
      "[SECRET-1](https://secret.example/)",
      "- [ ] Add a limit - Type: prevent - Status: todo - Ticket: SECRET-1",
      "- [ ] Add a limit - <!-- internal -->secret<!-- /internal --> Due 2026-02-15",
      "- [ ] Add a limit <!-- internal -->- Owner: Secret<!-- /internal -->",
      "- [ ] Add a limit\n  - secret\n  - @secret",
      "- [ ] Add a limit\n\n  Secret.",
      "secret\n\n- [ ] Add a limit\n\n<!-- internal -->\n\n- [ ] secret\n\n<!-- /internal "
      "-->\n\nsecret",
      "### Secret\n\n- [ ] Add a limit - Due soon\n\n### Secret <!-- internal -->\n\n- [ ] secret",
      "| Action | Type | Owner | Due | Status | Ticket | Secret |\n|---|---|---|---|---|---|---|\n"
      "| Add a limit | prevent | @secret | 2026-02-15 | open | SECRET-1 | secret |",
      "| Due | What | Who |\n|---|---|---|\n| soon | Add a limit | secret |\n| soon | <!-- "
      "internal -->secret<!-- "
      "/internal --> | secret |"};
  for (const std::string_view item : kItems) {
    EXPECT_EQ(sections(fmt::format("## Action items\n\n{}\n", item)),
              "## Action items {action-items}\n- [ ] Add a limit")
        << item;
  }
}

// The items of a section are read as one, its parts included; found by the exhaustive test.
TEST(PublicActions, AreNotThoseOfPartsThatAreNotShown) {
  EXPECT_EQ(sections("## Action items\n\n- a\n\n### Detection\n\n- secret - Owner: b\n\n"
                     "#### Impact\n\n- secret\n\n### Short term\n\n- b\n\n#### Appendix\n\n"
                     "- [ ] secret, Owner: x\n\n### Impact\n\n- c\n"),
            sections("## Action items\n\n- a\n- b\n- c\n"));
}

TEST(PublicActions, KeepTheirTextAndTheirState) {
  EXPECT_EQ(sections("## Action items\n\n- [x] Add a *limit*[^n] for Initech - @x\n- [ ] Ask "
                     "@dana\n\n[^n]: why"),
            "## Action items {action-items}\n- [x] Add a *limit*[^1] for a large retailer\n"
            "- [ ] Ask the on-call engineer\n[^1]: why");
}

TEST(PublicFootnotes, AreThoseThatVisibleTextRefersTo) {
  EXPECT_EQ(sections("## Timeline\n\nsecret[^1] [^2] [^3]\n\n## Impact\n\na[^3] b[^5] "
                     "c[^3]\n\n[^1]: secret\n\n"
                     "[^2]: secret\n\n[^3]: three[^4]\n\n[^4]: four\n\n[^5]: five\n"),
            "## Impact {impact}\na[^1] b[^2] c[^1]\n[^1]: three[^3]\n[^2]: five\n[^3]: four");
}

}  // namespace
}  // namespace debrief
