#include "generator/extract/five_whys.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/placeholder.h"
#include "generator/extract/text_line.h"
#include "generator/extract/why_text.h"

namespace debrief {
namespace {

// Trees are walked by functions that call themselves.
constexpr std::size_t kMaxChain = 100;

bool is_waiting(const Why& why) {
  return why.answer.empty() && why.deeper.empty();
}

bool is_blank(const Why& why) {
  return why.question.empty() && is_waiting(why);
}

bool asks(const Why& why) {
  return !why.question.empty() || std::ranges::any_of(why.deeper, asks);
}

Why& end_of_chain(Why& first) {
  Why* last = &first;
  while (!last->deeper.empty()) last = &last->deeper.back();
  return *last;
}

// Makes each of the whys from `first` on the deeper one of the one before it.
void chain_from(std::vector<Why>& whys, std::size_t first) {
  if (whys.size() < first + 2) return;
  std::vector<Why> chains;
  for (std::size_t begin = first; begin < whys.size(); begin += kMaxChain) {
    for (std::size_t i = std::min(begin + kMaxChain, whys.size()) - 1; i > begin; --i) {
      whys[i - 1].deeper.push_back(std::move(whys[i]));
    }
    chains.push_back(std::move(whys[begin]));
  }
  whys.erase(whys.begin() + static_cast<std::ptrdiff_t>(first), whys.end());
  std::ranges::move(chains, std::back_inserter(whys));
}

// In a nested list, what stands side by side are branches. Below the last one, a nested list only
// goes on with the chain; below an answered question, statements only tell more of the answer.
bool has_branches(const std::vector<Why>& whys) {
  for (std::size_t i = 0; i + 1 < whys.size(); ++i) {
    const Why& why = whys[i];
    if (!why.deeper.empty() && (why.question.empty() || std::ranges::any_of(why.deeper, asks))) {
      return true;
    }
  }
  return false;
}

void append_answer(std::vector<Node>& answer, std::vector<Node> more) {
  const std::string text = plain_text(answer);
  const bool is_sentence = text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
  Node between;
  between.line = more.empty() ? 0 : more.front().line;
  between.text = is_sentence ? " " : "; ";
  answer.push_back(std::move(between));
  std::ranges::move(more, std::back_inserter(answer));
}

// What is nested below a why.
void attach(Why& why, std::vector<Why> inner) {
  if (inner.empty()) return;
  const bool is_answered = !why.answer.empty() || !inner.front().question.empty();
  if (is_answered) {
    std::ranges::move(inner, std::back_inserter(why.deeper));
    return;
  }
  const auto is_statement = [](const Why& entry) { return entry.question.empty(); };
  const bool more_answers = std::any_of(inner.begin() + 1, inner.end(), is_statement);
  const bool all_end = std::ranges::all_of(inner, [&](const Why& entry) {
    return is_statement(entry) && entry.deeper.empty() && entry.internal == why.internal;
  });
  if (more_answers && !all_end) {
    why.deeper = std::move(inner);
    return;
  }
  why.answer = std::move(inner.front().answer);
  why.deeper = std::move(inner.front().deeper);
  why.internal = why.internal || inner.front().internal;
  for (std::size_t i = 1; i < inner.size(); ++i) {
    if (all_end) {
      append_answer(why.answer, std::move(inner[i].answer));
    } else {
      why.deeper.push_back(std::move(inner[i]));
    }
  }
}

struct Line {
  std::vector<Node> text;
  int line = 0;
  bool internal = false;
  bool is_item = false;
};

// The lines of a paragraph, each with the lines that it was wrapped to.
std::vector<Line> unwrapped_lines(const Node& paragraph, bool internal) {
  std::vector<Line> lines;
  for (TextLine& line : text_lines({paragraph}, internal)) {
    if (lines.empty() || line.is_item || begins_why_text(line.text)) {
      lines.push_back({std::move(line.text), line.line, line.internal, line.is_item});
      continue;
    }
    Node wrap;
    wrap.kind = NodeKind::soft_break;
    wrap.line = line.line;
    lines.back().text.push_back(std::move(wrap));
    std::ranges::move(line.text, std::back_inserter(lines.back().text));
  }
  return lines;
}

bool shows_placeholder(const std::vector<Node>& text) {
  return is_placeholder(plain_text(text));
}

enum class Mode {
  five_whys,   // the section is about nothing else: statements count as well
  root_cause,  // only questions and what answers them
};

class Reader {
 public:
  explicit Reader(Mode mode) : mode_(mode) {}

