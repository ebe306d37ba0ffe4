#include "generator/scaffold/new_post_mortem.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "generator/base/slug.h"
#include "generator/base/source_text.h"
#include "generator/model/front_matter.h"
#include "generator/model/yaml.h"
#include "generator/model/yaml_text.h"

namespace debrief {
namespace {

struct Field {
  std::string_view name;
  std::string yaml;  // empty: nothing to say
};

std::vector<Field> fields_of(const NewPostMortem& values) {
  std::vector<std::string> services;
  for (const std::string& service : values.services) services.push_back(yaml_text(service));
  return {
      {"id", values.id.empty() ? "" : yaml_text(values.id)},
      {"title", yaml_text(values.title)},
      {"status", "draft"},
      {"severity", values.severity.empty() ? "" : yaml_text(values.severity)},
      {"services", services.empty() ? "" : fmt::format("[{}]", fmt::join(services, ", "))},
      {"started", to_string(values.started)},
  };
}

bool is_empty(const YamlNode& node) {
  return node.kind == YamlNode::Kind::null ||
         (node.kind == YamlNode::Kind::list && node.items.empty()) ||
         (node.kind == YamlNode::Kind::scalar && node.text.empty());
}

}  // namespace

std::optional<std::string> fill_template(const PostMortemTemplate& source,
                                         const NewPostMortem& values, Diagnostics& diagnostics) {
  const SourceText file(source.path, source.text);
  const auto front_matter = split_front_matter(file, diagnostics);
  if (!front_matter) return std::nullopt;
  const auto yaml =
      parse_yaml(file, front_matter->yaml_offset, front_matter->yaml_length, diagnostics);
  if (!yaml) return std::nullopt;
  if (yaml->kind != YamlNode::Kind::map && yaml->kind != YamlNode::Kind::null) {
    diagnostics.error("wrong-type", file.at(1),
                      "the front matter of a template must be 'key: value' lines");
    return std::nullopt;
  }

  // Line by line, so that the template's own comments and order stay.
  const std::vector<Field> fields = fields_of(values);
  std::string added;
  std::vector<std::pair<int, std::string>> replaced;  // by line
  for (const Field& field : fields) {
    if (field.yaml.empty()) continue;
    const auto entry = std::ranges::find(yaml->entries, field.name, &YamlNode::Entry::key);
    if (entry == yaml->entries.end()) {
      added += fmt::format("{}: {}\n", field.name, field.yaml);
    } else if (is_empty(entry->value) || field.name == "title") {
      replaced.emplace_back(entry->line, fmt::format("{}: {}", field.name, field.yaml));
    }
  }
  std::string text = "---\n" + added;
  const int last = file.at_offset(front_matter->body_offset).line;
  for (int number = 2; number <= file.line_count(); ++number) {
    const auto line = std::ranges::find(replaced, number, &std::pair<int, std::string>::first);
    const bool replace = line != replaced.end() && number < last;
    text += replace ? line->second : std::string(file.line(number));
    text += '\n';
  }
  return text;
}

std::string new_post_mortem_path(const KnowledgeBase& kb, const NewPostMortem& values) {
  const std::string date = to_string(values.started).substr(0, 10);
  const std::string year = date.substr(0, 4);
  const auto is_in_year = [](const Incident& incident) {
    const std::string_view path = incident.report.path;  // "incidents/2026/…"
    return path.size() > 15 && path[14] == '/' &&
           path.substr(10, 4).find_first_not_of("0123456789") == std::string_view::npos;
  };
  const bool by_year = kb.incidents.empty() || std::ranges::any_of(kb.incidents, is_in_year);
  return fmt::format("incidents/{}{}-{}.md", by_year ? year + "/" : "", date,
                     make_slug(values.title));
}

}  // namespace debrief
