// Every action item of every incident, and how well what was promised is kept.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

// `overdue` is open, and the last day on which it would have been in time is over. A month or a
// year is over with its last day.
enum class ActionState { overdue, open, done, dropped };

std::string_view to_string(ActionState state);

// Still to be done, late or not.
bool is_open(ActionState state);

struct RegisterItem {
  IncidentIndex incident = 0;
  std::size_t item = 0;  // in ViewIncident::actions
  ActionState state = ActionState::open;
  std::chrono::days late{0};  // of what is overdue; of what was done after its day, by how much
  // Since the start of the incident, of what is still to be done. Absent without a start.
  std::optional<std::chrono::days> age;
  bool has_recurred = false;  // the incident has happened again since

  bool operator==(const RegisterItem&) const = default;
};

// Requires: `item` is of the register of the view.
const ViewActionItem& action_of(const View& view, const RegisterItem& item);

std::size_t count_of(const std::vector<RegisterItem>& items, ActionState state);

// Overdue ones first, the latest of them first; then open ones, those due next first and those
// without a day last; then done ones, the last done first; then dropped ones. Equal ones are in the
// order of the view.
std::vector<RegisterItem> action_register(const View& view, Day today);

// How much of some items was done, and when.
struct Completion {
  std::size_t all = 0;   // without what was dropped
  std::size_t done = 0;  // of these
  // Of those with a day that are overdue, or done on a day that is known:
  std::size_t due = 0;
  std::size_t on_time = 0;  // done on that day or before

  bool operator==(const Completion&) const = default;
};

Completion completion(const View& view, const std::vector<RegisterItem>& items);

// The same of each quarter, by the day that items were due: the `most` up to that of `today`, the
// oldest first. What is due later, or on no day, is in none.
struct QuarterCompletion {
  Quarter quarter;
  Completion completion;

  bool operator==(const QuarterCompletion&) const = default;
};
std::vector<QuarterCompletion> completion_by_quarter(const View& view,
                                                     const std::vector<RegisterItem>& items,
                                                     Day today, std::size_t most);

// What one person or team has to do, and has done.
struct OwnerItems {
  std::string name;                 // as shown; empty for what nobody owns
  std::vector<RegisterItem> items;  // in the order of the register

  bool operator==(const OwnerItems&) const = default;
};

// By name, in the order of bytes; what nobody owns comes last. An item of several is with each.
std::vector<OwnerItems> items_by_owner(const View& view, const std::vector<RegisterItem>& items);

}  // namespace debrief
