#include "generator/extract/labelled_value.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/loose_date.h"
#include "generator/extract/text_line.h"
#include "generator/markdown/inline_text.h"

namespace debrief {
namespace {

constexpr std::size_t kMaxWords = 5;
// Five long words; keeps the look at each line short.
constexpr std::size_t kMaxLabel = 80;

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_emphasis(const Node& node) {
  return node.kind == NodeKind::strong || node.kind == NodeKind::emphasis;
}

// "2 pm", "15 Feb", "14h30".
bool is_time_or_day(const std::string& label) {
  static const std::optional<Timestamp> kAnyDay = parse_timestamp("2000-01-01");
  if (parse_loose_day(label, kAnyDay)) return true;
  const std::size_t digits = label.find_first_not_of("0123456789.:");
  if (digits == 0 || digits == std::string::npos) return digits != 0;
  const std::string_view rest = trim(std::string_view(label).substr(digits));
  return rest == "am" || rest == "pm" || rest == "h" || rest == "utc" ||
         (label[digits] == 'h' &&
          rest.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

// The label as compared, or nothing if it is part of a sentence, a time or a placeholder.
std::optional<std::string> as_label(std::string_view text) {
  if (text.size() > kMaxLabel) return std::nullopt;
  std::string label = to_lower(collapse_spaces(text));
  while (!label.empty() && (label.back() == ':' || label.back() == ' ')) label.pop_back();
  if (label.empty() || std::ranges::none_of(label, is_letter_byte)) return std::nullopt;
  if (split(label, ' ').size() > kMaxWords) return std::nullopt;
  if (label.find_first_of("?!,\"") != std::string::npos || label.ends_with('.') ||
      std::string_view("([\"'").find(label.front()) != std::string_view::npos) {
    return std::nullopt;
  }
  for (const std::string_view end : {". ", "; ", ": ", "“", "://"}) {
    if (label.find(end) != std::string::npos) return std::nullopt;
  }
  if (is_time_or_day(label)) return std::nullopt;
  return label;
}

std::vector<Node> cut_trimmed(const std::vector<Node>& text, const std::string& plain,
                              std::size_t begin, std::size_t end) {
  while (begin < end && (plain[begin] == ' ' || plain[begin] == '\n')) ++begin;
  while (end > begin && (plain[end - 1] == ' ' || plain[end - 1] == '\n')) --end;
  return cut_inline(text, begin, end);
}

struct Pair {
  std::string label;
  std::vector<Node> value;
  bool bold = false;
};

// Where the value begins behind a label that ends at `at`.
std::optional<std::size_t> behind_sign(std::string_view plain, std::size_t at, bool dash_counts) {
  const std::size_t sign = std::min(plain.find_first_not_of(" \n", at), plain.size());
  const std::string_view rest = plain.substr(sign);
  if (rest.starts_with(':')) return sign + 1;
  if (!dash_counts || sign == at) return std::nullopt;
  for (const std::string_view dash : {"- ", "– ", "— "}) {
    if (rest.starts_with(dash)) return sign + dash.size();
  }
  return std::nullopt;
}

// "**Severity:** SEV2", "_Severity_: SEV2", "Severity: SEV2", and "Severity:" with an empty value.
std::optional<Pair> read_pair(const std::vector<Node>& text) {
  if (text.empty()) return std::nullopt;
  const std::string plain = plain_text(text);
  std::size_t value = 0;
  std::size_t label_end = 0;
  bool bold = false;
  if (is_emphasis(text.front())) {
    const std::string inside = plain_text(text.front());
    bold = text.front().kind == NodeKind::strong;
    if (trim(inside).ends_with(':')) {
      label_end = value = inside.size();
    } else if (const auto behind = behind_sign(plain, inside.size(), bold)) {
      label_end = inside.size();
      value = *behind;
    }
  }
  if (label_end == 0) {
    bold = false;
    label_end = std::string_view(plain).substr(0, kMaxLabel + 1).find(':');
    if (label_end == std::string::npos) return std::nullopt;
    value = label_end + 1;
    // "14:32", "https://", "severity::2" are no labels; neither is what stands before them.
    const bool ends = value >= plain.size() || plain[value] == ' ' || plain[value] == '\n' ||
                      std::string_view(plain).substr(value).starts_with("\xC2\xA0");
    if (!ends) return std::nullopt;
  }
  auto label = as_label(std::string_view(plain).substr(0, label_end));
  if (!label) return std::nullopt;
  return Pair{std::move(*label), cut_trimmed(text, plain, value, plain.size()), bold};
}

bool is_label_in_bold(const std::vector<Node>& text, std::size_t i) {
  if (text[i].kind != NodeKind::strong) return false;
  if (trim(plain_text(text[i])).ends_with(':')) return true;
  return i + 1 < text.size() && trim(plain_text(text[i + 1])).starts_with(':');
}

// "**Date:** 15 March · **Severity:** SEV2" is two pairs, if a sign stands between them.
std::vector<std::vector<Node>> cut_at_bold_labels(const std::vector<Node>& text) {
  std::vector<std::vector<Node>> parts(1);
  const bool begins_bold = !text.empty() && is_label_in_bold(text, 0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_bold && i > 0 && is_label_in_bold(text, i)) {
      const std::string before = plain_text(parts.back());
      const std::string_view end = trim(before);
      for (const std::string_view sign : {"|", "·", "•", ";", ",", "–", "—", "/"}) {
        if (!end.ends_with(sign)) continue;
        parts.back() = cut_trimmed(
            parts.back(), before, 0,
            static_cast<std::size_t>(end.data() - before.data()) + end.size() - sign.size());
        parts.emplace_back();
        break;
      }
    }
    parts.back().push_back(text[i]);
  }
  return parts;
}

bool is_heading_row(std::string_view first, std::string_view second) {
  constexpr std::array<std::string_view, 12> kFirst = {
      "field",     "key",   "item",    "stat",     "stats", "metric",
      "attribute", "label", "element", "property", "fact",  "question"};
  constexpr std::array<std::string_view, 17> kSecond = {
      "value",  "values", "detail", "details",       "description", "data",
      "info",   "answer", "event",  "what happened", "information", "what",
      "result", "owner",  "action", "notes",         "status"};
  return std::ranges::find(kFirst, to_lower(trim(first))) != kFirst.end() ||
         std::ranges::find(kSecond, to_lower(trim(second))) != kSecond.end();
}

class Reader {
 public:
  void read(const Outline& body) {
    read_blocks(body.intro, false);
    for (const Section& section : body.sections) read_section(section, false);
  }

  std::vector<LabelledValue> take() { return std::move(values_); }

 private:
  // A label that waits for what stands below it.
  struct Open {
    Pair pair;
    int line = 0;
    bool internal = false;
  };

  void read_section(const Section& section, bool internal) {
    internal = internal || section.heading.internal;
    section_ = section.kind;
    if (section_.empty()) section_ = to_lower(collapse_spaces(plain_text(section.heading)));
    read_blocks(section.blocks, internal);
    for (const Section& child : section.sections) read_section(child, internal);
  }

  void read_blocks(const std::vector<Node>& blocks, bool internal) {
    std::optional<Open> open;
    for (const Node& block : blocks) {
      const bool hidden = internal || block.internal;
      const std::optional<Open> above = std::exchange(open, std::nullopt);
      if (block.kind == NodeKind::paragraph) {
        open = read_paragraph(text_lines({block}, internal), above);
      } else if (block.kind == NodeKind::list) {
        const std::vector<TextLine> items = text_lines({block}, internal);
        if (above) add_joined(*above, items);
        for (const TextLine& item : items) read_item(item);
      } else if (block.kind == NodeKind::table) {
        read_table(block, hidden);
      } else if (block.kind == NodeKind::block_quote) {
        read_blocks(block.children, hidden);
      }
    }
  }

  // Gives the label that its last line left open.
  std::optional<Open> read_paragraph(const std::vector<TextLine>& lines,
                                     const std::optional<Open>& above) {
    std::optional<Open> open;
    if (above && above->pair.bold) open = above;
    for (const TextLine& line : lines) {
      const std::optional<Open> label = std::exchange(open, std::nullopt);
      open = read_line(line.text, line.line, line.internal);
      const bool is_pair = open || (!values_.empty() && values_.back().line == line.line);
      if (label && !is_pair) add(*label, line.text, line.internal);
    }
    return open;
  }

  void read_item(const TextLine& item) {
    const std::optional<Open> open = read_line(item.text, item.line, item.internal);
    if (open && !item.nested.empty()) add_joined(*open, item.nested);
    read_blocks(item.below, item.internal);
  }

  std::optional<Open> read_line(const std::vector<Node>& text, int line, bool internal) {
    std::optional<Open> open;
    for (const std::vector<Node>& part : cut_at_bold_labels(text)) {
      auto pair = read_pair(part);
      if (!pair) continue;
      open = Open{std::move(*pair), line, internal};
      if (!open->pair.value.empty()) {
        std::vector<Node> value = std::move(open->pair.value);
        add(*open, std::move(value), internal);
        open.reset();
      }
    }
    return open;
  }

  void read_table(const Node& table, bool internal) {
    for (std::size_t i = 0; i < table.children.size(); ++i) {
      const Node& row = table.children[i];
      if (row.children.size() != 2) return;
      const std::string first = plain_text(row.children[0].children);
      const std::string second = plain_text(row.children[1].children);
      if (i == 0 && is_heading_row(first, second)) continue;
      auto label = as_label(first);
      if (!label || trim(second).empty()) continue;
      const Open open{{std::move(*label), {}, false}, row.line, internal || row.internal};
      add(open, row.children[1].children, open.internal);
    }
  }

  // What is hidden in a list stays so where the list is one line.
  void add_joined(const Open& open, const std::vector<TextLine>& items) {
    std::vector<Node> joined;
    for (const TextLine& item : items) {
      if (item.text.empty()) continue;
      const bool hidden = item.internal && !open.internal;
      if (!joined.empty()) {
        Node comma;
        comma.line = item.line;
        comma.text = ", ";
        comma.internal = hidden;
        joined.push_back(std::move(comma));
      }
      for (const Node& node : item.text) {
        joined.push_back(node);
        joined.back().internal = node.internal || hidden;
      }
    }
    add(open, std::move(joined), open.internal);
  }

  void add(const Open& open, std::vector<Node> value, bool internal) {
    if (value.empty()) return;
    values_.push_back(
        {open.pair.label, std::move(value), section_, open.line, open.internal || internal});
  }

  std::string section_;
  std::vector<LabelledValue> values_;
};

}  // namespace

std::vector<LabelledValue> labelled_values(const Outline& body) {
  Reader reader;
  reader.read(body);
  return reader.take();
}

}  // namespace debrief
