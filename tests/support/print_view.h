// A View as text, for tests to compare with: nothing said where a field is empty.
#pragma once

#include <string>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

// Like Markdown: "**Bold** and [a link](page:incident/x)". Every value of a node that could
// reach a reader is in it.
std::string print_text(const std::vector<Node>& nodes);
std::string print_text(const Outline& body, const std::vector<Node>& footnotes);

// "title: Payments are slow" and so on, one field a line; the body last.
std::string print_incident(const View& view, const ViewIncident& incident);

std::string print_view(const View& view);

}  // namespace debrief
