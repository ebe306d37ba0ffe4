// What the detectors find in the text of a view, as errors for the author.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/detect/detectors.h"
#include "generator/model/report.h"
#include "generator/model/vocabulary.h"
#include "generator/view/view.h"

namespace debrief {

// Credentials are refused in every view. What leads to people or into the company is refused in
// public text, unless an `allow` entry of redactions.yaml names it. Messages never hold what was
// found.
class DetectionReporter {
 public:
  DetectionReporter(Audience audience, const Vocabulary& vocabulary, Diagnostics& diagnostics);

  // The incident as the view has it; `report` tells where its parts are from.
  void check(const ViewIncident& incident, const Report& report);
  void check(const ViewGuide& guide, const std::string& path);

 private:
  void check_text(std::string_view text, const std::string& path, int line);
  void check_nodes(const std::vector<Node>& nodes, const std::string& path);
  void check_addresses(const Node& node, const std::string& path, int line);
  void check_body(const Outline& body, const std::vector<Node>& footnotes, const std::string& path);
  void check_sections(const std::vector<Section>& sections, const std::string& path);
  bool is_allowed(std::string_view text, const Detection& found) const;

  Audience audience_;
  std::vector<std::string> allowed_;
  Diagnostics& diagnostics_;
};

}  // namespace debrief
