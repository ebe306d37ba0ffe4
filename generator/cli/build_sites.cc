#include "generator/cli/build_sites.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "generator/audit/public_audit.h"
#include "generator/base/error.h"
#include "generator/check/review_guide.h"
#include "generator/check/settings.h"
#include "generator/cli/clock.h"
#include "generator/cli/render_site.h"
#include "generator/cli/site_theme.h"
#include "generator/cli/theme_texts.h"
#include "generator/model/knowledge_base.h"
#include "generator/output/site_writer.h"
#include "generator/site/search_documents.h"
#include "generator/source/last_changes.h"
#include "generator/source/source_tree.h"
#include "generator/theme/theme.h"
#include "generator/view/make_view.h"
#include "search/chunks.h"
#include "search/index.h"
#include "search/languages.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndexFolder = "search/index";
constexpr std::string_view kDefaultBaseUrl = "http://127.0.0.1:8000/";

// Only the search knows which languages it knows.
void check_language(const Config& config, Diagnostics& diagnostics) {
  if (search::language_support(config.language) != search::LanguageSupport::words) return;
  diagnostics.warning(
      "no-stemmer", config.language_where,
      fmt::format("the search does not know the forms of words in '{}': it finds a word only as it "
                  "is written",
                  config.language));
}

ViewOptions view_options(const BuildRequest& request, const Config& config, Audience audience,
                         Day today, Diagnostics& diagnostics) {
  ViewOptions options;
  options.as_of.today = today;
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

// The rules of the review, as they are set here. What is wrong with the settings is for `check` to
// say: it stops no build.
BuiltInGuide review_guide(const Config& config) {
  Diagnostics said_by_check;
  return {std::string(kReviewGuideSlug), std::string(kReviewGuideTitle),
          review_guide_text(read_check_settings(config.check, said_by_check))};
}

View make_view(const KnowledgeBase& kb, Audience audience, const ViewOptions& options,
               Diagnostics& diagnostics) {
  return audience == Audience::internal ? internal_view(kb, options, diagnostics)
                                        : public_view(kb, options, diagnostics);
}

// `audit` watches, if there is one.
BuiltSite write_site(const View& view, Day today, const Theme& theme, const BuildRequest& request,
                     SiteWriter& writer, PublicAudit* audit, Progress& progress) {
  const std::string name(to_string(view.audience()));
  OutputSink& folder = writer.view(name);
  const std::size_t pages = render_site(view, today, theme, request.jobs,
                                        audit != nullptr ? audit->watch(folder) : folder,
                                        [&](std::size_t done, std::size_t total) {
                                          progress.show("Writing pages: " + name, done, total);
                                        });
  search::IndexOptions options;
  options.language = view.site().language;
  options.jobs = request.jobs;
  options.progress = [&](std::size_t count, std::size_t total) {
    progress.show("Indexing: " + name, count, total);
  };
  const std::vector<search::Document> documents = search_documents(view);
  const fs::path scratch = writer.scratch("index-" + name);
  const fs::path index = scratch / "index";
  search::build_index(documents, index, scratch / "parts", options);
  search::write_chunks(index, request.jobs,
                       [&folder](const std::string& path, std::string_view bytes) {
                         folder.write(fmt::format("{}/{}", kIndexFolder, path), bytes);
                       });
  if (audit != nullptr) {
    audit->watch(documents);
    audit->scan_database(std::string(kIndexFolder), index);
  }
  return {view.audience(), pages, view.incidents().size()};
}

}  // namespace

fs::path search_index_path(const fs::path& destination, Audience audience) {
  return destination / to_string(audience) / kIndexFolder;
}

BuildResult build_sites(const BuildRequest& request, Progress& progress, Diagnostics& diagnostics) {
  // Read every file once. Nothing after this touches the content folder.
  std::optional<SourceTree> sources = read_source_tree(
      request.root, fs::absolute(request.destination), SourceLimits{}, diagnostics);

  // Parse and resolve everything: every problem of every file is found here.
  auto kb = std::make_shared<const KnowledgeBase>(
      read_knowledge_base(*sources, request.jobs, diagnostics));
  check_language(kb->config, diagnostics);
  const ThemeFiles files = site_theme(*sources, kb->config, diagnostics);
  const Theme theme = Theme::load(files, diagnostics);

  // Beyond this point the content is known to be sound.
  if (diagnostics.has_errors()) return {};

  // What is overdue, what is new and what is public by now depends on the day: the one thing beside
  // the content that a site is made of. Asked for once, so that both sites and the twin are of the
  // same day.
  const Day today = request.today.value_or(day_in(kb->config.time_zone, now()));

  // Ask git when each text was last changed. That tells of every change, so the public view is not
  // given it: one that it cannot see must not show.
  LastChanges changes;
  if (std::ranges::find(request.audiences, Audience::internal) != request.audiences.end()) {
    changes = read_last_changes(request.root, *sources, diagnostics);
  }
  sources.reset();

  // Decide what each audience may know. Redaction happens here and nowhere else.
  // What a theme of the site says itself is in no view and not redacted: that is checked.
  std::vector<View> views;
  std::optional<AuditPlan> plan;
  for (const Audience audience : request.audiences) {
    ViewOptions options = view_options(request, kb->config, audience, today, diagnostics);
    if (audience == Audience::internal) {
      options.last_changes = std::move(changes);
      options.built_in_guides.push_back(review_guide(kb->config));
    }
    views.push_back(make_view(*kb, audience, options, diagnostics));
    if (audience == Audience::public_) check_theme_texts(files, *kb, diagnostics);
    if (audience == Audience::public_ && !diagnostics.has_errors()) {
      plan = plan_audit(kb, options, today, !request.publish);
    }
  }
  if (diagnostics.has_errors()) return {};

  // Beyond this point there is no knowledge base any more: only Views of it.
  kb.reset();
  SiteWriter writer(request.destination);
  BuildResult result;
  for (const View& view : views) {
    if (view.is_internal()) {
      result.sites.push_back(write_site(view, today, theme, request, writer, nullptr, progress));
      continue;
    }
    // The public site is proved while it is written. What cannot be proved is not published.
    const std::vector<std::string> own = own_files();
    PublicAudit audit(std::move(plan->texts), own_words(*plan, theme, files, own, writer), own);
    result.sites.push_back(write_site(view, today, theme, request, writer, &audit, progress));
    result.audit = finish_audit(*plan, theme, request.jobs, audit, progress);
    report_problems(result.audit->report, result.audit->texts, diagnostics);
  }
  if (diagnostics.has_errors() || !request.publish) return result;
  for (const Audience audience : {Audience::internal, Audience::public_}) {
    if (std::ranges::find(request.audiences, audience) == request.audiences.end()) {
      writer.keep(std::string(to_string(audience)));
    }
  }

  // Everything is staged; replace the old sites in one rename.
  writer.commit();
  return result;
}

}  // namespace debrief
