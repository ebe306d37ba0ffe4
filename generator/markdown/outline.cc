#include "generator/markdown/outline.h"

#include <utility>

namespace debrief {
namespace {

// Takes the sections below `level` from `blocks`, beginning at `at`, and advances it.
std::vector<Section> take_sections(std::vector<Node>& blocks, std::size_t& at, int level,
                                   const std::function<std::string(const std::string&)>& name_of) {
  std::vector<Section> sections;
  while (at < blocks.size() && blocks[at].level > level) {
    Section section;
    section.heading = std::move(blocks[at++]);
    section.kind = name_of(plain_text(section.heading));
    while (at < blocks.size() && blocks[at].kind != NodeKind::heading) {
      section.blocks.push_back(std::move(blocks[at++]));
    }
    section.sections = take_sections(blocks, at, section.heading.level, name_of);
    sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace

Outline make_outline(std::vector<Node> blocks,
                     const std::function<std::string(const std::string&)>& name_of) {
  Outline outline;
  std::size_t at = 0;
  while (at < blocks.size() && blocks[at].kind != NodeKind::heading) {
    outline.intro.push_back(std::move(blocks[at++]));
  }
  outline.sections = take_sections(blocks, at, 0, name_of);
  return outline;
}

}  // namespace debrief
