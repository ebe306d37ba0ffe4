// The initials of people, where people write them: in lists such as "DW, NE and JS".
//
// Two capital letters alone may be anything ("DB"). Where initials of at least two people of
// people.yaml stand beside each other, they are theirs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/vocabulary.h"

namespace debrief {

struct InitialsFound {
  std::size_t begin;  // bytes of the text
  std::size_t end;
  std::string role;  // of the one person who has them; empty if there are several
};

class Initials {
 public:
  explicit Initials(const Vocabulary& vocabulary);

  // In order. Only those of people of the vocabulary: others in such a list stay.
  std::vector<InitialsFound> find(std::string_view text) const;

 private:
  std::map<std::string, std::optional<std::string>, std::less<>> roles_;  // absent: several
};

// Two or three capital letters of ASCII.
bool looks_like_initials(std::string_view word);

}  // namespace debrief
