// Where links lead, and the links that people write without saying so.
#pragma once

#include <string_view>
#include <vector>

#include "generator/markdown/document.h"

namespace debrief {

// What the text of a link's address stands for: an address of the web (http, https, mailto),
// a path still to be resolved, a place on the page; or nowhere, for every other scheme and for
// forms that browsers read differently from people ("//host", backslashes).
LinkTarget parse_link_target(std::string_view url);

// The text cut into text and link nodes at its bare http and https addresses.
std::vector<Node> link_bare_addresses(const Node& text_node);

}  // namespace debrief
