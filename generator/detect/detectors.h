// Finds in text what nobody means to publish: credentials, and what leads to people or into the
// company. Knows forms, not the words of a knowledge base; those are the dictionary's (view/), and
// so are internal hosts and private addresses (view/hosts.h).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace debrief {

struct Detector {
  enum class Kind {  // the gravest first
    credential,      // opens something: refused in every view
    personal,   // leads to a person: an e-mail address, a phone number, a card or account number
    reference,  // leads into the company: chats, tickets, documents, dashboards
  };
  std::string_view id;    // "github-token": stable, names it in messages and exceptions
  std::string_view what;  // "a GitHub token"
  Kind kind;
};

// All of them, in a fixed order: by kind.
const std::vector<Detector>& detectors();

// The one of detectors() with this id, or null.
const Detector* find_detector(std::string_view id);

struct Detection {
  std::size_t detector;  // in detectors()
  std::size_t begin;     // bytes of the text
  std::size_t end;
};

// What stands in one line of text, in order of `begin`, none overlapping another: of two at one
// place the graver, of two equally grave the longer, of two equally long the first of detectors().
// Examples are none: placeholders, what the issuers' documentation shows, addresses at example.com.
// Takes time linear in the length of the text (and to sort what is found), whatever it holds.
//
// Messages must name `what` was found and never the text itself.
std::vector<Detection> detect(std::string_view text);

}  // namespace debrief
