// Action items that were not read as their author meant them: who does it, and until when.
#pragma once

#include "generator/base/diagnostics.h"
#include "generator/model/knowledge_base.h"
#include "generator/source/source_tree.h"

namespace debrief {

// An item whose owner or day stayed in its text is nobody's and never overdue, and nothing else
// would say so. All are warnings: what is read, and what any site shows, does not depend on them.
void check_action_items(const KnowledgeBase& kb, const SourceTree& sources,
                        Diagnostics& diagnostics);

}  // namespace debrief
