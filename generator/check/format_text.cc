#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "generator/base/hash.h"
#include "generator/check/formats.h"
#include "generator/check/mend.h"
#include "generator/check/review_guide.h"

namespace debrief {
namespace {

std::string counted(std::ptrdiff_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

}  // namespace

std::vector<std::string> fingerprints(const std::vector<Diagnostic>& items) {
  std::map<std::string, int> seen;
  std::vector<std::string> prints;
  for (const Diagnostic& item : items) {
    const std::string& line = item.where.line_text.empty() ? item.message : item.where.line_text;
    const std::string what = item.id + '\n' + item.where.file + '\n' + line;
    prints.push_back(content_hash(fmt::format("{}\n{}", what, seen[what]++), 32));
  }
  return prints;
}

std::string count_text(const std::vector<Diagnostic>& items) {
  const auto count = [&items](Level level) {
    return std::ranges::count(items, level, &Diagnostic::level);
  };
  return fmt::format("{}, {} and {}", counted(count(Level::error), "error"),
                     counted(count(Level::warning), "warning"),
                     counted(count(Level::info), "note"));
}

std::string findings_text(const FindingsToPrint& findings) {
  std::string text;
  for (const Diagnostic& item : findings.items) text += to_string(item) + "\n";
  if (findings.items.empty()) return "Nothing was found.\n";
  text += count_text(findings.items);
  std::set<std::string> pages;
  for (const Diagnostic& item : findings.items) {
    if (std::string page = rule_address(findings.guide_address, item.id); !page.empty())
      pages.insert(std::move(page));
  }
  text += pages.empty() ? "; 'debrief check --explain RULE' says why.\n" : ".\n";
  if (const std::size_t mendable = count_mendable(findings.items); mendable > 0)
    text += fmt::format("'debrief check --fix' mends {} of them.\n", mendable);
  if (pages.empty()) return text;
  text += "Why:\n";
  for (const std::string& page : pages) text += "  " + page + "\n";
  return text;
}

}  // namespace debrief
