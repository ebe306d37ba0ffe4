#include "generator/scaffold/new_knowledge_base.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "generator/base/embedded_file.h"
#include "generator/base/text.h"
#include "generator/model/yaml_text.h"

namespace debrief {

extern const std::span<const EmbeddedFile> knowledge_base_files;

namespace {

constexpr std::string_view kConfigFile = "debrief.yaml";
constexpr std::string_view kDefaultTitle = "Post-mortems";

// On a line of its own, so that comments and order stay.
std::string with_title(std::string_view config, std::string_view title) {
  constexpr std::string_view kLine = "\ntitle: ";
  const std::size_t value = config.find(kLine) + kLine.size();
  const std::size_t end = config.find('\n', value);
  return std::string(config.substr(0, value)) + yaml_text(title) + std::string(config.substr(end));
}

}  // namespace

std::vector<SourceFile> new_knowledge_base(std::string_view title) {
  std::vector<SourceFile> files;
  for (const EmbeddedFile& file : knowledge_base_files) {
    if (file.path == kConfigFile) continue;
    const std::string dot = file.path == "gitignore" ? "." : "";
    files.push_back({dot + std::string(file.path), std::string(file.bytes())});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  const auto config = std::ranges::find(knowledge_base_files, kConfigFile, &EmbeddedFile::path);
  files.push_back({std::string(kConfigFile), with_title(config->bytes(), title)});
  return files;
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
