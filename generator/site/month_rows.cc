#include "generator/site/month_rows.h"

#include "generator/site/incident_list.h"
#include "generator/site/month_groups.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

constexpr std::size_t kRowsPerMonth = 25;

}  // namespace

PageData::List month_rows(const Site& site, const Links& links, const Month& first,
                          const Month& last) {
  PageData::List months;
  for (const auto& [month, incidents] : month_groups(site.view, site.index.all, first, last)) {
    const bool has_more = incidents.size() > kRowsPerMonth;
    const std::string quarter = quarter_path(month.year, (month.number + 2) / 3);
    PageData& row = months.emplace_back();
    row.text("label", month_text(site.texts, month));
    row.text("href", has_more ? links.to(quarter) : std::string());
    row.flag("has_rows", !incidents.empty());
    row.list("rows", incident_rows(site, links, incidents, kRowsPerMonth));
  }
  return months;
}

}  // namespace debrief
