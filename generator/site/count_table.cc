#include "generator/site/count_table.h"

#include <algorithm>
#include <utility>

namespace debrief {

PageData::List count_rows(const Texts& texts, const std::vector<Count>& counts) {
  std::size_t largest = 1;
  for (const Count& count : counts) largest = std::max(largest, count.count);
  PageData::List rows;
  for (const Count& count : counts) {
    // Rounded up, so that even one of thousands can be seen.
    const std::size_t share = (count.count * 100 + largest - 1) / largest;
    PageData& row = rows.emplace_back();
    row.text("label", count.label).text("href", count.href).text("note", count.note);
    row.text("count", count_text(texts, count.count)).text("share", std::to_string(share));
  }
  return rows;
}

std::vector<Count> largest_counts(std::vector<Count> counts, std::size_t most) {
  std::erase_if(counts, [](const Count& count) { return count.count == 0; });
  std::stable_sort(counts.begin(), counts.end(),
                   [](const Count& a, const Count& b) { return a.count > b.count; });
  if (counts.size() > most) counts.resize(most);
  return counts;
}

std::optional<PageData> count_table(const Texts& texts, std::string heading, std::string column,
                                    const std::vector<Count>& counts) {
  if (counts.empty()) return std::nullopt;
  PageData data;
  data.text("heading", std::move(heading)).text("column", std::move(column));
  data.list("rows", count_rows(texts, counts));
  return data;
}

}  // namespace debrief
