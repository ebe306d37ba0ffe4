#include "search/term_counts.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "search/function_words.h"
#include "search/stems.h"
#include "search/text.h"
#include "search/tokenizer.h"

namespace debrief::search {

namespace {

// "a1" may be a name; "x" is none. Of scripts without spaces pairs are words.
constexpr std::size_t kLeastBytes = 2;
constexpr std::size_t kLeastLetters = 3;     // that are worth something without the digits
constexpr std::size_t kMostKnown = 100'000;  // words, whose terms are kept
constexpr std::size_t kMostWordsOfRow = 64;  // what is longer is no name

constexpr std::size_t kWhole = 2;
constexpr std::size_t kInside = 1;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 128;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
}

// A word of a text, with the parts that the tokenizer sees in it.
struct Piece {
  std::string text;  // in lower case
  std::size_t begin = 0;
  std::size_t end = 0;
  Word::Kind kind = Word::Kind::letters;
  std::vector<Piece> parts;
};

// Words that are tied to each other, such as those of kube-proxy or of https://example.org/a.
using Row = std::vector<Piece>;

enum class RowKind { words, one_word, link };

// What a row is, by what stands between its words.
RowKind kind_of(std::string_view text, const Row& row) {
  std::size_t slashes = 0;
  bool has_point = false;
  for (std::size_t i = 1; i < row.size(); ++i) {
    const std::string_view gap = text.substr(row[i - 1].end, row[i].begin - row[i - 1].end);
    if (gap == "://" || gap.find('@') != std::string_view::npos) return RowKind::link;
    slashes += static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '/')) +
               static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '\\'));
    // "It failed.Then": a space was forgotten.
    const bool begins_sentence = is_small(text[row[i].begin - 2]) && is_capital(text[row[i].begin]);
    if (gap == "." && !begins_sentence) has_point = true;
  }
  if (has_point && slashes > 1) return RowKind::link;
  return has_point || slashes > 1 ? RowKind::one_word : RowKind::words;
}

// A capital after a small letter and a space: the word begins neither a sentence nor a heading.
bool is_name(std::string_view text, const Piece& word) {
  if (word.begin < 2 || !is_capital(text[word.begin])) return false;
  if (text[word.begin - 1] != ' ' || !is_small(text[word.begin - 2])) return false;
  // Of a title in which Every Word Has One the word before tells.
  const std::size_t space = text.rfind(' ', word.begin - 2);
  return is_small(text[space == std::string_view::npos ? 0 : space + 1]);
}

}  // namespace

class TermCounter::State {
 public:
  explicit State(std::string_view code) : language(primary_language(code)), stems(code) {}

  // Empty for what says nothing. The list of such words is searched once a word, not at each place.
  const std::string& term_of(std::string_view word, Word::Kind kind) {
    if (known.size() > kMostKnown) known.clear();
    const auto [place, is_new] = known.try_emplace(std::string(word));
    if (is_new && !says_little(language, word)) place->second = stems.terms_for(word, kind).main;
    return place->second;
  }

  void add(std::string_view term, std::string_view shown, std::size_t halves) {
    if (term.empty()) return;
    const auto [place, is_new] = places.try_emplace(std::string(term), counts.size());
    if (is_new) counts.push_back({place->first, std::string(shown), 0, text_number});
    counts[place->second].halves += halves * weight;
  }

  void add_row(std::string_view text, const Row& row) {
    // "…?page=2" goes on after what ties words.
    const bool goes_on =
        link_end > 0 && text.substr(link_end, row[0].begin - link_end).find_first_of(" \n\t") ==
                            std::string_view::npos;
    const RowKind kind = goes_on ? RowKind::link : kind_of(text, row);
    link_end = kind == RowKind::link ? row.back().end : 0;
    switch (kind) {
      case RowKind::words:
        for (const Piece& word : row) add_word(text, word);
        break;
      case RowKind::one_word: {
        const std::string_view whole = text.substr(row[0].begin, row.back().end - row[0].begin);
        const auto letters = std::count_if(whole.begin(), whole.end(), is_letter);
        if (letters > 2 && whole.size() <= kMaxWordBytes) add(fold(whole), whole, kWhole);
        break;
      }
      case RowKind::link:
        break;
    }
  }

