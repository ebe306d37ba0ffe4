// Searches a written public site for what must not be in it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "generator/audit/word_scan.h"
#include "generator/view/internal_texts.h"

namespace debrief {

struct LeakFinding {
  std::string file;        // of the public site
  std::size_t offset = 0;  // bytes, in the file; 0 in a file name or a database
  std::string where;       // "decoded", "its name", "term"
  std::size_t text = 0;    // in AuditTexts::internal
};

struct ScanFigures {
  std::size_t names = 0;  // searched for as a whole
  std::size_t words = 0;  // of internal text, that nothing public uses
  std::size_t files = 0;
  std::size_t bytes = 0;             // of these, as written
  std::size_t database_strings = 0;  // terms, positions, values, data … of the search index
};

// Thread-safe: files are scanned as they are written, from several threads.
class ByteScan {
 public:
  // `own_words`: texts of the program and the theme, which stand on every site. A word of internal
  // text is not searched for if public text or the program uses it as well: nobody could say
  // where it came from. Names are, unless a name of one word is such a word or `allow` lists it.
  ByteScan(const AuditTexts& texts, const std::vector<std::string>& own_words);

  void scan_file(const std::string& path, std::string_view bytes);
  // All that the database gives away through its own interface, beside its bytes.
  void scan_database(const std::string& path, const std::filesystem::path& file);

  // By file, offset and text; of one text in one file the first place.
  std::vector<LeakFinding> findings() const;
  ScanFigures figures() const;

 private:
  void scan_text(const std::string& path, std::string_view where, std::string_view text,
                 const std::vector<LeakFinding>& known, std::vector<LeakFinding>& found) const;
  void keep(std::vector<LeakFinding> found);

  WordScan scan_;
  WordScan phrases_;  // those of several words: in compressed bytes a single one may be chance
  mutable std::mutex mutex_;
  std::vector<LeakFinding> findings_;
  ScanFigures figures_;
};

}  // namespace debrief
