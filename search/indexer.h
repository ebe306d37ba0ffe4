// Turns one Document into the terms, positions and values of the index.
//
// Building an index uses one a thread; it has nothing to do with databases.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/document.h"
#include "search/schema.h"
#include "search/stems.h"

namespace debrief::search {

class Indexer {
 public:
  explicit Indexer(const std::string& language) : stems_(language) {}

  Xapian::Document index(const Document& document);

 private:
  // One run of text. Phrases match within it and never reach into the next.
  void add_text(std::string_view text, Xapian::termcount weight);
  void add_filter_terms(const Document& document);
  void add_filter_term(Field field, std::string_view value);
  void add_alias_term(Field field, std::string_view name);
  void add_values(const Document& document);

  Stems stems_;
  Xapian::Document page_;
  // Gathered first: most words of a page come more than once.
  std::unordered_map<const std::string*, Xapian::termcount> stem_weights_;
  Xapian::termpos position_ = 0;
};

// The values by which `field` filters this document, as its author wrote them: a cause
// "capacity/connection-pool" is also in "capacity".
std::vector<std::string> facet_values(const Document& document, Field field);

}  // namespace debrief::search
