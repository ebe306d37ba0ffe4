// The proof of one public site, made while it is written: a search for what must not be in it, and
// a comparison with the site of a twin knowledge base.
//
// Fail closed: whoever publishes asks report().is_clean() first.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/audit/byte_scan.h"
#include "generator/base/diagnostics.h"
#include "generator/output/output_sink.h"
#include "search/document.h"

namespace debrief {

struct TreeDifference {
  enum class Kind { differs, only_in_site, only_in_twin };
  std::string file;  // of the public site; "search documents" for what the index is made of
  Kind kind = Kind::differs;
  std::size_t offset = 0;  // of the first byte that differs
};

struct AuditReport {
  ScanFigures scan;
  std::size_t compared = 0;  // files, by their bytes
  std::vector<LeakFinding> leaks;
  std::vector<TreeDifference> differences;

  bool is_clean() const { return leaks.empty() && differences.empty(); }
};

class PublicAudit {
 public:
  // `own_files`: bytes of files that the program brings along, the same on every site. They are
  // compared, but not searched: what stands in them, no content has put there.
  PublicAudit(AuditTexts texts, const std::vector<std::string>& own_words,
              const std::vector<std::string>& own_files = {});
  ~PublicAudit();

  // Passes everything on to `sink`, and watches. Owned by the audit.
  OutputSink& watch(OutputSink& sink);
  // What the search index is made from. The index is a function of it, so that comparing this
  // compares the index; the index itself is searched by scan_database().
  void watch(const std::vector<search::Document>& documents);
  void scan_database(const std::string& path, const std::filesystem::path& file);

  // Where a twin's site, which `write` writes to the sink it is given, is another than this one,
  // once that is written; by file.
  std::vector<TreeDifference> compare(const std::function<void(OutputSink&)>& write,
                                      const std::vector<search::Document>& documents) const;

  AuditReport report(std::vector<TreeDifference> differences) const;
  const AuditTexts& texts() const { return texts_; }
  // Call last.
  AuditTexts take_texts() { return std::move(texts_); }

 private:
  class Watch;
  class Comparison;
  struct Digest {
    std::string hash;
    std::string beginning;  // to tell where small files differ
  };
  using Digests = std::map<std::string, Digest>;

  std::string add(const std::string& path, std::string_view bytes);  // The hash of the bytes.

  AuditTexts texts_;
  ByteScan scan_;
  std::set<std::string> own_files_;  // Their hashes.
  std::mutex mutex_;
  Digests site_;
  std::unique_ptr<Watch> watch_;
};

// An error for each finding, with the place in the site and the place in the content; never with
// the text itself, since logs are read by more people than post-mortems.
void report_problems(const AuditReport& report, const AuditTexts& texts, Diagnostics& diagnostics);

}  // namespace debrief
