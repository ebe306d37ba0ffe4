#include "generator/cli/content.h"

#include "generator/base/parallel.h"
#include "generator/cli/clock.h"
#include "generator/model/knowledge_base.h"
#include "generator/view/make_view.h"

namespace debrief {

SourceTree read_content(const std::filesystem::path& root, Diagnostics& diagnostics) {
  return read_source_tree(root, std::filesystem::absolute(root / "site"), SourceLimits{},
                          diagnostics);
}

Day day_of(const Config& config, std::optional<Day> today) {
  return today.value_or(day_in(config.time_zone, now()));
}

std::optional<View> read_internal_view(const std::filesystem::path& root, bool drafts,
                                       std::optional<Day> today, Diagnostics& diagnostics) {
  const KnowledgeBase kb =
      read_knowledge_base(read_content(root, diagnostics), default_jobs(), diagnostics);
  ViewOptions options;
  options.drafts = drafts;
  options.as_of.today = day_of(kb.config, today);
  options.public_texts = false;  // what the public reads is another view's to say
  View view = internal_view(kb, options, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return view;
}

std::optional<View> read_public_view(const std::filesystem::path& root, std::optional<Day> today,
                                     Diagnostics& diagnostics) {
  const KnowledgeBase kb =
      read_knowledge_base(read_content(root, diagnostics), default_jobs(), diagnostics);
  ViewOptions options;
  options.as_of.today = day_of(kb.config, today);
  View view = public_view(kb, options, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return view;
}

}  // namespace debrief
