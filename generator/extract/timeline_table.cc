#include "generator/extract/timeline_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/text_cursor.h"

namespace debrief {
namespace {

enum class Column { other, time, date, end, text, who, phase };

// The words of a heading: "Date and Time in CET" has four.
std::vector<std::string> words_of(std::string_view heading) {
  std::vector<std::string> words;
  TextCursor cursor(heading);
  while (!cursor.done()) {
    const std::string_view word = cursor.take_letters();
    if (word.empty()) {
      cursor.take(cursor.rest().substr(0, 1));
    } else {
      words.push_back(to_lower(word));
    }
  }
  return words;
}

Column column_of(std::string_view heading) {
  struct Names {
    Column column;
    std::vector<std::string_view> words;
  };
  // One of the words makes the column; the first line that has one wins.
  static const std::vector<Names> kNames = {
      {Column::other, {"elapsed", "duration", "since", "took", "spent"}},
      {Column::end, {"end", "until", "ended"}},
      {Column::time, {"time", "times", "timestamp", "when", "clock", "datetime", "start", "hour"}},
      {Column::date, {"date", "day"}},
      {Column::who, {"who", "actor", "person", "owner", "author", "responder", "by", "user"}},
      {Column::phase, {"phase", "stage", "status", "type"}},
      {Column::text,
       {"event", "events", "description", "what", "action", "actions", "details", "detail", "entry",
        "activity", "message", "summary", "update", "happened"}},
  };
  const std::vector<std::string> words = words_of(heading);
  for (const Names& entry : kNames) {
    for (const std::string& word : words) {
      if (std::ranges::find(entry.words, word) != entry.words.end()) return entry.column;
    }
  }
  // "| UTC | Event |"
  return zone_of_title(heading) ? Column::time : Column::other;
}

struct Layout {
  std::vector<Column> columns;
  std::vector<std::optional<StatedZone>> zones;
  std::size_t first_row = 1;
};

const std::vector<Node>* cell_at(const Node& row, std::size_t i) {
  return i < row.children.size() ? &row.children[i].children : nullptr;
}

bool reads_as_time(const std::vector<Node>* cell) {
  if (!cell) return false;
  const auto found = read_written_time(plain_text(*cell));
  return found && (found->time.clock || found->time.date || !found->time.impossible.empty());
}

Layout layout_of(const Node& table) {
  Layout layout;
  const Node& head = table.children.front();
  // No headings at all: "| 14:32 | Alert fires |" above the line.
  if (reads_as_time(cell_at(head, 0))) {
    layout.columns.assign(head.children.size(), Column::text);
    layout.columns.front() = Column::time;
    layout.zones.resize(head.children.size());
    layout.first_row = 0;
    return layout;
  }
  bool has_time = false;
  for (const Node& cell : head.children) {
    const std::string heading = plain_text(cell.children);
    Column column = column_of(heading);
    // The same times in another zone.
    if (column == Column::time && has_time) column = Column::other;
    has_time = has_time || column == Column::time;
    layout.columns.push_back(column);
    const bool is_time = column == Column::time || column == Column::end || column == Column::date;
    layout.zones.push_back(is_time ? zone_of_title(heading) : std::nullopt);
  }
  if (has_time) return layout;
  if (const auto date = std::ranges::find(layout.columns, Column::date);
      date != layout.columns.end()) {
    *date = Column::time;
    return layout;
  }
  // Headings that say nothing: the first column whose cells do.
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const auto has_one = [i](const Node& row) { return reads_as_time(cell_at(row, i)); };
    if (std::none_of(table.children.begin() + 1, table.children.end(), has_one)) continue;
    layout.columns[i] = Column::time;
    break;
  }
  return layout;
}

void add_text(std::vector<Node>& text, const Node& cell) {
  if (plain_text(cell.children).empty()) return;
  if (!text.empty()) {
    Node dash;
    dash.text = " \xE2\x80\x93 ";
    dash.line = cell.line;
    dash.internal = cell.internal;
    text.push_back(std::move(dash));
  }
  for (Node node : cell.children) {
    node.internal = node.internal || cell.internal;
    text.push_back(std::move(node));
  }
}

// What the cells of one row say about its time.
struct RowTime {
  std::optional<WrittenTime> day;
  std::optional<WrittenTime> start;
  std::optional<WrittenTime> end;
};

std::optional<WrittenTime> time_of(const std::string& text) {
  auto found = read_written_time(text);
  if (!found) return std::nullopt;
  return std::move(found->time);
}

std::optional<WrittenTime> put_together(RowTime row) {
  if (!row.start && !row.day) return std::nullopt;
  WrittenTime time = row.start ? std::move(*row.start) : *row.day;
  if (row.start && row.day) {
    if (!time.date && time.impossible.empty()) time.date = row.day->date;
    if (time.impossible.empty()) time.impossible = row.day->impossible;
    time.unknown = time.unknown || (row.day->unknown && !time.date);
    time.approximate = time.approximate || row.day->approximate;
  }
  if (row.end && !time.end_clock && row.end->impossible.empty() && !row.end->unknown) {
    time.end_date = row.end->date;
    time.end_clock = row.end->clock;
  }
  return time;
}

class RowReader {
 public:
  RowReader(const Layout& layout, const TimelineScope& scope) : layout_(layout), scope_(scope) {}

