// Names safe in URLs and as file names on every system.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace debrief {

// Lower-case ASCII letters, digits and single hyphens: "Réseau: 2 nœuds" -> "reseau-2-noeuds".
// Latin letters lose their accents; text of other scripts is kept as UTF-8 letters; at most
// 80 characters and 200 bytes, cut at a hyphen. Never empty ("x" if nothing is left), never a
// name that Windows reserves, never starts with '.' or '-'.
std::string make_slug(std::string_view text);

// Gives each name once: the second "a" becomes "a-2".
class UniqueNames {
 public:
  std::string take(const std::string& name);

 private:
  std::set<std::string> taken_;
  std::map<std::string, int> next_number_;
};

}  // namespace debrief
