#include "generator/view/dictionary.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "generator/base/text.h"

namespace debrief {

struct Dictionary::Term {
  std::string text;  // in lower case if case does not matter
  std::string replacement;
  bool ignore_case;
};

struct Dictionary::Pattern {
  RE2 expression;
  std::string replacement;

  Pattern(const std::string& pattern, std::string text)
      : expression(pattern, RE2::Quiet), replacement(std::move(text)) {}
};

namespace {

constexpr std::string_view kInternalHost = "an internal host";
constexpr std::string_view kAmbiguousPerson = "an engineer";

// Names that are also words: as a handle in lower case they are read as the word.
const std::set<std::string, std::less<>>& ordinary_words() {
  static const std::set<std::string, std::less<>> kWords = {
      "art",  "bill", "chase", "drew", "grace", "grant", "hope", "joy",  "lance", "mark", "may",
      "pat",  "rob",  "rose",  "ray",  "sue",   "will",  "dale", "june", "april", "dawn", "gene",
      "page", "dean", "frank", "max",  "miles", "rich",  "skip", "ward", "earl",  "cliff"};
  return kWords;
}

// Part of a word: a letter or digit, or a byte of a letter beyond ASCII.
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || byte == '_';
}

bool starts_sentence(std::string_view before, Dictionary::Position position) {
  while (!before.empty() && (before.back() == ' ' || before.back() == '\n')) before.remove_suffix(1);
  if (before.empty()) return position == Dictionary::Position::sentence_start;
  return before.back() == '.' || before.back() == '!' || before.back() == '?';
}

std::string capitalized(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

bool whole_word(std::string_view text, std::size_t at, std::size_t length) {
  const bool left = !is_word_byte(text[at]) || at == 0 || !is_word_byte(text[at - 1]);
  const std::size_t end = at + length;
  const bool right = end >= text.size() || !is_word_byte(text[end - 1]) || !is_word_byte(text[end]);
  return left && right;
}

}  // namespace

Dictionary::Dictionary(const Config& config, const Vocabulary& vocabulary)
    : hosts_(config.internal_hosts, config.public_view.link_hosts) {
  for (const Redaction& redaction : vocabulary.redactions) {
    if (!redaction.term.empty()) {
      add_term(redaction.term, redaction.replacement, true);
    } else {
      patterns_.push_back(std::make_unique<Pattern>(redaction.pattern, redaction.replacement));
    }
  }
  add_people(vocabulary);
  for (const Allowance& allowance : vocabulary.allowances) allowed_.push_back(allowance.text);
  std::ranges::stable_sort(terms_, std::ranges::greater(), [](const Term& term) { return term.text.size(); });
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const char first = terms_[i].text.front();
    terms_by_first_byte_[static_cast<unsigned char>(first)].push_back(i);
    if (terms_[i].ignore_case && first >= 'a' && first <= 'z') {
      terms_by_first_byte_[static_cast<unsigned char>(first - 'a' + 'A')].push_back(i);
    }
  }
}

Dictionary::~Dictionary() = default;
Dictionary::Dictionary(Dictionary&&) noexcept = default;

void Dictionary::add_term(std::string text, std::string replacement, bool ignore_case) {
  if (text.empty()) return;
  if (ignore_case) text = to_lower(text);
  terms_.push_back({std::move(text), std::move(replacement), ignore_case});
}

void Dictionary::add_people(const Vocabulary& vocabulary) {
  // The parts of names, each with the role it stands for; of two people, with none.
  std::map<std::string, std::string> parts;
  for (const Person& person : vocabulary.people) {
    add_term("@" + person.handle, person.role, true);
    if (!ordinary_words().contains(person.handle)) add_term(person.handle, person.role, false);
    if (person.name.find(' ') == std::string::npos) {
      add_term(person.name, person.role, false);
      continue;
    }
    add_term(person.name, person.role, true);
    for (const std::string_view part : split(person.name, ' ')) {
      if (count_characters(part) < 3) continue;
      const auto [entry, is_new] = parts.try_emplace(std::string(part), person.role);
      if (!is_new) entry->second = std::string(kAmbiguousPerson);
    }
  }
  for (const auto& [part, role] : parts) add_term(part, role, false);
}

std::string Dictionary::replace_terms(std::string_view text, Position position) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto allowed = std::ranges::find_if(allowed_, [&](const std::string& allowance) {
      return !allowance.empty() && text.substr(at).starts_with(allowance);
    });
    if (allowed != allowed_.end()) {
      out += *allowed;
      at += allowed->size();
      continue;
    }
    const Term* found = nullptr;
    for (const std::size_t index : terms_by_first_byte_[static_cast<unsigned char>(text[at])]) {
      const Term& term = terms_[index];
      const std::string_view here = text.substr(at, term.text.size());
      if (here.size() != term.text.size()) continue;
      const bool equal = term.ignore_case ? to_lower(here) == term.text : here == term.text;
      if (equal && whole_word(text, at, here.size())) {
        found = &term;
        break;
      }
    }
    if (found == nullptr) {
      out += text[at++];
      continue;
    }
    out += starts_sentence(out, position) ? capitalized(found->replacement) : found->replacement;
    at += found->text.size();
  }
  return out;
}

std::string Dictionary::redact(std::string_view text, Position position) const {
  std::string result(text);
  for (const auto& pattern : patterns_) {
    RE2::GlobalReplace(&result, pattern->expression, pattern->replacement);
  }
  return replace_terms(hosts_.replace_in_text(result, kInternalHost), position);
}

std::string Dictionary::redact_url(std::string_view url) const {
  if (std::ranges::any_of(allowed_, [url](const std::string& allowed) {
        return url == allowed || url == "mailto:" + allowed;
      })) {
    return std::string(url);
  }
  if (url.starts_with("mailto:")) return "";
  const std::string host = host_of(url);
  if (host.empty() || hosts_.contains(host)) return "";
  return redact(url) == url ? std::string(url) : std::string();
}

}  // namespace debrief
