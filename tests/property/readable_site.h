// All that somebody can read of a site, as text: for tests that ask whether a word is in it.
#pragma once

#include <string>
#include <vector>

#include "tests/property/public_site.h"

namespace debrief {

struct Readable {
  std::string where;  // "incidents/a/index.html, without markup"
  std::string text;   // ASCII letters in lower case
};

// What a reader of the page has before them: no tags, entities and percent signs decoded.
std::string without_markup(const std::string& html);

// Names of files, their bytes, texts without markup, and what the search index gives away when it
// is walked, besides its bytes.
std::vector<Readable> readable_texts(const PublicSite& site);

}  // namespace debrief
