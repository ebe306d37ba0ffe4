// `check --fix`: files are mended where that is safe, and nothing else happens to them.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIncident = R"(---
title: Fares cannot be quoted
status: published
visibility: public
severity: SEV3
started: 2026-03-02 09:10 UTC
resolved: 2026-03-02T10:00:00Z
summary: The cache of fares was full.
impact: No quotes for 50 minutes.
review: {date: 2026-03-03, facilitator: runa}
---

## Timeline (UTC)

- 09:10 - The cache is full
- 10:00 - The cache is emptied

## ROOT CAUSES

The cache has no limit.

## Contributing factors

- Its disk was on no dashboard.

## Action items

* Page at 80 % – not 95 % (Owner: the team, Due: March 20)
)";

constexpr std::string_view kOther = R"(---
title: Tickets cannot be bought
started: 2026-03-01
summary: A disk was full.
impact: Nobody could buy a ticket.
review: {date: 2026-03-03, facilitator: runa}
---

## Timeline (UTC)

- 09:10 - The disk is full

## Root cause

The disk has no limit.

## Contributing factors

- It was on no dashboard.

## Action items

- [X] Page at 80 %
)";

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class CheckFix : public testing::Test {
 protected:
  CheckFix() {
    folder_.write("kb/debrief.yaml", kConfig);
    folder_.write("kb/incidents/a.md", kIncident);
    folder_.write("kb/incidents/old/b.md", kOther);
  }

  RunResult fix(std::vector<std::string> more = {}) const {
    more.insert(more.begin(),
                {"--root", (folder_ / "kb").string(), "check", "--fix", "--today", "2026-03-10"});
    return run_debrief(more);
  }
  std::string said(std::vector<std::string> more = {}) const {
    return transcript(fix(std::move(more)), folder_.path());
  }
  Tree content() const { return read_tree(folder_ / "kb"); }

  TemporaryFolder folder_;
};

constexpr std::string_view kLeft =
    "incidents/a.md:28:37: warning: 'the team' is no person; name the one who sees to it "
    "[action-shared]\n"
    "- [ ] Page at 80 % – not 95 % - Owner: the team - Due 2026-03-20\n"
    "                                       ^\n";

TEST_F(CheckFix, SaysWhatItMendedAndWhatIsLeft) {
  const std::string out = said();
  EXPECT_TRUE(out.starts_with(
      "incidents/a.md:6: mended: '2026-03-02 09:10 UTC' is '2026-03-02T09:10:00Z' in ISO 8601 "
      "[date-form]\n"
      "incidents/a.md:18: mended: 'ROOT CAUSES' is called 'Root Cause' elsewhere "
      "[heading-spelling]\n"
      "incidents/a.md:28: mended: the action item is not in the form '- [ ] [P1] Text - @owner - "
      "Due 2026-12-07' [task-list-form]\n"
      "incidents/old/b.md:23: mended: the action item is not in the form '- [ ] [P1] Text - "
      "@owner - Due 2026-12-07' [task-list-form]\n"
      "4 things mended in 2 files.\n\n"))
      << out;
  EXPECT_NE(out.find("'the team' is no person"), std::string::npos) << out;
  EXPECT_NE(out.find("\n0 errors, 1 warning and 0 notes.\n"), std::string::npos) << out;
  EXPECT_TRUE(out.ends_with("exit 0\n")) << out;

  std::string mended(kIncident);
  const auto replace = [&mended](std::string_view from, std::string_view to) {
    mended.replace(mended.find(from), from.size(), to);
  };
  replace("2026-03-02 09:10 UTC", "2026-03-02T09:10:00Z");
  replace("ROOT CAUSES", "Root Cause");
  replace("* Page at 80 % – not 95 % (Owner: the team, Due: March 20)",
          "- [ ] Page at 80 % – not 95 % - Owner: the team - Due 2026-03-20");
  EXPECT_EQ(read_file(folder_ / "kb/incidents/a.md"), mended);

  // Once is enough.
  const Tree after = content();
  EXPECT_TRUE(said().starts_with("0 things mended in 0 files.\n\n"));
  EXPECT_EQ(differences(after, content()), "");
  EXPECT_EQ(fix({"--strict"}).status, 1);
}

TEST_F(CheckFix, OnlySaysItInADryRun) {
  const Tree before = content();
  const std::string out = said({"--dry-run"});
  EXPECT_TRUE(out.starts_with(
      "--- incidents/a.md\n+++ incidents/a.md\n"
      "@@ -6 +6 @@\n-started: 2026-03-02 09:10 UTC\n+started: 2026-03-02T09:10:00Z\n"
      "@@ -18 +18 @@\n-## ROOT CAUSES\n+## Root Cause\n"
      "@@ -28 +28 @@\n-* Page at 80 % – not 95 % (Owner: the team, Due: March 20)\n"
      "+- [ ] Page at 80 % – not 95 % - Owner: the team - Due 2026-03-20\n"
      "--- incidents/old/b.md\n+++ incidents/old/b.md\n"
      "@@ -23 +23 @@\n-- [X] Page at 80 %\n+- [x] Page at 80 %\n"
      "4 things would be mended in 2 files; nothing was written.\n\n"))
      << out;
  EXPECT_EQ(differences(before, content()), "");
  EXPECT_EQ(run_debrief({"check", "--dry-run"}).status, 2);
}

