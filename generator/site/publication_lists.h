// Where post-mortems and maintenance stand on their way to the public site, in lists for the
// publication desk.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

// In the order of the desk: first what waits for somebody.
enum class PublicationGroup { waiting, untold, embargoed, shown };

inline constexpr std::array kPublicationGroups = {
    PublicationGroup::waiting, PublicationGroup::untold, PublicationGroup::embargoed,
    PublicationGroup::shown};

std::string_view to_string(PublicationGroup group);  // "waiting"; in names of texts and addresses

// Longer lists have pages of their own, of which the desk shows the beginning.
inline constexpr std::size_t kPublicationRowsOnDesk = 20;

struct PublicationLists {
  struct Entry {
    bool is_maintenance = false;
    std::size_t index = 0;  // in View::incidents or View::maintenance
  };
  using List = std::vector<Entry>;

  // Newest first; of those that were not told, the worst first; of an embargo, what ends next.
  std::array<List, kPublicationGroups.size()> groups;

  const List& of(PublicationGroup group) const { return groups[static_cast<std::size_t>(group)]; }
  const ViewIncident& at(const View& view, const Entry& entry) const {
    return (entry.is_maintenance ? view.maintenance() : view.incidents())[entry.index];
  }
};

// Empty in the public view.
PublicationLists publication_lists(const View& view);

}  // namespace debrief
