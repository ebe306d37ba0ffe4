#include "generator/site/site.h"

#include <utility>

namespace debrief {

namespace {

constexpr std::size_t kSimilarIncidents = 3;

}  // namespace

Site make_site(const View& view, Day today, AssetPaths assets, unsigned jobs) {
  Texts texts(view.site().language);
  SiteIndex index = make_site_index(view);
  SiteFile words = script_words(view, index, texts);
  return {view,
          today,
          std::move(index),
          std::move(assets),
          std::move(texts),
          std::move(words),
          related_incidents(view, kSimilarIncidents, jobs)};
}

}  // namespace debrief
