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

// As whose what nobody owns is asked for. Who is really called so has more right to the name.
constexpr std::string_view kNobody = "nobody";

// Under each of these names the item is found.
std::vector<std::string> owner_names(const View& view, const RegisterItem& item) {
  std::vector<std::string> names = action_of(view, item).owners;
  for (const std::string& handle : action_of(view, item).handles) names.push_back(handle);
  return names;
}

bool is_called_nobody(const View& view, const RegisterItem& item) {
  return std::ranges::any_of(owner_names(view, item), [](const std::string& name) {
    return equal_ignoring_case(name, kNobody);
  });
}

std::vector<std::string> owner_names_or_nobody(const View& view, const RegisterItem& item) {
  const std::vector<std::string> names = owner_names(view, item);
  return names.empty() ? std::vector<std::string>{std::string(kNobody)} : names;
}

std::vector<std::string> team_names(const View& view, const RegisterItem& item) {
  return action_of(view, item).teams;
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
  const bool somebody_is_nobody = std::ranges::any_of(
      items, [&](const RegisterItem& item) { return is_called_nobody(view, item); });
  keep(kept, view, "owner", somebody_is_nobody ? owner_names : owner_names_or_nobody, filter.owners,
       items);
  keep(kept, view, "team", team_names, filter.teams, items);
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
