// Which sections of a post-mortem the public sees, by the kind that is visible of their headings.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

class PublicSections {
 public:
  explicit PublicSections(const std::set<std::string>& allowed) : allowed_(allowed) {}

  // What stands before the first heading is the summary of those who write no headings.
  bool show_intro() const { return allowed_.contains("summary"); }

  // `inside_shown`: below a section that is shown, what nobody knows belongs to it.
  bool show(const std::string& kind, bool inside_shown) const {
    return kind.empty() ? inside_shown : allowed_.contains(kind);
  }

  // Takes the parts that are not shown out of sections of action items, which are read as one with
  // all that is below them.
  void keep_shown_actions(std::vector<Section>& sections, bool inside_actions = false) const {
    if (inside_actions) {
      std::erase_if(sections, [this](const Section& part) { return !show(part.kind, true); });
    }
    for (Section& section : sections) {
      keep_shown_actions(section.sections, inside_actions || section.kind == "action-items");
    }
  }

  // A heading over the whole document names nothing of its own: what counts is below it. It is read
  // as if it were not there, as is one that repeats the title, whether or not the public knows
  // that title. Requires: no section above it is shown.
  static bool is_title(const std::string& kind, const Node& heading) {
    return kind.empty() && heading.level == 1;
  }

 private:
  const std::set<std::string>& allowed_;
};

}  // namespace debrief
