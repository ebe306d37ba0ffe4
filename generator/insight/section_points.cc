#include "generator/insight/section_points.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/placeholder.h"

namespace debrief {

namespace {

void find(const std::vector<Section>& sections, std::string_view kind,
          std::vector<const Section*>& found) {
  for (const Section& section : sections) {
    if (section.kind == kind) {
      found.push_back(&section);
    } else {
      find(section.sections, kind, found);
    }
  }
}

void add(std::string text, bool done, std::vector<SectionPoint>& points) {
  if (!is_placeholder(text)) points.push_back({std::move(text), done});
}

bool says_done(std::string_view cell) {
  constexpr std::array<std::string_view, 5> kDone = {"done", "yes", "x", "✅", "✓"};
  return std::ranges::find(kDone, to_lower(cell)) != kDone.end();
}

// "Rate limits for partners – later": the cells that say something.
void add_row(const Node& row, std::vector<SectionPoint>& points) {
  std::string text;
  bool done = false;
  for (const Node& cell : row.children) {
    const std::string said = collapse_spaces(plain_text(cell));
    if (says_done(said)) {
      done = true;
    } else if (!is_placeholder(said)) {
      text += (text.empty() ? "" : " – ") + said;
    }
  }
  add(std::move(text), done, points);
}

void add_items(const std::vector<Node>& blocks, std::vector<SectionPoint>& points) {
  for (const Node& block : blocks) {
    if (block.kind == NodeKind::list) {
      for (const Node& item : block.children) {
        add(collapse_spaces(plain_text(item)), item.task == Task::done, points);
      }
    } else if (block.kind == NodeKind::table && !block.children.empty()) {
      for (auto row = block.children.begin() + 1; row != block.children.end(); ++row) {
        add_row(*row, points);
      }
    } else if (block.kind == NodeKind::block_quote) {
      add_items(block.children, points);
    }
  }
}

void add_paragraphs(const std::vector<Node>& blocks, std::vector<SectionPoint>& points) {
  for (const Node& block : blocks) {
    if (block.kind == NodeKind::paragraph) {
      add(collapse_spaces(plain_text(block)), false, points);
    } else if (block.kind == NodeKind::block_quote) {
      add_paragraphs(block.children, points);
    }
  }
}

}  // namespace

std::vector<const Section*> sections_of_kind(const Outline& body, std::string_view kind) {
  std::vector<const Section*> found;
  find(body.sections, kind, found);
  return found;
}

std::vector<SectionPoint> section_points(const Section& section) {
  std::vector<SectionPoint> points;
  add_items(section.blocks, points);
  // A paragraph beside a list only leads to it.
  if (points.empty()) add_paragraphs(section.blocks, points);
  return points;
}

std::vector<SectionPoint> all_points(const Section& section) {
  std::vector<SectionPoint> points = section_points(section);
  for (const Section& below : section.sections)
    std::ranges::move(all_points(below), std::back_inserter(points));
  return points;
}

}  // namespace debrief
