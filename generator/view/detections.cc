#include "generator/view/detections.h"

#include <fmt/format.h>

#include <algorithm>

namespace debrief {
DetectionReporter::DetectionReporter(Audience audience, const Vocabulary& vocabulary,
                                     Diagnostics& diagnostics)
    : audience_(audience), diagnostics_(diagnostics) {
  for (const Allowance& allowance : vocabulary.allowances) {
    if (!allowance.text.empty()) allowed_.push_back(allowance.text);
  }
}

void DetectionReporter::check(const ViewIncident& incident, const Report& report) {
  const auto field = [&](std::string_view name, std::string_view text) {
    check_text(text, report.path, line_of_field(report, name));
  };
  field("title", incident.title);
  field("summary", incident.summary);
  field("trigger", incident.trigger);
  if (incident.impact) {
    field("impact", incident.impact->summary);
    field("impact", incident.impact->customers);
    field("impact", incident.impact->requests);
    field("impact", incident.impact->revenue);
  }
  for (const std::string& tag : incident.tags) field("tags", tag);
  for (const ViewLink& link : incident.links) {
    field("links", link.name);
    field("links", link.url);
  }
  check_body(incident.body, incident.footnotes, report.path);
}

void DetectionReporter::check(const ViewGuide& guide, const std::string& path) {
  check_text(guide.title, path, 0);
  check_body(guide.body, guide.footnotes, path);
}

void DetectionReporter::check_body(const Outline& body, const std::vector<Node>& footnotes,
                                   const std::string& path) {
  check_nodes(body.intro, path);
  check_sections(body.sections, path);
  check_nodes(footnotes, path);
}

void DetectionReporter::check_sections(const std::vector<Section>& sections,
                                       const std::string& path) {
  for (const Section& section : sections) {
    check_nodes({section.heading}, path);
    check_nodes(section.blocks, path);
    check_sections(section.sections, path);
  }
}

// A block of text is read as a whole: markup in the middle of a token hides it from nobody.
void DetectionReporter::check_nodes(const std::vector<Node>& nodes, const std::string& path) {
  for (const Node& node : nodes) {
    const bool holds_blocks = !node.children.empty() && is_block(node.children.front().kind);
    if (holds_blocks) {
      check_nodes(node.children, path);
      continue;
    }
    check_text(plain_text(node), path, node.line);
    check_addresses(node, path, node.line);
  }
}

void DetectionReporter::check_addresses(const Node& node, const std::string& path, int line) {
  check_text(node.title, path, line);
  if (node.target.kind == LinkTarget::Kind::url) check_text(node.target.value, path, line);
  for (const Node& child : node.children) check_addresses(child, path, line);
}

bool DetectionReporter::is_allowed(std::string_view text, const Detection& found) const {
  return std::ranges::any_of(allowed_, [&](const std::string& allowed) {
    for (std::size_t at = text.find(allowed); at != std::string_view::npos;
         at = text.find(allowed, at + 1)) {
      if (found.begin >= at && found.end <= at + allowed.size()) return true;
    }
    return false;
  });
}

void DetectionReporter::check_text(std::string_view text, const std::string& path, int line) {
  if (text.empty()) return;
  for (const Detection& found : detect(text)) {
    const Detector& detector = detectors()[found.detector];
    const bool is_credential = detector.kind == Detector::Kind::credential;
    if (!is_credential && audience_ == Audience::internal) continue;
    if (is_allowed(text, found)) continue;
    // Without the line's text: logs are read by more people than post-mortems.
    diagnostics_.error(
        std::string(detector.id), {path, line, 0, ""},
        is_credential
            ? fmt::format("this looks like {}; take it out, and replace it where it is in use: git "
                          "keeps what was committed. If it is none, name it under 'allow' in "
                          "redactions.yaml",
                          detector.what)
            : fmt::format("this is {} in public text; mark it internal, give it a replacement in "
                          "redactions.yaml, or name it there under 'allow'",
                          detector.what));
  }
}

}  // namespace debrief
