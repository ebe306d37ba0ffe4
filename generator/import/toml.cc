#include "generator/import/toml.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "generator/base/text.h"

namespace debrief {
namespace {

template <typename T>
std::string written(const T& value) {
  std::ostringstream stream;
  stream << value;
  return stream.str();
}

class TreeMaker {
 public:
  TreeMaker(const SourceText& file, int first_line) : file_(file), first_line_(first_line) {}

  SourceLocation location(const toml::source_position& at) const {
    const int line = first_line_ + std::max(static_cast<int>(at.line), 1) - 1;
    // The library counts bytes or characters depending on the encoding; the line alone is sure.
    return file_.at(line, std::max(static_cast<int>(at.column), 1));
  }

  YamlNode make(const toml::node& from) const {
    YamlNode node;
    const SourceLocation where = location(from.source().begin);
    node.line = where.line;
    node.column = where.column;
    if (const auto* table = from.as_table()) {
      node.kind = YamlNode::Kind::map;
      for (const auto& [key, value] : *table) {
        const SourceLocation key_at = location(key.source().begin);
        node.entries.push_back({std::string(key.str()), key_at.line, key_at.column, make(value)});
      }
      // The library sorts by key; people think in the order they wrote.
      std::ranges::stable_sort(node.entries, [](const auto& a, const auto& b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
      });
    } else if (const auto* array = from.as_array()) {
      node.kind = YamlNode::Kind::list;
      for (const toml::node& item : *array) node.items.push_back(make(item));
    } else {
      node.kind = YamlNode::Kind::scalar;
      node.text = text_of(from, node.quoted);
    }
    return node;
  }

 private:
  static std::string text_of(const toml::node& from, bool& quoted) {
    if (const auto* text = from.as_string()) {
      quoted = true;
      return text->get();
    }
    if (const auto* flag = from.as_boolean()) return flag->get() ? "true" : "false";
    if (const auto* number = from.as_integer()) return std::to_string(number->get());
    if (const auto* number = from.as_floating_point()) return fmt::format("{}", number->get());
    if (const auto* date = from.as_date()) return written(date->get());
    if (const auto* time = from.as_time()) return written(time->get());
    if (const auto* both = from.as_date_time()) return written(both->get());
    return "";
  }

  const SourceText& file_;
  const int first_line_;
};

}  // namespace

std::optional<YamlNode> parse_toml(const SourceText& file, std::size_t offset, std::size_t length,
                                   Diagnostics& diagnostics) {
  const TreeMaker maker(file, file.at_offset(offset).line);
  try {
    return maker.make(toml::parse(file.bytes().substr(offset, length)));
  } catch (const toml::parse_error& error) {
    diagnostics.error("toml-syntax", maker.location(error.source().begin),
                      fmt::format("this is not valid TOML: {}", error.description()));
    return std::nullopt;
  }
}

}  // namespace debrief
