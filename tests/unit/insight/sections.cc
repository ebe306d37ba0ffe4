#include "tests/unit/insight/sections.h"

#include "generator/extract/section_names.h"
#include "tests/support/sample_view.h"

namespace debrief {
namespace {

void name(std::vector<Section>& sections) {
  for (Section& section : sections) {
    section.kind = canonical_section(plain_text(section.heading));
    name(section.sections);
  }
}

}  // namespace

Outline sections_of(std::string_view markdown) {
  Outline outline = outline_of(markdown);
  name(outline.sections);
  return outline;
}

}  // namespace debrief
