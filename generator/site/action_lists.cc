#include "generator/site/action_lists.h"

#include <utility>

#include "generator/base/slug.h"

namespace debrief {

ActionLists action_lists(const View& view, const std::vector<RegisterItem>& items) {
  ActionLists lists;
  if (!view.is_internal()) return lists;
  for (const RegisterItem& item : items) {
    (is_open(item.state) ? lists.open : lists.closed).push_back(item);
  }
  UniqueNames slugs;
  for (OwnerItems& owned : items_by_owner(view, items)) {
    std::string slug = slugs.take(owned.name.empty() ? "nobody" : make_slug(owned.name));
    lists.owners.push_back({std::move(slug), std::move(owned)});
  }
  return lists;
}

}  // namespace debrief
