// What stands for what in public text: people become their roles, terms and patterns their
// replacements, internal hosts a phrase.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/config.h"
#include "generator/model/vocabulary.h"
#include "generator/view/hosts.h"
#include "generator/view/initials.h"

namespace debrief {

// What the public reads for a name that several people share.
inline constexpr std::string_view kAmbiguousPerson = "an engineer";

// A part of a text, and what the public reads there.
struct Replacement {
  std::size_t begin;
  std::size_t end;
  std::string text;
};

// Immutable; used by several threads. A replacement never depends on the length of what it
// hides, nor on how often it has been made.
class Dictionary {
 public:
  Dictionary(const Config& config, const Vocabulary& vocabulary);
  ~Dictionary();
  Dictionary(Dictionary&&) noexcept;

  // What the public may not read, in order, none overlapping another. What an `allow` entry
  // names stays as it is.
  std::vector<Replacement> find(std::string_view text) const;

  // The text as the public may read it. A replacement that starts a sentence gets a capital.
  std::string redact(std::string_view text) const;

  // The address if it may be public, else empty: one that may lead to an internal host, or
  // any part of which redact() would change.
  std::string redact_url(std::string_view url) const;

  // Whether redact() leaves the text as it is, and what its percent signs stand for.
  bool is_public(std::string_view text) const;

 private:
  struct Term;
  struct Pattern;
  class People;

  void add_term(std::string_view text, std::string replacement, bool needs_capital);
  void find_patterns(std::string_view text, std::vector<Replacement>& found) const;
  void find_terms(std::string_view text, std::vector<Replacement>& found) const;
  void drop_allowed(std::string_view text, std::vector<Replacement>& found) const;

  std::vector<Term> terms_;  // longest first
  std::array<std::vector<std::size_t>, 256> terms_by_first_byte_;
  std::vector<std::unique_ptr<Pattern>> patterns_;
  std::vector<std::string> allowed_;
  InternalHosts hosts_;
  Initials initials_;
};

// "A large retailer" for "a large retailer".
std::string capitalized(std::string text);

// Whether what follows `before` starts a sentence.
bool starts_sentence(std::string_view before);

}  // namespace debrief
