// Text that means nothing, and is the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

class Noise {
 public:
  explicit Noise(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t limit);  // Requires: limit > 0.
  bool one_in(std::size_t n) { return below(n) == 0; }

  std::string word();      // "zqkwvmbd": each another, of 6 to 14 letters, a word of no language
  std::string sentence();  // of 1 to 12 words
  Node text();             // inline
  Node paragraph();
  std::vector<Node> blocks();  // 1 to 3: paragraphs and lists

 private:
  std::uint64_t next();

  std::uint64_t state_;
  std::size_t used_ = 0;
};

}  // namespace debrief
