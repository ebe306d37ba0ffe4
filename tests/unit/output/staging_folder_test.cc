#include "generator/output/staging_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "generator/base/error.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

TEST(StagingFolder, IsBesideTheDestinationAndGoesAway) {
  const TemporaryFolder folder;
  {
    const StagingFolder staging(folder / "site");
    EXPECT_EQ(staging.new_site(), folder / ".site.staging/new");
    EXPECT_EQ(folder.listing(), ".site.staging/lock: \n.site.staging/new/\n");
  }
  EXPECT_EQ(folder.listing(), "");
}

TEST(StagingFolder, LeavesFilesAloneThatAreNotItsOwn) {
  const TemporaryFolder folder;
  folder.write(".site.staging/notes.txt", "mine");
  { const StagingFolder staging(folder / "site"); }
  EXPECT_EQ(folder.listing(), ".site.staging/notes.txt: mine\n");
}

TEST(StagingFolder, RestoresASiteThatAKilledBuildHadMovedAway) {
  const TemporaryFolder folder;
  folder.write(".site.staging/old/index.html", "old");
  folder.write(".site.staging/new/index.html", "new");
  { const StagingFolder staging(folder / "site"); }
  EXPECT_EQ(folder.listing(), "site/index.html: old\n");
}

TEST(StagingFolder, RemovesTheOldSiteOnceThereIsANewOne) {
  const TemporaryFolder folder;
  folder.write(".site.staging/old/index.html", "old");
  folder.write("site/index.html", "new");
  { const StagingFolder staging(folder / "site"); }
  EXPECT_EQ(folder.listing(), "site/index.html: new\n");
}

TEST(StagingFolder, NeverRemovesTheOnlySiteThereIs) {
  const TemporaryFolder folder;
  folder.write("site/index.html", "old");
  {
    const StagingFolder staging(folder / "site");
    fs::rename(folder / "site", staging.old_site());
  }
  EXPECT_EQ(folder.listing(), ".site.staging/old/index.html: old\n");
}

class ReplaceFolder : public testing::TestWithParam<decltype(&replace_folder)> {
 protected:
  void replace() { GetParam()(folder_ / "new", folder_ / "site", folder_ / "old"); }

  std::string failure() {
    try {
      replace();
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing was thrown";
  }

  const TemporaryFolder folder_;
};

TEST_P(ReplaceFolder, PutsTheNewSiteInThePlaceOfTheOld) {
  folder_.write("site/index.html", "old");
  folder_.write("new/index.html", "new");
  replace();
  EXPECT_EQ(folder_.read("site/index.html"), "new");
}

TEST_P(ReplaceFolder, LeavesTheOldSiteIfThereIsNoNewOne) {
  folder_.write("site/index.html", "old");
  EXPECT_EQ(failure(), "cannot replace the site '" + (folder_ / "site").string() +
                           "': No such file or directory");
  EXPECT_EQ(folder_.listing(), "site/index.html: old\n");
}

INSTANTIATE_TEST_SUITE_P(StagingFolder, ReplaceFolder,
                         testing::Values(&replace_folder, &replace_by_renames),
                         [](const auto& test) {
                           return test.index == 0 ? "ByExchange" : "ByRenames";
                         });

TEST(ReplaceFolderAtFirst, NeedsNoOldSite) {
  const TemporaryFolder folder;
  folder.write("new/index.html", "new");
  replace_folder(folder / "new", folder / "site", folder / "old");
  EXPECT_EQ(folder.listing(), "site/index.html: new\n");
}

}  // namespace
}  // namespace debrief
