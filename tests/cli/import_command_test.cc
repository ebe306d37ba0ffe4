// `import`: post-mortems of other tools in, a knowledge base that builds out.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

class ImportCommand : public testing::Test {
 protected:
  ImportCommand() { folder_.write("kb/debrief.yaml", kConfig); }

  std::vector<std::string> command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--root", (folder_ / "kb").string(), "import"});
    return arguments;
  }
  // Run where the sources are, as people do.
  std::string import(const std::vector<std::string>& arguments) const {
    RunOptions options;
    options.working_directory = folder_.path();
    return transcript_of(command(arguments), folder_.path(), options);
  }
  std::string build() const {
    return transcript_of({"--root", (folder_ / "kb").string(), "build"}, folder_.path());
  }

  TemporaryFolder folder_;
};

constexpr std::string_view kDisk = R"(# Disk full

- **Date:** 2021-05-29
- **Severity:** SEV2
- **Duration:** 14:00 - 15:10

## Timeline

- 14:05 - Alert
)";

TEST_F(ImportCommand, AdoptsAPostMortem) {
  folder_.write("posts/disk.md", kDisk);
  EXPECT_EQ(R"(posts/disk.md
  -> incidents/2021/disk.md
    title: Disk full  (first heading)
    severity: SEV2  (line 4)
    started: 2021-05-29T14:00:00Z  (line 5)
    resolved: 2021-05-29T15:10:00Z  (line 5)
    missing: services, causes, authors
    timeline: 1 entry; action items: 0

1 imported, 1 without services, 1 without causes
exit 0
)",
            import({"posts", "--time-zone", "UTC"}));
  EXPECT_EQ(R"(---
title: Disk full
severity: SEV2
started: 2021-05-29T14:00:00Z
resolved: 2021-05-29T15:10:00Z
---

)" + std::string(kDisk),
            folder_.read("kb/incidents/2021/disk.md"));
  EXPECT_EQ(kDisk, folder_.read("posts/disk.md"));
  EXPECT_THAT(build(), HasSubstr("[ROOT]/kb/site/internal: 1 post-mortem, [N] pages\n"));
}

TEST_F(ImportCommand, SaysThatNobodyKnowsTheZone) {
  folder_.write("posts/disk.md", kDisk);
  EXPECT_THAT(import({"posts", "--dry-run"}),
              HasSubstr("    started: 2021-05-29T14:00:00  (line 5)\n"));
  EXPECT_THAT(
      import({"posts", "--dry-run"}),
      HasSubstr("    ! its times do not say their zone and will be read as UTC; --time-zone "
                "gives one\n"));
  EXPECT_THAT(import({"posts", "--dry-run", "--time-zone", "Europe/Copenhagen"}),
              HasSubstr("    started: 2021-05-29T14:00:00+02:00  (line 5)\n"));
}

TEST_F(ImportCommand, ChangesNothingTheSecondTime) {
  folder_.write("posts/disk.md", kDisk);
  folder_.write("posts/2020-01-02-a/index.md", "# A\n\n![G](g.gif)\n");
  folder_.write("posts/2020-01-02-a/g.gif", std::string("GIF89a\x01\x00\x01\x00\x00\x00\x00;", 14));
  folder_.write("posts/2020-01-03-b.md", "Services: Web\n\nCategory: Disk\n");
  const std::vector<std::string> arguments = {"posts", "--extend-vocabulary"};
  EXPECT_THAT(import(arguments), HasSubstr("3 imported"));
  std::map<std::string, fs::file_time_type> times;
  const Tree before = read_tree(folder_ / "kb");
  EXPECT_TRUE(before.contains("incidents/2020/2020-01-02-a/g.gif"));
  EXPECT_TRUE(before.contains("services.yaml"));
  for (const auto& [path, bytes] : before) times[path] = fs::last_write_time(folder_ / "kb" / path);
  EXPECT_EQ(R"(posts/2020-01-02-a/index.md
  = incidents/2020/2020-01-02-a/index.md: unchanged
posts/2020-01-03-b.md
  = incidents/2020/2020-01-03-b.md: unchanged
posts/disk.md
  = incidents/2021/disk.md: unchanged

0 imported, 3 unchanged
exit 0
)",
            import(arguments));
  EXPECT_EQ("", differences(before, read_tree(folder_ / "kb")));
  for (const auto& [path, time] : times) {
    EXPECT_EQ(time, fs::last_write_time(folder_ / "kb" / path)) << path;
  }
  EXPECT_THAT(build(), HasSubstr("3 post-mortems"));
}

