#include "generator/scaffold/post_mortem_template.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "generator/base/embedded_file.h"
#include "generator/base/text.h"

namespace debrief {

extern const std::span<const EmbeddedFile> builtin_template_files;

namespace {

constexpr std::string_view kFolder = "templates/";
constexpr std::string_view kBuiltin = "built-in/";
constexpr std::string_view kEnding = ".md";

PostMortemTemplate make_template(std::string path, std::string_view name, std::string_view text) {
  PostMortemTemplate made;
  made.name = name.substr(0, name.size() - kEnding.size());
  made.path = std::move(path);
  constexpr std::string_view kOpening = "---\n#";
  if (text.starts_with(kOpening)) {
    const std::size_t end = std::min(text.find('\n', kOpening.size()), text.size());
    made.description = trim(text.substr(kOpening.size(), end - kOpening.size()));
    made.text = "---" + std::string(text.substr(end));
  } else {
    made.text = text;
  }
  return made;
}

}  // namespace

std::vector<PostMortemTemplate> post_mortem_templates(const SourceTree& sources) {
  std::map<std::string, PostMortemTemplate> by_name;
  for (const SourceFile& file : sources.files) {
    const std::string_view path = file.path;
    if (!path.starts_with(kFolder) || !path.ends_with(kEnding)) continue;
    PostMortemTemplate own = make_template(file.path, path.substr(kFolder.size()), file.bytes);
    by_name.emplace(own.name, std::move(own));
  }
  for (const EmbeddedFile& file : builtin_template_files) {
    PostMortemTemplate builtin =
        make_template(std::string(kBuiltin) + std::string(file.path), file.path, file.bytes());
    by_name.emplace(builtin.name, std::move(builtin));
  }
  std::vector<PostMortemTemplate> templates;
  for (auto& [name, value] : by_name) templates.push_back(std::move(value));
  return templates;
}

const PostMortemTemplate& default_template(const std::vector<PostMortemTemplate>& templates) {
  for (const std::string_view name : {"post-mortem", "default"}) {
    const auto named = std::ranges::find(templates, name, &PostMortemTemplate::name);
    if (named != templates.end()) return *named;
  }
  const auto is_own = [](const PostMortemTemplate& candidate) {
    return !candidate.path.starts_with(kBuiltin);
  };
  if (std::ranges::count_if(templates, is_own) == 1) {
    return *std::ranges::find_if(templates, is_own);
  }
  return *std::ranges::find(templates, "full", &PostMortemTemplate::name);
}

}  // namespace debrief
