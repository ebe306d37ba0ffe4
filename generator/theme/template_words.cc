#include "generator/theme/template_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "generator/base/source_text.h"
#include "generator/base/text.h"
#include "generator/base/utf8.h"
#include "generator/theme/template_pieces.h"

namespace debrief {
namespace {

using Kind = TemplatePiece::Kind;

constexpr std::string_view kFolder = "templates/";
constexpr std::string_view kExtension = ".mustache";

// Pages of the internal site alone (site/page.cc).
constexpr std::array<std::string_view, 9> kInternalPages = {
    "home",  "public_text", "actions",          "closed_actions",   "owners",
    "owner", "repeats",     "publication_desk", "publication_group"};

// Stand for tags in the text of a template, in which no such characters are.
constexpr char kNothing = '\x1F';  // prints nothing by itself: a section, an element
constexpr char kValue = '\x1E';    // prints what nobody knows here

// The sections that a place in a template is inside of.
class OpenSections {
 public:
  void enter(const TemplatePiece& tag) {
    hides_.push_back(is_hidden() || hides(tag));
    names_.push_back(tag.text);
  }
  void leave() {
    if (hides_.empty()) return;
    hides_.pop_back();
    names_.pop_back();
  }
  // Whether the public site does not show it.
  bool is_hidden() const { return !hides_.empty() && hides_.back(); }

 private:
  bool hides(const TemplatePiece& tag) const {
    const bool is_in_site = !names_.empty() && names_.back() == "site";
    const std::string name = is_in_site ? "site." + tag.text : tag.text;
    return name == (tag.kind == Kind::section ? "site.is_internal" : "site.is_public");
  }

