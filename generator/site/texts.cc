#include "generator/site/texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <stdexcept>

#include "generator/base/embedded_file.h"
#include "generator/base/text.h"
#include "generator/site/plurals.h"

namespace debrief {

// Made by debrief_embed() out of languages/.
extern const std::span<const EmbeddedFile> language_files;

namespace {

constexpr std::string_view kEnglish = "en";

using Tables = std::map<std::string, Texts::Table, std::less<>>;

const Tables& tables() {
  static const Tables all = [] {
    Tables read;
    for (const EmbeddedFile& file : language_files) {
      const std::string_view language = file.path.substr(0, file.path.find('.'));
      read.emplace(language, parse_texts(file.bytes()));
    }
    return read;
  }();
  return all;
}

// "de" of "de-AT" and "de_AT".
std::string primary_subtag(std::string_view language) {
  return to_lower(language.substr(0, language.find_first_of("-_")));
}

bool is_form(std::string_view name) {
  return name.ends_with(']');
}

}  // namespace

Texts::Texts(std::string_view language) : language_(primary_subtag(language)) {
  auto found = tables().find(language_);
  if (found == tables().end()) {
    language_ = kEnglish;
    found = tables().find(kEnglish);
  }
  table_ = &found->second;
}

bool Texts::are_of(std::string_view language) const {
  return primary_subtag(language) == language_;
}

const std::string& Texts::label(std::string_view name) const {
  const auto found = table_->find(name);
  if (found == table_->end()) {
    throw std::logic_error(fmt::format("no text for '{}' in '{}'", name, language_));
  }
  return found->second;
}

const std::string& Texts::form(std::string_view name, std::size_t count) const {
  return label(fmt::format("{}[{}]", name, to_string(plural_category(language_, count))));
}

std::vector<std::string> text_languages() {
  std::vector<std::string> languages = {std::string(kEnglish)};
  for (const auto& [language, table] : tables()) {
    if (language != kEnglish) languages.push_back(language);
  }
  return languages;
}

Texts::Table parse_texts(std::string_view file) {
  Texts::Table table;
  std::size_t number = 0;
  for (const std::string_view line : split(file, '\n')) {
    ++number;
    const std::string_view content = trim(line);
    if (content.empty() || content.front() == '#') continue;
    const std::size_t sign = content.find('=');
    const std::string_view name = trim(content.substr(0, sign));
    const std::string_view text =
        sign == std::string_view::npos ? "" : trim(content.substr(sign + 1));
    if (name.empty() || text.empty()) {
      throw std::logic_error(fmt::format("texts, line {}: no 'name = text'", number));
    }
    if (!table.emplace(name, text).second) {
      throw std::logic_error(fmt::format("texts, line {}: '{}' stands there twice", number, name));
    }
  }
  return table;
}

std::string fill_text(std::string_view pattern,
                      std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string text;
  while (!pattern.empty()) {
    const auto value = std::ranges::find_if(values, [&](const auto& each) {
      return pattern.starts_with('{') && pattern.substr(1).starts_with(each.first) &&
             pattern.substr(1 + each.first.size()).starts_with('}');
    });
    if (value == values.end()) {
      text += pattern.front();
      pattern.remove_prefix(1);
    } else {
      text += value->second;
      pattern.remove_prefix(value->first.size() + 2);
    }
  }
  return text;
}

PageData text_data(const Texts& texts) {
  PageData data;
  for (const auto& [name, text] : texts.table()) {
    if (!is_form(name)) data.text(name, text);
  }
  return data;
}

std::string all_texts(const Texts& texts) {
  std::string all;
  for (const auto& [name, text] : texts.table()) all += text + "\n";
  for (int month = 0; month < 12; ++month) {
    all += date_text(texts, Seconds(std::chrono::hours(24 * (14 + 30 * month)))) + "\n";
  }
  return all;
}

std::string hidden_text(const Texts& texts, Hidden reason, std::string_view replacement) {
  if (reason == Hidden::link) return texts.label("hidden_link");
  const std::string& text = texts.label(reason == Hidden::marked     ? "hidden_marked"
                                        : reason == Hidden::left_out ? "hidden_left_out"
                                                                     : "not_public");
  if (replacement.empty()) return text;
  return fill_text(texts.label("hidden_and_replaced"),
                   {{"reason", text}, {"replacement", replacement}});
}

std::string hidden_section_text(const Texts& texts, Hidden reason) {
  return reason == Hidden::no       ? ""
         : reason == Hidden::partly ? texts.label("hidden_partly")
                                    : hidden_text(texts, reason, "");
}

std::string count_text(const Texts& texts, std::size_t count) {
  const std::string& separator = texts.label("thousands_separator");
  std::string digits = std::to_string(count);
  for (std::size_t place = digits.size(); place > 3;) {
    place -= 3;
    digits.insert(place, separator);
  }
  return digits;
}

std::string number_text(const Texts& texts, const std::string& written) {
  std::size_t number = 0;
  const char* const end = written.data() + written.size();
  const auto [stop, error] = std::from_chars(written.data(), end, number);
  const bool is_number = error == std::errc() && stop == end && !written.starts_with('0');
  return is_number ? count_text(texts, number) : written;
}

std::string counted_text(const Texts& texts, std::string_view name, std::size_t count) {
  return fill_text(texts.form(name, count), {{"count", count_text(texts, count)}});
}

std::string incident_count_text(const Texts& texts, std::size_t count) {
  return counted_text(texts, "incident_count", count);
}

std::string open_count_text(const Texts& texts, std::size_t count) {
  return counted_text(texts, "open_count", count);
}

std::string range_text(const Texts& texts, std::size_t first, std::size_t last, std::size_t count) {
  return fill_text(texts.form("incident_range", count), {{"first", count_text(texts, first)},
                                                         {"last", count_text(texts, last)},
                                                         {"count", count_text(texts, count)}});
}

std::string position_text(const Texts& texts, std::size_t number, std::size_t count) {
  return fill_text(texts.label("position"),
                   {{"number", count_text(texts, number)}, {"count", count_text(texts, count)}});
}

std::string quarter_text(const Texts& texts, int year, int quarter) {
  const std::string shown_year = std::to_string(year);
  if (quarter == 0) return fill_text(texts.label("year_without_month"), {{"year", shown_year}});
  return fill_text(texts.label("quarter_of_year"),
                   {{"quarter", short_quarter_text(texts, quarter)}, {"year", shown_year}});
}

std::string short_quarter_text(const Texts& texts, int quarter) {
  constexpr std::array kNames = {"first_quarter", "second_quarter", "third_quarter",
                                 "fourth_quarter"};
  return texts.label(kNames.at(static_cast<std::size_t>(quarter - 1)));
}

std::string month_text(const Texts& texts, const Month& month) {
  return fill_text(texts.label("date_without_day"),
                   {{"month", texts.label(fmt::format("month_{}", month.number))},
                    {"year", std::to_string(month.year)}});
}

std::string titled_text(const Texts& texts, std::string_view title, std::string_view text) {
  return fill_text(texts.label("title_and_text"), {{"title", title}, {"text", text}});
}

std::string date_text(const Texts& texts, Seconds time) {
  const CivilDate date = civil_date_utc(time);
  return fill_text(texts.label("date"),
                   {{"day", std::to_string(date.day)},
                    {"month", texts.label(fmt::format("month_{}", date.month))},
                    {"year", std::to_string(date.year)}});
}

std::string date_text(const Texts& texts, const Timestamp& time) {
  const Seconds local = time.utc + time.offset;
  const CivilDate date = civil_date_utc(local);
  switch (time.precision) {
    case Timestamp::Precision::year:
      return std::to_string(date.year);
    case Timestamp::Precision::month:
      return month_text(texts, {date.year, date.month});
    default:
      return date_text(texts, local);
  }
}

std::string duration_text(const Texts& texts, std::chrono::seconds duration) {
  DurationUnits units;
  const std::vector<std::string_view> names = split(texts.label("search_units"), ' ');
  std::copy_n(names.begin(), units.size(), units.begin());
  return format_duration(duration, units);
}

}  // namespace debrief
