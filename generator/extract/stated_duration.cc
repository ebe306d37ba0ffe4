#include "generator/extract/stated_duration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "generator/base/text.h"

namespace debrief {
namespace {

using std::chrono::seconds;

struct Unit {
  seconds length;
  std::string_view canonical;
  std::vector<std::string_view> names;
};

// The largest first. No months: nobody knows how long they are.
const std::array<Unit, 5>& units() {
  static const std::array<Unit, 5> kUnits = {{
      {seconds(604800), "w", {"w", "wk", "wks", "week", "weeks"}},
      {seconds(86400), "d", {"d", "day", "days"}},
      {seconds(3600), "h", {"h", "hr", "hrs", "hour", "hours"}},
      {seconds(60), "min", {"m", "min", "mins", "minute", "minutes"}},
      {seconds(1), "s", {"s", "sec", "secs", "second", "seconds"}},
  }};
  return kUnits;
}

std::size_t unit_named(std::string_view name) {
  const auto found = std::ranges::find_if(units(), [name](const Unit& unit) {
    return std::ranges::find(unit.names, name) != unit.names.end();
  });
  return static_cast<std::size_t>(found - units().begin());
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, is_digit);
}

// Reads lower-case text from left to right.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool done() const { return rest_.empty(); }

  void skip_spaces() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string_view take_while(bool (*wanted)(char)) {
    const auto end = std::ranges::find_if_not(rest_, wanted);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    const std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return taken;
  }

 private:
  std::string_view rest_;
};

std::optional<std::int64_t> to_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return std::nullopt;
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

struct Length {
  seconds value{0};
  seconds granularity{1};
};

// "01:30:00"; two fields could be hours and minutes or minutes and seconds.
std::optional<Length> read_clock_form(Reader& reader) {
  Reader trial = reader;
  std::array<std::int64_t, 3> fields{};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0 && !trial.take(":")) return std::nullopt;
    const std::string_view digits = trial.take_while(is_digit);
    const auto number = to_number(digits);
    if (!number || (i > 0 && (digits.size() != 2 || *number > 59))) return std::nullopt;
    fields.at(i) = *number;
  }
  if (trial.rest().starts_with(':')) return std::nullopt;
  reader = trial;
  return Length{seconds(fields[0] * 3600 + fields[1] * 60 + fields[2]), seconds(1)};
}

// "P1DT2H5M", in lower case.
std::optional<Length> read_iso_form(Reader& reader) {
  Reader trial = reader;
  if (!trial.take("p")) return std::nullopt;
  Length length;
  std::size_t last = 0;  // of the units; each is smaller than the one before
  bool in_clock = false;
  bool any = false;
  while (!trial.done() && trial.rest().front() != ' ') {
    if (!in_clock && trial.take("t")) {
      in_clock = true;
      last = 2;
    }
    const auto number = to_number(trial.take_while(is_digit));
    if (!number || trial.done()) return std::nullopt;
    const char name = trial.rest().front();
    const std::string_view allowed = in_clock ? "hms" : "wd";
    const std::size_t at = allowed.find(name);
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t unit = at + (in_clock ? 2 : 0);
    if (unit < last) return std::nullopt;
    last = unit + 1;
    trial.take(std::string_view(&name, 1));
    length.value += *number * units().at(unit).length;
    length.granularity = units().at(unit).length;
    any = true;
  }
  if (!any) return std::nullopt;
  reader = trial;
  return length;
}

// "1.5 hours": the one number there is.
std::optional<Length> decimal(std::int64_t whole, std::string_view decimals, const Unit& unit) {
  if (decimals.size() > 3) return std::nullopt;
  std::int64_t scale = 1;
  for (std::size_t i = 0; i < decimals.size(); ++i) scale *= 10;
  const std::int64_t part = *to_number(decimals) * unit.length.count();
  if (part % scale != 0) return std::nullopt;  // no whole number of seconds
  const seconds value = whole * unit.length + seconds(part / scale);
  if (decimals.size() == 1 && unit.length >= seconds(60)) return Length{value, unit.length / 10};
  return Length{value, value % seconds(60) == seconds(0) ? seconds(60) : seconds(1)};
}

// "2 hours and 5 minutes", "1d 5h 47m", "1h30"
std::optional<Length> read_units(Reader& reader) {
  Reader trial = reader;
  Length length;
  std::size_t last = units().size();  // no unit so far
  while (true) {
    Reader part = trial;
    if (last != units().size()) {
      part.skip_spaces();
      if (part.take(",")) part.skip_spaces();
      if (part.take("and ")) part.skip_spaces();
      if (part.take("& ")) part.skip_spaces();
    }
    const bool is_glued = part.rest().size() == trial.rest().size();
    const std::string_view digits = part.take_while(is_digit);
    std::optional<std::int64_t> number = to_number(digits);
    std::string_view decimals;
    if (!number) {
      // "an hour", "one day"
      const std::string_view word = part.take_while(is_letter);
      if (word != "a" && word != "an" && word != "one") break;
      number = 1;
      if (!part.rest().starts_with(' ')) break;
    } else if (part.take(".")) {
      decimals = part.take_while(is_digit);
      if (decimals.empty()) break;
    }
    part.skip_spaces();
    part.take("-");  // "a 45-minute outage"
    const std::string_view name = part.take_while(is_letter);
    std::size_t unit = unit_named(name);
    // "1h30": minutes.
    const bool bare = name.empty() && last == 2 && digits.size() == 2 && is_glued;
    if (bare) unit = 3;
    if (unit == units().size() || (last != units().size() && unit <= last)) break;
    const Unit& found = units().at(unit);
    if (!decimals.empty()) {
      if (last != units().size()) break;
      const auto exact = decimal(*number, decimals, found);
      if (!exact) return std::nullopt;
      reader = part;
      return exact;
    }
    length.value += *number * found.length;
    length.granularity = found.length;
    last = unit;
    trial = part;
  }
  if (last == units().size()) return std::nullopt;
  reader = trial;
  return length;
}

