// Which form of a word goes with a number: the categories of the CLDR, by language.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace debrief {

enum class PluralCategory { zero, one, two, few, many, other };

std::string_view to_string(PluralCategory category);  // "one"

// `language` is one that the interface has texts of. A new one with other rules than those of
// English gets a line in plurals.cc.
PluralCategory plural_category(std::string_view language, std::size_t count);

// The categories that the whole numbers of the language use; `other` is always among them.
std::vector<PluralCategory> plural_categories(std::string_view language);

}  // namespace debrief
