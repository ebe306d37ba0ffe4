// What `debrief init` writes: a knowledge base that builds at once, to be changed piece by piece.
//
// The files are those of knowledge_base/, which is one that builds as it stands. Only the title is
// filled in, and `gitignore` gets its dot: with it, git would obey it in this repository.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/source/source_tree.h"

namespace debrief {

// By path, debrief.yaml last: a folder without it is no knowledge base yet. Requires: the title is
// valid UTF-8.
std::vector<SourceFile> new_knowledge_base(std::string_view title);

// "Acme post mortems" for the folder "acme-post_mortems"; "Post-mortems" for one whose name has no
// letter or is not UTF-8.
std::string title_of_folder(std::string_view name);

}  // namespace debrief
