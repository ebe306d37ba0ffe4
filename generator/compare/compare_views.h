// What a change does to a view: which pages come, go and say something else, and in which lines.
#pragma once

#include <string>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

struct ChangedLine {
  enum class Kind { removed, added, kept };
  Kind kind;
  std::string place;  // the headings it stands below, "Impact › Customers"; empty for facts
  std::string text;
  bool is_heading = false;   // names its place itself
  bool follows_gap = false;  // lines that stay lie between it and the one before
};

struct PageChange {
  enum class Kind { added, removed, changed };
  Kind kind;
  std::string page;     // "site", "incident", "guide", "service", "cause", "severity", "picture"
  std::string address;  // last part of its address; of a removed page, the one it had
  std::string old_address;  // of a changed page whose address is another now
  std::string date;         // of an incident
  std::string title;
  std::vector<ChangedLine> lines;  // of an added or removed page, all it has
};

struct Comparison {
  Audience audience;
  std::vector<PageChange> pages;  // by kind, then as in the new view, then what is gone
  // Files of the theme that differ, for who compares views: they hold none of it.
  std::vector<std::string> theme_changed = {};
  std::string language = {};  // of what the new view says: "en"
};

// One of the two things that are compared.
struct ComparedSide {
  std::string revision;  // as asked for; empty for the files as they are now
  std::string commit;
};

enum class KeptLines { left_out, included };

// Every page that differs, and none that does not; of a page that does, the lines that stay as
// asked for. Requires: both are for the same audience.
Comparison compare_views(const View& before, const View& after,
                         KeptLines kept = KeptLines::left_out);

}  // namespace debrief
