// The style sheet names its colours and sizes once, at its top, and themes/README.md tells them.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "generator/theme/theme_files.h"

namespace debrief {
namespace {

std::string style_sheet() {
  return builtin_theme().at("assets/style.css").bytes;
}

// What stands behind the tokens.
std::string rules() {
  const std::string css = style_sheet();
  const std::size_t begin = css.find("/* Elements */");
  // Paper is white and ink is black, whatever the screen has.
  const std::size_t print = css.find("@media print");
  EXPECT_LT(begin, print);
  return css.substr(begin, print - begin);
}

std::set<std::string> found(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::set<std::string> all;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), regex);
       it != std::sregex_iterator(); ++it) {
    all.insert((*it)[it->size() - 1].str());
  }
  return all;
}

TEST(DesignTokens, EveryColourHasAName) {
  EXPECT_EQ(found(rules(), "(#[0-9a-fA-F]{3,8}\\b|(rgb|hsl)a?\\()"), std::set<std::string>());
}

TEST(DesignTokens, EveryTypeSizeHasAName) {
  EXPECT_EQ(found(rules(), "font-size: ([0-9.]+rem)"), std::set<std::string>());
}

TEST(DesignTokens, EveryNameThatIsUsedIsThere) {
  const std::string css = style_sheet();
  const std::set<std::string> defined = found(css, "(--[a-z0-9-]+):");
  for (const std::string& name : found(css, "var\\((--[a-z0-9-]+)")) {
    EXPECT_TRUE(defined.contains(name)) << name;
  }
}

TEST(DesignTokens, AreDocumented) {
  std::ifstream file(DEBRIEF_SOURCE_DIR "/themes/README.md");
  const std::string readme{std::istreambuf_iterator<char>(file), {}};
  const std::string css = style_sheet();
  const std::string top = css.substr(0, css.find("@media"));
  const std::set<std::string> names = found(top, "\n  (--[a-z0-9-]+):");
  EXPECT_TRUE(names.contains("--accent"));
  for (const std::string& name : names) {
    // "`--level-1` to `--level-4`, each with `-paper`", and the kinds of words in code.
    const bool is_one_of_many =
        name.ends_with("-paper") || name.starts_with("--level-") || name.starts_with("--code-");
    EXPECT_TRUE(is_one_of_many || readme.find("`" + name + "`") != std::string::npos) << name;
  }
}

}  // namespace
}  // namespace debrief
