#include "generator/site/guide_rows.h"

#include "generator/base/text.h"
#include "generator/site/article.h"

namespace debrief {

namespace {

constexpr std::size_t kSummaryCharacters = 160;

}  // namespace

PageData::List guide_rows(const Site& site, const Links& links) {
  PageData::List rows;
  for (const ViewGuide& guide : site.view.guides()) {
    PageData& row = rows.emplace_back();
    row.text("title", guide.title).text("href", links.to(guide_path(guide.slug)));
    row.text("summary", shorten(collapse_spaces(opening_text(guide.body)), kSummaryCharacters));
  }
  return rows;
}

}  // namespace debrief
