#include "generator/audit/byte_scan.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

using Kind = InternalText::Kind;

AuditTexts texts() {
  AuditTexts texts;
  texts.internal = {
      {Kind::name, true, "Dana Whitfield", "a person", "people.yaml", 3},
      {Kind::name, true, "dwhit", "a handle", "people.yaml", 3},
      {Kind::name, false, "Search", "a service", "services.yaml", 1},
      {Kind::name, false, "Ledger vault", "a service", "services.yaml", 2},
      {Kind::name, true, "max", "a handle", "people.yaml", 4},
      {Kind::prose, false, "The burglar cracked our search on 2026-03-03.", "hidden text",
       "incidents/a.md", 9},
  };
  texts.open = {"The search was slow, and our customers waited."};
  return texts;
}

std::string found_in(std::string_view bytes, const AuditTexts& given = texts()) {
  ByteScan scan(given, {"max-width the"});
  scan.scan_file("index.html", bytes);
  std::string out;
  for (const LeakFinding& finding : scan.findings()) {
    out += fmt::format("{}:{} {}: {}\n", finding.file, finding.offset, finding.where,
                       given.internal[finding.text].text);
  }
  return out;
}

TEST(ByteScan, FindsNamesWhateverTheyAreWrittenIn) {
  for (const std::string_view written :
       {"<p>Dana Whitfield</p>", "<p>dana whitfield</p>", "<p>DANA&nbsp;WHITFIELD",
        "<p>Dana-Whitfield</p>", "<p>D\xC3\xA1na <b>Whit</b>field</p>"}) {
    EXPECT_NE(found_in(written), "") << written;
  }
  EXPECT_EQ(found_in("<p>x Dana Whitfield</p>"), "index.html:5 as written: Dana Whitfield\n");
}

TEST(ByteScan, FindsNothingInTheMiddleOfAWord) {
  EXPECT_EQ(found_in("<p>Jordana Whitfields edwhitx</p>"), "");
  EXPECT_EQ(found_in("<p>Dana, who knows Whitfield</p>"), "");
}

TEST(ByteScan, FindsWordsThatOnlyInternalTextHas) {
  EXPECT_EQ(found_in("<p>cracked</p>"),
            "index.html:3 as written: The burglar cracked our search on 2026-03-03.\n");
}

TEST(ByteScan, PassesOverWordsThatThePublicTextHasAsWell) {
  EXPECT_EQ(found_in("<p>The search, our 2026-03-03, Search</p>"), "");
  EXPECT_EQ(found_in("<p>max-width</p>"), "");
}

// A title with "JFrog's" in it has "jfrogs" in its address.
TEST(ByteScan, KnowsWhatAddressesMakeOfApostrophes) {
  AuditTexts given = texts();
  given.internal.push_back({Kind::prose, false, "JFrogs restarted", "hidden text", "a.md", 1});
  EXPECT_NE(found_in("/incidents/jfrogs-down/", given), "");
  given.open.emplace_back("JFrog's down");
  EXPECT_EQ(found_in("/incidents/jfrogs-down/", given), "");
}

TEST(ByteScan, FindsANameOfTwoWordsUnlessPublicTextSaysIt) {
  EXPECT_EQ(found_in("ledger vault"), "index.html:0 as written: Ledger vault\n");
  AuditTexts said = texts();
  said.open.emplace_back("Our ledger vault is safe.");
  EXPECT_EQ(found_in("ledger vault", said), "");
}

// "Weekly maintenance" was published as part of "Weekly maintenance of the gateway".
TEST(ByteScan, PassesOverATitleThatIsPartOfAPublicOne) {
  AuditTexts given = texts();
  given.internal = {{Kind::title, true, "A stolen badge opens it", "a title", "a.md", 1}};
  given.open.emplace_back("Somebody said: a stolen badge opens it.");
  EXPECT_NE(found_in("a stolen badge opens it", given), "");
  given.titles = {"A stolen badge opens it all"};
  EXPECT_EQ(found_in("a stolen badge opens it", given), "");
}

TEST(ByteScan, LetsStandWhatIsAllowed) {
  AuditTexts given = texts();
  given.allowed = {"Dana Whitfield"};
  EXPECT_EQ(found_in("Dana Whitfield", given), "");
}

TEST(ByteScan, LooksAtNamesOfFiles) {
  ByteScan scan(texts(), {});
  scan.scan_file("incidents/dana-whitfield/index.html", "x");
  ASSERT_EQ(scan.findings().size(), 1U);
  EXPECT_EQ(scan.findings().front().where, "its name");
}

TEST(ByteScan, CountsWhatItDid) {
  ByteScan scan(texts(), {"max-width the"});
  scan.scan_file("a", "12345");
  scan.scan_file("b", "123");
  const ScanFigures figures = scan.figures();
  EXPECT_EQ(figures.files, 2U);
  EXPECT_EQ(figures.bytes, 8U);
  EXPECT_EQ(figures.names, 3U);
  EXPECT_EQ(figures.words, 2U);  // "burglar", "cracked"
}

}  // namespace
}  // namespace debrief
