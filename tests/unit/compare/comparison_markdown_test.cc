// What is posted below a pull request: what changes, in code alone, and never more than may be
// posted.

#include "generator/compare/comparison_markdown.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "generator/base/text.h"

namespace debrief {
namespace {

using Kind = PageChange::Kind;

const ComparedSide kFrom = {"main", "1111111111222222222233333333334444444444"};
const ComparedSide kNow = {};

ChangedLine line(ChangedLine::Kind kind, std::string place, std::string text) {
  return {kind, std::move(place), std::move(text), false, false};
}

PageChange page(Kind kind, std::string title, std::vector<ChangedLine> lines) {
  return {kind,         "incident",       "2026-03-04-lamp", "",
          "2026-03-04", std::move(title), std::move(lines)};
}

std::string text_of(std::vector<PageChange> pages, std::size_t most = kMostCommentBytes,
                    Audience audience = Audience::public_) {
  return comparison_markdown({audience, std::move(pages), {}, "en"}, kFrom, kNow, {}, most);
}

TEST(ComparisonMarkdown, ShowsWhatChanges) {
  const auto removed = ChangedLine::Kind::removed;
  const auto added = ChangedLine::Kind::added;
  PageChange changed = page(Kind::changed, "The lamp goes out",
                            {line(removed, "", "Severity: SEV3"), line(added, "", "Severity: SEV2"),
                             line(ChangedLine::Kind::kept, "Impact", "It was dark."),
                             line(added, "Impact", "Ships waited."), line(added, "Impact", "")});
  changed.lines.back().follows_gap = true;
  changed.old_address = "2026-03-03-lamp";
  EXPECT_EQ(
      R"(**1 incident becomes public; 1 incident changes.**

From ` main (1111111111) ` to the files as they are.

<details>
<summary>Becomes public: incident 2026-03-04 <code>The bell</code></summary>

Address: ` 2026-03-04-lamp `

```diff
+ Title: The bell
```

</details>

<details>
<summary>Changes: incident 2026-03-04 <code>The lamp goes out</code></summary>

Address changes from ` 2026-03-03-lamp ` to ` 2026-03-04-lamp `.

```diff
- Severity: SEV3
+ Severity: SEV2
@@ Impact @@
+ Ships waited.
@@ … @@
+
```

</details>

)",
      text_of({changed, page(Kind::added, "The bell", {line(added, "", "Title: The bell")})}));
}

TEST(ComparisonMarkdown, SaysThatNothingChangesAndWhatElseThereIsToKnow) {
  EXPECT_EQ(
      "**Nothing of the public site changes.**\n\nFrom ` main (1111111111) ` to the files as "
      "they are.\n\n",
      text_of({}));
  Comparison comparison = {Audience::internal, {}, {"a`b.css", "c.css"}, "en"};
  EXPECT_EQ(
      "**internal: do not pass on**\n\n**No text of the internal site changes.**\n\n"
      "From ` 1111111111 ` to ` a...@b (5555555555) `.\n\n"
      "Note: `` what `has` errors ``\n\n"
      "The theme has changed: `` a`b.css ``, ` c.css `. What it puts around the texts is not "
      "compared.\n\n",
      comparison_markdown(comparison, {"111111", kFrom.commit},
                          {"a...@b", "5555555555666666666677777777778888888888"},
                          {"what `has` errors"}));
}

TEST(ComparisonMarkdown, EndsTheBlockWithALongerFenceThanAnyInIt) {
  const std::string text =
      text_of({page(Kind::added, "A", {line(ChangedLine::Kind::added, "", "`````` </details>")})});
  EXPECT_NE(std::string::npos, text.find("\n```````diff\n+ `````` </details>\n```````\n")) << text;
}

TEST(ComparisonMarkdown, CutsLongLinesAndLongPages) {
  const auto added = ChangedLine::Kind::added;
  std::string text =
      text_of({page(Kind::added, "A", {line(added, "", std::string(100'000, 'x'))})});
  EXPECT_NE(std::string::npos, text.find("x… [100000 characters in all]\n```\n")) << text;
  EXPECT_LT(text.size(), 1500U);

  std::vector<ChangedLine> lines(10'000, line(added, "", "A sentence of a few words."));
  text = text_of({page(Kind::added, "A", lines)});
  EXPECT_LE(text.size(), kMostCommentBytes);
  EXPECT_GT(text.size(), kMostCommentBytes - 6000);
  EXPECT_NE(std::string::npos, text.find(" more @@\n```\n\n</details>\n")) << text.substr(60'000);
  EXPECT_TRUE(
      text.ends_with(" lines are left out; the whole in a browser: `debrief diff "
                     "111111111122 --format html > changes.html`\n"))
      << text.substr(text.size() - 200);
}

TEST(ComparisonMarkdown, LeavesOutPagesAndSaysWhich) {
  const auto added = ChangedLine::Kind::added;
  std::vector<PageChange> pages;
  for (int i = 0; i < 10'000; ++i) {
    pages.push_back(page(Kind::added, "Outage " + std::to_string(i),
                         std::vector<ChangedLine>(20, line(added, "", "A sentence of words."))));
  }
  const std::string text = text_of(pages);
  EXPECT_LE(text.size(), kMostCommentBytes);
  EXPECT_TRUE(text.starts_with("**10000 incidents become public.**\n"));
  EXPECT_NE(std::string::npos, text.find("\n\nNot shown here for want of space:\n\n"
                                         "- Becomes public: incident ` Outage "));
  // Every page is shown, listed or counted.
  std::size_t count = 0;
  for (const std::string_view row : split(text, '\n')) {
    if (row == "<details>" || row.starts_with("- Becomes public")) ++count;
    if (row.starts_with("- and "))
      count += static_cast<std::size_t>(*whole_number(split(row, ' ')[2]));
  }
  EXPECT_EQ(10'000U, count);
  for (const std::size_t most : {0U, 1U, 5000U, 6000U, 20'000U}) {
    EXPECT_LE(text_of(pages, most).size(), most + 6000) << most;
  }
}

}  // namespace
}  // namespace debrief
