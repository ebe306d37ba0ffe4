#include "generator/site/calendar_files.h"

#include <string>

#include "generator/insight/action_export.h"
#include "generator/site/urls.h"

namespace debrief {

std::vector<SiteFile> calendar_files(const Site& site) {
  std::vector<SiteFile> files;
  if (site.actions.is_empty()) return files;
  files.push_back(
      {std::string(kCalendarPath), actions_calendar(site.view, site.register_items, site.today)});
  for (const ActionLists::Owner& owner : site.actions.owners) {
    files.push_back({owner_calendar_path(owner.slug),
                     actions_calendar(site.view, owner.owned.items, site.today)});
  }
  return files;
}

}  // namespace debrief
