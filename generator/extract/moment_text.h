// One end of a written time: a day, a time of day and a zone, as far as they are given. A part of
// written_time.h, which puts ranges together and says where a time may stand.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "generator/extract/clock_text.h"
#include "generator/extract/text_cursor.h"
#include "generator/extract/written_time.h"

namespace debrief {

struct MomentText {
  WrittenTime time;
  HalfOfDay half = HalfOfDay::none;
  bool is_weak = false;  // may as well begin a sentence: "May 29 nodes went down"
};

std::optional<MomentText> take_moment(TextCursor& cursor);

// "10:45~", "10:45ish", "10:45?", "10:45 (approx.)": what stands behind the time.
bool take_approximation_behind(TextCursor& cursor);

// The zone behind a time of day, with the spaces before it. `to_the_second`: the time is written as
// programs write it, and a minus before "07:00" is no dash of a range.
std::optional<StatedZone> take_zone_behind(TextCursor& cursor, bool to_the_second = false);

// One of the words, which ends there, and the spaces behind it; in any case.
bool take_any_word(TextCursor& cursor, std::initializer_list<std::string_view> words);

}  // namespace debrief
