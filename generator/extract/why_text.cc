#include "generator/extract/why_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/markdown/inline_text.h"

namespace debrief {
namespace {

enum class Label { none, why, question, answer, action, root_cause };

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_space(char c) {
  return c == ' ' || c == '\n';
}

bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The bytes of plain_text(), with code blacked out: an arrow in code is no arrow.
void append_scanned(const std::vector<Node>& nodes, std::string& out) {
  for (const Node& node : nodes) {
    if (node.kind == NodeKind::code) {
      out.append(node.text.size(), 'x');
    } else if (node.children.empty()) {
      out += plain_text(node);
      if (node.kind == NodeKind::line_break) out += '\n';
    } else {
      append_scanned(node.children, out);
    }
  }
}

Range trimmed(std::string_view text, Range range) {
  while (range.begin < range.end && is_space(text[range.begin])) ++range.begin;
  while (range.end > range.begin && is_space(text[range.end - 1])) --range.end;
  return range;
}

// The length of the arrow that stands at `at`, or 0. One made of signs has a space at a side, so
// that "a->b" is none.
std::size_t arrow_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  for (const std::string_view arrow : {"→", "⇒", "➔", "➜", "➡", "⟶", "⟹"}) {
    if (!rest.starts_with(arrow)) continue;
    const bool emoji = rest.substr(arrow.size()).starts_with("\xEF\xB8\x8F");
    return arrow.size() + (emoji ? 3 : 0);
  }
  std::size_t length = 0;
  while (length < 8) {
    std::size_t step = 0;
    for (const std::string_view shaft : {"-", "=", "–", "—"}) {
      if (rest.substr(length).starts_with(shaft)) step = shaft.size();
    }
    if (step == 0) break;
    length += step;
  }
  if (length == 0 || length >= rest.size() || rest[length] != '>') return 0;
  ++length;
  const bool space_before = at == 0 || is_space(text[at - 1]);
  const bool space_behind = length >= rest.size() || is_space(rest[length]);
  return space_before || space_behind ? length : 0;
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view signs) {
  while (at < text.size() && signs.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

// Over spaces, arrows, dashes and colons between a question and its answer.
std::size_t skip_signs(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t next = skip(text, at, " \n:");
    std::size_t length = next < text.size() ? arrow_at(text, next) : 0;
    for (const std::string_view dash : {"- ", "– ", "— "}) {
      if (length == 0 && text.substr(next).starts_with(dash)) length = dash.size();
    }
    if (length == 0) return next;
    at = next + length;
  }
  return at;
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && equal_ignoring_case(text.substr(0, word.size()), word) &&
         (text.size() == word.size() || !is_word(text[word.size()]));
}

bool starts_with_why(std::string_view text) {
  for (const std::string_view begin : {"\"", "“", "'"}) {
    if (text.starts_with(begin)) text.remove_prefix(begin.size());
  }
  return std::ranges::any_of(
      std::array<std::string_view, 6>{"why", "and why", "but why", "so why", "then why",
                                      "how come"},
      [text](std::string_view words) { return starts_with_word(text, words); });
}

// What ends a label: a colon, a dash, an arrow or the end of the line. Gives the place behind it.
std::optional<std::size_t> label_end(std::string_view text, std::size_t at) {
  const std::size_t sign = skip(text, at, " \n");
  if (sign >= text.size()) return sign;
  if (text[sign] == ':') return sign + 1;
  if (const std::size_t arrow = arrow_at(text, sign)) return sign + arrow;
  for (const std::string_view dash : {"- ", "– ", "— "}) {
    if (sign > at && text.substr(sign).starts_with(dash)) return sign + dash.size();
  }
  return std::nullopt;
}

struct FoundLabel {
  Label label = Label::none;
  std::size_t end = 0;
};

// "Why 2:", "Why #2 -", "Why 2. …", "Why 2 The …", "2nd why:". `bold`: where the emphasis ends that
// the line begins with; what it holds alone is a label without any sign.
std::optional<std::size_t> why_label(std::string_view text, std::size_t at, std::size_t bold) {
  const std::string lower = to_lower(text.substr(at, 24));
  std::size_t end = 0;
  if (lower.starts_with("why")) {
    end = skip(lower, 3, " #(");
    const std::size_t digits = end;
    end = skip(lower, end, "0123456789");
    if (end == digits || end - digits > 2) return std::nullopt;
    end = skip(lower, end, ")?.");
  } else {
    for (const std::string_view ordinal :
         {"1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "first", "second", "third", "fourth",
          "fifth", "sixth", "seventh"}) {
      if (!lower.starts_with(std::string(ordinal) + " why")) continue;
      end = skip(lower, ordinal.size() + 4, "?.");
    }
  }
  if (end == 0) return std::nullopt;
  end += at;
  if (const auto behind = label_end(text, end)) return behind;
  const std::size_t next = skip(text, end, " \n");
  const bool stands_apart =
      next > end && (end == bold || text[end - 1] == '.' || text[end - 1] == ')' ||
                     text[end - 1] == '?' || (text[next] >= 'A' && text[next] <= 'Z'));
  return stands_apart ? std::optional(next) : std::nullopt;
}

FoundLabel label_at(std::string_view text, std::size_t at, std::size_t bold) {
  if (const auto end = why_label(text, at, bold)) return {Label::why, *end};
  struct Words {
    std::string_view words;
    Label label;
    bool numbered;  // "Q1:" as well
  };
  constexpr std::array<Words, 19> kWords = {{
      {"question", Label::question, true},
      {"q", Label::question, true},
      {"answer", Label::answer, true},
      {"a", Label::answer, true},
      {"action items", Label::action, false},
      {"action item", Label::action, true},
      {"actions", Label::action, false},
      {"action", Label::action, true},
      {"corrective actions", Label::action, false},
      {"corrective action", Label::action, false},
      {"countermeasures", Label::action, false},
      {"countermeasure", Label::action, false},
      {"fix", Label::action, false},
      {"systemic root cause", Label::root_cause, false},
      {"systemic cause", Label::root_cause, false},
      {"underlying cause", Label::root_cause, false},
      {"root causes", Label::root_cause, false},
      {"root cause", Label::root_cause, false},
      {"conclusion", Label::root_cause, false},
  }};
  for (const Words& entry : kWords) {
    if (!equal_ignoring_case(text.substr(at, entry.words.size()), entry.words)) continue;
    std::size_t end = at + entry.words.size();
    if (entry.numbered) end = skip(text, skip(text, end, " #"), "0123456789");
    const auto behind = label_end(text, end);
    if (!behind) continue;
    // "Q", "A" and their like are labels only with a colon.
    const bool colon = text[*behind - 1] == ':';
    if ((entry.label == Label::question || entry.label == Label::answer) && !colon) continue;
    return {entry.label, *behind};
  }
  return {};
}

// Behind "→", "2.", "2)", "#2" and their like at the beginning of a line.
std::size_t skip_numbering(std::string_view text) {
  std::size_t at = skip(text, 0, " \n");
  if (at < text.size()) at = skip(text, at + arrow_at(text, at), " \n");
  const std::size_t number = at < text.size() && text[at] == '#' ? at + 1 : at;
  const std::size_t end = skip(text, number, "0123456789");
  if (end == number || end - number > 2) return at;
  const bool has_sign = end < text.size() && (text[end] == '.' || text[end] == ')');
  const std::size_t behind = has_sign ? end + 1 : end;
  if ((!has_sign && number == at) || behind >= text.size() || text[behind] != ' ') return at;
  return skip(text, behind, " \n");
}

struct Piece {
  Range range;
  bool behind_arrow = false;
};

bool ends_sentence(std::string_view text, std::size_t at) {
  while (at > 0 && (is_space(text[at - 1]) || text[at - 1] == '"')) --at;
  return at > 0 && std::string_view(".!?:").find(text[at - 1]) != std::string_view::npos;
}

// Each piece is cut from the whole line, so that a line of nothing but arrows would take long.
constexpr std::size_t kMaxPieces = 200;

// Cut at arrows, and where a new sentence begins with "Why".
std::vector<Piece> cut_pieces(std::string_view text, std::size_t begin) {
  std::vector<Piece> pieces = {{{begin, text.size()}, false}};
  const auto cut = [&](std::size_t end, std::size_t next, bool arrow) {
    pieces.back().range.end = end;
    pieces.push_back({{next, text.size()}, arrow});
  };
  for (std::size_t at = begin; at < text.size() && pieces.size() < kMaxPieces; ++at) {
    if (const std::size_t arrow = arrow_at(text, at)) {
      cut(at, at + arrow, true);
      at += arrow - 1;
    } else if (at > begin && is_space(text[at - 1]) && text.substr(at).starts_with("Why") &&
               starts_with_word(text.substr(at, 4), "Why") && ends_sentence(text, at)) {
      cut(at, at, false);
    }
  }
  for (Piece& piece : pieces) piece.range = trimmed(text, piece.range);
  std::erase_if(pieces, [](const Piece& piece) { return piece.range.begin == piece.range.end; });
  return pieces;
}

// Behind the question mark that ends a question, with the quotes and brackets that it closes; not
// the one of an address.
std::optional<std::size_t> question_end(std::string_view text, Range range) {
  text = text.substr(0, range.end);
  for (std::size_t at = text.find('?', range.begin); at < range.end; at = text.find('?', at + 1)) {
    std::size_t end = skip(text, at + 1, "?!\"')");
    while (text.substr(end).starts_with("”") || text.substr(end).starts_with("’")) end += 3;
    if (end >= range.end || is_space(text[end]) || text[end] == ':' || arrow_at(text, end) > 0) {
      return std::min(end, range.end);
    }
  }
  return std::nullopt;
}

// A question in bold is no more a question than another.
std::vector<Node> without_emphasis(std::vector<Node> nodes) {
  while (nodes.size() == 1 && !nodes.front().internal && nodes.front().replacement.empty() &&
         (nodes.front().kind == NodeKind::strong || nodes.front().kind == NodeKind::emphasis)) {
    std::vector<Node> inner = std::move(nodes.front().children);
    nodes = std::move(inner);
  }
  return nodes;
}

class LineReader {
 public:
  LineReader(const std::vector<Node>& text, WhyPlace place) : nodes_(text), place_(place) {
    append_scanned(text, text_);
    if (!text.empty() && text.front().kind == NodeKind::strong) {
      bold_ = plain_text(text.front()).size();
    }
  }

  std::vector<WhyText> read() {
    std::size_t begin = skip_numbering(text_);
    const bool arrow_first = arrow_at(text_, skip(text_, 0, " \n")) > 0;
    label_ = label_at(text_, begin, bold_);
    begin = skip(text_, label_.label == Label::none ? begin : label_.end, " \n");
    if (label_.label == Label::action || label_.label == Label::root_cause) {
      conclude(label_.label, begin);
      return std::move(found_);
    }
    if (begin >= text_.size()) {
      if (label_.label != Label::none) add(WhyText::Kind::label);
      return std::move(found_);
    }
    pieces_ = cut_pieces(text_, begin);
    first_ = pieces_.empty() ? begin : pieces_.front().range.begin;
    skip_preface();
    for (i_ = start_; i_ < pieces_.size(); ++i_) {
      if (!read_piece()) break;
    }
    finish_answer();
    if (!found_.empty() && found_.front().kind == WhyText::Kind::statement) {
      WhyText& statement = found_.front();
      statement.labelled = label_.label == Label::why || label_.label == Label::answer;
      statement.is_answer = arrow_first || label_.label == Label::answer ||
                            starts_with_word(std::string_view(text_).substr(first_), "because");
    }
    return std::move(found_);
  }

 private:
  WhyText& add(WhyText::Kind kind) {
    finish_answer();
    found_.emplace_back();
    found_.back().kind = kind;
    return found_.back();
  }

  std::vector<Node> cut(Range range) const {
    range = trimmed(text_, range);
    return cut_inline(nodes_, range.begin, range.end);
  }

  void finish_answer() {
    if (answer_.end > answer_.begin && !found_.empty()) found_.back().answer = cut(answer_);
    answer_ = {};
  }

  void conclude(Label label, std::size_t begin) {
    WhyText& text = add(label == Label::action ? WhyText::Kind::action : WhyText::Kind::root_cause);
    text.answer = cut({skip_signs(text_, begin), text_.size()});
  }

  // "Ask five times: Why …? → …": what stands before the first question is no answer, if an arrow
  // shows that the questions are meant.
  void skip_preface() {
    if (label_.label != Label::none || is_question(0)) return;
    for (std::size_t i = 1; i + 1 < pieces_.size(); ++i) {
      if (pieces_[i].behind_arrow) return;
      if (is_question(i) && pieces_[i + 1].behind_arrow) {
        start_ = i;
        return;
      }
    }
  }

  bool arrow_behind(std::size_t i) const {
    return i + 1 < pieces_.size() && pieces_[i + 1].behind_arrow;
  }

  bool is_question(std::size_t i) const {
    const Range range = pieces_[i].range;
    const std::string_view piece =
        std::string_view(text_).substr(range.begin, range.end - range.begin);
    const auto end = question_end(text_, range);
    const bool is_labelled =
        i == 0 && (label_.label == Label::question || label_.label == Label::why);
    if (starts_with_why(piece)) {
      return end || arrow_behind(i) || is_labelled ||
             (place_ == WhyPlace::item && piece.find(" - ") != std::string_view::npos);
    }
    if (is_labelled) return end || arrow_behind(i) || label_.label == Label::question;
    return i == 0 && place_ == WhyPlace::item && label_.label == Label::none && end == range.end &&
           (arrow_behind(i) || pieces_.size() == 1);
  }

  // False where the rest of the line has been read.
  bool read_piece() {
    const Range range = pieces_[i_].range;
    if (i_ > 0 && pieces_[i_].behind_arrow) {
      const FoundLabel label = label_at(text_, range.begin, 0);
      const bool colon = label.label != Label::none && text_[label.end - 1] == ':';
      if (colon && (label.label == Label::action || label.label == Label::root_cause)) {
        conclude(label.label, label.end);
        return false;
      }
    }
    if (is_question(i_)) {
      read_question(range);
    } else if (!found_.empty()) {
      if (answer_.begin == answer_.end) answer_.begin = range.begin;
      answer_.end = range.end;
    } else {
      add(WhyText::Kind::statement);
      answer_ = range;
    }
    return true;
  }

  void read_question(Range range) {
    WhyText& why = add(WhyText::Kind::why);
    std::size_t end = range.end;
    if (const auto mark = question_end(text_, range)) {
      end = *mark;
    } else if (!arrow_behind(i_)) {
      end = std::min(end, std::string_view(text_).substr(0, end).find(" - ", range.begin));
    }
    why.question = without_emphasis(cut({range.begin, end}));
    const std::size_t behind = std::min(skip_signs(text_, end), range.end);
    if (behind < range.end) answer_ = {behind, range.end};
  }

  const std::vector<Node>& nodes_;
  const WhyPlace place_;
  std::string text_;
  std::size_t bold_ = 0;
  std::size_t first_ = 0;
  FoundLabel label_;
  std::vector<Piece> pieces_;
  std::size_t start_ = 0;
  std::size_t i_ = 0;
  Range answer_;  // of the last one found
  std::vector<WhyText> found_;
};

}  // namespace

std::vector<WhyText> read_why_text(const std::vector<Node>& text, WhyPlace place) {
  return LineReader(text, place).read();
}

bool begins_why_text(const std::vector<Node>& nodes) {
  std::string text;
  append_scanned(nodes, text);
  const std::size_t begin = skip(text, 0, " \n");
  if (begin >= text.size()) return false;
  const std::size_t bold =
      nodes.front().kind == NodeKind::strong ? plain_text(nodes.front()).size() : 0;
  const std::size_t at = skip_numbering(text);
  return at != begin || starts_with_why(std::string_view(text).substr(at)) ||
         label_at(text, at, bold).label != Label::none;
}

}  // namespace debrief
