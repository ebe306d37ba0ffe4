#include "generator/site/paging.h"

#include <algorithm>

#include "generator/site/page.h"
#include "generator/site/texts.h"

namespace debrief {

std::optional<PageData> paging(const Site& site, const Links& links, std::string_view list_path,
                               std::size_t number, std::size_t rows) {
  const std::size_t pages = page_count(rows);
  if (pages == 1) return std::nullopt;
  PageData data;
  data.text("position", position_text(site.texts, number, pages));
  data.text("previous_href", number > 1 ? links.to(numbered_path(list_path, number - 1)) : "");
  data.text("next_href", number < pages ? links.to(numbered_path(list_path, number + 1)) : "");
  return data;
}

bool is_worth_tools(std::size_t rows) {
  return page_count(rows) == 1 && rows >= kRowsWorthTools;
}

RowsOnPage rows_on_page(std::size_t number, std::size_t rows) {
  const std::size_t begin = std::min(rows, (number - 1) * kRowsPerPage);
  return {begin, std::min(rows, begin + kRowsPerPage)};
}

}  // namespace debrief
