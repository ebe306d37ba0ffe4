// https://docs.github.com/actions/reference/workflow-commands-for-github-actions; the escaping is
// that of the toolkit (packages/core/src/command.ts).

#include <fmt/format.h>

#include <algorithm>

#include "generator/check/formats.h"
#include "generator/check/review_guide.h"

namespace debrief {
namespace {

constexpr std::size_t kMostAnnotations = 10;
// A step's summary may be 1 MiB.
constexpr std::size_t kMostSummary = 900'000;

std::string escape_data(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else {
      out += c;
    }
  }
  return out;
}

std::string escape_property(std::string_view text) {
  std::string out;
  for (const char c : escape_data(text)) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command_of(Level level) {
  switch (level) {
    case Level::error:
      return "error";
    case Level::warning:
      return "warning";
    case Level::info:
      break;
  }
  return "notice";
}

// Text of one cell of a table, without markup.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    if (c == '<' || c == '&') {
      out += c == '<' ? "&lt;" : "&amp;";
      continue;
    }
    if (std::string_view("\\`*_{}[]()#+!|~>@").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::vector<Diagnostic> worst_first(std::vector<Diagnostic> items) {
  std::ranges::stable_sort(items, [](const Diagnostic& a, const Diagnostic& b) {
    return static_cast<int>(a.level) > static_cast<int>(b.level);
  });
  return items;
}

}  // namespace

std::string findings_github(const FindingsToPrint& findings) {
  std::string text;
  const std::vector<Diagnostic> items = worst_first(findings.items);
  for (std::size_t i = 0; i < std::min(items.size(), kMostAnnotations); ++i) {
    const Diagnostic& item = items[i];
    text += fmt::format("::{} file={}", command_of(item.level),
                        escape_property(findings.prefix + item.where.file));
    if (item.where.line > 0) text += fmt::format(",line={}", item.where.line);
    if (item.where.column > 0) text += fmt::format(",col={}", item.where.column);
    text += fmt::format(",title={}::{}\n", escape_property(item.id), escape_data(item.message));
  }
  if (items.size() > kMostAnnotations) {
    text += fmt::format("{} more; all of them are in the summary of the job.\n",
                        items.size() - kMostAnnotations);
  }
  return text + count_text(findings.items) + "\n";
}

std::string findings_github_summary(const FindingsToPrint& findings) {
  std::string text = "## Post-mortems\n\n" + count_text(findings.items) + "\n";
  if (findings.items.empty()) return text;
  text += "\n| level | where | rule | what |\n|---|---|---|---|\n";
  std::size_t shown = 0;
  for (const Diagnostic& item : worst_first(findings.items)) {
    std::string row =
        fmt::format("| {} | {}", to_string(item.level), cell(findings.prefix + item.where.file));
    if (item.where.line > 0) row += fmt::format(":{}", item.where.line);
    const std::string help = rule_address(findings.guide_address, item.id);
    const std::string rule = help.empty() ? item.id : fmt::format("[{}](<{}>)", item.id, help);
    row += fmt::format(" | {} | {} |\n", rule, cell(item.message));
    if (text.size() + row.size() > kMostSummary) break;
    text += row;
    ++shown;
  }
  if (shown < findings.items.size())
    text += fmt::format("\n{} more are not shown.\n", findings.items.size() - shown);
  return text;
}

}  // namespace debrief
