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
  // Names as shown, or handles; "nobody" for what nobody owns, unless somebody is called so.
  std::vector<std::string> owners = {};
  std::vector<std::string> teams = {};       // ViewActionItem::teams
  std::vector<std::string> services = {};    // keys or names, of the incident
  std::vector<std::string> priorities = {};  // "P1"
  std::vector<std::string> types = {};       // "prevent"
};

// In the same order. Throws Error for an owner, a team, a service, a priority or a type that no
// item of the view has, and says which there are.
std::vector<RegisterItem> filter_actions(const View& view, const std::vector<RegisterItem>& items,
                                         const ActionFilter& filter);

}  // namespace debrief
