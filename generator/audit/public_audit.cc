#include "generator/audit/public_audit.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "generator/base/hash.h"

namespace debrief {
namespace {

constexpr std::string_view kSearchDocuments = "search documents";
constexpr std::size_t kHashDigits = 32;
// Larger files are compared by their hash alone, which does not tell where they differ.
constexpr std::size_t kKeptBytes = 4096;

// Every field, so that equal texts make equal indexes.
std::string text_of(const search::Document& document) {
  std::string text =
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", document.path,
                  document.kind, document.title, document.summary, document.id,
                  fmt::join(document.services, "\x1F"), fmt::join(document.service_names, "\x1F"),
                  fmt::join(document.causes, "\x1F"), fmt::join(document.cause_names, "\x1F"),
                  document.severity, document.severity_rank, fmt::join(document.tags, "\x1F"),
                  fmt::join(document.owners, "\x1F"), document.status,
                  document.started.value_or(-1), document.duration_seconds.value_or(-1));
  for (const search::Document::Part& part : document.sections) {
    text += fmt::format("{}\n{}\n", part.heading, part.text);
  }
  return text;
}

std::string text_of(const std::vector<search::Document>& documents) {
  std::string text;
  for (const search::Document& document : documents) text += text_of(document) + "\n";
  return text;
}

}  // namespace

class PublicAudit::Watch : public OutputSink {
 public:
  Watch(PublicAudit& audit, OutputSink& sink) : audit_(audit), sink_(sink) {}

  void write(const std::string& path, std::string_view bytes) override {
    sink_.write(path, bytes);
    if (audit_.own_files_.contains(audit_.add(path, bytes))) return;
    audit_.scan_.scan_file(path, bytes);
  }

 private:
  PublicAudit& audit_;
  OutputSink& sink_;
};

class PublicAudit::Comparison : public OutputSink {
 public:
  explicit Comparison(const Digests& site) : site_(site) {}

  void write(const std::string& path, std::string_view bytes) override {
    const std::string hash = content_hash(bytes, kHashDigits);
    const std::scoped_lock lock(mutex_);
    seen_.insert(path);
    const auto original = site_.find(path);
    if (original == site_.end()) {
      differences_.push_back({path, TreeDifference::Kind::only_in_twin, 0});
    } else if (original->second.hash != hash) {
      const std::string& kept = original->second.beginning;
      const auto [left, right] = std::ranges::mismatch(kept, bytes);
      differences_.push_back(
          {path, TreeDifference::Kind::differs, static_cast<std::size_t>(left - kept.begin())});
    }
  }

  std::vector<TreeDifference> take() {
    for (const auto& [path, digest] : site_) {
      if (!seen_.contains(path)) {
        differences_.push_back({path, TreeDifference::Kind::only_in_site, 0});
      }
    }
    std::ranges::sort(differences_, {}, [](const TreeDifference& difference) {
      return std::tie(difference.file, difference.kind);
    });
    return std::move(differences_);
  }

 private:
  const Digests& site_;
  std::mutex mutex_;
  std::set<std::string> seen_;
  std::vector<TreeDifference> differences_;
};

PublicAudit::PublicAudit(AuditTexts texts, const std::vector<std::string>& own_words,
                         const std::vector<std::string>& own_files)
    : texts_(std::move(texts)), scan_(texts_, own_words) {
  for (const std::string& bytes : own_files) own_files_.insert(content_hash(bytes, kHashDigits));
}

PublicAudit::~PublicAudit() = default;

OutputSink& PublicAudit::watch(OutputSink& sink) {
  watch_ = std::make_unique<Watch>(*this, sink);
  return *watch_;
}

void PublicAudit::watch(const std::vector<search::Document>& documents) {
  add(std::string(kSearchDocuments), text_of(documents));
}

void PublicAudit::scan_database(const std::string& path, const std::filesystem::path& file) {
  scan_.scan_database(path, file);
}

std::string PublicAudit::add(const std::string& path, std::string_view bytes) {
  std::string hash = content_hash(bytes, kHashDigits);
  Digest digest{hash, std::string(bytes.substr(0, kKeptBytes))};
  const std::scoped_lock lock(mutex_);
  site_[path] = std::move(digest);
  return hash;
}

std::vector<TreeDifference> PublicAudit::compare(
    const std::function<void(OutputSink&)>& write,
    const std::vector<search::Document>& documents) const {
  Comparison comparison(site_);
  write(comparison);
  comparison.write(std::string(kSearchDocuments), text_of(documents));
  return comparison.take();
}

AuditReport PublicAudit::report(std::vector<TreeDifference> differences) const {
  AuditReport report;
  report.scan = scan_.figures();
  report.leaks = scan_.findings();
  report.compared = site_.size();
  report.differences = std::move(differences);
  return report;
}

void report_problems(const AuditReport& report, const AuditTexts& texts, Diagnostics& diagnostics) {
  for (const LeakFinding& leak : report.leaks) {
    const InternalText& text = texts.internal[leak.text];
    diagnostics.error(
        "internal-text", {text.path, text.line, 0, ""},
        fmt::format("{} is in the public file {} (byte {}, {}); mark or reword it where "
                    "it is published, or name it under 'allow' in redactions.yaml",
                    text.what, leak.file, leak.offset, leak.where));
  }
  for (const TreeDifference& difference : report.differences) {
    const std::string_view how = difference.kind == TreeDifference::Kind::differs ? "differs"
                                 : difference.kind == TreeDifference::Kind::only_in_site
                                     ? "is not there"
                                     : "is there";
    diagnostics.error(
        "depends-on-internal", {"public/" + difference.file, 0, 0, ""},
        fmt::format("this file {} when only internal content changes (from byte {} on); this is a "
                    "fault of Debrief, and nothing is published: 'debrief audit' names the part",
                    how, difference.offset));
  }
}

}  // namespace debrief
