#include "generator/view/action_remarks.h"

#include <re2/re2.h>

#include <optional>
#include <vector>

#include "generator/extract/action_item.h"

namespace debrief {
namespace {

// A word for who, when or where with a sign after it; a handle; a day at the end.
bool looks_like_remark(const std::string& text) {
  static const RE2 kRemark(
      "(?i)\\b(owners?|assignees?|assigned( to)?|responsible|due( date)?|deadline|eta|tickets?)"
      "\\s*[:=]|(^|[^\\pL\\pN._%+-])@[\\pL\\pN]|\\d{4}-\\d{2}-\\d{2}[^\\pL\\pN]*$");
  return RE2::PartialMatch(text, kRemark);
}

void check_sections(const std::vector<Section>& sections, const std::string& path,
                    const Dictionary& dictionary, Diagnostics& diagnostics) {
  for (const Section& section : sections) {
    if (section.kind != "action-items") {
      check_sections(section.sections, path, dictionary, diagnostics);
      continue;
    }
    for (const ActionItem& item : read_action_items(section, std::nullopt)) {
      if (!looks_like_remark(dictionary.redact(plain_text(item.text)))) continue;
      diagnostics.error("unclear-action-item", {path, item.line, 0, ""},
                        "this action item is public, and who does it or until when cannot be told "
                        "from its text; write \"- [ ] text - @owner - Due 2026-02-15\"");
    }
  }
}

}  // namespace

void check_public_actions(const Outline& body, const std::string& path,
                          const Dictionary& dictionary, Diagnostics& diagnostics) {
  check_sections(body.sections, path, dictionary, diagnostics);
}

}  // namespace debrief
