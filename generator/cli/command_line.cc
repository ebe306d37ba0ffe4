#include "generator/cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/day.h"
#include "generator/base/error.h"
#include "generator/base/suggest.h"
#include "generator/cli/commands.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr const char* kConfigFile = "debrief.yaml";

// The nearest folder at or above `start` that holds debrief.yaml.
fs::path find_root(const fs::path& start) {
  for (fs::path folder = fs::absolute(start).lexically_normal();; folder = folder.parent_path()) {
    std::error_code ignored;
    if (fs::is_regular_file(folder / kConfigFile, ignored)) return folder;
    if (folder == folder.parent_path()) break;
  }
  throw Error(
      fmt::format("there is no {} here or in a folder above; name the folder of the knowledge "
                  "base with --root DIR",
                  kConfigFile));
}

fs::path root_of(const std::string& option) {
  if (option.empty()) return find_root(fs::current_path());
  if (!fs::is_regular_file(fs::path(option) / kConfigFile)) {
    throw Error(fmt::format("there is no {} in {}", kConfigFile, option));
  }
  return option;
}

void add_today(CLI::App& app, std::optional<Day>& today) {
  app.add_option_function<std::string>(
         "--today",
         [&today](const std::string& text) {
           today = parse_day(text);
           if (!today) {
             throw CLI::ValidationError("--today", "'" + text + "' is no day such as 2026-02-15");
           }
         },
         "The day that is today, such as 2026-02-15 [what the clock says]")
      ->type_name("DAY");
}

void add_build(CLI::App& app, BuildOptions& options) {
  app.add_option("--view", options.view, "Which site: internal, public or all")
      ->check(CLI::IsMember({"internal", "public", "all"}))
      ->capture_default_str();
  app.add_option("--output", options.output, "Folder for both sites [ROOT/site]");
  app.add_option("--base-url", options.base_url,
                 "Address of the site, instead of the configured one; needs --view");
  add_today(app, options.today);
  app.add_flag("--drafts", options.drafts, "Show drafts on the internal site");
  app.add_option("--jobs", options.jobs, "Threads [one for each core]")
      ->check(CLI::Range(1U, 256U));
}

