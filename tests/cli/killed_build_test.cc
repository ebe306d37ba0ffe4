// Whatever happens to a build, the output folder is wholly the old site or wholly the new one.

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::duration_cast;
using std::chrono::microseconds;

constexpr int kIncidents = 300;

// A knowledge base whose every file bears the mark of a generation.
void write_generation(const TemporaryFolder& folder, int generation) {
  folder.write("kb/debrief.yaml", kConfig);
  for (int i = 0; i < kIncidents; ++i) {
    folder.write(
        fmt::format("kb/incidents/{:03}.md", i),
        fmt::format("---\ntitle: Lamp {0} goes out in generation-{1}\nstarted: 2025-{2:02}-{3:02}\n"
                    "status: published\nvisibility: public\n---\n\n## Summary\n\n"
                    "The lamp number {0} of generation-{1} was dark for {4} minutes.\n",
                    i, generation, 1 + i / 28 % 12, 1 + i % 28, i * 7 % 60));
  }
}

class KilledBuild : public testing::Test {
 protected:
  std::vector<std::string> build_into(const std::string& output) const {
    return {"build",
            "--today",
            "2026-11-21",
            "--root",
            (folder_ / "kb").string(),
            "--output",
            (folder_ / output).string()};
  }
  // What the generation looks like when nothing disturbs its build.
  Tree reference(int generation) {
    write_generation(folder_, generation);
    const Clock::time_point start = Clock::now();
    EXPECT_EQ(0, run_debrief(build_into("reference")).status);
    duration_ = duration_cast<microseconds>(Clock::now() - start);
    Tree tree = read_tree(folder_ / "reference");
    fs::remove_all(folder_ / "reference");
    return tree;
  }

  TemporaryFolder folder_;
  microseconds duration_{};
};

TEST_F(KilledBuild, LeavesTheOldSiteOrTheNewOne) {
  constexpr int kKills = 20;
  std::mt19937 random(20260314);
  const std::vector<Tree> generations = {reference(0), reference(1)};
  ASSERT_NE("", differences(generations[0], generations[1]));
  for (const auto& [path, bytes] : generations[0]) {
    // What is about incidents; of those that are not over there are none.
    if (path.find("/incidents/") == std::string::npos || path.find("/api/") != std::string::npos) {
      continue;
    }
    ASSERT_EQ(std::string::npos, bytes.find("generation-1")) << path;
    ASSERT_NE(std::string::npos, bytes.find("generation-0")) << path;
  }

  write_generation(folder_, 0);
  ASSERT_EQ(0, run_debrief(build_into("site")).status);
  std::size_t present = 0;
  int killed = 0;
  for (int i = 0; i < kKills; ++i) {
    // The content changes each time that the site has caught up with it.
    const std::size_t wanted = 1 - present;
    write_generation(folder_, static_cast<int>(wanted));
    // One moment in each twentieth of the time that a build takes, and a little longer.
    const double part = (i + std::uniform_real_distribution<>(0, 1)(random)) / kKills * 1.05;
    RunOptions options;
    options.kill_after = duration_cast<microseconds>(duration_ * part);
    const RunResult result = run_debrief(build_into("site"), options);
    killed += result.status == 128 + SIGKILL ? 1 : 0;

    const Tree tree = read_tree(folder_ / "site");
    if (differences(generations[wanted], tree).empty()) {
      present = wanted;
    } else {
      ASSERT_NE(0, result.status);
      ASSERT_EQ("", differences(generations[present], tree))
          << "killed after " << options.kill_after.count() << " microseconds";
    }

    // Every other time the next build is allowed to end, over what the killed one left.
    if (i % 2 == 1) {
      ASSERT_EQ(0, run_debrief(build_into("site")).status);
      ASSERT_EQ("", differences(generations[wanted], read_tree(folder_ / "site")));
      ASSERT_FALSE(fs::exists(folder_ / ".site.staging"));
      present = wanted;
    }
  }
  EXPECT_GE(killed, kKills / 2) << "too few builds were killed for this test to say anything";
}

