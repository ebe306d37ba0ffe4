// The same content gives, on the same day, the same bytes: on any machine, in any folder, at any
// place of the world, with any number of threads.

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// Writes the tree file by file, so that folders list their entries in another order, all of them
// changed at `time`.
void write_backwards(const Tree& tree, const TemporaryFolder& folder, fs::file_time_type time) {
  for (auto file = tree.rbegin(); file != tree.rend(); ++file) {
    folder.write(file->first, file->second);
    fs::last_write_time(folder / file->first, time);
  }
}

std::string german_locale() {
  for (const char* name : {"de_DE.utf8", "de_DE.UTF-8"}) {
    if (fs::exists(fs::path("/usr/lib/locale") / name)) return name;
  }
  return "C.UTF-8";
}

TEST(ReproducibleBuild, DependsOnNothingButTheContent) {
  const TemporaryFolder first;
  const TemporaryFolder second;
  copy_content(first / "here");
  write_backwards(read_tree(first / "here"), second,
                  fs::file_time_type::clock::now() - std::chrono::hours(24 * 365));

  RunOptions kiritimati;
  kiritimati.environment = {{"TZ", "Pacific/Kiritimati"}, {"LC_ALL", "C"}};
  kiritimati.umask = 0022;
  kiritimati.working_directory = first / "here/incidents";
  const RunResult one = run_debrief({"build", "--jobs", "1", "--today", "2026-11-21"}, kiritimati);
  ASSERT_EQ(0, one.status) << one.err;

  RunOptions st_johns;
  st_johns.environment = {
      {"TZ", "America/St_Johns"}, {"LC_ALL", german_locale()}, {"LANG", "tr_TR.UTF-8"}};
  st_johns.umask = 0077;
  st_johns.working_directory = "/";
  const RunResult two =
      run_debrief({"build", "--jobs", "2", "--today", "2026-11-21", "--root",
                   second.path().string(), "--output", (second / "other place/out").string()},
                  st_johns);
  ASSERT_EQ(0, two.status) << two.err;

  const Tree expected = read_tree(first / "here/site");
  EXPECT_TRUE(expected.contains("internal/search/index/manifest.bin"));
  EXPECT_TRUE(expected.contains("public/search/index/manifest.bin"));
  EXPECT_GT(expected.size(), 200u);
  EXPECT_EQ("", differences(expected, read_tree(second / "other place/out")));
}

TEST(ReproducibleBuild, GivesTheSameOverAnOldSiteAsAfresh) {
  const TemporaryFolder folder;
  copy_content(folder / "kb");
  const std::vector<std::string> build = {"build", "--root", (folder / "kb").string(), "--today",
                                          "2026-11-21"};
  ASSERT_EQ(0, run_debrief(build).status);
  const Tree fresh = read_tree(folder / "kb/site");

  // Once more over itself, and back from a site with less in it.
  ASSERT_EQ(0, run_debrief(build).status);
  EXPECT_EQ("", differences(fresh, read_tree(folder / "kb/site")));
  fs::rename(folder / "kb/pages", folder / "pages");
  ASSERT_EQ(0, run_debrief(build).status);
  EXPECT_NE("", differences(fresh, read_tree(folder / "kb/site")));
  fs::rename(folder / "pages", folder / "kb/pages");
  ASSERT_EQ(0, run_debrief(build).status);
  EXPECT_EQ("", differences(fresh, read_tree(folder / "kb/site")));
}

TEST(ReproducibleBuild, GivesEachSiteTheSameAloneAsTogether) {
  const TemporaryFolder folder;
  copy_content(folder / "kb");
  const std::string root = (folder / "kb").string();
  ASSERT_EQ(0, run_debrief({"build", "--root", root, "--today", "2026-11-21"}).status);
  for (const std::string view : {"internal", "public"}) {
    const std::string output = (folder / ("only-" + view)).string();
    ASSERT_EQ(0, run_debrief({"build", "--root", root, "--today", "2026-11-21", "--view", view,
                              "--output", output})
                     .status);
    EXPECT_EQ("", differences(read_tree(folder / ("kb/site/" + view)),
                              read_tree(folder / ("only-" + view + "/" + view))));
  }
}

}  // namespace
}  // namespace debrief
