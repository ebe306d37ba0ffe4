#include "generator/site/maintenance_rows.h"

#include <algorithm>
#include <string>
#include <utility>

#include "generator/insight/time_figures.h"
#include "generator/site/fact_text.h"
#include "generator/site/optional_data.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

constexpr std::size_t kComingShown = 6;

std::string_view label_of(MaintenanceState state) {
  switch (state) {
    case MaintenanceState::scheduled:
      return "maintenance_scheduled";
    case MaintenanceState::in_progress:
      return "maintenance_in_progress";
    case MaintenanceState::completed:
      return "maintenance_completed";
  }
  return "";
}

std::optional<PageData> end_data(const Site& site, const ViewIncident& maintenance) {
  if (!maintenance.resolved) return std::nullopt;
  return time_data_after(site, maintenance.started, *maintenance.resolved);
}

}  // namespace

void set_maintenance_state(PageData& data, const Site& site, std::size_t place) {
  const ViewIncident& maintenance = site.view.maintenance()[place];
  const MaintenanceState state = maintenance_state(site.view, maintenance, site.today);
  data.text("state", site.texts.label(label_of(state)));
  data.flag("is_now", state == MaintenanceState::in_progress);
  std::optional<PageData> start;
  if (maintenance.started) start = time_data(site, *maintenance.started);
  set_optional(data, "started", std::move(start));
  set_optional(data, "ended", end_data(site, maintenance));
  std::optional<PageData> length;
  if (const auto duration = time_between(maintenance.started, maintenance.resolved)) {
    length = duration_data(site, *duration);
  }
  set_optional(data, "duration", std::move(length));
}

PageData::List maintenance_rows(const Site& site, const Links& links,
                                const std::vector<std::size_t>& places) {
  PageData::List rows;
  for (const std::size_t place : places) {
    const ViewIncident& maintenance = site.view.maintenance()[place];
    PageData& row = rows.emplace_back();
    row.text("title", maintenance.title);
    row.text("href", links.to(maintenance_path(maintenance.slug)));
    row.text("summary", maintenance.summary);
    row.text("services", services_text(site.view, maintenance));
    row.text("workflow", workflow_text(site.texts, maintenance.workflow));
    set_maintenance_state(row, site, place);
  }
  return rows;
}

std::optional<PageData> coming_maintenance(const Site& site, const Links& links,
                                           std::optional<std::size_t> service) {
  std::vector<std::size_t> places = coming(site.maintenance);
  if (service) {
    std::erase_if(places, [&](std::size_t place) {
      return std::ranges::count(site.view.maintenance()[place].services, *service) == 0;
    });
  }
  if (places.empty()) return std::nullopt;
  const bool has_more = places.size() > kComingShown;
  places.resize(std::min(places.size(), kComingShown));
  PageData data;
  data.list("rows", maintenance_rows(site, links, places));
  data.text("href", has_more ? links.to(kMaintenancePath) : "");
  return data;
}

}  // namespace debrief
