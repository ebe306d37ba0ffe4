// What a query looks for in a text, with how much each find is worth: enough to mark the
// places of a match without asking the index again.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace debrief::search {

struct Highlights {
  struct Phrase {
    std::vector<std::string> words;
    double weight = 0;
  };

  std::map<std::string, double, std::less<>> terms;  // As Stems::terms_for gives them.
  std::map<std::string, double, std::less<>> words;  // Exactly these words.
  std::vector<Phrase> phrases;                       // Words in a row, exactly these.
};

}  // namespace debrief::search