bool take_any(Reader& reader, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (!reader.take(word)) continue;
    reader.skip_spaces();
    return true;
  }
  return false;
}

// What stands behind the duration: "(during support hours)", "of degraded service". Absent if it
// may change the number: "- 18 days", "or 3 hours".
std::optional<std::string> read_remark(std::string_view rest) {
  const bool spaced = rest.starts_with(' ');
  rest = trim(rest);
  while (rest.ends_with('.')) rest.remove_suffix(1);
  if (rest.empty()) return "";
  if (rest.starts_with('(') && rest.ends_with(')')) {
    return std::string(trim(rest.substr(1, rest.size() - 2)));
  }
  const bool listed = rest.front() == ',' || rest.front() == ';';
  if (listed) rest = trim(rest.substr(1));
  if ((!spaced && !listed) || rest.empty() || !is_letter(rest.front())) return std::nullopt;
  const std::string lower = to_lower(rest);
  const std::size_t open = lower.find('(');
  if (has_digit(lower.substr(0, open))) return std::nullopt;
  for (const std::string_view range : {"to ", "or ", "and ", "plus "}) {
    if (lower.starts_with(range)) return std::nullopt;
  }
  return std::string(rest);
}

// "1.5 h"
std::string in_tenths(seconds value, const Unit& unit) {
  const std::int64_t tenths = value / (unit.length / 10);
  return fmt::format("{}.{} {}", tenths / 10, tenths % 10, unit.canonical);
}

// "1 d 5 h 47 min", down to the unit of the length `smallest`
std::string in_units(seconds value, seconds smallest) {
  std::string text;
  for (const Unit& unit : units()) {
    if (unit.length < smallest) break;
    const bool is_last = unit.length == smallest;
    // Only who counts in weeks writes them.
    const std::int64_t count = unit.canonical == "w" && !is_last ? 0 : value / unit.length;
    value -= count * unit.length;
    if (count == 0 && !is_last) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : " ", count, unit.canonical);
  }
  return text;
}

}  // namespace

std::optional<StatedDuration> parse_stated_duration(std::string_view text) {
  const std::string spaced = collapse_spaces(text);
  const std::string lower = to_lower(spaced);
  Reader reader(lower);
  StatedDuration duration;
  while (take_any(reader, {"~", "≈", "about ", "approx. ", "approx ", "approximately ", "around ",
                           "roughly ", "circa ", "ca. ", "ca "})) {
    duration.approximate = true;
  }
  std::optional<Length> length;
  if (reader.take("less than a minute") || reader.take("under a minute") ||
      reader.take("< 1 min") || reader.take("<1 min") || reader.take("less than 1 minute")) {
    reader.take("ute");
    length = Length{seconds(60), seconds(60)};
    duration.approximate = true;
  } else if (reader.take("half an hour") || reader.take("half hour") || reader.take("½ hour")) {
    length = Length{seconds(1800), seconds(360)};
  } else if (reader.take("half a day")) {
    length = Length{seconds(43200), seconds(8640)};
  }
  if (!length) length = read_clock_form(reader);
  if (!length) length = read_iso_form(reader);
  if (!length) length = read_units(reader);
  if (!length) return std::nullopt;
  if (reader.take("~")) duration.approximate = true;
  // The remark keeps its capitals.
  const auto remark =
      read_remark(std::string_view(spaced).substr(lower.size() - reader.rest().size()));
  if (!remark) return std::nullopt;
  duration.value = length->value;
  duration.granularity = length->granularity;
  duration.remark = *remark;
  for (const std::string_view word :
       {"approx", "approx.", "approximate", "approximately", "estimated"}) {
    if (!equal_ignoring_case(duration.remark, word)) continue;
    duration.approximate = true;
    duration.remark.clear();
    break;
  }
  return duration;
}

bool says_not_known(std::string_view text) {
  text = trim(text);
  if (const std::size_t open = text.find('('); open != 0 && text.ends_with(')')) {
    text = trim(text.substr(0, open));
  }
  while (text.ends_with('.')) text.remove_suffix(1);
  const std::string lower = to_lower(text);
  constexpr std::array<std::string_view, 19> kWords = {
      "",    "?",   "??",  "???", "-",   "--",      "–",         "—",    "…",   "tbd",
      "tba", "tbc", "n/a", "na",  "n.a", "unknown", "not known", "none", "n.a."};
  constexpr std::array<std::string_view, 6> kMore = {"not available",    "not applicable",
                                                     "to be determined", "not measured",
                                                     "undetermined",     "unclear"};
  return std::ranges::find(kWords, lower) != kWords.end() ||
         std::ranges::find(kMore, lower) != kMore.end();
}

std::string to_string(const StatedDuration& duration) {
  const auto tenths = std::ranges::find(units(), duration.granularity * 10, &Unit::length);
  std::string text = tenths == units().end() ? in_units(duration.value, duration.granularity)
                                             : in_tenths(duration.value, *tenths);
  if (duration.approximate) text.insert(0, "~");
  if (!duration.remark.empty()) text += " (" + duration.remark + ")";
  return text;
}

}  // namespace debrief