TEST_F(KilledBuild, OfAFirstSiteLeavesNothingInItsPlace) {
  const Tree complete = reference(0);
  for (const double part : {0.2, 0.5, 0.8}) {
    RunOptions options;
    options.kill_after = duration_cast<microseconds>(duration_ * part);
    const RunResult result = run_debrief(build_into("site"), options);
    if (result.status == 128 + SIGKILL && fs::exists(folder_ / "site")) {
      EXPECT_EQ("", differences(complete, read_tree(folder_ / "site")));
    }
    ASSERT_EQ(0, run_debrief(build_into("site")).status);
    EXPECT_EQ("", differences(complete, read_tree(folder_ / "site")));
    fs::remove_all(folder_ / "site");
  }
}

// The first is stopped in the middle of its work, so that it is sure to be there for the second.
TEST_F(KilledBuild, ASecondBuildAtTheSameTimeIsRefused) {
  const Tree complete = reference(0);
  RunningProgram first(DEBRIEF_PROGRAM, build_into("site"));
  const Clock::time_point end = Clock::now() + std::chrono::seconds(20);
  while (!fs::exists(folder_ / ".site.staging/new/internal") && Clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  first.send(SIGSTOP);
  ASSERT_FALSE(fs::exists(folder_ / "site")) << "the first build was over too soon";

  EXPECT_EQ(R"(! debrief: another build is writing to '[ROOT]/site'; wait for it to end
exit 2
)",
            transcript_of(build_into("site"), folder_.path()));
  EXPECT_EQ(0, run_debrief(build_into("elsewhere")).status);

  first.send(SIGCONT);
  EXPECT_EQ(R"([ROOT]/site/internal: 300 post-mortems, [N] pages
[ROOT]/site/public: 300 post-mortems, [N] pages
exit 0
)",
            transcript(first.wait(std::chrono::seconds(20)), folder_.path()));
  EXPECT_EQ("", differences(complete, read_tree(folder_ / "site")));
}

// A small file system of its own, gone with the object.
class SmallDisk {
 public:
  explicit SmallDisk(const fs::path& folder) : folder_(folder) {
    fs::create_directories(folder);
    is_mounted_ = ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=2m") == 0;
  }
  ~SmallDisk() {
    if (is_mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool is_mounted() const { return is_mounted_; }

 private:
  fs::path folder_;
  bool is_mounted_;
};

TEST_F(KilledBuild, AFullDiskLeavesTheOldSite) {
  const SmallDisk disk(folder_ / "disk");
  if (!disk.is_mounted()) GTEST_SKIP() << "only root can mount a disk";
  folder_.write("kb/debrief.yaml", kConfig);
  folder_.write("kb/incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
  ASSERT_EQ(0, run_debrief(build_into("disk/site")).status);
  const Tree before = read_tree(folder_ / "disk/site");

  write_generation(folder_, 0);
  const RunResult result = run_debrief(build_into("disk/site"));
  EXPECT_EQ("", result.out);
  EXPECT_TRUE(result.err.starts_with("debrief: ")) << result.err;
  EXPECT_NE(std::string::npos, result.err.find("No space left on device")) << result.err;
  EXPECT_EQ(2, result.status);
  EXPECT_EQ("", differences(before, read_tree(folder_ / "disk/site")));
  EXPECT_FALSE(fs::exists(folder_ / "disk/.site.staging"));

  // The program says no more about a disk of its own than that it cannot be replaced.
  EXPECT_EQ(
      R"(! debrief: cannot replace '[ROOT]/disk', which is a mount point; choose a folder within it
exit 2
)",
      transcript_of(build_into("disk"), folder_.path()));
}

// Files may get larger the further a build comes, up to the search index; each is refused in turn.
TEST_F(KilledBuild, AFileThatCannotBeWrittenInFullLeavesTheOldSite) {
  folder_.write("kb/debrief.yaml", kConfig);
  folder_.write("kb/incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
  ASSERT_EQ(0, run_debrief(build_into("site")).status);
  const Tree before = read_tree(folder_ / "site");

  write_generation(folder_, 0);
  for (const std::uint64_t bytes : {1000, 5000, 30000, 60000}) {
    RunOptions options;
    options.largest_file = bytes;
    const RunResult result = run_debrief(build_into("site"), options);
    EXPECT_EQ(2, result.status) << bytes << result.err;
    EXPECT_EQ("", differences(before, read_tree(folder_ / "site"))) << bytes;
    EXPECT_FALSE(fs::exists(folder_ / ".site.staging")) << bytes;
  }
}

}  // namespace
}  // namespace debrief
