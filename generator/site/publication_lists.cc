#include "generator/site/publication_lists.h"

#include <algorithm>
#include <optional>

namespace debrief {

namespace {

using Entry = PublicationLists::Entry;
using State = ViewPublication::State;

std::optional<PublicationGroup> group_of(State state) {
  switch (state) {
    case State::internal:
      return std::nullopt;
    case State::untold:
      return PublicationGroup::untold;
    case State::waiting:
      return PublicationGroup::waiting;
    case State::embargoed:
      return PublicationGroup::embargoed;
    case State::public_:
      return PublicationGroup::shown;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(PublicationGroup group) {
  switch (group) {
    case PublicationGroup::waiting:
      return "waiting";
    case PublicationGroup::untold:
      return "untold";
    case PublicationGroup::embargoed:
      return "embargoed";
    case PublicationGroup::shown:
      return "public";
  }
  return "";
}

PublicationLists publication_lists(const View& view) {
  PublicationLists lists;
  if (!view.is_internal()) return lists;
  std::vector<Entry> all;
  for (std::size_t i = 0; i < view.incidents().size(); ++i) all.push_back({false, i});
  for (std::size_t i = 0; i < view.maintenance().size(); ++i) all.push_back({true, i});
  // Both are in this order already; maintenance goes among the incidents of its time.
  std::ranges::stable_sort(all, [&](const Entry& a, const Entry& b) {
    const std::optional<Timestamp>& left = lists.at(view, a).started;
    const std::optional<Timestamp>& right = lists.at(view, b).started;
    if (left.has_value() != right.has_value()) return left.has_value();
    return left && left->utc > right->utc;
  });
  for (const Entry& entry : all) {
    const auto group = group_of(lists.at(view, entry).publication.state);
    if (group) lists.groups[static_cast<std::size_t>(*group)].push_back(entry);
  }
  std::ranges::stable_sort(
      lists.groups[static_cast<std::size_t>(PublicationGroup::untold)], {},
      [&](const Entry& entry) {
        return lists.at(view, entry).severity.value_or(view.severities().size());
      });
  std::ranges::stable_sort(
      lists.groups[static_cast<std::size_t>(PublicationGroup::embargoed)], {},
      [&](const Entry& entry) {
        return lists.at(view, entry).publication.first_day.value_or(Day::max());
      });
  return lists;
}

}  // namespace debrief
