// The register of action items as the pages of a site show it: which lists there are.
#pragma once

#include <string>
#include <vector>

#include "generator/insight/action_register.h"
#include "generator/view/view.h"

namespace debrief {

struct ActionLists {
  struct Owner {
    std::string slug;
    OwnerItems owned;
  };

  std::vector<RegisterItem> open;    // overdue ones first, then those due next
  std::vector<RegisterItem> closed;  // done ones, the latest first, then dropped ones
  std::vector<Owner> owners;         // by name; what nobody owns comes last

  bool is_empty() const { return open.empty() && closed.empty(); }
};

// Empty in the public view: whose task it is, and whether it is late, is not for the public.
ActionLists action_lists(const View& view, const std::vector<RegisterItem>& items);

}  // namespace debrief
