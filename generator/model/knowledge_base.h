// Everything a content folder says, resolved and complete. Immutable once made; only the
// view/ projections, check/ and the command line may look at it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/model/config.h"
#include "generator/model/report.h"
#include "generator/model/vocabulary.h"
#include "generator/source/source_tree.h"

namespace debrief {

// A post-mortem whose names have been looked up. The indices point into the knowledge base.
struct Incident {
  Report report;
  std::optional<std::size_t> severity;  // in Config::severities
  std::vector<std::size_t> services;    // in Vocabulary::services, sorted, each once
  std::vector<std::size_t> causes;      // in Vocabulary::causes, sorted, each once
  std::vector<std::size_t> repeats;     // in KnowledgeBase::incidents
  std::vector<std::size_t> related;
};

struct KnowledgeBase {
  Config config;
  Vocabulary vocabulary;
  std::vector<Incident> incidents;  // by path
  std::vector<Guide> guides;        // by path
  std::vector<SourceFile> images;   // by path: what content may refer to as a picture
};

// Reads and resolves all content, post-mortems in parallel on up to `jobs` threads. Every problem
// is reported; what has errors is left out of the result, and the caller stops at has_errors().
KnowledgeBase read_knowledge_base(const SourceTree& sources, unsigned jobs,
                                  Diagnostics& diagnostics);

// The same of a part of a knowledge base; `all_ids` are those of the whole, by path, of which
// suggestions are made.
KnowledgeBase read_part(const SourceTree& sources, const std::vector<std::string>& all_ids,
                        unsigned jobs, Diagnostics& diagnostics);

}  // namespace debrief
