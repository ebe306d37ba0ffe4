// Whole sites in memory, through the built-in theme, and questions about their HTML.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

// Every file that a build writes but the search index, by path.
using RenderedSite = std::map<std::string, std::string>;

RenderedSite render_site(const View& view);

struct HtmlTag {
  std::string name;                                             // "a"; of an end tag: "/a"
  std::vector<std::pair<std::string, std::string>> attributes;  // values without entities
  bool closes_itself = false;                                   // "<circle/>"
};

std::vector<HtmlTag> tags_of(std::string_view html);

// The value of the tag's attribute, or "(none)".
std::string attribute(const HtmlTag& tag, std::string_view name);

// The tags of this name and, if one is asked for, this class.
std::vector<HtmlTag> find_tags(std::string_view html, std::string_view name,
                               std::string_view class_name = "");

// What is wrong with the nesting of the tags; empty if nothing is.
std::string nesting_fault(std::string_view html);

// What a reader without scripts sees between <main> and </main>: a line for each block, cells and
// the parts of a row separated by " | ".
std::string main_text(std::string_view html);

}  // namespace debrief
