// Queries an index: a request in, results as plain values out.
//
// A query as a person types it never fails. What cannot be understood in it is ignored, as
// if it had not been typed, and `problem` says so. Exceptions mean that the index cannot be
// read. No threads in here: the same code runs in the browser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "search/index_source.h"

namespace debrief::search {

enum class Sort { relevance, date, duration, severity };

struct Request {
  std::string query;  // README.md describes the syntax.

  // Filters besides those in the query: one value of each list that is not empty must fit.
  std::vector<std::string> services;
  std::vector<std::string> causes;
  std::vector<std::string> severities;
  std::vector<std::string> owners;
  std::vector<std::string> tags;
  std::vector<std::string> statuses;
  std::vector<std::string> kinds;
  std::vector<std::string> years;
  std::string after;   // From the first day of "2026", "2026-Q1", "2026-01" or "2026-01-15" on.
  std::string before;  // Until the day before that day.

  Sort sort = Sort::relevance;  // Newest, longest or worst first otherwise.
  std::size_t offset = 0;
  std::size_t limit = 10;

  // Facets to count, in this order; counting reads more of the index than searching does.
  std::vector<std::string> facets = {"kind", "service", "cause", "severity",
                                     "year", "status",  "owner", "tag"};
  bool suggest = true;  // Whether to look for words that the query may mean.

  // The last word is still being typed: it stands for all words that begin so.
  bool typing = false;
};

// A piece of text, to be shown as text and never as markup.
struct Span {
  std::string text;
  bool matched = false;
};

struct Result {
  std::string path;
  std::string kind;
  std::string title;
  std::string id;
  std::string severity;
  std::string status;
  std::vector<std::string> services;
  std::vector<std::string> service_names;
  std::optional<std::int64_t> started;
  std::optional<std::int64_t> duration_seconds;
  double score = 0;  // Comparable within one query only; 0 where nothing is ranked.
  std::vector<Span> snippet;
};

struct Facet {
  std::string field;
  // Most frequent first, then by name. A filter of the request on this same field is not
  // applied here, so that the counts tell what another choice would bring.
  std::vector<std::pair<std::string, std::size_t>> values;
};

struct Results {
  std::vector<Result> results;
  std::size_t total = 0;   // Exact.
  std::string suggestion;  // The query with its spelling corrected; empty if it is fine.
  std::vector<Facet> facets;
  std::string problem;  // Sentences for the person who typed the query; empty if it is fine.
};

class Engine {
 public:
  // Throws if there is no index that this version reads; `name` is for the message.
  Engine(std::unique_ptr<IndexSource> source, std::string name);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  // Not to be called from several threads at once.
  Results search(const Request& request) const;

  // Reads, and throws away, what `search` would read one after the other, so that a source of
  // which parts are missing learns of them together.
  void foresee(const Request& request) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace debrief::search
