#include "generator/compare/comparison_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "generator/base/embedded_file.h"
#include "generator/base/escape.h"
#include "generator/compare/comparison_summary.h"
#include "generator/compare/text_lines.h"
#include "generator/compare/word_diff.h"

namespace debrief {

extern const std::span<const EmbeddedFile> comparison_page_files;

namespace {

using Kind = ChangedLine::Kind;

// Of the lines that stay, so many are shown beside a change; a few more are not worth folding.
constexpr std::size_t kBeside = 2;
constexpr std::size_t kFewestFolded = 4;
// A longer part of the table of contents is folded.
constexpr std::size_t kMostListed = 40;
constexpr std::size_t kMostLaidOut = 200;

std::string_view style_sheet() {
  return comparison_page_files.front().bytes();
}

// The sum of the style sheet as a browser wants it.
std::string style_sum() {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::string_view kHex = DEBRIEF_COMPARISON_STYLE_SUM;
  // Three digits of one are two of the other; 64 and two noughts make 22 times three.
  std::string out;
  for (std::size_t at = 0; at < kHex.size(); at += 3) {
    int bits = 0;
    for (std::size_t i = at; i < at + 3; ++i) {
      bits = bits * 16 + (i < kHex.size() ? hex_digit(kHex[i]).value_or(0) : 0);
    }
    out += kDigits[static_cast<std::size_t>(bits / 64)];
    out += kDigits[static_cast<std::size_t>(bits % 64)];
  }
  // 32 bytes are 43 digits; the 44th is filling.
  out.back() = '=';
  return out;
}

// All text that is put into the page goes through here.
std::string shown(std::string_view text) {
  return escape_html(visible_text(text));
}

// The lines of one page. Empty ones are spaces between the others.
class LinesWriter {
 public:
  LinesWriter(std::string& out, std::string_view language) : out_(out), language_(language) {}

  void write(const std::vector<ChangedLine>& lines) {
    for (std::size_t at = 0; at < lines.size();) {
      const bool is_kept = lines[at].kind == Kind::kept;
      std::size_t end = at + 1;
      while (end < lines.size() && (lines[end].kind == Kind::kept) == is_kept) ++end;
      const std::span run = std::span(lines).subspan(at, end - at);
      if (is_kept) {
        write_kept(run, at == 0, end == lines.size());
      } else {
        write_changed(run);
      }
      at = end;
    }
  }

 private:
  using Run = std::span<const ChangedLine>;

