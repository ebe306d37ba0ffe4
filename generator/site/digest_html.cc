#include <fmt/format.h>

#include <string_view>

#include "generator/base/escape.h"
#include "generator/site/digest_formats.h"

namespace debrief {

namespace {

// Programs that show e-mails drop style sheets, and some of them everything that is not simple.
constexpr std::string_view kBody =
    "font-family: Arial, Helvetica, sans-serif; font-size: 15px; line-height: 1.5; "
    "color: #1b2027; background: #ffffff; max-width: 640px; margin: 0 auto; padding: 16px";
constexpr std::string_view kTitle = "font-size: 22px; line-height: 1.3; margin: 0 0 16px";
constexpr std::string_view kHeading = "font-size: 17px; line-height: 1.3; margin: 24px 0 8px";
constexpr std::string_view kList = "margin: 0; padding: 0 0 0 20px";
constexpr std::string_view kItem = "margin: 0 0 8px";
constexpr std::string_view kPoint = "margin: 4px 0 0";
constexpr std::string_view kLink = "color: #1f5fa8";

std::string line_html(const DigestLine& line) {
  std::string out;
  for (const DigestRun& run : line) {
    std::string text = escape_html(run.text);
    if (!run.url.empty()) {
      text = fmt::format("<a href=\"{}\" style=\"{}\">{}</a>", escape_html(run.url), kLink, text);
    }
    out += run.is_strong ? "<b>" + text + "</b>" : text;
  }
  return out;
}

void add_entry(std::string& out, const DigestEntry& entry) {
  out += fmt::format("<li dir=\"auto\" style=\"{}\">{}", kItem, line_html(entry.line));
  if (!entry.points.empty()) {
    out += fmt::format("\n<ul style=\"{}\">\n", kList);
    for (const DigestLine& point : entry.points) {
      out += fmt::format("<li dir=\"auto\" style=\"{}\">{}</li>\n", kPoint, line_html(point));
    }
    out += "</ul>\n";
  }
  out += "</li>\n";
}

}  // namespace

std::string digest_html(const DigestWords& words) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n</head>\n"
      "<body style=\"{}\">\n<h1 style=\"{}\">{}</h1>\n",
      escape_html(words.language), escape_html(words.title), kBody, kTitle,
      escape_html(words.title));
  if (!words.nothing.empty()) out += fmt::format("<p>{}</p>\n", escape_html(words.nothing));
  for (const DigestSection& section : words.sections) {
    out += fmt::format("<h2 style=\"{}\">{}</h2>\n<ul style=\"{}\">\n", kHeading,
                       escape_html(section.heading), kList);
    for (const DigestEntry& entry : section.entries) add_entry(out, entry);
    out += "</ul>\n";
  }
  return out + "</body>\n</html>\n";
}

}  // namespace debrief
