#include "generator/view/initials.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "generator/base/text.h"

namespace debrief {
namespace {

bool is_capital_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_word_character(char c) {
  return is_capital_letter(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string initials_of(std::string_view name) {
  std::string initials;
  const std::string words = collapse_spaces(name);
  for (const std::string_view word : split(words, ' ')) {
    if (word.empty() || !is_capital_letter(word.front())) return "";
    initials += word.front();
  }
  return initials;
}

struct Token {
  std::size_t begin;
  std::size_t end;
};

// Words that look like initials.
std::vector<Token> tokens_in(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_character(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_word_character(text[at])) ++at;
    if (looks_like_initials(text.substr(begin, at - begin))) tokens.push_back({begin, at});
  }
  return tokens;
}

// What may stand between two initials of one list.
bool is_between(std::string_view text) {
  constexpr std::array<std::string_view, 5> kWords = {"and", "&", "+", "/", "und"};
  std::string spaced(text);
  std::ranges::replace(spaced, ',', ' ');
  const std::string rest = collapse_spaces(spaced);
  return rest.empty() || std::ranges::find(kWords, rest) != kWords.end();
}

}  // namespace

bool looks_like_initials(std::string_view word) {
  return (word.size() == 2 || word.size() == 3) && std::ranges::all_of(word, is_capital_letter);
}

Initials::Initials(const Vocabulary& vocabulary) {
  for (const Person& person : vocabulary.people) {
    const std::string initials = initials_of(person.name);
    if (!looks_like_initials(initials)) continue;
    const auto [entry, is_new] = roles_.try_emplace(initials, person.role);
    if (!is_new && entry->second != person.role) entry->second.reset();
  }
}

std::vector<InitialsFound> Initials::find(std::string_view text) const {
  std::vector<InitialsFound> found;
  if (roles_.empty()) return found;
  const std::vector<Token> tokens = tokens_in(text);
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t last = i + 1;
    while (
        last < tokens.size() &&
        is_between(text.substr(tokens[last - 1].end, tokens[last].begin - tokens[last - 1].end))) {
      ++last;
    }
    std::vector<InitialsFound> here;
    for (; i < last; ++i) {
      const auto known = roles_.find(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
      if (known == roles_.end()) continue;
      here.push_back({tokens[i].begin, tokens[i].end, known->second.value_or("")});
    }
    if (here.size() >= 2) found.insert(found.end(), here.begin(), here.end());
  }
  return found;
}

}  // namespace debrief
