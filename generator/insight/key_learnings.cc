#include "generator/insight/key_learnings.h"

#include <array>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/insight/section_points.h"

namespace debrief {

namespace {

constexpr std::size_t kLongestPoint = 280;  // characters

// What each part of the text says, where it says something.
using Parts = std::vector<std::vector<SectionPoint>>;

void add_part(const Section& section, Parts& parts) {
  if (std::vector<SectionPoint> points = section_points(section); !points.empty()) {
    parts.push_back(std::move(points));
  }
  for (const Section& below : section.sections) add_part(below, parts);
}

Parts parts_of(const ViewIncident& incident) {
  Parts parts;
  for (const Section* section : sections_of_kind(incident.body, "lessons-learned")) {
    add_part(*section, parts);
  }
  if (!parts.empty()) return parts;
  constexpr std::array<std::string_view, 3> kInstead = {"what-went-well", "what-could-be-improved",
                                                        "where-we-got-lucky"};
  for (const std::string_view kind : kInstead) {
    for (const Section* section : sections_of_kind(incident.body, kind)) add_part(*section, parts);
  }
  return parts;
}

}  // namespace

std::vector<std::string> key_learnings(const ViewIncident& incident, std::size_t most) {
  const Parts parts = parts_of(incident);
  std::vector<std::string> learnings;
  // In turn, so that a long part does not silence those after it.
  bool has_more = true;
  for (std::size_t turn = 0; has_more; ++turn) {
    has_more = false;
    for (const std::vector<SectionPoint>& points : parts) {
      if (turn >= points.size()) continue;
      if (learnings.size() == most) return learnings;
      learnings.push_back(shorten(points[turn].text, kLongestPoint));
      has_more = true;
    }
  }
  return learnings;
}

}  // namespace debrief
