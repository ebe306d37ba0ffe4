// One combination of a chain of containers with a way to hide a text: a piece of Markdown, and
// who must and must not find what in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/property/container_chain.h"
#include "tests/property/hiding_way.h"

namespace debrief {

struct RedactionCase {
  enum class Outcome {
    exact,          // everything stands where it should
    shifted,        // Markdown reads it otherwise, and what is hidden must be hidden all the same
    refused,        // an error tells the author; there is no site
    warned,         // a warning tells the author that the mark is none
    inexpressible,  // Markdown reads another text
    unnoticed,      // a mark that is none, and nobody is told
  };
  Outcome outcome = Outcome::inexpressible;
  std::string markdown;              // with the heading of its section
  std::vector<std::string> visible;  // words that the public reads; of exact ones
  // Words that the internal site shows: all of these, and one of those.
  std::vector<std::string> inside;
  std::vector<std::string> inside_any;

  bool is_built() const { return outcome == Outcome::exact || outcome == Outcome::shifted; }
};

// The section it is put in: its heading, at level 2.
RedactionCase make_case(const Chain& chain, std::size_t chain_number, std::size_t way_number,
                        std::string_view section, Twin twin);

// Whether Markdown can say the chain.
bool is_expressible(const Chain& chain);

// The secrets of a way that are the same wherever it is used.
Words shared_words(std::size_t way_number, Twin twin);

}  // namespace debrief
