// Reviews what a change touches, and what it breaks elsewhere.
//
// All that is found in files that the change touches is told, and elsewhere what was not to be
// found before it. Of the rest of the knowledge base only that is read which the change can have
// something to do with: what it links to or names, and what links to it or names it. For files of
// the change the result is that of a review of the whole; elsewhere one thing is not told: that a
// post-mortem of the change is like a later one, or has made two others more alike.
#pragma once

#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/check/check.h"
#include "generator/check/known_files.h"
#include "generator/source/git_changes.h"
#include "generator/source/source_tree.h"

namespace debrief {

struct ChangeToCheck {
  SourceTree now;                     // all of the content
  std::vector<std::string> changed;   // the paths that are not as they were, sorted
  SourceTree before;                  // what these were
  std::vector<BranchFile> elsewhere;  // post-mortems of other branches
};

// By file, line and column. `known` is of all page sources of `now` (learn_files); `problems` is
// what reading `now` has reported. A change of the configuration or the vocabulary concerns all
// pages, and all are read twice.
std::vector<Diagnostic> check_change(const ChangeToCheck& change, const KnownFiles& known,
                                     const CheckOptions& options, const Diagnostics& problems);

}  // namespace debrief
