// What headings people write for the sections of a post-mortem, and what they all mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// The canonical name ("what-went-well") of a heading's text; empty for one nobody knows.
// Case, numbering ("3. Timeline"), a colon at the end, a remark in brackets ("Timeline (UTC)")
// and marks around the words do not matter.
std::string canonical_section(std::string_view heading);

// All canonical names, in the order of a post-mortem.
const std::vector<std::string>& section_names();

}  // namespace debrief
