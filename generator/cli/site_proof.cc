#include "generator/cli/site_proof.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <set>

#include "generator/cli/render_site.h"
#include "generator/cli/silent_knowledge_base.h"
#include "generator/highlight/highlight.h"
#include "generator/site/search_documents.h"
#include "generator/site/status_api.h"
#include "generator/site/texts.h"
#include "search/index.h"
#include "search/walk.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// Any number will do; always the same one, so that a finding is found again.
constexpr std::uint64_t kTwinSeed = 1;

View twin_view(const KnowledgeBase& kb, const ViewOptions& options,
               const std::set<TwinPart>& parts) {
  Diagnostics ignored;  // The first knowledge base had these already.
  return public_view(make_twin(kb, options.as_of, kTwinSeed, parts), options, ignored);
}

std::vector<TreeDifference> compare_twin(const View& twin, Day today, const Theme& theme,
                                         unsigned jobs, const PublicAudit& audit,
                                         Progress& progress) {
  return audit.compare(
      [&](OutputSink& sink) {
        render_site(twin, today, theme, jobs, sink, [&](std::size_t done, std::size_t total) {
          progress.show("Comparing with a twin", done, total);
        });
      },
      search_documents(twin));
}

}  // namespace

AuditPlan plan_audit(const std::shared_ptr<const KnowledgeBase>& kb, const ViewOptions& options,
                     Day today, bool explain) {
  AuditPlan plan{kb->config,
                 today,
                 audit_texts(*kb, options.as_of),
                 twin_view(*kb, options, all_twin_parts()),
                 {}};
  // A build lets go of the knowledge base; an audit keeps it, to say which part is to blame.
  if (explain) {
    plan.partial_twin = [kb, options](TwinPart part) { return twin_view(*kb, options, {part}); };
  }
  return plan;
}

BuildAudit finish_audit(const AuditPlan& plan, const Theme& theme, unsigned jobs,
                        PublicAudit& audit, Progress& progress) {
  const auto start = std::chrono::steady_clock::now();
  BuildAudit result;
  result.report = audit.report(compare_twin(plan.twin, plan.today, theme, jobs, audit, progress));
  if (!result.report.differences.empty() && plan.partial_twin) {
    for (const TwinPart part : all_twin_parts()) {
      const View partial = plan.partial_twin(part);
      if (!compare_twin(partial, plan.today, theme, jobs, audit, progress).empty()) {
        result.guilty_parts.emplace_back(describe(part));
      }
    }
  }
  result.texts = audit.take_texts();
  result.twin_seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

std::vector<std::string> own_words(const AuditPlan& plan, const Theme& theme,
                                   const ThemeFiles& files,
                                   const std::vector<std::string>& own_files, SiteWriter& writer) {
  std::vector<std::string> words = {all_texts(Texts(plan.config.language)), highlight_classes(),
                                    status_api_words()};
  // What own_files() has is not searched, so its words need not be known. Those of an engine are
  // many, and any of them could be a secret somewhere.
  const ThemeFiles builtin = builtin_theme();
  for (const auto& [path, file] : files) {
    const auto same = builtin.find(path);
    const bool is_own = same != builtin.end() && same->second.bytes == file.bytes;
    if (!path.starts_with("assets/") || !is_own) words.push_back(file.bytes);
  }
  Diagnostics ignored;
  const View view = public_view(silent_knowledge_base(plan.config), {}, ignored);
  MemorySink sink;
  render_site(view, plan.today, theme, 1, sink, [](std::size_t, std::size_t) {});
  for (const auto& [path, bytes] : sink.files()) {
    const bool is_own = std::ranges::find(own_files, bytes) != own_files.end();
    words.push_back(is_own ? path : path + "\n" + bytes);
  }
  const fs::path scratch = writer.scratch("own-words");
  search::build_index(search_documents(view), scratch / "index", scratch / "parts");
  search::walk_index(scratch / "index",
                     [&words](search::Found, std::string_view text) { words.emplace_back(text); });
  return words;
}

std::vector<std::string> own_files() {
  Diagnostics ignored;  // A theme that came with the program has none.
  std::vector<std::string> files;
  const Theme theme = Theme::load(builtin_theme(), ignored);
  for (const ThemeAsset& asset : theme.assets()) files.push_back(asset.bytes);
  return files;
}

}  // namespace debrief
