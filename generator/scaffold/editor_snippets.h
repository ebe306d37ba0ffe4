// Front matter as snippets for Visual Studio Code, which completes nothing in the front matter of
// Markdown by a schema: `severity`, `services`, `causes` and the other fields, each with a list to
// choose from where the vocabulary has one, and the forms of the text that Debrief reads.
//
// Format: https://code.visualstudio.com/docs/editing/userdefinedsnippets, a file of .vscode/ that
// ends with .code-snippets.
#pragma once

#include <string>
#include <vector>

#include "generator/model/config.h"
#include "generator/model/vocabulary.h"
#include "generator/source/source_tree.h"

namespace debrief {

// Indented JSON, with a line feed at its end.
std::string editor_snippets(const Config& config, const Vocabulary& vocabulary);

// What editors are told of the vocabulary, as files of the knowledge base: the schema of front
// matter and the snippets, in .vscode/.
std::vector<SourceFile> editor_files(const Config& config, const Vocabulary& vocabulary);

}  // namespace debrief
