#include "generator/compare/comparison_summary.h"

#include <fmt/format.h>

#include <cstddef>

#include "generator/compare/text_lines.h"

namespace debrief {

namespace {

using Kind = PageChange::Kind;

std::string_view verb_of(Kind kind, Audience audience, bool is_one) {
  const bool is_public = audience == Audience::public_;
  switch (kind) {
    case Kind::added:
      if (is_public) return is_one ? "becomes public" : "become public";
      return is_one ? "is new" : "are new";
    case Kind::removed:
      if (is_public) return is_one ? "ceases to be public" : "cease to be public";
      return is_one ? "is gone" : "are gone";
    case Kind::changed:
      break;
  }
  return is_one ? "changes" : "change";
}

// "the site itself, 2 incidents and 1 service"
std::string subject_of(const std::vector<const PageChange*>& pages) {
  struct Group {
    std::string_view page;
    std::size_t count;
  };
  std::vector<Group> groups;  // The pages come kind by kind.
  for (const PageChange* page : pages) {
    if (groups.empty() || groups.back().page != page->page) groups.push_back({page->page, 0});
    ++groups.back().count;
  }
  std::string text;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i != 0) text += i + 1 == groups.size() ? " and " : ", ";
    if (groups[i].page == "site") {
      text += "the site itself";
    } else if (groups[i].page == "severity" && groups[i].count != 1) {
      text += fmt::format("{} severities", groups[i].count);
    } else if (groups[i].page == "maintenance") {
      text += counted(groups[i].count, "maintenance announcement");
    } else {
      text += counted(groups[i].count, groups[i].page);
    }
  }
  return text;
}

}  // namespace

std::string comparison_headline(const Comparison& comparison) {
  std::string text;
  for (const Kind kind : kKindsInOrder) {
    const std::vector<const PageChange*> pages = pages_of(comparison, kind);
    if (pages.empty()) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", subject_of(pages),
                        verb_of(kind, comparison.audience, pages.size() == 1));
  }
  if (text.empty()) {
    return fmt::format("{} of the {} site changes",
                       comparison.theme_changed.empty() ? "Nothing" : "No text",
                       to_string(comparison.audience));
  }
  if (text.starts_with('t')) text.front() = 'T';
  return text;
}

std::string_view heading_of(Kind kind, Audience audience) {
  const bool is_public = audience == Audience::public_;
  switch (kind) {
    case Kind::added:
      return is_public ? "Becomes public" : "New";
    case Kind::removed:
      return is_public ? "Ceases to be public" : "Gone";
    case Kind::changed:
      break;
  }
  return "Changes";
}

std::vector<const PageChange*> pages_of(const Comparison& comparison, Kind kind) {
  std::vector<const PageChange*> pages;
  for (const PageChange& page : comparison.pages) {
    if (page.kind == kind) pages.push_back(&page);
  }
  return pages;
}

std::string theme_sentence(const Comparison& comparison) {
  if (comparison.theme_changed.empty()) return "";
  std::string list;
  for (const std::string& file : comparison.theme_changed) {
    list += (list.empty() ? "" : ", ") + visible_text(file);
  }
  return fmt::format("The theme has changed: {}. What it puts around the texts is not compared.",
                     list);
}

std::string name_of(const ComparedSide& side) {
  constexpr std::size_t kShort = 10;
  if (side.revision.empty()) return "the files as they are";
  const std::string commit = side.commit.substr(0, kShort);
  if (side.commit.starts_with(side.revision)) return commit;
  return fmt::format("{} ({})", visible_text(side.revision), commit);
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace debrief