  template <typename... Args>
  void add(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  void write_kept(Run run, bool is_first, bool is_last) {
    const std::size_t before = is_first ? 0 : kBeside;
    const std::size_t after = is_last ? 0 : kBeside;
    if (run.size() < before + after + kFewestFolded) {
      for (const ChangedLine& line : run) write_kept_line(line);
      return;
    }
    const std::size_t folded = run.size() - before - after;
    for (const ChangedLine& line : run.first(before)) write_kept_line(line);
    const auto is_empty = [](const ChangedLine& line) { return line.text.empty(); };
    const std::size_t shown_lines = folded - static_cast<std::size_t>(std::ranges::count_if(
                                                 run.subspan(before, folded), is_empty));
    add("<details class=\"fold\"><summary>{} that {}</summary>\n", counted(shown_lines, "line"),
        shown_lines == 1 ? "stays" : "stay");
    for (const ChangedLine& line : run.subspan(before, folded)) write_kept_line(line);
    out_ += "</details>\n";
    // Whoever does not unfold it is told where they are.
    place_.clear();
    for (const ChangedLine& line : run.last(after)) write_kept_line(line);
  }

  void write_kept_line(const ChangedLine& line) {
    if (is_space(line)) return;
    write_place(line);
    begin(line, "kept", "");
    add("{}", shown(line.text));
    end();
  }

  void write_changed(Run run) {
    std::vector<const ChangedLine*> removed, added;
    for (const ChangedLine& line : run) {
      (line.kind == Kind::removed ? removed : added).push_back(&line);
    }
    const auto texts_of = [](const std::vector<const ChangedLine*>& lines) {
      std::vector<std::string> texts;
      for (const ChangedLine* line : lines) texts.push_back(line->text);
      return texts;
    };
    bool has_text = false;
    for (const ChangedLine& line : run) has_text = has_text || !line.text.empty();
    for (const LinePair& pair : pair_lines(texts_of(removed), texts_of(added))) {
      const bool is_pair = pair.before && pair.after;
      if (pair.before) {
        write_side(*removed[*pair.before], is_pair ? &pair.words.before : nullptr, has_text);
      }
      if (pair.after) {
        write_side(*added[*pair.after], is_pair ? &pair.words.after : nullptr, has_text);
      }
    }
  }

  void write_side(const ChangedLine& line, const std::vector<TextPiece>* pieces, bool has_text) {
    const bool is_added = line.kind == Kind::added;
    const std::string_view element = is_added ? "ins" : "del";
    if (has_text && is_space(line)) return;
    write_place(line);
    begin(line,
          fmt::format("{}{}", is_added ? "added" : "removed", pieces == nullptr ? "" : " words"),
          is_added ? "+" : "−");
    if (pieces == nullptr) {
      add("<{0}>{1}</{0}>", element, line.text.empty() ? "(an empty line)" : shown(line.text));
    } else {
      for (const TextPiece& piece : *pieces) {
        if (piece.is_changed) {
          add("<{0}>{1}</{0}>", element, shown(piece.text));
        } else {
          out_ += shown(piece.text);
        }
      }
    }
    end();
  }

  bool is_space(const ChangedLine& line) {
    if (!line.text.empty()) return false;
    is_space_above_ = true;
    return true;
  }

  void write_place(const ChangedLine& line) {
    if (line.place == place_) return;
    place_ = line.place;
    if (line.is_heading || line.place.empty()) return;
    add("<p class=\"place\" dir=\"auto\"{}>{}</p>\n", language_, shown(line.place));
  }

  void begin(const ChangedLine& line, std::string_view classes, std::string_view sign) {
    add("<p class=\"line {}{}{}\" dir=\"auto\"{}>", classes, line.is_heading ? " heading" : "",
        std::exchange(is_space_above_, false) ? " above" : "", language_);
    if (sign.empty()) return;
    add("<span class=\"sign\" aria-hidden=\"true\">{}</span>"
        "<span class=\"for-ears\" lang=\"en\">{}: </span>",
        sign, line.kind == Kind::added ? "added" : "removed");
  }
  void end() { out_ += "</p>\n"; }

  std::string& out_;
  std::string_view language_;  // an attribute, or nothing
  std::string place_;          // said last, or by a heading
  bool is_space_above_ = false;
};

class PageWriter {
 public:
  explicit PageWriter(const Comparison& comparison)
      : comparison_(comparison),
        is_public_(comparison.audience == Audience::public_),
        language_(comparison.language.empty() || comparison.language == "en"
                      ? ""
                      : fmt::format(" lang=\"{}\"", shown(comparison.language))) {}

