#include "generator/insight/action_register.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace debrief {

namespace {

using std::chrono::days;

ActionState state_of(const ViewActionItem& item, Day today) {
  if (item.done) return ActionState::done;
  if (item.dropped) return ActionState::dropped;
  return item.due && last_day(*item.due) < today ? ActionState::overdue : ActionState::open;
}

days late_by(const ViewActionItem& item, ActionState state, Day today) {
  if (!item.due) return days(0);
  const Day due = last_day(*item.due);
  if (state == ActionState::overdue) return today - due;
  if (state != ActionState::done || !item.completed) return days(0);
  return std::max(days(0), last_day(*item.completed) - due);
}

std::optional<days> age_of(const ViewIncident& incident, ActionState state, Day today) {
  if (!is_open(state) || !incident.started) return std::nullopt;
  return std::max(days(0), today - std::chrono::floor<days>(incident.started->utc));
}

// What comes first has the smaller one.
std::tuple<int, std::int64_t> rank(const View& view, const RegisterItem& item) {
  constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
  const ViewActionItem& action = action_of(view, item);
  const auto day = [](const std::optional<Timestamp>& time) {
    return std::int64_t{last_day(*time).time_since_epoch().count()};
  };
  std::int64_t place = kLast;
  switch (item.state) {
    case ActionState::overdue:
    case ActionState::open:
      if (action.due) place = day(action.due);
      break;
    case ActionState::done:
      if (action.completed) place = -day(action.completed);
      break;
    case ActionState::dropped:
      break;
  }
  return {static_cast<int>(item.state), place};
}

// Whether it is known if the item was done in time.
bool is_settled(const ViewActionItem& action, ActionState state) {
  if (!action.due) return false;
  return state == ActionState::overdue || (state == ActionState::done && action.completed);
}

void count(Completion& completion, const ViewActionItem& action, const RegisterItem& item) {
  if (item.state == ActionState::dropped) return;
  ++completion.all;
  if (item.state == ActionState::done) ++completion.done;
  if (!is_settled(action, item.state)) return;
  ++completion.due;
  if (item.late == days(0)) ++completion.on_time;
}

}  // namespace

std::string_view to_string(ActionState state) {
  switch (state) {
    case ActionState::overdue:
      return "overdue";
    case ActionState::open:
      return "open";
    case ActionState::done:
      return "done";
    case ActionState::dropped:
      return "dropped";
  }
  return "";
}

bool is_open(ActionState state) {
  return state == ActionState::overdue || state == ActionState::open;
}

const ViewActionItem& action_of(const View& view, const RegisterItem& item) {
  return view.incidents()[item.incident].actions[item.item];
}

std::size_t count_of(const std::vector<RegisterItem>& items, ActionState state) {
  return static_cast<std::size_t>(std::ranges::count(items, state, &RegisterItem::state));
}

std::vector<RegisterItem> action_register(const View& view, Day today) {
  std::vector<RegisterItem> items;
  for (IncidentIndex i = 0; i < view.incidents().size(); ++i) {
    const ViewIncident& incident = view.incidents()[i];
    for (std::size_t item = 0; item < incident.actions.size(); ++item) {
      const ViewActionItem& action = incident.actions[item];
      const ActionState state = state_of(action, today);
      items.push_back({i, item, state, late_by(action, state, today),
                       age_of(incident, state, today), !incident.repeated_by.empty()});
    }
  }
  std::ranges::stable_sort(items, [&](const RegisterItem& a, const RegisterItem& b) {
    return rank(view, a) < rank(view, b);
  });
  return items;
}

Completion completion(const View& view, const std::vector<RegisterItem>& items) {
  Completion result;
  for (const RegisterItem& item : items) count(result, action_of(view, item), item);
  return result;
}

std::vector<QuarterCompletion> completion_by_quarter(const View& view,
                                                     const std::vector<RegisterItem>& items,
                                                     Day today, std::size_t most) {
  std::vector<QuarterCompletion> quarters;
  for (const Quarter& quarter : quarters_until(today, most)) quarters.push_back({quarter, {}});
  for (const RegisterItem& item : items) {
    const ViewActionItem& action = action_of(view, item);
    if (!action.due) continue;
    const Quarter due = quarter_of(last_day(*action.due));
    const auto found = std::ranges::find(quarters, due, &QuarterCompletion::quarter);
    if (found != quarters.end()) count(found->completion, action, item);
  }
  return quarters;
}

std::vector<OwnerItems> items_by_owner(const View& view, const std::vector<RegisterItem>& items) {
  std::map<std::string, std::vector<RegisterItem>> owned;
  std::vector<RegisterItem> unowned;
  for (const RegisterItem& item : items) {
    const std::vector<std::string>& owners = action_of(view, item).owners;
    if (owners.empty()) unowned.push_back(item);
    for (const std::string& owner : owners) {
      std::vector<RegisterItem>& theirs = owned[owner];
      if (theirs.empty() || theirs.back() != item) theirs.push_back(item);
    }
  }
  std::vector<OwnerItems> result;
  for (auto& [name, theirs] : owned) result.push_back({name, std::move(theirs)});
  if (!unowned.empty()) result.push_back({"", std::move(unowned)});
  return result;
}

}  // namespace debrief
