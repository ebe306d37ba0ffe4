#include <fmt/format.h>

#include <algorithm>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/cli/build_sites.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/terminal.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// Debrief replaces its output folder as a whole, so nothing that is needed may lie in it.
void refuse_dangerous_output(const fs::path& root, const fs::path& output) {
  const fs::path content = fs::weakly_canonical(root);
  const fs::path target = fs::weakly_canonical(output);
  const auto [mismatch, rest] =
      std::mismatch(target.begin(), target.end(), content.begin(), content.end());
  if (mismatch == target.end()) {
    throw Error(
        fmt::format("the output folder {} holds the content folder; choose another with "
                    "--output",
                    target.generic_string()));
  }
}

std::string checked_base_url(const BuildOptions& options) {
  if (options.base_url.empty()) return "";
  if (options.view == "all") {
    throw Error("--base-url is the address of one site: add --view internal or --view public");
  }
  const std::string& url = options.base_url;
  if (!(url.starts_with("https://") || url.starts_with("http://")) ||
      url.find_first_of("?# \"<>") != std::string::npos) {
    throw Error("--base-url must be an address such as https://status.example.com/incidents/");
  }
  return url.ends_with('/') ? url : url + "/";
}

}  // namespace

int build_command(const fs::path& root, const BuildOptions& options) {
  BuildRequest request;
  request.root = root;
  request.destination = options.output.empty() ? root / "site" : options.output;
  refuse_dangerous_output(root, request.destination);
  if (options.view != "public") request.audiences.push_back(Audience::internal);
  if (options.view != "internal") request.audiences.push_back(Audience::public_);
  request.base_url = checked_base_url(options);
  request.today = options.today;
  request.drafts = options.drafts;
  request.jobs = options.jobs == 0 ? default_jobs() : options.jobs;

  Diagnostics diagnostics;
  BuildResult built;
  {
    Progress progress;
    built = build_sites(request, progress, diagnostics);
  }
  print_diagnostics(diagnostics);
  if (diagnostics.has_errors()) {
    fmt::print(stderr, "Nothing was written.\n");
    return kExitContentProblems;
  }
  for (const BuiltSite& site : built.sites) {
    fmt::print("{}: {} post-mortem{}, {} pages\n",
               (request.destination / to_string(site.audience)).generic_string(), site.incidents,
               site.incidents == 1 ? "" : "s", site.pages);
  }
  return kExitFine;
}

}  // namespace debrief
