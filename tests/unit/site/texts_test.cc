#include "generator/site/texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>

#include "generator/base/text.h"
#include "generator/site/plurals.h"

namespace debrief {
namespace {

Timestamp at(std::string_view text) {
  return parse_timestamp(text).value();
}

// "name {count} {first}", or "name[] {count}" for all the forms of a plural.
std::string shape(const std::string& name, std::string_view text) {
  std::set<std::string> places;
  for (std::size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    places.emplace(text.substr(open, text.find('}', open) + 1 - open));
  }
  std::string shown = name.substr(0, name.find('[')) + (name.ends_with(']') ? "[]" : "");
  for (const std::string& place : places) shown += " " + place;
  return shown;
}

std::set<std::string> shapes(const Texts& texts) {
  std::set<std::string> all;
  for (const auto& [name, text] : texts.table()) all.insert(shape(name, text));
  return all;
}

std::string parse_fault(std::string_view file) {
  try {
    parse_texts(file);
  } catch (const std::logic_error& error) {
    return error.what();
  }
  return "";
}

TEST(Texts, CountsAreReadable) {
  const Texts english("en");
  EXPECT_EQ(count_text(english, 0), "0");
  EXPECT_EQ(count_text(english, 999), "999");
  EXPECT_EQ(count_text(english, 1'000), "1,000");
  EXPECT_EQ(count_text(english, 1'234'567), "1,234,567");
  EXPECT_EQ(incident_count_text(english, 0), "0 incidents");
  EXPECT_EQ(incident_count_text(english, 1), "1 incident");
  EXPECT_EQ(open_count_text(english, 1), "1 ongoing incident");
  EXPECT_EQ(open_count_text(english, 2), "2 ongoing incidents");
  EXPECT_EQ(range_text(english, 101, 200, 10'000), "101–200 of 10,000 incidents");
  EXPECT_EQ(position_text(english, 2, 12), "Page 2 of 12");
  EXPECT_EQ(quarter_text(english, 2026, 1), "Q1 2026");
  EXPECT_EQ(quarter_text(english, 2026, 0), "2026, month not known");
  EXPECT_EQ(titled_text(english, "Archive", "12 incidents"), "Archive: 12 incidents");
}

TEST(Texts, AreGerman) {
  const Texts german("de");
  EXPECT_EQ(count_text(german, 1'234'567), "1.234.567");
  EXPECT_EQ(incident_count_text(german, 0), "0 Vorfälle");
  EXPECT_EQ(incident_count_text(german, 1), "1 Vorfall");
  EXPECT_EQ(open_count_text(german, 1), "1 laufender Vorfall");
  EXPECT_EQ(open_count_text(german, 2'000), "2.000 laufende Vorfälle");
  EXPECT_EQ(range_text(german, 101, 200, 10'000), "101–200 von 10.000 Vorfällen");
  EXPECT_EQ(position_text(german, 2, 12), "Seite 2 von 12");
  EXPECT_EQ(quarter_text(german, 2026, 0), "2026, Monat unbekannt");
  EXPECT_EQ(hidden_text(german, Hidden::marked, "eine Bank"),
            "Nicht öffentlich: als intern gekennzeichnet. Öffentlich steht hier: eine Bank");
}

TEST(Texts, DaysAndLengthsAreInTheLanguage) {
  const Texts english("en");
  EXPECT_EQ(date_text(english, at("2026-02-04T23:07Z").utc), "4 February 2026");
  EXPECT_EQ(date_text(english, at("2026-03")), "March 2026");
  EXPECT_EQ(date_text(english, at("2026")), "2026");
  EXPECT_EQ(duration_text(english, std::chrono::minutes(65)), "1 h 5 min");
  const Texts german("de");
  EXPECT_EQ(date_text(german, at("2026-02-04T23:30-05:00")), "4. Februar 2026");
  EXPECT_EQ(date_text(german, at("2026-03")), "März 2026");
  EXPECT_EQ(date_text(german, at("2026")), "2026");
  EXPECT_EQ(duration_text(german, std::chrono::hours(49)), "2 d 1 h");
  EXPECT_EQ(duration_text(german, std::chrono::seconds(0)), "0 min");
}

TEST(Texts, AreThoseOfTheLanguageWhateverTheCountry) {
  EXPECT_EQ(Texts("de-AT").language(), "de");
  EXPECT_EQ(Texts("DE").label("home"), "Startseite");
  EXPECT_EQ(Texts("pt-BR").language(), "en");
  EXPECT_EQ(Texts("").label("home"), "Home");
}

TEST(Texts, EveryLanguageHasTheSameNamesAndPlaces) {
  const std::set<std::string> english = shapes(Texts("en"));
  ASSERT_GE(text_languages().size(), 2U);
  for (const std::string& language : text_languages()) {
    EXPECT_EQ(Texts(language).language(), language);
    EXPECT_EQ(shapes(Texts(language)), english) << language;
  }
}

TEST(Texts, EveryLanguageHasAllItsFormsOfPlurals) {
  for (const std::string& language : text_languages()) {
    const Texts texts(language);
    std::set<std::string> forms;
    for (const PluralCategory category : plural_categories(language)) {
      forms.insert("[" + std::string(to_string(category)) + "]");
    }
    std::map<std::string, std::set<std::string>> found;
    for (const auto& [name, text] : texts.table()) {
      const std::size_t bracket = name.find('[');
      if (bracket != std::string::npos) found[name.substr(0, bracket)].insert(name.substr(bracket));
    }
    EXPECT_FALSE(found.empty());
    for (const auto& [name, own] : found) EXPECT_EQ(own, forms) << language << ": " << name;
  }
}

TEST(Texts, EveryLanguageNamesTheFourUnitsOfTime) {
  for (const std::string& language : text_languages()) {
    EXPECT_EQ(split(Texts(language).label("search_units"), ' ').size(), 4U) << language;
  }
}

TEST(Texts, AMisspeltNameIsAProgrammingError) {
  EXPECT_EQ(Texts("en").label("incidents"), "Incidents");
  EXPECT_THROW(Texts("en").label("incidentes"), std::logic_error);
}

TEST(Texts, TemplatesHaveNoFormsOfPlurals) {
  const PageData data = text_data(Texts("en"));
  EXPECT_NE(data.find("incidents"), nullptr);
  EXPECT_EQ(data.find("incident_count[one]"), nullptr);
}

TEST(Texts, AFileIsNamesAndTexts) {
  EXPECT_EQ(parse_texts("# x = y\n\n a = b = c \n").at("a"), "b = c");
  EXPECT_EQ(parse_fault("a = b\nc\n"), "texts, line 2: no 'name = text'");
  EXPECT_EQ(parse_fault("a =\n"), "texts, line 1: no 'name = text'");
  EXPECT_EQ(parse_fault("a = b\na = c\n"), "texts, line 2: 'a' stands there twice");
}

TEST(Texts, PlacesAreFilledOnce) {
  EXPECT_EQ(fill_text("{a}{b} {c {a}", {{"a", "{b}"}, {"b", "2"}}), "{b}2 {c {b}");
}

}  // namespace
}  // namespace debrief
