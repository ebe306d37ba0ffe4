// Reviews a knowledge base: all that its rules find, and all that reading it reports.
#pragma once

#include <vector>

#include "generator/base/day.h"
#include "generator/base/diagnostics.h"
#include "generator/check/surroundings.h"
#include "generator/model/knowledge_base.h"
#include "generator/source/source_tree.h"

namespace debrief {

struct CheckOptions {
  Day today;
  bool drafts = false;  // those that are drafts, too
  unsigned jobs = 1;
  // Where `kb` is a part of a knowledge base: what takes the whole to see. Null: it is the whole.
  const Surroundings* surroundings = nullptr;
};

// By file, line and column, without what is excepted. `problems` is what reading the knowledge base
// has reported; what the two views have to say is added to it here. Maintenance is no incident, and
// no rule is about it.
std::vector<Diagnostic> check(const KnowledgeBase& kb, const SourceTree& sources,
                              const CheckOptions& options, Diagnostics problems);

}  // namespace debrief
