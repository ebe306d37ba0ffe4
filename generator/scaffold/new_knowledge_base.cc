#include "generator/scaffold/new_knowledge_base.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "generator/base/diagnostics.h"
#include "generator/base/embedded_file.h"
#include "generator/base/text.h"
#include "generator/model/config.h"
#include "generator/model/vocabulary.h"
#include "generator/model/yaml_text.h"
#include "generator/scaffold/editor_snippets.h"

namespace debrief {

extern const std::span<const EmbeddedFile> knowledge_base_files;

namespace {

constexpr std::string_view kConfigFile = "debrief.yaml";
constexpr std::string_view kOwnersFile = "CODEOWNERS";
constexpr std::string_view kHooksFile = ".pre-commit-config.yaml";
constexpr std::string_view kDefaultTitle = "Post-mortems";

// On a line of its own, so that comments and order stay.
std::string with_title(std::string_view config, std::string_view title) {
  constexpr std::string_view kLine = "\ntitle: ";
  const std::size_t value = config.find(kLine) + kLine.size();
  const std::size_t end = config.find('\n', value);
  return std::string(config.substr(0, value)) + yaml_text(title) + std::string(config.substr(end));
}

// "dot_github/workflows/x" is ".github/workflows/x".
std::string with_dots(std::string_view path) {
  std::vector<std::string> names;
  for (const std::string_view name : split(path, '/')) {
    constexpr std::string_view kMark = "dot_";
    names.push_back(name.starts_with(kMark) ? "." + std::string(name.substr(kMark.size()))
                                            : std::string(name));
  }
  return fmt::format("{}", fmt::join(names, "/"));
}

bool is_wanted(std::string_view path, Forges forges) {
  if (path.starts_with(".github")) return forges == Forges::github || forges == Forges::both;
  if (path.starts_with(".gitlab")) return forges == Forges::gitlab || forges == Forges::both;
  const bool needs_ci = path.starts_with(".ci/") || path == kHooksFile || path == kOwnersFile ||
                        path == "netlify.toml";
  return !needs_ci || forges != Forges::none;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

// `characters` of the text, each with a backslash before it.
std::string with_backslashes(std::string_view text, std::string_view characters) {
  std::string escaped;
  for (const char c : text) {
    if (characters.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

// Paths and commands as they are from the folder of the repository.
void say_folder(SourceFile& file, const std::string& folder) {
  if (file.path.ends_with("/postmortems.yml")) {
    replace_all(file.bytes, "KNOWLEDGE_BASE: .", "KNOWLEDGE_BASE: " + yaml_text(folder));
  } else if (file.path == ".gitlab-ci.yml") {
    replace_all(file.bytes, "KNOWLEDGE_BASE: \".\"", "KNOWLEDGE_BASE: " + yaml_text(folder));
  } else if (file.path == kOwnersFile) {
    const std::string path = with_backslashes(folder, " #*?[]\\");
    replace_all(file.bytes, "\n/", "\n/" + path + "/");
    replace_all(file.bytes, "\n# /", "\n# /" + path + "/");
  } else if (file.path == kHooksFile) {
    // A word of the shell within a text of YAML.
    const std::string word = with_backslashes(folder, " '\"\\$`&;|<>()*?[]#~!{}");
    replace_all(file.bytes, "sh .ci/", with_backslashes("sh " + word + "/.ci/", "\""));
    const std::string pattern = with_backslashes(folder, "\\^$.|?*+()[]{}");
    replace_all(file.bytes, "files: ^", "files: ^" + pattern + "/");
  }
}

// What README.md says of continuous integration stands between lines of its own, which go.
std::string with_ci_or_without(std::string_view readme, bool with_ci) {
  std::string text;
  bool is_of_ci = false;
  for (const std::string_view line : split(readme, '\n')) {
    const bool is_mark = line == "<!-- ci -->" || line == "<!-- /ci -->";
    if (is_mark) is_of_ci = line == "<!-- ci -->";
    if (is_mark || (is_of_ci && !with_ci)) continue;
    text += line;
    text += '\n';
  }
  text.pop_back();  // the last line has its end already
  return text;
}

SourceFile& file_called(std::vector<SourceFile>& files, std::string_view path) {
  return *std::ranges::find(files, path, &SourceFile::path);
}

// The vocabulary for editors, as `debrief schema --write` will write it.
void add_editor_files(std::vector<SourceFile>& files) {
  SourceTree tree;
  tree.files = files;
  std::ranges::sort(tree.files, {}, &SourceFile::path);
  Diagnostics none;  // it reads without a word
  const Config config = read_config(tree, none);
  const Vocabulary vocabulary = read_vocabulary(tree, none);
  for (SourceFile& file : editor_files(config, vocabulary)) files.push_back(std::move(file));
}

}  // namespace

std::vector<SourceFile> new_knowledge_base(const NewKnowledgeBase& wanted) {
  std::vector<SourceFile> files;
  for (const EmbeddedFile& file : knowledge_base_files) {
    files.push_back({with_dots(file.path), std::string(file.bytes())});
  }
  files.push_back({".gitlab/merge_request_templates/Default.md",
                   file_called(files, ".github/pull_request_template.md").bytes});
  std::erase_if(files,
                [&](const SourceFile& file) { return !is_wanted(file.path, wanted.forges); });
  if (!wanted.folder.empty()) {
    for (SourceFile& file : files) say_folder(file, wanted.folder);
  }
  SourceFile& readme = file_called(files, "README.md");
  readme.bytes = with_ci_or_without(readme.bytes, wanted.forges != Forges::none);
  SourceFile& config = file_called(files, kConfigFile);
  config.bytes = with_title(config.bytes, wanted.title);
  add_editor_files(files);

  std::ranges::sort(files, {}, [](const SourceFile& file) {
    return std::pair(file.path == kConfigFile, file.path);
  });
  return files;
}

bool is_for_the_repository(std::string_view path) {
  return path.starts_with(".github") || path.starts_with(".gitlab") || path == kOwnersFile ||
         path == kHooksFile;
}

std::string title_of_folder(std::string_view name) {
  if (find_invalid_utf8(name)) return std::string(kDefaultTitle);
  std::string words(name);
  std::ranges::replace_if(
      words, [](char c) { return c == '-' || c == '_' || c == '.'; }, ' ');
  words = collapse_spaces(words);
  const bool has_letter = std::ranges::any_of(
      words, [](char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
  if (!has_letter) return std::string(kDefaultTitle);
  if (words.front() >= 'a' && words.front() <= 'z') words.front() += 'A' - 'a';
  return words;
}

}  // namespace debrief
