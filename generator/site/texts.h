// The words of the interface. Everything else on a page comes from the view.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/markdown/document.h"
#include "generator/site/page_data.h"

namespace debrief {

// Requires: `name` is in the table; throws std::logic_error if it is not.
std::string label(std::string_view name);

// The whole table, as templates know it: {{text.services}}.
PageData text_data();

// Every text of the table, and the names of months: what stands on pages of every knowledge base.
std::string all_texts();

// What is said of a hidden part: "Not public: marked internal. The public reads: our bank".
std::string hidden_text(Hidden reason, std::string_view replacement);
// The same of a section.
std::string hidden_section_text(Hidden reason);

std::string count_text(std::size_t count);           // "10,000"
std::string incident_count_text(std::size_t count);  // "1 incident", "10,000 incidents"
std::string open_count_text(std::size_t count);      // "1 ongoing incident"
// "101–200 of 1,134 incidents"
std::string range_text(std::size_t first, std::size_t last, std::size_t count);
std::string position_text(std::size_t number, std::size_t count);  // "Page 2 of 12"
std::string quarter_text(int year, int quarter);  // "Q1 2026"; 0: "2026, month not known"

}  // namespace debrief
