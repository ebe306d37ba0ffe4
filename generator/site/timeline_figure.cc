#include "generator/site/timeline_figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/text.h"
#include "generator/site/texts.h"
#include "generator/site/time_axis.h"
#include "generator/site/times.h"

namespace debrief {
namespace {

using std::chrono::floor;

// Heights and distances in pixels; widths as the axis plans for them.
constexpr int kBracketHeight = 28;
constexpr int kBracketLine = 18;  // from its top
constexpr int kBandHeight = 24;
constexpr int kMarkStep = 9;
constexpr int kAxisHeight = 40;  // ticks, and two lines of labels
constexpr int kMostStacked = 5;
constexpr double kWidth = 640;
constexpr double kNarrowWidth = 270;
constexpr double kLetterWidth = 7;

constexpr double kMarkShare = 1.25;  // of the width: marks that are nearer are stacked
constexpr double kOpenEnd = 92;      // where what is known of an ongoing incident ends
constexpr double kMiddle = 55;       // labels of what begins behind it end there, as do those
                                     // that would not fit on a narrow screen

// "12.5": one place is less than a pixel.
std::string number(double value) {
  std::string text = fmt::format("{:.1f}", value);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

// "16 Nov": the year is in the head of the page.
std::string short_day_text(const Texts& texts, Seconds time) {
  const CivilDate date = civil_date_utc(time);
  return fill_text(texts.label("day_and_month"),
                   {{"day", std::to_string(date.day)},
                    {"month", texts.label(fmt::format("month_short_{}", date.month))}});
}

bool is_exact(const std::optional<Timestamp>& time) {
  return time && time->has_clock();
}

struct PhaseStart {
  Phase phase;
  Seconds time;
};

const std::optional<Timestamp>& time_of(const ViewIncident& incident, Phase phase) {
  const std::array<const std::optional<Timestamp>*, 5> times = {
      &incident.started, &incident.detected, &incident.acknowledged, &incident.mitigated,
      &incident.resolved};
  return *times.at(static_cast<std::size_t>(phase));
}

// In order; one that would be before an earlier one is no phase that could be drawn.
std::vector<PhaseStart> phase_starts(const ViewIncident& incident) {
  std::vector<PhaseStart> starts;
  if (incident.times_in_doubt) return starts;
  for (const Phase phase : kPhases) {
    const std::optional<Timestamp>& time = time_of(incident, phase);
    if (!is_exact(time) || (!starts.empty() && time->utc < starts.back().time)) continue;
    starts.push_back({phase, time->utc});
  }
  return starts;
}

bool is_drawn(const ViewTimelineEntry& entry) {
  return is_exact(entry.time);
}

std::vector<Seconds> moments_of(const ViewIncident& incident,
                                const std::vector<PhaseStart>& phases) {
  std::vector<Seconds> moments;
  for (const PhaseStart& start : phases) moments.push_back(start.time);
  for (const ViewTimelineEntry& entry : incident.timeline) {
    if (!is_drawn(entry)) continue;
    moments.push_back(entry.time->utc);
    if (is_exact(entry.end)) moments.push_back(entry.end->utc);
  }
  std::ranges::sort(moments);
  moments.erase(std::ranges::unique(moments).begin(), moments.end());
  return moments;
}

class Drawing {
 public:
  Drawing(const Site& site, const ViewIncident& incident, std::vector<PhaseStart> phases,
          const std::vector<Seconds>& moments)
      : site_(site),
        incident_(incident),
        phases_(std::move(phases)),
        is_open_(incident.state == IncidentState::open && !phases_.empty()),
        first_(moments.front()),
        last_(moments.back()),
        axis_(moments, is_open_ ? kOpenEnd : 100) {}

  PageData make() {
    PageData data;
    data.text("title", label("timeline_figure"));
    data.text("description", description());
    data.text("zone", zone());
    data.list("brackets", brackets());
    data.text("bands_y", std::to_string(y_));
    data.list("bands", bands());
    data.flag("has_key", !bands_.empty()).list("key", key());
    const int bands_y = y_;
    if (!bands_.empty()) y_ += kBandHeight;
    PageData::List marks = this->marks();
    data.list("marks", std::move(marks));
    data.list("spans", spans());
    data.list("crowds", crowds());
    // A row is there even where nothing is stacked, so that the ticks stand clear of the bands.
    y_ += kMarkStep * (std::max(highest_, 1) + 1);
    data.text("axis_y", std::to_string(y_));
    data.list("stretches", stretches());
    data.list("gaps", gaps(y_ - bands_y + 4));
    data.list("ticks", ticks());
    data.text("height", std::to_string(y_ + kAxisHeight));
    return data;
  }

 private:
  std::string label(std::string_view name) const { return site_.texts.label(name); }

  std::string duration(std::chrono::seconds length) const {
    return duration_text(site_.texts, length);
  }

  std::string phase_name(Phase phase) const { return label(to_string(phase)); }

  const PhaseStart* find(Phase phase) const {
    const auto found = std::ranges::find(phases_, phase, &PhaseStart::phase);
    return found == phases_.end() ? nullptr : &*found;
  }

  bool is_approximate(const PhaseStart& start) const {
    return std::ranges::any_of(incident_.timeline, [&](const ViewTimelineEntry& entry) {
      return entry.phase == start.phase && is_drawn(entry) && entry.time->utc == start.time &&
             entry.certainty == ViewTimelineEntry::Certainty::approximate;
    });
  }

  // "Detected after 4 min"; empty if one of the two is not known.
  std::string after_start(Phase phase) const {
    const PhaseStart* from = find(Phase::started);
    const PhaseStart* to = find(phase);
    if (from == nullptr || to == nullptr) return "";
    const bool is_rough = is_approximate(*from) || is_approximate(*to);
    return fill_text(label(std::string(to_string(phase)) + "_after"),
                     {{"duration", (is_rough ? "~" : "") + duration(to->time - from->time)}});
  }

  std::string moment(Seconds time) const {
    Timestamp stamp;
    stamp.utc = time;
    return std::get<std::string>(*time_data(site_, stamp).find("shown"));
  }

  // What a reader who does not see the drawing should know of it.
  std::string description() const {
    std::string text =
        fill_text(label("from_to"), {{"from", moment(first_)}, {"to", moment(last_)}}) + ".";
    for (const Phase phase : kPhases) {
      const std::string after = phase == Phase::started ? "" : after_start(phase);
      if (!after.empty()) text += " " + after + ".";
    }
    if (is_open_) text += " " + label("still_open") + ".";
    if (!incident_.timeline.empty()) {
      const std::size_t count = incident_.timeline.size();
      text += " " +
              fill_text(site_.texts.form("entry_count", count),
                        {{"count", count_text(site_.texts, count)}}) +
              ".";
    }
    return text;
  }

  std::string zone() const {
    const TimeZone& zone = site_.view.site().time_zone;
    const std::string first = zone.local(first_).abbreviation;
    const std::string last = zone.local(last_).abbreviation;
    return fill_text(label("times_in_zone"),
                     {{"zone", first == last ? first : first + ", " + last}});
  }

  // How long it took to notice, and to put an end to it.
  PageData::List brackets() {
    PageData::List rows;
    add_bracket(Phase::detected, rows);
    add_bracket(find(Phase::resolved) != nullptr ? Phase::resolved : Phase::mitigated, rows);
    return rows;
  }

  void add_bracket(Phase phase, PageData::List& rows) {
    const std::string text = after_start(phase);
    if (text.empty()) return;
    const double from = axis_.at(find(Phase::started)->time);
    const double to = axis_.at(find(phase)->time);
    if (to <= from) return;
    const double width =
        100 * kLetterWidth * static_cast<double>(count_characters(text)) / kNarrowWidth;
    const bool is_late = from > kMiddle || (from + width > 100 && to >= width);
    PageData& row = rows.emplace_back();
    row.text("phase", std::string(to_string(phase))).text("label", text);
    row.text("x", number(from))
        .text("end", number(to))
        .text("y", std::to_string(y_ + kBracketLine));
    row.text("text_x", number(is_late ? to : from)).flag("is_at_end", is_late);
    y_ += kBracketHeight;
  }

  struct Band {
    PhaseStart from;
    std::optional<PhaseStart> to;  // absent: it is not over
    double begin, end;
  };

  PageData::List bands() {
    for (std::size_t i = 0; i < phases_.size(); ++i) {
      const double begin = axis_.at(phases_[i].time);
      const bool is_last = i + 1 == phases_.size();
      if (is_last && !is_open_) break;
      const double end = is_last ? 100 : axis_.at(phases_[i + 1].time);
      if (end <= begin) continue;
      bands_.push_back(
          {phases_[i], is_last ? std::nullopt : std::optional(phases_[i + 1]), begin, end});
    }
    PageData::List rows;
    for (const Band& band : bands_) {
      const std::string name = phase_name(band.from.phase);
      const double needed = kLetterWidth * static_cast<double>(count_characters(name)) + 12;
      const double width = band.end - band.begin;
      const double room = std::min(band.end, end_of_stretch(band.begin)) - band.begin;
      PageData& row = rows.emplace_back();
      row.text("phase", std::string(to_string(band.from.phase)));
      row.text("x", number(band.begin)).text("width", number(width));
      row.text("label", room / 100 * kWidth >= needed ? name : "");
      row.flag("is_extra", room / 100 * kNarrowWidth < needed);
      row.flag("is_open", !band.to);
    }
    return rows;
  }

  // Where the next silence begins, which is drawn over the bands.
  double end_of_stretch(double place) const {
    for (const TimeAxis::Stretch& stretch : axis_.stretches()) {
      const bool is_last = &stretch == &axis_.stretches().back();
      if (place <= stretch.end) return is_last ? 100 : stretch.end;
    }
    return 100;
  }

  PageData::List key() const {
    PageData::List rows;
    for (const Band& band : bands_) {
      PageData& row = rows.emplace_back();
      row.text("phase", std::string(to_string(band.from.phase)));
      const std::string from = phase_name(band.from.phase);
      row.text("label", band.to ? fill_text(label("from_to"),
                                            {{"from", from}, {"to", phase_name(band.to->phase)}})
                                : from);
      row.text("duration", band.to ? duration(band.to->time - band.from.time) : label("open"));
    }
    return rows;
  }

  // Marks are stacked upwards from the axis, which is drawn at 0.
  PageData::List marks() {
    PageData::List rows;
    std::vector<const ViewTimelineEntry*> entries;
    for (const ViewTimelineEntry& entry : incident_.timeline) {
      if (is_drawn(entry)) entries.push_back(&entry);
    }
    std::ranges::stable_sort(entries, {}, [](const auto* entry) { return entry->time->utc; });
    for (const ViewTimelineEntry* entry : entries) {
      const double place = axis_.at(entry->time->utc);
      const int slot = static_cast<int>(std::lround(place / kMarkShare));
      const int level = stacked_[slot]++;
      if (level >= kMostStacked) continue;
      highest_ = std::max(highest_, level + 1);
      PageData& row = rows.emplace_back();
      // Those of a stack stand exactly above each other.
      if (level == 0) stack_places_[slot] = place;
      row.text("x", number(stack_places_[slot]))
          .text("y", std::to_string(-kMarkStep * (level + 1)));
      const std::optional<Phase> phase = phase_begun(incident_, *entry);
      row.text("phase", phase ? std::string(to_string(*phase)) : "");
      row.flag("is_approximate", entry->certainty == ViewTimelineEntry::Certainty::approximate);
    }
    return rows;
  }

  // "+12" above a stack that would be too high.
  PageData::List crowds() {
    PageData::List rows;
    for (const auto& [slot, count] : stacked_) {
      if (count <= kMostStacked) continue;
      highest_ = kMostStacked + 1;
      PageData& row = rows.emplace_back();
      row.text("x", number(stack_places_[slot]));
      row.text("y", std::to_string(-kMarkStep * (kMostStacked + 1)));
      row.text("label", fmt::format("+{}", count - kMostStacked));
    }
    return rows;
  }

  PageData::List spans() const {
    PageData::List rows;
    for (const ViewTimelineEntry& entry : incident_.timeline) {
      if (!is_drawn(entry) || !is_exact(entry.end) || entry.end->utc <= entry.time->utc) continue;
      const double begin = axis_.at(entry.time->utc);
      PageData& row = rows.emplace_back();
      row.text("x", number(begin)).text("width", number(axis_.at(entry.end->utc) - begin));
    }
    return rows;
  }

  PageData::List stretches() const {
    PageData::List rows;
    for (const TimeAxis::Stretch& stretch : axis_.stretches()) {
      PageData& row = rows.emplace_back();
      row.text("x", number(stretch.begin)).text("end", number(stretch.end));
    }
    return rows;
  }

  PageData::List gaps(int height) const {
    PageData::List rows;
    for (std::size_t i = 1; i < axis_.stretches().size(); ++i) {
      const TimeAxis::Stretch& before = axis_.stretches()[i - 1];
      const TimeAxis::Stretch& after = axis_.stretches()[i];
      PageData& row = rows.emplace_back();
      row.text("x", number(before.end + 1)).text("width", number(after.begin - before.end - 2));
      row.text("end", number(after.begin - 1))
          .text("middle", number((before.end + after.begin) / 2));
      row.text("label", duration(after.from - before.to)).text("height", std::to_string(height));
    }
    return rows;
  }

  PageData::List ticks() const {
    const TimeZone& zone = site_.view.site().time_zone;
    PageData::List rows;
    for (const AxisTick& tick : axis_ticks(axis_, zone)) {
      const TimeZone::Local local = zone.local(tick.time);
      const std::string day = short_day_text(site_.texts, local.clock);
      std::string below = tick.shows_day ? day : "";
      if (tick.shows_zone) below += (below.empty() ? "" : " ") + local.abbreviation;
      PageData& row = rows.emplace_back();
      row.text("x", number(tick.place))
          .text("label", tick.is_day ? day : format_clock(local.clock));
      row.text("below", std::move(below));
      row.flag("is_extra", tick.is_extra);
      row.flag("is_at_start", tick.place < 3).flag("is_at_end", tick.place > 97);
    }
    return rows;
  }

  const Site& site_;
  const ViewIncident& incident_;
  const std::vector<PhaseStart> phases_;
  const bool is_open_;
  const Seconds first_, last_;
  const TimeAxis axis_;
  std::vector<Band> bands_;
  std::map<int, int> stacked_;          // how many by place
  std::map<int, double> stack_places_;  // where the first of each stands
  int highest_ = 0;
  int y_ = 0;  // of what is drawn next
};

}  // namespace

std::optional<Phase> phase_begun(const ViewIncident& incident, const ViewTimelineEntry& entry) {
  if (!entry.phase || !is_drawn(entry)) return std::nullopt;
  const std::optional<Timestamp>& time = time_of(incident, *entry.phase);
  return is_exact(time) && time->utc == entry.time->utc ? entry.phase : std::nullopt;
}

std::optional<PageData> timeline_figure(const Site& site, const ViewIncident& incident) {
  std::vector<PhaseStart> phases = phase_starts(incident);
  const std::vector<Seconds> moments = moments_of(incident, phases);
  if (moments.size() < 2) return std::nullopt;
  return Drawing(site, incident, std::move(phases), moments).make();
}

}  // namespace debrief
