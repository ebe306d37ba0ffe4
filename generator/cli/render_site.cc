#include "generator/cli/render_site.h"

#include <atomic>
#include <vector>

#include "generator/base/parallel.h"
#include "generator/site/page.h"
#include "generator/site/page_content.h"
#include "generator/site/site.h"
#include "generator/site/site_files.h"

namespace debrief {

std::size_t render_site(const View& view, Day today, const Theme& theme, unsigned jobs,
                        OutputSink& sink,
                        const std::function<void(std::size_t done, std::size_t total)>& progress) {
  const Site site = make_site(view, today, theme.asset_paths(), jobs);
  const std::vector<Page> pages = plan_pages(site);
  std::atomic<std::size_t> done = 0;
  parallel_for(pages.size(), jobs, [&](std::size_t i) {
    sink.write(pages[i].file, theme.render(pages[i].template_name, page_content(site, pages[i])));
    progress(++done, pages.size());
  });
  for (const SiteFile& file : site_files(site, pages)) sink.write(file.path, file.bytes);
  for (const ThemeAsset& asset : theme.assets()) sink.write(asset.path, asset.bytes);
  for (const ViewAsset& asset : view.assets()) sink.write(asset.path, asset.bytes);
  return pages.size();
}

}  // namespace debrief
