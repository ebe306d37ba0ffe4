// All that was read of a post-mortem, as JSON: the output of `debrief show --json`, described in
// README.md and kept stable. Internal: it is the whole file, redaction marks notwithstanding.
#pragma once

#include <string>

#include "generator/model/knowledge_base.h"
#include "generator/model/publication.h"

namespace debrief {

// Two spaces of indentation, no line end after it. Every part carries the line it stands in.
// Whether it is public is said as of the day.
std::string incident_json(const KnowledgeBase& kb, const Incident& incident, const AsOf& as_of);

}  // namespace debrief
