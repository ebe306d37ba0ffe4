// The rules of the review are a guide of the internal site, and of no other.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "generator/check/review_guide.h"
#include "generator/check/rule.h"
#include "tests/cli/program.h"

namespace debrief {
namespace {

constexpr std::string_view kPage = "guides/review-rules/index.html";

class ReviewGuide : public testing::Test {
 protected:
  ReviewGuide() {
    folder_.write("kb/debrief.yaml", std::string(kConfig) +
                                         "check:\n  timeline-order: off\n  action-count: {level: "
                                         "error, max: 7}\n");
    folder_.write("kb/incidents/a.md", public_incident("Fares", "Text.\n"));
  }

  Tree site(const std::string& view) {
    const RunResult result = run_debrief(
        {"--root", (folder_ / "kb").string(), "build", "--view", view, "--today", "2026-03-10"});
    EXPECT_EQ(result.status, 0) << result.err;
    return read_tree(folder_ / "kb/site" / view);
  }

  TemporaryFolder folder_;
};

TEST_F(ReviewGuide, ExplainsEveryRuleAsItIsSet) {
  const Tree site = this->site("internal");
  ASSERT_TRUE(site.contains(std::string(kPage)));
  const std::string& page = site.at(std::string(kPage));
  for (const Rule& rule : check_rules()) {
    EXPECT_NE(page.find(" id=\"" + rule.id + "\""), std::string::npos) << rule.id;
    EXPECT_NE(page.find("href=\"#" + rule.id + "\""), std::string::npos) << rule.id;
  }
  EXPECT_NE(page.find("timeline-order</a></td><td>off</td>"), std::string::npos);
  EXPECT_NE(page.find("<p>Here: <code>off</code> (by default <code>warning</code>).</p>"),
            std::string::npos);
  EXPECT_NE(
      page.find("<p>Here: <code>error</code>, <code>max: 7</code> (by default "
                "<code>warning</code>, <code>max: 5</code>); <code>max</code>: so many action "
                "items at most, without dropped ones.</p>"),
      std::string::npos);
  EXPECT_NE(page.find("<p>Here: <code>info</code>, <code>percent: 35</code>; "), std::string::npos);
  // Findings lead to where it is.
  EXPECT_EQ(review_guide_address("https://wiki.lighthouse.example/"),
            "https://wiki.lighthouse.example/guides/review-rules/");
  EXPECT_NE(site.at("guides/index.html").find("href=\"../guides/review-rules/\""),
            std::string::npos);
}

TEST_F(ReviewGuide, IsFound) {
  site("internal");
  const RunResult result =
      run_debrief({"--root", (folder_ / "kb").string(), "search", "kind:guide wish list"});
  EXPECT_NE(result.out.find("guides/review-rules/"), std::string::npos) << result.out << result.err;
}

// Nor would it be if the settings changed.
TEST_F(ReviewGuide, IsUnknownToThePublicSite) {
  const Tree before = site("public");
  ASSERT_FALSE(before.empty());
  for (const auto& [path, bytes] : before) {
    EXPECT_EQ(path.find("review-rules"), std::string::npos) << path;
    EXPECT_EQ(bytes.find("review-rules"), std::string::npos) << path;
    EXPECT_EQ(bytes.find("Review rules"), std::string::npos) << path;
    for (const Rule& rule : check_rules()) {
      EXPECT_EQ(bytes.find(rule.why), std::string::npos) << path << " has " << rule.id;
      EXPECT_EQ(bytes.find("#" + rule.id), std::string::npos) << path << " has " << rule.id;
    }
  }
  folder_.write("kb/debrief.yaml",
                std::string(kConfig) + "check: {action-owner: off, timeline-order: error}\n");
  EXPECT_EQ(differences(before, site("public")), "");
}

TEST_F(ReviewGuide, GivesWayToAPageOfOnesOwn) {
  folder_.write("kb/pages/review-rules.md", "---\ntitle: Our rules\n---\n\nAsk Runa.\n");
  const std::string page = site("internal").at(std::string(kPage));
  EXPECT_NE(page.find("Ask Runa."), std::string::npos);
  EXPECT_EQ(page.find("action-owner"), std::string::npos);
}

}  // namespace
}  // namespace debrief
