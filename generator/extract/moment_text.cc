#include "generator/extract/moment_text.h"

#include <string>
#include <utility>

#include "generator/base/text.h"

#include "generator/extract/calendar_words.h"
#include "generator/extract/date_text.h"
#include "generator/extract/zone_statement.h"

namespace debrief {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

bool take_approximation(TextCursor& cursor) {
  bool any = false;
  while (take_any_word(cursor, {"~", "≈", "∼", "approximately", "approx.", "approx", "around",
                                "about", "roughly", "circa", "ca.", "ca", "c.", "est."})) {
    any = true;
  }
  return any;
}

void skip_weekday(TextCursor& cursor) {
  TextCursor trial = cursor;
  if (!is_weekday(trial.take_letters())) return;
  trial.take(".");
  trial.take(",");
  if (trial.skip_spaces()) cursor = trial;
}

// "+01:00", "-0700", "+01". A minus may as well be the dash of a range, unless the time is written
// as programs write it, to the second.
std::optional<StatedZone> take_bare_offset(TextCursor& cursor, bool by_program) {
  TextCursor trial = cursor;
  const bool spaced = trial.skip_spaces();
  const std::size_t begin = trial.at();
  const bool east = trial.take("+");
  if (!east && !trial.take("-") && !trial.take("\xE2\x88\x92")) return std::nullopt;
  int hour = 0;
  int minute = 0;
  if (const auto both = trial.take_number(4, 4)) {
    hour = *both / 100;
    minute = *both % 100;
  } else {
    const auto first = trial.take_number(2, 2);
    if (!first) return std::nullopt;
    hour = *first;
    if (trial.take(":")) {
      const auto second = trial.take_number(2, 2);
      if (!second || (!east && !by_program && !spaced)) return std::nullopt;
      minute = *second;
    } else if (!by_program) {
      return std::nullopt;
    }
  }
  if (!trial.is_at_word_end() || minute % 15 != 0 || minute > 59) return std::nullopt;
  const minutes distance = hours(hour) + minutes(minute);
  if (distance > (east ? hours(14) : hours(12))) return std::nullopt;
  cursor = trial;
  return StatedZone{StatedZone::Kind::offset, east ? distance : -distance, std::nullopt,
                    std::string(trial.since(begin))};
}

void add_clock(MomentText& moment, const ClockText& clock) {
  moment.time.clock = clock.clock;
  moment.time.unknown = moment.time.unknown || clock.unknown;
  if (moment.time.impossible.empty()) moment.time.impossible = clock.impossible;
  moment.half = clock.half;
}

// The clock behind a date: "T14:32", ", 14:32", " at 14:32", " - 14:32".
std::optional<ClockText> take_clock_behind_date(TextCursor& cursor, bool& with_t,
                                                bool& approximate) {
  TextCursor trial = cursor;
  with_t = trial.take_ignoring_case("T");
  if (!with_t) {
    trial.take(",");
    if (!trial.skip_spaces()) return std::nullopt;
    if (trial.take_word("at") || trial.take("@")) trial.skip_spaces();
    approximate = take_approximation(trial);
  }
  auto clock = take_clock(trial);
  // "--:--" begins with dashes of its own.
  if (!clock && !with_t && trial.take_dash()) {
    trial.skip_spaces();
    clock = take_clock(trial);
  }
  if (clock) cursor = trial;
  return clock;
}

// "14:32 on 15 February": a day behind the clock.
void take_date_behind_clock(TextCursor& cursor, MomentText& moment) {
  TextCursor trial = cursor;
  const bool marked = trial.take(",");
  if (!trial.skip_spaces()) return;
  const bool named = trial.take_word("on");
  trial.skip_spaces();
  skip_weekday(trial);
  const auto date = take_date(trial);
  if (!date || date->needs_clock || (date->is_weak && !named && !marked)) return;
  // "14:32, May 15 nodes went down"
  TextCursor behind = trial;
  if (date->is_weak && behind.skip_spaces() && is_letter(behind.peek())) return;
  moment.time.date = date->date;
  moment.time.unknown = moment.time.unknown || date->unknown;
  if (moment.time.impossible.empty()) moment.time.impossible = date->impossible;
  cursor = trial;
}

}  // namespace

bool take_any_word(TextCursor& cursor, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    TextCursor trial = cursor;
    if (!trial.take_ignoring_case(word)) continue;
    // A word that ends in a letter ends there.
    if (is_letter(word.back()) && !trial.is_at_word_end()) continue;
    trial.skip_spaces();
    cursor = trial;
    return true;
  }
  return false;
}

bool take_approximation_behind(TextCursor& cursor) {
  if (cursor.take("~") || cursor.take_word("ish") || cursor.take("-ish")) return true;
  TextCursor trial = cursor;
  if (trial.take("?") && !trial.take("?")) {
    cursor = trial;
    return true;
  }
  trial = cursor;
  trial.skip_spaces();
  for (const std::string_view words :
       {"(approx.)", "(approx)", "(approximately)", "(ca.)", "(estimated)", "(est.)", "approx."}) {
    if (!trial.take_ignoring_case(words)) continue;
    cursor = trial;
    return true;
  }
  return false;
}

std::optional<StatedZone> take_zone_behind(TextCursor& cursor, bool to_the_second) {
  if (auto offset = take_bare_offset(cursor, to_the_second)) return offset;
  TextCursor trial = cursor;
  const bool spaced = trial.skip_spaces();
  auto zone = read_zone(trial.rest());
  if (!zone || (!spaced && zone->zone.written == "PT")) return std::nullopt;
  trial.take(trial.rest().substr(0, zone->length));
  cursor = trial;
  return std::move(zone->zone);
}

std::optional<MomentText> take_moment(TextCursor& cursor) {
  TextCursor trial = cursor;
  MomentText moment;
  moment.time.approximate = take_approximation(trial);
  skip_weekday(trial);
  moment.time.approximate = take_approximation(trial) || moment.time.approximate;
  const auto date = take_date(trial);
  bool by_program = false;
  bool approximate_clock = false;
  std::optional<ClockText> clock;
  if (date) {
    moment.time.date = date->date;
    moment.time.unknown = date->unknown;
    moment.time.impossible = date->impossible;
    clock = take_clock_behind_date(trial, by_program, approximate_clock);
    if (!clock && date->needs_clock) return std::nullopt;
    moment.is_weak = !clock && date->is_weak;
  } else {
    clock = take_clock(trial);
    if (!clock) return std::nullopt;
    moment.is_weak = clock->is_weak;
  }
  if (clock) {
    add_clock(moment, *clock);
    by_program = by_program || clock->has_seconds;
  }
  moment.time.approximate =
      take_approximation_behind(trial) || moment.time.approximate || approximate_clock;
  if (clock) {
    moment.time.zone = take_zone_behind(trial, by_program);
    if (moment.time.zone) moment.is_weak = false;
    if (!date) take_date_behind_clock(trial, moment);
    if (moment.time.date && !moment.time.zone) moment.time.zone = take_zone_behind(trial);
  }
  moment.time.approximate = take_approximation_behind(trial) || moment.time.approximate;
  cursor = trial;
  return moment;
}

}  // namespace debrief
