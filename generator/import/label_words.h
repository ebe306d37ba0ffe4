// What the words of a post-mortem's head mean: labels as fields, and values that several tools
// spell differently.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// The field that a label such as "start time" or "root cause category" stands for; those of the
// review are "review.attendees" and so on, a length of time that may be a range is "duration".
// Empty for any other label. `label` is lower case.
std::string_view field_of_label(std::string_view label);

// Whether facts about the incident stand in a section: the head of the text, or one called
// "Stats", "Details", "Incident information" … `section` as LabelledValue::section.
bool is_section_of_facts(std::string_view section);
// Whether lines with a label are a part of the story there: the timeline, the action items …
bool is_section_of_story(std::string_view section);

// "[Name]", "XXX", "?", "N/A", "TBD", "-", "YYYY-MM-DD": a place where a value is to be written.
bool is_not_given(std::string_view text);

struct StatedStatus {
  std::string status;        // draft, in-review, published; or empty
  bool is_resolved = false;  // the word is about the incident, not about its post-mortem
};
std::optional<StatedStatus> status_of(std::string_view text);

// alert, customer, employee or partner if the text clearly is one of them.
std::optional<std::string> detection_of(std::string_view text);

// The names in "Ann Lee, @bob and Cid"; empty if it is a sentence rather than names.
std::vector<std::string> people_in(std::string_view text);
// The names in "checkout, ledger; search".
std::vector<std::string> names_in(std::string_view text);

}  // namespace debrief
