#include "tests/property/container_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "generator/base/text.h"

namespace debrief {
namespace {

constexpr std::array<std::pair<Container, std::string_view>, 19> kNames = {{
    {Container::heading2, "heading 2"},
    {Container::heading3, "heading 3"},
    {Container::heading4, "heading 4"},
    {Container::heading5, "heading 5"},
    {Container::heading6, "heading 6"},
    {Container::bullet_item, "bullet item"},
    {Container::ordered_item, "ordered item"},
    {Container::task_item, "task item"},
    {Container::block_quote, "block quote"},
    {Container::head_cell, "head cell"},
    {Container::body_cell, "body cell"},
    {Container::footnote, "footnote"},
    {Container::code_block, "code block"},
    {Container::emphasis, "emphasis"},
    {Container::strong, "strong"},
    {Container::strikethrough, "strikethrough"},
    {Container::link, "link text"},
    {Container::image, "alternative text"},
    {Container::code_span, "code span"},
}};

// Puts `first` before the first line and `rest` before the others, empty ones excepted.
std::string with_prefix(std::string_view text, std::string_view first, std::string_view rest) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    if (!out.empty()) out += '\n';
    const std::string_view prefix = out.empty() ? first : rest;
    out += line.empty() ? trim(prefix) : prefix;
    out += line;
  }
  return out;
}

class Writer {
 public:
  Writer(const Chain& chain, const Filling& filling) : chain_(chain), filling_(filling) {}

  std::string content(std::size_t level) const {
    const auto& [before, after] = filling_.words[level];
    if (level == chain_.size()) return fmt::format("{} {} {}", before, filling_.slot, after);
    std::string child = wrap(level, content(level + 1));
    if (!is_block(chain_[level])) return fmt::format("{} {} {}", before, child, after);
    if (level == filling_.marked) {
      child = fmt::format("{}\n\n{}\n\n{}", filling_.open, child, filling_.close);
    }
    const std::string reference =
        chain_[level] == Container::footnote ? fmt::format("[^{}]", label(level)) : "";
    return fmt::format("{}{}\n\n{}\n\n{}", before, reference, child, after);
  }

 private:
  std::string label(std::size_t level) const {
    return filling_.label + static_cast<char>('a' + level);
  }

  std::string wrap(std::size_t level, const std::string& text) const {
    const bool odd = level % 2 == 1;  // Markup of a kind inside itself needs another spelling.
    switch (chain_[level]) {
      case Container::heading2:
        // At this level the public reads sections by name only; what stands behind the dash and has
        // a digit is a remark.
        return "## Impact - " + text;
      case Container::heading3:
        return "### " + text;
      case Container::heading4:
        return "#### " + text;
      case Container::heading5:
        return "##### " + text;
      case Container::heading6:
        return "###### " + text;
      case Container::bullet_item:
        return with_prefix(text, "- ", "  ");
      case Container::ordered_item:
        return with_prefix(text, "1. ", "   ");
      case Container::task_item:
        return with_prefix(text, "- [ ] ", "  ");
      case Container::block_quote:
        return with_prefix(text, "> ", "> ");
      case Container::head_cell:
        return fmt::format("| {} | column |\n|---|---|\n| cell | cell |", text);
      case Container::body_cell:
        return fmt::format("| column | column |\n|---|---|\n| {} | cell |", text);
      case Container::footnote:
        return with_prefix(text, fmt::format("[^{}]: ", label(level)), "    ");
      case Container::code_block:
        return fmt::format("```{}\n{}\n```", filling_.info, text);
      case Container::emphasis:
        return odd ? fmt::format("_{}_", text) : fmt::format("*{}*", text);
      case Container::strong:
        return odd ? fmt::format("__{}__", text) : fmt::format("**{}**", text);
      case Container::strikethrough:
        return fmt::format("~~{}~~", text);
      case Container::link:
        return fmt::format("[{}](https://public.example/page)", text);
      case Container::image:
        return fmt::format("![{}](picture.png)", text);
      case Container::code_span:
        return text.find('`') == std::string::npos ? fmt::format("`{}`", text)
                                                   : fmt::format("``` {} ```", text);
    }
    return text;
  }

