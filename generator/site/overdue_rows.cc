#include "generator/site/overdue_rows.h"

#include <algorithm>
#include <string>
#include <utility>

#include "generator/insight/action_register.h"
#include "generator/site/fact_text.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

std::optional<PageData> overdue_rows(const Site& site, const Links& links, std::size_t most) {
  const std::size_t count = count_of(site.register_items, ActionState::overdue);
  if (count == 0) return std::nullopt;
  PageData::List rows;
  // The register begins with them.
  for (std::size_t i = 0; i < std::min(count, most); ++i) {
    const RegisterItem& action = site.register_items[i];
    const ViewIncident& incident = site.view.incidents()[action.incident];
    const ViewActionItem& item = action_of(site.view, action);
    PageData& row = rows.emplace_back();
    row.text("item", plain_text(item.text));
    row.text("owner", joined(item.owners)).text("priority", item.priority);
    row.group("due", date_data(site, *item.due));
    row.text("overdue",
             counted_text(site.texts, "late_by", static_cast<std::size_t>(action.late.count())));
    row.text("title", incident.title).text("href", links.to(incident_path(incident.slug)));
  }
  PageData data;
  data.text("count", counted_text(site.texts, "overdue_count", count));
  data.text("more", count > rows.size()
                        ? counted_text(site.texts, "more_count", count - rows.size())
                        : std::string());
  data.text("href", links.to(kActionsPath));
  data.list("rows", std::move(rows));
  return data;
}

}  // namespace debrief
