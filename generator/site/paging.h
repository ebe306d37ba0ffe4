// The way between the pages of a long list.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {position ("Page 2 of 12"), previous_href, next_href (empty at the ends)} on page `number` of the
// list at `list_path` that has so many rows; absent for a list that fits on one page.
std::optional<PageData> paging(const Site& site, const Links& links, std::string_view list_path,
                               std::size_t number, std::size_t rows);

// What is shorter is seen at once, and needs nothing to sort and filter it with.
inline constexpr std::size_t kRowsWorthTools = 6;

// Whether a list of so many rows is one page that a script may sort and filter.
bool is_worth_tools(std::size_t rows);

// Which of the rows are on that page: from `begin` to before `end`.
struct RowsOnPage {
  std::size_t begin = 0;
  std::size_t end = 0;
};
RowsOnPage rows_on_page(std::size_t number, std::size_t rows);

}  // namespace debrief
