#include "generator/view/assets.h"

#include <fmt/format.h>

#include <utility>

#include "generator/base/hash.h"
#include "generator/base/svg_fault.h"

namespace debrief {

LinkTarget AssetCollector::add(const SourceFile& file, const SourceLocation& where,
                               Diagnostics& diagnostics) {
  if (const auto known = by_source_.find(file.path); known != by_source_.end())
    return known->second;
  LinkTarget& target = by_source_[file.path];
  const auto info = read_image_info(file.bytes);
  if (!info) {
    diagnostics.error("bad-image", where, fmt::format("'{}' is not a picture", file.path));
    return target;
  }
  std::string bytes = file.bytes;
  const bool is_kept = as_they_are_.contains(std::string(extension(info->format).substr(1)));
  if (audience_ == Audience::public_ && !is_kept) {
    auto stripped = strip_metadata(file.bytes);
    if (!stripped) {
      diagnostics.error(
          "image-not-public", where,
          fmt::format("'{}' cannot be freed of its metadata; the public site shows PNG, "
                      "JPEG and WebP pictures, and GIF if views.public.image_types lists it",
                      file.path));
      return target;
    }
    bytes = std::move(*stripped);
  }
  return target = keep(std::move(bytes), *info);
}

LinkTarget AssetCollector::add_logo(const SourceFile& file, const SourceLocation& where,
                                    Diagnostics& diagnostics) {
  const auto info = read_image_info(file.bytes);
  if (!info || info->format != ImageFormat::svg) return add(file, where, diagnostics);
  if (const auto fault = svg_fault(file.bytes)) {
    diagnostics.error("bad-logo", where,
                      fmt::format("'{}' holds {}; save it as plain or optimised SVG, or as PNG",
                                  file.path, *fault));
    return {};
  }
  return keep(file.bytes, *info);
}

LinkTarget AssetCollector::keep(std::string bytes, const ImageInfo& info) {
  ViewAsset asset;
  asset.path = fmt::format("images/{}{}", content_hash(bytes), extension(info.format));
  // Of what is published: without its metadata a picture may be shown turned another way.
  const ImageInfo published = read_image_info(bytes).value_or(info);
  asset.width = published.width;
  asset.height = published.height;
  asset.bytes = std::move(bytes);
  LinkTarget target;
  target.kind = LinkTarget::Kind::asset;
  target.value = asset.path;
  by_path_.try_emplace(target.value, std::move(asset));
  return target;
}

std::vector<ViewAsset> AssetCollector::take() {
  std::vector<ViewAsset> assets;
  for (auto& [path, asset] : by_path_) assets.push_back(std::move(asset));
  by_path_.clear();
  return assets;
}

}  // namespace debrief
