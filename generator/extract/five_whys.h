// The chain of questions that leads from what was seen to what let it happen.
//
//   - Why was checkout down? → The pool was exhausted.
//   - Why was it exhausted? → A leak.
//   Action: check that connections are given back
#pragma once

#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

struct Why {
  std::vector<Node> question;  // inline; empty in a list of statements
  std::vector<Node> answer;    // inline; empty if there is none yet
  int line = 0;                // 1-based, in the file
  bool internal = false;       // inside a redaction mark
  std::vector<Why> deeper;     // what was asked about the answer
};

// What the questions led to.
struct WhyConclusion {
  enum class Kind { action, root_cause };
  Kind kind = Kind::action;
  std::vector<Node> text;  // inline
  int line = 0;
  bool internal = false;
};

struct FiveWhys {
  std::vector<Why> whys;  // one for each chain
  std::vector<WhyConclusion> conclusions;

  bool empty() const { return whys.empty() && conclusions.empty(); }
};

// Reads the sections of the kind "five-whys"; if they give nothing, lines that begin with "Why" and
// hold a question mark in sections of the kind "root-cause". A flat list becomes a chain, in which
// each is the only `deeper` of the one before; a nested list keeps its branches. A question with
// several answers that were asked further has none of its own: they are its `deeper`, without
// questions. A chain of over a hundred goes on in another.
FiveWhys read_five_whys(const Outline& body);

}  // namespace debrief