  UndatedEntry read(const Node& row, bool internal) {
    UndatedEntry out;
    TimelineEntry& entry = out.entry;
    entry.line = row.line;
    entry.internal = internal || row.internal;
    out.zone = scope_.zone();
    out.date = scope_.date;
    out.date_line = scope_.date_line;
    RowTime times;
    std::optional<Phase> named;
    for (std::size_t i = 0; i < row.children.size() && i < layout_.columns.size(); ++i) {
      const Node& cell = row.children[i];
      const std::string text(trim(plain_text(cell.children)));
      if (text.empty()) continue;
      switch (layout_.columns[i]) {
        case Column::time:
          times.start = time_of(text);
          add_written(entry, cell, text);
          if (layout_.zones[i]) out.zone = layout_.zones[i];
          break;
        case Column::date:
          times.day = time_of(text);
          add_written(entry, cell, text);
          break;
        case Column::end:
          times.end = time_of(text);
          if (!times.end) add_text(entry.text, cell);
          break;
        case Column::who:
          entry.who = text;
          break;
        case Column::phase:
          named = phase_named(text);
          if (!named) add_text(entry.text, cell);
          break;
        case Column::text:
        case Column::other:
          add_text(entry.text, cell);
          break;
      }
    }
    out.time = put_together(std::move(times));
    set_phase(entry, named);
    return out;
  }

 private:
  static void add_written(TimelineEntry& entry, const Node& cell, const std::string& text) {
    if (!entry.written.empty()) entry.written += ' ';
    entry.written += text;
    entry.internal =
        entry.internal || cell.internal || is_marked(cell.children, 0, std::string::npos);
  }

  static void set_phase(TimelineEntry& entry, const std::optional<Phase>& named) {
    const auto found = phase_of(plain_text(entry.text));
    entry.phase = named ? named : found ? std::optional(found->phase) : std::nullopt;
    entry.phase_is_labelled = named || (found && found->labelled);
  }

  const Layout& layout_;
  const TimelineScope& scope_;
};

}  // namespace

std::vector<UndatedEntry> timeline_rows(const Node& table, const TimelineScope& scope,
                                        bool internal) {
  std::vector<UndatedEntry> entries;
  if (table.children.empty() || table.children.front().children.empty()) return entries;
  const Layout layout = layout_of(table);
  RowReader reader(layout, scope);
  for (std::size_t row = layout.first_row; row < table.children.size(); ++row) {
    entries.push_back(reader.read(table.children[row], internal));
  }
  return entries;
}

}  // namespace debrief
