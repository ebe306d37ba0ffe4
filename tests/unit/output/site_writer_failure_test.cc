// What a build that fails half-way leaves: the old site, whole.

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <utility>

#include "generator/base/error.h"
#include "generator/output/site_writer.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr int kFiles = 40;

// A site all of whose files hold the number of the build that made it.
void build(const fs::path& destination, int generation) {
  SiteWriter writer(destination);
  OutputSink& view = writer.view("internal");
  for (int i = 0; i < kFiles; ++i) {
    view.write(fmt::format("{}/{}.html", i % 7, i), std::to_string(generation));
  }
  view.write("constant.html", "carried over from build to build");
  writer.commit();
}

// The numbers that the files of a site hold, with the count of files: "40 x 7".
std::string generations(const fs::path& destination) {
  std::set<std::string> numbers;
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(destination / "internal")) {
    if (!entry.is_regular_file() || entry.path().filename() == "constant.html") continue;
    numbers.insert(TemporaryFolder::read_file(entry.path()));
    ++files;
  }
  std::string text = fmt::format("{} x", files);
  for (const std::string& number : numbers) text += ' ' + number;
  return text;
}

TEST(SiteWriterKilled, LeavesAWholeSite) {
  const TemporaryFolder folder;
  const fs::path site = folder / "site";
  build(site, 0);
  std::mt19937 random(20260215);
  std::uniform_int_distribution<int> microseconds(0, 20'000);
  for (int round = 1; round <= 20; ++round) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      for (int generation = round * 1'000'000;; ++generation) build(site, generation);
    }
    std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random)));
    kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "it ended by itself";

    const std::string seen = generations(site);
    EXPECT_EQ(seen.substr(0, 5), "40 x ") << "round " << round;
    EXPECT_EQ(seen.find(' ', 5), std::string::npos) << "mixed in round " << round << ": " << seen;
  }
  build(site, -1);
  EXPECT_EQ(generations(site), "40 x -1");
  EXPECT_FALSE(fs::exists(folder / ".site.staging"));
}

// Runs in a process of its own, since the limit is for good.
int build_with_small_files(const fs::path& site) {
  signal(SIGXFSZ, SIG_IGN);
  const rlimit limit = {4096, 4096};
  setrlimit(RLIMIT_FSIZE, &limit);
  try {
    SiteWriter writer(site);
    writer.view("internal").write("small.html", "fits");
    writer.view("internal").write("large.html", std::string(10'000, 'x'));
    writer.commit();
  } catch (const Error& error) {
    const std::string expected =
        "cannot write '" + (site.parent_path() / ".site.staging/new/internal/large.html").string() +
        "': File too large";
    return error.what() == expected ? 0 : 1;
  }
  return 2;
}

TEST(SiteWriterOutOfSpace, LeavesTheOldSite) {
  const TemporaryFolder folder;
  build(folder / "site", 7);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) _exit(build_with_small_files(folder / "site"));
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(WEXITSTATUS(status), 0) << "1: another message, 2: no exception";
  EXPECT_EQ(generations(folder / "site"), "40 x 7");
  EXPECT_FALSE(fs::exists(folder / ".site.staging"));
}

class SmallDisk {
 public:
  explicit SmallDisk(fs::path path) : path_(std::move(path)) {
    fs::create_directory(path_);
    is_mounted_ = mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=1m") == 0;
  }
  ~SmallDisk() {
    if (is_mounted_) umount(path_.c_str());
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool is_mounted() const { return is_mounted_; }

 private:
  fs::path path_;
  bool is_mounted_ = false;
};

TEST(SiteWriterOutOfSpace, NamesTheFullDisk) {
  const TemporaryFolder folder;
  const fs::path disk = folder / "disk";
  const SmallDisk mounted(disk);
  if (!mounted.is_mounted()) GTEST_SKIP() << "only root may mount a small disk";
  build(disk / "site", 7);
  std::string message = "nothing was thrown";
  try {
    SiteWriter writer(disk / "site");
    for (int i = 0; i < 20; ++i) {
      writer.view("internal").write(fmt::format("{:02}.html", i), std::string(100'000, 'x'));
    }
    writer.commit();
  } catch (const Error& error) {
    message = error.what();
  }
  // Which file it was depends on the size of the disk's blocks.
  const std::string staged = (disk / ".site.staging/new/internal/").string();
  EXPECT_TRUE(message.starts_with("cannot write '" + staged)) << message;
  EXPECT_TRUE(message.ends_with(".html': No space left on device")) << message;
  EXPECT_EQ(generations(disk / "site"), "40 x 7");
  EXPECT_FALSE(fs::exists(disk / ".site.staging"));
}

}  // namespace
}  // namespace debrief
