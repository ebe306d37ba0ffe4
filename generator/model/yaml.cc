#include "generator/model/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "generator/base/text.h"

namespace debrief {
namespace {

constexpr std::size_t kMaxNesting = 20;
constexpr std::size_t kMaxKeys = 1000;  // of one map

// Thrown at the first refused construct, to leave the parser; already reported.
struct Refused {};

// Builds the tree from the parser's events; the node interface of the library loses duplicate
// keys, tags and anchors before anybody could object.
class TreeHandler : public YAML::EventHandler {
 public:
  TreeHandler(const SourceText& file, int first_line, Diagnostics& diagnostics)
      : file_(file), first_line_(first_line), diagnostics_(diagnostics) {}

  YamlNode take() { return std::move(root_); }
  SourceLocation start() const { return location(start_); }

  SourceLocation location(const YAML::Mark& mark) const {
    // The library counts bytes; people count characters.
    const int line = first_line_ + std::max(mark.line, 0);
    const auto bytes = static_cast<std::size_t>(std::max(mark.column, 0));
    const std::size_t characters = count_characters(file_.line(line).substr(0, bytes));
    return file_.at(line, static_cast<int>(characters) + 1);
  }

  void OnDocumentStart(const YAML::Mark& mark) override { start_ = mark; }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check(mark, "", anchor);
    add(node_at(mark, YamlNode::Kind::null));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "yaml-alias", "YAML aliases (*name) are not allowed; write the value again");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check(mark, tag, anchor);
    YamlNode node = node_at(mark, YamlNode::Kind::scalar);
    node.text = value;
    node.quoted = tag == "!";
    if (!node.quoted) {
      if (value == "~" || value == "null") node.kind = YamlNode::Kind::null;
      warn_about_lost_comment(mark, node);
    }
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::list);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key;  // of a map: read, its value not yet
  };

  [[noreturn]] void refuse(const YAML::Mark& mark, std::string id, std::string message) {
    diagnostics_.error(std::move(id), location(mark), std::move(message));
    throw Refused{};
  }

  void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) {
      refuse(mark, "yaml-alias", "YAML anchors (&name) are not allowed; write the value again");
    }
    if (!tag.empty() && tag != "?" && tag != "!") {
      refuse(mark, "yaml-tag", "YAML tags (!name) are not allowed");
    }
  }

  YamlNode node_at(const YAML::Mark& mark, YamlNode::Kind kind) const {
    const SourceLocation where = location(mark);
    YamlNode node;
    node.kind = kind;
    node.line = where.line;
    node.column = where.column;
    return node;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YamlNode::Kind kind) {
    check(mark, tag, anchor);
    if (open_.size() >= kMaxNesting) {
      refuse(mark, "yaml-nesting", fmt::format("nested more than {} levels deep", kMaxNesting));
    }
    open_.push_back({node_at(mark, kind), std::nullopt});
  }

  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (Open& parent = open_.back(); parent.node.kind == YamlNode::Kind::list) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      take_key(parent, std::move(node));
    } else {
      parent.node.entries.push_back(
          {parent.key->text, parent.key->line, parent.key->column, std::move(node)});
      parent.key.reset();
    }
  }

  void take_key(Open& parent, YamlNode key) {
    const SourceLocation where = file_.at(key.line, key.column);
    if (key.kind != YamlNode::Kind::scalar) {
      diagnostics_.error("yaml-key", where, "a key must be a word");
      throw Refused{};
    }
    if (key.text == "<<") {
      diagnostics_.error("yaml-alias", where, "YAML merge keys (<<) are not allowed");
      throw Refused{};
    }
    const auto earlier = std::ranges::find(parent.node.entries, key.text, &YamlNode::Entry::key);
    if (earlier != parent.node.entries.end()) {
      diagnostics_.error("duplicate-key", where,
                         fmt::format("'{}' is already given in line {}; keep one of the two",
                                     key.text, earlier->line));
      throw Refused{};
    }
    if (parent.node.entries.size() >= kMaxKeys) {
      diagnostics_.error("yaml-nesting", where,
                         fmt::format("more than {} keys in one group", kMaxKeys));
      throw Refused{};
    }
    parent.key = std::move(key);
  }

  // "title: Fix #42 leak" is, for YAML, the title "Fix". Nobody who writes it means that.
  void warn_about_lost_comment(const YAML::Mark& mark, const YamlNode& node) {
    const std::string_view line = file_.line(node.line);
    const auto value_at = static_cast<std::size_t>(std::max(mark.column, 0));
    if (value_at > line.size() || !line.substr(value_at).starts_with(node.text)) return;
    const std::string_view rest = line.substr(value_at + node.text.size());
    const std::size_t hash = rest.find_first_not_of(" \t");
    if (hash == std::string_view::npos || hash == 0 || rest[hash] != '#') return;
    if (hash + 1 < rest.size() && rest[hash + 1] == ' ')
      return;  // Looks like a comment, and is one.
    diagnostics_.warning(
        "yaml-comment", file_.at(node.line, node.column),
        fmt::format("YAML reads '{}' as a comment and drops it; put the value into quotes",
                    trim(rest)));
  }

  const SourceText& file_;
  const int first_line_;
  Diagnostics& diagnostics_;
  std::vector<Open> open_;
  YamlNode root_;
  YAML::Mark start_;
};

