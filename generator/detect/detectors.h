// Finds in text what nobody means to publish: credentials, and what leads to people or into the
// company. Knows forms, not the words of a knowledge base; those are the dictionary's (view/).
//
// The forms of credentials are those that their issuers document, or that gitleaks and
// GitHub's secret scanning list. Where a form alone is not enough, a checksum or the entropy of the
// random part decides, so that examples such as "AKIAXXXXXXXXXXXXXXXX" are none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

struct Detector {
  enum class Kind {
    credential,  // opens something: refused in every view
    personal,    // leads to a person: an e-mail address, a phone number, a card or account number
    reference,   // leads into the company: chats, tickets, documents, private addresses
  };
  std::string_view id;    // "github-token": stable, names it in messages and exceptions
  std::string_view what;  // "a GitHub token"
  Kind kind;
};

// All of them, in a fixed order.
const std::vector<Detector>& detectors();

struct Detection {
  std::size_t detector;  // in detectors()
  std::size_t begin;     // bytes of the text
  std::size_t end;
};

// In order of `begin`, none overlapping another; of two at one place the longer. Linear in the
// length of the text. Messages must name `what` was found and never the text itself.
std::vector<Detection> detect(std::string_view text);

}  // namespace debrief
