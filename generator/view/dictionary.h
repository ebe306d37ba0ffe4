// What stands for what in public text: people become their roles, terms and patterns their
// replacements, internal hosts a phrase.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/config.h"
#include "generator/model/vocabulary.h"
#include "generator/view/hosts.h"

namespace debrief {

// Immutable; used by several threads. A replacement never depends on the length of what it
// hides, nor on how often it has been made.
class Dictionary {
 public:
  Dictionary(const Config& config, const Vocabulary& vocabulary);
  ~Dictionary();
  Dictionary(Dictionary&&) noexcept;

  enum class Position { sentence_start, inside_sentence };

  // The text as the public may read it. What an `allow` entry names stays as it is. A
  // replacement that starts a sentence gets a capital; `position` is that of the text itself.
  std::string redact(std::string_view text, Position position = Position::sentence_start) const;

  // The address if it may be public, else empty: an internal host, or any part that redact()
  // would change.
  std::string redact_url(std::string_view url) const;

  bool is_internal_host(std::string_view host) const { return hosts_.contains(host); }

 private:
  struct Term;
  struct Pattern;

  void add_term(std::string text, std::string replacement, bool ignore_case);
  void add_people(const Vocabulary& vocabulary);
  std::string replace_terms(std::string_view text, Position position) const;

  std::vector<Term> terms_;  // longest first
  std::array<std::vector<std::size_t>, 256> terms_by_first_byte_;
  std::vector<std::unique_ptr<Pattern>> patterns_;
  std::vector<std::string> allowed_;
  InternalHosts hosts_;
};

}  // namespace debrief
