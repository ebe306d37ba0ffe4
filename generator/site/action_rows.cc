#include "generator/site/action_rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "generator/site/fact_text.h"
#include "generator/site/optional_data.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

std::string days_text(const Site& site, std::string_view name, std::chrono::days days) {
  return counted_text(site.texts, name, static_cast<std::size_t>(days.count()));
}

PageData::List owner_links(const Site& site, const Links& links, const ViewActionItem& item) {
  PageData::List rows;
  for (const std::string& name : item.owners) {
    const auto owner = std::ranges::find(
        site.actions.owners, name,
        [](const ActionLists::Owner& each) -> const std::string& { return each.owned.name; });
    PageData& row = rows.emplace_back();
    row.text("name", name);
    row.text("href", owner == site.actions.owners.end() ? "" : links.to(owner_path(owner->slug)));
  }
  return rows;
}

PageData action_row(const Site& site, const Links& links, const RegisterItem& entry) {
  const ViewIncident& incident = site.view.incidents()[entry.incident];
  const ViewActionItem& item = action_of(site.view, entry);
  const bool is_late = entry.state == ActionState::overdue;
  PageData row;
  row.text("state", std::string(to_string(entry.state)));
  row.text("state_label", site.texts.label("action_" + std::string(to_string(entry.state))));
  row.text("rank", std::to_string(static_cast<int>(entry.state) + 1));
  row.flag("is_late", is_late).text("item", plain_text(item.text));
  row.list("owners", owner_links(site, links, item)).text("teams", joined(item.teams));
  row.text("priority", item.priority).text("type", item.type);
  row.text("services", services_text(site.view, incident));
  set_optional(row, "due", date_data(site, item.due));
  row.text("due_text", item.due_text).text("progress", item.progress);
  set_optional(row, "completed", date_data(site, item.completed));
  row.text("late", entry.late.count() == 0 ? "" : days_text(site, "late_by", entry.late));
  row.text("age", entry.age ? days_text(site, "day_count", *entry.age) : "");
  row.text("ticket", item.ticket).text("ticket_href", item.ticket_url);
  row.text("title", incident.title).text("href", links.to(incident_path(incident.slug)));
  row.flag("has_recurred", entry.has_recurred);
  return row;
}

}  // namespace

PageData::List action_rows(const Site& site, const Links& links,
                           const std::vector<RegisterItem>& items, std::size_t begin,
                           std::size_t end) {
  PageData::List rows;
  for (std::size_t i = begin; i < end; ++i) rows.push_back(action_row(site, links, items[i]));
  return rows;
}

}  // namespace debrief
