// What templates say themselves on pages of the public site: their words, without markup and tags.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "generator/theme/theme_files.h"

namespace debrief {

// A text as a reader of the page, or of its source, has it before them.
struct TemplateWords {
  std::string text;                 // entities decoded
  std::vector<std::size_t> places;  // for each byte of `text`, where it is from in the file
  bool is_value = false;            // of an attribute
};

// Of each template that a page of the public site can be made of, by its path in the theme: its
// text, attribute values and comments, without sections that the public site does not show. What
// tags part is there twice: as one word, and as two. `files` is complete.
std::map<std::string, std::vector<TemplateWords>> public_template_words(const ThemeFiles& files);

}  // namespace debrief
