#include "generator/compare/comparison_text.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "generator/compare/comparison_summary.h"

namespace debrief {

namespace {

class TextWriter {
 public:
  TextWriter(Audience audience, TextColor color)
      : is_public_(audience == Audience::public_), has_color_(color == TextColor::terminal) {}

  void write(const PageChange& page) {
    if (!out_.empty()) out_ += '\n';
    const std::string date = page.date.empty() ? "" : " " + page.date;
    line(kStrong, fmt::format("{} {}{} {}{}", sign(page.kind), page.page, date, page.title,
                              remark(page.kind)));
    if (!page.old_address.empty()) {
      line("", fmt::format("    address changes from {} to {}", page.old_address, page.address));
    } else if (page.kind != PageChange::Kind::changed && page.address != page.title) {
      line("", "    address: " + page.address);
    }
    std::string place;
    for (const ChangedLine& changed : page.lines) {
      if (changed.place != place) {
        if (!changed.is_heading) line("", "    " + changed.place);
        place = changed.place;
      } else if (changed.follows_gap) {
        line("", "      …");
      }
      write(changed);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  static constexpr std::string_view kStrong = "\x1b[1m";
  static constexpr std::string_view kRed = "\x1b[31m";
  static constexpr std::string_view kGreen = "\x1b[32m";

  void line(std::string_view color, std::string_view text) {
    if (has_color_ && !color.empty()) {
      fmt::format_to(std::back_inserter(out_), "{}{}\x1b[0m\n", color, text);
    } else {
      fmt::format_to(std::back_inserter(out_), "{}\n", text);
    }
  }

  void write(const ChangedLine& changed) {
    const bool is_added = changed.kind == ChangedLine::Kind::added;
    line(is_added ? kGreen : kRed, fmt::format("  {}{}{}", is_added ? '+' : '-',
                                               changed.text.empty() ? "" : "   ", changed.text));
  }

  static char sign(PageChange::Kind kind) {
    switch (kind) {
      case PageChange::Kind::added:
        return '+';
      case PageChange::Kind::removed:
        return '-';
      case PageChange::Kind::changed:
        break;
    }
    return '~';
  }

  std::string_view remark(PageChange::Kind kind) const {
    switch (kind) {
      case PageChange::Kind::added:
        return is_public_ ? "  (becomes public)" : "  (is new)";
      case PageChange::Kind::removed:
        return is_public_ ? "  (ceases to be public)" : "  (is gone)";
      case PageChange::Kind::changed:
        break;
    }
    return "";
  }

  bool is_public_;
  bool has_color_;
  std::string out_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, TextColor color) {
  std::string theme = theme_sentence(comparison);
  if (!theme.empty()) theme += '\n';
  if (comparison.pages.empty()) return comparison_headline(comparison) + ".\n" + theme;
  TextWriter writer(comparison.audience, color);
  for (const PageChange& page : comparison.pages) writer.write(page);
  return writer.take() + (theme.empty() ? "" : "\n" + theme);
}

}  // namespace debrief
