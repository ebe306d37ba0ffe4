#include "generator/cli/likeness_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace debrief {

namespace {

constexpr std::size_t kServicesNamed = 3;  // of more only their number is said

}  // namespace

std::string likeness_text(const View& view, const RelatedIncident& related) {
  std::vector<std::string> parts;
  for (const std::size_t i : related.causes) parts.push_back(view.causes()[i].name);
  if (related.services.size() > kServicesNamed) {
    parts.push_back(fmt::format("{} services", related.services.size()));
  } else {
    for (const std::size_t i : related.services) parts.push_back(view.services()[i].name);
  }
  if (!related.words.empty()) {
    parts.push_back(fmt::format("{}", fmt::join(related.words, ", ")));
  }
  return fmt::format("{}", fmt::join(parts, " | "));
}

}  // namespace debrief
