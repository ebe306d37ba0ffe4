// The sentences of a post-mortem, each with the section and the line it stands in: what rules about
// wording look at. Code and quotes are left out: they are somebody else's words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

// The text of one paragraph, heading, item or cell, without markup, "…" for code.
struct Passage {
  enum class Place { text, heading, cell };

  std::string kind;  // of the section, or of the nearest one around it that has any
  Place place = Place::text;
  std::string text;
  std::vector<std::pair<std::size_t, int>> lines;  // where in the text which line begins

  int line_at(std::size_t offset) const;
};

std::vector<Passage> passages_of(const Outline& body);

// A sentence, and where in its passage it begins.
struct Sentence {
  std::string_view text;  // with its full stop
  std::size_t offset = 0;
};

std::vector<Sentence> sentences_of(std::string_view text);

// The text of inline nodes, "…" for code.
std::string spoken_text(const std::vector<Node>& nodes);

}  // namespace debrief
