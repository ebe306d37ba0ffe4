// The two projections of a knowledge base, and the only way out of the model.
#pragma once

#include <string>

#include "generator/base/diagnostics.h"
#include "generator/model/knowledge_base.h"
#include "generator/view/view.h"

namespace debrief {

struct ViewOptions {
  bool drafts = false;   // drafts are shown; never by the public view
  std::string base_url;  // instead of the configured one; ends with '/'
};

// Everything, as the engineers read it.
View internal_view(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics);

// What is published, redacted. Of an incident that is not public, nothing is read but the
// fact that it is not.
View public_view(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics);

}  // namespace debrief
