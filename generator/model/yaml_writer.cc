#include "generator/model/yaml_writer.h"

#include <fmt/format.h>

#include "generator/model/yaml_text.h"

namespace debrief {
namespace {

bool is_flow_list(const YamlNode& list) {
  constexpr std::size_t kLongest = 90;
  std::size_t length = 0;
  for (const YamlNode& item : list.items) {
    if (item.kind != YamlNode::Kind::scalar) return false;
    length += item.text.size() + 2;
  }
  return length <= kLongest;
}

std::string block(const YamlNode& value, std::size_t indent);

// What follows the colon or the dash, line end included.
std::string after_sign(const YamlNode& value, std::size_t indent) {
  switch (value.kind) {
    case YamlNode::Kind::null:
      return " ~\n";
    case YamlNode::Kind::scalar:
      return " " + yaml_text(value.text) + "\n";
    case YamlNode::Kind::list:
      if (is_flow_list(value)) {
        std::vector<std::string> texts;
        for (const YamlNode& item : value.items) texts.push_back(yaml_text(item.text));
        return fmt::format(" [{}]\n", fmt::join(texts, ", "));
      }
      break;
    case YamlNode::Kind::map:
      if (value.entries.empty()) return " {}\n";
  }
  return "\n" + block(value, indent + 2);
}

std::string block(const YamlNode& value, std::size_t indent) {
  std::string out;
  for (const YamlNode& item : value.items) {
    out += std::string(indent, ' ') + "-" + after_sign(item, indent);
  }
  for (const YamlNode::Entry& entry : value.entries) {
    out += yaml_entry(entry.key, entry.value, indent);
  }
  return out;
}

}  // namespace

std::string yaml_entry(std::string_view key, const YamlNode& value, std::size_t indent) {
  return std::string(indent, ' ') + yaml_text(key) + ":" + after_sign(value, indent);
}

YamlNode make_scalar(std::string_view text) {
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.text = text;
  return node;
}

YamlNode make_list(const std::vector<std::string>& texts) {
  YamlNode node;
  node.kind = YamlNode::Kind::list;
  for (const std::string& text : texts) node.items.push_back(make_scalar(text));
  return node;
}

}  // namespace debrief
