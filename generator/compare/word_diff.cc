#include "generator/compare/word_diff.h"

#include <algorithm>
#include <utility>

#include "generator/base/text.h"
#include "generator/compare/line_diff.h"

namespace debrief {

namespace {

constexpr std::size_t kMostWords = 1000;

bool is_of_word(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Letters and digits of any script hang together, as do "9,600", "14:32" and "2026-03-04";
// everything else stands by itself.
bool goes_on(std::string_view line, std::size_t at) {
  if (is_of_word(line[at])) return true;
  return std::string_view(".,:-").find(line[at]) != std::string_view::npos &&
         is_digit(line[at - 1]) && at + 1 < line.size() && is_digit(line[at + 1]);
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at + 1;
    if (is_of_word(line[at])) {
      while (end < line.size() && goes_on(line, end)) ++end;
    }
    words.emplace_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

void append(std::vector<TextPiece>& pieces, bool is_changed, std::string_view text) {
  if (pieces.empty() || pieces.back().is_changed != is_changed) pieces.push_back({is_changed, ""});
  pieces.back().text += text;
}

// A space that stays between two changed words would tear the mark around them.
std::vector<TextPiece> with_spaces_joined(std::vector<TextPiece> pieces) {
  std::vector<TextPiece> joined;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool is_between = i != 0 && i + 1 < pieces.size() && pieces[i].text == " ";
    append(joined, pieces[i].is_changed || is_between, pieces[i].text);
  }
  return joined;
}

}  // namespace

std::optional<WordChanges> diff_words(std::string_view before, std::string_view after) {
  const std::vector<std::string> old_words = words_of(before);
  const std::vector<std::string> new_words = words_of(after);
  if (old_words.size() > kMostWords || new_words.size() > kMostWords) return std::nullopt;
  WordChanges changes;
  std::size_t kept = 0;  // letters
  for (const LineStep& step : diff_lines(old_words, new_words)) {
    const bool is_removed = step.kind == LineStep::Kind::removed;
    const std::string& word = is_removed ? old_words[step.index] : new_words[step.index];
    const bool is_kept = step.kind == LineStep::Kind::kept;
    if (is_kept && is_of_word(word.front())) kept += word.size();
    if (step.kind != LineStep::Kind::added) append(changes.before, !is_kept, word);
    if (!is_removed) append(changes.after, !is_kept, word);
  }
  const auto letters = [](const std::vector<std::string>& words) {
    std::size_t count = 0;
    for (const std::string& word : words) count += is_of_word(word.front()) ? word.size() : 0;
    return count;
  };
  // At least two fifths of the longer one stay.
  if (kept * 5 < std::max(letters(old_words), letters(new_words)) * 2 || kept == 0) {
    return std::nullopt;
  }
  changes.before = with_spaces_joined(std::move(changes.before));
  changes.after = with_spaces_joined(std::move(changes.after));
  return changes;
}

std::vector<LinePair> pair_lines(const std::vector<std::string>& before,
                                 const std::vector<std::string>& after) {
  // So many that follow are looked at: text is seldom moved and changed at once.
  constexpr std::size_t kMostAhead = 8;
  constexpr std::size_t kMostLines = 200;
  const bool is_long = before.size() > kMostLines || after.size() > kMostLines;
  std::vector<LinePair> pairs;
  std::size_t next = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::size_t end = is_long ? next : std::min(next + kMostAhead, after.size());
    std::size_t found = next;
    std::optional<WordChanges> words;
    for (; found < end && !words; ++found) words = diff_words(before[i], after[found]);
    if (!words) {
      pairs.push_back({i, std::nullopt, {}});
      continue;
    }
    --found;
    for (; next < found; ++next) pairs.push_back({std::nullopt, next, {}});
    pairs.push_back({i, next++, std::move(*words)});
  }
  for (; next < after.size(); ++next) pairs.push_back({std::nullopt, next, {}});
  return pairs;
}

}  // namespace debrief
