// The lines of the page: what is marked, folded and said for those who do not see colours. Whether
// browsers take it is for tests/browser/diff_page_test.js.

#include "generator/compare/comparison_html.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace debrief {
namespace {

using Kind = ChangedLine::Kind;

ChangedLine line(Kind kind, std::string place, std::string text, bool is_heading = false) {
  return {kind, std::move(place), std::move(text), is_heading, false};
}

// What stands in the block of lines, without what is said for ears alone.
std::string lines_of(std::vector<ChangedLine> lines) {
  PageChange page = {PageChange::Kind::changed, "incident", "a", "", "", "A", std::move(lines)};
  std::string text = comparison_html({Audience::public_, {page}, {}, "en"}, {"main", "1"}, {}, {});
  const std::string begin = "<div class=\"lines\">\n";
  text.erase(0, text.find(begin) + begin.size());
  text.erase(text.find("</div>"));
  for (const char* sign :
       {"<span class=\"sign\" aria-hidden=\"true\">+</span><span class=\"for-ears\" "
        "lang=\"en\">added: </span>",
        "<span class=\"sign\" aria-hidden=\"true\">−</span><span class=\"for-ears\" "
        "lang=\"en\">removed: </span>"}) {
    for (std::size_t at = 0; (at = text.find(sign, at)) != std::string::npos;) {
      text.replace(at, std::string(sign).size(), "");
    }
  }
  return text;
}

TEST(ComparisonHtml, MarksLinesAndWords) {
  EXPECT_EQ(
      R"(<p class="line removed words" dir="auto">At night it was <del>dark</del>.</p>
<p class="line added words" dir="auto">At night it was <ins>pitch black</ins>.</p>
<p class="line added" dir="auto"><ins>&lt;b&gt; &amp; more</ins></p>
)",
      lines_of({line(Kind::removed, "", "At night it was dark."),
                line(Kind::added, "", "At night it was pitch black."),
                line(Kind::added, "", "<b> & more")}));
}

TEST(ComparisonHtml, FoldsWhatStaysAndSaysWhereOneIs) {
  std::vector<ChangedLine> lines;
  for (int i = 1; i <= 6; ++i)
    lines.push_back(line(Kind::kept, "Impact", "Kept " + std::to_string(i)));
  lines.insert(lines.begin() + 3, line(Kind::kept, "Impact", ""));
  lines.push_back(line(Kind::added, "Impact", "New."));
  lines.push_back(line(Kind::kept, "Impact", "Kept 7"));
  lines.push_back(line(Kind::kept, "Cause", "## Cause", true));
  lines.push_back(line(Kind::removed, "Cause", "Old."));
  EXPECT_EQ(R"(<details class="fold"><summary>4 lines that stay</summary>
<p class="place" dir="auto">Impact</p>
<p class="line kept" dir="auto">Kept 1</p>
<p class="line kept" dir="auto">Kept 2</p>
<p class="line kept" dir="auto">Kept 3</p>
<p class="line kept above" dir="auto">Kept 4</p>
</details>
<p class="place" dir="auto">Impact</p>
<p class="line kept" dir="auto">Kept 5</p>
<p class="line kept" dir="auto">Kept 6</p>
<p class="line added" dir="auto"><ins>New.</ins></p>
<p class="line kept" dir="auto">Kept 7</p>
<p class="line kept heading" dir="auto">## Cause</p>
<p class="line removed" dir="auto"><del>Old.</del></p>
)",
            lines_of(lines));
}

TEST(ComparisonHtml, ShowsThatNothingButAnEmptyLineComes) {
  EXPECT_EQ(R"(<p class="line added" dir="auto"><ins>(an empty line)</ins></p>
)",
            lines_of({line(Kind::added, "", "")}));
}

}  // namespace
}  // namespace debrief
