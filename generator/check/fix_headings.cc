// Headings that mean a section and are spelt in another way than everywhere else.
//
// Not every synonym of extract/section_names.h: "Customer impact" says more than "Impact", and
// "Analysis" something else. Here are those that are the same word in another spelling.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "generator/base/slug.h"
#include "generator/base/text.h"
#include "generator/check/fixes.h"
#include "generator/extract/section_names.h"

namespace debrief {
namespace {

// Longer ones before those that they begin with.
const std::vector<std::pair<std::string_view, std::string_view>>& spellings() {
  static const std::vector<std::pair<std::string_view, std::string_view>> kSpellings = {
      {"tl;dr", "summary"},
      {"tldr", "summary"},
      {"root causes", "root-cause"},
      {"the root cause", "root-cause"},
      {"the five whys", "five-whys"},
      {"the 5 whys", "five-whys"},
      {"5 whys", "five-whys"},
      {"5-whys", "five-whys"},
      {"5 why", "five-whys"},
      {"five why", "five-whys"},
      {"contributing factor", "contributing-factors"},
      {"contributory factors", "contributing-factors"},
      {"triggers", "trigger"},
      {"the trigger", "trigger"},
      {"what did go well", "what-went-well"},
      {"where did we get lucky", "where-we-got-lucky"},
      {"where we were lucky", "where-we-got-lucky"},
      {"lesson learned", "lessons-learned"},
      {"lessons learnt", "lessons-learned"},
      {"actions items", "action-items"},
      {"action item", "action-items"},
      {"actionable items", "action-items"},
      {"future improvement", "future-improvements"},
      {"appendices", "appendix"},
  };
  return kSpellings;
}

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

// "Root Cause", or "Root cause" where the author writes small letters within a heading.
std::string canonical_words(std::string_view section, std::string_view written) {
  const std::size_t second = written.find_first_of(" -");
  bool small = false;
  for (std::size_t i = second; i < written.size(); ++i) {
    small = small || (written[i] >= 'a' && written[i] <= 'z' && !is_letter(written[i - 1]));
  }
  std::string out(section);
  bool begins = true;
  bool is_first = true;
  for (char& c : out) {
    if (c == '-') {
      c = ' ';
      begins = true;
      is_first = false;
    } else if (begins) {
      if (is_first || !small) c = upper(std::string_view(&c, 1)).front();
      begins = false;
    }
  }
  return out;
}

// Behind the words there may be a full stop, a colon or emphasis, and then a remark or a mark:
// "(UTC)", "<!-- internal -->"; nothing that belongs to the name.
bool may_follow(std::string_view rest) {
  while (!rest.empty() && std::string_view("*_:.?! \t#").find(rest.front()) != rest.npos) {
    rest.remove_prefix(1);
  }
  return rest.empty() || rest.starts_with('(') || rest.starts_with('[') || rest.starts_with("<!--");
}

// Where the words stand in the line, with nothing but signs and a number before them.
std::size_t place_of(std::string_view line, std::string_view words) {
  const std::string lower = to_lower(line);
  const std::size_t at = lower.find(words);
  if (at == std::string::npos) return at;
  const std::string_view before = line.substr(0, at);
  const bool signs_only = std::ranges::none_of(before, is_letter);
  const bool is_whole =
      (before.empty() || !is_word_byte(before.back())) &&
      (at + words.size() == line.size() || !is_word_byte(line[at + words.size()]));
  return signs_only && is_whole && may_follow(line.substr(at + words.size())) ? at
                                                                              : std::string::npos;
}

// As GitHub and others make them, who leave out what is no letter.
std::string other_anchor(std::string_view heading) {
  std::string out;
  for (const char c : to_lower(collapse_spaces(heading))) {
    if (c == ' ') {
      out += '-';
    } else if (is_word_byte(c) || c == '-' || c == '_') {
      out += c;
    }
  }
  return out;
}

class HeadingReader {
 public:
  HeadingReader(const Report& report, const SourceText& file, const HeadingUse& use)
      : file_(file), use_(use) {
    // What leads to the page: itself, its file, its folder, its address.
    const std::string& path = report.path;
    const std::string file_name = path.substr(path.rfind('/') + 1);
    names_ = {"",
              path,
              to_lower(file_name),
              to_lower(file_name.substr(0, file_name.rfind('.'))),
              to_lower(name_of_file(path)),
              make_slug(report.id)};
  }

  void count(const std::vector<Section>& sections) {
    for (const Section& section : sections) {
      ++slugs_[make_slug(collapse_spaces(plain_text(section.heading)))];
      count(section.sections);
    }
  }

  void read(const std::vector<Section>& sections, std::vector<Fix>& fixes) {
    for (const Section& section : sections) {
      read(section, fixes);
      read(section.sections, fixes);
    }
  }

 private:
  void read(const Section& section, std::vector<Fix>& fixes) {
    if (section.kind.empty()) return;
    const std::string_view line = file_.line(section.heading.line);
    const auto found = words_in(section, line);
    if (!found) return;
    const auto [at, length] = *found;
    const std::string_view written = line.substr(at, length);
    const std::string words = canonical_words(section.kind, written);
    const std::string heading = collapse_spaces(plain_text(section.heading));
    if (is_used(heading, words)) return;
    const std::size_t offset = line_offset(file_, section.heading.line) + at;
    fixes.push_back({"heading-spelling",
                     file_.at_offset(offset),
                     fmt::format("'{}' is called '{}' elsewhere", written, words),
                     {{offset, length, words}}});
  }

  // The words that would be changed.
  static std::optional<std::pair<std::size_t, std::size_t>> words_in(const Section& section,
                                                                     std::string_view line) {
    for (const auto& [spelling, name] : spellings()) {
      if (name != section.kind) continue;
      const std::size_t at = place_of(line, spelling);
      if (at != std::string::npos) return std::pair(at, spelling.size());
    }
    // "ROOT CAUSE"; "RCA" is no such thing, nor is "Root Cause".
    std::string words(section.kind);
    std::ranges::replace(words, '-', ' ');
    const std::size_t at = place_of(line, words);
    if (at == std::string::npos || line.substr(at, words.size()) != upper(words)) {
      return std::nullopt;
    }
    return std::pair(at, words.size());
  }

  // Something leads to it, or would lead somewhere else; or the house wants it so.
  bool is_used(const std::string& heading, const std::string& words) const {
    const std::string old_anchor = make_slug(heading);
    const std::string new_anchor = make_slug(words);
    const auto linked = [this](const std::string& anchor) {
      return std::ranges::any_of(names_, [&](const std::string& name) {
        return use_.anchors.contains(name + "#" + anchor);
      });
    };
    if (old_anchor != new_anchor &&
        (linked(old_anchor) || linked(new_anchor) || linked(other_anchor(heading)))) {
      return true;
    }
    return use_.templates.contains(heading) ||
           (old_anchor != new_anchor && slugs_.contains(new_anchor));
  }

  const SourceText& file_;
  const HeadingUse& use_;
  std::vector<std::string> names_;
  std::map<std::string, int> slugs_;
};

}  // namespace

std::vector<Fix> heading_fixes(const Report& report, const SourceText& file,
                               const HeadingUse& headings) {
  std::vector<Fix> fixes;
  HeadingReader reader(report, file, headings);
  reader.count(report.body.sections);
  reader.read(report.body.sections, fixes);
  return fixes;
}

}  // namespace debrief
