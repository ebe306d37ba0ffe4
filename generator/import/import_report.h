// What an import did, or would do, for people and for programs.
#pragma once

#include <string>

#include "generator/import/import_plan.h"

namespace debrief {

enum class ImportMode { write, dry_run };

// For each text: where it went, each field with where it was taken from, what is missing, what to
// look at; then what was skipped, and the numbers.
std::string import_report_text(const ImportPlan& plan, ImportMode mode);

// The same as JSON; the format is in README.md.
std::string import_report_json(const ImportPlan& plan, ImportMode mode);

// A value on one line: "Ann, Bob", "date: 2026-02-15; attendees: Ann, Bob".
std::string one_line(const YamlNode& value);

}  // namespace debrief
