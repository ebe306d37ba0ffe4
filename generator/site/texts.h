// The words of the interface, in one language. Everything else on a page comes from the view.
//
// They are in languages/en.txt and its translations, which are part of the program.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/day.h"
#include "generator/base/timestamp.h"
#include "generator/markdown/document.h"
#include "generator/site/page_data.h"

namespace debrief {

class Texts {
 public:
  using Table = std::map<std::string, std::string, std::less<>>;

  // Those of "de-AT" are the German ones; a language that has none gets the English ones.
  explicit Texts(std::string_view language);

  // "de": of the texts, which may be another language than was asked for.
  const std::string& language() const { return language_; }
  bool are_of(std::string_view language) const;

  // Requires: `name` is in the table; throws std::logic_error if it is not.
  const std::string& label(std::string_view name) const;

  // The form of `name` that goes with the number.
  const std::string& form(std::string_view name, std::size_t count) const;

  const Table& table() const { return *table_; }

 private:
  std::string language_;
  const Table* table_;  // of the program itself, the same as long as it runs
};

// The codes of the languages that there are texts of, English first.
std::vector<std::string> text_languages();

// "name = text" a line; throws std::logic_error, naming the line, for anything else, since these
// files are parts of the program.
Texts::Table parse_texts(std::string_view file);

// "{count} incidents" with {"count", "7"}: "7 incidents".
std::string fill_text(std::string_view pattern,
                      std::initializer_list<std::pair<std::string_view, std::string_view>> values);

// The table as templates know it: {{text.services}}. Forms of plurals are not for them.
PageData text_data(const Texts& texts);

// Every text of the table, and days of every month: what stands on pages of every knowledge base.
std::string all_texts(const Texts& texts);

// What is said of a hidden part: "Not public: marked internal. The public reads: our bank".
std::string hidden_text(const Texts& texts, Hidden reason, std::string_view replacement);
// The same of a section.
std::string hidden_section_text(const Texts& texts, Hidden reason);

std::string count_text(const Texts& texts, std::size_t count);  // "10,000"
// What an author wrote, with the site's separators if it is a whole number: "9600" as "9,600".
std::string number_text(const Texts& texts, const std::string& written);
// The form of `name` that goes with the number, which it shows: "3 days".
std::string counted_text(const Texts& texts, std::string_view name, std::size_t count);
std::string incident_count_text(const Texts& texts, std::size_t count);  // "1 incident"
std::string open_count_text(const Texts& texts, std::size_t count);      // "1 ongoing incident"
// "101–200 of 1,134 incidents"
std::string range_text(const Texts& texts, std::size_t first, std::size_t last, std::size_t count);
// "Page 2 of 12"
std::string position_text(const Texts& texts, std::size_t number, std::size_t count);
// "Q1 2026"; 0: "2026, month not known"
std::string quarter_text(const Texts& texts, int year, int quarter);
std::string short_quarter_text(const Texts& texts, int quarter);  // "Q1"
std::string month_text(const Texts& texts, const Month& month);   // "February 2026"
// "Archive: 12 incidents"
std::string titled_text(const Texts& texts, std::string_view title, std::string_view text);

// "15 February 2026", of UTC.
std::string date_text(const Texts& texts, Seconds time);
// As much of it as is known: "15 February 2026", "February 2026", "2026"; of the author's clock.
std::string date_text(const Texts& texts, const Timestamp& time);
// "1 h 5 min"
std::string duration_text(const Texts& texts, std::chrono::seconds duration);

}  // namespace debrief
