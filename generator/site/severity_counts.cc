#include "generator/site/severity_counts.h"

#include "generator/site/texts.h"

namespace debrief {

std::vector<Count> severity_counts(const Site& site, const Links& links) {
  std::vector<Count> counts;
  for (std::size_t i = 0; i < site.view.severities().size(); ++i) {
    const ViewSeverity& severity = site.view.severities()[i];
    counts.push_back({severity.label, links.to(severity_path(severity.key)),
                      site.index.by_severity[i].size(), severity.name});
  }
  const std::size_t others = site.index.without_severity.size();
  if (others != 0) counts.push_back({site.texts.label("without_severity"), "", others, ""});
  return counts;
}

}  // namespace debrief
