// What the program answers to its command line: texts, exit statuses, and where it looks.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

class CommandLine : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("kb/debrief.yaml", kConfig);
    folder_.write("kb/incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
  }

  std::string run(const std::vector<std::string>& arguments, const RunOptions& options = {}) {
    return transcript_of(arguments, folder_.path(), options);
  }
  std::string root() const { return (folder_ / "kb").string(); }

  TemporaryFolder folder_;
};

TEST_F(CommandLine, TellsItsVersion) {
  EXPECT_EQ("debrief 0.1.0\nexit 0\n", run({"--version"}));
}

TEST_F(CommandLine, HelpsWithoutACommand) {
  EXPECT_EQ(
      R"(Debrief makes two static sites of a folder of post-mortems: an internal wiki and a redacted public one.
Usage: debrief [OPTIONS] SUBCOMMAND

Options:
  -h,--help                   Print this help message and exit
  --version                   Display program version information and exit
  --root TEXT                 Folder of the knowledge base [the nearest with debrief.yaml]

Subcommands:
  init                        Make a new knowledge base
  build                       Build the sites
  check                       Review post-mortems: what is missing, vague, late or alike
  serve                       Build a site and serve it on this machine
  search                      Search a built site
  actions                     List the action items of all incidents
  digest                      Say what happened lately, for a chat or an e-mail
  stats                       Count incidents, times and action items over time
  audit                       Prove that the public site is clean
  new                         Start a post-mortem from a template
  show                        Show what was read of a post-mortem
  related                     List post-mortems that are like one, and why
  diff                        Show what a change does to a site
  import                      Adopt post-mortems written for other tools or for none
  schema                      Tell editors what front matter may say, vocabulary included
  theme                       Change how the sites look

exit 0
)",
      run({"--help"}));
  EXPECT_EQ(run({"--help"}), run({"-h"}));
}

TEST_F(CommandLine, HelpsWithInit) {
  EXPECT_EQ(R"(Make a new knowledge base
Usage: debrief init [OPTIONS] dir

Positionals:
  dir DIR REQUIRED            Where: a new folder, an empty one, or '.'

Options:
  -h,--help                   Print this help message and exit
  --title TEXT                What both sites are called [the name of the folder]
  --ci TEXT:{github,gitlab,both,none}=both
                              Reviews and publication by github, gitlab, both or none

exit 0
)",
            run({"init", "--help"}));
}

TEST_F(CommandLine, HelpsWithBuild) {
  EXPECT_EQ(R"(Build the sites
Usage: debrief build [OPTIONS]

Options:
  -h,--help                   Print this help message and exit
  --view TEXT:{internal,public,all}=all
                              Which site: internal, public or all
  --output TEXT               Folder for both sites [ROOT/site]
  --base-url TEXT             Address of the site, instead of the configured one; needs --view
  --today DAY                 The day that is today, such as 2026-02-15 [what the clock says]
  --drafts                    Show drafts on the internal site
  --jobs UINT:UINT in [1 - 256]
                              Threads [one for each core]

exit 0
)",
            run({"build", "--help"}));
}

TEST_F(CommandLine, HelpsWithServe) {
  EXPECT_EQ(R"(Build a site and serve it on this machine
Usage: debrief serve [OPTIONS]

Options:
  -h,--help                   Print this help message and exit
  --view TEXT:{internal,public}=internal
                              Which site: internal or public
  --output TEXT               Folder to build into [ROOT/.debrief-cache/serve-VIEW]
  --port INT:INT in [0 - 65535]=8000
                              Port on the loopback address; 0 for any free one
  --today DAY                 The day that is today, such as 2026-02-15 [what the clock says]
  --drafts                    Show drafts on the internal site

exit 0
)",
            run({"serve", "--help"}));
}

