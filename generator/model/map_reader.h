// Reads the entries of a YAML map into typed values, and finds what nobody asked for.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"
#include "generator/base/timestamp.h"
#include "generator/model/yaml.h"

namespace debrief {

// A value of the wrong type is reported as an error and reads as absent. Call finish() last.
class MapReader {
 public:
  // `what` names the map in messages: "a service". `node` must outlive the reader; one that
  // is not a map is reported here and reads as empty.
  MapReader(const YamlNode& node, const SourceText& file, std::string what,
            Diagnostics& diagnostics);

  // Null if absent or empty. Marks the key as known, as all readers do.
  const YamlNode* find(std::string_view key);

  // Whether the key is there with nothing behind it, or with a comment only.
  bool is_empty(std::string_view key);

  std::optional<std::string> text(std::string_view key);
  // `fallback` also for an empty text.
  std::string text_or(std::string_view key, std::string_view fallback);
  // One text where the entry must be; reported if it is missing or empty.
  std::string required_text(std::string_view key);
  // One text, or a list of texts; empty ones are left out.
  std::vector<std::string> texts(std::string_view key);
  std::optional<bool> flag(std::string_view key);  // yes no true false on off
  const std::vector<YamlNode>& list(std::string_view key);

  SourceLocation where(const YamlNode& node) const { return file_.at(node.line, node.column); }
  SourceLocation where_map() const { return where(node_); }
  SourceLocation where_key(std::string_view key) const;

  // The keys that were asked for so far.
  const std::set<std::string, std::less<>>& asked_for() const { return known_; }

  // Reports each key that was not read as unknown, with the nearest known one.
  void finish(Level level = Level::error);

 private:
  const YamlNode& node_;
  const SourceText& file_;
  std::string what_;
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> known_;
};

// The texts of a list, or of a single scalar, without empty ones; what is neither is reported.
std::vector<std::string> read_texts(const YamlNode& node, std::string_view key,
                                    const SourceText& file, Diagnostics& diagnostics);
std::optional<bool> parse_flag(std::string_view text);

}  // namespace debrief
