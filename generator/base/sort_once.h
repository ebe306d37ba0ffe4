// A list as a set: in order, each value once.
#pragma once

#include <algorithm>
#include <vector>

namespace debrief {

template <typename T>
void sort_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace debrief
