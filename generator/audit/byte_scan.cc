#include "generator/audit/byte_scan.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "generator/audit/readings.h"
#include "search/walk.h"

namespace debrief {
namespace {

// Shorter words are in every text.
constexpr std::size_t kShortestWord = 5;

// Of a single word that is not strict.
constexpr std::size_t kShortestName = 3;

using Kind = InternalText::Kind;
using Words = std::unordered_set<std::string>;  // looked up only

void add_words(std::string_view text, Words& words) {
  for (std::string& word : folded_words(text)) words.insert(std::move(word));
}

// As addresses are made of titles: "JFrog's" is "jfrogs" there.
std::string without_apostrophes(std::string text) {
  std::erase(text, '\'');
  constexpr std::string_view kApostrophe = "\u2019";
  for (std::size_t at = text.find(kApostrophe); at != std::string::npos;
       at = text.find(kApostrophe, at)) {
    text.erase(at, kApostrophe.size());
  }
  return text;
}

// Numbers are in every text as well, and so is the "27T23" of a time.
bool is_telling(const std::string& word) {
  constexpr int kLetters = 4;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  };
  return word.size() >= kShortestWord && std::ranges::count_if(word, is_letter) >= kLetters;
}

// What the public text says itself: a phrase of `texts` that stands in it is none of its secrets.
std::set<std::size_t> said_openly(const WordScan& phrases, const std::vector<std::string>& open) {
  std::set<std::size_t> found;
  for (const std::string& text : open) {
    phrases.find(text, [&found](std::size_t index, std::size_t) { found.insert(index); });
  }
  return found;
}

// A name or title that may be searched for.
struct Candidate {
  std::vector<std::string> phrase;
  std::size_t index;  // in AuditTexts::internal
  bool is_strict_name;
};

}  // namespace

ByteScan::ByteScan(const AuditTexts& texts, const std::vector<std::string>& own_words) {
  Words own;
  for (const std::string& text : own_words) add_words(text, own);
  Words open = own;
  for (const std::string& text : texts.open) {
    add_words(text, open);
    add_words(without_apostrophes(text), open);
  }
  std::set<std::vector<std::string>> allowed;
  for (const std::string& text : texts.allowed) allowed.insert(folded_words(text));

  // Names and titles, each once, and those that public text may excuse: any text a name that is not
  // strict, a public title alone one that is.
  std::vector<Candidate> candidates;
  WordScan excused_by_text;
  WordScan excused_by_titles;
  Words words;
  for (std::size_t i = 0; i < texts.internal.size(); ++i) {
    const InternalText& text = texts.internal[i];
    std::vector<std::string> phrase = folded_words(text.text);
    if (text.kind == Kind::prose) {
      for (const std::string& word : phrase) {
        if (is_telling(word) && !open.contains(word) && words.insert(word).second) {
          scan_.add({word}, i);
        }
      }
      continue;
    }
    const bool is_strict_name = text.kind == Kind::name && text.is_strict;
    if (phrase.empty() || allowed.contains(phrase)) continue;
    // The style sheet says "max-width" whatever Max is called.
    if (phrase.size() == 1 && (is_strict_name ? own : open).contains(phrase.front())) continue;
    if (phrase.size() == 1 && !is_strict_name && phrase.front().size() < kShortestName) continue;
    if (!text.is_strict) {
      excused_by_text.add(phrase, i);
    } else if (text.kind == Kind::title) {
      excused_by_titles.add(phrase, i);
    }
    candidates.push_back({std::move(phrase), i, is_strict_name});
  }
  figures_.words = words.size();

  std::set<std::size_t> excused = said_openly(excused_by_text, texts.open);
  excused.merge(said_openly(excused_by_titles, texts.titles));
  // What one phrase is called twice for, it is called for most strictly.
  std::stable_partition(candidates.begin(), candidates.end(),
                        [](const Candidate& candidate) { return candidate.is_strict_name; });
  std::set<std::vector<std::string>> names;
  for (const Candidate& candidate : candidates) {
    if (excused.contains(candidate.index) || !names.insert(candidate.phrase).second) continue;
    scan_.add(candidate.phrase, candidate.index);
    if (candidate.phrase.size() > 1) phrases_.add(candidate.phrase, candidate.index);
  }
  figures_.names = names.size();
}

void ByteScan::scan_text(const std::string& path, std::string_view where, std::string_view text,
                         const std::vector<LeakFinding>& known,
                         std::vector<LeakFinding>& found) const {
  scan_.find(text, [&](std::size_t index, std::size_t at) {
    const auto is_same = [index](const LeakFinding& finding) { return finding.text == index; };
    if (std::ranges::any_of(known, is_same) || std::ranges::any_of(found, is_same)) return;
    found.push_back({path, at, std::string(where), index});
  });
}

void ByteScan::keep(std::vector<LeakFinding> found) {
  const std::scoped_lock lock(mutex_);
  std::ranges::move(found, std::back_inserter(findings_));
}

void ByteScan::scan_file(const std::string& path, std::string_view bytes) {
  std::vector<LeakFinding> found;
  scan_text(path, "its name", path, {}, found);
  for (const Reading& reading : readings(bytes)) {
    std::vector<LeakFinding> here;
    scan_text(path, reading.name, reading.text, found, here);
    for (LeakFinding& finding : here) {
      finding.offset = reading.origin(finding.offset);
      found.push_back(std::move(finding));
    }
  }
  keep(std::move(found));
  const std::scoped_lock lock(mutex_);
  ++figures_.files;
  figures_.bytes += bytes.size();
}

void ByteScan::scan_database(const std::string& path, const std::filesystem::path& file) {
  std::vector<LeakFinding> found;
  std::size_t strings = 0;
  search::walk_index(file, [&](search::Found kind, std::string_view text) {
    ++strings;
    std::vector<LeakFinding> here;
    scan_text(path, search::name_of(kind), text, found, here);
    for (LeakFinding& finding : here) finding.offset = 0;
    std::ranges::move(here, std::back_inserter(found));
  });
  // What is left between the blocks no interface shows.
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  phrases_.find(bytes, [&](std::size_t index, std::size_t at) {
    found.push_back({path, at, "as written", index});
  });
  keep(std::move(found));
  const std::scoped_lock lock(mutex_);
  figures_.database_strings += strings;
  figures_.bytes += bytes.size();
  ++figures_.files;
}

std::vector<LeakFinding> ByteScan::findings() const {
  const std::scoped_lock lock(mutex_);
  std::vector<LeakFinding> sorted = findings_;
  std::ranges::sort(sorted, {}, [](const LeakFinding& finding) {
    return std::tie(finding.file, finding.offset, finding.text, finding.where);
  });
  return sorted;
}

ScanFigures ByteScan::figures() const {
  const std::scoped_lock lock(mutex_);
  return figures_;
}

}  // namespace debrief
