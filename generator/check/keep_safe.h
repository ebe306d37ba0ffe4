// Of things that are to be done together, as many as are safe together.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace debrief {

// In their order. Asks `is_safe` of a list of them no more than `tries` times, halving what is not
// safe; what was not tried by then is left out.
template <class Thing, class IsSafe>
std::vector<Thing> keep_safe(const std::vector<Thing>& things, const IsSafe& is_safe, int tries) {
  struct Range {
    std::size_t begin, end;
  };
  std::vector<Thing> kept;
  std::vector<Range> open = {{0, things.size()}};  // the next one last
  for (; tries > 0 && !open.empty(); --tries) {
    const auto [begin, end] = open.back();
    open.pop_back();
    std::vector<Thing> trial = kept;
    for (std::size_t i = begin; i < end; ++i) trial.push_back(things[i]);
    if (is_safe(trial)) {
      kept = std::move(trial);
    } else if (end - begin > 1) {
      const std::size_t middle = begin + (end - begin) / 2;
      open.push_back({middle, end});
      open.push_back({begin, middle});
    }
  }
  return kept;
}

}  // namespace debrief
