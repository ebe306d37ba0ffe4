#include "generator/markdown/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace debrief {
namespace {

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

// Looks for what is known to make the parser slow, or its tree large, before it sees the text.
class LimitChecker {
 public:
  LimitChecker(const SourceText& file, int first_line, const MarkdownLimits& limits,
               Diagnostics& diagnostics)
      : file_(file), line_number_(first_line), limits_(limits), diagnostics_(diagnostics) {}

  bool check(std::string_view markdown) {
    for (std::size_t start = 0; start < markdown.size() && within_; ++line_number_) {
      // A line ends as in CommonMark: with LF, CR LF, or CR alone.
      const std::size_t end = std::min(markdown.find_first_of("\r\n", start), markdown.size());
      check_line(markdown.substr(start, end - start));
      start = end + (markdown.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    if (within_) check_references(markdown);
    return within_;
  }

 private:
  void refuse(std::string message) {
    diagnostics_.error("markdown-limit", file_.at(line_number_), std::move(message));
    within_ = false;
  }

  struct Prefix {
    std::size_t length = 0;      // in bytes
    std::size_t width = 0;       // in columns
    std::size_t containers = 0;  // quotes and list items that the line may open
  };

  void check_line(std::string_view line) {
    const Prefix prefix = prefix_of(line);
    const bool blank = line.find_first_not_of("> \t\v\f") == std::string_view::npos;
    check_nesting(prefix, blank);
    check_delimiters(line.substr(prefix.length), blank);
    check_table(line.substr(prefix.length), blank);
    after_blank_ = blank;
  }

  // The parser walks through all open quotes and lists for each line; those stay open over empty
  // lines, and over lines that go on with a paragraph.
  void check_nesting(const Prefix& prefix, bool blank) {
    const std::size_t depth = prefix.containers + prefix.width / 2;
    if (!blank) depth_ = after_blank_ ? depth : std::max(depth_, depth);
    nesting_steps_ += depth_;
    if (prefix.containers > limits_.nesting || nesting_steps_ > limits_.nesting_steps) {
      refuse(fmt::format("nested more than {} levels deep, or too deep for so many lines",
                         limits_.nesting));
    }
  }

  // The time for a paragraph grows with the square of what may begin or end markup in it.
  void check_delimiters(std::string_view text, bool blank) {
    if (blank) delimiters_ = 0;
    const auto count = static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return is_one_of(c, "*_~[]!<`"); }));
    delimiter_steps_ += count * (2 * delimiters_ + count);
    delimiters_ += count;
    const std::size_t most = limits_.delimiters_in_a_run;
    if (delimiters_ > most || delimiter_steps_ > 4 * most * most) {
      refuse(
          fmt::format("more than {} of * _ ~ [ ] ! < ` without an empty line between them, or "
                      "several such texts; put empty lines in between, or attach them as a file",
                      most));
    }
  }

  // The marks of quotes and lists, and the spaces, that the line starts with.
  static Prefix prefix_of(std::string_view line) {
    Prefix prefix;
    std::size_t& at = prefix.length;
    for (; at < line.size(); ++at) {
      const char c = line[at];
      const bool before_space = at + 1 < line.size() && is_one_of(line[at + 1], " \t");
      if (c == '>' || (before_space && is_one_of(c, "-+*.)"))) {
        ++prefix.containers;
      } else if (!is_one_of(c, " \t\v\f0123456789")) {
        break;
      }
      prefix.width += c == '\t' ? 4 : 1;
    }
    // "* * * *" is a rule however long it is.
    if (line.find_first_not_of("* \t") == std::string_view::npos ||
        line.find_first_not_of("- \t") == std::string_view::npos) {
      prefix.containers = prefix.width = 0;
    }
    return prefix;
  }

  // A table makes every row as wide as its heading, and looks at the paragraph before it once
  // more for each line that might begin it.
  void check_table(std::string_view line, bool blank) {
    if (blank) columns_ = 0;
    if (line.find_first_not_of("|:- \t\v\f") == std::string_view::npos && !line.empty()) {
      const auto bars = static_cast<std::size_t>(std::ranges::count(line, '|'));
      if (bars > limits_.table_columns + 1) {
        return refuse(
            fmt::format("a table of more than {} columns; split it, or attach it as a file",
                        limits_.table_columns));
      }
      if (bars > 0) columns_ = std::max(columns_, bars + 1);
      table_starts_ += 1;
      if (table_starts_ > limits_.table_starts) {
        return refuse(fmt::format("more than {} lines of - and |, as at the head of a table",
                                  limits_.table_starts));
      }
    }
    cells_ += columns_;
    if (cells_ > limits_.table_cells) {
      refuse(fmt::format("tables of more than {} cells; split the file, or attach the tables",
                         limits_.table_cells));
    }
  }

  // "[name]: address 'title'" is copied to each place that says [name].
  void check_references(std::string_view markdown) {
    std::size_t longest = 0;
    std::size_t where = 0;
    for (std::size_t at = markdown.find("]:"); at != std::string_view::npos;
         at = markdown.find("]:", at + 2)) {
      const std::size_t length = definition_length(markdown.substr(at + 2));
      if (length > longest) {
        longest = length;
        where = at;
      }
    }
    const auto uses = static_cast<std::size_t>(std::ranges::count(markdown, ']'));
    if (longest <= 100 || longest * uses <= 16 * limits_.link_bytes) return;
    const std::string_view before = markdown.substr(0, where);
    line_number_ = file_.at_offset(file_.bytes().size() - markdown.size() + before.size()).line;
    refuse(fmt::format("an address or title of {} bytes for all links that refer to it; shorten it",
                       longest));
  }

  static std::size_t definition_length(std::string_view text) {
    const auto skip = [&text](std::string_view characters) {
      const std::size_t next = text.find_first_not_of(characters);
      text.remove_prefix(std::min(next, text.size()));
    };
    skip(" \t\r\n");
    std::size_t length = std::min(text.find_first_of(" \t\r\n"), text.size());
    text.remove_prefix(length);
    skip(" \t\r\n");
    if (!text.empty() && is_one_of(text.front(), "\"'(")) {
      const char quote = text.front() == '(' ? ')' : text.front();
      length += std::min(text.find(quote, 1), text.size());
    }
    return length;
  }

  const SourceText& file_;
  int line_number_;
  const MarkdownLimits& limits_;
  Diagnostics& diagnostics_;
  bool within_ = true;
  bool after_blank_ = true;
  std::size_t depth_ = 0;  // of the quotes and lists that may be open
  std::size_t nesting_steps_ = 0;
  std::size_t delimiters_ = 0;  // since the last empty line
  std::size_t delimiter_steps_ = 0;
  std::size_t columns_ = 0;       // of the table that the line may be part of
  std::size_t cells_ = 0;         // in the file
  std::size_t table_starts_ = 0;  // in the file
};

}  // namespace

bool is_within_limits(const SourceText& file, std::size_t offset, const MarkdownLimits& limits,
                      Diagnostics& diagnostics) {
  const int first_line = file.at_offset(offset).line;
  return LimitChecker(file, first_line, limits, diagnostics).check(file.bytes().substr(offset));
}

}  // namespace debrief
