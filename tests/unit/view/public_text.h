// What the public reads of one post-mortem, in the tests of this folder.
#pragma once

#include <string>
#include <string_view>

#include "generator/source/source_tree.h"

namespace debrief {

// The published view of a folder in txtar form as print_view gives it, behind the problems found.
std::string public_text(std::string_view folder);

// A knowledge base that shows every field and section, with one public post-mortem of this text,
// and the files of `more`, in txtar form, beside or instead of those that are there: people.yaml
// (Dana Whitfield), redactions.yaml (Initech, Blue Heron Bank, OPS-1).
SourceTree folder_with(std::string_view markdown, std::string_view more = "");

// The printed body of that post-mortem, without the line end; the problems instead if the
// content has errors.
std::string public_body(std::string_view markdown, std::string_view more = "");

}  // namespace debrief
