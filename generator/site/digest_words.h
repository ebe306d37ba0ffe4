// A digest in the words of the site, whatever it is written as: the formats of digest_formats.h
// have this in common and add nothing but signs.
#pragma once

#include <string>
#include <vector>

#include "generator/insight/digest.h"
#include "generator/site/texts.h"
#include "generator/view/view.h"

namespace debrief {

// Plain text, of authors or of the interface; nothing in it is markup.
struct DigestRun {
  std::string text;
  std::string url = {};  // absolute; empty for no link
  bool is_strong = false;
};
using DigestLine = std::vector<DigestRun>;

struct DigestEntry {
  DigestLine line;
  std::vector<DigestLine> points;  // below it
};

struct DigestSection {
  std::string heading;
  std::vector<DigestEntry> entries;  // at least one
};

struct DigestWords {
  std::string language;                 // of the interface: "en"
  std::string title;                    // of the site, and from when to when
  std::string nothing;                  // a sentence if nothing happened; else empty
  std::vector<DigestSection> sections;  // what there is nothing of has none
};

DigestWords digest_words(const View& view, const Texts& texts, const Digest& digest);

}  // namespace debrief
