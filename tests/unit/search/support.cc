#include "tests/unit/search/support.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iterator>

namespace debrief::search {

TempFolder::TempFolder() {
  static std::atomic<int> count = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("debrief-search-" + std::to_string(getpid()) + "-" + std::to_string(count++));
  std::filesystem::create_directories(path_);
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::int64_t on(int year, unsigned month, unsigned day) {
  using namespace std::chrono;
  return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day))
             .time_since_epoch() /
         seconds(1);
}

Document page(std::string path, std::string title, std::string text, std::int64_t started) {
  Document document;
  document.path = std::move(path);
  document.kind = "incident";
  document.title = std::move(title);
  if (!text.empty()) document.sections.push_back({.heading = "", .text = std::move(text)});
  if (started != 0) document.started = started;
  return document;
}

std::vector<Document> sample() {
  Document pool = page("pool/", "Checkout down: connection pool exhausted",
                       "A slow query held every connection. Retries by kube-proxy made it worse.",
                       on(2026, 1, 15));
  pool.id = "PM-2026-014";
  pool.summary = "Customers could not pay for two hours.";
  pool.services = {"checkout", "ledger-db"};
  pool.service_names = {"Checkout", "Ledger database"};
  pool.causes = {"capacity/connection-pool"};
  pool.cause_names = {"Connection pool exhausted"};
  pool.severity = "SEV1";
  pool.severity_rank = 0;
  pool.tags = {"postgres"};
  pool.owners = {"dana"};
  pool.status = "resolved";
  pool.duration_seconds = 7200;

  Document certificate =
      page("certificate/", "Certificate expired on the gateway",
           "Nobody watched the date. The gateway returned HTTP 503.", on(2025, 6, 30));
  certificate.id = "PM-2025-007";
  certificate.services = {"gateway"};
  certificate.causes = {"process"};
  certificate.severity = "SEV2";
  certificate.severity_rank = 1;
  certificate.tags = {"tls"};
  certificate.owners = {"lee", "dana"};
  certificate.status = "resolved";
  certificate.duration_seconds = 900;

  Document failover =
      page("failover/", "Failover of the ledger took forty minutes",
           "The timeout of the health-check was an hour. Payments queued up.", on(2025, 11, 3));
  failover.id = "PM-2025-011";
  failover.services = {"ledger-db"};
  failover.service_names = {"Ledger database"};
  failover.causes = {"capacity", "process"};
  failover.severity = "SEV1";
  failover.severity_rank = 0;
  failover.status = "in-review";
  failover.duration_seconds = 2400;

  Document slow = page("slow/", "Slow search after a deploy",
                       "The new release dropped an index; queries timed out.", on(2026, 2, 10));
  slow.id = "PM-2026-021";
  slow.services = {"search"};
  slow.causes = {"deploy"};
  slow.severity = "SEV3";
  slow.severity_rank = 2;
  slow.tags = {"postgres"};
  slow.status = "open";

  Document guide = page("guides/on-call/", "How we are on call",
                        "Hand over in writing. Page the owner of a service, never a person.");
  guide.kind = "guide";
  guide.severity_rank = -1;
  return {pool, certificate, failover, slow, guide};
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

namespace {

std::string build(const std::vector<Document>& documents, const TempFolder& folder,
                  const IndexOptions& options) {
  build_index(documents, folder / "index", folder / "scratch", options);
  return (folder / "index").string();
}

}  // namespace

Site::Site(const std::vector<Document>& documents, const IndexOptions& options)
    : engine_(open_index(build(documents, folder_, options))) {}

Results Site::search(const std::string& query, Sort sort) const {
  Request request;
  request.query = query;
  request.sort = sort;
  return engine_.search(request);
}

std::string Site::paths(const std::string& query, Sort sort) const {
  return paths_of(search(query, sort));
}

std::string paths_of(const Results& results) {
  std::string text;
  for (const Result& result : results.results) {
    if (!text.empty()) text += ' ';
    text += result.path;
  }
  return text;
}

std::string to_text(const std::vector<Span>& spans) {
  std::string text;
  for (const Span& span : spans) text += span.matched ? "[" + span.text + "]" : span.text;
  return text;
}

std::string to_text(const Results& results) {
  std::string text = std::to_string(results.total) + " found\n";
  for (const Result& result : results.results) {
    text += result.path + " | " + result.title + " | " + to_text(result.snippet) + "\n";
  }
  for (const Facet& facet : results.facets) {
    if (facet.values.empty()) continue;
    text += facet.field + ":";
    for (const auto& [value, count] : facet.values)
      text += " " + value + "=" + std::to_string(count);
    text += "\n";
  }
  if (!results.suggestion.empty()) text += "did you mean: " + results.suggestion + "\n";
  if (!results.problem.empty()) text += "problem: " + results.problem + "\n";
  return text;
}

}  // namespace debrief::search
