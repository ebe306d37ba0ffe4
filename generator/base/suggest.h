// "Did you mean": the nearest of the known names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// The candidate with the smallest edit distance (Damerau-Levenshtein, optimal string
// alignment, ignoring case), if it is near enough to be a misspelling: at most a third of
// the longer length, at least 1. Of equally near ones, the first.
std::optional<std::string> suggest(std::string_view name,
                                   const std::vector<std::string>& candidates);

// "; did you mean 'severity'?" or nothing.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace debrief
