#include "generator/theme/template_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "generator/base/embedded_file.h"
#include "generator/base/source_text.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/site/texts.h"
#include "generator/theme/template_pieces.h"

namespace debrief {

// Made by debrief_embed() out of themes/README.md.
extern const std::span<const EmbeddedFile> theme_readme;

namespace {

constexpr std::string_view kFolder = "templates/";
constexpr std::string_view kExtension = ".mustache";

bool is_name(std::string_view text) {
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_';
  });
}

const std::set<std::string>& words_of_interface() {
  static const std::set<std::string> names = [] {
    std::set<std::string> all;
    for (const auto& [name, text] : Texts("en").table()) all.insert(name);
    return all;
  }();
  return names;
}

std::string hint(std::string_view name, const std::set<std::string>& known) {
  return did_you_mean(name, std::vector<std::string>(known.begin(), known.end()));
}

// The address of an asset is named after the file.
bool is_asset(std::string_view name) {
  return name.starts_with("asset_");
}

void check_name(const TemplatePiece& tag, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < tag.path.size(); ++i) {
    const std::string& name = tag.path[i];
    const bool is_word = i == 1 && tag.path.front() == "text";
    const std::set<std::string>& known = is_word ? words_of_interface() : documented_names();
    if (known.contains(name) || is_asset(name)) continue;
    diagnostics.error("template-unknown-name", tag.where,
                      fmt::format("no page has the name '{}'{}", tag.text, hint(name, known)));
    return;
  }
}

void check_names(const ThemeFile& file, Diagnostics& diagnostics) {
  using Kind = TemplatePiece::Kind;
  Diagnostics known;  // The theme is loaded from the same files, and has these already.
  for (const TemplatePiece& piece : scan_template(SourceText(file.origin, file.bytes), known)) {
    const bool is_name_of_data = piece.kind == Kind::text || piece.kind == Kind::html ||
                                 piece.kind == Kind::section || piece.kind == Kind::inverted;
    if (is_name_of_data) check_name(piece, diagnostics);
  }
}

}  // namespace

const std::set<std::string>& documented_names() {
  static const std::set<std::string> names = [] {
    std::set<std::string> all;
    const std::vector<std::string_view> parts = split(theme_readme.front().bytes(), '`');
    // Every other part stands between two signs.
    for (std::size_t i = 1; i < parts.size(); i += 2) {
      if (is_name(parts[i])) all.emplace(parts[i]);
    }
    return all;
  }();
  return names;
}

void check_template_names(const ThemeFiles& files, Diagnostics& diagnostics) {
  static const ThemeFiles builtin = builtin_theme();
  std::set<std::string> templates;
  for (const auto& [path, file] : builtin) {
    if (path.starts_with(kFolder)) templates.insert(path.substr(kFolder.size()));
  }
  for (const auto& [path, file] : files) {
    if (!path.starts_with(kFolder)) continue;
    const std::string name = path.substr(kFolder.size());
    if (!name.ends_with(kExtension) || (!name.starts_with('_') && !templates.contains(name))) {
      diagnostics.error("unknown-template", {file.origin, 0, 0, ""},
                        fmt::format("no page is shown with '{}'{}", name, hint(name, templates)));
      continue;
    }
    check_names(file, diagnostics);
  }
}

}  // namespace debrief
