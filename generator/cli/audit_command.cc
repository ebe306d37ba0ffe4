#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "generator/base/parallel.h"
#include "generator/cli/build_sites.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/terminal.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

std::string megabytes(std::size_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

void print_text(const BuildResult& built, double seconds) {
  const AuditReport& report = built.audit->report;
  const ScanFigures& scan = report.scan;
  const std::size_t incidents = built.sites.front().incidents;
  fmt::print("Public site: {} post-mortem{}, {} files, {}\n", incidents, incidents == 1 ? "" : "s",
             scan.files, megabytes(scan.bytes));
  fmt::print(
      "Byte scan:   {} names and {} words of internal text searched for in every file, its name,\n"
      "             and {} strings of the search index: {} found\n",
      scan.names, scan.words, scan.database_strings, report.leaks.size());
  fmt::print("Twin build:  {} files built again from other internal content: {} differ\n",
             report.compared, report.differences.size());
  if (!built.audit->guilty_parts.empty()) {
    fmt::print("             depends on: {}\n", fmt::join(built.audit->guilty_parts, "; "));
  }
  fmt::print("Time:        {:.2f} s, of which the twin {:.2f} s\n", seconds,
             built.audit->twin_seconds);
  fmt::print("{}\n",
             report.is_clean() ? "The public site is clean." : "The public site is NOT clean.");
}

std::string_view name_of(TreeDifference::Kind kind) {
  switch (kind) {
    case TreeDifference::Kind::differs:
      return "differs";
    case TreeDifference::Kind::only_in_site:
      return "only-in-site";
    case TreeDifference::Kind::only_in_twin:
      return "only-in-twin";
  }
  return "";
}

// The format is described in generator/audit/README.md and is kept stable.
void print_json(const BuildResult& built, const AuditTexts& texts, double seconds) {
  using nlohmann::ordered_json;
  const AuditReport& report = built.audit->report;
  ordered_json out = {{"clean", report.is_clean()},
                      {"incidents", built.sites.front().incidents},
                      {"files", report.scan.files},
                      {"bytes", report.scan.bytes},
                      {"names", report.scan.names},
                      {"words", report.scan.words},
                      {"database_strings", report.scan.database_strings},
                      {"compared", report.compared},
                      {"seconds", seconds},
                      {"twin_seconds", built.audit->twin_seconds},
                      {"leaks", ordered_json::array()},
                      {"differences", ordered_json::array()},
                      {"depends_on", built.audit->guilty_parts}};
  for (const LeakFinding& leak : report.leaks) {
    const InternalText& text = texts.internal[leak.text];
    out["leaks"].push_back({{"file", leak.file},
                            {"offset", leak.offset},
                            {"where", leak.where},
                            {"what", text.what},
                            {"path", text.path},
                            {"line", text.line == 0 ? ordered_json() : ordered_json(text.line)}});
  }
  for (const TreeDifference& difference : report.differences) {
    out["differences"].push_back({{"file", difference.file},
                                  {"kind", name_of(difference.kind)},
                                  {"offset", difference.offset}});
  }
  fmt::print("{}\n", out.dump(2, ' ', false, ordered_json::error_handler_t::replace));
}

}  // namespace

int audit_command(const fs::path& root, const AuditOptions& options) {
  BuildRequest request;
  request.root = root;
  request.destination = root / ".debrief-cache" / "audit";
  request.audiences = {Audience::public_};
  request.today = options.today;
  request.publish = false;
  request.jobs = options.jobs == 0 ? default_jobs() : options.jobs;

  const auto start = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  BuildResult built;
  {
    Progress progress;
    built = build_sites(request, progress, diagnostics);
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  print_diagnostics(diagnostics);
  if (!built.audit) return kExitContentProblems;
  if (options.json) {
    print_json(built, built.audit->texts, seconds);
  } else {
    print_text(built, seconds);
  }
  return built.audit->report.is_clean() ? kExitFine : kExitContentProblems;
}

}  // namespace debrief
