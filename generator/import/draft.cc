#include "generator/import/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "generator/base/escape.h"
#include "generator/base/source_text.h"
#include "generator/base/text.h"
#include "generator/extract/section_names.h"
#include "generator/import/source_front_matter.h"
#include "generator/markdown/marks.h"
#include "generator/markdown/outline.h"
#include "generator/markdown/parse.h"

namespace debrief {
namespace {

// "img/a%20b.png#top" names the file "img/a b.png".
std::string path_of_link(std::string_view written) {
  return percent_decoded(written.substr(0, written.find_first_of("?#")));
}

void collect_links(const std::vector<Node>& nodes, int line, std::vector<RelativeLink>& links) {
  for (const Node& node : nodes) {
    const int at = node.line > 0 ? node.line : line;
    if (node.target.kind == LinkTarget::Kind::relative) {
      std::string path = path_of_link(node.target.value);
      if (!path.empty() && path.find('\0') == std::string::npos) {
        links.push_back({std::move(path), node.kind == NodeKind::image, at});
      }
    }
    collect_links(node.children, at, links);
  }
}

void report_invalid_utf8(const SourceText& file, std::size_t offset, Diagnostics& diagnostics) {
  SourceLocation where = file.at_offset(offset);
  where.line_text.clear();
  diagnostics.error("invalid-utf8", where, "the text is not valid UTF-8; save the file as UTF-8");
}

// "20xx-MM-DD", "YYYY-MM-DD HH:mm", "hh:mm": where a time is to be written.
bool is_time_to_fill_in(std::string_view text) {
  const std::string lower = to_lower(text);
  return std::ranges::any_of(
      std::array<std::string_view, 4>{"20xx-", "yyyy-mm", "xxxx-", "yyyy/mm"},
      [&lower](std::string_view mark) { return lower.find(mark) != std::string::npos; });
}

bool is_title_to_fill_in(std::string_view title) {
  std::string bare = to_lower(trim(title));
  std::erase_if(bare, [](char c) {
    return std::string_view("[]<>{}()*_\"'").find(c) != std::string_view::npos;
  });
  bare = collapse_spaces(bare);
  for (const std::string_view prefix :
       {"postmortem: ", "post-mortem: ", "incident: ", "incident report: "}) {
    if (bare.starts_with(prefix)) bare.erase(0, prefix.size());
  }
  constexpr std::array<std::string_view, 12> kTitles = {
      "incident title",    "title",
      "incident name",     "title of incident",
      "your title here",   "name",
      "short title",       "title of the incident",
      "incident",          "postmortem title",
      "post-mortem title", "brief incident title"};
  return std::ranges::find(kTitles, bare) != kTitles.end() ||
         bare.find("template") != std::string::npos;
}

void count_open_times(const std::vector<Node>& nodes, bool& found) {
  for (const Node& node : nodes) {
    if (node.kind == NodeKind::text && is_time_to_fill_in(node.text)) found = true;
    count_open_times(node.children, found);
  }
}

void look_for_open_times(const std::vector<Section>& sections, bool& found) {
  for (const Section& section : sections) {
    count_open_times(section.blocks, found);
    look_for_open_times(section.sections, found);
  }
}

}  // namespace

std::optional<Draft> read_draft(const ImportSource& source, Diagnostics& diagnostics) {
  const SourceText file(source.path, source.bytes);
  if (const auto offset = find_invalid_utf8(source.bytes)) {
    report_invalid_utf8(file, *offset, diagnostics);
    return std::nullopt;
  }
  Diagnostics own;
  auto front_matter = read_source_front_matter(file, own);
  MarkdownDocument document =
      parse_markdown(file, front_matter ? front_matter->body_offset : 0, MarkdownLimits{}, own);
  // Text that is no front matter after all would repeat the complaint as Markdown.
  if (front_matter) apply_marks(document, file, own);
  if (own.has_errors() || !front_matter) {
    for (const Diagnostic& problem : own.sorted()) {
      if (problem.level == Level::error) diagnostics.add(problem);
    }
    return std::nullopt;
  }
  Draft draft;
  draft.path = source.path;
  draft.front_matter = std::move(front_matter->values);
  draft.text = std::string_view(source.bytes).substr(front_matter->body_offset);
  collect_links(document.blocks, 0, draft.links);
  collect_links(document.footnotes, 0, draft.links);
  draft.body = make_outline(std::move(document.blocks), canonical_section);
  for (LabelledValue& label : labelled_values(draft.body)) {
    if (!label.internal) draft.labels.push_back(std::move(label));
  }
  draft.remarks = own.sorted();
  return draft;
}

std::string template_signs(const Draft& draft) {
  std::vector<std::string> signs;
  const std::size_t slash = draft.path.rfind('/');
  const std::string name = to_lower(draft.path.substr(slash == std::string::npos ? 0 : slash + 1));
  if (name.find("template") != std::string::npos || name.find("yyyy") != std::string::npos) {
    signs.emplace_back("its name");
  }
  const YamlNode* title = draft.front_matter.find("title");
  const bool title_is_open = title != nullptr && is_title_to_fill_in(title->text);
  const bool heading_is_open = !draft.body.sections.empty() &&
                               is_title_to_fill_in(plain_text(draft.body.sections.front().heading));
  if (title_is_open || heading_is_open) signs.emplace_back("its title");
  bool has_open_times = false;
  count_open_times(draft.body.intro, has_open_times);
  look_for_open_times(draft.body.sections, has_open_times);
  if (has_open_times) signs.emplace_back("a time to fill in");
  return signs.size() < 2 ? "" : fmt::format("{}", fmt::join(signs, ", "));
}

}  // namespace debrief
