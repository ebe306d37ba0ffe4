#include "generator/site/day_strip.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "generator/insight/incident_days.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

constexpr int kDays = 90;
constexpr double kShareOfDay = 0.7;  // of its place; the rest is the gap to the next one
// A day of so many incidents is named by its number alone.
constexpr std::size_t kNamed = 3;

std::string percent(double places) {
  return fmt::format("{:.2f}%", 100 * places / kDays);
}

// Days one after another on which the same was wrong: one mark, however long it went on.
struct Run {
  IncidentDay first;
  Day last;
};

std::vector<Run> runs_of(const std::vector<IncidentDay>& days) {
  std::vector<Run> runs;
  for (const IncidentDay& day : days) {
    const bool goes_on = !runs.empty() && runs.back().last + std::chrono::days(1) == day.day &&
                         runs.back().first.incidents == day.incidents;
    if (goes_on) {
      runs.back().last = day.day;
    } else {
      runs.push_back({day, day.day});
    }
  }
  return runs;
}

std::string when(const Texts& texts, const Run& run) {
  const std::string first = date_text(texts, Seconds(run.first.day));
  if (run.first.day == run.last) return first;
  return fill_text(texts.label("from_to"),
                   {{"from", first}, {"to", date_text(texts, Seconds(run.last))}});
}

std::string what(const Site& site, const std::vector<IncidentIndex>& incidents) {
  if (incidents.size() > kNamed) return incident_count_text(site.texts, incidents.size());
  std::string names;
  for (const IncidentIndex i : incidents) {
    if (!names.empty()) names += "; ";
    names += site.view.incidents()[i].title;
  }
  return names;
}

std::string summary_text(const Texts& texts, std::size_t days) {
  const std::string all = std::to_string(kDays);
  if (days == 0) return fill_text(texts.label("no_days_with_incidents"), {{"days", all}});
  return fill_text(texts.form("days_with_incidents", days),
                   {{"count", count_text(texts, days)}, {"days", all}});
}

}  // namespace

PageData day_strip(const Site& site, const IncidentList& incidents) {
  const Day first = site.today - std::chrono::days(kDays - 1);
  const std::vector<IncidentDay> days = incident_days(site.view, incidents, first, site.today);
  PageData::List rows;
  for (const Run& run : runs_of(days)) {
    const auto before = static_cast<double>((run.first.day - first).count());
    const auto more = static_cast<double>((run.last - run.first.day).count());
    PageData& row = rows.emplace_back();
    row.text("x", percent(before)).text("width", percent(more + kShareOfDay));
    row.text("level", run.first.severity ? std::to_string(*run.first.severity + 1) : "unknown");
    row.text("label",
             titled_text(site.texts, when(site.texts, run), what(site, run.first.incidents)));
  }
  PageData data;
  data.text("summary", summary_text(site.texts, days.size()));
  data.text("from", date_text(site.texts, Seconds(first)));
  data.text("count", std::to_string(kDays));
  data.list("days", std::move(rows));
  return data;
}

}  // namespace debrief
