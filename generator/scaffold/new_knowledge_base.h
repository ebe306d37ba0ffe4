// What `debrief init` writes: a knowledge base that builds at once, to be changed piece by piece.
//
// The files are those of knowledge_base/, which is one that builds as it stands. What is filled in:
// the title, the place in the repository, and what editors are told of the vocabulary. `dot_x` is
// written as `.x`: with its dot, git and others would obey it in this repository.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/source/source_tree.h"

namespace debrief {

// Whose files for continuous integration it gets. With none of them it gets no `.ci/` and nothing
// that needs it, either.
enum class Forges { github, gitlab, both, none };

struct NewKnowledgeBase {
  std::string title;  // valid UTF-8
  Forges forges = Forges::both;
  std::string folder;  // its path in the repository: "docs/postmortems"; empty if it is all of it
};

// By path, debrief.yaml last: a folder without it is no knowledge base yet.
std::vector<SourceFile> new_knowledge_base(const NewKnowledgeBase& wanted);

// Whether GitHub, GitLab or pre-commit look for this file in the folder of the repository alone.
bool is_for_the_repository(std::string_view path);

// "Acme post mortems" for the folder "acme-post_mortems"; "Post-mortems" for one whose name has no
// letter or is not UTF-8.
std::string title_of_folder(std::string_view name);

}  // namespace debrief
