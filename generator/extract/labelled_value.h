// Facts that stand in the text under a label: "**Severity:** SEV2", "- Time to detection: 4
// minutes",
// "| Duration | 47 minutes |".
#pragma once

#include <string>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

struct LabelledValue {
  std::string label;  // as compared: lower case, without markup and colon: "time to detection"
  std::vector<Node> value;  // inline; of a label with a list below it ("Attendees:"), its items
                            // joined by ", "
  std::string section;      // canonical name of the section it stands in, or its heading in lower
                            // case; empty before the first heading
  int line = 0;             // 1-based, in the file
  bool internal = false;    // inside a redaction mark
};

// In order. Lines and list items of the form "label: value" (the label at most five words, in
// plain text or emphasis), and the rows of tables with two columns. A URL is no label.
std::vector<LabelledValue> labelled_values(const Outline& body);

}  // namespace debrief
