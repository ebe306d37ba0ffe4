#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/base/suggest.h"
#include "generator/check/check.h"
#include "generator/check/formats.h"
#include "generator/check/rule.h"
#include "generator/cli/check_change.h"
#include "generator/cli/clock.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/model/config.h"
#include "generator/model/knowledge_base.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// A file or folder below the root, by its path from there; "" for the root itself.
std::string path_in(const fs::path& root, const fs::path& written) {
  const fs::path base = fs::canonical(root);
  std::error_code ignored;
  // As the shell completes it, or as findings name it.
  for (const fs::path& candidate : {fs::absolute(written), base / written}) {
    if (!fs::exists(candidate, ignored)) continue;
    const std::string path = fs::canonical(candidate).lexically_relative(base).generic_string();
    if (path.starts_with("..")) {
      throw Error(fmt::format("'{}' is not in the knowledge base {}", written.generic_string(),
                              root.generic_string()));
    }
    return path == "." ? "" : path;
  }
  throw Error(fmt::format("there is no file or folder '{}'", written.generic_string()));
}

bool is_in(const std::string& file, const std::string& path) {
  return path.empty() || file == path || file.starts_with(path + "/");
}

// What leads from the folder of the repository to the root: forges know paths from there.
std::string repository_prefix(const fs::path& root) {
  std::error_code ignored;
  const fs::path base = fs::canonical(root);
  for (fs::path folder = base;; folder = folder.parent_path()) {
    if (fs::exists(folder / ".git", ignored)) {
      const std::string path = base.lexically_relative(folder).generic_string();
      return path == "." ? "" : path + "/";
    }
    if (folder == folder.parent_path()) return "";
  }
}

void write_step_summary(const FindingsToPrint& findings) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  if (path == nullptr || *path == '\0') return;
  std::ofstream file(path, std::ios::app | std::ios::binary);
  file << findings_github_summary(findings);
  if (!file.flush()) throw Error(fmt::format("cannot write to {}", path));
}

std::string formatted(const FindingsToPrint& findings, const std::string& format) {
  if (format == "json") return findings_json(findings);
  if (format == "github") return findings_github(findings);
  if (format == "gitlab") return findings_gitlab(findings);
  if (format == "sarif") return findings_sarif(findings, DEBRIEF_VERSION);
  if (format == "rdjson") return findings_rdjson(findings);
  return findings_text(findings);
}

Day today(const CheckCommandOptions& options, const Config& config) {
  return options.today.value_or(day_in(config.time_zone, now()));
}

}  // namespace

int explain_rule(const std::string& name) {
  const Rule* rule = find_rule(name);
  if (rule == nullptr)
    throw Error(fmt::format("there is no rule '{}'{}", name, did_you_mean(name, rule_ids())));
  fmt::print("{}", rule_page(*rule, 1));
  return kExitFine;
}

int check_command(const fs::path& root, const CheckCommandOptions& options) {
  std::vector<std::string> paths;
  for (const fs::path& written : options.paths) paths.push_back(path_in(root, written));

  Diagnostics problems;
  SourceTree sources = read_content(root, problems);
  CheckOptions check_options;
  check_options.drafts = options.drafts;
  check_options.jobs = default_jobs();
  FindingsToPrint findings;
  if (!options.changed_since) {
    const KnowledgeBase kb = read_knowledge_base(sources, default_jobs(), problems);
    check_options.today = today(options, kb.config);
    findings.items = check(kb, sources, check_options, std::move(problems));
  } else {
    Diagnostics told_later;
    check_options.today = today(options, read_config(sources, told_later));
    findings.items =
        check_since(root, *options.changed_since, std::move(sources), check_options, problems);
  }
  if (!paths.empty()) {
    std::erase_if(findings.items, [&paths](const Diagnostic& item) {
      return std::ranges::none_of(
          paths, [&](const std::string& path) { return is_in(item.where.file, path); });
    });
  }
  if (options.format != "text" && options.format != "json")
    findings.prefix = repository_prefix(root);

  fmt::print("{}", formatted(findings, options.format));
  if (options.format == "github") write_step_summary(findings);
  const bool fails = std::ranges::any_of(findings.items, [&options](const Diagnostic& item) {
    return item.level == Level::error || (options.strict && item.level == Level::warning);
  });
  return fails ? kExitContentProblems : kExitFine;
}

}  // namespace debrief
