#include "generator/cli/stats_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/text.h"

namespace debrief {

namespace {

// Rows of cells: the first column is left-aligned, all others stand at the right.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> head) { rows_.push_back(std::move(head)); }

  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  std::string text() const {
    std::vector<std::size_t> widths(rows_.front().size(), 0);
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        widths[i] = std::max(widths[i], count_characters(row[i]));
      }
    }
    std::string out;
    for (const auto& row : rows_) {
      std::string line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string padding(widths[i] - count_characters(row[i]), ' ');
        line += i == 0 ? row[i] + padding : "  " + padding + row[i];
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out += "  " + line + "\n";
    }
    return out;
  }

 private:
  std::vector<std::vector<std::string>> rows_;
};

std::string count_cell(std::size_t count) {
  return count == 0 ? "-" : std::to_string(count);
}

std::string share_cell(std::size_t part, std::size_t all) {
  return part == 0 ? "-" : fmt::format("{} ({} %)", part, 100 * part / all);
}

using Column = std::pair<std::string, std::function<std::string(const Figures&)>>;

// A row a period, and one for all of them.
std::string by_period(const Trends& trends, std::string_view title,
                      const std::vector<Column>& columns) {
  std::vector<std::string> head = {""};
  for (const auto& [name, cell] : columns) head.push_back(name);
  TextTable table(std::move(head));
  const auto add = [&](std::string label, const Figures& figures) {
    std::vector<std::string> row = {std::move(label)};
    for (const auto& [name, cell] : columns) row.push_back(cell(figures));
    table.add(std::move(row));
  };
  for (const PeriodFigures& period : trends.periods) add(to_string(period.period), period.figures);
  add("all", trends.all);
  return fmt::format("\n{}\n{}", title, table.text());
}

std::string severities(const View& view, const Trends& trends) {
  std::vector<Column> columns = {
      {"all", [](const Figures& each) { return count_cell(each.incidents.size()); }}};
  for (std::size_t i = 0; i < view.severities().size(); ++i) {
    columns.emplace_back(view.severities()[i].label, [i](const Figures& each) {
      return count_cell(each.kinds.by_severity[i].size());
    });
  }
  columns.emplace_back("not stated", [](const Figures& each) {
    return count_cell(each.kinds.without_severity.size());
  });
  return by_period(trends, "Incidents by severity", columns);
}

// "46 min / 1 h 2 min of 3"
std::string time_cell(const PhaseDuration& time) {
  if (!time.figure) return "-";
  return fmt::format("{} / {} of {}", format_duration(time.figure->median),
                     format_duration(time.figure->percentile_90), time.figure->count);
}

std::string times(const Trends& trends) {
  return by_period(
      trends, "Time from the start: median / 90th percentile, of how many incidents",
      {{"to detect", [](const Figures& each) { return time_cell(each.times.to_detect); }},
       {"to acknowledge", [](const Figures& each) { return time_cell(each.times.to_acknowledge); }},
       {"to mitigate", [](const Figures& each) { return time_cell(each.times.to_mitigate); }},
       {"to resolve", [](const Figures& each) { return time_cell(each.times.to_resolve); }},
       {"ongoing",
        [](const Figures& each) { return count_cell(each.times.to_resolve.open.size()); }},
       {"no times",
        [](const Figures& each) { return count_cell(each.times.to_resolve.not_said.size()); }},
       {"in doubt", [](const Figures& each) { return count_cell(each.times.in_doubt.size()); }}});
}

std::string detection(const Trends& trends) {
  const auto share = [](Incidents DetectionShare::*list) {
    return [list](const Figures& each) {
      return share_cell((each.detection.*list).size(), each.detection.said());
    };
  };
  return by_period(trends, "Noticed first by, of those that say",
                   {{"alert", share(&DetectionShare::alert)},
                    {"customer", share(&DetectionShare::customer)},
                    {"employee", share(&DetectionShare::employee)},
                    {"partner", share(&DetectionShare::partner)},
                    {"not said", [](const Figures& each) {
                       return count_cell(each.detection.not_said.size());
                     }}});
}

std::string recurrence(const Trends& trends) {
  return by_period(
      trends, "New and recurring",
      {{"new", [](const Figures& each) { return count_cell(each.recurrence.first_time.size()); }},
       {"recurring",
        [](const Figures& each) { return count_cell(each.recurrence.recurring.size()); }}});
}

std::string promptness(const Trends& trends, std::string_view title, Promptness Figures::*figure) {
  const auto count = [figure](Incidents Promptness::*list) {
    return [figure, list](const Figures& each) { return count_cell((each.*figure.*list).size()); };
  };
  return by_period(trends, title,
                   {{"in time", count(&Promptness::within)},
                    {"late", count(&Promptness::late)},
                    {"not yet", count(&Promptness::not_yet)},
                    {"not said", count(&Promptness::not_said)},
                    {"in doubt", count(&Promptness::in_doubt)}});
}