TEST_F(CommandLine, HelpsWithSearch) {
  EXPECT_EQ(R"(Search a built site
Usage: debrief search [OPTIONS] [query...]

Positionals:
  query TEXT ...              Words, "phrases", AND OR NOT -, word*, service:x cause:x severity:x after:2026-01

Options:
  -h,--help                   Print this help message and exit
  --view TEXT:{internal,public}=internal
                              Which site's index: internal or public
  --output TEXT               Folder that 'build' wrote to [ROOT/site]
  --service TEXT ...          Only this service; may be repeated
  --cause TEXT ...            Only this root-cause category; may be repeated
  --severity TEXT ...         Only this severity; may be repeated
  --owner TEXT ...            Only with an action item of this person
  --tag TEXT ...              Only with this tag; may be repeated
  --after TEXT                Only from this year, month or day on
  --before TEXT               Only before this year, month or day
  --sort TEXT:{relevance,date,duration,severity}=relevance
                              relevance, date, duration or severity
  --limit UINT:INT in [1 - 1000]=10
                              At most so many results
  --json                      Print the results as JSON

exit 0
)",
            run({"search", "--help"}));
}

TEST_F(CommandLine, HelpsWithDiff) {
  EXPECT_EQ(R"(Show what a change does to a site
Usage: debrief diff [OPTIONS] revision [revision2]

Positionals:
  revision REV REQUIRED       A revision of git to compare with, such as main
  revision2 REV2              What it is compared with [the files as they are]

Options:
  -h,--help                   Print this help message and exit
  --view TEXT:{internal,public}=public
                              Which site: internal or public
  --today DAY                 The day that is today, such as 2026-02-15 [what the clock says]
  --format TEXT:{text,markdown,html,json}=text Excludes: --json
                              As text, markdown, html or json
  --json Excludes: --format   Short for --format json

exit 0
)",
            run({"diff", "--help"}));
}

TEST_F(CommandLine, RefusesWhatItDoesNotKnowWithStatus2) {
  struct Case {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Case> cases = {
      {{}, "A subcommand is required"},
      {{"frobnicate"}, "There is no command 'frobnicate'"},
      {{"biuld"}, "There is no command 'biuld'; did you mean 'build'?"},
      {{"--root", ".", "serch", "x"}, "There is no command 'serch'; did you mean 'search'?"},
      {{"init"}, "dir is required"},
      {{"build", "--frob"}, "The following argument was not expected: --frob"},
      {{"build", "extra"}, "The following argument was not expected: extra"},
      {{"build", "--view", "secret"}, "--view: secret not in {internal,public,all}"},
      {{"build", "--today", "2026-02-30"}, "--today: '2026-02-30' is no day such as 2026-02-15"},
      {{"audit", "--today", "tomorrow"}, "--today: 'tomorrow' is no day such as 2026-02-15"},
      {{"build", "--jobs", "0"}, "--jobs: Value 0 not in range 1 to 256"},
      {{"serve", "--view", "all"}, "--view: all not in {internal,public}"},
      {{"serve", "--port", "65536"}, "--port: Value 65536 not in range 0 to 65535"},
      {{"search", "x", "--limit", "0"}, "--limit: Value 0 not in range 1 to 1000"},
      {{"search", "x", "--sort", "luck"}, "--sort: luck not in {relevance,date,duration,severity}"},
  };
  for (const auto& [arguments, message] : cases) {
    EXPECT_EQ("! " + message + "\n! Run with --help for more information.\nexit 2\n",
              run(arguments))
        << testing::PrintToString(arguments);
  }
}

TEST_F(CommandLine, FindsTheKnowledgeBaseFromAFolderWithinIt) {
  RunOptions options;
  options.working_directory = folder_ / "kb/incidents";
  EXPECT_EQ(R"([ROOT]/kb/site/internal: 1 post-mortem, [N] pages
[ROOT]/kb/site/public: 1 post-mortem, [N] pages
exit 0
)",
            run({"build"}, options));
}

TEST_F(CommandLine, TakesTheKnowledgeBaseThatRootNames) {
  RunOptions options;
  options.working_directory = folder_.path();
  EXPECT_EQ(R"(kb/site/public: 1 post-mortem, [N] pages
exit 0
)",
            run({"--root", "kb", "build", "--view", "public"}, options));
  EXPECT_EQ(R"([ROOT]/kb/site/public: 1 post-mortem, [N] pages
exit 0
)",
            run({"build", "--view", "public", "--root", root()}));
}

