#include "generator/site/sitemap.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/escape.h"
#include "generator/site/times.h"
#include "generator/site/urls.h"

namespace debrief {

namespace {

constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

// Neither the reader's own queries, nor what is said on another page already.
bool is_listed(PageKind kind) {
  return kind != PageKind::not_found && kind != PageKind::public_text &&
         kind != PageKind::maintenance_public_text && kind != PageKind::search &&
         kind != PageKind::search_help;
}

std::string document(std::string_view root, std::string_view entries) {
  return fmt::format("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{0} xmlns=\"{1}\">\n{2}</{0}>\n",
                     root, kNamespace, entries);
}

std::optional<Timestamp> last_change(const View& view, const Page& page) {
  if (page.kind == PageKind::incident) return update_time(view.incidents()[page.index]);
  if (page.kind == PageKind::maintenance) return view.maintenance()[page.index].changed;
  if (page.kind == PageKind::guide) return view.guides()[page.index].changed;
  return std::nullopt;
}

std::string entry(const Site& site, const Page& page) {
  std::string last_modified;
  if (const auto changed = last_change(site.view, page)) {
    last_modified = fmt::format("<lastmod>{}</lastmod>", machine_time(*changed));
  }
  return fmt::format("<url><loc>{}</loc>{}</url>\n",
                     escape_html(absolute_url(site.view.site().base_url, page.path)),
                     last_modified);
}

}  // namespace

std::vector<SiteFile> sitemap_files(const Site& site, const std::vector<Page>& pages,
                                    std::size_t addresses_per_file) {
  std::vector<std::string> parts(1);
  std::size_t in_part = 0;
  for (const Page& page : pages) {
    if (!is_listed(page.kind)) continue;
    if (in_part == addresses_per_file) {
      parts.emplace_back();
      in_part = 0;
    }
    parts.back() += entry(site, page);
    ++in_part;
  }
  if (parts.size() == 1) return {{std::string(kSitemapPath), document("urlset", parts.front())}};

  std::vector<SiteFile> files(1);
  std::string index;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string path = fmt::format("sitemap-{}.xml", i + 1);
    fmt::format_to(std::back_inserter(index), "<sitemap><loc>{}</loc></sitemap>\n",
                   escape_html(absolute_url(site.view.site().base_url, path)));
    files.push_back({std::move(path), document("urlset", parts[i])});
  }
  files.front() = {std::string(kSitemapPath), document("sitemapindex", index)};
  return files;
}

}  // namespace debrief
