#include "generator/extract/written_time.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "generator/base/text.h"

#include "generator/extract/moment_text.h"

namespace debrief {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr std::size_t kLongest = 160;  // bytes; the longest region twice, and more

// "2-4 pm": the start is in the same half of the day, unless that would be after the end.
void share_half(MomentText& start, const MomentText& end) {
  if (start.half != HalfOfDay::none || end.half != HalfOfDay::pm || !start.time.clock) return;
  const seconds later = *start.time.clock + hours(12);
  if (*start.time.clock < hours(12) && end.time.clock && later <= *end.time.clock) {
    start.time.clock = later;
  }
}

enum class Join { dash, spaced_dash, word };

std::optional<Join> take_join(TextCursor& cursor) {
  TextCursor trial = cursor;
  const bool spaced = trial.skip_spaces();
  Join join = spaced ? Join::spaced_dash : Join::dash;
  if (!trial.take_dash()) {
    if (!spaced) return std::nullopt;
    if (!take_any_word(trial, {"to", "until", "till", "and", "through"})) return std::nullopt;
    join = Join::word;
  }
  trial.skip_spaces();
  cursor = trial;
  return join;
}

bool is_at_separator(const TextCursor& cursor) {
  TextCursor trial = cursor;
  trial.skip_spaces();
  return trial.done() || trial.take_dash() ||
         std::string_view(":,;|)]=>").find(trial.peek()) != std::string_view::npos;
}

// The other end of a range, if there is one: "-13:45", " – 2026-02-15 11:00", " to 13:45".
bool take_end(TextCursor& cursor, MomentText& start) {
  TextCursor trial = cursor;
  const auto join = take_join(trial);
  if (!join) return false;
  auto end = take_moment(trial);
  if (!end || end->is_weak) return false;
  const bool is_day = !end->time.clock && !end->time.unknown && end->time.impossible.empty();
  // "14:32 - 2026-02-15 was the day": a day ends a range of days only.
  if (is_day && (start.time.clock || !start.time.date || start.time.unknown)) return false;
  share_half(start, *end);
  // "14:32 - 14:30 backup failed": what goes back is no range, but the beginning of the text.
  const bool goes_back = start.time.clock && end->time.clock && !end->time.date &&
                         *end->time.clock < *start.time.clock;
  const bool has_halves = start.half != HalfOfDay::none && end->half != HalfOfDay::none;
  if (*join == Join::spaced_dash && goes_back && !has_halves && !is_at_separator(trial))
    return false;
  if (!end->time.unknown) {
    start.time.end_date = end->time.date;
    start.time.end_clock = end->time.clock;
  }
  start.time.approximate = start.time.approximate || end->time.approximate;
  if (start.time.impossible.empty()) start.time.impossible = end->time.impossible;
  if (!start.time.zone) start.time.zone = std::move(end->time.zone);
  start.is_weak = false;
  cursor = trial;
  return true;
}

// " - ", ": ", " | ", " → ": between a time and what happened then.
bool take_separator(TextCursor& cursor, const MomentText& before) {
  TextCursor trial = cursor;
  const bool spaced = trial.skip_spaces();
  bool found = false;
  for (const std::string_view arrow : {"->", "=>", "\xE2\x86\x92"}) {
    if (!found) found = trial.take(arrow);
  }
  if (!found && trial.take_dash()) {
    trial.take_dash();  // "--"
    // "14:32-Alert" is a time, "2021-12-10-notes" is a name.
    const bool is_glued = !spaced && !trial.done() && !trial.is_at_space();
    if (is_glued && (!before.time.clock || !is_letter(trial.peek()))) return false;
    found = true;
  }
  if (!found) {
    for (const std::string_view mark : {":", "|", ",", ";", "."}) {
      if (!found && trial.take(mark)) found = trial.done() || trial.is_at_space() || mark == ":";
    }
    if (!found) return false;
  }
  trial.skip_spaces();
  cursor = trial;
  return true;
}

// "?? - text", "TBD: text"
bool take_unknown_word(TextCursor& cursor) {
  TextCursor trial = cursor;
  bool any = false;
  while (trial.take("?")) any = true;
  if (!any && !trial.take_word("TBD") && !trial.take_word("N/A")) return false;
  cursor = trial;
  return true;
}

}  // namespace

