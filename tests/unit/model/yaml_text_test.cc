#include "generator/model/yaml_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "generator/base/source_text.h"
#include "generator/model/yaml.h"
#include "tests/support/print_tree.h"

namespace debrief {
namespace {

TEST(YamlText, IsPlainWhereNothingCanBeMistaken) {
  const struct {
    std::string_view text;
    std::string_view yaml;
  } kCases[] = {
      {"Disk full", "Disk full"},
      {"It's full (again)", "It's full (again)"},
      {"PM-2026-001", "PM-2026-001"},
      {"capacity/connection-pool", "capacity/connection-pool"},
      {"", R"("")"},
      {"no", R"("no")"},
      {"2026-02-15", R"("2026-02-15")"},
      {"Fix #42", R"("Fix #42")"},
      {"Checkout: down", R"("Checkout: down")"},
      {"a, b", R"("a, b")"},
      {"- a", R"("- a")"},
      {"say \"no\" \\ now\n", R"("say \"no\" \\ now\n")"},
      {" a ", R"(" a ")"},
      {"Søren", R"("Søren")"},
      {"a\xE2\x80\xA8z", R"("a\Lz")"},
  };
  for (const auto& [text, yaml] : kCases) EXPECT_EQ(yaml_text(text), yaml);
}

RC_GTEST_PROP(YamlText, ReadsBackAsTheSameText, ()) {
  std::string text;
  for (const std::string& piece :
       *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
           "a", "Z", "0", " ", ":", "#", "-", "'", "\"", "\\", "\n", "\t", "[", "}", ",", "&", "*",
           "!", "|", ">", "%", "@", "`", "é", "日", "\xC2\x85", "\xE2\x80\xA8", "\x01", "~", "?",
           "=", "<<", "---", "...", "yes", "null"))) {
    text += piece;
  }
  const std::string yaml =
      fmt::format("key: {0}\nlist: [{0}, b]\nitems:\n  - {0}\n", yaml_text(text));
  const SourceText file("a.yaml", yaml);
  Diagnostics diagnostics;
  const auto node = parse_yaml(file, 0, yaml.size(), diagnostics);
  RC_ASSERT(print(diagnostics) == "");
  RC_ASSERT(node->find("key")->text == text);
  RC_ASSERT(node->find("list")->items.at(0).text == text);
  RC_ASSERT(node->find("items")->items.at(0).text == text);
}

}  // namespace
}  // namespace debrief
