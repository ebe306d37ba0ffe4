#include "generator/site/timed_entries.h"

#include <algorithm>
#include <utility>

#include "generator/base/text.h"

namespace debrief {

std::vector<TimedEntry> timed_entries(const ViewIncident& incident) {
  std::vector<TimedEntry> entries;
  for (const ViewTimelineEntry& entry : incident.timeline) {
    if (!entry.time || !entry.time->has_clock()) continue;
    std::string text = collapse_spaces(plain_text(entry.text));
    if (!text.empty()) entries.push_back({*entry.time, entry.phase, std::move(text)});
  }
  std::ranges::stable_sort(entries, {}, [](const TimedEntry& entry) { return entry.time.utc; });
  return entries;
}

}  // namespace debrief
