#include "generator/insight/action_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "generator/base/error.h"
#include "generator/base/sort_once.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"

namespace debrief {

namespace {

// Under each of these names the item is found.
std::vector<std::string> owner_names(const View& view, const RegisterItem& item) {
  std::vector<std::string> names = action_of(view, item).owners;
  for (const std::string& handle : action_of(view, item).handles) names.push_back(handle);
  return names;
}

std::vector<std::string> service_names(const View& view, const RegisterItem& item) {
  std::vector<std::string> names;
  for (const std::size_t i : view.incidents()[item.incident].services) {
    names.push_back(view.services()[i].key);
    names.push_back(view.services()[i].name);
  }
  return names;
}

std::vector<std::string> priority(const View& view, const RegisterItem& item) {
  return {action_of(view, item).priority};
}

std::vector<std::string> type(const View& view, const RegisterItem& item) {
  return {action_of(view, item).type};
}

using NamesOf = std::vector<std::string> (*)(const View&, const RegisterItem&);

bool has_one_of(const std::vector<std::string>& names, const std::vector<std::string>& wanted) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    return std::ranges::any_of(
        wanted, [&](const std::string& each) { return equal_ignoring_case(name, each); });
  });
}

void keep(std::vector<RegisterItem>& items, const View& view, std::string_view what, NamesOf names,
          const std::vector<std::string>& wanted, const std::vector<RegisterItem>& all) {
  if (wanted.empty()) return;
  std::vector<std::string> known;
  for (const RegisterItem& item : all) {
    for (std::string& name : names(view, item)) {
      if (!name.empty()) known.push_back(std::move(name));
    }
  }
  sort_once(known);
  for (const std::string& each : wanted) {
    if (has_one_of(known, {each})) continue;
    throw Error(
        fmt::format("no action item has the {} '{}'{}", what, each, did_you_mean(each, known)));
  }
  std::erase_if(items,
                [&](const RegisterItem& item) { return !has_one_of(names(view, item), wanted); });
}

}  // namespace

std::vector<RegisterItem> filter_actions(const View& view, const std::vector<RegisterItem>& items,
                                         const ActionFilter& filter) {
  std::vector<RegisterItem> kept = items;
  keep(kept, view, "owner", owner_names, filter.owners, items);
  keep(kept, view, "service", service_names, filter.services, items);
  keep(kept, view, "priority", priority, filter.priorities, items);
  keep(kept, view, "type", type, filter.types, items);
  if (!filter.states.empty()) {
    std::erase_if(kept, [&](const RegisterItem& item) {
      return std::ranges::find(filter.states, item.state) == filter.states.end();
    });
  }
  return kept;
}

}  // namespace debrief
