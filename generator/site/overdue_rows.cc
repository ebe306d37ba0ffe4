#include "generator/site/overdue_rows.h"

#include <string>
#include <utility>
#include <vector>

#include "generator/insight/overdue_actions.h"
#include "generator/site/fact_text.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

std::optional<PageData> overdue_rows(const Site& site, const Links& links, std::size_t most) {
  const std::vector<OverdueAction> overdue = overdue_actions(site.view, site.today);
  if (overdue.empty()) return std::nullopt;
  PageData::List rows;
  for (const OverdueAction& action : overdue) {
    if (rows.size() == most) break;
    const ViewIncident& incident = site.view.incidents()[action.incident];
    const ViewActionItem& item = incident.actions[action.item];
    PageData& row = rows.emplace_back();
    row.text("item", plain_text(item.text));
    row.text("owner", joined(item.owners)).text("priority", item.priority);
    row.group("due", date_data(site, *item.due));
    row.text("overdue",
             counted_text(site.texts, "late_by", static_cast<std::size_t>(action.overdue.count())));
    row.text("title", incident.title).text("href", links.to(incident_path(incident.slug)));
  }
  PageData data;
  data.text("count", counted_text(site.texts, "overdue_count", overdue.size()));
  data.text("more", overdue.size() > rows.size()
                        ? counted_text(site.texts, "more_count", overdue.size() - rows.size())
                        : std::string());
  data.list("rows", std::move(rows));
  return data;
}

}  // namespace debrief
