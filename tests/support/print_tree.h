// Values of markdown/ and model/ as text, for tests to compare with: one node a line, children
// indented, nothing said where a field has its default.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/extract/action_item.h"
#include "generator/markdown/document.h"
#include "generator/model/report.h"
#include "generator/model/yaml.h"

namespace debrief {

enum class ShowLines { no, yes };

// paragraph
//   text 'Hello '
//   link url https://example.com title='T'
std::string print(const std::vector<Node>& nodes, ShowLines lines = ShowLines::no);

// The sections alone: "h2 timeline 'Timeline (UTC)' (2 blocks)".
std::string print(const Outline& outline);

// title: "Fix" as {title: 'Fix'}: maps in braces, lists in brackets, quoted scalars in double
// quotes.
std::string print(const YamlNode& node);

// One line: "[x] P1 'Add a limit' prevent owner=alice due=2026-02-15 ticket=OPS-1".
std::string print(const ActionItem& item);
std::string print(const std::vector<ActionItem>& items);

// Every field that is set, one a line, without the body.
std::string print(const Report& report);

// All of them in order, each as its author reads it, with source line and caret.
std::string print(const Diagnostics& diagnostics);

}  // namespace debrief
