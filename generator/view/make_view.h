// The two projections of a knowledge base, and the only way out of the model.
#pragma once

#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/model/knowledge_base.h"
#include "generator/model/publication.h"
#include "generator/source/last_changes.h"
#include "generator/view/view.h"

namespace debrief {

// A page that comes with the program.
struct BuiltInGuide {
  std::string slug;
  std::string title;
  std::string markdown;  // without front matter
};

struct ViewOptions {
  AsOf as_of = {};       // what is public, and what is not yet
  bool drafts = false;   // drafts are shown; never by the public view
  std::string base_url;  // instead of the configured one; ends with '/'
  // The internal view shows what is hidden from the public, and what the public reads instead;
  // that takes as long as the public view, so those who show no text do without.
  bool public_texts = true;
  // For the internal view alone: a commit may have changed nothing that is public.
  LastChanges last_changes = {};
  // For the internal view alone: they stand behind the guides of the knowledge base, and one that
  // has the slug of such a guide is left out.
  std::vector<BuiltInGuide> built_in_guides = {};
};

// Everything, as the engineers read it. What is wrong with the public text is for public_view to
// report.
View internal_view(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics);

// What is published, redacted. Of an incident that is not public, nothing is read but the
// fact that it is not.
View public_view(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics);

}  // namespace debrief
