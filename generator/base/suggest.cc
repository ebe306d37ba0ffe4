#include "generator/base/suggest.h"

#include <algorithm>
#include <cstddef>

#include "generator/base/text.h"
#include "generator/base/utf8.h"

namespace debrief {

namespace {

std::u32string folded_characters(std::string_view text) {
  const std::string lower = to_lower(text);
  std::u32string result;
  for (std::size_t offset = 0; offset < lower.size();) {
    const Utf8Character character = decode_utf8(lower, offset);
    result += character.code;
    offset += character.length;
  }
  return result;
}

// Insertions, deletions, replacements and swaps of two neighbours, no part edited twice.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> suggest(std::string_view name,
                                   const std::vector<std::string>& candidates) {
  if (name.empty()) return std::nullopt;
  const std::u32string wanted = folded_characters(name);
  const std::string* nearest = nullptr;
  std::size_t smallest = 0;
  for (const std::string& candidate : candidates) {
    const std::u32string known = folded_characters(candidate);
    const std::size_t shorter = std::min(wanted.size(), known.size());
    const std::size_t longer = std::max(wanted.size(), known.size());
    const std::size_t allowed = std::max<std::size_t>(1, longer / 3);
    if (longer - shorter > allowed) continue;
    const std::size_t distance = edit_distance(wanted, known);
    if (distance > allowed || (nearest && distance >= smallest)) continue;
    nearest = &candidate;
    smallest = distance;
  }
  if (!nearest) return std::nullopt;
  return *nearest;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::optional<std::string> nearest = suggest(name, candidates);
  return nearest ? "; did you mean '" + *nearest + "'?" : "";
}

}  // namespace debrief
