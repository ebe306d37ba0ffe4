// One line of five whys, cut into its questions and answers. A part of five_whys.h.
#pragma once

#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

struct WhyText {
  enum class Kind {
    why,         // a question, with its answer if the line has one
    statement,   // text that is no question; `answer` holds it
    label,       // "Why 2:" with nothing behind it
    action,      // "Action item: …"; `answer` holds what stands behind the colon
    root_cause,  // "Root cause: …"; likewise
  };
  Kind kind = Kind::statement;
  std::vector<Node> question;
  std::vector<Node> answer;
  bool labelled = false;   // a statement behind "Why 2:" or "A:"
  bool is_answer = false;  // a statement behind "A:", an arrow or "Because"
};

// Where the line stands: in running text only what begins like a question is one; an item may ask
// "What let it happen?" as well.
enum class WhyPlace { running_text, item };

// In order. Never empty, unless the line shows nothing.
std::vector<WhyText> read_why_text(const std::vector<Node>& text, WhyPlace place);

// Whether a line like this begins a question, an answer or a conclusion of its own: "Why …",
// "Why 2: …", "Q: …", "→ …", "Action: …", "2) …".
bool begins_why_text(const std::vector<Node>& text);

}  // namespace debrief
