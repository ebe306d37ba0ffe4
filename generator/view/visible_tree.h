// A document without what its marks hide, as if that had never been written.
//
// The first step to the public text. Everything that is read from the text afterwards (the name of
// a section, an action item and its remarks, the numbers of footnotes) is read from the result,
// so that nothing marked can have a say in it.
#pragma once

#include <string>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

// Leaves out what is marked, or puts its replacement in its place, and all comments; closes the
// gap: spaces around it, the list it divided, the emphasis or item it was alone in. Lists are
// tight where their items hold one paragraph, whatever stood between them.
std::vector<Node> visible_nodes(const std::vector<Node>& nodes);

// The same of a document; sections whose heading is marked go as a whole. Sections get their
// names anew from what is visible of their headings.
Outline visible_outline(const Outline& outline);

// Whether a mark hides the section as a whole.
bool is_marked(const Section& section);

// The kind of a section by what is visible of its heading.
std::string visible_kind(const Section& section);

// The same of its footnotes.
std::vector<Node> visible_footnotes(const std::vector<Node>& footnotes);

}  // namespace debrief
