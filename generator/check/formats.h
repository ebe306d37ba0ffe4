// Findings as other programs read them: functions from findings to text, one file for each format.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"

namespace debrief {

struct FindingsToPrint {
  std::vector<Diagnostic> items;  // by file, line and column
  // What stands before the paths, to make them paths of the repository that a forge knows:
  // "content/", or nothing. The text and our own JSON do without.
  std::string prefix;
  // Where the rules are explained (review_guide.h); empty if they are on no site.
  std::string guide_address;
};

// As diagnostics are printed everywhere, and a line that counts them.
std::string findings_text(const FindingsToPrint& findings);

// Our own, documented in README.md.
std::string findings_json(const FindingsToPrint& findings);

// Workflow commands of GitHub Actions, which become annotations. GitHub shows ten a step: the worst
// ten are written, and the rest as a number.
std::string findings_github(const FindingsToPrint& findings);
// All of them in Markdown, for GITHUB_STEP_SUMMARY.
std::string findings_github_summary(const FindingsToPrint& findings);

// GitLab's code quality report, a part of Code Climate's format.
std::string findings_gitlab(const FindingsToPrint& findings);

// SARIF 2.1.0, with the page of each rule as its help.
std::string findings_sarif(const FindingsToPrint& findings, const std::string& version);

// Reviewdog's Reviewdog Diagnostic Format (rdjson).
std::string findings_rdjson(const FindingsToPrint& findings);

// One for each finding: the same as long as the rule, the file and the text of the line are,
// wherever the line moves to. Equal ones in a file are told apart by their order.
std::vector<std::string> fingerprints(const std::vector<Diagnostic>& items);

// "2 errors, 1 warning and 4 notes"
std::string count_text(const std::vector<Diagnostic>& items);

}  // namespace debrief
