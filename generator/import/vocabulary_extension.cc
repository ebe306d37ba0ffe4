#include "generator/import/vocabulary_extension.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/text.h"
#include "generator/model/yaml_text.h"

namespace debrief {
namespace {

std::string entry(const std::string& id, const std::string& name, std::size_t indent) {
  const std::string margin(indent, ' ');
  return fmt::format("{0}- id: {1}\n{0}  name: {2}\n{0}  public: no\n", margin, yaml_text(id),
                     yaml_text(name));
}

// How far the entries of a list that is already there are indented.
std::size_t indent_of(std::string_view bytes) {
  for (const std::string_view line : split(bytes, '\n')) {
    const std::size_t dash = line.find_first_not_of(' ');
    if (dash != std::string_view::npos && line.substr(dash).starts_with("- ")) return dash;
  }
  return 0;
}

std::string services_in_use(const Vocabulary& vocabulary) {
  std::string text;
  for (const Service& service : vocabulary.services) text += entry(service.id, service.name, 0);
  return text;
}

// Categories, each with its sub-categories below it; a child's id holds its category's.
std::string causes_in_use(const Vocabulary& vocabulary) {
  std::string text;
  bool has_children = false;
  for (const Cause& cause : vocabulary.causes) {
    if (!cause.parent) {
      text += entry(cause.id, cause.name, 0);
      has_children = false;
    } else {
      if (!has_children) text += "  children:\n";
      has_children = true;
      text += entry(cause.id.substr(cause.id.find('/') + 1), cause.name, 4);
    }
  }
  return text;
}

std::string extended(const SourceFile* file, const std::string& in_use,
                     const std::vector<NewName>& additions) {
  std::string bytes = file == nullptr ? in_use : file->bytes;
  if (!bytes.empty() && bytes.back() != '\n') bytes += '\n';
  const std::size_t indent = indent_of(bytes);
  for (const NewName& added : additions) bytes += entry(added.id, added.name, indent);
  return bytes;
}

bool finds_all(const SourceFile& file, const VocabularyAdditions& additions) {
  SourceTree alone;
  alone.files.push_back(file);
  Diagnostics diagnostics;
  const Vocabulary vocabulary = read_vocabulary(alone, diagnostics);
  if (diagnostics.has_errors()) return false;
  const bool is_services = file.path == "services.yaml";
  return std::ranges::all_of(is_services ? additions.services : additions.causes,
                             [&](const NewName& added) {
                               return is_services ? vocabulary.find_service(added.id).has_value()
                                                  : vocabulary.find_cause(added.id).has_value();
                             });
}

}  // namespace

std::vector<SourceFile> extend_vocabulary(const SourceTree& existing, const Vocabulary& vocabulary,
                                          const VocabularyAdditions& additions,
                                          Diagnostics& diagnostics) {
  std::vector<SourceFile> files;
  const auto extend = [&](const std::string& path, const std::string& in_use,
                          const std::vector<NewName>& added) {
    if (added.empty()) return;
    SourceFile file{path, extended(existing.find(path), in_use, added)};
    if (!finds_all(file, additions)) {
      diagnostics.error("vocabulary-not-extended", SourceLocation{path, 0, 0, ""},
                        "entries cannot be added at the end of this file; write it as a list of "
                        "'- id: …' entries, each on lines of its own");
      return;
    }
    files.push_back(std::move(file));
  };
  extend("services.yaml", services_in_use(vocabulary), additions.services);
  extend("causes.yaml", causes_in_use(vocabulary), additions.causes);
  return files;
}

}  // namespace debrief