void add_serve(CLI::App& app, ServeOptions& options) {
  app.add_option("--view", options.view, "Which site: internal or public")
      ->check(CLI::IsMember({"internal", "public"}))
      ->capture_default_str();
  app.add_option("--output", options.output,
                 "Folder to build into [ROOT/.debrief-cache/serve-VIEW]");
  app.add_option("--port", options.port, "Port on the loopback address; 0 for any free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  add_today(app, options.today);
  app.add_flag("--drafts", options.drafts, "Show drafts on the internal site");
}

void add_search(CLI::App& app, SearchOptions& options) {
  app.add_option(
      "query", options.words,
      "Words, \"phrases\", AND OR NOT -, word*, service:x cause:x severity:x after:2026-01");
  app.add_option("--view", options.view, "Which site's index: internal or public")
      ->check(CLI::IsMember({"internal", "public"}))
      ->capture_default_str();
  app.add_option("--output", options.output, "Folder that 'build' wrote to [ROOT/site]");
  app.add_option("--service", options.services, "Only this service; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--cause", options.causes, "Only this root-cause category; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--severity", options.severities, "Only this severity; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--owner", options.owners, "Only with an action item of this person")
      ->allow_extra_args(false);
  app.add_option("--tag", options.tags, "Only with this tag; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--after", options.after, "Only from this year, month or day on");
  app.add_option("--before", options.before, "Only before this year, month or day");
  app.add_option("--sort", options.sort, "relevance, date, duration or severity")
      ->check(CLI::IsMember({"relevance", "date", "duration", "severity"}))
      ->capture_default_str();
  app.add_option("--limit", options.limit, "At most so many results")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_flag("--json", options.json, "Print the results as JSON");
}

void add_audit(CLI::App& app, AuditOptions& options) {
  add_today(app, options.today);
  app.add_option("--jobs", options.jobs, "Threads [one for each core]")
      ->check(CLI::Range(1U, 256U));
  app.add_flag("--json", options.json, "Print the report as JSON");
}

void add_check(CLI::App& app, CheckCommandOptions& options) {
  app.add_option("path", options.paths, "Only findings in these files and folders [all]");
  app.add_option("--format", options.format,
                 "text, json, github for annotations, gitlab for code quality, sarif or rdjson")
      ->check(CLI::IsMember({"text", "json", "github", "gitlab", "sarif", "rdjson"}))
      ->capture_default_str();
  app.add_flag("--strict", options.strict, "Warnings, too, end it with status 1");
  app.add_flag("--drafts", options.drafts, "Review drafts, too");
  app.add_option("--changed-since", options.changed_since,
                 "Only what has changed since the history left this revision of git, and what that "
                 "breaks elsewhere")
      ->type_name("REV");
  CLI::Option* fix = app.add_flag(
      "--fix", options.fix, "Mend, in the files, what is spelt in another form than elsewhere");
  app.add_flag("--dry-run", options.dry_run, "Say what --fix would mend, and write nothing")
      ->needs(fix);
  add_today(app, options.today);
  app.add_option("--explain", options.explain, "Print the page of this rule and do nothing else")
      ->type_name("RULE");
}

void add_init(CLI::App& app, InitOptions& options) {
  app.add_option("dir", options.folder, "Where: a new folder, an empty one, or '.'")
      ->required()
      ->type_name("DIR");
  app.add_option("--title", options.title, "What both sites are called [the name of the folder]");
  app.add_option("--ci", options.ci, "Reviews and publication by github, gitlab, both or none")
      ->check(CLI::IsMember({"github", "gitlab", "both", "none"}))
      ->capture_default_str();
}

void add_actions(CLI::App& app, ActionsOptions& options) {
  app.add_flag("--open", options.open, "What is still to be done");
  app.add_flag("--overdue", options.overdue, "What should be done by now and is not");
  app.add_flag("--done", options.done, "What was done");
  app.add_option("--owner", options.owners, "Of this person or team, or nobody; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--team", options.teams, "Of people or services of this team; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--service", options.services, "Of incidents of this service; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--priority", options.priorities, "Of this priority; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--type", options.types, "Of this type, such as prevent; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--format", options.format, "text, csv for spreadsheets or ics for calendars")
      ->check(CLI::IsMember({"text", "csv", "ics"}))
      ->capture_default_str();
  add_today(app, options.today);
  app.add_flag("--drafts", options.drafts, "Those of drafts, too");
  app.add_flag("--json", options.json, "Print them as JSON");
}

void add_digest(CLI::App& app, DigestOptions& options) {
  app.add_option("--since", options.since, "From so many days (7d) or weeks (4w) ago, or a day, on")
      ->capture_default_str();
  app.add_option("--view", options.view, "For whom: internal or public")
      ->check(CLI::IsMember({"internal", "public"}))
      ->capture_default_str();
  app.add_option("--format", options.format,
                 "markdown for chats, text, html for e-mails or json for programs")
      ->check(CLI::IsMember({"markdown", "text", "html", "json"}))
      ->capture_default_str();
  add_today(app, options.today);
  app.add_flag("--drafts", options.drafts, "Those that are drafts, too");
}

void add_stats(CLI::App& app, StatsOptions& options) {
  app.add_option("--by", options.by, "quarter or month")
      ->check(CLI::IsMember({"quarter", "month"}))
      ->capture_default_str();
  app.add_option("--view", options.view, "Of which site's incidents: internal or public")
      ->check(CLI::IsMember({"internal", "public"}))
      ->capture_default_str();
  add_today(app, options.today);
  app.add_flag("--drafts", options.drafts, "Count drafts, too; internal only");
  app.add_flag("--json", options.json, "Print all of it, with the incidents behind it, as JSON");
}

void add_new(CLI::App& app, NewOptions& options) {
  app.add_option("title", options.title, "What happened, in a few words");
  app.add_option("--service", options.services, "A service that was hit; may be repeated")
      ->allow_extra_args(false);
  app.add_option("--severity", options.severity, "A label of the severity scale");
  app.add_option("--started", options.started,
                 "When it began: 2026-02-15T14:32+01:00, or a day [today]");
  app.add_option("--template", options.template_name, "Which template to start from");
  app.add_flag("--list-templates", options.list_templates,
               "List the templates and do nothing else");
}

void add_related(CLI::App& app, RelatedOptions& options) {
  app.add_option("id", options.id, "Its id, or the path of its file")->required();
  app.add_option("--limit", options.limit, "At most so many that nobody has named")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  app.add_flag("--json", options.json, "Print them as JSON");
}

void add_show(CLI::App& app, ShowOptions& options) {
  app.add_option("id", options.id, "Its id, or the path of its file")->required();
  add_today(app, options.today);
  app.add_flag("--json", options.json, "Print all that was read, as JSON");
}

void add_diff(CLI::App& app, DiffOptions& options) {
  app.add_option("revision", options.revision, "A revision of git to compare with, such as main")
      ->required()
      ->type_name("REV");
  app.add_option("revision2", options.second_revision,
                 "What it is compared with [the files as they are]")
      ->type_name("REV2");
  app.add_option("--view", options.view, "Which site: internal or public")
      ->check(CLI::IsMember({"internal", "public"}))
      ->capture_default_str();
  add_today(app, options.today);
  CLI::Option* format =
      app.add_option("--format", options.format, "As text, markdown, html or json")
          ->check(CLI::IsMember({"text", "markdown", "html", "json"}))
          ->capture_default_str();
  app.add_flag_callback(
         "--json", [&options] { options.format = "json"; }, "Short for --format json")
      ->excludes(format);
}

void add_schema(CLI::App& app, SchemaOptions& options) {
  app.add_option("--format", options.format,
                 "schema: a JSON Schema; snippets: snippets for Visual Studio Code")
      ->check(CLI::IsMember({"schema", "snippets"}))
      ->capture_default_str();
  app.add_flag("--write", options.write,
               "Write both into .vscode of the knowledge base, in place of those there");
}

void add_import(CLI::App& app, ImportOptions& options) {
  app.add_option("source", options.sources, "Files and folders with post-mortems")
      ->required()
      ->type_name("SRC");
  app.add_flag("--dry-run", options.dry_run, "Write nothing, report the same");
  app.add_flag("--extend-vocabulary", options.extend_vocabulary,
               "Add unknown services and causes to services.yaml and causes.yaml");
  app.add_option("--into", options.into, "Folder within incidents/ to write to");
  app.add_option("--time-zone", options.time_zone,
                 "Zone of times that do not say theirs, such as Europe/Copenhagen");
  app.add_flag("--json", options.json, "Print the report as JSON");
}

// The word that stands where a command should, if there is one: CLI11 reports a wrong command as a
// missing one.
std::optional<CLI::ParseError> unknown_command(const CLI::App& app) {
  if (!app.get_subcommands().empty()) return std::nullopt;
  const std::vector<std::string> words = app.remaining();
  const auto word =
      std::ranges::find_if(words, [](const std::string& text) { return !text.starts_with('-'); });
  if (word == words.end()) return std::nullopt;
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return CLI::ExtrasError(
      fmt::format("There is no command '{}'{}", *word, did_you_mean(*word, names)),
      CLI::ExitCodes::ExtrasError);
}

}  // namespace

