// Every rule has a page, and README.md holds all of them as `debrief check --explain` prints them.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "generator/check/rule.h"

namespace debrief {
namespace {

constexpr const char* kHeading = "## The rules\n\n";

// With DEBRIEF_UPDATE_GOLDEN=1 in the environment the file is written anew.
TEST(RulesDocument, IsPartOfTheReadme) {
  const std::string path = std::string(DEBRIEF_SOURCE_DIR) + "/generator/check/README.md";
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::size_t at = text.find(kHeading);
  ASSERT_NE(at, std::string::npos);
  const std::size_t begin = at + std::string_view(kHeading).size();
  if (std::getenv("DEBRIEF_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text.substr(0, begin) << rules_document();
    return;
  }
  EXPECT_EQ(text.substr(begin), rules_document());
}

TEST(RulesDocument, SaysOfEachRuleWhyAndHow) {
  std::set<std::string> ids;
  for (const Rule& rule : check_rules()) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_GT(rule.why.size(), 60U) << rule.id;
    EXPECT_TRUE(rule.bad.starts_with("    ")) << rule.id;
    EXPECT_TRUE(rule.good.starts_with("    ")) << rule.id;
    EXPECT_FALSE(rule.finds.ends_with('.')) << rule.id;
  }
}

TEST(RulesDocument, PageOfARule) {
  EXPECT_EQ(rule_page(*find_rule("few-whys"), 1).substr(0, 61),
            "# few-whys\n\nFinds a chain of whys that ends after one or two.");
  EXPECT_EQ(find_rule("no-such-rule"), nullptr);
}

}  // namespace
}  // namespace debrief