  std::string write(const ComparedSide& from, const ComparedSide& to,
                    const std::vector<std::string>& notes) {
    head();
    top(from, to, notes);
    contents();
    // Of very many, a browser lays out those that are looked at.
    const bool is_long = comparison_.pages.size() > kMostLaidOut;
    add("</header>\n<main{}>\n", is_long ? " class=\"long\"" : "");
    for (const PageChange::Kind kind : kKindsInOrder) part(kind);
    out_ += "<p class=\"foot\">Made by debrief diff. ";
    out_ += is_public_ ? "What is not public is not in it.</p>\n"
                       : "It holds all that the internal site says.</p>\n";
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  template <typename... Args>
  void add(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  std::string title() const {
    return fmt::format("What changes on the {} site", to_string(comparison_.audience));
  }

  void head() {
    add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta name=\"robots\" content=\"noindex, nofollow\">\n"
        "<title>{}{}</title>\n<style>{}</style>\n</head>\n",
        style_sum(), title(), is_public_ ? "" : " (internal: do not pass on)", style_sheet());
  }

  void top(const ComparedSide& from, const ComparedSide& to,
           const std::vector<std::string>& notes) {
    out_ += "<body>\n";
    if (!is_public_) {
      out_ += "<aside class=\"secrecy\" aria-label=\"Secrecy\">internal: do not pass on</aside>\n";
    }
    out_ += "<header class=\"top\">\n";
    add("<h1>{}</h1>\n<p class=\"headline\">{}.</p>\n", title(),
        shown(comparison_headline(comparison_)));
    add("<dl class=\"sides\"><dt>From</dt><dd>{}</dd><dt>To</dt><dd>{}</dd></dl>\n",
        shown(name_of(from)), shown(name_of(to)));
    const std::string theme = theme_sentence(comparison_);
    if (notes.empty() && theme.empty()) return;
    out_ += "<ul class=\"notes\">\n";
    for (const std::string& note : notes) add("<li>Note: {}.</li>\n", shown(note));
    if (!theme.empty()) add("<li>{}</li>\n", shown(theme));
    out_ += "</ul>\n";
  }

  void contents() {
    if (comparison_.pages.empty()) return;
    out_ += "<nav class=\"contents\" aria-label=\"Pages that change\">\n";
    for (const PageChange::Kind kind : kKindsInOrder) {
      const std::vector<const PageChange*> pages = pages_of(comparison_, kind);
      if (pages.empty()) continue;
      add("<details{}><summary>{} ({})</summary>\n<ul>\n",
          pages.size() > kMostListed ? "" : " open", heading_of(kind, comparison_.audience),
          pages.size());
      for (const PageChange* page : pages) {
        add("<li><a href=\"#{}\"><span class=\"kind\">{}</span> <bdi{}>{}</bdi></a></li>\n",
            id_of(*page), label_of(*page), language_, shown(page->title));
      }
      out_ += "</ul>\n</details>\n";
    }
    out_ += "</nav>\n";
  }

  void part(PageChange::Kind kind) {
    const std::vector<const PageChange*> pages = pages_of(comparison_, kind);
    if (pages.empty()) return;
    add("<section>\n<h2>{}</h2>\n", heading_of(kind, comparison_.audience));
    for (const PageChange* page : pages) write(*page);
    out_ += "</section>\n";
  }

  void write(const PageChange& page) {
    add("<article class=\"page\" id=\"{}\">\n<div class=\"page-head\">\n"
        "<h3><span class=\"kind\">{}</span> <bdi{}>{}</bdi></h3>\n",
        id_of(page), label_of(page), language_, shown(page.title));
    if (!page.old_address.empty()) {
      add("<p>Its address changes from <del><code>{}</code></del> to <ins><code>{}</code></ins>: "
          "the old one leads nowhere.</p>\n",
          shown(page.old_address), shown(page.address));
    } else if (page.kind == PageChange::Kind::removed && !page.address.empty()) {
      add("<p>Its address was <code>{}</code>, which leads nowhere then.</p>\n",
          shown(page.address));
    } else if (page.kind == PageChange::Kind::added && page.address != page.title) {
      add("<p>Its address is <code>{}</code></p>\n", shown(page.address));
    }
    out_ += "</div>\n";
    if (!page.lines.empty()) {
      out_ += "<div class=\"lines\">\n";
      LinesWriter(out_, language_).write(page.lines);
      out_ += "</div>\n";
    }
    out_ += "</article>\n";
  }

  // "Incident 2026-03-17"
  static std::string label_of(const PageChange& page) {
    std::string label = page.page;
    if (!label.empty()) label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return shown(page.date.empty() ? label : label + " " + page.date);
  }

  // By its place in the comparison: no content gets into an id.
  std::string id_of(const PageChange& page) const {
    return fmt::format("change-{}", &page - comparison_.pages.data() + 1);
  }

  const Comparison& comparison_;
  bool is_public_;
  std::string language_;
  std::string out_;
};

}  // namespace

std::string comparison_html(const Comparison& comparison, const ComparedSide& from,
                            const ComparedSide& to, const std::vector<std::string>& notes) {
  return PageWriter(comparison).write(from, to, notes);
}

}  // namespace debrief
