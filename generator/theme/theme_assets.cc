#include "generator/theme/theme_assets.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/base/hash.h"
#include "generator/base/source_text.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/theme/css_references.h"

namespace debrief {

namespace {

constexpr std::string_view kFolder = "assets/";

// "icons/x.svg" and its bytes -> "icons/x.0123456789abcdef.svg"
std::string hashed_name(const std::string& name, std::string_view bytes) {
  const std::size_t slash = name.rfind('/');
  const std::size_t file = slash == std::string::npos ? 0 : slash + 1;
  std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot <= file) dot = name.size();
  return name.substr(0, dot) + "." + content_hash(bytes) + name.substr(dot);
}

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);  // npos + 1 is 0: no folder
}

// Absent for what leads out of the assets, or to another site.
std::optional<std::string> resolve(std::string_view folder, std::string_view reference) {
  if (reference.starts_with('/') || reference.find(':') != std::string_view::npos) {
    return std::nullopt;
  }
  std::vector<std::string_view> parts;
  const std::string path = std::string(folder) + std::string(reference);
  for (const std::string_view part : split(path, '/')) {
    if (part == "." || part.empty()) continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string result;
  for (const std::string_view part : parts) {
    if (!result.empty()) result += '/';
    result += part;
  }
  return result;
}

class Namer {
 public:
  Namer(const ThemeFiles& files, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    for (const auto& [path, file] : files) {
      if (path.starts_with(kFolder)) sources_.emplace(path.substr(kFolder.size()), &file);
    }
  }

  NamedAssets run() {
    for (const auto& source : sources_) final_name(source.first);
    std::sort(result_.assets.begin(), result_.assets.end(),
              [](const ThemeAsset& a, const ThemeAsset& b) { return a.path < b.path; });
    return std::move(result_);
  }

 private:
  using Sources = std::map<std::string, const ThemeFile*, std::less<>>;

  // The path of a finished asset; what a style sheet refers to is finished before itself.
  // Requires: `name` is among the sources.
  std::string final_name(const std::string& name) {
    if (const auto known = result_.paths.find(name); known != result_.paths.end()) {
      return known->second;
    }
    const ThemeFile& file = *sources_.find(name)->second;
    open_.push_back(name);
    std::string bytes = name.ends_with(".css") ? rewrite(name, file) : file.bytes;
    open_.pop_back();
    std::string path = std::string(kFolder) + hashed_name(name, bytes);
    result_.assets.push_back({path, std::move(bytes)});
    result_.paths.emplace(name, path);
    return path;
  }

  std::string rewrite(const std::string& name, const ThemeFile& file) {
    const SourceText text(file.origin, file.bytes);
    std::string result;
    std::size_t done = 0;
    for (const CssReference& reference : css_references(file.bytes)) {
      // Behind '#' or '?' is a place inside the file.
      const std::string_view target = reference.text.substr(0, reference.text.find_first_of("#?"));
      if (target.empty() || target.starts_with("data:")) continue;
      const std::optional<std::string> renamed =
          rename(name, target, text.at_offset(reference.offset));
      if (!renamed) continue;
      result.append(file.bytes, done, reference.offset - done).append(*renamed);
      done = reference.offset + target.size();
    }
    return result.append(file.bytes, done);
  }

  // The reference `target` of the style sheet `name`, made one to the file's new name.
  std::optional<std::string> rename(const std::string& name, std::string_view target,
                                    SourceLocation where) {
    const std::optional<std::string> asset = resolve(folder_of(name), target);
    if (!asset || !sources_.contains(*asset)) {
      std::string message = "'" + std::string(target) + "' is no file of the theme's assets";
      if (asset) message += did_you_mean(*asset, names());
      diagnostics_.error("theme-asset", std::move(where), std::move(message));
      return std::nullopt;
    }
    if (std::find(open_.begin(), open_.end(), *asset) != open_.end()) {
      diagnostics_.error("theme-asset", std::move(where), "'" + *asset + "' refers back to itself");
      return std::nullopt;
    }
    // Assets stay in their folders: only the last part of the reference changes.
    const std::string path = final_name(*asset);
    return std::string(folder_of(target)) + path.substr(folder_of(path).size());
  }

  std::vector<std::string> names() const {
    std::vector<std::string> result;
    for (const auto& source : sources_) result.push_back(source.first);
    return result;
  }

  Diagnostics& diagnostics_;
  Sources sources_;                // by path below assets/
  std::vector<std::string> open_;  // the style sheets that are being rewritten, outermost first
  NamedAssets result_;
};

}  // namespace

NamedAssets name_assets(const ThemeFiles& files, Diagnostics& diagnostics) {
  return Namer(files, diagnostics).run();
}

}  // namespace debrief
