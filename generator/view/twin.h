// Another knowledge base with the same public content.
//
// What is public of it is a function of what is public of the first; all else is noise: other text
// of other lengths, other numbers of things, other names. If the public site of a twin differs in a
// single byte, something internal had a say in it.
//
// What is internal is decided here by rules of its own, not by the projection that is to be
// checked.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>

#include "generator/model/knowledge_base.h"
#include "generator/model/publication.h"

namespace debrief {

enum class TwinPart {
  settings,     // of the internal site
  names,        // people and terms, wherever they are written
  vocabulary,   // services and causes that are not public, and what is internal of the others
  incidents,    // those that are not public: rewritten, left out, added
  fields,       // of public post-mortems, that the allow-list does not name
  permissions,  // of public post-mortems: who approved them, and which day they had to wait for
  sections,     // of public post-mortems, that the allow-list does not name
  marks,        // what redaction marks and comments hold
  assignments,  // owners and days of action items
  guides,       // those that are not public
  pictures,     // that no public text shows
};

// "text inside redaction marks": for messages.
std::string_view describe(TwinPart part);

const std::set<TwinPart>& all_twin_parts();

// `seed` decides the noise. Only `parts` differ from `kb`. What is public is the same on the day.
KnowledgeBase make_twin(const KnowledgeBase& kb, const AsOf& as_of, std::uint64_t seed,
                        const std::set<TwinPart>& parts = all_twin_parts());

}  // namespace debrief
