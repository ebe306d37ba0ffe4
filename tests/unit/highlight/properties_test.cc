// What holds for every language and any bytes.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "generator/highlight/highlight.h"

namespace debrief {
namespace {

const std::vector<std::string> kLanguages = {
    "sh",  "console", "dockerfile", "yaml", "json",   "toml", "diff", "log",
    "cpp", "go",      "java",       "ts",   "rust",   "c#",   "php",  "python",
    "rb",  "tf",      "nginx",      "sql",  "promql", "text"};

// Pieces in which tokenisers could lose their way.
const std::vector<std::string> kPieces = {"\"",
                                          "'",
                                          "`",
                                          "\\",
                                          "\n",
                                          "#",
                                          "//",
                                          "/*",
                                          "*/",
                                          "--",
                                          "<<E",
                                          "E\n",
                                          "$",
                                          "${",
                                          "}",
                                          "{",
                                          "[",
                                          "]",
                                          ":",
                                          ": ",
                                          "- ",
                                          "|\n",
                                          ">-\n",
                                          "  ",
                                          "\t",
                                          "\r",
                                          "@@",
                                          "+",
                                          "-",
                                          "\"\"\"",
                                          "'''",
                                          "=",
                                          "if",
                                          "a",
                                          "1",
                                          ".",
                                          "$ ",
                                          "# ",
                                          "> ",
                                          "ERROR",
                                          "&",
                                          "*",
                                          std::string(1, '\0'),
                                          "\xFF",
                                          "\xC3",
                                          "é",
                                          "%",
                                          "@x",
                                          ",",
                                          "--- a\n",
                                          "+++ b\n",
                                          "Mar "};

std::string concatenation(const std::vector<CodeSpan>& spans) {
  std::string text;
  for (const CodeSpan& span : spans) text += span.text;
  return text;
}

void check(const std::string& language, const std::string& code) {
  const std::vector<CodeSpan> spans = highlight(language, code);
  RC_ASSERT(concatenation(spans) == code);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    RC_ASSERT(!spans[i].text.empty());
    if (i > 0) RC_ASSERT(spans[i].kind != spans[i - 1].kind);
  }
}

RC_GTEST_PROP(HighlightProperties, SpansAreTheCode, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
  std::string code;
  for (const std::string& piece : pieces) code += piece;
  for (const std::string& language : kLanguages) check(language, code);
}

RC_GTEST_PROP(HighlightProperties, SpansAreTheCodeWhateverItsBytes, (const std::string& code)) {
  for (const std::string& language : kLanguages) check(language, code);
}

RC_GTEST_PROP(HighlightProperties, TakesAnyLanguage, (const std::string& language)) {
  check(language, "a\n\"b\"");
}

// Every prefix of a code is a code, too.
TEST(HighlightProperties, SpansAreTheCodeWhereverItEnds) {
  std::string all;
  for (const std::string& piece : kPieces) all += piece + " x\n" + piece;
  for (const std::string& language : kLanguages) {
    for (std::size_t length = 0; length <= all.size(); ++length) {
      const std::string code = all.substr(0, length);
      ASSERT_EQ(code, concatenation(highlight(language, code))) << language << " " << length;
    }
  }
}

}  // namespace
}  // namespace debrief
