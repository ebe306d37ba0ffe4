// A content folder written in a test: its files in one string, and what comes of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/base/diagnostics.h"
#include "generator/model/knowledge_base.h"
#include "generator/model/publication.h"
#include "generator/source/source_tree.h"
#include "generator/view/view.h"

namespace debrief {

// Files one after the other, each under a line with its path:
//
//   -- incidents/a.md --
//   ---
//   title: A
//   ---
//   Text.
//
// What stands before the first such line belongs to no file. An empty line before the next
// one is kept.
SourceTree content_folder(std::string_view text);

// Replaces the file or adds it.
void put_file(SourceTree& folder, std::string path, std::string bytes);

// A view made of a content folder, and every problem found on the way. There is none if the
// content has errors: then the program writes no site, either.
struct Published {
  std::optional<View> view;
  std::string problems;
};

Published publish(const SourceTree& folder, Audience audience = Audience::public_,
                  const AsOf& as_of = {});

}  // namespace debrief