TEST_F(CommandLine, SaysThatThereIsNoKnowledgeBase) {
  RunOptions options;
  options.working_directory = folder_.path();
  EXPECT_EQ(
      R"(! debrief: there is no debrief.yaml here or in a folder above; name the folder of the knowledge base with --root DIR
exit 2
)",
      run({"build"}, options));
  EXPECT_EQ("! debrief: there is no debrief.yaml in incidents\nexit 2\n",
            run({"build", "--root", "incidents"}, options));
}

TEST_F(CommandLine, TakesABaseUrlForOneSiteOnly) {
  EXPECT_EQ(
      R"(! debrief: --base-url is the address of one site: add --view internal or --view public
exit 2
)",
      run({"build", "--root", root(), "--base-url", "https://example.com/"}));
  for (const char* url : {"example.com", "ftp://example.com/", "https://example.com/?q",
                          "https://example.com/#top", "https://exa mple.com/"}) {
    EXPECT_EQ(
        R"(! debrief: --base-url must be an address such as https://status.example.com/incidents/
exit 2
)",
        run({"build", "--root", root(), "--view", "public", "--base-url", url}))
        << url;
  }
  EXPECT_FALSE(fs::exists(folder_ / "kb/site"));

  run({"build", "--root", root(), "--view", "public", "--base-url", "https://example.com/kb"});
  const std::string sitemap = folder_.read("kb/site/public/sitemap.xml");
  EXPECT_NE(std::string::npos, sitemap.find("<loc>https://example.com/kb/incidents/"));
  EXPECT_EQ(std::string::npos, sitemap.find("lighthouse.example"));
}

TEST_F(CommandLine, RefusesAnOutputFolderThatHoldsTheContent) {
  const Tree before = read_tree(folder_.path());
  for (const std::string& output : {root(), root() + "/", folder_.path().string(),
                                    root() + "/incidents/..", std::string("/")}) {
    const RunResult result = run_debrief({"build", "--root", root(), "--output", output});
    EXPECT_EQ(2, result.status) << output;
    EXPECT_NE(std::string::npos,
              result.err.find(" holds the content folder; choose another with --output\n"))
        << result.err;
  }
  EXPECT_EQ("", differences(before, read_tree(folder_.path())));
}

TEST_F(CommandLine, RefusesAnOutputFolderThroughALinkToTheContent) {
  fs::create_directory_symlink(folder_ / "kb", folder_ / "link");
  EXPECT_EQ(
      R"(! debrief: the output folder [ROOT]/kb holds the content folder; choose another with --output
exit 2
)",
      run({"build", "--root", root(), "--output", (folder_ / "link").string()}));
}

TEST_F(CommandLine, LeavesAFolderThatItDidNotMakeUntouched) {
  folder_.write("photos/holiday.jpg", "JPEG");
  EXPECT_EQ(
      R"(! debrief: '[ROOT]/photos' was not made by debrief and is not empty; choose another folder, or remove what is in it
exit 2
)",
      run({"build", "--root", root(), "--output", (folder_ / "photos").string()}));
  EXPECT_EQ("photos/holiday.jpg: JPEG\n", [&] {
    fs::remove_all(folder_ / "kb");
    return folder_.listing();
  }());
}

TEST_F(CommandLine, WritesIntoAnEmptyFolder) {
  fs::create_directory(folder_ / "empty");
  EXPECT_EQ("[ROOT]/empty/public: 1 post-mortem, [N] pages\nexit 0\n",
            run({"build", "--root", root(), "--view", "public", "--output",
                 (folder_ / "empty").string()}));
}

