// A comparison in a sentence, and the words that its reports share.
#pragma once

#include <cstddef>

#include <string>
#include <string_view>
#include <vector>

#include "generator/compare/compare_views.h"

namespace debrief {

// "2 incidents and 1 guide become public; 1 incident changes", or "Nothing of the public site
// changes", without a full stop.
std::string comparison_headline(const Comparison& comparison);

// As a heading: "Becomes public", "Changes", "Ceases to be public"; of the internal site "New",
// "Changes", "Gone".
std::string_view heading_of(PageChange::Kind kind, Audience audience);

// The order in which reports tell of them: what comes first matters most.
inline constexpr PageChange::Kind kKindsInOrder[] = {
    PageChange::Kind::added, PageChange::Kind::removed, PageChange::Kind::changed};

std::vector<const PageChange*> pages_of(const Comparison& comparison, PageChange::Kind kind);

// "The theme has changed: …", a sentence; empty if it has not.
std::string theme_sentence(const Comparison& comparison);

// "main (7d5b38e)", "the files as they are".
std::string name_of(const ComparedSide& side);

// "1 line", "2 lines".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace debrief
