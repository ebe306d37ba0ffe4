// How many incidents there are of each kind, as the rows of a table with bars.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "generator/site/page_data.h"
#include "generator/site/texts.h"

namespace debrief {

struct Count {
  std::string label;
  std::string href;  // empty for a row that leads nowhere
  std::size_t count = 0;
  std::string note;  // a description; may be empty
};

// {label, href, count, share, note}, in the order given; `share` is the length of the bar, 0
// to 100, the longest bar being 100.
PageData::List count_rows(const Texts& texts, const std::vector<Count>& counts);

// The `most` largest, largest first; equal ones stay in order; those with none are left out.
std::vector<Count> largest_counts(std::vector<Count> counts, std::size_t most);

// {heading, column, rows}; absent if there are no rows.
std::optional<PageData> count_table(const Texts& texts, std::string heading, std::string column,
                                    const std::vector<Count>& counts);

}  // namespace debrief
