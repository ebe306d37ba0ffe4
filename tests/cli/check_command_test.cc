// `check`: what a reviewer would ask, in the form of each tool that shows it.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace debrief {
namespace {

using Json = nlohmann::json;

// Everything that stands in it is in order but for the wording of an owner, a name that needs
// escaping, and a field that nobody knows.
constexpr std::string_view kIncident = R"(---
title: Fares cannot be quoted
status: published
severity: SEV3
started: 2026-03-02T09:10:00Z
resolved: 2026-03-02T10:00:00Z
summary: The cache of fares was full.
impact: No quotes for 50 minutes.
review: {date: 2026-03-03, facilitator: runa}
ownr: ole
---

## Timeline (UTC)

- 09:10 - The cache is full
- 10:00 - The cache is emptied

## Root cause

The cache has no limit.

## Contributing factors

- Its disk was on no dashboard.

## Action items

- [ ] Page at 80 % – not 95 %, as now - Owner: the team - Due 2026-03-20
)";

class CheckCommand : public testing::Test {
 protected:
  CheckCommand() {
    folder_.write("kb/debrief.yaml", kConfig);
    folder_.write("kb/incidents/50%, a.md", kIncident);
    // What forges know the paths from.
    folder_.write(".git", "gitdir: elsewhere\n");
  }

  std::vector<std::string> arguments(std::vector<std::string> more) const {
    more.insert(more.begin(),
                {"--root", (folder_ / "kb").string(), "check", "--today", "2026-03-10"});
    return more;
  }

  std::string run(std::vector<std::string> more, const RunOptions& options = {}) const {
    return transcript_of(arguments(std::move(more)), folder_.path(), options);
  }

  Json json(const std::string& format) const {
    const RunResult result = run_debrief(arguments({"--format", format}));
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.err, "");
    return Json::parse(result.out);
  }

  TemporaryFolder folder_;
};

TEST_F(CheckCommand, SaysWhatItFindsAsDiagnosticsAreSaid) {
  EXPECT_EQ(
      run({}),
      "incidents/50%, a.md:10:1: warning: unknown field 'ownr'; it is shown nowhere "
      "[unknown-field]\n"
      "ownr: ole\n"
      "^\n"
      "incidents/50%, a.md:28:48: warning: 'the team' is no person; name the one who sees to it "
      "[action-shared]\n"
      "- [ ] Page at 80 % – not 95 %, as now - Owner: the team - Due 2026-03-20\n"
      "                                               ^\n"
      "0 errors, 2 warnings and 0 notes.\n"
      "Why:\n"
      "  https://wiki.lighthouse.example/guides/review-rules/#action-shared\n"
      "exit 0\n");
}

TEST_F(CheckCommand, FailsForErrorsAndIfStrictForWarnings) {
  EXPECT_EQ(run_debrief(arguments({})).status, 0);
  EXPECT_EQ(run_debrief(arguments({"--strict"})).status, 1);
  folder_.write("kb/debrief.yaml", std::string(kConfig) + "check: {action-shared: error}\n");
  EXPECT_EQ(run_debrief(arguments({})).status, 1);
  folder_.write("kb/debrief.yaml", std::string(kConfig) +
                                       "check:\n  action-shared: off\n  exceptions:\n    - {rule: "
                                       "unknown-field, path: incidents, reason: R.}\n");
  EXPECT_EQ(run({"--strict"}), "Nothing was found.\nexit 0\n");
}

TEST_F(CheckCommand, LimitsWhatItSaysToFilesAndFolders) {
  folder_.write("kb/incidents/2025/b.md", "---\ntitle: B\nstatus: draft\n---\n");
  constexpr const char* kB =
      "incidents/2025/b.md:1: error: a post-mortem needs 'started' (or 'date'): when it happened "
      "[missing-key]\n---\n"
      "1 error, 0 warnings and 0 notes; 'debrief check --explain RULE' says why.\nexit 1\n";
  EXPECT_EQ(run({"incidents/2025"}), kB);
  EXPECT_EQ(run({(folder_ / "kb/incidents/2025/b.md").string()}), kB);
  EXPECT_EQ(run_debrief(arguments({"incidents/50%, a.md"})).status, 0);
  EXPECT_EQ(run({"incidents/2024"}),
            "! debrief: there is no file or folder 'incidents/2024'\nexit 2\n");
  EXPECT_EQ(run({(folder_ / ".git").string()}),
            "! debrief: '[ROOT]/.git' is not in the knowledge base [ROOT]/kb\nexit 2\n");
}

