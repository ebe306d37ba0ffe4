// What the front matter of a post-mortem may say, for editors: a JSON Schema with the vocabulary of
// this knowledge base filled in.
//
// It is made of front_matter_table(), the scale and the vocabulary. What Debrief reads without a
// word is valid by it; what it reports is not, as far as one file and a schema can tell: that
// severity, services and causes are known, not that an id is unique. It does not list the ids of
// post-mortems or tags, so it changes only when the vocabulary does and can be kept in git.
//
// Draft 7 (https://json-schema.org/draft-07), which the language servers for YAML read best; of
// their own keywords only patternErrorMessage, since nobody can read the pattern of a time.
// Patterns have no look-around, for RE2.
#pragma once

#include <string>

#include "generator/model/config.h"
#include "generator/model/vocabulary.h"

namespace debrief {

// Indented JSON, with a line feed at its end.
std::string front_matter_schema(const Config& config, const Vocabulary& vocabulary);

}  // namespace debrief
