// The part of an index that belongs to no document: its form and language, the values of
// its facets, and the words that spelling is corrected to.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "search/document.h"

namespace debrief::search {

// Makes the part at `folder` from all documents and the parts built of them.
void build_site_part(std::span<const Document* const> documents,
                     const std::vector<std::filesystem::path>& parts,
                     const std::filesystem::path& folder, const std::string& language);

}  // namespace debrief::search
