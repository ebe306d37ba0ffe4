#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/site/count_table.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/paging.h"
#include "generator/site/severity_counts.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

PageData term_list_page(const Site& site, const Page& page, const Links& links,
                        const std::string& title, const std::string& column,
                        const std::vector<Count>& counts, std::string_view path) {
  PageHead head;
  head.title = title;
  head.description = titled_text(site.texts, site.view.site().title, title);
  PageData data = page_frame(site, page, links, head);
  const auto [begin, end] = rows_on_page(page.number, counts.size());
  const std::vector<Count> shown(counts.begin() + static_cast<std::ptrdiff_t>(begin),
                                 counts.begin() + static_cast<std::ptrdiff_t>(end));
  set_optional(data, "terms", count_table(site.texts, title, column, shown));
  set_optional(data, "paging", paging(site, links, path, page.number, counts.size()));
  return data;
}

}  // namespace

PageData severity_list_page(const Site& site, const Page& page, const Links& links) {
  return term_list_page(site, page, links, site.texts.label("severities"),
                        site.texts.label("severity"), severity_counts(site, links),
                        kSeveritiesPath);
}

PageData tag_list_page(const Site& site, const Page& page, const Links& links) {
  std::vector<Count> counts;
  for (const SiteIndex::Tag& tag : site.index.tags) {
    counts.push_back({tag.name, links.to(tag_path(tag.slug)), tag.incidents.size(), ""});
  }
  return term_list_page(site, page, links, site.texts.label("tags"), site.texts.label("tag"),
                        counts, kTagsPath);
}

}  // namespace debrief
