#include "generator/cli/likeness_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace debrief {

std::string likeness_text(const View& view, const RelatedIncident& related) {
  std::vector<std::string> parts;
  for (const std::size_t i : related.causes) parts.push_back(view.causes()[i].name);
  for (const std::size_t i : related.services) parts.push_back(view.services()[i].name);
  if (!related.words.empty()) {
    parts.push_back(fmt::format("{}", fmt::join(related.words, ", ")));
  }
  return fmt::format("{}", fmt::join(parts, " | "));
}

}  // namespace debrief
