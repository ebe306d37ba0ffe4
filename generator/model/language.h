// What `language` of debrief.yaml may be: a code as in "en", "de" or "pt-BR".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace debrief {

// The code as the web writes it: "pt_BR" is "pt-BR". Absent for what is no code; whether there is
// such a language is not asked.
std::optional<std::string> language_code(std::string_view text);

// The code of a language that was named instead, in English or in itself: "de" of "German" and of
// "deutsch", also if it is misspelt.
std::optional<std::string> code_of_language_name(std::string_view name);

}  // namespace debrief
