// What `debrief check --fix` can mend: spellings that are read just as well, but are not the one
// that people and other tools expect. Pure: from the text of a post-mortem to edits of it.
//
// An edit stays within its line, and no fix changes what is read: that is tried, for each fix and
// for all of a file together (same_reading.h), and one that would is none. README.md says what is
// mended and what is left alone.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"
#include "generator/check/rule.h"
#include "generator/model/knowledge_base.h"
#include "generator/source/source_tree.h"

namespace debrief {

// Puts `text` in the place of `length` bytes.
struct TextEdit {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string text;
};

struct Fix {
  std::string_view rule;
  SourceLocation where;
  std::string message;  // what is found, without the way out
  std::vector<TextEdit> edits;
};

// What the rest of the knowledge base says about headings. Of one post-mortem it depends on its own
// file, on those that link to it, and on the templates.
struct HeadingUse {
  // What a link leads to: "incidents/a.md#root-causes" within a file; from elsewhere the last part
  // of the address, "a.md#root-causes"; "#root-causes" where that cannot be told.
  std::set<std::string> anchors;
  std::set<std::string> templates;  // "ROOT CAUSES": headings of its own templates
};

HeadingUse heading_use(const SourceTree& sources);

// By place, none over another.
std::vector<Fix> find_fixes(const KnowledgeBase& kb, const Incident& incident,
                            const SourceText& file, const HeadingUse& headings);

// Requires: no edit lies over another.
std::string with_edits(std::string_view bytes, const std::vector<Fix>& fixes);

// Whether findings of the rule can be mended.
bool is_mendable(std::string_view rule);

// Their rules, and each kind of its own. A part of the above.
std::vector<Rule> spelling_rules();
std::vector<Fix> date_fixes(const Report& report, const SourceText& file, const Config& config);
std::vector<Fix> task_list_fixes(const Report& report, const SourceText& file);
std::vector<Fix> heading_fixes(const Report& report, const SourceText& file,
                               const HeadingUse& headings);

// Where the line begins in the bytes of the file. Requires: there is such a line.
std::size_t line_offset(const SourceText& file, int line);

}  // namespace debrief