TEST_F(CommandLine, KeepsTheSiteThatIsNotBuilt) {
  run({"build", "--root", root()});
  const Tree before = read_tree(folder_ / "kb/site/internal");
  folder_.write("kb/incidents/bell.md", public_incident("The bell falls silent", "No sound."));
  EXPECT_EQ("[ROOT]/kb/site/public: 2 post-mortems, [N] pages\nexit 0\n",
            run({"build", "--root", root(), "--view", "public"}));
  EXPECT_EQ("", differences(before, read_tree(folder_ / "kb/site/internal")));
}

// The day is the one thing beside the content that a site is made of, and it can be given.
TEST_F(CommandLine, BuildsForADay) {
  const auto home_on = [&](const std::string& day) {
    run({"build", "--root", root(), "--view", "public", "--today", day});
    return folder_.read("kb/site/public/index.html");
  };
  EXPECT_NE(home_on("2026-03-10").find("<h3>March 2026</h3>"), std::string::npos);
  EXPECT_NE(home_on("2027-01-01").find("<h3>January 2027</h3>"), std::string::npos);
}

TEST_F(CommandLine, ShowsColourAndProgressOnTerminalsOnly) {
  folder_.write("kb/incidents/lamp.md", "---\ntitle: Lamp\ncolour: red\n---\n");
  const auto has_escapes = [&](const RunOptions& options) {
    const RunResult result = run_debrief({"build", "--root", root()}, options);
    EXPECT_EQ(1, result.status);
    return (result.out + result.err).find('\x1b') != std::string::npos;
  };
  RunOptions terminal;
  terminal.on_terminal = true;
  terminal.environment = {{"TERM", "xterm"}};
  EXPECT_TRUE(has_escapes(terminal));

  RunOptions file;
  file.environment = {{"TERM", "xterm"}};
  EXPECT_FALSE(has_escapes(file));
  RunOptions dumb = terminal;
  dumb.environment = {{"TERM", "dumb"}};
  EXPECT_FALSE(has_escapes(dumb));
  RunOptions no_color = terminal;
  no_color.environment["NO_COLOR"] = "1";
  EXPECT_FALSE(has_escapes(no_color));
}

TEST_F(CommandLine, ShowsProgressOnATerminalAndWipesItAway) {
  RunOptions options;
  options.on_terminal = true;
  options.environment = {{"TERM", "xterm"}};
  const RunResult result = run_debrief({"build", "--root", root(), "--view", "public"}, options);
  EXPECT_NE(std::string::npos, result.out.find("\x1b[KWriting pages: public 1/"));
  const std::string shown = transcript(result, folder_.path());
  EXPECT_TRUE(shown.ends_with("\x1b[K[ROOT]/kb/site/public: 1 post-mortem, [N] pages\nexit 0\n"))
      << shown;

  options.on_terminal = false;
  EXPECT_EQ("", run_debrief({"build", "--root", root()}, options).err);
}

TEST_F(CommandLine, ReportsThatNobodyCanReadWhatItWrites) {
  run({"build", "--root", root()});
  const auto status = [&](const std::string& redirection) {
    return run_program("/bin/sh", {"-c", std::string(DEBRIEF_PROGRAM) + " search dark --root '" +
                                             root() + "' " + redirection})
        .status;
  };
  EXPECT_EQ(0, status(""));
  EXPECT_EQ(2, status("> /dev/full"));
  EXPECT_EQ(2, status("> /dev/full 2> /dev/full"));
  EXPECT_EQ(2, status("--output /nowhere 2> /dev/full"));
}

TEST_F(CommandLine, PutsColourIntoSearchResultsOnTerminalsOnly) {
  run({"build", "--root", root()});
  RunOptions terminal;
  terminal.on_terminal = true;
  terminal.environment = {{"TERM", "xterm"}};
  const std::string bold = run_debrief({"search", "dark", "--root", root()}, terminal).out;
  EXPECT_NE(std::string::npos, bold.find("\x1b[1mdark\x1b[0m")) << bold;

  const std::string plain = run_debrief({"search", "dark", "--root", root()}).out;
  EXPECT_NE(std::string::npos, plain.find("It was dark.")) << plain;
  EXPECT_EQ(std::string::npos, plain.find('\x1b')) << plain;
}

}  // namespace
}  // namespace debrief