TEST_F(ImportCommand, NeverOverwrites) {
  folder_.write("posts/disk.md", kDisk);
  folder_.write("kb/incidents/2021/disk.md", "mine\n");
  EXPECT_EQ(R"(posts/disk.md
  = incidents/2021/disk.md: exists, left as it is

0 imported, 1 left as they are
exit 0
)",
            import({"posts"}));
  EXPECT_EQ("mine\n", folder_.read("kb/incidents/2021/disk.md"));
}

TEST_F(ImportCommand, WritesNothingInADryRun) {
  folder_.write("posts/disk.md", kDisk);
  const Tree before = read_tree(folder_ / "kb");
  const std::string dry = import({"posts", "--dry-run", "--extend-vocabulary"});
  EXPECT_EQ("", differences(before, read_tree(folder_ / "kb")));
  EXPECT_THAT(dry, HasSubstr("  -> incidents/2021/disk.md\n"));
  EXPECT_THAT(dry, HasSubstr("\n1 to import, "));
}

TEST_F(ImportCommand, GoesOnAfterFilesThatCannotBeRead) {
  folder_.write("posts/binary.md", std::string("\x7F"
                                               "ELF\0\xFF\xFE",
                                               7));
  folder_.write("posts/disk.md", kDisk);
  folder_.write("posts/huge.md", std::string(2 << 20, 'x'));
  folder_.write("posts/open.md", "---\ntitle: Open\n");
  folder_.write("posts/toml.md", "+++\ntitle = Disk\n+++\n");
  const std::string said = import({"posts"});
  EXPECT_THAT(said, HasSubstr("  -> incidents/2021/disk.md\n"));
  EXPECT_THAT(
      said,
      HasSubstr(
          R"(! posts/binary.md:1:6: error: the text is not valid UTF-8; save the file as UTF-8 [invalid-utf8]
! posts/huge.md: error: the file has 2097152 bytes, more than the 1048576 that it may have [unreadable-file]
! posts/open.md:1: error: the front matter does not end; put a line --- after it [front-matter-not-closed]
! ---
! posts/toml.md:2:9: error: this is not valid TOML: )"));
  EXPECT_THAT(said, testing::EndsWith("! 4 errors, 0 warnings\nexit 1\n"));
}

TEST_F(ImportCommand, NeedsASoundVocabulary) {
  folder_.write("posts/disk.md", kDisk);
  folder_.write("kb/services.yaml", "- name: no id\n");
  EXPECT_EQ(R"(! services.yaml:1:3: error: a service needs 'id' [missing-key]
! - name: no id
!   ^
! 1 error, 0 warnings
! Nothing was written.
exit 1
)",
            import({"posts"}));
}

TEST_F(ImportCommand, RefusesWrongUse) {
  folder_.write("posts/disk.md", kDisk);
  EXPECT_EQ("! debrief: cannot read 'gone': No such file or directory\nexit 2\n", import({"gone"}));
  EXPECT_EQ("! debrief: 'kb/incidents' is in this knowledge base already\nexit 2\n", [&] {
    fs::create_directories(folder_ / "kb/incidents");
    return import({"kb/incidents"});
  }());
  EXPECT_EQ(
      "! debrief: 'Europe/Atlantis' is no time zone; --time-zone takes names such as "
      "Europe/Copenhagen or UTC\nexit 2\n",
      import({"posts", "--time-zone", "Europe/Atlantis"}));
  for (const char* folder : {"../x", "/x", "a/../b", "_x", "a//b", "."}) {
    EXPECT_THAT(import({"posts", "--into", folder}),
                StartsWith("! debrief: --into is a folder within incidents/ such as teams/search"))
        << folder;
  }
  EXPECT_FALSE(fs::exists(folder_ / "kb/incidents/2021"));
}

TEST_F(ImportCommand, WritesThroughNoLink) {
  folder_.write("posts/disk.md", kDisk);
  fs::create_directories(folder_ / "elsewhere");
  fs::create_directory_symlink(folder_ / "elsewhere", folder_ / "kb/incidents");
  EXPECT_THAT(import({"posts"}), HasSubstr("a link leads out of the knowledge base\nexit 2\n"));
  EXPECT_TRUE(fs::is_empty(folder_ / "elsewhere"));
}

TEST_F(ImportCommand, TellsProgramsTheSame) {
  folder_.write("posts/disk.md", kDisk);
  RunOptions options;
  options.working_directory = folder_.path();
  const RunResult result = run_debrief(command({"posts", "--json", "--dry-run"}), options);
  EXPECT_EQ(0, result.status) << result.err;
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(true, json["dry_run"]);
  EXPECT_EQ("posts/disk.md", json["incidents"][0]["source"]);
  EXPECT_EQ(R"({"field":"severity","from":"label","line":4,"section":null,"value":"SEV2"})",
            json["incidents"][0]["fields"][1].dump());
  EXPECT_EQ(true, json["incidents"][0]["lacks_zone"]);
}

}  // namespace
}  // namespace debrief
