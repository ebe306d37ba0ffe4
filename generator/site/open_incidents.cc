#include "generator/site/open_incidents.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/text.h"
#include "generator/site/incident_list.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

constexpr std::size_t kUpdates = 3;

// The newest last, in the order of the text where they are of the same time.
std::vector<const ViewTimelineEntry*> timed_entries(const ViewIncident& incident) {
  std::vector<const ViewTimelineEntry*> entries;
  for (const ViewTimelineEntry& entry : incident.timeline) {
    if (entry.time && entry.time->has_clock() && !plain_text(entry.text).empty()) {
      entries.push_back(&entry);
    }
  }
  std::ranges::stable_sort(entries, {},
                           [](const ViewTimelineEntry* entry) { return entry->time->utc; });
  return entries;
}

PageData::List update_rows(const Site& site, const ViewIncident& incident) {
  const std::vector<const ViewTimelineEntry*> entries = timed_entries(incident);
  PageData::List rows;
  for (auto entry = entries.rbegin(); entry != entries.rend() && rows.size() < kUpdates; ++entry) {
    PageData& row = rows.emplace_back(time_data(site, *(*entry)->time));
    row.text("said", collapse_spaces(plain_text((*entry)->text)));
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