std::optional<WrittenTimeAt> read_written_time(std::string_view text) {
  TextCursor cursor(text.substr(0, kLongest));
  cursor.skip_spaces();
  const std::size_t bracket = cursor.at();
  std::string_view close;
  if (cursor.take("[")) {
    close = "]";
  } else if (cursor.take("(")) {
    close = ")";
  }
  cursor.skip_spaces();
  WrittenTimeAt found;
  found.begin = cursor.at();
  take_any_word(cursor, {"at"});
  const bool is_sentence = take_any_word(cursor, {"from", "between"});
  auto moment = take_moment(cursor);
  bool is_range = false;
  if (moment) {
    is_range = take_end(cursor, *moment);
    if (!moment->time.zone && moment->time.clock) moment->time.zone = take_zone_behind(cursor);
    moment->time.approximate = take_approximation_behind(cursor) || moment->time.approximate;
  } else {
    if (!take_unknown_word(cursor)) return std::nullopt;
    moment.emplace();
    moment->time.unknown = true;
    moment->is_weak = true;
  }
  found.end = cursor.at();
  if (!close.empty()) {
    cursor.skip_spaces();
    if (!cursor.take(close)) return std::nullopt;
    if (!moment->time.zone && moment->time.clock) {
      moment->time.zone = take_zone_behind(cursor);
      if (moment->time.zone) {  // "[14:32] UTC"
        found.begin = bracket;
        found.end = cursor.at();
      }
    }
    moment->is_weak = false;
  }
  if (!take_separator(cursor, *moment) && !cursor.done()) {
    if (moment->is_weak || !cursor.skip_spaces()) return std::nullopt;
  }
  // "From 13:30 on, requests fail" is a sentence, and stays one.
  found.next = is_sentence && !is_range ? 0 : cursor.at();
  found.time = std::move(moment->time);
  if (!found.time.impossible.empty()) {
    // What the rest would mean, nobody can tell.
    found.time.date.reset();
    found.time.clock.reset();
    found.time.end_date.reset();
    found.time.end_clock.reset();
  }
  return found;
}

namespace {

std::string date_text(const WrittenDate& date) {
  if (date.year) return fmt::format("{:04}-{:02}-{:02}", *date.year, date.month, date.day);
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{} {}", kMonths.at(static_cast<std::size_t>(date.month) - 1), date.day);
}

std::string clock_text(seconds clock) {
  const auto count = clock.count();
  std::string text = fmt::format("{:02}:{:02}", count / 3600, count / 60 % 60);
  if (count % 60 != 0) text += fmt::format(":{:02}", count % 60);
  return text;
}

std::string moment_text(const std::optional<WrittenDate>& date,
                        const std::optional<seconds>& clock) {
  if (!date) return clock ? clock_text(*clock) : "";
  if (!clock) return date_text(*date);
  return date_text(*date) + (date->year ? " " : ", ") + clock_text(*clock);
}

}  // namespace

std::string to_string(const WrittenTime& time) {
  std::string text = time.approximate ? "~" : "";
  if (time.unknown) {
    text += time.date    ? date_text(*time.date) + (time.date->year ? " " : ", ") + "--:--"
            : time.clock ? "xxxx-xx-xx " + clock_text(*time.clock)
                         : "--:--";
  } else {
    text += moment_text(time.date, time.clock);
  }
  if (time.end_date || time.end_clock) {
    text += " \xE2\x80\x93 " + moment_text(time.end_date, time.end_clock);
  }
  if (time.zone) text += " " + time.zone->written;
  return text;
}

}  // namespace debrief
