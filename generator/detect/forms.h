// The tables of the detectors: how what they find is written.
//
// A form is what issuers document of their tokens, or what gitleaks and the lists of GitHub's and
// GitLab's secret scanning know of them. It is not a proof: nobody is asked whether a token works.
// Where the form alone is not enough, a check of the value decides: check digits, what it
// decodes to, or whether it looks drawn at random.
#pragma once

#include <string_view>
#include <vector>

#include "generator/detect/detectors.h"

namespace debrief {

struct Form {
  std::string_view id;
  std::string_view what;
  // Every match holds one of them, in just this case; none: the pattern is always tried.
  std::vector<std::string_view> keywords;
  // RE2 over bytes (Latin-1). The first group is what is found, so that a pattern may ask for what
  // stands around it; the second, if there is one, is the value that `is_real` sees, else it sees
  // all that is found. Only repetitions with small bounds: RE2 unrolls them.
  const char* pattern;
  bool (*is_real)(std::string_view value);
  // How much of what the pattern found counts, from its begin; null: all.
  std::string_view (*shorten)(std::string_view found) = nullptr;
};

const std::vector<Form>& credential_forms();
const std::vector<Form>& personal_forms();
const std::vector<Form>& reference_forms();

// Without the full stop, comma or bracket that belongs to the sentence around it.
std::string_view without_sentence_end(std::string_view found);

// Whether the host is one that RFC 2606 and RFC 6761 keep for examples.
bool is_example_host(std::string_view host);

}  // namespace debrief
