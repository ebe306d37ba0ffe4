#include "generator/compare/comparison_markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "generator/base/escape.h"
#include "generator/base/text.h"
#include "generator/compare/comparison_summary.h"
#include "generator/compare/text_lines.h"

namespace debrief {

namespace {

using Kind = ChangedLine::Kind;

constexpr std::size_t kMostTitle = 120;  // characters
constexpr std::size_t kMostLine = 600;   // characters
constexpr std::size_t kMostNotes = 5;
constexpr std::size_t kMostNote = 300;         // characters
constexpr std::size_t kMostListBytes = 4096;   // the list of pages that are left out
constexpr std::size_t kEndBytes = 512;         // the sentence below it
constexpr std::size_t kMostPageBytes = 16384;  // unless it is the only one

std::size_t longest_run_of_backticks(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Text of one line as code, within a paragraph.
std::string code_span(std::string_view raw) {
  const std::string text = visible_text(raw);
  const std::string fence(longest_run_of_backticks(text) + 1, '`');
  return fmt::format("{0} {1} {0}", fence, text.empty() ? "-" : text);
}

// The same within HTML, where Markdown means nothing. GitHub and GitLab look for names and numbers
// of issues there, but not in code.
std::string code_element(std::string_view raw) {
  return "<code>" + escape_html(visible_text(raw)) + "</code>";
}

// A page as it is posted: its lines in a block of code between two tags.
class PageBlock {
 public:
  PageBlock(const PageChange& page, Audience audience) : page_(page) {
    for (const ChangedLine& line : page.lines) {
      if (line.kind != Kind::kept) add(line);
    }
    const std::string date = page.date.empty() ? "" : " " + page.date;
    // With a title as long as a heading, and all that is ours around it.
    head_ = fmt::format("<details>\n<summary>{}: {}{} {}</summary>\n\n",
                        heading_of(page.kind, audience), page.page, escape_html(date),
                        code_element(shorten(page.title, kMostTitle)));
    if (!page.old_address.empty()) {
      head_ += fmt::format("Address changes from {} to {}.\n\n", code_span(page.old_address),
                           code_span(page.address));
    } else if (page.kind != PageChange::Kind::changed && page.address != page.title &&
               !page.address.empty()) {
      head_ += fmt::format("Address: {}\n\n", code_span(page.address));
    }
  }

  std::size_t line_count() const { return count_; }

  // At most so many bytes; how many lines are left out is added to `left_out`. Empty if there is
  // no space for any.
  std::string text(std::size_t most_bytes, std::size_t& left_out) const {
    std::size_t longest = 0;
    for (const Row& row : rows_) longest = std::max(longest, longest_run_of_backticks(row.text));
    const std::string fence(std::max<std::size_t>(longest + 1, 3), '`');
    const std::string end = "</details>\n\n";
    if (rows_.empty()) {
      std::string whole = head_ + end;
      return whole.size() > most_bytes ? "" : whole;
    }
    constexpr std::size_t kMoreBytes = 64;  // the line that tells of others
    const std::size_t around =
        head_.size() + 2 * fence.size() + std::string_view("diff\n\n\n").size() + end.size();
    std::size_t size = around;
    for (const Row& row : rows_) size += row.text.size() + 1;
    std::string out = head_ + fence + "diff\n";
    if (size <= most_bytes) {
      for (const Row& row : rows_) out += row.text + "\n";
      return out + fence + "\n\n" + end;
    }
    std::size_t used = around + kMoreBytes;
    std::size_t written = 0;
    for (const Row& row : rows_) {
      used += row.text.size() + 1;
      if (used > most_bytes) break;
      out += row.text + "\n";
      if (row.is_line) ++written;
    }
    if (written == 0) return "";
    left_out += count_ - written;
    return out + fmt::format("@@ {} more @@\n", counted(count_ - written, "line")) + fence +
           "\n\n" + end;
  }

 private:
  struct Row {
    std::string text;
    bool is_line;
  };

  void add(const ChangedLine& line) {
    if (line.place != place_) {
      place_ = line.place;
      if (!line.is_heading && !line.place.empty()) {
        rows_.push_back({fmt::format("@@ {} @@", cut(line.place)), false});
      }
    } else if (line.follows_gap) {
      rows_.push_back({"@@ … @@", false});
    }
    ++count_;
    const char sign = line.kind == Kind::added ? '+' : '-';
    rows_.push_back(
        {line.text.empty() ? std::string(1, sign) : fmt::format("{} {}", sign, cut(line.text)),
         true});
  }

  static std::string cut(const std::string& raw) {
    std::string text = visible_text(raw);
    const std::size_t characters = count_characters(text);
    if (characters <= kMostLine) return text;
    return fmt::format("{} [{} characters in all]", shorten(text, kMostLine), characters);
  }

  const PageChange& page_;
  std::string head_;
  std::vector<Row> rows_;
  std::size_t count_ = 0;
  std::string place_;
};

std::string head_of(const Comparison& comparison, const ComparedSide& from, const ComparedSide& to,
                    const std::vector<std::string>& notes) {
  std::string text;
  if (comparison.audience == Audience::internal) text += "**internal: do not pass on**\n\n";
  text += fmt::format("**{}.**\n\n", comparison_headline(comparison));
  text +=
      fmt::format("From {} to {}.\n\n", code_span(shorten(name_of(from), kMostTitle)),
                  to.revision.empty() ? name_of(to) : code_span(shorten(name_of(to), kMostTitle)));
  for (std::size_t i = 0; i < std::min(notes.size(), kMostNotes); ++i) {
    text += fmt::format("Note: {}\n\n", code_span(shorten(notes[i], kMostNote)));
  }
  if (notes.size() > kMostNotes) {
    text += fmt::format("And {}.\n\n", counted(notes.size() - kMostNotes, "more note"));
  }
  if (!comparison.theme_changed.empty()) {
    text += "The theme has changed:";
    const std::size_t shown = std::min(comparison.theme_changed.size(), kMostNotes);
    for (std::size_t i = 0; i < shown; ++i) {
      text += fmt::format("{} {}", i == 0 ? "" : ",",
                          code_span(shorten(comparison.theme_changed[i], kMostNote)));
    }
    if (shown < comparison.theme_changed.size()) {
      text +=
          fmt::format(" and {}", counted(comparison.theme_changed.size() - shown, "other file"));
    }
    text += ". What it puts around the texts is not compared.\n\n";
  }
  return text;
}

// With ids, so that no name need be quoted for a shell.
std::string command_for_all(const Comparison& comparison, const ComparedSide& from,
                            const ComparedSide& to) {
  constexpr std::size_t kShort = 12;
  std::string command = "debrief diff " + from.commit.substr(0, kShort);
  if (!to.revision.empty()) command += " " + to.commit.substr(0, kShort);
  if (comparison.audience == Audience::internal) command += " --view internal";
  return command + " --format html > changes.html";
}

}  // namespace

std::string comparison_markdown(const Comparison& comparison, const ComparedSide& from,
                                const ComparedSide& to, const std::vector<std::string>& notes,
                                std::size_t most_bytes) {
  std::string text = head_of(comparison, from, to, notes);
  const std::size_t space = most_bytes - std::min(most_bytes, kMostListBytes + kEndBytes);
  const std::size_t most_of_page = comparison.pages.size() == 1 ? most_bytes : kMostPageBytes;
  std::size_t lines_left_out = 0;
  std::string list;
  std::size_t pages_left_out = 0;
  std::size_t listed = 0;
  for (const PageChange::Kind kind : kKindsInOrder) {
    for (const PageChange* page : pages_of(comparison, kind)) {
      const std::size_t free = space - std::min(space, text.size());
      const PageBlock block(*page, comparison.audience);
      const std::string part = block.text(std::min(free, most_of_page), lines_left_out);
      text += part;
      if (!part.empty()) continue;
      ++pages_left_out;
      lines_left_out += block.line_count();
      const std::string line = fmt::format("- {}: {} {}\n", heading_of(kind, comparison.audience),
                                           page->page, code_span(shorten(page->title, kMostTitle)));
      if (listed + 1 != pages_left_out || list.size() + line.size() > kMostListBytes) continue;
      list += line;
      ++listed;
    }
  }
  if (lines_left_out == 0 && pages_left_out == 0) return text;
  if (pages_left_out != 0) text += "Not shown here for want of space:\n\n" + list;
  if (pages_left_out > listed) {
    text += fmt::format("- and {}\n", counted(pages_left_out - listed, "more page"));
  }
  if (pages_left_out != 0) text += "\n";
  text +=
      fmt::format("{} left out; the whole in a browser: `{}`\n",
                  lines_left_out == 1 ? "1 line is" : fmt::format("{} lines are", lines_left_out),
                  command_for_all(comparison, from, to));
  return text;
}

}  // namespace debrief
