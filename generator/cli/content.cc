#include "generator/cli/content.h"

#include "generator/base/parallel.h"
#include "generator/model/knowledge_base.h"
#include "generator/view/make_view.h"

namespace debrief {

SourceTree read_content(const std::filesystem::path& root, Diagnostics& diagnostics) {
  return read_source_tree(root, std::filesystem::absolute(root / "site"), SourceLimits{},
                          diagnostics);
}

std::optional<View> read_internal_view(const std::filesystem::path& root, bool drafts,
                                       Diagnostics& diagnostics) {
  const KnowledgeBase kb =
      read_knowledge_base(read_content(root, diagnostics), default_jobs(), diagnostics);
  ViewOptions options;
  options.drafts = drafts;
  options.public_texts = false;  // what the public reads is another view's to say
  View view = internal_view(kb, options, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return view;
}

std::optional<View> read_public_view(const std::filesystem::path& root, Diagnostics& diagnostics) {
  const KnowledgeBase kb =
      read_knowledge_base(read_content(root, diagnostics), default_jobs(), diagnostics);
  View view = public_view(kb, {}, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return view;
}

}  // namespace debrief