// The library's words for the mistakes that people make most, as a way out of them.
std::string explain(const std::string& message) {
  if (message == "illegal map value") {
    return "a value with ': ' in it must stand in quotes, and lines are indented by spaces alone";
  }
  if (message == "illegal EOF in scalar") return "a quote is opened and never closed";
  if (message == "unknown token") {
    return "a value that starts with @, ` or % must stand in quotes";
  }
  if (message == "the referenced anchor is not defined") {
    return "a value that starts with * must stand in quotes";
  }
  return message;
}

std::string_view first_lines(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  while (count-- > 0 && end < text.size())
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  return text.substr(0, end);
}

// Whether `text` ends inside braces or brackets in which "key: #1f5fa8" has become a comment, and
// the closing brace behind it as well.
bool ends_behind_lost_colour(std::string_view text) {
  std::size_t depth = 0;
  bool lost = false;
  char before = '\n';  // the last character of the line that is no blank
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool begins_value =
        std::string_view("\n:-").find(before) != std::string_view::npos ||
        (depth > 0 && std::string_view("{[,").find(before) != std::string_view::npos);
    if (c == ' ' || c == '\t' || c == '\r') continue;
    if (c == '#' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t')) {
      if (depth > 0 && before == ':') lost = true;
      at = std::min(text.find('\n', at), text.size()) - 1;
      continue;
    }
    if ((c == '"' || c == '\'') && begins_value) {
      at = std::min(text.find(c, at + 1), text.size());
    } else if ((c == '{' || c == '[') && begins_value) {
      ++depth;
    } else if ((c == '}' || c == ']') && depth > 0 && --depth == 0) {
      lost = false;
    }
    before = c;
  }
  return depth > 0 && lost;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto found = std::ranges::find(entries, key, &Entry::key);
  return found == entries.end() ? nullptr : &found->value;
}

std::optional<YamlNode> parse_yaml(const SourceText& file, std::size_t offset, std::size_t length,
                                   Diagnostics& diagnostics) {
  const std::string_view text = file.bytes().substr(offset, length);
  // The library takes one of them for the end of the text and drops what follows.
  const auto control = std::ranges::find_if(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
  });
  if (control != text.end()) {
    diagnostics.error("yaml-syntax",
                      file.at_offset(offset + static_cast<std::size_t>(control - text.begin())),
                      "a control character; remove it");
    return std::nullopt;
  }
  const int first_line = file.at_offset(offset).line;
  TreeHandler handler(file, first_line, diagnostics);
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(handler);
    YamlNode root = handler.take();
    // Asked once more and no further: there are texts (",") for which the library never stops
    // finding documents.
    TreeHandler rest(file, first_line, diagnostics);
    if (parser.HandleNextDocument(rest)) {
      diagnostics.error("yaml-documents", rest.start(),
                        "more than one YAML document; keep one, without --- or ... inside");
      return std::nullopt;
    }
    return root;
  } catch (const Refused&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    const SourceLocation where = handler.location(error.mark);
    const auto lines = static_cast<std::size_t>(std::max(where.line - first_line, 0));
    const std::size_t fault =
        first_lines(text, lines).size() + static_cast<std::size_t>(std::max(error.mark.column, 0));
    const bool lost_colour = ends_behind_lost_colour(text.substr(0, fault)) ||
                             ends_behind_lost_colour(first_lines(text, lines + 1));
    diagnostics.error(
        "yaml-syntax", where,
        fmt::format("this is not valid YAML: {}{}", explain(error.msg),
                    lost_colour
                        ? "; a colour that begins with # is a comment unless it stands in quotes"
                        : ""));
    return std::nullopt;
  }
}

}  // namespace debrief