TEST_F(CheckCommand, TellsPrograms) {
  EXPECT_EQ(json("json"), Json::parse(R"({
    "counts": {"error": 0, "warning": 2, "info": 0},
    "findings": [
      {"file": "incidents/50%, a.md", "line": 10, "column": 1, "level": "warning",
       "rule": "unknown-field", "message": "unknown field 'ownr'; it is shown nowhere",
       "help": null, "fingerprint": "2292d232a4f027ef1df8002b12f995ec"},
      {"file": "incidents/50%, a.md", "line": 28, "column": 48, "level": "warning",
       "rule": "action-shared", "message": "'the team' is no person; name the one who sees to it",
       "help": "https://wiki.lighthouse.example/guides/review-rules/#action-shared",
       "fingerprint": "4474893d93c31f9a01d3568b028516e7"}]})"));
}

TEST_F(CheckCommand, AnnotatesOnGithub) {
  EXPECT_EQ(
      run({"--format", "github"}),
      "::warning file=kb/incidents/50%25%2C a.md,line=10,col=1,title=unknown-field::unknown "
      "field 'ownr'; it is shown nowhere\n"
      "::warning file=kb/incidents/50%25%2C a.md,line=28,col=48,title=action-shared::'the team' "
      "is no person; name the one who sees to it\n"
      "0 errors, 2 warnings and 0 notes\n"
      "exit 0\n");
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// GitHub shows ten annotations a step.
TEST_F(CheckCommand, AnnotatesTheWorstTenAndSumsUpTheRest) {
  std::string text(kIncident);
  for (int i = 1; i <= 12; ++i) text += "\n<!-- check: off single-cause R -->\n\nText.\n";
  text += "\n<!-- check: off single-cause -->\n";
  folder_.write("kb/incidents/50%, a.md", text);
  RunOptions options;
  options.environment["GITHUB_STEP_SUMMARY"] = (folder_ / "summary.md").string();
  const std::string out = run({"--format", "github"}, options);
  EXPECT_TRUE(
      out.starts_with("::error file=kb/incidents/50%25%2C a.md,line=78,title=bad-exception::say "
                      "why: '<!-- check: off single-cause reason -->'\n"))
      << out;
  EXPECT_NE(
      out.find("\n5 more; all of them are in the summary of the job.\n1 error, 14 warnings and "
               "0 notes\nexit 1\n"),
      std::string::npos)
      << out;
  const std::string summary = read_file(folder_ / "summary.md");
  EXPECT_TRUE(summary.starts_with(
      "## Post-mortems\n\n1 error, 14 warnings and 0 notes\n\n| level | where "
      "| rule | what |\n|---|---|---|---|\n| error | kb/incidents/50%, "
      "a.md:78 | [bad-exception](<https://wiki.lighthouse.example/guides/review-rules/"
      "#bad-exception>) | say why: '&lt;\\!-- check: off "
      "single-cause reason --\\>' |\n"))
      << summary;
}

TEST_F(CheckCommand, ReportsCodeQualityToGitlab) {
  EXPECT_EQ(json("gitlab"), Json::parse(R"([
    {"description": "unknown field 'ownr'; it is shown nowhere", "check_name": "unknown-field",
     "fingerprint": "2292d232a4f027ef1df8002b12f995ec", "severity": "minor",
     "location": {"path": "kb/incidents/50%, a.md", "lines": {"begin": 10}}},
    {"description": "'the team' is no person; name the one who sees to it – https://wiki.lighthouse.example/guides/review-rules/#action-shared",
     "check_name": "action-shared", "fingerprint": "4474893d93c31f9a01d3568b028516e7", "severity": "minor",
     "location": {"path": "kb/incidents/50%, a.md", "lines": {"begin": 28}}}])"));
}

// A finding keeps its fingerprint when its line moves, and another line has another.
TEST_F(CheckCommand, KnowsAFindingAgain) {
  const Json before = json("gitlab");
  std::string text(kIncident);
  text.insert(text.find("## Root cause"), "Moves all that is below.\n\n");
  folder_.write("kb/incidents/50%, a.md", text);
  const Json after = json("gitlab");
  EXPECT_EQ(after[1]["location"]["lines"]["begin"], 30);
  EXPECT_EQ(after[1]["fingerprint"], before[1]["fingerprint"]);
  EXPECT_NE(before[0]["fingerprint"], before[1]["fingerprint"]);
}

TEST_F(CheckCommand, WritesSarif) {
  const Json sarif = json("sarif");
  EXPECT_EQ(sarif["$schema"], "https://json.schemastore.org/sarif-2.1.0.json");
  EXPECT_EQ(sarif["version"], "2.1.0");
  ASSERT_EQ(sarif["runs"].size(), 1U);
  const Json& run = sarif["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["name"], "debrief");
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  const Json& rules = run["tool"]["driver"]["rules"];
  Json results = run["results"];
  for (Json& result : results) {
    const Json& rule = rules[result["ruleIndex"].get<std::size_t>()];
    EXPECT_EQ(rule["id"], result["ruleId"]);
    // What reading reports has no page.
    EXPECT_EQ(rule.contains("helpUri"), rule["id"] != "unknown-field");
    result.erase("ruleIndex");
  }
  EXPECT_EQ(results, Json::parse(R"([
    {"ruleId": "unknown-field", "level": "warning",
     "message": {"text": "unknown field 'ownr'; it is shown nowhere"},
     "locations": [{"physicalLocation": {
       "artifactLocation": {"uri": "kb/incidents/50%25%2C%20a.md", "uriBaseId": "%SRCROOT%"},
       "region": {"startLine": 10, "startColumn": 1}}}],
     "partialFingerprints": {"debrief/v1": "2292d232a4f027ef1df8002b12f995ec"}},
    {"ruleId": "action-shared", "level": "warning",
     "message": {"text": "'the team' is no person; name the one who sees to it"},
     "locations": [{"physicalLocation": {
       "artifactLocation": {"uri": "kb/incidents/50%25%2C%20a.md", "uriBaseId": "%SRCROOT%"},
       "region": {"startLine": 28, "startColumn": 48}}}],
     "partialFingerprints": {"debrief/v1": "4474893d93c31f9a01d3568b028516e7"}}])"));
  EXPECT_EQ(rules[0]["id"], "missing-section");
  EXPECT_EQ(rules[0]["defaultConfiguration"],
            Json::parse(R"({"enabled": true, "level": "warning"})"));
  EXPECT_EQ(rules[0]["helpUri"],
            "https://wiki.lighthouse.example/guides/review-rules/#missing-section");
  EXPECT_TRUE(rules[0]["help"]["markdown"].get<std::string>().starts_with("# missing-section\n"));
}

TEST_F(CheckCommand, WritesWhatReviewdogReads) {
  // "–" is three bytes: the column is two more than in characters.
  EXPECT_EQ(json("rdjson"), Json::parse(R"({"source": {"name": "debrief"}, "diagnostics": [
    {"message": "unknown field 'ownr'; it is shown nowhere",
     "location": {"path": "kb/incidents/50%, a.md", "range": {"start": {"line": 10, "column": 1}}},
     "severity": "WARNING", "code": {"value": "unknown-field"}},
    {"message": "'the team' is no person; name the one who sees to it",
     "location": {"path": "kb/incidents/50%, a.md", "range": {"start": {"line": 28, "column": 50}}},
     "severity": "WARNING", "code": {"value": "action-shared",
       "url": "https://wiki.lighthouse.example/guides/review-rules/#action-shared"}}]})"));
}

// Without an address of the internal site there is nowhere to lead to.
TEST_F(CheckCommand, LeadsNowhereWithoutAnAddress) {
  folder_.write("kb/debrief.yaml", "title: Lighthouse\n");
  EXPECT_NE(run({}).find("\n0 errors, 2 warnings and 0 notes; 'debrief check --explain RULE' says "
                         "why.\nexit 0\n"),
            std::string::npos);
  for (const std::string format : {"json", "github", "gitlab", "sarif", "rdjson"}) {
    const std::string out = run({"--format", format});
    EXPECT_EQ(out.find("review-rules"), std::string::npos) << out;
  }
}

TEST_F(CheckCommand, ExplainsARule) {
  const std::string page = transcript_of({"check", "--explain", "action-shared"}, folder_.path());
  EXPECT_TRUE(page.starts_with(
      "# action-shared\n\nFinds an open action item owned by a team, or by several "
      "people.\n\n"))
      << page;
  EXPECT_TRUE(page.ends_with("\nDefault: `warning`.\nexit 0\n")) << page;
  EXPECT_EQ(transcript_of({"check", "--explain", "action-share"}, folder_.path()),
            "! debrief: there is no rule 'action-share'; did you mean 'action-shared'?\nexit 2\n");
}

// What we recommend, we do. The day is the one the sample is written for.
TEST(CheckCommandOnTheSample, FindsNothingToMend) {
  const RunResult result = run_debrief({"--root", content_folder().string(), "check", "--drafts",
                                        "--strict", "--today", "2026-11-22"});
  EXPECT_EQ(result.status, 0) << result.out << result.err;
  EXPECT_NE(result.out.find("\n0 errors, 0 warnings and "), std::string::npos) << result.out;
}

TEST(CheckCommandOnTheSample, FindsNothingInANewKnowledgeBase) {
  const TemporaryFolder folder;
  const std::string root = (folder / "kb").string();
  ASSERT_EQ(run_debrief({"init", root}).status, 0);
  EXPECT_EQ(transcript_of({"--root", root, "check", "--strict", "--today", "2026-01-25"}, root),
            "Nothing was found.\nexit 0\n");
}

}  // namespace
}  // namespace debrief