  void read(const std::vector<Section>& sections, bool internal) {
    const std::string_view kind = mode_ == Mode::five_whys ? "five-whys" : "root-cause";
    for (const Section& section : sections) {
      const bool hidden = internal || section.heading.internal;
      if (section.kind == kind) {
        finish_chain();
        read_section(section, hidden);
        finish_chain();
      } else {
        read(section.sections, hidden);
      }
    }
  }

  FiveWhys take() { return std::move(result_); }

 private:
  void read_section(const Section& section, bool internal) {
    read_blocks(section.blocks, internal, chain_);
    open_conclusion_.reset();
    for (const Section& child : section.sections) {
      const bool hidden = internal || child.heading.internal;
      if (child.kind == section.kind && !child.kind.empty()) {
        finish_chain();
        read_section(child, hidden);
      } else if (mode_ == Mode::five_whys && concludes(child, hidden)) {
        continue;
      } else if (child.kind.empty() || mode_ == Mode::five_whys) {
        read_heading(child.heading, hidden);
        read_section(child, hidden);
      }
    }
  }

  // "### Root cause" below five whys ends them, unless it asks on.
  bool concludes(const Section& section, bool internal) {
    const bool names_cause = section.kind == "root-cause";
    if (!names_cause && section.kind != "action-items") return false;
    if (names_cause) {
      Reader questions(Mode::root_cause);
      questions.read({section}, internal);
      if (!questions.take().whys.empty()) return false;
    }
    const auto kind = names_cause ? WhyConclusion::Kind::root_cause : WhyConclusion::Kind::action;
    for (const TextLine& line : text_lines(section.blocks, internal)) {
      if (shows_placeholder(line.text)) continue;
      result_.conclusions.push_back({kind, line.text, line.line, line.internal});
    }
    return true;
  }

  // "### Why did it fail?" is a question, "### Root cause" a conclusion; another one begins a
  // chain.
  void read_heading(const Node& heading, bool internal) {
    const Line line{heading.children, heading.line, internal, true};
    for (WhyText& text : read_why_text(line.text, WhyPlace::item)) {
      if (text.kind == WhyText::Kind::statement && !text.labelled) {
        finish_chain();
      } else {
        take(std::move(text), line, chain_);
      }
    }
  }

  void read_blocks(const std::vector<Node>& blocks, bool internal, std::vector<Why>& level) {
    for (const Node& block : blocks) {
      const bool hidden = internal || block.internal;
      switch (block.kind) {
        case NodeKind::paragraph:
          for (Line& line : unwrapped_lines(block, internal)) read_line(std::move(line), level);
          break;
        case NodeKind::list:
          for (const Node& item : block.children) read_item(item, hidden || item.internal, level);
          open_conclusion_.reset();
          break;
        case NodeKind::table:
          read_table(block, hidden, level);
          break;
        case NodeKind::block_quote:
          read_blocks(block.children, hidden, level);
          break;
        default:
          break;
      }
    }
  }

