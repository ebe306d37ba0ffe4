#include "search/snippet.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "search/tokenizer.h"

namespace debrief::search {
namespace {

// In characters.
constexpr std::size_t kLength = 220;
constexpr std::size_t kLeadIn = 60;  // Before the first match.

// Matches further apart than this, in bytes, do not share an excerpt.
constexpr std::size_t kReach = 180;

constexpr std::size_t kMostMarks = 2000;    // Of one text.
constexpr double kWorthOfRepetition = 0.1;  // The same word again shows little more.

constexpr std::string_view kEllipsis = "…";

// A place that the query matches.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  const void* cause = nullptr;  // Tells one thing sought from another.
  double weight = 0;
};

struct Excerpt {
  std::size_t text = 0;
  std::size_t first = 0;  // Marks [first, last) of that text.
  std::size_t last = 0;
  double score = 0;
};

class Marker {
 public:
  Marker(const Highlights& highlights, Stems& stems) : highlights_(highlights), stems_(stems) {}

  std::vector<Mark> find(std::string_view text);

 private:
  struct Seen {
    std::string word;
    std::size_t begin = 0;
  };

  void add_word(const Word& word);
  void add_phrases(const Word& word);

  const Highlights& highlights_;
  Stems& stems_;
  std::vector<Seen> seen_;
  std::vector<Mark> marks_;
};

std::vector<Mark> Marker::find(std::string_view text) {
  seen_.clear();
  marks_.clear();
  Tokenizer tokenizer(text);
  for (Word word; marks_.size() < kMostMarks && tokenizer.next(word);) {
    add_word(word);
    if (word.has_place() && !highlights_.phrases.empty()) add_phrases(word);
  }
  std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return std::move(marks_);
}

void Marker::add_word(const Word& word) {
  const auto add = [this, &word](const auto& sought, const auto& key) {
    const auto found = sought.find(key);
    if (found == sought.end()) return;
    marks_.push_back({word.begin, word.end, &found->second, found->second});
  };
  const WordTerms& terms = stems_.terms_for(word.text, word.kind);
  add(highlights_.terms, terms.main);
  if (!terms.plain.empty()) add(highlights_.terms, terms.plain);
  if (word.has_place()) add(highlights_.words, word.text);
}

void Marker::add_phrases(const Word& word) {
  seen_.push_back({std::string(word.text), word.begin});
  for (const Highlights::Phrase& phrase : highlights_.phrases) {
    const std::size_t size = phrase.words.size();
    if (seen_.size() < size) continue;
    const auto first = seen_.end() - static_cast<std::ptrdiff_t>(size);
    if (std::equal(phrase.words.begin(), phrase.words.end(), first,
                   [](const std::string& a, const Seen& b) { return a == b.word; })) {
      marks_.push_back({first->begin, word.end, &phrase, phrase.weight});
    }
  }
}

// The row of neighbouring marks that shows most of what was sought.
Excerpt best_excerpt(std::size_t text, const std::vector<Mark>& marks) {
  Excerpt best{.text = text};
  for (std::size_t first = 0; first < marks.size(); ++first) {
    Excerpt excerpt{.text = text, .first = first, .last = first, .score = 0};
    std::vector<const void*> causes;
    while (excerpt.last < marks.size() && marks[excerpt.last].end <= marks[first].begin + kReach) {
      const Mark& mark = marks[excerpt.last++];
      const bool again = std::find(causes.begin(), causes.end(), mark.cause) != causes.end();
      excerpt.score += again ? kWorthOfRepetition * mark.weight : mark.weight;
      if (!again) causes.push_back(mark.cause);
    }
    // A match longer than the reach is shown alone.
    if (excerpt.last == first) excerpt = {text, first, first + 1, marks[first].weight};
    if (excerpt.score > best.score) best = excerpt;
  }
  return best;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The byte `count` characters before or after `at`, within the text.
std::size_t back(std::string_view text, std::size_t at, std::size_t count) {
  while (count > 0 && at > 0) {
    --at;
    if (!is_continuation(text[at])) --count;
  }
  return at;
}

std::size_t forward(std::string_view text, std::size_t at, std::size_t count) {
  while (at < text.size()) {
    if (!is_continuation(text[at]) && count-- == 0) break;
    ++at;
  }
  return at;
}

// What is shown around [begin, end) of the text.
std::pair<std::size_t, std::size_t> window_around(std::string_view text, std::size_t begin,
                                                  std::size_t end) {
  std::size_t from = back(text, begin, kLeadIn);
  if (from > 0) {
    // Never start inside a word, unless it is one endless word.
    const std::size_t space = text.find(' ', from);
    if (space < begin) from = space + 1;
  }
  // A match that goes on for pages is not shown to its end.
  end = std::min(end, forward(text, begin, kLength));
  std::size_t to = std::max(end, forward(text, from, kLength));
  if (to < text.size()) {
    const std::size_t space = text.rfind(' ', to);
    if (space != std::string_view::npos && space >= end && space > from) to = space;
  }
  return {from, to};
}

void append(std::vector<Span>& spans, std::string_view text, bool matched) {
  if (text.empty()) return;
  if (!spans.empty() && spans.back().matched == matched) {
    spans.back().text += text;
  } else {
    spans.push_back({.text = std::string(text), .matched = matched});
  }
}

std::vector<Span> cut(std::string_view text, std::size_t from, std::size_t to,
                      const std::vector<Mark>& marks) {
  std::vector<Span> spans;
  if (from > 0) append(spans, kEllipsis, false);
  std::size_t at = from;
  for (const Mark& mark : marks) {
    const std::size_t begin = std::max(at, mark.begin);
    const std::size_t end = std::min(to, mark.end);
    if (begin >= end) continue;
    append(spans, text.substr(at, begin - at), false);
    append(spans, text.substr(begin, end - begin), true);
    at = end;
  }
  append(spans, text.substr(at, to - at), false);
  if (to < text.size()) append(spans, kEllipsis, false);
  return spans;
}

}  // namespace

std::vector<Span> make_snippet(const std::vector<std::string>& texts, const Highlights& highlights,
                               Stems& stems) {
  if (texts.empty()) return {};
  Marker marker(highlights, stems);
  Excerpt best;
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::vector<Mark> found = marker.find(texts[i]);
    const Excerpt excerpt = best_excerpt(i, found);
    if (excerpt.score <= best.score) continue;
    best = excerpt;
    marks = std::move(found);
  }
  const std::string_view text = texts[best.text];
  std::size_t begin = 0;
  std::size_t end = 0;
  if (best.score > 0) {
    begin = marks[best.first].begin;
    for (std::size_t i = best.first; i < best.last; ++i) end = std::max(end, marks[i].end);
  }
  const auto [from, to] = window_around(text, begin, end);
  return cut(text, from, to, marks);
}

}  // namespace debrief::search
