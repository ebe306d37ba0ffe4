// What is left in the text of action items that looks like a remark for colleagues.
#pragma once

#include <string>

#include "generator/base/diagnostics.h"
#include "generator/markdown/document.h"
#include "generator/view/dictionary.h"

namespace debrief {

// The public reads what is to be done, never who does it or until when. The reader of action
// items takes such remarks off in the usual spellings; one that it did not understand is an
// error here, rather than a name on the public site. `body` is the visible text of the
// post-mortem at `path`.
void check_public_actions(const Outline& body, const std::string& path,
                          const Dictionary& dictionary, Diagnostics& diagnostics);

}  // namespace debrief
