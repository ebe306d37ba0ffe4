// Whether a mended text says what it said: the guard of fixes.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/extract/action_item.h"
#include "generator/markdown/document.h"
#include "generator/model/knowledge_base.h"
#include "generator/view/view.h"

namespace debrief {

// All but the columns.
bool are_same(const std::vector<Node>& a, const std::vector<Node>& b);
// All but the line.
bool is_same_item(const ActionItem& a, const ActionItem& b);

// Whether the file reads the same with these bytes: all that `debrief show --json` tells, with its
// lines; every block of its text; and what reading it reports. The words of a heading may change as
// long as its section is the same, and how an action item is written as long as it is the same
// item.
bool reads_the_same(const KnowledgeBase& kb, const Incident& incident, std::string_view before,
                    std::string_view after);

// The same of a view: facts, action items and every line of text, but for the words of headings,
// the boxes of lists, and, of the internal one, the lines of action items as they stand in the
// text.
bool shows_the_same(const View& before, const View& after);

}  // namespace debrief
