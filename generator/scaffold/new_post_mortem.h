// A new post-mortem: a template with what is known filled in, and the place where it belongs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/timestamp.h"
#include "generator/model/knowledge_base.h"
#include "generator/scaffold/post_mortem_template.h"

namespace debrief {

struct NewPostMortem {
  std::string title;
  std::string id;  // empty: made from the file name when it is read
  Timestamp started;
  std::vector<std::string> services;  // ids
  std::string severity;               // a label of the scale, or empty
};

// The template's front matter with these values in place of empty ones, added where the template
// does not have them, and `status: draft`; a value that the template has is kept. Absent, with
// diagnostics, if the template's front matter cannot be read.
std::optional<std::string> fill_template(const PostMortemTemplate& source,
                                         const NewPostMortem& values, Diagnostics& diagnostics);

// "incidents/2026/2026-11-21-disk-full.md", or without the folder of the year in a knowledge base
// that has none.
std::string new_post_mortem_path(const KnowledgeBase& kb, const NewPostMortem& values);

}  // namespace debrief
