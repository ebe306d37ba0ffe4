// The next id of a knowledge base that numbers its post-mortems.
#pragma once

#include <string>
#include <vector>

namespace debrief {

// "PM-2026-015" after "PM-2026-014", and "PM-2027-001" in a new year: the form that most ids
// have (prefix, year, number with leading zeros), one above the highest number of the year. Empty
// if no id has such a form. Two people who do not know of each other's branches come to the same
// id; `check --changed-since` says so before they are merged, and a build afterwards.
std::string next_id(const std::vector<std::string>& ids, int year);

}  // namespace debrief
