// `audit`, and the audit of every build: what cannot be proved clean is not published.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view kInternal =
    "---\ntitle: Stolen badge opens the vault\nstarted: 2026-03-03T03:03:03Z\n"
    "resolved: 2026-03-03T04:00:00Z\n---\n\n## Summary\n\nA burglar walked through the "
    "turnstile.\n";

class AuditCommand : public testing::Test {
 protected:
  AuditCommand() {
    folder_.write("kb/debrief.yaml", kConfig);
    folder_.write("kb/incidents/badge.md", kInternal);
    folder_.write("kb/incidents/a.md",
                  public_incident("Checkout down", "## Summary\n\nIt was down.\n"));
  }

  std::string root() const { return (folder_ / "kb").string(); }
  std::string run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--root", root()});
    return transcript_of(arguments, root());
  }
  // A public text quotes the title of a post-mortem that is not public.
  void let_a_canary_through() {
    folder_.write("kb/incidents/a.md",
                  public_incident("Checkout down",
                                  "## Summary\n\nSee also: stolen&nbsp;badge opens the vault.\n"));
  }

  TemporaryFolder folder_;
};

TEST_F(AuditCommand, SaysWhatItChecked) {
  const std::string said = run({"audit"});
  EXPECT_THAT(said, StartsWith("Public site: 1 post-mortem, "));
  EXPECT_THAT(said, HasSubstr("\nByte scan:   "));
  EXPECT_THAT(said, HasSubstr(" strings of the search index: 0 found\n"));
  EXPECT_THAT(said, HasSubstr(" files built again from other internal content: 0 differ\n"));
  EXPECT_THAT(said, HasSubstr("\nThe public site is clean.\nexit 0\n"));
}

// The twin wrote the full name of a person where a handle stood behind an item that will not be
// done. A handle there is an owner, whom the public does not read, and a name is text: the audit
// took that for a leak and refused a sound site.
TEST_F(AuditCommand, GivesNoFalseAlarmForTheOwnerOfADroppedItem) {
  folder_.write("kb/people.yaml", "- handle: joerg\n  name: Joerg Weiss\n  role: the engineer\n");
  folder_.write("kb/incidents/a.md", public_incident("Checkout down",
                                                     "## Action items\n\n"
                                                     "- [ ] ~~Buy a bigger machine~~ - @joerg\n"));
  EXPECT_THAT(run({"audit"}), HasSubstr("\nThe public site is clean.\nexit 0\n"));
}

// JSON was written in ASCII: "Schwellenwert\u00fcberschreitung" has the word "Schwellenwert" in it,
// which an internal text had, too, and a sound site was refused.
TEST_F(AuditCommand, GivesNoFalseAlarmForPartsOfWordsWithUmlauts) {
  folder_.write("kb/causes.yaml", "- {id: a, name: Schwellenwertüberschreitung, public: yes}\n");
  folder_.write("kb/incidents/a.md",
                "---\ntitle: Checkout down\nvisibility: public\nstatus: published\n"
                "started: 2026-01-01T10:00:00Z\ncauses: [a]\n---\n\n## Summary\n\nIt was down.\n");
  folder_.write("kb/incidents/b.md",
                "---\ntitle: Voll\nstarted: 2026-01-02\n---\n\n"
                "Der Schwellenwert stand falsch.\n");
  EXPECT_THAT(run({"audit"}), HasSubstr("\nThe public site is clean.\nexit 0\n"));
}

