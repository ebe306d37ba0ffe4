#include "generator/model/vocabulary.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/model/map_reader.h"

namespace debrief {
namespace {

// The entries of a vocabulary file, read one by one. False if there is no file, and for one that
// cannot be read at all: what is unknown then would only repeat that error.
template <typename Read>
bool for_each_entry(const SourceTree& sources, std::string_view path, Diagnostics& diagnostics,
                    Read read) {
  const SourceFile* source = sources.find(path);
  if (source == nullptr) return false;
  const SourceText file(source->path, source->bytes);
  const auto yaml = parse_yaml(file, 0, source->bytes.size(), diagnostics);
  if (!yaml) return false;
  if (yaml->kind == YamlNode::Kind::null) return true;
  if (yaml->kind != YamlNode::Kind::list) {
    diagnostics.error("wrong-type", file.at(yaml->line, yaml->column),
                      fmt::format("{} must be a list of '- key: value' entries", path));
    return false;
  }
  for (const YamlNode& node : yaml->items) read(node, file);
  return true;
}

void report_twice(const std::string& what, const std::string& id, const MapReader& reader,
                  std::set<std::string>& seen, Diagnostics& diagnostics) {
  if (id.empty() || seen.insert(to_lower(id)).second) return;
  diagnostics.error("duplicate-id", reader.where_map(),
                    fmt::format("the {} '{}' is listed twice", what, id));
}

void read_services(const SourceTree& sources, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  struct Parent {
    std::string id;
    SourceLocation where;
  };
  std::vector<Parent> parents;
  std::set<std::string> seen;
  const auto read = [&](const YamlNode& node, const SourceText& file) {
    MapReader reader(node, file, "a service", diagnostics);
    Service service;
    service.id = reader.required_text("id");
    service.name = reader.text_or("name", service.id);
    service.team = reader.text_or("team", "");
    service.tier = reader.text_or("tier", "");
    service.description = reader.text_or("description", "");
    service.is_public = reader.flag("public").value_or(false);
    service.public_name = reader.text_or("public_name", service.name);
    parents.push_back({reader.text_or("parent", ""), reader.where_key("parent")});
    reader.finish();
    report_twice("service", service.id, reader, seen, diagnostics);
    vocabulary.services.push_back(std::move(service));
  };
  vocabulary.services_are_open = !for_each_entry(sources, "services.yaml", diagnostics, read);
  for (std::size_t i = 0; i < parents.size(); ++i) {
    if (parents[i].id.empty()) continue;
    const auto parent = vocabulary.find_service(parents[i].id);
    if (!parent || *parent == i) {
      diagnostics.error(
          "unknown-service", parents[i].where,
          fmt::format("'{}' is not another service of this file{}", parents[i].id,
                      parent ? "" : did_you_mean(parents[i].id, vocabulary.service_ids())));
      continue;
    }
    vocabulary.services[i].parent = parent;
  }
  // A chain of parents that comes back to its start would never end.
  for (std::size_t i = 0; i < vocabulary.services.size(); ++i) {
    std::size_t steps = 0;
    for (auto at = vocabulary.services[i].parent; at; at = vocabulary.services[*at].parent) {
      if (++steps > vocabulary.services.size()) {
        diagnostics.error(
            "parent-cycle", parents[i].where,
            fmt::format("the parents of '{}' form a circle", vocabulary.services[i].id));
        vocabulary.services[i].parent.reset();
        break;
      }
    }
  }
}

void read_causes(const SourceTree& sources, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  std::set<std::string> seen;
  const auto read_cause = [&](MapReader& reader, std::optional<std::size_t> parent) {
    Cause cause;
    cause.id = reader.required_text("id");
    if (cause.id.find('/') != std::string::npos) {
      diagnostics.error("bad-id", reader.where_key("id"),
                        "the id of a cause has no '/'; a sub-cause stands under 'children'");
    }
    cause.name = reader.text_or("name", cause.id);
    cause.description = reader.text_or("description", "");
    cause.aliases = reader.texts("aliases");
    const auto is_public = reader.flag("public");
    cause.is_public = is_public.value_or(false);
    if (parent) {
      const Cause& category = vocabulary.causes[*parent];
      cause.id = category.id + "/" + cause.id;
      cause.is_public = category.is_public && is_public.value_or(true);
    }
    cause.parent = parent;
    report_twice("cause", cause.id, reader, seen, diagnostics);
    vocabulary.causes.push_back(std::move(cause));
    return vocabulary.causes.size() - 1;
  };
  const auto read = [&](const YamlNode& node, const SourceText& file) {
    MapReader category(node, file, "a cause", diagnostics);
    const std::size_t index = read_cause(category, std::nullopt);
    for (const YamlNode& child_node : category.list("children")) {
      MapReader child(child_node, file, "a sub-cause", diagnostics);
      read_cause(child, index);
      child.finish();
    }
    category.finish();
  };
  vocabulary.causes_are_open = !for_each_entry(sources, "causes.yaml", diagnostics, read);
}

void read_people(const SourceTree& sources, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  std::set<std::string> seen;
  for_each_entry(sources, "people.yaml", diagnostics,
                 [&](const YamlNode& node, const SourceText& file) {
                   MapReader reader(node, file, "a person", diagnostics);
                   Person person;
                   person.handle = reader.required_text("handle");
                   if (person.handle.starts_with('@')) person.handle.erase(0, 1);
                   person.name = reader.text_or("name", person.handle);
                   person.role = reader.text_or("role", "an engineer");
                   person.team = reader.text_or("team", "");
                   reader.finish();
                   report_twice("person", person.handle, reader, seen, diagnostics);
                   vocabulary.people.push_back(std::move(person));
                 });
}

// Such a pattern ("x*", "\\b") would put its replacement between any two letters. RE2 does not say
// how short a match can be, so a few texts are tried.
bool matches_empty_text(const RE2& expression) {
  for (const std::string_view text : {"", "a", "A 1", " a-b_c. ", "\n"}) {
    const re2::StringPiece piece(text.data(), text.size());
    for (std::size_t at = 0; at <= text.size(); ++at) {
      re2::StringPiece match;
      if (expression.Match(piece, at, text.size(), RE2::UNANCHORED, &match, 1) && match.empty()) {
        return true;
      }
    }
  }
  return false;
}

void read_redactions(const SourceTree& sources, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  for_each_entry(
      sources, "redactions.yaml", diagnostics, [&](const YamlNode& node, const SourceText& file) {
        MapReader reader(node, file, "a redaction", diagnostics);
        const std::string term = reader.text_or("term", "");
        const std::string pattern = reader.text_or("pattern", "");
        const std::string allow = reader.text_or("allow", "");
        const int kinds = int{!term.empty()} + int{!pattern.empty()} + int{!allow.empty()};
        if (kinds != 1) {
          diagnostics.error("bad-redaction", reader.where_map(),
                            "an entry has exactly one of 'term', 'pattern' and 'allow'");
          return;
        }
        if (!allow.empty()) {
          vocabulary.allowances.push_back({allow, reader.required_text("reason")});
        } else {
          Redaction redaction{term, pattern, reader.text_or("replace", "[redacted]")};
          if (redaction.replacement.find('\\') != std::string::npos) {
            // "\\1" would copy a part of what is to be hidden.
            diagnostics.error("bad-redaction", reader.where_key("replace"),
                              "a replacement is plain text, without a backslash");
          }
          if (!pattern.empty()) {
            const RE2 expression(pattern, RE2::Quiet);
            if (!expression.ok() || matches_empty_text(expression)) {
              diagnostics.error("bad-pattern", reader.where_key("pattern"),
                                expression.ok() ? std::string("the pattern matches the empty text")
                                                : fmt::format("the pattern is not valid RE2: {}",
                                                              expression.error()));
            }
          }
          vocabulary.redactions.push_back(std::move(redaction));
        }
        reader.finish();
      });
}

}  // namespace

std::optional<std::size_t> Vocabulary::find_service(std::string_view name) const {
  for (std::size_t i = 0; i < services.size(); ++i) {
    if (services[i].id == name) return i;
  }
  for (std::size_t i = 0; i < services.size(); ++i) {
    if (equal_ignoring_case(services[i].id, name) || equal_ignoring_case(services[i].name, name)) {
      return i;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> Vocabulary::find_cause(std::string_view name) const {
  const std::vector<std::size_t> found = causes_called(name);
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::vector<std::size_t> Vocabulary::causes_called(std::string_view name) const {
  for (std::size_t i = 0; i < causes.size(); ++i) {
    if (equal_ignoring_case(causes[i].id, name)) return {i};
  }
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < causes.size(); ++i) {
    const Cause& cause = causes[i];
    const bool matches =
        equal_ignoring_case(cause.name, name) ||
        (cause.parent && equal_ignoring_case(cause.id.substr(cause.id.find('/') + 1), name)) ||
        std::ranges::any_of(cause.aliases, [name](const std::string& alias) {
          return equal_ignoring_case(alias, name);
        });
    if (matches) found.push_back(i);
  }
  return found;
}

const Person* Vocabulary::find_person(std::string_view handle_or_name) const {
  if (handle_or_name.starts_with('@')) handle_or_name.remove_prefix(1);
  for (const Person& person : people) {
    if (equal_ignoring_case(person.handle, handle_or_name) ||
        equal_ignoring_case(person.name, handle_or_name)) {
      return &person;
    }
  }
  return nullptr;
}

std::vector<std::string> Vocabulary::service_ids() const {
  std::vector<std::string> ids;
  for (const Service& service : services) ids.push_back(service.id);
  return ids;
}

std::vector<std::string> Vocabulary::cause_ids() const {
  std::vector<std::string> ids;
  for (const Cause& cause : causes) ids.push_back(cause.id);
  return ids;
}

Vocabulary read_vocabulary(const SourceTree& sources, Diagnostics& diagnostics) {
  Vocabulary vocabulary;
  read_services(sources, vocabulary, diagnostics);
  read_causes(sources, vocabulary, diagnostics);
  read_people(sources, vocabulary, diagnostics);
  read_redactions(sources, vocabulary, diagnostics);
  return vocabulary;
}

}  // namespace debrief
