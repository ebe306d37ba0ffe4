#include "generator/view/dictionary.h"

#include <re2/re2.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "generator/base/escape.h"
#include "generator/base/text.h"
#include "generator/view/matching_text.h"
#include "generator/view/ordinary_words.h"

namespace debrief {

struct Dictionary::Term {
  std::string text;  // folded
  std::string replacement;
  bool needs_capital;  // a name that is also a word: only "Mark" is a person
};

struct Dictionary::Pattern {
  RE2 expression;
  std::string replacement;

  Pattern(const std::string& pattern, std::string text)
      : expression(pattern, RE2::Quiet), replacement(std::move(text)) {}
};

// The spellings of people's names, each with the one role it stands for; of several people,
// with none. Nothing here depends on the order of the people.
class Dictionary::People {
 public:
  explicit People(const Vocabulary& vocabulary) {
    for (const Person& person : vocabulary.people) add(person);
  }

  struct Entry {
    std::set<std::string> roles;
    bool needs_capital = true;  // Whoever can be told without makes it so for all.
  };
  const std::map<std::string, Entry>& entries() const { return entries_; }

 private:
  // In bytes: two Latin letters are too little to be sure of, two ideographs are a name.
  static constexpr std::size_t kShortestPart = 3;

  void add(const Person& person) {
    add("@" + person.handle, person.role, false);
    add_word(person.handle, person.role);
    const std::string name = collapse_spaces(folded_text(person.name).text);
    const auto parts = split(name, ' ');
    if (parts.size() == 1) return add_word(name, person.role);
    add(name, person.role, false);
    std::string joined;
    for (const std::string_view part : parts) {
      joined += part;
      if (part.size() >= kShortestPart) add_word(part, person.role);
    }
    add(joined, person.role, false);
  }

  void add_word(std::string_view word, const std::string& role) {
    const std::string text = folded_text(word).text;
    add(text, role, text.size() < kShortestPart || is_ordinary_word(text));
  }

  void add(std::string_view text, const std::string& role, bool needs_capital) {
    Entry& entry = entries_[folded_text(text).text];
    entry.roles.insert(role);
    entry.needs_capital = entry.needs_capital && needs_capital;
  }

  std::map<std::string, Entry> entries_;
};

namespace {

std::string_view phrase_of(HostMatch::Kind kind) {
  switch (kind) {
    case HostMatch::Kind::host:
      return "an internal host";
    case HostMatch::Kind::link:
      return "an internal link";
    case HostMatch::Kind::address:
      return "an internal address";
  }
  return "";
}

// Overlapping ones become one, under the replacement of the first, and of two that begin
// together, of the longer.
void merge_overlapping(std::vector<Replacement>& found) {
  std::ranges::stable_sort(found, [](const Replacement& a, const Replacement& b) {
    return std::tuple(a.begin, b.end) < std::tuple(b.begin, a.end);
  });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (found[i].begin < found[kept].end) {
      found[kept].end = std::max(found[kept].end, found[i].end);
    } else {
      std::swap(found[++kept], found[i]);
    }
  }
  if (!found.empty()) found.resize(kept + 1);
}

}  // namespace

std::string capitalized(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

bool starts_sentence(std::string_view before) {
  const std::string_view words = trim(before);
  if (words.empty()) return true;
  const bool gap = words.back() != before.back();
  return gap && (words.back() == '.' || words.back() == '!' || words.back() == '?');
}

Dictionary::Dictionary(const Config& config, const Vocabulary& vocabulary)
    : hosts_(config.internal_hosts, config.public_view.link_hosts), initials_(vocabulary) {
  for (const Redaction& redaction : vocabulary.redactions) {
    if (redaction.term.empty()) {
      patterns_.push_back(std::make_unique<Pattern>(redaction.pattern, redaction.replacement));
      continue;
    }
    add_term(redaction.term, redaction.replacement, false);
  }
  const People people(vocabulary);
  for (const auto& [text, entry] : people.entries()) {
    add_term(text, entry.roles.size() == 1 ? *entry.roles.begin() : std::string(kAmbiguousPerson),
             entry.needs_capital);
  }
  for (const Allowance& allowance : vocabulary.allowances) {
    if (!allowance.text.empty()) allowed_.push_back(allowance.text);
  }
  std::ranges::stable_sort(terms_, std::ranges::greater(),
                           [](const Term& term) { return term.text.size(); });
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    terms_by_first_byte_[static_cast<unsigned char>(terms_[i].text.front())].push_back(i);
  }
}

