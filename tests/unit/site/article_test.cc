#include "generator/site/article.h"

#include <gtest/gtest.h>

#include <string>

#include "generator/site/page_data.h"
#include "tests/support/sample_view.h"

namespace debrief {
namespace {

// "2 summary: Summary", a line for each section.
std::string sections(std::string_view markdown) {
  const View view = make_view(Audience::internal, empty_parts());
  PageData data;
  set_article(data, make_site(view, kSampleToday, {}), Links::from_page("x/"), outline_of(markdown),
              {});
  std::string lines;
  for (const PageData& row : std::get<PageData::List>(*data.find("sections"))) {
    const auto text = [&](std::string_view name) { return std::get<std::string>(*row.find(name)); };
    lines += text("level") + " " + text("id") + ": " + text("title") + "\n";
  }
  return lines;
}

bool has_contents(std::string_view markdown) {
  const View view = make_view(Audience::internal, empty_parts());
  PageData data;
  set_article(data, make_site(view, kSampleToday, {}), Links::from_page("x/"), outline_of(markdown),
              {});
  return !std::holds_alternative<bool>(*data.find("contents"));
}

TEST(Article, HeadingsRankByTheirPlaceWhateverTheirLevel) {
  EXPECT_EQ(sections("# A\n\n### B\n\n###### C\n\n## D\n\n# E\n"),
            "2 a: A\n"
            "3 b: B\n"
            "4 c: C\n"
            "3 d: D\n"
            "2 e: E\n");
  EXPECT_EQ(sections("### A\n\n## B\n"), "2 a: A\n2 b: B\n");
}

TEST(Article, EveryHeadingHasAnIdOfItsOwn) {
  EXPECT_EQ(sections("## Notes\n\n## Notes\n\n## Notes 2\n\n## &lt;script>\n\n## 💥\n"),
            "2 notes: Notes\n"
            "2 notes-2: Notes\n"
            "2 notes-2-2: Notes 2\n"
            "2 script: <script>\n"
            "2 x: 💥\n");
}

TEST(Article, AShortTextNeedsNoContents) {
  EXPECT_FALSE(has_contents("## A\n\n## B\n\n## C\n"));
  EXPECT_FALSE(has_contents("## A\n\n### B\n\n### C\n\n### D\n\n### E\n"));
  EXPECT_TRUE(has_contents("## A\n\n## B\n\n## C\n\n## D\n"));
}

TEST(Article, LinksLeadOnlyWhereReadersMayGo) {
  EXPECT_EQ(safe_address("https://example.com/a"), "https://example.com/a");
  EXPECT_EQ(safe_address("mailto:a@example.com"), "mailto:a@example.com");
  for (const char* address :
       {"javascript:alert(1)", "data:text/html,x", "//host/x", "/x", "x", ""}) {
    EXPECT_EQ(safe_address(address), std::nullopt) << address;
  }
}

TEST(Article, IsEditedWhereTheSourceIs) {
  ViewParts parts = empty_parts();
  EXPECT_EQ(edit_address(make_site(make_view(Audience::internal, parts), kSampleToday, {}), "a.md"),
            "");
  parts.site.edit_url = "https://git.example/edit/{path}?m=1";
  const View view = make_view(Audience::internal, parts);
  EXPECT_EQ(edit_address(make_site(view, kSampleToday, {}), "incidents/a b #1.md"),
            "https://git.example/edit/incidents/a%20b%20%231.md?m=1");
  EXPECT_EQ(edit_address(make_site(view, kSampleToday, {}), ""), "");
}

}  // namespace
}  // namespace debrief
