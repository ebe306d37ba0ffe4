// Ids that two branches have taken.

#include <fmt/format.h>

#include "generator/check/review.h"

namespace debrief {

std::vector<Rule> id_rules() {
  return {
      {"id-taken",
       "form",
       Level::warning,
       {},
       "an id that another branch has taken for another post-mortem (with '--changed-since')",
       "Two people begin a post-mortem on the same day, on two branches, and both get the next "
       "free number. Nothing is wrong on either branch; merged, they do not build, and links and "
       "minutes name one and mean the other. Whoever finds it first takes another number, before "
       "the first is talked about. Only branches that are here are looked at: 'git fetch' first.",
       "    id: PM-2026-015   (and on the branch 'disk-full', in another file, the same)",
       "    id: PM-2026-016"},
  };
}

void check_ids(const KnowledgeBase& kb, const SourceTree& sources,
               const std::map<std::string, TakenId, std::less<>>& taken, Findings& findings) {
  for (const Incident& incident : kb.incidents) {
    const auto other = taken.find(incident.report.path);
    if (other == taken.end()) continue;
    findings.add("id-taken", field_place(incident.report, "id", sources),
                 fmt::format("the id '{}' is taken by {} on the branch '{}'; once both are merged "
                             "nothing can be built, so take another",
                             incident.report.id, other->second.path, other->second.branch));
  }
}

}  // namespace debrief
