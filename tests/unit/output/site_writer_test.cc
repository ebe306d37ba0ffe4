#include "generator/output/site_writer.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

const std::string kMarker =
    ".debrief-site: Debrief made this folder, and every build replaces it as a whole: keep "
    "nothing here.\n\n";

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

ino_t inode(const fs::path& path) {
  struct stat status = {};
  return ::lstat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

class SiteWriterTest : public testing::Test {
 protected:
  // A site of one file.
  void publish(const std::string& text) {
    SiteWriter writer(site());
    writer.view("internal").write("index.html", text);
    writer.commit();
  }

  // What a SiteWriter for the destination says when it refuses.
  std::string refusal(const fs::path& destination) {
    return message_of([&] { SiteWriter writer(destination); });
  }

  std::string not_ours() const {
    return "'" + site().string() +
           "' was not made by debrief and is not empty; choose another folder, or remove what is "
           "in it";
  }

  fs::path site() const { return folder_ / "site"; }
  fs::path page() const { return site() / "internal/index.html"; }

  TemporaryFolder folder_;
};

TEST_F(SiteWriterTest, WritesAFolderForEachView) {
  SiteWriter writer(site());
  writer.view("internal").write("index.html", "internal home");
  writer.view("internal").write("incidents/2026/a/index.html", "A");
  writer.view("internal").write("incidents/2026/b/index.html", "B");
  writer.view("public").write("index.html", "public home");
  writer.view("public").write("empty.txt", "");
  writer.commit();
  EXPECT_EQ(folder_.listing("site"), kMarker +
                                         "internal/incidents/2026/a/index.html: A\n"
                                         "internal/incidents/2026/b/index.html: B\n"
                                         "internal/index.html: internal home\n"
                                         "public/empty.txt: \n"
                                         "public/index.html: public home\n");
}

TEST_F(SiteWriterTest, LeavesNothingElseBehind) {
  publish("old");
  publish("new");
  EXPECT_EQ(folder_.listing(), "site/" + kMarker + "site/internal/index.html: new\n");
}

TEST_F(SiteWriterTest, PublishesNothingWithoutCommit) {
  publish("old");
  {
    SiteWriter writer(site());
    writer.view("internal").write("index.html", "new");
    writer.scratch("parts");
    EXPECT_EQ(TemporaryFolder::read_file(page()), "old");
  }
  EXPECT_EQ(folder_.listing(), "site/" + kMarker + "site/internal/index.html: old\n");
}

TEST_F(SiteWriterTest, LeavesNoDestinationIfTheFirstBuildFails) {
  { SiteWriter(site()).view("internal").write("index.html", "new"); }
  EXPECT_EQ(folder_.listing(), "");
}

TEST_F(SiteWriterTest, LeavesTheOldSiteIfABuildThrows) {
  publish("old");
  EXPECT_THROW(
      {
        SiteWriter writer(site());
        writer.view("internal").write("index.html", "new");
        writer.view("internal").write("index.html", "new again");
        writer.commit();
      },
      Error);
  EXPECT_EQ(folder_.listing(), "site/" + kMarker + "site/internal/index.html: old\n");
}

TEST_F(SiteWriterTest, RemovesWhatTheNewSiteHasNot) {
  {
    SiteWriter writer(site());
    writer.view("internal").write("gone.html", "");
    writer.view("public").write("index.html", "");
    writer.commit();
  }
  publish("new");
  EXPECT_EQ(folder_.listing("site"), kMarker + "internal/index.html: new\n");
}

TEST_F(SiteWriterTest, CarriesEqualFilesOver) {
  const std::string large(200'000, 'x');
  const auto build = [&](const std::string& changing, const std::string& tail) {
    SiteWriter writer(site());
    writer.view("internal").write("same/page.html", "same");
    writer.view("internal").write("same/large.html", large);
    writer.view("internal").write("same/empty.html", "");
    writer.view("internal").write("changing.html", changing);
    writer.view("internal").write("tail.html", large + tail);
    writer.view("public").write("same/page.html", "same");
    writer.commit();
  };
  build("one", "a");
  const fs::path internal = site() / "internal";
  const ino_t page = inode(internal / "same/page.html");
  const ino_t large_page = inode(internal / "same/large.html");
  const ino_t empty = inode(internal / "same/empty.html");
  const ino_t changing = inode(internal / "changing.html");
  const ino_t tail = inode(internal / "tail.html");
  const ino_t public_page = inode(site() / "public/same/page.html");
  build("two", "b");
  EXPECT_EQ(inode(internal / "same/page.html"), page);
  EXPECT_EQ(inode(internal / "same/large.html"), large_page);
  EXPECT_EQ(inode(internal / "same/empty.html"), empty);
  EXPECT_NE(inode(internal / "changing.html"), changing);
  EXPECT_NE(inode(internal / "tail.html"), tail);
  EXPECT_EQ(inode(site() / "public/same/page.html"), public_page);
  EXPECT_NE(page, public_page) << "views must not share files";
  EXPECT_EQ(folder_.read("site/internal/changing.html"), "two");
  EXPECT_EQ(folder_.read("site/internal/tail.html"), large + "b");
}

TEST_F(SiteWriterTest, NeverWritesIntoAFileOfTheOldSite) {
  publish("old");
  fs::create_hard_link(page(), folder_ / "deployed.html");
  publish("new");
  EXPECT_EQ(folder_.read("deployed.html"), "old");
  publish("new");
  EXPECT_EQ(folder_.read("deployed.html"), "old");
}

TEST_F(SiteWriterTest, DoesNotCarryOverWhatOnlyLooksLikeAFile) {
  publish("same");
  fs::rename(page(), folder_ / "elsewhere.html");
  fs::create_symlink(folder_ / "elsewhere.html", page());
  publish("same");
  EXPECT_FALSE(fs::is_symlink(page()));
  EXPECT_NE(inode(page()), inode(folder_ / "elsewhere.html"));
  EXPECT_EQ(TemporaryFolder::read_file(page()), "same");
}

TEST_F(SiteWriterTest, WritesAgainWhatSomebodyChanged) {
  publish("good");
  folder_.write("site/internal/index.html", "bad!");
  publish("good");
  EXPECT_EQ(TemporaryFolder::read_file(page()), "good");
}

TEST_F(SiteWriterTest, KeepsAViewThatIsNotBuilt) {
  {
    SiteWriter writer(site());
    writer.view("internal").write("index.html", "internal home");
    writer.view("internal").write("a/b/c.html", "C");
    writer.view("public").write("index.html", "public home");
    writer.commit();
  }
  const ino_t kept = inode(site() / "internal/a/b/c.html");
  {
    SiteWriter writer(site());
    writer.keep("internal");
    writer.keep("press");  // There is none.
    writer.view("public").write("index.html", "public home, changed");
    writer.commit();
  }
  EXPECT_EQ(folder_.listing("site"), kMarker +
                                         "internal/a/b/c.html: C\n"
                                         "internal/index.html: internal home\n"
                                         "public/index.html: public home, changed\n");
  EXPECT_EQ(inode(site() / "internal/a/b/c.html"), kept);
}

TEST_F(SiteWriterTest, DoesNotKeepAViewThatIsBuilt) {
  publish("old");
  SiteWriter writer(site());
  writer.view("internal").write("index.html", "new");
  const std::string staged = (folder_ / ".site.staging/new/internal").string();
  EXPECT_EQ(message_of([&] { writer.keep("internal"); }),
            "cannot create the folder '" + staged + "': File exists");
}

TEST_F(SiteWriterTest, GivesPathsToLibrariesThatWriteThemselves) {
  SiteWriter writer(site());
  const fs::path file = writer.staged_file("internal", "search/0/index.db");
  EXPECT_TRUE(fs::is_directory(file.parent_path()));
  EXPECT_FALSE(fs::exists(file));
  std::ofstream(file) << "database";
  EXPECT_EQ(message_of([&] { writer.view("internal").write("search/0/index.db", ""); }),
            "two files of the site have the same path: 'search/0/index.db'");
  EXPECT_THROW(writer.staged_file("internal", "../outside"), Error);
  writer.commit();
  EXPECT_EQ(folder_.listing("site"), kMarker + "internal/search/0/index.db: database\n");
}

TEST_F(SiteWriterTest, HasRoomForIntermediateFiles) {
  SiteWriter writer(site());
  const fs::path parts = writer.scratch("parts");
  EXPECT_TRUE(fs::is_empty(parts));
  struct stat scratch = {};
  struct stat top = {};
  ASSERT_EQ(::stat(parts.c_str(), &scratch), 0);
  ASSERT_EQ(::stat(folder_.path().c_str(), &top), 0);
  EXPECT_EQ(scratch.st_dev, top.st_dev);
  std::ofstream(parts / "1") << "part";
  EXPECT_NE(writer.scratch("others"), parts);
  EXPECT_TRUE(fs::is_empty(writer.scratch("parts"))) << "asked for again, it is empty again";
  writer.commit();
  EXPECT_EQ(folder_.listing(), "site/" + kMarker);
}

TEST_F(SiteWriterTest, RefusesNamesThatAreNoSingleFolder) {
  SiteWriter writer(site());
  for (const std::string name : {"", "..", ".", "a/b", "/", "a\\b"}) {
    EXPECT_THROW(writer.view(name), Error) << name;
    EXPECT_THROW(writer.keep(name), Error) << name;
    EXPECT_THROW(writer.scratch(name), Error) << name;
  }
}

TEST_F(SiteWriterTest, IsWrittenToBySeveralThreads) {
  SiteWriter writer(site());
  parallel_for(1000, 4, [&](std::size_t i) {
    const std::string path = std::to_string(i % 50) + '/' + std::to_string(i) + "/index.html";
    writer.view(i % 2 == 0 ? "internal" : "public").write(path, std::to_string(i));
  });
  writer.commit();
  for (std::size_t i = 0; i < 1000; ++i) {
    const std::string number = std::to_string(i);
    EXPECT_EQ(folder_.read(std::string("site/") + (i % 2 == 0 ? "internal/" : "public/") +
                           std::to_string(i % 50) + '/' + number + "/index.html"),
              number);
  }
}

TEST_F(SiteWriterTest, ReplacesAnEmptyFolder) {
  fs::create_directory(site());
  publish("new");
  EXPECT_EQ(TemporaryFolder::read_file(page()), "new");
}

TEST_F(SiteWriterTest, RefusesAFolderThatIsNotOurs) {
  folder_.write("site/thesis.txt", "years of work");
  EXPECT_EQ(refusal(site()), not_ours());
  EXPECT_EQ(folder_.listing(), "site/thesis.txt: years of work\n");
}

TEST_F(SiteWriterTest, RefusesWhatCameIntoItsPlaceDuringTheBuild) {
  SiteWriter writer(site());
  writer.view("internal").write("index.html", "new");
  folder_.write("site/thesis.txt", "years of work");
  EXPECT_EQ(message_of([&] { writer.commit(); }), not_ours());
  EXPECT_EQ(folder_.listing("site"), "thesis.txt: years of work\n");
}

TEST_F(SiteWriterTest, RefusesAFile) {
  folder_.write("site", "a file");
  EXPECT_EQ(refusal(site()),
            "cannot write a site to '" + site().string() + "', which is no folder");
  EXPECT_EQ(folder_.listing(), "site: a file\n");
}

TEST_F(SiteWriterTest, RefusesTheRootOfTheFileSystem) {
  EXPECT_EQ(refusal("/"), "a site cannot replace '/'");
}

TEST_F(SiteWriterTest, RefusesAMountPoint) {
  if (!fs::exists("/dev/shm")) GTEST_SKIP() << "no mount point to test with";
  EXPECT_EQ(refusal("/dev/shm"),
            "cannot replace '/dev/shm', which is a mount point; choose a folder within it");
}

TEST_F(SiteWriterTest, RefusesASecondBuild) {
  publish("old");
  SiteWriter first(site());
  first.view("internal").write("index.html", "first");
  EXPECT_EQ(refusal(site()),
            "another build is writing to '" + site().string() + "'; wait for it to end");
  SiteWriter elsewhere(folder_ / "other");
  first.commit();
  EXPECT_EQ(TemporaryFolder::read_file(page()), "first");
  publish("second");
  EXPECT_EQ(TemporaryFolder::read_file(page()), "second");
}

TEST_F(SiteWriterTest, ClearsWhatAKilledBuildLeft) {
  publish("old");
  folder_.write(".site.staging/lock", "");
  folder_.write(".site.staging/new/internal/stale.html", "stale");
  folder_.write(".site.staging/scratch/parts/1", "stale");
  publish("new");
  EXPECT_EQ(folder_.listing(), "site/" + kMarker + "site/internal/index.html: new\n");
}

TEST_F(SiteWriterTest, DoesNotFollowALinkInThePlaceOfItsStagingFolder) {
  folder_.write("precious/new/thesis.txt", "years of work");
  fs::create_directory_symlink("precious", folder_ / ".site.staging");
  EXPECT_EQ(refusal(site()), "'" + (folder_ / ".site.staging").string() +
                                 "' is in the way; it is no folder of a build");
  EXPECT_EQ(folder_.read("precious/new/thesis.txt"), "years of work");
}

TEST_F(SiteWriterTest, TakesTheDestinationAsPeopleWriteIt) {
  struct Row {
    const char* name;
    fs::path destination;
  };
  fs::create_directory(folder_ / "real");
  fs::create_directory_symlink("real", folder_ / "link");
  fs::create_directory_symlink(folder_.path(), folder_ / "up");
  const fs::path before = fs::current_path();
  fs::current_path(folder_.path());
  const Row rows[] = {
      {"trailing slash", folder_ / "real/"},
      {"relative", "real"},
      {"relative with a trailing slash", "real/"},
      {"with a dot", "./real"},
      {"with dots", "real/../real/."},
      {"link to the folder", folder_ / "link"},
      {"link with a trailing slash", folder_ / "link/"},
      {"below a link", folder_ / "up/real"},
  };
  for (const Row& row : rows) {
    {
      SiteWriter writer(row.destination);
      writer.view("internal").write("index.html", row.name);
      writer.commit();
    }
    EXPECT_EQ(folder_.read("real/internal/index.html"), row.name);
    EXPECT_TRUE(fs::is_symlink(folder_ / "link")) << row.name;
  }
  fs::current_path(before);
}

TEST_F(SiteWriterTest, RefusesALinkThatLeadsNowhere) {
  fs::create_directory_symlink("gone", folder_ / "link");
  EXPECT_EQ(refusal(folder_ / "link"),
            "cannot write a site to '" + (folder_ / "link").string() + "', which is no folder");
}

TEST_F(SiteWriterTest, CreatesTheFoldersAboveTheDestination) {
  {
    SiteWriter writer(folder_ / "a/b/site");
    writer.view("internal").write("index.html", "deep");
    writer.commit();
  }
  EXPECT_EQ(folder_.read("a/b/site/internal/index.html"), "deep");
}

TEST_F(SiteWriterTest, NamesFoldersThatItCannotCreate) {
  folder_.write("file", "");
  const std::string parent = (folder_ / "file/sub").string();
  EXPECT_EQ(refusal(folder_ / "file/sub/site"),
            "cannot create the folder '" + parent + "': Not a directory");
}

}  // namespace
}  // namespace debrief
