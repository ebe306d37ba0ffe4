#include "generator/insight/overdue_actions.h"

#include <algorithm>

namespace debrief {

namespace {

bool is_open(const ViewActionItem& item) {
  return !item.done && !item.dropped;
}

}  // namespace

std::vector<OverdueAction> overdue_actions(const View& view, Day today) {
  std::vector<OverdueAction> overdue;
  for (IncidentIndex i = 0; i < view.incidents().size(); ++i) {
    const std::vector<ViewActionItem>& items = view.incidents()[i].actions;
    for (std::size_t item = 0; item < items.size(); ++item) {
      if (!is_open(items[item]) || !items[item].due) continue;
      const Day due = last_day(*items[item].due);
      if (due < today) overdue.push_back({i, item, today - due});
    }
  }
  std::ranges::stable_sort(overdue, std::ranges::greater(), &OverdueAction::overdue);
  return overdue;
}

std::size_t open_action_count(const View& view) {
  std::size_t count = 0;
  for (const ViewIncident& incident : view.incidents()) {
    count += static_cast<std::size_t>(std::ranges::count_if(incident.actions, is_open));
  }
  return count;
}

}  // namespace debrief
