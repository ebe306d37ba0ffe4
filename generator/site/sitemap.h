// sitemap.xml (sitemaps.org): the address of every page, for search engines.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/site/page.h"
#include "generator/site/site.h"
#include "generator/site/site_file.h"

namespace debrief {

inline constexpr std::size_t kAddressesPerSitemap = 50'000;  // the limit of the format

// One file; beyond the limit of the format several, with sitemap.xml as their index. An
// incident's page says when the incident last changed, by git on the internal site or else by its
// own times; a guide's by git; no other page claims to know.
std::vector<SiteFile> sitemap_files(const Site& site, const std::vector<Page>& pages,
                                    std::size_t addresses_per_file = kAddressesPerSitemap);

}  // namespace debrief