Dictionary::~Dictionary() = default;
Dictionary::Dictionary(Dictionary&&) noexcept = default;

void Dictionary::add_term(std::string_view text, std::string replacement, bool needs_capital) {
  std::string folded(trim(folded_text(text).text));
  if (folded.empty()) return;
  // Names of several words are written as one in hashtags, identifiers and addresses.
  std::string joined = folded;
  std::erase(joined, ' ');
  if (joined != folded) terms_.push_back({std::move(joined), replacement, needs_capital});
  terms_.push_back({std::move(folded), std::move(replacement), needs_capital});
}

void Dictionary::find_patterns(std::string_view text, std::vector<Replacement>& found) const {
  const MatchingText readable = readable_text(text);
  const re2::StringPiece whole(readable.text.data(), readable.text.size());
  for (const auto& pattern : patterns_) {
    std::size_t at = 0;
    re2::StringPiece match;
    while (at < whole.size() &&
           pattern->expression.Match(whole, at, whole.size(), RE2::UNANCHORED, &match, 1)) {
      const auto begin = static_cast<std::size_t>(match.data() - whole.data());
      at = begin + match.size();
      if (match.empty()) {
        ++at;
        continue;
      }
      found.push_back(
          {readable.original_begin(begin), readable.original_end(at), pattern->replacement});
    }
  }
  for (const HostMatch& host : hosts_.find_in_text(readable.text)) {
    found.push_back({readable.original_begin(host.begin), readable.original_end(host.end),
                     std::string(phrase_of(host.kind))});
  }
}

void Dictionary::find_terms(std::string_view text, std::vector<Replacement>& found) const {
  if (terms_.empty()) return;
  const MatchingText folded = folded_text(text);
  const std::string_view whole = folded.text;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const std::vector<std::size_t>& candidates =
        terms_by_first_byte_[static_cast<unsigned char>(whole[at])];
    if (candidates.empty() || !is_word_boundary(whole, at)) continue;
    for (const std::size_t candidate : candidates) {
      const Term& term = terms_[candidate];
      const std::size_t end = at + term.text.size();
      // Its last letter tells most terms apart from the text at a glance.
      if (end > whole.size() || whole[end - 1] != term.text.back()) continue;
      if (!whole.substr(at).starts_with(term.text)) continue;
      if (!is_word_boundary(whole, end)) continue;
      const std::size_t begin = folded.original_begin(at);
      if (term.needs_capital && !is_capital(text, begin)) continue;
      found.push_back({begin, folded.original_end(end), term.replacement});
      break;
    }
  }
}

void Dictionary::drop_allowed(std::string_view text, std::vector<Replacement>& found) const {
  if (found.empty()) return;
  for (const std::string& allowed : allowed_) {
    for (std::size_t at = text.find(allowed); at != std::string_view::npos;
         at = text.find(allowed, at + 1)) {
      std::erase_if(found, [&](const Replacement& replacement) {
        return replacement.begin >= at && replacement.end <= at + allowed.size();
      });
    }
  }
}

std::vector<Replacement> Dictionary::find(std::string_view text) const {
  std::vector<Replacement> found;
  find_patterns(text, found);
  find_terms(text, found);
  for (InitialsFound& initials : initials_.find(text)) {
    found.push_back(
        {initials.begin, initials.end,
         initials.role.empty() ? std::string(kAmbiguousPerson) : std::move(initials.role)});
  }
  drop_allowed(text, found);
  merge_overlapping(found);
  return found;
}

std::string Dictionary::redact(std::string_view text) const {
  std::string out;
  std::size_t at = 0;
  for (Replacement& replacement : find(text)) {
    const std::string_view before = text.substr(0, replacement.begin);
    out += text.substr(at, replacement.begin - at);
    out += starts_sentence(before) ? capitalized(std::move(replacement.text)) : replacement.text;
    at = replacement.end;
  }
  out += text.substr(at);
  return out;
}

bool Dictionary::is_public(std::string_view text) const {
  return find(text).empty() && find(percent_decoded(text)).empty();
}

std::string Dictionary::redact_url(std::string_view url) const {
  if (std::ranges::any_of(allowed_, [url](const std::string& allowed) {
        return url == allowed || url == "mailto:" + allowed;
      })) {
    return std::string(url);
  }
  const std::string host = host_of(url);
  if (host.empty() || hosts_.may_lead_inside(host) || !is_public(url)) return "";
  return std::string(url);
}

}  // namespace debrief
