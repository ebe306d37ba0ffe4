#include "search/site_part.h"

#include <xapian.h>

#include <functional>
#include <set>
#include <string_view>

#include "search/indexer.h"
#include "search/parts.h"
#include "search/schema.h"
#include "search/text.h"
#include "search/tokenizer.h"

namespace debrief::search {
namespace {

// Spelling is never corrected to shorter words, nor to what a chance key looks like.
constexpr std::size_t kMinSpellingBytes = 3;
constexpr std::size_t kMaxSpellingBytes = 32;

bool is_plain_word(std::string_view term) {
  if (term.size() < kMinSpellingBytes || term.size() > kMaxSpellingBytes) return false;
  bool ascii = true;
  for (const char c : term) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      ascii = false;
    } else if (c < 'a' || c > 'z') {
      return false;
    }
  }
  if (ascii) return true;
  Word word;
  return Tokenizer(term).next(word) && word.kind == Word::Kind::letters;
}

// Words that count although one page alone may have them.
std::set<std::string, std::less<>> prominent_words(std::span<const Document* const> documents) {
  std::set<std::string, std::less<>> words;
  const auto add = [&words](std::string_view text) {
    Tokenizer tokenizer(text);
    for (Word word; tokenizer.next(word);) {
      if (!word.joined && !words.contains(word.text)) words.emplace(word.text);
    }
  };
  for (const Document* document : documents) {
    add(document->title);
    add(document->summary);
    for (const std::string& name : document->service_names) add(name);
    for (const std::string& service : document->services) add(service);
    for (const std::string& tag : document->tags) add(tag);
  }
  return words;
}

// A word that two pages have is hardly a slip of the pen.
void add_spelling(Xapian::WritableDatabase& part, std::span<const Document* const> documents,
                  const std::vector<std::filesystem::path>& parts) {
  const std::set<std::string, std::less<>> prominent = prominent_words(documents);
  Xapian::Database pages;
  for (const std::filesystem::path& path : parts) {
    pages.add_database(Xapian::Database(path.string()));
  }
  for (Xapian::TermIterator term = pages.allterms_begin(); term != pages.allterms_end(); ++term) {
    const std::string word = *term;
    if (!is_plain_word(word)) continue;
    const Xapian::doccount frequency = term.get_termfreq();
    if (frequency > 1 || prominent.contains(word)) part.add_spelling(word, frequency);
  }
}

}  // namespace

void build_site_part(std::span<const Document* const> documents,
                     const std::vector<std::filesystem::path>& parts,
                     const std::filesystem::path& folder, const std::string& language) {
  Xapian::WritableDatabase part = create_part(folder);
  part.set_metadata(std::string(metadata::kVersion), std::string(kSchemaVersion));
  part.set_metadata(std::string(metadata::kLanguage), language);
  add_spelling(part, documents, parts);
  part.commit();
}

}  // namespace debrief::search
