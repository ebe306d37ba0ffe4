#include "generator/site/site.h"

#include <memory>
#include <utility>

#include "generator/site/color_sheet.h"

namespace debrief {

namespace {

constexpr std::size_t kSimilarIncidents = 3;

}  // namespace

Site make_site(const View& view, Day today, AssetPaths assets, unsigned jobs) {
  Texts texts(view.site().language);
  std::vector<RegisterItem> items = action_register(view, today);
  ActionLists lists = action_lists(view, items);
  SiteIndex index = make_site_index(view);
  const std::optional<CountedTime> counted = counted_time(view, today);
  std::vector<ServiceAvailability> availability;
  if (counted) {
    for (const IncidentList& incidents : index.by_service) {
      availability.push_back(service_availability(view, incidents, *counted));
    }
  }
  SiteFile words = script_words(view, index, texts);
  auto text_group = std::make_shared<const PageData>(text_data(texts));
  return {view,
          today,
          std::move(index),
          std::move(assets),
          std::move(texts),
          std::move(text_group),
          color_sheet(view.site().look),
          std::move(words),
          std::move(items),
          std::move(lists),
          maintenance_lists(view, today),
          publication_lists(view),
          counted,
          std::move(availability),
          related_incidents(view, kSimilarIncidents, jobs)};
}

}  // namespace debrief
