#include "search/walk.h"

#include <xapian.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "search/index_file.h"
#include "search/xapian_error.h"

namespace debrief::search {
namespace {

// Xapian numbers values freely; nothing says which are in use. Ours are below.
constexpr Xapian::valueno kMostValues = 64;

using Visit = std::function<void(Found, std::string_view)>;

void walk_metadata(const Xapian::Database& database, const Visit& visit) {
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    visit(Found::metadata_key, *key);
    visit(Found::metadata_value, database.get_metadata(*key));
  }
}

// Terms, and through their positions the running text of each document.
void walk_terms(const Xapian::Database& database, const Visit& visit) {
  using Place = std::pair<Xapian::termpos, std::size_t>;
  std::vector<std::string> terms;
  std::vector<std::vector<Place>> texts(database.get_lastdocid() + 1);
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    visit(Found::term, *term);
    terms.push_back(*term);
    const auto end = database.postlist_end(*term);
    for (auto posting = database.postlist_begin(*term); posting != end; ++posting) {
      for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at) {
        texts[*posting].emplace_back(*at, terms.size() - 1);
      }
    }
  }
  for (std::vector<Place>& text : texts) {
    if (text.empty()) continue;
    std::ranges::sort(text);
    std::string words;
    for (const Place& place : text) {
      if (!words.empty()) words += ' ';
      words += terms[place.second];
    }
    visit(Found::positions, words);
  }
}

void walk_values(const Xapian::Database& database, const Visit& visit) {
  for (Xapian::valueno number = 0; number < kMostValues; ++number) {
    if (database.get_value_freq(number) == 0) continue;
    visit(Found::value_bound, database.get_value_lower_bound(number));
    visit(Found::value_bound, database.get_value_upper_bound(number));
    for (auto value = database.valuestream_begin(number); value != database.valuestream_end(number);
         ++value) {
      visit(Found::value, *value);
    }
  }
}

void walk_documents(const Xapian::Database& database, const Visit& visit) {
  const auto end = database.postlist_end("");
  for (auto document = database.postlist_begin(""); document != end; ++document) {
    visit(Found::data, database.get_document(*document).get_data());
  }
}

void walk_attachments(IndexFile& file, const Visit& visit) {
  for (std::size_t i = 0; i < file.attachment_count(); ++i) {
    visit(Found::attachment, file.attachment(i).value_or(""));
  }
}

void walk_words(const Xapian::Database& database, const Visit& visit) {
  for (auto word = database.spellings_begin(); word != database.spellings_end(); ++word) {
    visit(Found::spelling, *word);
  }
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    visit(Found::synonym_key, *key);
    for (auto word = database.synonyms_begin(*key); word != database.synonyms_end(*key); ++word) {
      visit(Found::synonym, *word);
    }
  }
}

}  // namespace

std::string_view name_of(Found kind) {
  switch (kind) {
    case Found::uuid:
      return "uuid";
    case Found::last_document_number:
      return "last document number";
    case Found::metadata_key:
      return "metadata key";
    case Found::metadata_value:
      return "metadata value";
    case Found::term:
      return "term";
    case Found::positions:
      return "positions";
    case Found::value:
      return "value";
    case Found::value_bound:
      return "bound of a value";
    case Found::data:
      return "document data";
    case Found::attachment:
      return "attachment";
    case Found::spelling:
      return "spelling";
    case Found::synonym_key:
      return "synonym key";
    case Found::synonym:
      return "synonym";
  }
  return "";
}

void walk_database(const std::filesystem::path& file, const Visit& visit) try {
  const Xapian::Database database(file.string());
  visit(Found::uuid, database.get_uuid());
  visit(Found::last_document_number, std::to_string(database.get_lastdocid()));
  walk_metadata(database, visit);
  walk_terms(database, visit);
  walk_values(database, visit);
  walk_documents(database, visit);
  walk_words(database, visit);
} catch (const Xapian::Error& error) {
  throw standard_error("cannot read the search index", file.generic_string(), error);
}

void walk_index(const std::filesystem::path& file, const Visit& visit) {
  walk_database(file, visit);
  IndexFile attachments(file);
  walk_attachments(attachments, visit);
}

}  // namespace debrief::search
