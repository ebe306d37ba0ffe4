#include "generator/insight/counted_day.h"

namespace debrief {

std::optional<Day> counted_day(const ViewIncident& incident) {
  const std::optional<Timestamp>& started = incident.started;
  if (!started || started->precision == Timestamp::Precision::year) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(started->utc);
}

}  // namespace debrief