  // Whether the line was one.
  bool read_line(Line line, std::vector<Why>& level) {
    if (shows_placeholder(line.text)) return false;
    std::vector<WhyText> texts =
        read_why_text(line.text, line.is_item ? WhyPlace::item : WhyPlace::running_text);
    if (texts.empty()) return false;
    if (open_conclusion_ && texts.front().kind == WhyText::Kind::statement) {
      result_.conclusions.push_back(
          {*open_conclusion_, std::move(line.text), line.line, line.internal});
      if (!line.is_item) open_conclusion_.reset();
      return false;
    }
    open_conclusion_.reset();
    bool taken = false;
    for (WhyText& text : texts) taken = take(std::move(text), line, level) || taken;
    return taken;
  }

  bool take(WhyText text, const Line& line, std::vector<Why>& level) {
    const bool waits = !level.empty() && is_waiting(level.back());
    switch (text.kind) {
      case WhyText::Kind::action:
      case WhyText::Kind::root_cause:
        take_conclusion(std::move(text), line, level);
        return false;
      case WhyText::Kind::label:
      case WhyText::Kind::why:
        if (!waits || !is_blank(level.back())) level.emplace_back();
        level.back() =
            Why{std::move(text.question), std::move(text.answer), line.line, line.internal, {}};
        return true;
      case WhyText::Kind::statement:
        return take_statement(std::move(text), line, level);
    }
    return false;
  }

  bool take_statement(WhyText text, const Line& line, std::vector<Why>& level) {
    if (!level.empty() && is_waiting(level.back())) {
      Why& why = level.back();
      if (is_blank(why)) why.line = line.line;
      why.answer = std::move(text.answer);
      why.internal = why.internal || line.internal;
      return true;
    }
    // "Why 1: It was down" asks, if its answer follows.
    if (text.is_answer && !level.empty() && level.back().line == labelled_line_ &&
        level.back().question.empty() && level.back().deeper.empty()) {
      level.back().question = std::exchange(level.back().answer, std::move(text.answer));
      return true;
    }
    if (mode_ == Mode::five_whys && (line.is_item || text.labelled)) {
      if (text.labelled) labelled_line_ = line.line;
      level.push_back(Why{{}, std::move(text.answer), line.line, line.internal, {}});
      return true;
    }
    // "For the late alert:" leads to a chain of its own.
    if (&level == &chain_ && trim(plain_text(line.text)).ends_with(':')) finish_chain();
    return false;
  }

  void take_conclusion(WhyText text, const Line& line, const std::vector<Why>& level) {
    const bool concludes =
        mode_ == Mode::five_whys || !level.empty() || !chain_.empty() || !result_.whys.empty();
    if (!concludes) return;
    const auto kind = text.kind == WhyText::Kind::action ? WhyConclusion::Kind::action
                                                         : WhyConclusion::Kind::root_cause;
    if (text.answer.empty()) {
      open_conclusion_ = kind;
    } else if (!shows_placeholder(text.answer)) {
      result_.conclusions.push_back({kind, std::move(text.answer), line.line, line.internal});
    }
  }

  void read_item(const Node& item, bool internal, std::vector<Why>& level) {
    const std::size_t before = level.size();
    bool taken = false;
    std::vector<Node> below = item.children;
    if (!below.empty() && below.front().kind == NodeKind::paragraph) {
      // A bullet or box written as text goes.
      const std::vector<TextLine> lines = text_lines({below.front()}, internal);
      Line line{below.front().children, item.line, internal || below.front().internal, true};
      if (lines.size() == 1) line.text = lines.front().text;
      taken = read_line(std::move(line), level);
      below.erase(below.begin());
    }
    if (below.empty()) return;
    chain_from(level, before);
    if (!taken) {
      read_blocks(below, internal, level);
      return;
    }
    Why& why = end_of_chain(level.back());
    std::vector<Why> inner;
    // The answer may be nested.
    const bool waits = is_waiting(why);
    if (waits) inner.emplace_back();
    read_blocks(below, internal, inner);
    std::erase_if(inner, is_blank);
    attach(why, std::move(inner));
  }

  struct Columns {
    std::optional<std::size_t> question;
    std::optional<std::size_t> answer;
    bool has_heading = true;
  };

