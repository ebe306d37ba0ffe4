// The public text of post-mortems, for the internal view. Made by the projection that makes the
// public view, so that authors see what the public will see.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "generator/model/knowledge_base.h"
#include "generator/model/publication.h"
#include "generator/view/view.h"

namespace debrief {

// Where the internal site has what texts refer to; places are those of the knowledge base.
struct InternalTargets {
  std::map<std::size_t, std::string> incidents;  // page keys, of those that are shown
  std::map<std::size_t, std::string> guides;
  std::function<LinkTarget(std::size_t)> image;
};

// Of every incident in `targets` that says `visibility: public`, published or not. Links lead where
// the public has a page too, on the day of `as_of`. Reports nothing: what is wrong with a public
// text stops the public site, never the internal one.
std::map<std::size_t, ViewPublicText> public_texts(const KnowledgeBase& kb, const AsOf& as_of,
                                                   const InternalTargets& targets);

}  // namespace debrief
