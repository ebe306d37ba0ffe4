#include "generator/compare/line_diff.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace debrief {

namespace {

using Kind = LineStep::Kind;
using Numbers = std::vector<int>;

// A point (x, y) says that x old and y new lines are done with; it lies on diagonal x - y. For each
// number of changes, the farthest x on each diagonal from -changes to changes, every second one
// used.
class Search {
 public:
  Search(std::span<const int> before, std::span<const int> after)
      : before_(before),
        after_(after),
        old_size_(static_cast<int>(before.size())),
        new_size_(static_cast<int>(after.size())) {}

  // From first to last; absent if it takes more than `most` changes. Places count from 0.
  std::optional<std::vector<LineStep>> steps(int most) {
    for (int changes = 0; changes <= std::min(most, old_size_ + new_size_); ++changes) {
      farthest_.emplace_back(static_cast<std::size_t>(2 * changes + 1), 0);
      for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
        int x = start(changes, diagonal);
        while (x < old_size_ && x - diagonal < new_size_ && x - diagonal >= 0 &&
               before_[at(x)] == after_[at(x - diagonal)]) {
          ++x;
        }
        reached(changes, diagonal) = x;
        if (x >= old_size_ && x - diagonal >= new_size_) return way_back(changes);
      }
    }
    return std::nullopt;
  }

 private:
  static std::size_t at(int place) { return static_cast<std::size_t>(place); }

  int& reached(int changes, int diagonal) { return farthest_[at(changes)][at(diagonal + changes)]; }

  // Whether the last of the changes added a line, rather than removed one.
  bool adds(int changes, int diagonal) {
    return diagonal == -changes || (diagonal != changes && reached(changes - 1, diagonal - 1) <
                                                               reached(changes - 1, diagonal + 1));
  }

  int start(int changes, int diagonal) {
    if (changes == 0) return 0;
    return adds(changes, diagonal) ? reached(changes - 1, diagonal + 1)
                                   : reached(changes - 1, diagonal - 1) + 1;
  }

  std::vector<LineStep> way_back(int changes) {
    std::vector<LineStep> steps;
    int x = old_size_;
    int y = new_size_;
    for (; changes >= 0; --changes) {
      const int diagonal = x - y;
      const int from = start(changes, diagonal);
      for (; x > from; --x) steps.push_back({Kind::kept, at(--y)});
      if (changes == 0) break;
      if (adds(changes, diagonal)) {
        steps.push_back({Kind::added, at(--y)});
      } else {
        steps.push_back({Kind::removed, at(--x)});
      }
    }
    std::ranges::reverse(steps);
    return steps;
  }

  std::span<const int> before_, after_;
  int old_size_, new_size_;
  std::vector<Numbers> farthest_;
};

std::vector<LineStep> replacement(std::size_t removed, std::size_t added) {
  std::vector<LineStep> steps;
  for (std::size_t i = 0; i < removed; ++i) steps.push_back({Kind::removed, i});
  for (std::size_t i = 0; i < added; ++i) steps.push_back({Kind::added, i});
  return steps;
}

// Between two kept lines, what goes stands before what comes.
void removed_first(std::vector<LineStep>& steps) {
  for (auto begin = steps.begin(); begin != steps.end();) {
    const auto is_kept = [](const LineStep& step) { return step.kind == Kind::kept; };
    begin = std::find_if_not(begin, steps.end(), is_kept);
    const auto end = std::find_if(begin, steps.end(), is_kept);
    std::stable_partition(begin, end,
                          [](const LineStep& step) { return step.kind == Kind::removed; });
    begin = end;
  }
}

}  // namespace

std::vector<LineStep> diff_lines(const std::vector<std::string>& before,
                                 const std::vector<std::string>& after, std::size_t most_changes) {
  // Equal lines have equal numbers.
  std::map<std::string_view, int> numbers;
  const auto numbered = [&numbers](const std::vector<std::string>& lines) {
    Numbers result;
    for (const std::string& line : lines) {
      result.push_back(numbers.try_emplace(line, static_cast<int>(numbers.size())).first->second);
    }
    return result;
  };
  const Numbers all_before = numbered(before);
  const Numbers all_after = numbered(after);

  const auto first = std::ranges::mismatch(all_before, all_after);
  const auto head = static_cast<std::size_t>(first.in1 - all_before.begin());
  std::span<const int> old_rest = std::span(all_before).subspan(head);
  std::span<const int> new_rest = std::span(all_after).subspan(head);
  while (!old_rest.empty() && !new_rest.empty() && old_rest.back() == new_rest.back()) {
    old_rest = old_rest.first(old_rest.size() - 1);
    new_rest = new_rest.first(new_rest.size() - 1);
  }

  std::vector<LineStep> steps;
  for (std::size_t i = 0; i < head; ++i) steps.push_back({Kind::kept, i});
  std::vector<LineStep> changed = Search(old_rest, new_rest)
                                      .steps(static_cast<int>(most_changes))
                                      .value_or(replacement(old_rest.size(), new_rest.size()));
  removed_first(changed);
  for (const LineStep& step : changed) steps.push_back({step.kind, step.index + head});
  for (std::size_t i = head + new_rest.size(); i < after.size(); ++i) {
    steps.push_back({Kind::kept, i});
  }
  return steps;
}

}  // namespace debrief