// When items were done is internal.
std::string actions(const View& view, const Trends& trends) {
  TextTable table(view.is_internal() ? std::vector<std::string>{"", "opened", "closed"}
                                     : std::vector<std::string>{"", "opened"});
  const auto add = [&](std::string label, std::size_t opened, std::size_t closed) {
    std::vector<std::string> row = {std::move(label), count_cell(opened)};
    if (view.is_internal()) row.push_back(count_cell(closed));
    table.add(std::move(row));
  };
  std::size_t opened = 0;
  std::size_t closed = 0;
  for (const PeriodFigures& period : trends.periods) {
    opened += period.actions.opened.size();
    closed += period.actions.closed.size();
    add(to_string(period.period), period.actions.opened.size(), period.actions.closed.size());
  }
  add("all", opened, closed);
  std::string out = "\nAction items\n" + table.text();
  if (!view.is_internal()) return out;
  if (const std::size_t count = trends.actions.without_day.size(); count != 0) {
    out += fmt::format("  Done on a day that is not known, so closed in no period: {}\n", count);
  }
  if (const std::size_t count = trends.actions.outside.size(); count != 0) {
    out += fmt::format("  Done before the first period or after today: {}\n", count);
  }
  return out;
}

constexpr std::size_t kColumns = 8;  // more periods than that are too wide for a terminal

// A row for each that has incidents, a column for each of the last periods.
template <typename Item>
std::string by_kind(const Trends& trends, std::string_view title, const std::vector<Item>& items,
                    std::string Item::*label, std::vector<Incidents> KindCounts::*lists) {
  const auto shown = std::span(trends.periods).last(std::min(trends.periods.size(), kColumns));
  std::vector<std::string> head = {""};
  for (const PeriodFigures& period : shown) head.push_back(to_string(period.period));
  head.push_back("all");
  TextTable table(std::move(head));
  bool is_empty = true;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t all = (trends.all.kinds.*lists)[i].size();
    if (all == 0) continue;
    is_empty = false;
    std::vector<std::string> row = {items[i].*label};
    for (const PeriodFigures& period : shown) {
      row.push_back(count_cell((period.figures.kinds.*lists)[i].size()));
    }
    row.push_back(std::to_string(all));
    table.add(std::move(row));
  }
  return is_empty ? "" : fmt::format("\n{}\n{}", title, table.text());
}

std::string triggers(const Trends& trends) {
  TextTable table({"", "incidents"});
  bool is_empty = true;
  for (const TriggerCount& each : trends.all.kinds.by_trigger) {
    if (each.incidents.size() < 2) break;
    is_empty = false;
    table.add({shorten(each.trigger, 60), std::to_string(each.incidents.size())});
  }
  return is_empty ? "" : "\nTriggers of more than one incident\n" + table.text();
}

std::string quiet(const View& view, const Trends& trends) {
  if (trends.quiet.empty()) return "";
  TextTable table({"", "longest", "from", "to", "present"});
  for (const ServiceQuiet& each : trends.quiet) {
    table.add({view.services()[each.service].key, std::to_string(each.longest.length().count()),
               to_string(each.longest.from), to_string(each.longest.to),
               each.present ? std::to_string(each.present->length().count()) : "-"});
  }
  return "\nDays without an incident\n" + table.text();
}

std::string left_out(const Trends& trends) {
  std::string out;
  if (!trends.undated.empty()) {
    out += fmt::format("Left out, as no month of the start is known: {}\n", trends.undated.size());
  }
  if (!trends.after_today.empty()) {
    out += fmt::format("Left out, as they start after today: {}\n", trends.after_today.size());
  }
  return out;
}

}  // namespace

std::string stats_text(const View& view, const Trends& trends) {
  const std::size_t count = trends.all.incidents.size();
  std::string out = fmt::format("{} incident{}", count, count == 1 ? "" : "s");
  if (!trends.periods.empty()) {
    out += fmt::format(" from {} to {}", to_string(trends.periods.front().period),
                       to_string(trends.periods.back().period));
  }
  out += "\n" + left_out(trends);
  if (trends.periods.empty()) return out;
  out += severities(view, trends);
  out += times(trends);
  out += detection(trends);
  out += recurrence(trends);
  out += actions(view, trends);
  if (view.is_internal()) {
    out += promptness(trends, "Reviewed within 48 hours of the end", &Figures::reviews);
    out += promptness(trends, "Post-mortem done within 7 days of the end", &Figures::publications);
  }
  out += by_kind(trends, "Incidents by service", view.services(), &ViewService::key,
                 &KindCounts::by_service);
  out +=
      by_kind(trends, "Incidents by cause", view.causes(), &ViewCause::key, &KindCounts::by_cause);
  out += triggers(trends);
  out += quiet(view, trends);
  return out;
}

}  // namespace debrief
