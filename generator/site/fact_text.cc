#include "generator/site/fact_text.h"

#include <algorithm>

namespace debrief {

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    if (!all.empty()) all += ", ";
    all += name;
  }
  return all;
}

std::string services_text(const View& view, const ViewIncident& incident) {
  std::vector<std::string> names;
  for (const std::size_t i : incident.services) names.push_back(view.services()[i].name);
  return joined(names);
}

std::string state_text(const Texts& texts, IncidentState state) {
  switch (state) {
    case IncidentState::open:
      return texts.label("open");
    case IncidentState::resolved:
      return texts.label("resolved_state");
    case IncidentState::unknown:
      break;
  }
  return "";
}

std::string workflow_text(const Texts& texts, const std::string& workflow) {
  const bool is_settled = workflow.empty() || workflow == "published";
  return is_settled ? "" : texts.label("workflow_" + workflow);
}

std::string detection_text(const Texts& texts, const std::string& detection) {
  return detection.empty() ? "" : texts.label("detection_" + detection);
}

std::string data_loss_text(const Texts& texts, const std::optional<bool>& data_loss) {
  return !data_loss ? "" : texts.label(*data_loss ? "data_lost" : "no_data_lost");
}

std::string full_cause_name(const View& view, std::size_t cause) {
  const ViewCause& named = view.causes()[cause];
  return named.parent ? view.causes()[*named.parent].name + ": " + named.name : named.name;
}

}  // namespace debrief
