#include "generator/model/content_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "generator/base/escape.h"
#include "generator/base/sort_once.h"
#include "generator/base/text.h"

namespace debrief {
namespace {

template <typename Items, typename PathOf>
std::optional<std::size_t> find_path(const Items& items, std::string_view path, PathOf path_of) {
  const auto found = std::lower_bound(
      items.begin(), items.end(), path,
      [&](const auto& item, std::string_view wanted) { return path_of(item) < wanted; });
  if (found == items.end() || path_of(*found) != path) return std::nullopt;
  return static_cast<std::size_t>(found - items.begin());
}

class ReferenceChecker {
 public:
  ReferenceChecker(const KnowledgeBase& kb, const SourceTree& sources, Diagnostics& diagnostics)
      : kb_(kb), sources_(sources), diagnostics_(diagnostics) {}

  void check(const SourceLocation& file, const Outline& body, const std::vector<Node>& footnotes) {
    check(file, body.intro);
    check(file, body.sections);
    check(file, footnotes);
  }

 private:
  void check(const SourceLocation& file, const std::vector<Section>& sections) {
    for (const Section& section : sections) {
      check(file, section.heading.children);
      check(file, section.blocks);
      check(file, section.sections);
    }
  }

  void check(const SourceLocation& file, const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      if (node.target.kind == LinkTarget::Kind::relative) {
        const auto found = find_content(kb_, file.file, node.target.value);
        const bool image = node.kind == NodeKind::image;
        const bool unread = !found && !image && is_page(file.file, node.target.value);
        if (unread) {
          // Its own error has been told.
        } else if (!found || (image && found->kind != ContentReference::Kind::image)) {
          diagnostics_.warning(
              image ? "missing-image" : "broken-link", {file.file, node.line, 0, ""},
              fmt::format("'{}' is no {} of this knowledge base; it is shown as text",
                          node.target.value, image ? "picture" : "file"));
        }
      } else if (node.kind == NodeKind::image && node.target.kind == LinkTarget::Kind::url) {
        diagnostics_.warning(
            "foreign-image", {file.file, node.line, 0, ""},
            "pictures are shown from the content folder only; copy the file beside "
            "the post-mortem");
      }
      check(file, node.children);
    }
  }

  // Whether there is a file there that should have become a page.
  bool is_page(std::string_view from, std::string_view relative) const {
    const auto path = resolve_content_path(from, relative);
    if (!path || !(path->starts_with("incidents/") || path->starts_with("pages/"))) return false;
    const SourceFile* file = sources_.find(*path);
    if (file == nullptr) return sources_.find(*path + "/index.md") != nullptr;
    return path->ends_with(".md") || path->ends_with(".markdown");
  }

  const KnowledgeBase& kb_;
  const SourceTree& sources_;
  Diagnostics& diagnostics_;
};

void add_linked(std::string_view from, const std::vector<Node>& nodes,
                std::vector<std::string>& paths) {
  for (const Node& node : nodes) {
    if (node.target.kind == LinkTarget::Kind::relative) {
      if (auto path = resolve_content_path(from, node.target.value)) {
        paths.push_back(std::move(*path));
      }
    }
    add_linked(from, node.children, paths);
  }
}

void add_linked(std::string_view from, const std::vector<Section>& sections,
                std::vector<std::string>& paths) {
  for (const Section& section : sections) {
    add_linked(from, section.heading.children, paths);
    add_linked(from, section.blocks, paths);
    add_linked(from, section.sections, paths);
  }
}

}  // namespace

std::optional<std::string> resolve_content_path(std::string_view from, std::string_view relative) {
  relative = relative.substr(0, relative.find_first_of("#?"));
  // Links are written for the web: "my%20file.md" is the file "my file.md".
  const std::string decoded = percent_decoded(relative);
  if (decoded.find('\0') != std::string::npos) return std::nullopt;
  std::vector<std::string> parts;
  if (!decoded.starts_with('/')) {
    for (const std::string_view part : split(from, '/')) parts.emplace_back(part);
    parts.pop_back();
  }
  for (const std::string_view part : split(decoded, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else {
      parts.emplace_back(part);
    }
  }
  return fmt::format("{}", fmt::join(parts, "/"));
}

std::optional<ContentReference> find_content(const KnowledgeBase& kb, std::string_view from,
                                             std::string_view relative) {
  const auto path = resolve_content_path(from, relative);
  if (!path) return std::nullopt;
  const std::size_t hash = relative.find('#');
  const std::string fragment(hash == std::string_view::npos ? "" : relative.substr(hash + 1));
  using Kind = ContentReference::Kind;
  const auto report_path = [](const Incident& incident) -> std::string_view {
    return incident.report.path;
  };
  const auto guide_path = [](const Guide& guide) -> std::string_view { return guide.path; };
  const auto image_path = [](const SourceFile& image) -> std::string_view { return image.path; };
  // A folder stands for the index.md in it.
  for (const std::string& candidate : {*path, *path + "/index.md"}) {
    if (const auto index = find_path(kb.incidents, candidate, report_path)) {
      return ContentReference{Kind::incident, *index, fragment};
    }
    if (const auto index = find_path(kb.guides, candidate, guide_path)) {
      return ContentReference{Kind::guide, *index, fragment};
    }
  }
  if (const auto index = find_path(kb.images, *path, image_path)) {
    return ContentReference{Kind::image, *index, fragment};
  }
  return std::nullopt;
}

std::vector<std::string> linked_paths(std::string_view from, const Outline& body,
                                      const std::vector<Node>& footnotes) {
  std::vector<std::string> paths;
  add_linked(from, body.intro, paths);
  add_linked(from, body.sections, paths);
  add_linked(from, footnotes, paths);
  sort_once(paths);
  return paths;
}

void check_references(const KnowledgeBase& kb, const SourceTree& sources,
                      Diagnostics& diagnostics) {
  ReferenceChecker checker(kb, sources, diagnostics);
  for (const Incident& incident : kb.incidents) {
    checker.check(incident.report.where, incident.report.body, incident.report.footnotes);
  }
  for (const Guide& guide : kb.guides) checker.check(guide.where, guide.body, guide.footnotes);
}

}  // namespace debrief
