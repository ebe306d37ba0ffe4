#include "generator/cli/build_sites.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/model/knowledge_base.h"
#include "generator/output/site_writer.h"
#include "generator/site/page.h"
#include "generator/site/page_content.h"
#include "generator/site/search_documents.h"
#include "generator/site/site.h"
#include "generator/site/site_files.h"
#include "generator/source/source_tree.h"
#include "generator/theme/theme.h"
#include "generator/view/make_view.h"
#include "search/index.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndexFile = "search/index.glass";
constexpr std::string_view kDefaultBaseUrl = "http://127.0.0.1:8000/";

// The site's own theme files, laid over the built-in ones.
Theme load_theme(const SourceTree& sources, const Config& config, Diagnostics& diagnostics) {
  ThemeFiles own;
  const std::string folder = "themes/" + config.theme + "/";
  for (const SourceFile& file : sources.files) {
    if (file.path.starts_with(folder)) {
      own[file.path.substr(folder.size())] = {file.path, file.bytes};
    }
  }
  if (own.empty() && !config.theme.empty() && config.theme != "default") {
    diagnostics.error(
        "unknown-theme", {"debrief.yaml", 0, 0, ""},
        fmt::format("there are no files in {}; 'theme' names a folder in themes/", folder));
  }
  return Theme::load(overlay(builtin_theme(), own), diagnostics);
}

ViewOptions view_options(const BuildRequest& request, const Config& config, Audience audience,
                         Diagnostics& diagnostics) {
  ViewOptions options;
  options.drafts = request.drafts;
  options.base_url = request.base_url;
  const std::string& configured =
      audience == Audience::internal ? config.internal_view.base_url : config.public_view.base_url;
  if (options.base_url.empty() && configured.empty()) {
    options.base_url = std::string(kDefaultBaseUrl);
    diagnostics.warning(
        "no-base-url", {"debrief.yaml", 0, 0, ""},
        fmt::format("views.{}.base_url is not given; feeds and the sitemap will name "
                    "{}",
                    to_string(audience), kDefaultBaseUrl));
  }
  return options;
}

View make_view(const KnowledgeBase& kb, Audience audience, const ViewOptions& options,
               Diagnostics& diagnostics) {
  return audience == Audience::internal ? internal_view(kb, options, diagnostics)
                                        : public_view(kb, options, diagnostics);
}

BuiltSite write_site(const View& view, const Theme& theme, const BuildRequest& request,
                     SiteWriter& writer, Progress& progress) {
  const std::string name(to_string(view.audience()));
  OutputSink& sink = writer.view(name);
  const Site site = make_site(view, theme.asset_paths());
  const std::vector<Page> pages = plan_pages(view, site.index);

  std::atomic<std::size_t> done = 0;
  parallel_for(pages.size(), request.jobs, [&](std::size_t i) {
    sink.write(pages[i].file, theme.render(pages[i].template_name, page_content(site, pages[i])));
    progress.show("Writing pages: " + name, ++done, pages.size());
  });
  for (const SiteFile& file : site_files(site, pages)) sink.write(file.path, file.bytes);
  for (const ThemeAsset& asset : theme.assets()) sink.write(asset.path, asset.bytes);
  for (const ViewAsset& asset : view.assets()) sink.write(asset.path, asset.bytes);

  search::IndexOptions options;
  options.language = view.site().language;
  options.jobs = request.jobs;
  options.progress = [&](std::size_t count, std::size_t total) {
    progress.show("Indexing: " + name, count, total);
  };
  search::build_index(search_documents(view), writer.staged_file(name, std::string(kIndexFile)),
                      writer.scratch("index-" + name), options);
  return {view.audience(), pages.size(), view.incidents().size()};
}

}  // namespace

fs::path search_index_path(const fs::path& destination, Audience audience) {
  return destination / to_string(audience) / kIndexFile;
}

std::vector<BuiltSite> build_sites(const BuildRequest& request, Progress& progress,
                                   Diagnostics& diagnostics) {
  // Read every file once. Nothing after this touches the content folder.
  std::optional<SourceTree> sources = read_source_tree(
      request.root, fs::absolute(request.destination), SourceLimits{}, diagnostics);

  // Parse and resolve everything: every problem of every file is found here.
  std::optional<const KnowledgeBase> kb = read_knowledge_base(*sources, request.jobs, diagnostics);
  const Theme theme = load_theme(*sources, kb->config, diagnostics);
  sources.reset();

  // Beyond this point the content is known to be sound.
  if (diagnostics.has_errors()) return {};

  // Decide what each audience may know. Redaction happens here and nowhere else.
  std::vector<View> views;
  for (const Audience audience : request.audiences) {
    views.push_back(make_view(
        *kb, audience, view_options(request, kb->config, audience, diagnostics), diagnostics));
  }
  if (diagnostics.has_errors()) return {};

  // Beyond this point there is no knowledge base any more: only Views of it.
  kb.reset();
  SiteWriter writer(request.destination);
  std::vector<BuiltSite> built;
  for (const View& view : views) {
    built.push_back(write_site(view, theme, request, writer, progress));
  }
  for (const Audience audience : {Audience::internal, Audience::public_}) {
    if (std::ranges::find(request.audiences, audience) == request.audiences.end()) {
      writer.keep(std::string(to_string(audience)));
    }
  }

  // Everything is staged; replace the old sites in one rename.
  writer.commit();
  return built;
}

}  // namespace debrief