TEST_F(CheckFix, MendsWhatIsNamedAndNothingElse) {
  const Tree before = content();
  EXPECT_NE(fix({"incidents/old"}).out.find("1 thing mended in 1 file."), std::string::npos);
  const Tree after = content();
  EXPECT_EQ(before.at("incidents/a.md"), after.at("incidents/a.md"));
  EXPECT_NE(before.at("incidents/old/b.md"), after.at("incidents/old/b.md"));
}

TEST_F(CheckFix, LeavesStandardOutputToPrograms) {
  const RunResult result = fix({"--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(result.out)["counts"]["warning"], 1);
  EXPECT_NE(result.err.find("4 things mended in 2 files."), std::string::npos) << result.err;
}

TEST_F(CheckFix, KeepsPermissionsAndLeavesNothingBehind) {
  const fs::path path = folder_ / "kb/incidents/a.md";
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_exec);
  fix();
  EXPECT_EQ(fs::status(path).permissions(),
            fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_exec);
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_ / "kb/incidents"))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  EXPECT_EQ(names, (std::vector<std::string>{"a.md", "old"}));
}

TEST_F(CheckFix, TouchesNoFileIfOneIsReadOnly) {
  const Tree before = content();
  fs::permissions(folder_ / "kb/incidents/old/b.md", fs::perms::owner_read);
  EXPECT_EQ(
      said(),
      "! debrief: 'incidents/old/b.md' is read-only; nothing was mended. Make it writable, or "
      "name the files that are to be mended\nexit 2\n");
  EXPECT_EQ(differences(before, content()), "");
}

TEST_F(CheckFix, TouchesNoFileBehindASymbolicLink) {
  fs::rename(folder_ / "kb/incidents/old", folder_ / "kb/assets");
  fs::create_symlink("../assets", folder_ / "kb/incidents/old");
  const Tree before = content();
  EXPECT_EQ(said(),
            "! debrief: 'incidents/old/b.md' is reached by a symbolic link; mend the file that it "
            "leads to\nexit 2\n");
  EXPECT_EQ(differences(before, content()), "");
}

TEST_F(CheckFix, LeavesAFileWithErrorsAlone) {
  std::string broken(kOther);
  broken.replace(broken.find("2026-03-01"), 10, "yesterday!");
  folder_.write("kb/incidents/old/b.md", broken);
  const RunResult result = fix();
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(
      result.out.find("incidents/old/b.md: left alone: it has errors, or something else would "
                      "be read of it\n3 things mended in 1 file.\n"),
      std::string::npos)
      << result.out;
  EXPECT_EQ(read_file(folder_ / "kb/incidents/old/b.md"), broken);
}

// Both sites say the same afterwards, but for the words of the heading and the lines as written.
TEST_F(CheckFix, ChangesNothingOfWhatIsRead) {
  const auto shown = [this] {
    nlohmann::json json = nlohmann::json::parse(
        run_debrief({"--root", (folder_ / "kb").string(), "show", "a", "--json"}).out);
    for (nlohmann::json& section : json["sections"]) section.erase("heading");
    return json;
  };
  const nlohmann::json before = shown();
  fix();
  EXPECT_EQ(shown(), before);
}

// The sample has every spelling there is.
TEST(CheckFixOnTheSample, ChangesNothingOfWhatIsRead) {
  const TemporaryFolder folder;
  const fs::path root = folder / "kb";
  copy_content(root);
  const auto run = [&root](std::vector<std::string> more) {
    more.insert(more.begin(), {"--root", root.string()});
    return run_debrief(more);
  };
  const std::vector<std::string> actions = {"actions", "--json", "--today", "2026-11-22",
                                            "--drafts"};
  const std::string before = run(actions).out;
  const RunResult fixed = run({"check", "--fix", "--drafts", "--today", "2026-11-22"});
  EXPECT_EQ(fixed.status, 0) << fixed.err;
  EXPECT_EQ(fixed.out.find("left alone"), std::string::npos) << fixed.out;
  EXPECT_EQ(fixed.out.find("\n0 things mended"), std::string::npos) << fixed.out;
  EXPECT_EQ(run(actions).out, before);
  const RunResult again = run({"check", "--fix", "--drafts", "--today", "2026-11-22"});
  EXPECT_TRUE(again.out.starts_with("0 things mended in 0 files.\n")) << again.out;
}

}  // namespace
}  // namespace debrief
