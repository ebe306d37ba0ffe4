// The look of a site, made of what debrief.yaml says of this view.
#pragma once

#include <functional>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/model/knowledge_base.h"
#include "generator/view/assets.h"
#include "generator/view/dictionary.h"
#include "generator/view/view.h"

namespace debrief {

struct LookSources {
  const KnowledgeBase& kb;
  const LookConfig& look;
  const Dictionary* dictionary = nullptr;  // for the public
  // The page key of a guide, by its place in KnowledgeBase::guides; empty if this view does not
  // show it.
  std::function<std::string(std::size_t guide)> guide_key;
};

// Reports a logo or guide that is not there, and what of it the public may not see.
ViewLook view_look(const LookSources& sources, AssetCollector& assets, Diagnostics& diagnostics);

}  // namespace debrief