  static Columns columns_of(const Node& row) {
    constexpr std::array<std::string_view, 4> kQuestion = {"why", "question", "whys", "5 whys"};
    constexpr std::array<std::string_view, 5> kAnswer = {"answer", "because", "reason", "cause",
                                                         "explanation"};
    Columns columns;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      std::string heading = to_lower(trim(plain_text(row.children[i].children)));
      while (!heading.empty() && (heading.back() == '?' || heading.back() == ':')) {
        heading.pop_back();
      }
      if (std::ranges::find(kQuestion, heading) != kQuestion.end()) columns.question = i;
      if (std::ranges::find(kAnswer, heading) != kAnswer.end()) columns.answer = i;
      // "| Why was it down? | The pool … |" is no heading.
      if (heading.starts_with("why ") && heading.size() > 8) columns.has_heading = false;
    }
    return columns;
  }

  void read_table(const Node& table, bool internal, std::vector<Why>& level) {
    if (table.children.empty()) return;
    const std::size_t width = table.children.front().children.size();
    Columns columns = columns_of(table.children.front());
    if (!columns.question && columns.has_heading && mode_ == Mode::root_cause) return;
    if (!columns.answer && width > 1 && columns.question != width - 1) columns.answer = width - 1;
    if (!columns.question && columns.answer.value_or(0) > 0) columns.question = *columns.answer - 1;
    if (!columns.question && !columns.answer) columns.question = 0;
    for (std::size_t i = columns.has_heading ? 1 : 0; i < table.children.size(); ++i) {
      const Node& row = table.children[i];
      read_row(row, columns, internal || row.internal, level);
    }
  }

  void read_row(const Node& row, const Columns& columns, bool internal, std::vector<Why>& level) {
    const auto cell = [&row](std::optional<std::size_t> column) {
      return column && *column < row.children.size() ? row.children[*column].children
                                                     : std::vector<Node>();
    };
    const std::vector<Node> question = cell(columns.question);
    std::vector<Node> answer = cell(columns.answer);
    if (shows_placeholder(answer)) answer.clear();
    if (shows_placeholder(question) && answer.empty()) return;
    const Line line{question, row.line, internal, true};
    const std::size_t before = level.size();
    if (!shows_placeholder(question)) {
      for (WhyText& text : read_why_text(question, WhyPlace::item)) {
        // What stands in the column of questions is one, unless it only counts.
        if (text.kind == WhyText::Kind::statement && columns.answer) {
          std::swap(text.question, text.answer);
          text.kind = WhyText::Kind::why;
          const std::string shown = plain_text(text.question);
          if (shown.find_first_not_of("0123456789.#) ") == std::string::npos) text.question.clear();
        }
        take(std::move(text), line, level);
      }
    }
    if (answer.empty()) return;
    if (level.size() == before) level.push_back(Why{{}, {}, row.line, internal, {}});
    Why& why = level.back();
    if (why.answer.empty()) {
      why.answer = std::move(answer);
    } else {
      append_answer(why.answer, std::move(answer));
    }
  }

  void finish_chain() {
    open_conclusion_.reset();
    std::vector<Why> whys = std::exchange(chain_, {});
    std::erase_if(whys, is_blank);
    if (!has_branches(whys)) chain_from(whys, 0);
    std::ranges::move(whys, std::back_inserter(result_.whys));
  }

  const Mode mode_;
  FiveWhys result_;
  std::vector<Why> chain_;                              // not yet finished: side by side
  std::optional<WhyConclusion::Kind> open_conclusion_;  // "Action:", and nothing behind it
  int labelled_line_ = 0;
};

}  // namespace

FiveWhys read_five_whys(const Outline& body) {
  for (const Mode mode : {Mode::five_whys, Mode::root_cause}) {
    Reader reader(mode);
    reader.read(body.sections, false);
    FiveWhys result = reader.take();
    if (!result.empty()) return result;
  }
  return {};
}

}  // namespace debrief
