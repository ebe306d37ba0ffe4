#include "generator/model/map_reader.h"

#include <fmt/format.h>

#include "generator/base/suggest.h"
#include "generator/base/text.h"

namespace debrief {
namespace {

std::optional<std::string> scalar_text(const YamlNode& node, std::string_view key,
                                       const SourceText& file, Diagnostics& diagnostics) {
  if (node.kind == YamlNode::Kind::scalar) return std::string(trim(node.text));
  diagnostics.error("wrong-type", file.at(node.line, node.column),
                    fmt::format("'{}' must be a text, not a {}", key,
                                node.kind == YamlNode::Kind::list  ? "list"
                                : node.kind == YamlNode::Kind::map ? "group of keys"
                                                                   : "missing value"));
  return std::nullopt;
}

}  // namespace

std::vector<std::string> read_texts(const YamlNode& node, std::string_view key,
                                    const SourceText& file, Diagnostics& diagnostics) {
  std::vector<std::string> texts;
  if (node.kind == YamlNode::Kind::list) {
    for (const YamlNode& item : node.items) {
      auto text = scalar_text(item, key, file, diagnostics);
      if (text && !text->empty()) texts.push_back(std::move(*text));
    }
  } else if (auto text = scalar_text(node, key, file, diagnostics); text && !text->empty()) {
    texts.push_back(std::move(*text));
  }
  return texts;
}

std::optional<bool> parse_flag(std::string_view text) {
  for (const std::string_view yes : {"yes", "true", "on"}) {
    if (equal_ignoring_case(text, yes)) return true;
  }
  for (const std::string_view no : {"no", "false", "off"}) {
    if (equal_ignoring_case(text, no)) return false;
  }
  return std::nullopt;
}

MapReader::MapReader(const YamlNode& node, const SourceText& file, std::string what,
                     Diagnostics& diagnostics)
    : node_(node), file_(file), what_(std::move(what)), diagnostics_(diagnostics) {
  if (node.kind != YamlNode::Kind::map) {
    diagnostics.error("wrong-type", where(node),
                      fmt::format("{} must be written as 'key: value' lines", what_));
  }
}

const YamlNode* MapReader::find(std::string_view key) {
  known_.emplace(key);
  const YamlNode* node = node_.find(key);
  return node == nullptr || node->kind == YamlNode::Kind::null ? nullptr : node;
}

bool MapReader::is_empty(std::string_view key) {
  known_.emplace(key);
  const YamlNode* node = node_.find(key);
  return node != nullptr && node->kind == YamlNode::Kind::null;
}

std::optional<std::string> MapReader::text(std::string_view key) {
  const YamlNode* node = find(key);
  return node == nullptr ? std::nullopt : scalar_text(*node, key, file_, diagnostics_);
}

std::string MapReader::text_or(std::string_view key, std::string_view fallback) {
  const auto value = text(key);
  return value && !value->empty() ? *value : std::string(fallback);
}

std::string MapReader::required_text(std::string_view key) {
  const YamlNode* node = find(key);
  if (node == nullptr || (node->kind == YamlNode::Kind::scalar && trim(node->text).empty())) {
    if (node_.kind == YamlNode::Kind::map) {
      diagnostics_.error("missing-key", where(node_), fmt::format("{} needs '{}'", what_, key));
    }
    return "";
  }
  return scalar_text(*node, key, file_, diagnostics_).value_or("");
}

std::vector<std::string> MapReader::texts(std::string_view key) {
  const YamlNode* node = find(key);
  return node == nullptr ? std::vector<std::string>() : read_texts(*node, key, file_, diagnostics_);
}

std::optional<bool> MapReader::flag(std::string_view key) {
  const YamlNode* node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto value =
      node->kind == YamlNode::Kind::scalar ? parse_flag(node->text) : std::optional<bool>();
  if (!value) {
    diagnostics_.error("wrong-type", where(*node), fmt::format("'{}' must be yes or no", key));
  }
  return value;
}

const std::vector<YamlNode>& MapReader::list(std::string_view key) {
  static const std::vector<YamlNode> kNone;
  const YamlNode* node = find(key);
  if (node == nullptr) return kNone;
  if (node->kind != YamlNode::Kind::list) {
    diagnostics_.error("wrong-type", where(*node), fmt::format("'{}' must be a list", key));
  }
  return node->items;
}

SourceLocation MapReader::where_key(std::string_view key) const {
  for (const YamlNode::Entry& entry : node_.entries) {
    if (entry.key == key) return file_.at(entry.line, entry.column);
  }
  return where(node_);
}

void MapReader::finish(Level level) {
  const std::vector<std::string> known(known_.begin(), known_.end());
  for (const YamlNode::Entry& entry : node_.entries) {
    if (known_.contains(entry.key)) continue;
    diagnostics_.add(
        {level, file_.at(entry.line, entry.column), "unknown-key",
         fmt::format("{} has no key '{}'{}", what_, entry.key, did_you_mean(entry.key, known))});
  }
}

}  // namespace debrief
