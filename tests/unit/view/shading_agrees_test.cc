// The shading of the internal text and the public text are made apart; they must say the same.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "generator/source/source_tree.h"
#include "generator/view/make_view.h"

namespace debrief {
namespace {

bool hides_text(Hidden hidden) {
  return hidden != Hidden::no && hidden != Hidden::link && hidden != Hidden::partly;
}

// What is not hidden, with the replacements in their places.
void read(const std::vector<Node>& nodes, std::string& out) {
  for (const Node& node : nodes) {
    if (hides_text(node.hidden)) {
      out += node.replacement;
    } else if (!node.children.empty()) {
      read(node.children, out);
    } else {
      out += plain_text(node);
    }
  }
}

void read(const std::vector<Section>& sections, std::string& out) {
  for (const Section& section : sections) {
    // Of action items the public text is written anew.
    if (section.kind == "action-items" || hides_text(section.hidden)) continue;
    read({section.heading}, out);
    read(section.blocks, out);
    read(section.sections, out);
  }
}

// Without spaces: where something is left out, those around it close up.
std::string read(const Outline& body, const std::vector<Node>& footnotes) {
  std::string out;
  read(body.intro, out);
  read(body.sections, out);
  read(footnotes, out);
  std::erase_if(out, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return out;
}

TEST(Shading, OfTheSampleLeavesWhatThePublicReads) {
  Diagnostics diagnostics;
  const SourceTree content =
      read_source_tree(DEBRIEF_SOURCE_DIR "/content", "/nowhere", SourceLimits{}, diagnostics);
  const KnowledgeBase kb = read_knowledge_base(content, 1, diagnostics);
  const View view = internal_view(kb, {}, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors());
  std::size_t compared = 0;
  for (const ViewIncident& incident : view.incidents()) {
    if (!incident.public_text) continue;
    EXPECT_EQ(read(incident.body, incident.footnotes),
              read(incident.public_text->body, incident.public_text->footnotes))
        << incident.source_path;
    ++compared;
  }
  EXPECT_GT(compared, 5U);
}

bool has_hidden(const std::vector<Node>& nodes) {
  for (const Node& node : nodes) {
    if (node.hidden != Hidden::no || node.internal || !node.replacement.empty()) return true;
    if (has_hidden(node.children)) return true;
  }
  return false;
}

bool has_hidden(const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    if (section.hidden != Hidden::no || has_hidden({section.heading})) return true;
    if (has_hidden(section.blocks) || has_hidden(section.sections)) return true;
  }
  return false;
}

TEST(Shading, IsNoPartOfThePublicView) {
  Diagnostics diagnostics;
  const SourceTree content =
      read_source_tree(DEBRIEF_SOURCE_DIR "/content", "/nowhere", SourceLimits{}, diagnostics);
  const KnowledgeBase kb = read_knowledge_base(content, 1, diagnostics);
  const View view = public_view(kb, {}, diagnostics);
  EXPECT_GT(view.incidents().size(), 5U);
  for (const ViewIncident& incident : view.incidents()) {
    EXPECT_FALSE(incident.public_text) << incident.slug;
    EXPECT_FALSE(has_hidden(incident.body.intro)) << incident.slug;
    EXPECT_FALSE(has_hidden(incident.body.sections)) << incident.slug;
    EXPECT_FALSE(has_hidden(incident.footnotes)) << incident.slug;
    for (const ViewActionItem& action : incident.actions) {
      EXPECT_FALSE(has_hidden(action.text)) << incident.slug;
    }
  }
  for (const ViewGuide& guide : view.guides()) {
    EXPECT_FALSE(has_hidden(guide.body.intro)) << guide.slug;
    EXPECT_FALSE(has_hidden(guide.body.sections)) << guide.slug;
    EXPECT_FALSE(has_hidden(guide.footnotes)) << guide.slug;
  }
}

}  // namespace
}  // namespace debrief
