// What holds for every file: it is read or refused, and a refusal says why.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "generator/extract/action_item.h"
#include "generator/extract/loose_date.h"
#include "tests/support/model_text.h"

namespace debrief {
namespace {

rc::Gen<std::string> text_of(std::vector<std::string> pieces) {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::move(pieces))),
      [](const std::vector<std::string>& parts) {
        std::string text;
        for (const std::string& part : parts) text += part;
        return text;
      });
}

rc::Gen<std::string> front_matter() {
  return text_of({"title",
                  "date",
                  "started",
                  "visibility",
                  "status",
                  "impact",
                  "public",
                  ": ",
                  ":",
                  "\n",
                  "  ",
                  "- ",
                  "[",
                  "]",
                  "{",
                  "}",
                  ", ",
                  "a",
                  "2026-02-15",
                  "public",
                  "\"",
                  "'",
                  "|",
                  ">-",
                  "&a",
                  "*a",
                  "<<",
                  "!!str",
                  "#",
                  " #1",
                  "---",
                  "...",
                  "~",
                  "\t",
                  "\r\n",
                  "ü",
                  "? ",
                  "@",
                  "`",
                  "%",
                  "<!-- internal -->"});
}

RC_GTEST_PROP(ModelProperties, AnyFrontMatterIsReadOrRefused, ()) {
  const ReadReport result = read_front_matter(*front_matter());
  RC_ASSERT(result.report || !result.problems.empty());
}

RC_GTEST_PROP(ModelProperties, AnyBytesAreReadOrRefused, (const std::string& bytes)) {
  const ReadReport result = read(bytes);
  RC_ASSERT(result.report || !result.problems.empty());
}

RC_GTEST_PROP(ModelProperties, AnyYamlIsReadOrRefused, ()) {
  const std::string text = *front_matter();
  const SourceText file("a.yaml", text);
  Diagnostics diagnostics;
  const bool is_read = parse_yaml(file, 0, text.size(), diagnostics).has_value();
  RC_ASSERT(is_read || diagnostics.has_errors());
}

RC_GTEST_PROP(ModelProperties, AnyTextMayBeAnActionItem, ()) {
  const std::string text = *text_of(
      {"- ",       "[ ] ", "[x] ", "[P1] ",   "Add",  " ",     " - ",   " – ",
       "(",        ")",    ", ",   "Owner: ", "Due ", "Due: ", "@a",    "2/15",
       "March 28", "P2",   "DONE", "*",       "`",    "|",     "|-|\n", "|Action|Due|\n|-|-|\n",
       "\n",       ".",    "ü"});
  const ReadReport result = read(report_text("", "## Action items\n\n" + text));
  RC_ASSERT(result.report);
  for (const ActionItem& item : result.report->actions) RC_ASSERT(!item.text.empty());
}

RC_GTEST_PROP(ModelProperties, ALooseDayIsNeverBeforeTheFirst, ()) {
  const std::string text =
      *text_of({"2", "/", "15", "2026", "March", " ", ",", "th", "-", "31", "Feb"});
  const auto first = parse_timestamp("2026-02-16");
  const auto day = parse_loose_day(text, first);
  const bool says_year = text.find("20") != std::string::npos;
  const bool is_later = !day || says_year || day->utc >= first->utc;
  RC_ASSERT(is_later);
}

}  // namespace
}  // namespace debrief
