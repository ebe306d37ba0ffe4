#include "search/languages.h"

#include <algorithm>
#include <array>
#include <string>

#include "search/stems.h"

namespace debrief::search {

LanguageSupport language_support(std::string_view language) {
  constexpr std::array<std::string_view, 7> kWithoutSpaces = {"ja", "zh", "ko", "th",
                                                              "lo", "km", "my"};
  const std::string code = primary_language(language);
  if (std::find(kWithoutSpaces.begin(), kWithoutSpaces.end(), code) != kWithoutSpaces.end()) {
    return LanguageSupport::pairs;
  }
  return has_stemmer(language) ? LanguageSupport::stems : LanguageSupport::words;
}

}  // namespace debrief::search
