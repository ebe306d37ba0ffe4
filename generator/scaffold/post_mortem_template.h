// What `debrief new` starts from: a post-mortem without an incident.
//
// A template is a Markdown file with front matter, in templates/ of the knowledge base or one of
// the program's own. A first line of front matter that is a comment describes it in lists and
// goes no further; all else is kept as it stands, comments with questions to the author included.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/source/source_tree.h"

namespace debrief {

struct PostMortemTemplate {
  std::string name;         // of the file, without ".md"
  std::string description;  // one line; may be empty
  std::string path;         // in the knowledge base; "built-in/NAME.md" for the program's own
  std::string text;         // without the line that describes it
};

// Those of the knowledge base, and the built-in ones whose names it does not take; by name.
std::vector<PostMortemTemplate> post_mortem_templates(const SourceTree& sources);

// The one that is used when nobody names one: the knowledge base's own "post-mortem" or "default",
// else its only one, else the built-in "full".
const PostMortemTemplate& default_template(const std::vector<PostMortemTemplate>& templates);

}  // namespace debrief
