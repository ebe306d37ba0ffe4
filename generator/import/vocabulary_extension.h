// services.yaml and causes.yaml with new entries at their end; what is in them stays as it is,
// comments included.
#pragma once

#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/import/name_mapping.h"
#include "generator/model/vocabulary.h"
#include "generator/source/source_tree.h"

namespace debrief {

// The files as they are to be, those without additions left out. A file that does not exist yet
// also gets the names that post-mortems already use, since it will close the vocabulary. An error
// if a file is written so that entries cannot simply be added.
std::vector<SourceFile> extend_vocabulary(const SourceTree& existing, const Vocabulary& vocabulary,
                                          const VocabularyAdditions& additions,
                                          Diagnostics& diagnostics);

}  // namespace debrief
