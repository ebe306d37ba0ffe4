#include "generator/import/source_front_matter.h"

#include <string_view>

#include "generator/import/toml.h"
#include "generator/model/front_matter.h"

namespace debrief {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_trailing_space(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  return last == std::string_view::npos ? "" : line.substr(0, last + 1);
}

// Between the first line, which is "+++", and the next such line.
std::optional<FrontMatter> split_toml(const SourceText& file, Diagnostics& diagnostics) {
  const std::string_view bytes = file.bytes();
  const auto next_line = [bytes](std::size_t at) {
    const std::size_t end = bytes.find('\n', at);
    return end == std::string_view::npos ? bytes.size() : end + 1;
  };
  const std::size_t first = next_line(0);
  for (std::size_t at = first; at < bytes.size();) {
    const std::size_t next = next_line(at);
    std::string_view line = bytes.substr(at, next - at);
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (without_trailing_space(line) == "+++") return FrontMatter{first, at - first, next};
    at = next;
  }
  diagnostics.error("front-matter-not-closed", file.at(1),
                    "the front matter does not end; put a line +++ after it");
  return std::nullopt;
}

}  // namespace

std::optional<SourceFrontMatter> read_source_front_matter(const SourceText& file,
                                                          Diagnostics& diagnostics) {
  const std::string_view first = without_trailing_space(file.line(1));
  SourceFrontMatter result;
  result.values.kind = YamlNode::Kind::map;
  if (first != "---" && first != "+++") {
    result.body_offset = file.bytes().starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    return result;
  }
  const bool is_toml = first == "+++";
  const auto place =
      is_toml ? split_toml(file, diagnostics) : split_front_matter(file, diagnostics);
  if (!place) return std::nullopt;
  result.body_offset = place->body_offset;
  const auto values = is_toml
                          ? parse_toml(file, place->yaml_offset, place->yaml_length, diagnostics)
                          : parse_yaml(file, place->yaml_offset, place->yaml_length, diagnostics);
  if (!values) return std::nullopt;
  if (values->kind == YamlNode::Kind::map) {
    result.values = *values;
  } else if (values->kind != YamlNode::Kind::null) {
    diagnostics.error("wrong-type", file.at(1),
                      "what stands between the two lines of --- is no front matter, which is "
                      "'key: value' lines; remove it, or put an empty line before the first ---");
    return std::nullopt;
  }
  return result;
}

}  // namespace debrief