TEST_F(AuditCommand, TellsProgramsTheSame) {
  const RunResult result = run_debrief({"--root", root(), "audit", "--json"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto report = nlohmann::json::parse(result.out);
  EXPECT_EQ(report["clean"], true);
  EXPECT_EQ(report["incidents"], 1);
  EXPECT_GT(report["files"], 10);
  EXPECT_GT(report["names"], 0);
  EXPECT_GT(report["words"], 0);
  EXPECT_GT(report["database_strings"], 20);
  EXPECT_EQ(report["leaks"].size(), 0U);
  EXPECT_EQ(report["differences"].size(), 0U);
}

TEST_F(AuditCommand, LeavesTheSiteAsItIs) {
  run({"audit"});
  EXPECT_FALSE(std::filesystem::exists(folder_ / "kb/site"));
}

TEST_F(AuditCommand, FindsACanaryThatGotThroughAndNamesIt) {
  let_a_canary_through();
  const std::string said = run({"audit"});
  EXPECT_THAT(said, HasSubstr("! incidents/badge.md: error: the title of a post-mortem that is not "
                              "public is in the public file incidents/"));
  EXPECT_THAT(said, HasSubstr(", as written); mark or reword it where it is published, or name it "
                              "under 'allow' in redactions.yaml [internal-text]\n"));
  EXPECT_THAT(said, HasSubstr("\nThe public site is NOT clean.\n"));
  EXPECT_THAT(said, HasSubstr("\nexit 1\n"));
  // Logs are read by more people than post-mortems.
  EXPECT_THAT(said, testing::Not(HasSubstr("badge opens")));
}

TEST_F(AuditCommand, ABuildThatLetsACanaryThroughPublishesNothing) {
  EXPECT_THAT(run({"build"}), HasSubstr("exit 0\n"));
  const Tree before = read_tree(folder_ / "kb/site");
  let_a_canary_through();
  const std::string said = run({"build"});
  EXPECT_THAT(said, HasSubstr("[internal-text]\n"));
  EXPECT_THAT(said, HasSubstr("! Nothing was written.\nexit 1\n"));
  EXPECT_EQ(differences(before, read_tree(folder_ / "kb/site")), "");
}

TEST_F(AuditCommand, LetsStandWhatAnExceptionNames) {
  let_a_canary_through();
  folder_.write("kb/redactions.yaml",
                "- {allow: Stolen badge opens the vault, reason: the press wrote about it}\n");
  EXPECT_THAT(run({"audit"}), HasSubstr("\nThe public site is clean.\nexit 0\n"));
}

class AuditOfATheme : public AuditCommand {
 protected:
  AuditOfATheme() {
    folder_.write("kb/debrief.yaml",
                  std::string(kConfig) + "theme: own\ninternal_hosts: [\"*.corp.example\"]\n");
    folder_.write("kb/people.yaml",
                  "- {handle: mtoledo, name: Maria Toledo, role: the engineer}\n");
    folder_.write("kb/redactions.yaml",
                  "- {term: Initech, replace: a retailer}\n"
                  "- {pattern: 'OPS-[0-9]+', replace: a ticket}\n");
  }
  void write_theme(const std::string& path, std::string_view bytes) {
    folder_.write("kb/themes/own/" + path, bytes);
  }
};

TEST_F(AuditOfATheme, RefusesWhatTheDictionaryWouldReplaceInAText) {
  write_theme("templates/_title.mustache",
              "<h1>{{page.title}}</h1>\n"
              "Questions? Ini<b>tech</b> OPS-212 <a href=\"https://wiki.corp.example/x\">\n"
              "ask</a> <img alt='m&#116;oledo'><!-- Initech -->\n");
  const std::string expected =
      "! themes/own/templates/_title.mustache:2:12: error: the public site would say 'Initech' on "
      "every page made of this template; guard it with {{#site.is_internal}} or take it out "
      "[internal-text-in-theme]\n"
      "! Questions? Ini<b>tech</b> OPS-212 <a href=\"https://wiki.corp.example/x\">\n"
      "!            ^\n"
      "! themes/own/templates/_title.mustache:2:27: error: the public site would say 'OPS-212' on "
      "every page made of this template; guard it with {{#site.is_internal}} or take it out "
      "[internal-text-in-theme]\n"
      "! Questions? Ini<b>tech</b> OPS-212 <a href=\"https://wiki.corp.example/x\">\n"
      "!                           ^\n"
      "! themes/own/templates/_title.mustache:2:44: error: the public site would say "
      "'https://wiki.corp.example/x' on every page made of this template; guard it with "
      "{{#site.is_internal}} or take it out [internal-text-in-theme]\n"
      "! Questions? Ini<b>tech</b> OPS-212 <a href=\"https://wiki.corp.example/x\">\n"
      "!                                            ^\n"
      "! themes/own/templates/_title.mustache:3:19: error: the public site would say 'mtoledo' on "
      "every page made of this template; guard it with {{#site.is_internal}} or take it out "
      "[internal-text-in-theme]\n"
      "! ask</a> <img alt='m&#116;oledo'><!-- Initech -->\n"
      "!                   ^\n"
      "! themes/own/templates/_title.mustache:3:38: error: the public site would say 'Initech' on "
      "every page made of this template; guard it with {{#site.is_internal}} or take it out "
      "[internal-text-in-theme]\n"
      "! ask</a> <img alt='m&#116;oledo'><!-- Initech -->\n"
      "!                                      ^\n"
      "! 5 errors, 0 warnings\n";
  EXPECT_EQ(run({"audit"}), expected + "exit 1\n");
  EXPECT_EQ(run({"build"}), expected + "! Nothing was written.\nexit 1\n");
  EXPECT_THAT(run({"build", "--view", "internal"}), HasSubstr("exit 0\n"));
}

TEST_F(AuditOfATheme, LetsStandWhatThePublicDoesNotRead) {
  write_theme("templates/_title.mustache",
              "<h1>{{page.title}}</h1>\n"
              "{{#site.is_internal}}Initech{{#page.is_article}} OPS-1{{/page.is_article}}{{> team}}"
              "{{/site.is_internal}}{{^site.is_public}}OPS-2{{/site.is_public}}{{! Initech }}\n");
  write_theme("templates/_team.mustache", "Initech\n");
  write_theme("templates/home.mustache", "{{> head}}Initech{{> foot}}\n");
  EXPECT_THAT(run({"audit"}), HasSubstr("\nThe public site is clean.\nexit 0\n"));
}

TEST_F(AuditOfATheme, ReadsStyleSheetsScriptsAndDrawings) {
  write_theme("assets/own.css", "/* as Initech has it; mtoledo, this.internal */\n");
  write_theme("assets/initech.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
  write_theme("assets/own.js", "fetch('https://wiki.corp.example/x');\n");
  EXPECT_EQ(run({"audit"}),
            "! themes/own/assets/initech.svg: error: the public site would say 'initech' in the "
            "address of this file; give it another name [internal-text-in-theme]\n"
            "! themes/own/assets/own.css:1:7: error: the public site would say 'Initech' in this "
            "file; take it out [internal-text-in-theme]\n"
            "! /* as Initech has it; mtoledo, this.internal */\n"
            "!       ^\n"
            "! themes/own/assets/own.js:1:8: error: the public site would say "
            "'https://wiki.corp.example/x' in this file; take it out [internal-text-in-theme]\n"
            "! fetch('https://wiki.corp.example/x');\n"
            "!        ^\n"
            "! 3 errors, 0 warnings\nexit 1\n");
}

TEST_F(AuditCommand, RefusesCredentialsInEveryView) {
  folder_.write("kb/incidents/badge.md", std::string(kInternal) + "\nThe key was gh" +
                                             "p_R8sKd02LmQ7xVbN4tYcW9zHfJ6aPeGuTiO31.\n");
  const std::string said = run({"build", "--view", "internal"});
  EXPECT_THAT(said,
              StartsWith("! incidents/badge.md:11: error: this looks like a GitHub token; take "
                         "it out, and replace it where it is in use: git keeps what was "
                         "committed. If it is none, name it under 'allow' in redactions.yaml "
                         "[github-token]\n"));
  EXPECT_THAT(said, testing::Not(HasSubstr("R8sKd02")));
}

TEST_F(AuditCommand, RefusesWhatLeadsToPeopleInPublicText) {
  folder_.write("kb/incidents/a.md",
                public_incident("Checkout down",
                                "## Summary\n\nWrite to maria.olsen@lighthouse-crew.com.\n"));
  EXPECT_THAT(
      run({"build"}),
      HasSubstr("error: this is an e-mail address in public text; mark it internal, give it "
                "a replacement in redactions.yaml, or name it there under 'allow' [email]\n"));
  folder_.write("kb/redactions.yaml",
                "- {allow: maria.olsen@lighthouse-crew.com, reason: our press office}\n");
  EXPECT_THAT(run({"build"}), HasSubstr("exit 0\n"));
}

}  // namespace
}  // namespace debrief
