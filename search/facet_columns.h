// Writes down what values of one field each page has, for facets.h to count.
#pragma once

#include <span>
#include <string>

#include "search/document.h"
#include "search/schema.h"

namespace debrief::search {

// The column of `field`; `documents` in the order of their numbers, from 1. Values that differ
// in case only are one, shown in the spelling that sorts first.
std::string encode_facet_column(std::span<const Document* const> documents, Field field);

}  // namespace debrief::search
