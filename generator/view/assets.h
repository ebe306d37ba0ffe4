// The pictures that a view's documents refer to.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/source/source_tree.h"
#include "generator/view/view.h"

namespace debrief {

// Collects what is referred to, each picture once, under a name made of its bytes.
class AssetCollector {
 public:
  explicit AssetCollector(Audience audience) : audience_(audience) {}

  // The asset of a content file; kind `none`, with a diagnostic at `where`, if the view may not
  // show it. For the public, metadata is taken out, and what cannot be cleaned is refused.
  LinkTarget add(const SourceFile& file, const SourceLocation& where, Diagnostics& diagnostics);

  std::vector<ViewAsset> take();  // by path

 private:
  Audience audience_;
  std::map<std::string, LinkTarget> by_source_;
  std::map<std::string, ViewAsset> by_path_;
};

}  // namespace debrief
