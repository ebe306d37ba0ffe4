#include "tests/property/public_site.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <cstddef>
#include <functional>

#include "generator/model/knowledge_base.h"
#include "generator/output/output_sink.h"
#include "generator/site/page.h"
#include "generator/site/page_content.h"
#include "generator/site/search_documents.h"
#include "generator/site/site.h"
#include "generator/site/site_files.h"
#include "generator/theme/theme.h"
#include "generator/view/make_view.h"
#include "tests/support/sample_view.h"

namespace debrief {
namespace {

const Theme& default_theme() {
  static const Theme kTheme = [] {
    Diagnostics diagnostics;
    return Theme::load(builtin_theme(), diagnostics);
  }();
  return kTheme;
}

std::string print(const search::Document& document) {
  std::string out = fmt::format(
      "{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", document.path,
      document.kind, document.title, document.summary, document.id,
      fmt::join(document.services, ","), fmt::join(document.service_names, ","),
      fmt::join(document.causes, ","), fmt::join(document.cause_names, ","), document.severity,
      document.severity_rank, fmt::join(document.tags, ","), fmt::join(document.owners, ","),
      document.status, document.started.value_or(-1), document.duration_seconds.value_or(-1));
  for (const search::Document::Part& part : document.sections) {
    out += fmt::format("{}\n{}\n", part.heading, part.text);
  }
  return out;
}

// A day for each file that depends on all that is in the folder: a change of anything internal is
// one of a history, too.
LastChanges some_history(const SourceTree& folder) {
  std::size_t sum = 0;
  for (const SourceFile& file : folder.files) sum += std::hash<std::string>()(file.bytes);
  LastChanges changes;
  for (const SourceFile& file : folder.files) {
    Timestamp& time = changes[file.path];
    time.utc =
        Seconds(std::chrono::seconds((sum ^ std::hash<std::string>()(file.path)) % 4'000'000'000));
  }
  return changes;
}

}  // namespace

PublicSite build_site(const SourceTree& folder, Audience audience, Day today) {
  Diagnostics diagnostics;
  PublicSite result;
  const KnowledgeBase kb = read_knowledge_base(folder, 1, diagnostics);
  ViewOptions options;
  options.last_changes = some_history(folder);
  options.as_of.today = today;
  const View view = audience == Audience::public_ ? public_view(kb, options, diagnostics)
                                                  : internal_view(kb, options, diagnostics);
  if (diagnostics.has_errors()) {
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
      if (diagnostic.level == Level::error) result.problems += to_string(diagnostic) + "\n";
    }
    return result;
  }
  const Theme& theme = default_theme();
  const Site site = make_site(view, today, theme.asset_paths());
  const std::vector<Page> pages = plan_pages(site);
  MemorySink sink;
  for (const Page& page : pages) {
    sink.write(page.file, theme.render(page.template_name, page_content(site, page)));
  }
  for (const SiteFile& file : site_files(site, pages)) sink.write(file.path, file.bytes);
  for (const ViewAsset& asset : view.assets()) sink.write(asset.path, asset.bytes);
  result.files = sink.files();
  result.documents = search_documents(view);
  for (const search::Document& document : result.documents) {
    result.files["search"] += print(document);
  }
  return result;
}

PublicSite build_public_site(const SourceTree& folder) {
  return build_site(folder, Audience::public_, kSampleToday);
}

}  // namespace debrief
