// What a section says point by point, as plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

struct SectionPoint {
  std::string text;   // one line, markup gone
  bool done = false;  // its box is ticked, or a cell of its row says no more than "done"

  bool operator==(const SectionPoint&) const = default;
};

// The sections of that kind, in order; not those within one of them.
std::vector<const Section*> sections_of_kind(const Outline& body, std::string_view kind);

// The items of the section's lists and the rows of its tables; of a section without any, its
// paragraphs. Not those of the sections below it, nor what is left of a template.
std::vector<SectionPoint> section_points(const Section& section);

// The same of a section and those below it, in order.
std::vector<SectionPoint> all_points(const Section& section);

}  // namespace debrief
