// The commands: each takes its options and returns an exit status.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/day.h"
#include "generator/view/view.h"

namespace debrief {

struct BuildOptions {
  std::string view = "all";      // internal, public or all
  std::filesystem::path output;  // empty: ROOT/site
  std::string base_url;
  std::optional<Day> today;  // absent: what the clock says
  bool drafts = false;
  unsigned jobs = 0;  // 0: one for each core
};

struct ServeOptions {
  std::string view = "internal";
  std::filesystem::path output;  // empty: ROOT/.debrief-cache/serve-VIEW
  int port = 8000;
  std::optional<Day> today;  // absent: what the clock says
  bool drafts = false;
};

struct SearchOptions {
  std::vector<std::string> words;  // of the query; several are one query, as typed
  std::string view = "internal";
  std::filesystem::path output;  // empty: ROOT/site
  std::vector<std::string> services, causes, severities, owners, tags;
  std::string after, before;
  std::string sort = "relevance";
  std::size_t limit = 10;
  bool json = false;
};

struct ActionsOptions {
  bool open = false, overdue = false, done = false;  // none of them: all
  std::vector<std::string> owners, teams, services, priorities, types;
  std::string format = "text";  // text, csv or ics
  bool drafts = false;
  std::optional<Day> today;  // absent: what the clock says
  bool json = false;
};

struct DigestOptions {
  std::string since = "7d";  // days, weeks, or the first day
  std::string view = "internal";
  std::string format = "markdown";  // markdown, text, html or json
  bool drafts = false;
  std::optional<Day> today;  // absent: what the clock says
};

struct StatsOptions {
  std::string by = "quarter";     // quarter or month
  std::string view = "internal";  // internal or public
  bool drafts = false;            // of the internal view
  std::optional<Day> today;       // absent: what the clock says
  bool json = false;
};

struct NewOptions {
  std::string title;
  std::vector<std::string> services;
  std::string severity;
  std::string started;        // empty: today
  std::string template_name;  // empty: the default one
  bool list_templates = false;
};

struct RelatedOptions {
  std::string id;
  std::size_t limit = 5;
  bool json = false;
};

struct ShowOptions {
  std::string id;
  std::optional<Day> today;  // absent: what the clock says
  bool json = false;
};

struct DiffOptions {
  std::string revision;                        // or "A..B", "A...B"
  std::optional<std::string> second_revision;  // absent: the files as they are
  std::string view = "public";
  std::optional<Day> today;     // of both sides; absent: what the clock says
  std::string format = "text";  // or "markdown", "html", "json"
};

struct ImportOptions {
  std::vector<std::filesystem::path> sources;
  std::string into;       // a folder within incidents/
  std::string time_zone;  // of times that do not say theirs; empty: none
  bool dry_run = false;
  bool extend_vocabulary = false;
  bool json = false;
};

struct AuditOptions {
  std::optional<Day> today;  // absent: what the clock says
  unsigned jobs = 0;         // 0: one for each core
  bool json = false;
};

struct CheckCommandOptions {
  std::vector<std::filesystem::path> paths;  // none: all of the knowledge base
  std::string format = "text";               // text, json, github, gitlab, sarif or rdjson
  bool strict = false;                       // warnings count as errors
  bool drafts = false;
  // A revision of git: only what the change since then brings about.
  std::optional<std::string> changed_since;
  bool fix = false;          // mend what is safe to mend
  bool dry_run = false;      // with fix: say what would be mended, and write nothing
  std::optional<Day> today;  // absent: what the clock says
  std::string explain;       // a rule: print its page and nothing else
};

struct InitOptions {
  std::filesystem::path folder;      // may be there already, if nothing is in the way
  std::optional<std::string> title;  // absent: made of the folder's name
  std::string ci = "both";           // github, gitlab, both or none
};

struct SchemaOptions {
  std::string format = "schema";  // schema or snippets
  bool write = false;             // both, to where editors look for them
};

struct ThemeEjectOptions {
  std::string name;  // empty: the theme of debrief.yaml, or "own"
};

int actions_command(const std::filesystem::path& root, const ActionsOptions& options);
int audit_command(const std::filesystem::path& root, const AuditOptions& options);
int build_command(const std::filesystem::path& root, const BuildOptions& options);
int check_command(const std::filesystem::path& root, const CheckCommandOptions& options);
// Needs no knowledge base.
int explain_rule(const std::string& name);
int serve_command(const std::filesystem::path& root, const ServeOptions& options);
int search_command(const std::filesystem::path& root, const SearchOptions& options);
int digest_command(const std::filesystem::path& root, const DigestOptions& options);
int diff_command(const std::filesystem::path& root, const DiffOptions& options);
int import_command(const std::filesystem::path& root, const ImportOptions& options);
int init_command(const InitOptions& options);
int new_command(const std::filesystem::path& root, const NewOptions& options);
int related_command(const std::filesystem::path& root, const RelatedOptions& options);
int schema_command(const std::filesystem::path& root, const SchemaOptions& options);
int show_command(const std::filesystem::path& root, const ShowOptions& options);
int stats_command(const std::filesystem::path& root, const StatsOptions& options);
int theme_eject_command(const std::filesystem::path& root, const ThemeEjectOptions& options);

}  // namespace debrief