  const Chain& chain_;
  const Filling& filling_;
};

// Finds the chain of containers around a word.
class Search {
 public:
  explicit Search(std::string_view word) : word_(word) {}

  void look(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) look(node, nullptr, 0);
  }

  // Absent if it stands nowhere or more than once.
  std::optional<Chain> take() const {
    return found_.size() == 1 ? std::optional(found_.front()) : std::nullopt;
  }

 private:
  void look(const Node& node, const Node* parent, std::size_t place) {
    const std::optional<Container> container = container_of(node, parent, place);
    if (container) path_.push_back(*container);
    if (node.text.find(word_) != std::string::npos) found_.push_back(path_);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      // Of a cell it is the row that tells what it is.
      look(node.children[i], &node, node.kind == NodeKind::table_row ? place : i);
    }
    if (container) path_.pop_back();
  }

  static std::optional<Container> container_of(const Node& node, const Node* parent,
                                               std::size_t place) {
    switch (node.kind) {
      case NodeKind::heading:
        if (node.level == 1) return std::nullopt;
        return static_cast<Container>(static_cast<int>(Container::heading2) + node.level - 2);
      case NodeKind::block_quote:
        return Container::block_quote;
      case NodeKind::list_item:
        if (node.task != Task::none) return Container::task_item;
        return parent != nullptr && parent->ordered ? Container::ordered_item
                                                    : Container::bullet_item;
      case NodeKind::code_block:
        return Container::code_block;
      case NodeKind::table_cell:
        return place == 0 ? Container::head_cell : Container::body_cell;
      case NodeKind::footnote_definition:
        return Container::footnote;
      case NodeKind::code:
        return Container::code_span;
      case NodeKind::emphasis:
        return Container::emphasis;
      case NodeKind::strong:
        return Container::strong;
      case NodeKind::strikethrough:
        return Container::strikethrough;
      case NodeKind::link:
        return Container::link;
      case NodeKind::image:
        return Container::image;
      default:
        return std::nullopt;
    }
  }

  std::string_view word_;
  Chain path_;
  std::vector<Chain> found_;
};

// The containers inside which the words of a level are found.
Chain around(const Chain& chain, std::size_t level) {
  const auto end = chain.begin() + static_cast<std::ptrdiff_t>(level);
  const auto note = std::find(std::make_reverse_iterator(end), chain.rend(), Container::footnote);
  return {note == chain.rend() ? chain.begin() : note.base() - 1, end};
}

bool is_middle(Container container) {
  return container == Container::heading4 || container == Container::heading5;
}

}  // namespace

bool is_block(Container container) {
  return container < Container::emphasis;
}

bool is_heading(Container container) {
  return container <= Container::heading6;
}

bool is_code(Container container) {
  return container == Container::code_block || container == Container::code_span;
}

std::string name_of(const Chain& chain) {
  if (chain.empty()) return "paragraph";
  std::string name;
  for (const Container container : chain) {
    if (!name.empty()) name += " > ";
    name += kNames[static_cast<std::size_t>(container)].second;
  }
  return name;
}

std::vector<Chain> all_chains(std::size_t depth) {
  std::vector<Chain> chains = {{}};
  for (std::size_t at = 0; at < chains.size(); ++at) {
    if (chains[at].size() == depth) continue;
    for (const auto& [container, name] : kNames) {
      Chain longer = chains[at];
      longer.push_back(container);
      if (longer.size() < 3 || std::ranges::none_of(longer, is_middle)) {
        chains.push_back(std::move(longer));
      }
    }
  }
  return chains;
}

std::string to_markdown(const Chain& chain, const Filling& filling) {
  return Writer(chain, filling).content(0);
}

bool stands_as_intended(const Chain& chain, const Filling& filling, const std::vector<Node>& blocks,
                        const std::vector<Node>& footnotes) {
  for (std::size_t level = 0; level < filling.words.size(); ++level) {
    for (const std::string* word : {&filling.words[level].before, &filling.words[level].after}) {
      Search search(*word);
      search.look(blocks);
      search.look(footnotes);
      if (search.take() != around(chain, level)) return false;
    }
  }
  return true;
}

}  // namespace debrief
