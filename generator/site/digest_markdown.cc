#include <fmt/format.h>

#include <string_view>

#include "generator/base/text.h"
#include "generator/site/digest_formats.h"

namespace debrief {

namespace {

// Seen by nobody, and no part of a word: behind it, chats see no name, number or picture.
constexpr std::string_view kJoiner = "\u2060";

bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// ":smile:"
bool begins_picture(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (is_word(text[end]) || text[end] == '-' || text[end] == '+')) ++end;
  return end > 1 && end < text.size() && text[end] == ':' && is_letter(text[1]);
}

// "@channel", "#12", ":smile:", "https://…": what chats make something of without any markup.
bool calls_something(std::string_view text) {
  switch (text.front()) {
    case '@':
    case '#':
      return text.size() > 1 && is_word(text[1]);
    case ':':
      return text.starts_with("://") || begins_picture(text);
    default:
      return false;
  }
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '&':
        out += "&amp;";
        continue;
      case '<':
        out += "&lt;";
        continue;
      case '>':
        out += "&gt;";
        continue;
      default:
        break;
    }
    if (std::string_view("\\`*_[]{}|~$!#^").find(c) != std::string_view::npos) out += '\\';
    out += c;
    if (calls_something(text.substr(i))) out += kJoiner;
    // "www.example.com" is a link to many.
    if (c == '.' && i >= 3 && to_lower(text.substr(i - 3, 3)) == "www") out += kJoiner;
  }
}

// What begins a line could begin a list or a line across the page.
std::string escaped_start(std::string_view text) {
  std::string out;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const bool is_number =
      digits != 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  if (is_number) {
    out = std::string(text.substr(0, digits)) + '\\' + text[digits];
    text.remove_prefix(digits + 1);
  } else if (!text.empty() &&
             std::string_view("-+=").find(text.front()) != std::string_view::npos) {
    out = std::string("\\") + text.front();
    text.remove_prefix(1);
  }
  append_escaped(out, text);
  return out;
}

std::string line_text(const DigestLine& line) {
  std::string out;
  for (const DigestRun& run : line) {
    std::string text;
    if (&run == &line.front() && run.url.empty() && !run.is_strong) {
      text = escaped_start(run.text);
    } else {
      append_escaped(text, run.text);
    }
    if (!run.url.empty()) text = fmt::format("[{}]({})", text, run.url);
    if (!run.is_strong || text.empty()) {
      out += text;
      continue;
    }
    // Signs with a space inside of them are none.
    const bool has_space = text.back() == ' ';
    if (has_space) text.pop_back();
    out += "**" + text + (has_space ? "** " : "**");
  }
  return out;
}

}  // namespace

std::string digest_markdown(const DigestWords& words) {
  std::string out;
  if (!words.nothing.empty()) {
    append_escaped(out, words.nothing);
    return out + "\n";
  }
  out += "# ";
  append_escaped(out, words.title);
  out += "\n";
  for (const DigestSection& section : words.sections) {
    out += "\n## ";
    append_escaped(out, section.heading);
    out += "\n\n";
    for (const DigestEntry& entry : section.entries) {
      out += "- " + line_text(entry.line) + "\n";
      for (const DigestLine& point : entry.points) out += "  - " + line_text(point) + "\n";
    }
  }
  return out;
}

}  // namespace debrief
