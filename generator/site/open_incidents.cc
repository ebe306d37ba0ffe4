#include "generator/site/open_incidents.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "generator/site/incident_list.h"
#include "generator/site/texts.h"
#include "generator/site/timed_entries.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

constexpr std::size_t kUpdates = 3;

PageData::List update_rows(const Site& site, const ViewIncident& incident) {
  const std::vector<TimedEntry> entries = timed_entries(incident);
  PageData::List rows;
  for (auto entry = entries.rbegin(); entry != entries.rend() && rows.size() < kUpdates; ++entry) {
    PageData& row = rows.emplace_back(time_data(site, entry->time));
    row.text("said", entry->text);
  }
  return rows;
}

}  // namespace

std::optional<PageData> open_incidents(const Site& site, const Links& links) {
  const IncidentList& open = site.index.open;
  if (open.empty()) return std::nullopt;
  PageData::List rows = incident_rows(site, links, open, kRowsPerPage);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    PageData::List updates = update_rows(site, site.view.incidents()[open[i]]);
    rows[i].flag("has_updates", !updates.empty()).list("updates", std::move(updates));
  }
  PageData data;
  data.text("count", open_count_text(site.texts, open.size()));
  data.list("rows", std::move(rows));
  return data;
}

}  // namespace debrief