  void add_word(std::string_view text, const Piece& word) {
    const std::string_view shown = text.substr(word.begin, word.end - word.begin);
    if (word.text.size() < kLeastBytes) return;
    if (word.kind == Word::Kind::digits) {
      add_word_with_digits(word.text, shown);
      return;
    }
    const std::string& term = term_of(word.text, word.kind);
    if (is_name(text, word) && !term.empty() && !term.ends_with(word.text)) {
      add(word.text, shown, kWhole);
      add(term, shown, kInside);
    } else {
      add(term, shown, kWhole);
    }
    for (std::size_t i = 0; i < word.parts.size(); ++i) {
      const Piece& part = word.parts[i];
      add(term_of(part.text, part.kind), text.substr(part.begin, part.end - part.begin), kInside);
      if (i == 0 || word.parts.size() < 3) continue;
      const Piece& before = word.parts[i - 1];
      if (before.end != part.begin) continue;
      add(term_of(before.text + part.text, Word::Kind::letters),
          text.substr(before.begin, part.end - before.begin), kInside);
    }
  }

  // A number says nothing, nor does "30s", "v2" or "PM2021" (of an id): JDK17 and k8s do.
  void add_word_with_digits(const std::string& word, std::string_view shown) {
    const auto letters = static_cast<std::size_t>(
        std::find_if_not(word.begin(), word.end(), is_letter) - word.begin());
    const auto all_letters = std::count_if(word.begin(), word.end(), is_letter);
    if (letters == 0 || all_letters < 2 || is_year(std::string_view(word).substr(letters))) return;
    add(word, shown, kWhole);
    if (letters >= kLeastLetters && all_letters == static_cast<std::ptrdiff_t>(letters)) {
      add(term_of(std::string_view(word).substr(0, letters), Word::Kind::letters),
          shown.substr(0, letters), kWhole);
    }
  }

  std::string language;
  Stems stems;
  std::unordered_map<std::string, std::string> known;

  // Of the present count.
  std::vector<TermCount> counts;
  std::unordered_map<std::string, std::size_t> places;
  std::size_t text_number = 0;
  std::size_t weight = 1;
  std::size_t link_end = 0;  // of the row before, if that was a link
};

TermCounter::TermCounter(std::string_view language) : state_(std::make_unique<State>(language)) {}
TermCounter::~TermCounter() = default;

std::vector<TermCount> TermCounter::count(const std::vector<WeighedText>& texts) {
  state_->counts.clear();
  state_->places.clear();
  Row row;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string_view text = texts[i].text;
    state_->text_number = i;
    state_->weight = texts[i].weight;
    state_->link_end = 0;
    Tokenizer tokenizer(text);
    Word word;
    const auto end_row = [&] {
      if (!row.empty()) state_->add_row(text, row);
      row.clear();
    };
    while (tokenizer.next(word)) {
      Piece piece{std::string(word.text), word.begin, word.end, word.kind, {}};
      if (word.part) {
        // A shorter form of a number is none of its parts.
        if (!row.empty() && row.back().kind == Word::Kind::letters) {
          row.back().parts.push_back(std::move(piece));
        }
      } else if (word.joined) {
        if (word.kind == Word::Kind::ideograph) {
          end_row();
          state_->add_word(text, piece);
        }
      } else if (word.kind != Word::Kind::ideograph) {
        if (!word.attached || row.size() >= kMostWordsOfRow) end_row();
        row.push_back(std::move(piece));
      }
    }
    end_row();
  }
  state_->stems.forget_if_many();
  std::vector<TermCount> counts = std::move(state_->counts);
  std::sort(counts.begin(), counts.end(),
            [](const TermCount& a, const TermCount& b) { return a.term < b.term; });
  return counts;
}

std::vector<std::string> TermCounter::terms_of_name(std::string_view name) {
  std::string spaced(name);
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return c == '.' || c == '/' || c == '\\'; }, ' ');
  std::vector<std::string> terms;
  for (TermCount& each : count({{spaced}, {name}})) terms.push_back(std::move(each.term));
  return terms;
}

}  // namespace debrief::search
