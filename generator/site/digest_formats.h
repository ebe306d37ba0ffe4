// A digest as people and programs get it. One file writes one format; all end with a line end.
#pragma once

#include <string>

#include "generator/insight/digest.h"
#include "generator/site/digest_words.h"
#include "generator/view/view.h"

namespace debrief {

// For a chat channel, in what CommonMark, GitHub, Mattermost and Slack read alike. What authors
// wrote is escaped: it makes no markup, no HTML, and calls nobody (@channel).
std::string digest_markdown(const DigestWords& words);

// For an e-mail or a terminal: lines of at most 72 characters, but for addresses.
std::string digest_text(const DigestWords& words);

// A whole document for an e-mail: styles in the elements, no scripts, nothing from elsewhere.
std::string digest_html(const DigestWords& words);

// For other programs. The format is described in generator/insight/README.md and is kept stable.
std::string digest_json(const View& view, const Digest& digest);

}  // namespace debrief
