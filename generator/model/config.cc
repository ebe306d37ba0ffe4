#include "generator/model/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/extract/section_names.h"
#include "generator/model/fields.h"
#include "generator/model/language.h"
#include "generator/model/map_reader.h"

namespace debrief {
namespace {

// The labels of incident tools, of issue trackers and of status pages (cState, Statuspage), which
// mean different things by one word: each is listed where most of its users would put it.
std::vector<SeverityLevel> default_scale() {
  return {
      {"SEV1",
       "Critical",
       {"SEV0", "P0", "S0", "S1", "blocker", "urgent", "down", "major outage", "full outage"},
       100},
      {"SEV2", "Major", {"P1", "S2", "high", "disrupted", "partial outage"}, 30},
      {"SEV3", "Minor", {"P2", "S3", "medium", "moderate", "degraded", "degraded performance"}, 0},
      {"SEV4",
       "Low",
       {"SEV5", "P3", "P4", "P5", "S4", "S5", "trivial", "informational", "notice", "maintenance",
        "under maintenance"},
       0},
  };
}

// What other status pages take who count the time of outages: all of a major one, 30 % of a partial
// one, nothing of what is only degraded.
int default_downtime(std::size_t place) {
  return place == 0 ? 100 : place == 1 ? 30 : 0;
}

int read_downtime(MapReader& level, std::size_t place, Diagnostics& diagnostics) {
  const std::optional<std::string> text = level.text("downtime");
  if (!text) return default_downtime(place);
  int percent = 0;
  const char* const end = text->data() + text->size();
  const auto [rest, error] = std::from_chars(text->data(), end, percent);
  if (error == std::errc() && rest == end && percent >= 0 && percent <= 100) return percent;
  diagnostics.error("bad-number", level.where_key("downtime"),
                    fmt::format("'{}' is no number from 0 to 100: the per cent of an incident's "
                                "time that count as downtime",
                                *text));
  return default_downtime(place);
}

std::vector<SeverityLevel> read_scale(MapReader& reader, const SourceText& file,
                                      Diagnostics& diagnostics) {
  std::vector<SeverityLevel> scale;
  std::map<std::string, std::size_t> levels;  // by label
  for (const YamlNode& node : reader.list("severities")) {
    MapReader level(node, file, "a severity", diagnostics);
    SeverityLevel severity;
    severity.id = level.required_text("id");
    severity.name = level.text_or("name", "");
    severity.aliases = level.texts("aliases");
    severity.downtime = read_downtime(level, scale.size(), diagnostics);
    level.finish();
    if (severity.id.empty()) continue;
    std::vector<std::string> labels = severity.aliases;
    labels.push_back(severity.id);
    if (!severity.name.empty()) labels.push_back(severity.name);
    for (const std::string& label : labels) {
      const auto [owner, is_new] = levels.try_emplace(severity_key(label), scale.size());
      if (is_new || owner->second == scale.size()) continue;
      diagnostics.error("duplicate-severity", level.where_map(),
                        fmt::format("the label '{}' is used twice in the scale", label));
    }
    scale.push_back(std::move(severity));
  }
  return scale.empty() ? default_scale() : scale;
}

std::optional<std::size_t> find_label(const std::vector<SeverityLevel>& scale,
                                      std::string_view label) {
  const std::string key = severity_key(label);
  if (key.empty()) return std::nullopt;
  for (std::size_t i = 0; i < scale.size(); ++i) {
    if (severity_key(scale[i].id) == key || severity_key(scale[i].name) == key) return i;
    for (const std::string& alias : scale[i].aliases) {
      if (severity_key(alias) == key) return i;
    }
  }
  return std::nullopt;
}

void read_field_aliases(const YamlNode& node, const SourceText& file, Config& config,
                        Diagnostics& diagnostics) {
  MapReader fields(node, file, "fields", diagnostics);
  const std::vector<std::string>& names = front_matter_fields();
  for (const std::string& field : names) {
    for (const std::string& alias : fields.texts(field)) {
      const bool is_field = std::ranges::find(names, alias) != names.end();
      if (is_field || !config.field_aliases.try_emplace(alias, field).second) {
        diagnostics.error(
            "bad-alias", fields.where_key(field),
            fmt::format("'{}' cannot stand for '{}': it already is {}", alias, field,
                        is_field ? "a field of its own" : "'" + config.field_aliases[alias] + "'"));
      }
    }
  }
  fields.finish();
}

std::string read_base_url(MapReader& reader, Diagnostics& diagnostics) {
  std::string url = reader.text_or("base_url", "");
  if (url.empty()) return url;
  const std::string_view host =
      std::string_view(url).substr(std::min(url.size(), url.find("//") + 2));
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  if (!web || host.empty() || host.starts_with('/') ||
      url.find_first_of("?# \"<>") != std::string::npos) {
    diagnostics.error("bad-base-url", reader.where_key("base_url"),
                      "base_url must be an address such as https://status.example.com/incidents/");
    return "";
  }
  if (!url.ends_with('/')) url += '/';
  return url;
}

// The names of a list that must be among the known ones.
std::set<std::string> read_names(MapReader& reader, std::string_view key,
                                 const std::vector<std::string>& known,
                                 std::set<std::string> fallback, Diagnostics& diagnostics) {
  if (reader.find(key) == nullptr) return fallback;
  std::set<std::string> names;
  for (const std::string& name : reader.texts(key)) {
    if (std::ranges::find(known, name) == known.end()) {
      diagnostics.error(
          "unknown-name", reader.where_key(key),
          fmt::format("'{}' in {} is not known{}", name, key, did_you_mean(name, known)));
      continue;
    }
    names.insert(name);
  }
  return names;
}

bool read_approval(MapReader& reader, Diagnostics& diagnostics) {
  const bool is_empty = reader.is_empty("approval");
  if (reader.find("approval") == nullptr && !is_empty) return false;
  const std::optional<std::string> text = reader.text("approval");
  if (is_empty || (text && *text != "required")) {
    diagnostics.error("bad-approval", reader.where_key("approval"),
                      "'approval' can be 'required': only what names who approved it under "
                      "'public: {approved_by: …}' is public; leave it out if nobody need approve");
  }
  return true;  // Whatever else is written here, its author wanted some.
}

void read_views(MapReader& root, const SourceText& file, Config& config, Diagnostics& diagnostics) {
  config.internal_view.title = config.title;
  config.public_view.title = config.title;
  const YamlNode* node = root.find("views");
  if (node == nullptr) return;
  MapReader views(*node, file, "views", diagnostics);
  if (const YamlNode* internal = views.find("internal")) {
    MapReader reader(*internal, file, "views.internal", diagnostics);
    config.internal_view.title = reader.text_or("title", config.title);
    config.internal_view.base_url = read_base_url(reader, diagnostics);
    config.internal_view.edit_url = reader.text_or("edit_url", "");
    if (!config.internal_view.edit_url.empty() &&
        config.internal_view.edit_url.find("{path}") == std::string::npos) {
      diagnostics.error("bad-edit-url", reader.where_key("edit_url"),
                        "edit_url must hold {path}, where the path of the file goes");
    }
    config.internal_view.look = read_look(reader, file, diagnostics);
    reader.finish();
  }
  if (const YamlNode* public_node = views.find("public")) {
    MapReader reader(*public_node, file, "views.public", diagnostics);
    PublicViewConfig& view = config.public_view;
    view.title = reader.text_or("title", config.title);
    view.base_url = read_base_url(reader, diagnostics);
    view.fields = read_names(reader, "fields", public_field_names(), view.fields, diagnostics);
    if (!view.fields.contains("title")) {
      diagnostics.error("missing-key", reader.where_key("fields"),
                        "the fields of the public view must hold 'title': a page needs one");
    }
    view.sections = read_names(reader, "sections", section_names(), view.sections, diagnostics);
    view.link_hosts = reader.texts("link_hosts");
    view.image_types = read_names(reader, "image_types", {"gif"}, {}, diagnostics);
    view.approval_is_required = read_approval(reader, diagnostics);
    view.look = read_look(reader, file, diagnostics);
    reader.finish();
  }
  views.finish();
}

// Where mdBook and Hugo have them. What one site shows, the other may not know, so no look is
// that of both.
void report_keys_of_views(MapReader& root, Diagnostics& diagnostics) {
  for (const char* key : {"logo", "colors", "footer", "menu"}) {
    if (root.find(key) == nullptr) continue;
    diagnostics.error(
        "key-of-a-view", root.where_key(key),
        fmt::format("'{0}' belongs to a site: views.internal.{0} or views.public.{0}", key));
  }
}

CheckRuleConfig read_check_rule(const YamlNode::Entry& entry, const SourceText& file,
                                Diagnostics& diagnostics) {
  CheckRuleConfig rule{entry.key, file.at(entry.line, entry.column), {}};
  if (entry.value.kind == YamlNode::Kind::scalar) {
    rule.options.push_back(
        {"level", entry.value.text, file.at(entry.value.line, entry.value.column)});
    return rule;
  }
  if (entry.value.kind == YamlNode::Kind::map) {
    for (const YamlNode::Entry& option : entry.value.entries) {
      const SourceLocation where = file.at(option.line, option.column);
      if (option.value.kind == YamlNode::Kind::scalar) {
        rule.options.push_back({option.key, option.value.text, where});
      } else {
        diagnostics.error("wrong-type", where, fmt::format("'{}' must be one value", option.key));
      }
    }
    return rule;
  }
  diagnostics.error("wrong-type", rule.where,
                    fmt::format("'{}' must be a level (error, warning, info, off) or settings such "
                                "as {{level: info}}",
                                entry.key));
  return rule;
}

// Which rules and settings there are is for check/ to say.
void read_check(MapReader& root, const SourceText& file, Config& config, Diagnostics& diagnostics) {
  const YamlNode* node = root.find("check");
  if (node == nullptr) return;
  MapReader check(*node, file, "check", diagnostics);
  for (const YamlNode& item : check.list("exceptions")) {
    MapReader reader(item, file, "an exception", diagnostics);
    CheckExceptionConfig exception{reader.required_text("rule"), reader.required_text("path"),
                                   reader.required_text("reason"), reader.where_map()};
    reader.finish();
    if (exception.rule.empty() || exception.path.empty() || exception.reason.empty()) continue;
    config.check.exceptions.push_back(std::move(exception));
  }
  for (const YamlNode::Entry& entry : node->entries) {
    if (entry.key == "exceptions") continue;
    config.check.rules.push_back(read_check_rule(entry, file, diagnostics));
  }
}

void read_language(MapReader& reader, Config& config, Diagnostics& diagnostics) {
  const std::string written = reader.text_or("language", config.language);
  if (const auto code = language_code(written)) {
    config.language = *code;
    if (reader.find("language") != nullptr) config.language_where = reader.where_key("language");
    return;
  }
  const auto meant = code_of_language_name(written);
  diagnostics.error("unknown-language", reader.where_key("language"),
                    fmt::format("'{}' is no language code, such as en, de or pt-BR{}", written,
                                meant ? fmt::format("; did you mean '{}'?", *meant) : ""));
}

}  // namespace

const std::vector<std::string>& public_field_names() {
  static const std::vector<std::string> kNames = {
      "title",     "id",      "summary",  "severity",     "services",  "causes",
      "tags",      "started", "detected", "acknowledged", "mitigated", "resolved",
      "detection", "trigger", "impact",   "repeats",      "related",   "links"};
  return kNames;
}

Config read_config(const SourceTree& sources, Diagnostics& diagnostics) {
  Config config;
  config.severities = default_scale();
  const SourceFile* source = sources.find("debrief.yaml");
  if (source == nullptr) return config;
  const SourceText file(source->path, source->bytes);
  const auto yaml = parse_yaml(file, 0, source->bytes.size(), diagnostics);
  if (!yaml) config.severities.clear();  // Nobody knows the scale: no label is wrong.
  if (!yaml || yaml->kind == YamlNode::Kind::null) return config;

  MapReader reader(*yaml, file, "debrief.yaml", diagnostics);
  config.title = reader.text_or("title", config.title);
  read_language(reader, config, diagnostics);
  if (const auto name = reader.text("time_zone")) {
    if (const auto zone = TimeZone::find(*name)) {
      config.time_zone = *zone;
    } else {
      diagnostics.error("unknown-time-zone", reader.where_key("time_zone"),
                        fmt::format("'{}' is no time zone of the IANA database, such as "
                                    "Europe/Berlin",
                                    *name));
    }
  }
  config.theme = reader.text_or("theme", "default");
  if (reader.find("theme") != nullptr) config.theme_where = reader.where_key("theme");
  config.severities = read_scale(reader, file, diagnostics);
  config.internal_hosts = reader.texts("internal_hosts");
  if (const YamlNode* node = reader.find("fields")) {
    read_field_aliases(*node, file, config, diagnostics);
  }
  read_views(reader, file, config, diagnostics);
  report_keys_of_views(reader, diagnostics);
  read_check(reader, file, config, diagnostics);
  reader.finish();
  return config;
}

std::string severity_key(std::string_view label) {
  std::string key;
  for (const char c : to_lower(label)) {
    if (std::string_view("-_:. ").find(c) == std::string_view::npos) key += c;
  }
  // "severity::2" of issue trackers is "sev2" of everybody else.
  if (key.starts_with("severity")) key = "sev" + key.substr(8);
  return key;
}

std::optional<std::size_t> find_severity(const std::vector<SeverityLevel>& scale,
                                         std::string_view label) {
  if (const auto level = find_label(scale, label)) return level;
  // "SEV-1 (critical)", "SEV1 - critical": the words behind it are a remark, unless they name
  // another level.
  const std::string_view text = trim(label);
  for (const std::string_view sign : {"(", "[", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": "}) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    std::string_view remark = text.substr(at + sign.size());
    if (remark.ends_with(')') || remark.ends_with(']')) remark.remove_suffix(1);
    const auto level = find_label(scale, text.substr(0, at));
    const auto other = find_label(scale, remark);
    if (level && (!other || other == level)) return level;
  }
  return std::nullopt;
}

}  // namespace debrief
