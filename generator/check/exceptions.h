// Findings that are meant to be: said in the text, or in debrief.yaml.
//
//   <!-- check: off action-count We promised the customer all seven. -->
//
// Before the first heading this holds for the file; before a heading, or as the first thing below
// it, for its section; between blocks for the next one; inside a block for that block.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/check/review.h"
#include "generator/model/knowledge_base.h"
#include "generator/source/source_tree.h"

namespace debrief {

struct CheckException {
  std::string rule;
  std::string path;  // a file or a folder
  int first_line = 0;
  int last_line = 0;  // 0: all of the file
  SourceLocation where;
};

// Of the text of one post-mortem; those that are written wrongly are reported and do nothing.
std::vector<CheckException> read_exceptions(const Report& report, const SourceText& file,
                                            Findings& findings);

// Of debrief.yaml.
std::vector<CheckException> configured_exceptions(const KnowledgeBase& kb,
                                                  const SourceTree& sources, Findings& findings);

// Takes the findings that are excepted out. An error that stops a build cannot be, only one of a
// rule. Exceptions that nothing needs are reported, but not those about what was not looked at:
// `unread` are the paths of these.
void apply_exceptions(const std::vector<CheckException>& exceptions,
                      const std::set<std::string>& unread, std::vector<Diagnostic>& items,
                      Findings& findings);

}  // namespace debrief
