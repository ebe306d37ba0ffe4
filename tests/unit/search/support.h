// What the tests of search share: small corpora, indexes of them, results as readable text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "search/document.h"
#include "search/index.h"
#include "search/index_file.h"
#include "search/query.h"

namespace debrief::search {

// An empty folder that is gone when the test is over.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// Seconds since 1970 of a day in UTC.
std::int64_t on(int year, unsigned month, unsigned day);

// A page with nothing but a title, a text and, if it is not 0, a date.
Document page(std::string path, std::string title, std::string text = "", std::int64_t started = 0);

// Four incidents and a guide; see support.cc.
std::vector<Document> sample();

std::string read_file(const std::filesystem::path& file);

// An index of some documents, ready to be asked.
class Site {
 public:
  explicit Site(const std::vector<Document>& documents, const IndexOptions& options = {});

  Results search(const Request& request) const { return engine_.search(request); }
  Results search(const std::string& query, Sort sort = Sort::relevance) const;

  // The paths that a query finds, in order, with a space between.
  std::string paths(const std::string& query, Sort sort = Sort::relevance) const;

  std::filesystem::path file() const { return folder_ / "index"; }

 private:
  TempFolder folder_;
  Engine engine_;
};

std::string paths_of(const Results& results);

// "a [match] in context…"
std::string to_text(const std::vector<Span>& spans);

// Everything a person would see of the results, a line each.
std::string to_text(const Results& results);

}  // namespace debrief::search
