// The lines that turn one text into another.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace debrief {

struct LineStep {
  enum class Kind { kept, removed, added };
  Kind kind;
  std::size_t index;  // of a removed line in the old text, of any other in the new one
};

// As few removed and added lines as there can be (Myers 1986), those that are removed before those
// that are added in their place. Where that takes more than `most_changes`, all that stands between
// the first and the last difference is replaced.
std::vector<LineStep> diff_lines(const std::vector<std::string>& before,
                                 const std::vector<std::string>& after,
                                 std::size_t most_changes = 1000);

}  // namespace debrief
