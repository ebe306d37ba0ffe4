#include "generator/extract/zone_statement.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/text.h"
#include "generator/extract/text_cursor.h"

namespace debrief {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct Abbreviation {
  std::string_view name;
  minutes offset;
};

constexpr std::array<Abbreviation, 47> kAbbreviations = {{
    {"UTC", minutes(0)},     {"GMT", minutes(0)},     {"Z", minutes(0)},
    {"WET", minutes(0)},     {"WEST", minutes(60)},   {"CET", minutes(60)},
    {"CEST", minutes(120)},  {"MEZ", minutes(60)},    {"MESZ", minutes(120)},
    {"EET", minutes(120)},   {"EEST", minutes(180)},  {"MSK", minutes(180)},
    {"TRT", minutes(180)},   {"SAST", minutes(120)},  {"CAT", minutes(120)},
    {"EAT", minutes(180)},   {"GST", minutes(240)},   {"PKT", minutes(300)},
    {"SGT", minutes(480)},   {"HKT", minutes(480)},   {"PHT", minutes(480)},
    {"WIB", minutes(420)},   {"ICT", minutes(420)},   {"JST", minutes(540)},
    {"KST", minutes(540)},   {"AWST", minutes(480)},  {"ACST", minutes(570)},
    {"ACDT", minutes(630)},  {"AEST", minutes(600)},  {"AEDT", minutes(660)},
    {"NZST", minutes(720)},  {"NZDT", minutes(780)},  {"HST", minutes(-600)},
    {"AKST", minutes(-540)}, {"AKDT", minutes(-480)}, {"PST", minutes(-480)},
    {"PDT", minutes(-420)},  {"MST", minutes(-420)},  {"MDT", minutes(-360)},
    {"CDT", minutes(-300)},  {"EST", minutes(-300)},  {"EDT", minutes(-240)},
    {"ADT", minutes(-180)},  {"NST", minutes(-210)},  {"NDT", minutes(-150)},
    {"BRT", minutes(-180)},  {"CLT", minutes(-240)},
}};

// China and the middle of North America; India, Israel and Ireland; Britain and Bangladesh.
constexpr std::array<std::string_view, 3> kAmbiguous = {"CST", "IST", "BST"};

struct Words {
  std::string_view words;
  std::string_view means;  // an abbreviation or a name of the IANA database
};

// The longer ones first.
constexpr std::array<Words, 26> kWords = {{
    {"WET/WEST", "Europe/Lisbon"},
    {"CET/CEST", "Europe/Paris"},
    {"EET/EEST", "Europe/Athens"},
    {"GMT/BST", "Europe/London"},
    {"PST/PDT", "America/Los_Angeles"},
    {"MST/MDT", "America/Denver"},
    {"CST/CDT", "America/Chicago"},
    {"EST/EDT", "America/New_York"},
    {"Coordinated Universal Time", "UTC"},
    {"Greenwich Mean Time", "GMT"},
    {"Central European Summer Time", "CEST"},
    {"Central European Time", "CET"},
    {"Eastern European Summer Time", "EEST"},
    {"Eastern European Time", "EET"},
    {"Pacific Standard Time", "PST"},
    {"Pacific Daylight Time", "PDT"},
    {"Pacific Time", "America/Los_Angeles"},
    {"Mountain Standard Time", "MST"},
    {"Mountain Daylight Time", "MDT"},
    {"Mountain Time", "America/Denver"},
    {"Central Daylight Time", "CDT"},
    {"Central Time", "America/Chicago"},
    {"Eastern Standard Time", "EST"},
    {"Eastern Daylight Time", "EDT"},
    {"Eastern Time", "America/New_York"},
    {"Japan Standard Time", "JST"},
}};

constexpr std::array<Words, 8> kShortRegions = {{
    {"PT", "America/Los_Angeles"},
    {"MT", "America/Denver"},
    {"CT", "America/Chicago"},
    {"ET", "America/New_York"},
    {"Pacific", "America/Los_Angeles"},
    {"Mountain", "America/Denver"},
    {"Central", "America/Chicago"},
    {"Eastern", "America/New_York"},
}};

constexpr std::array<std::string_view, 13> kAreas = {
    "Africa/", "America/", "Antarctica/", "Arctic/",  "Asia/", "Atlantic/", "Australia/",
    "Canada/", "Europe/",  "Indian/",     "Pacific/", "US/",   "Etc/"};

std::optional<StatedZone> region(std::string_view name, std::string_view written) {
  try {
    std::optional<TimeZone> found = TimeZone::find(name);
    if (!found) return std::nullopt;
    return StatedZone{StatedZone::Kind::region, minutes(0), std::move(found), std::string(written)};
  } catch (const Error&) {
    // A machine without the database: as if the text named no zone.
    return std::nullopt;
  }
}

std::optional<StatedZone> named(std::string_view name, std::string_view written) {
  if (name.find('/') != std::string_view::npos) return region(name, written);
  const auto found = std::ranges::find(kAbbreviations, name, &Abbreviation::name);
  if (found == kAbbreviations.end()) return std::nullopt;
  return StatedZone{StatedZone::Kind::offset, found->offset, std::nullopt, std::string(written)};
}

// "-7", "+05:30", "+0530" behind "UTC".
std::optional<minutes> take_offset(TextCursor& cursor) {
  TextCursor trial = cursor;
  const bool east = trial.take("+");
  if (!east && !trial.take_dash()) return std::nullopt;
  minutes distance;
  if (const auto both = trial.take_number(4, 4)) {
    distance = hours(*both / 100) + minutes(*both % 100);
  } else {
    const auto hour = trial.take_number(1, 2);
    if (!hour) return std::nullopt;
    distance = hours(*hour);
    if (trial.take(":")) {
      const auto minute = trial.take_number(2, 2);
      if (!minute || *minute > 59) return std::nullopt;
      distance += minutes(*minute);
    }
  }
  if (!trial.is_at_word_end() || distance > (east ? hours(14) : hours(12))) return std::nullopt;
  cursor = trial;
  return east ? distance : -distance;
}

// An abbreviation is written in capitals, or it is a word: "est", "art". UTC and GMT are none.
std::optional<StatedZone> take_abbreviation(TextCursor& cursor) {
  TextCursor trial = cursor;
  const std::size_t begin = trial.at();
  std::string name(trial.take_letters());
  if (name.empty() || !trial.is_at_word_end()) return std::nullopt;
  if (equal_ignoring_case(name, "utc") || equal_ignoring_case(name, "gmt")) {
    const auto offset = take_offset(trial);
    cursor = trial;
    return StatedZone{StatedZone::Kind::offset, offset.value_or(minutes(0)), std::nullopt,
                      std::string(trial.since(begin))};
  }
  if (auto zone = named(name, name)) {
    cursor = trial;
    return zone;
  }
  if (std::ranges::find(kAmbiguous, name) == kAmbiguous.end()) return std::nullopt;
  cursor = trial;
  return StatedZone{StatedZone::Kind::ambiguous, minutes(0), std::nullopt, std::move(name)};
}

std::optional<StatedZone> take_area(TextCursor& cursor) {
  TextCursor trial = cursor;
  if (std::ranges::none_of(
          kAreas, [&trial](std::string_view area) { return trial.rest().starts_with(area); })) {
    return std::nullopt;
  }
  const std::size_t begin = trial.at();
  constexpr std::size_t kLongest = 40;  // "America/Argentina/ComodRivadavia" has 32
  while (!trial.done() && trial.at() - begin < kLongest &&
         (!trial.take_letters().empty() || trial.take("/") || trial.take("_") || trial.take("-") ||
          trial.take("+") || trial.take_number(1, 2))) {
  }
  auto zone = region(trial.since(begin), trial.since(begin));
  if (zone) cursor = trial;
  return zone;
}

// Whether the short names, which are words as well, stand alone here: "2pm PT - text".
bool is_at_pause(const TextCursor& cursor) {
  TextCursor rest = cursor;
  if (rest.skip_spaces()) {
    return rest.done() || rest.take_dash() ||
           std::string_view("|([:").find(rest.peek()) != std::string_view::npos;
  }
  return rest.done() || std::string_view(",;:.)]|").find(rest.peek()) != std::string_view::npos;
}

std::optional<StatedZone> take_zone(TextCursor& cursor) {
  for (const Words& entry : kWords) {
    TextCursor trial = cursor;
    if (!trial.take_word(entry.words)) continue;
    auto zone = named(entry.means, entry.words);
    if (zone) cursor = trial;
    return zone;
  }
  if (auto zone = take_abbreviation(cursor)) return zone;
  if (auto zone = take_area(cursor)) return zone;
  for (const Words& entry : kShortRegions) {
    TextCursor trial = cursor;
    if (!trial.take(entry.words) || !is_at_pause(trial)) continue;
    auto zone = named(entry.means, entry.words);
    if (zone) cursor = trial;
    return zone;
  }
  return std::nullopt;
}

struct Bracket {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Bracket, 2> kBrackets = {{{"(", ")"}, {"[", "]"}}};

// Whether a zone may stand in a title here: after "in", a bracket, a comma, at the end.
bool introduces_zone(std::string_view before) {
  before = trim(before);
  if (before.empty()) return true;
  if (std::string_view("([,-:/").find(before.back()) != std::string_view::npos) return true;
  const std::string lower =
      to_lower(before.substr(before.size() - std::min<std::size_t>(before.size(), 12)));
  for (const std::string_view word : {"in", "is", "are", "time", "times", "zone", "timezone"}) {
    if (!lower.ends_with(word)) continue;
    if (lower.size() == word.size() || !is_letter(lower[lower.size() - word.size() - 1]))
      return true;
  }
  return false;
}

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop = (text[i] == '.' || text[i] == '!' || text[i] == '?') &&
                      (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
    if (!stop && text[i] != '\n') continue;
    out.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  out.push_back(text.substr(begin));
  return out;
}

// What may stand between "times" and the zone.
bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 33> kFillers = {
      "are",       "is",       "in",       "the",      "a",        "all",     "given",
      "shown",     "stated",   "listed",   "noted",    "below",    "above",   "here",
      "use",       "using",    "used",     "of",       "as",       "local",   "to",
      "this",      "document", "timeline", "recorded", "reported", "written", "displayed",
      "expressed", "zone",     "and",      "dates",    "for"};
  return std::ranges::find(kFillers, word) != kFillers.end();
}

bool speaks_of_times(std::string_view word) {
  constexpr std::array<std::string_view, 4> kTimes = {"times", "timestamps", "timezone", "clocks"};
  return std::ranges::find(kTimes, word) != kTimes.end();
}

std::optional<StatedZone> zone_of_sentence(std::string_view text) {
  TextCursor cursor(text);
  bool of_times = false;  // "times" came before, and nothing but fillers since
  std::string last;
  while (!cursor.done()) {
    if (of_times || last == "all in") {
      if (auto zone = take_zone(cursor)) {
        // "All times in UTC+1" is one; "times 02:00 UTC" did not come here.
        return zone;
      }
    } else {
      // "UTC times", "(UTC timestamps)"
      TextCursor trial = cursor;
      auto zone = take_zone(trial);
      if (zone && trial.skip_spaces() &&
          (trial.take_word("times") || trial.take_word("timestamps")))
        return zone;
    }
    const std::string word = to_lower(cursor.take_letters());
    if (word.empty()) {
      const bool breaks = is_digit(cursor.peek());
      if (breaks) of_times = false;
      // One byte; what is no letter has no meaning here.
      cursor.take(cursor.rest().substr(0, 1));
      continue;
    }
    if (speaks_of_times(word) || (word == "zone" && last == "time") ||
        (word == "time" && last == "all")) {
      of_times = true;
    } else if (!is_filler(word)) {
      of_times = false;
    }
    last = last == "all" && word == "in" ? "all in" : word;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ZonedTime> resolve(const StatedZone& zone, Seconds clock, const TimeZone* home) {
  const auto in_region = [clock](const TimeZone& region_of) {
    const Seconds utc = region_of.to_utc(clock);
    const auto offset = std::chrono::floor<minutes>(region_of.local(utc).clock - utc);
    return ZonedTime{utc, offset};
  };
  switch (zone.kind) {
    case StatedZone::Kind::offset:
      return ZonedTime{clock - zone.offset, zone.offset};
    case StatedZone::Kind::region:
      if (!zone.region) return std::nullopt;
      return in_region(*zone.region);
    case StatedZone::Kind::ambiguous:
      if (!home) return std::nullopt;
      const ZonedTime time = in_region(*home);
      if (home->local(time.utc).abbreviation != zone.written) return std::nullopt;
      return time;
  }
  return std::nullopt;
}

std::optional<ZoneAt> read_zone(std::string_view text) {
  TextCursor cursor(text);
  for (const Bracket& bracket : kBrackets) {
    TextCursor trial(text);
    if (!trial.take(bracket.open)) continue;
    trial.skip_spaces();
    auto zone = take_zone(trial);
    trial.skip_spaces();
    if (!zone || !trial.take(bracket.close)) return std::nullopt;
    return ZoneAt{std::move(*zone), trial.at()};
  }
  auto zone = take_zone(cursor);
  if (!zone) return std::nullopt;
  return ZoneAt{std::move(*zone), cursor.at()};
}

std::optional<StatedZone> zone_of_title(std::string_view text) {
  TextCursor cursor(text);
  while (!cursor.done()) {
    TextCursor trial = cursor;
    auto zone = take_zone(trial);
    TextCursor after = trial;
    after.skip_spaces();
    if (zone && (introduces_zone(text.substr(0, cursor.at())) || after.done())) return zone;
    // To the next word.
    if (cursor.take_letters().empty()) cursor.take(cursor.rest().substr(0, 1));
  }
  return std::nullopt;
}

std::optional<StatedZone> zone_of_prose(std::string_view text) {
  for (const std::string_view sentence : sentences(text)) {
    if (auto zone = zone_of_sentence(sentence)) return zone;
  }
  return std::nullopt;
}

}  // namespace debrief
