// The pictures that a view's documents refer to.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/image.h"
#include "generator/source/source_tree.h"
#include "generator/view/view.h"

namespace debrief {

// Collects what is referred to, each picture once, under a name made of its bytes.
class AssetCollector {
 public:
  // `as_they_are`: for the public, formats that are shown with whatever metadata they have.
  explicit AssetCollector(Audience audience, std::set<std::string> as_they_are = {})
      : audience_(audience), as_they_are_(std::move(as_they_are)) {}

  // The asset of a content file; kind `none`, with a diagnostic at `where`, if the view may not
  // show it. For the public, metadata is taken out, and what cannot be cleaned is refused.
  LinkTarget add(const SourceFile& file, const SourceLocation& where, Diagnostics& diagnostics);

  // The same of the site's logo, which may be an SVG if that is nothing but a picture: it is there
  // by the will of who runs the site, not of who wrote a post-mortem.
  LinkTarget add_logo(const SourceFile& file, const SourceLocation& where,
                      Diagnostics& diagnostics);

  std::vector<ViewAsset> take();  // by path

 private:
  LinkTarget keep(std::string bytes, const ImageInfo& info);

  Audience audience_;
  std::set<std::string> as_they_are_;
  std::map<std::string, LinkTarget> by_source_;
  std::map<std::string, ViewAsset> by_path_;
};

}  // namespace debrief