  std::vector<bool> hides_;
  std::vector<std::string> names_;
};

struct PublicPart {
  TemplateWords source;            // with kNothing and kValue in place of tags, and markup
  std::set<std::string> partials;  // that it shows, by their files
};

void append(TemplateWords& words, std::string_view text, std::size_t place, bool is_one_place) {
  words.text += text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    words.places.push_back(is_one_place ? place : place + i);
  }
}

PublicPart public_part(const ThemeFile& file) {
  Diagnostics known;  // The theme is loaded from the same files, and has these already.
  PublicPart part;
  OpenSections sections;
  for (const TemplatePiece& piece : scan_template(SourceText(file.origin, file.bytes), known)) {
    const bool is_section = piece.kind == Kind::section || piece.kind == Kind::inverted;
    if (piece.kind == Kind::end) sections.leave();
    if (!sections.is_hidden()) {
      const char mark = is_section || piece.kind == Kind::end ? kNothing : kValue;
      const bool is_literal = piece.kind == Kind::literal;
      append(part.source, is_literal ? std::string_view(piece.text) : std::string_view(&mark, 1),
             piece.offset, false);
      if (piece.kind == Kind::partial) {
        part.partials.insert(std::string(kFolder) + "_" + piece.text + std::string(kExtension));
      }
    }
    if (is_section) sections.enter(piece);
  }
  return part;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

TemplateWords part_of(const TemplateWords& words, std::size_t begin, std::size_t end) {
  return {words.text.substr(begin, end - begin),
          {words.places.begin() + static_cast<std::ptrdiff_t>(begin),
           words.places.begin() + static_cast<std::ptrdiff_t>(end)},
          false};
}

// Takes HTML apart: its text first, with kNothing for each element, then values and comments.
class Markup {
 public:
  explicit Markup(const TemplateWords& source) : source_(source), bytes_(source.text) {}

  std::vector<TemplateWords> run() {
    std::size_t at = 0;
    while (at < bytes_.size()) {
      const std::size_t end = bytes_[at] == '<' ? end_of_markup(at) : at;
      if (end == at) {
        append(text_, bytes_.substr(at, 1), source_.places[at], true);
        ++at;
        continue;
      }
      append(text_, std::string_view(&kNothing, 1), source_.places[at], true);
      at = end;
    }
    others_.insert(others_.begin(), std::move(text_));
    return std::move(others_);
  }

 private:
  // `at` if no markup begins there.
  std::size_t end_of_markup(std::size_t at) {
    const std::string_view rest = bytes_.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t close = std::min(bytes_.find("-->", at + 4), bytes_.size());
      others_.push_back(part_of(source_, at + 4, close));
      return std::min(close + 3, bytes_.size());
    }
    const char next = rest.size() > 1 ? rest[1] : ' ';
    if (!is_letter(next) && next != '/' && next != '!' && next != '?') return at;
    return end_of_element(at + 1);
  }

  std::size_t end_of_element(std::size_t at) {
    while (at < bytes_.size() && bytes_[at] != '>') {
      if (bytes_[at] != '=') {
        ++at;
        continue;
      }
      at = std::min(bytes_.find_first_not_of(" \t\r\n\f", at + 1), bytes_.size());
      if (at == bytes_.size()) break;
      const char quote = bytes_[at];
      const bool is_quoted = quote == '"' || quote == '\'';
      if (is_quoted) ++at;
      std::size_t end = at;
      while (end < bytes_.size() &&
             (is_quoted ? bytes_[end] != quote : !is_space(bytes_[end]) && bytes_[end] != '>')) {
        ++end;
      }
      others_.push_back(part_of(source_, at, end));
      others_.back().is_value = true;
      at = is_quoted ? std::min(end + 1, bytes_.size()) : end;
    }
    return std::min(at + 1, bytes_.size());
  }

  const TemplateWords& source_;
  std::string_view bytes_;
  TemplateWords text_;
  std::vector<TemplateWords> others_;
};

std::string utf8(std::uint32_t code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return " ";
  std::string text;
  append_utf8(text, code);
  return text;
}

// What stands for the entity between '&' and ';'; empty if it is none that matters here.
std::string entity(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kNames = {
      {{"amp", "&"},
       {"lt", "<"},
       {"gt", ">"},
       {"quot", "\""},
       {"apos", "'"},
       {"nbsp", " "},
       {"shy", "\xC2\xAD"}}};
  for (const auto& [known, text] : kNames) {
    if (name == known) return std::string(text);
  }
  if (!name.starts_with('#')) return "";
  const bool is_hexadecimal = name.starts_with("#x") || name.starts_with("#X");
  const std::string_view digits = name.substr(is_hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hexadecimal ? 16 : 10);
  return error == std::errc() && end == digits.data() + digits.size() ? utf8(code) : "";
}

// Entities decoded; tags and elements a space, or, where they print nothing, not there.
TemplateWords reading(const TemplateWords& words, bool is_joined) {
  constexpr std::size_t kLongestEntity = 10;
  TemplateWords read;
  read.is_value = words.is_value;
  const std::string_view text = words.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t place = words.places[at];
    if (text[at] == kNothing || text[at] == kValue) {
      if (text[at] == kValue || !is_joined) append(read, " ", place, true);
      continue;
    }
    if (text[at] == '&') {
      const std::size_t end = text.substr(at, kLongestEntity).find(';');
      const std::string stands_for =
          end == std::string_view::npos ? "" : entity(text.substr(at + 1, end - 1));
      if (!stands_for.empty()) {
        append(read, stands_for, place, true);
        at += end;
        continue;
      }
    }
    append(read, text.substr(at, 1), place, true);
  }
  return read;
}

}  // namespace

std::map<std::string, std::vector<TemplateWords>> public_template_words(const ThemeFiles& files) {
  std::map<std::string, std::vector<TemplateWords>> words;
  std::vector<std::string> shown;
  for (const auto& [path, file] : files) {
    if (!path.starts_with(kFolder) || !path.ends_with(kExtension)) continue;
    const std::string_view name = std::string_view(path).substr(
        kFolder.size(), path.size() - kFolder.size() - kExtension.size());
    const bool is_internal = std::ranges::find(kInternalPages, name) != kInternalPages.end();
    if (!name.starts_with('_') && !is_internal) shown.push_back(path);
  }
  while (!shown.empty()) {
    const std::string path = std::move(shown.back());
    shown.pop_back();
    const auto file = files.find(path);
    const auto [entry, is_new] = words.try_emplace(path);
    if (!is_new || file == files.end()) continue;
    const PublicPart part = public_part(file->second);
    for (const TemplateWords& found : Markup(part.source).run()) {
      entry->second.push_back(reading(found, true));
      if (found.text.find(kNothing) != std::string::npos) {
        entry->second.push_back(reading(found, false));
      }
    }
    shown.insert(shown.end(), part.partials.begin(), part.partials.end());
  }
  return words;
}

}  // namespace debrief