int run_command_line(int argc, char** argv) {
  CLI::App app{
      "Debrief makes two static sites of a folder of post-mortems: an internal wiki and a "
      "redacted public one."};
  app.name("debrief");
  app.set_version_flag("--version", "debrief " DEBRIEF_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  std::string root;
  app.add_option("--root", root, "Folder of the knowledge base [the nearest with debrief.yaml]");

  std::function<int(const fs::path&)> command;
  std::function<int()> command_without_root;

  InitOptions init;
  CLI::App* init_app = app.add_subcommand("init", "Make a new knowledge base");
  add_init(*init_app, init);
  init_app->callback([&] { command_without_root = [&] { return init_command(init); }; });

  BuildOptions build;
  CLI::App* build_app = app.add_subcommand("build", "Build the sites");
  add_build(*build_app, build);
  build_app->callback(
      [&] { command = [&](const fs::path& at) { return build_command(at, build); }; });

  CheckCommandOptions check;
  CLI::App* check_app =
      app.add_subcommand("check", "Review post-mortems: what is missing, vague, late or alike");
  add_check(*check_app, check);
  check_app->callback([&] {
    if (!check.explain.empty()) {
      command_without_root = [&] { return explain_rule(check.explain); };
    } else {
      command = [&](const fs::path& at) { return check_command(at, check); };
    }
  });

  ServeOptions serve;
  CLI::App* serve_app = app.add_subcommand("serve", "Build a site and serve it on this machine");
  add_serve(*serve_app, serve);
  serve_app->callback(
      [&] { command = [&](const fs::path& at) { return serve_command(at, serve); }; });

  SearchOptions search;
  CLI::App* search_app = app.add_subcommand("search", "Search a built site");
  add_search(*search_app, search);
  search_app->callback(
      [&] { command = [&](const fs::path& at) { return search_command(at, search); }; });

  ActionsOptions actions;
  CLI::App* actions_app = app.add_subcommand("actions", "List the action items of all incidents");
  add_actions(*actions_app, actions);
  actions_app->callback(
      [&] { command = [&](const fs::path& at) { return actions_command(at, actions); }; });

  DigestOptions digest;
  CLI::App* digest_app =
      app.add_subcommand("digest", "Say what happened lately, for a chat or an e-mail");
  add_digest(*digest_app, digest);
  digest_app->callback(
      [&] { command = [&](const fs::path& at) { return digest_command(at, digest); }; });

  StatsOptions stats;
  CLI::App* stats_app =
      app.add_subcommand("stats", "Count incidents, times and action items over time");
  add_stats(*stats_app, stats);
  stats_app->callback(
      [&] { command = [&](const fs::path& at) { return stats_command(at, stats); }; });

  AuditOptions audit;
  CLI::App* audit_app = app.add_subcommand("audit", "Prove that the public site is clean");
  add_audit(*audit_app, audit);
  audit_app->callback(
      [&] { command = [&](const fs::path& at) { return audit_command(at, audit); }; });

  NewOptions new_options;
  CLI::App* new_app = app.add_subcommand("new", "Start a post-mortem from a template");
  add_new(*new_app, new_options);
  new_app->callback(
      [&] { command = [&](const fs::path& at) { return new_command(at, new_options); }; });

  ShowOptions show;
  CLI::App* show_app = app.add_subcommand("show", "Show what was read of a post-mortem");
  add_show(*show_app, show);
  show_app->callback([&] { command = [&](const fs::path& at) { return show_command(at, show); }; });

  RelatedOptions related;
  CLI::App* related_app =
      app.add_subcommand("related", "List post-mortems that are like one, and why");
  add_related(*related_app, related);
  related_app->callback(
      [&] { command = [&](const fs::path& at) { return related_command(at, related); }; });

  DiffOptions diff;
  CLI::App* diff_app = app.add_subcommand("diff", "Show what a change does to a site");
  add_diff(*diff_app, diff);
  diff_app->callback([&] { command = [&](const fs::path& at) { return diff_command(at, diff); }; });

  ImportOptions import;
  CLI::App* import_app =
      app.add_subcommand("import", "Adopt post-mortems written for other tools or for none");
  add_import(*import_app, import);
  import_app->callback(
      [&] { command = [&](const fs::path& at) { return import_command(at, import); }; });

  SchemaOptions schema;
  CLI::App* schema_app =
      app.add_subcommand("schema", "Tell editors what front matter may say, vocabulary included");
  add_schema(*schema_app, schema);
  schema_app->callback(
      [&] { command = [&](const fs::path& at) { return schema_command(at, schema); }; });

  ThemeEjectOptions eject;
  CLI::App* theme_app = app.add_subcommand("theme", "Change how the sites look");
  theme_app->require_subcommand(1);
  CLI::App* eject_app =
      theme_app->add_subcommand("eject", "Copy the built-in theme into themes/NAME, to change it");
  eject_app->add_option("name", eject.name, "Name of the theme [that of debrief.yaml, or own]");
  eject_app->callback(
      [&] { command = [&](const fs::path& at) { return theme_eject_command(at, eject); }; });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    app.exit(unknown_command(app).value_or(error));
    return kExitUsage;
  }
  try {
    if (command_without_root && !root.empty() && check.explain.empty()) {
      throw Error(
          "--root names a knowledge base that is there already; for a new one say 'debrief init "
          "DIR'");
    }
    const int status = command_without_root ? command_without_root() : command(root_of(root));
    // Nobody would hear of it at the end of the program.
    if (std::fflush(stdout) != 0) throw Error("cannot write to standard output");
    return status;
  } catch (const std::exception& error) {
    // fmt would throw if standard error cannot be written to, either.
    std::fputs(fmt::format("debrief: {}\n", error.what()).c_str(), stderr);
  }
  return kExitUsage;
}

}  // namespace debrief
