#include "generator/site/times.h"

#include <fmt/format.h>

#include "generator/base/time_zone.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

// A day is the author's own and has no clock to convert.
Seconds clock_of(const Timestamp& time, const TimeZone& zone) {
  return time.has_clock() ? zone.local(time.utc).clock : time.utc;
}

std::string dated_text(const Texts& texts, std::string_view date, std::string_view time) {
  return fill_text(texts.label("date_and_time"), {{"date", date}, {"time", time}});
}

PageData shown_time(std::string machine, std::string shown, std::string utc) {
  PageData data;
  data.text("machine", std::move(machine)).text("shown", std::move(shown));
  data.text("utc", std::move(utc));
  return data;
}

}  // namespace

std::string machine_time(const Timestamp& time) {
  return time.has_clock() ? format_rfc3339(time.utc) : to_string(time);
}

PageData time_data(const Site& site, const Timestamp& time) {
  return time_data_after(site, std::nullopt, time);
}

PageData time_data_after(const Site& site, const std::optional<Timestamp>& before,
                         const Timestamp& time) {
  if (!time.has_clock()) return date_data(site, time);
  const TimeZone& zone = site.view.site().time_zone;
  const TimeZone::Local local = zone.local(time.utc);
  const std::string date = date_text(site.texts, local.clock);
  const bool is_date_known = before && date_text(site.texts, clock_of(*before, zone)) == date;
  std::string shown = fmt::format("{} {}", format_clock(local.clock), local.abbreviation);
  if (!is_date_known) shown = dated_text(site.texts, date, shown);
  if (zone.is_utc()) return shown_time(machine_time(time), std::move(shown), "");

  const std::string utc_date = date_text(site.texts, time.utc);
  std::string utc = format_clock(time.utc) + " UTC";
  if (utc_date != date) utc = dated_text(site.texts, utc_date, utc);
  return shown_time(machine_time(time), std::move(shown), std::move(utc));
}

PageData date_data(const Site& site, const Timestamp& time) {
  const TimeZone& zone = site.view.site().time_zone;
  return shown_time(
      machine_time(time),
      time.has_clock() ? date_text(site.texts, clock_of(time, zone)) : date_text(site.texts, time),
      "");
}

std::optional<PageData> date_data(const Site& site, const std::optional<Timestamp>& time) {
  if (!time) return std::nullopt;
  return date_data(site, *time);
}

PageData duration_data(const Site& site, std::chrono::seconds duration, bool is_approximate) {
  PageData data;
  data.text("machine", format_iso_duration(duration))
      .text("shown", (is_approximate ? "~" : "") + duration_text(site.texts, duration));
  return data;
}

std::optional<Timestamp> latest_time(const ViewIncident& incident) {
  std::optional<Timestamp> latest;
  for (const std::optional<Timestamp>& time :
       {incident.started, incident.detected, incident.acknowledged, incident.mitigated,
        incident.resolved}) {
    if (time && (!latest || latest->utc < time->utc)) latest = time;
  }
  return latest;
}

std::optional<Timestamp> update_time(const ViewIncident& incident) {
  return incident.changed ? incident.changed : latest_time(incident);
}

}  // namespace debrief
