// Which action items are asked for.
#pragma once

#include <string>
#include <vector>

#include "generator/insight/action_register.h"
#include "generator/view/view.h"

namespace debrief {

// What is empty asks for nothing in particular; of several values one is enough. Letters may be
// large or small.
struct ActionFilter {
  std::vector<ActionState> states = {};
  std::vector<std::string> owners = {};      // names as shown, or handles
  std::vector<std::string> services = {};    // keys or names, of the incident
  std::vector<std::string> priorities = {};  // "P1"
  std::vector<std::string> types = {};       // "prevent"
};

// In the same order. Throws Error for an owner, a service, a priority or a type that no item of the
// view has, and says which there are.
std::vector<RegisterItem> filter_actions(const View& view, const std::vector<RegisterItem>& items,
                                         const ActionFilter& filter);

}  // namespace debrief
