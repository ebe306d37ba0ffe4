#include "generator/base/svg_fault.h"

#include <fmt/format.h>

#include "generator/base/text.h"

namespace debrief {

namespace {

struct Unwanted {
  std::string_view text;  // in lower case
  std::string_view what;
};

constexpr Unwanted kUnwanted[] = {
    {"<script", "a script"},
    {"javascript:", "a script"},
    {"<foreignobject", "a part that is no drawing (foreignObject)"},
    {"<iframe", "a page in the picture"},
    {"<!doctype", "a document type"},
    {"<!entity", "an entity"},
    {"<!--", "a comment"},
    {"<?xml-stylesheet", "a style sheet of its own"},
    {"@import", "a style sheet of its own"},
    {"<metadata", "metadata"},
    {"inkscape:", "notes of the drawing program (inkscape:)"},
    {"sodipodi:", "notes of the drawing program (sodipodi:)"},
    {"adobe", "notes of the drawing program (Adobe)"},
    {"data-name=", "notes of the drawing program (data-name)"},
};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// An attribute such as onload="…": they all begin so, and nothing that draws does.
bool has_handler(std::string_view text) {
  for (std::size_t at = text.find("on"); at != std::string_view::npos;
       at = text.find("on", at + 1)) {
    if (at == 0 || !(is_space(text[at - 1]) || text[at - 1] == '"' || text[at - 1] == '\'' ||
                     text[at - 1] == '/')) {
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    while (end < text.size() && is_space(text[end])) ++end;
    if (end < text.size() && text[end] == '=') return true;
  }
  return false;
}

// What stands behind `sign`, without spaces and quotes before it.
bool leads_out(std::string_view text, std::string_view sign) {
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + 1)) {
    std::size_t value = at + sign.size();
    while (value < text.size() && (is_space(text[value]) || text[value] == '=' ||
                                   text[value] == '"' || text[value] == '\'')) {
      ++value;
    }
    // Only to a part of the picture itself.
    if (value >= text.size() || text[value] != '#') return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> svg_fault(std::string_view bytes) {
  if (find_invalid_utf8(bytes)) return "text that is not UTF-8";
  const std::string text = to_lower(bytes);
  for (const Unwanted& unwanted : kUnwanted) {
    if (text.find(unwanted.text) != std::string::npos) return std::string(unwanted.what);
  }
  if (text.find('&') != std::string::npos) return "an entity";
  if (has_handler(text)) return "a script";
  for (const std::string_view sign : {"href", "src=", "url("}) {
    if (leads_out(text, sign)) return fmt::format("a reference to another file ({})", sign);
  }
  return std::nullopt;
}

}  // namespace debrief
