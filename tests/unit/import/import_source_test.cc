// Which files of a folder are taken for post-mortems, and what reading them safely means.

#include "generator/import/import_source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "generator/base/error.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

class ImportSource : public testing::Test {
 protected:
  // A line for each text, each skipped file and each problem; the folder itself reads as "[F]".
  std::string read(const std::vector<fs::path>& names) {
    Diagnostics diagnostics;
    const ImportSources sources = read_import_sources(names, folder_ / "kb", diagnostics);
    std::string shown;
    for (const auto& text : sources.texts) shown += text.path + "\n";
    for (const SkippedSource& skipped : sources.skipped) {
      shown += "skipped " + skipped.path + ": " + skipped.reason + "\n";
    }
    for (const Diagnostic& problem : diagnostics.sorted()) shown += to_string(problem) + "\n";
    for (std::size_t at = 0; (at = shown.find(folder_.path().string(), at)) != std::string::npos;) {
      shown.replace(at, folder_.path().string().size(), "[F]");
    }
    return shown;
  }

  std::string error_of(const fs::path& name) {
    try {
      read({name});
    } catch (const Error& error) {
      std::string text = error.what();
      const std::size_t at = text.find(folder_.path().string());
      if (at != std::string::npos) text.replace(at, folder_.path().string().size(), "[F]");
      return text;
    }
    return "no error";
  }

  TemporaryFolder folder_;
};

TEST_F(ImportSource, FindsPostMortems) {
  folder_.write("posts/b.md", "x");
  folder_.write("posts/a/c.markdown", "x");
  folder_.write("posts/PM-1 - v1.2 broke", "# Broke\n\n## Summary\n");
  folder_.write("posts/Makefile", "# Builds all\nall:\n");
  folder_.write("posts/script", "#!/bin/sh\n# A script\n");
  folder_.write("posts/notes.txt", "# Notes\n\n- x\n");
  folder_.write("posts/graph.png", "x");
  folder_.write("posts/.hidden.md", "x");
  folder_.write("posts/_draft.md", "x");
  folder_.write("posts/_drafts/x.md", "x");
  folder_.write("posts/README.md", "x");
  folder_.write("posts/LICENSE", "x");
  folder_.write("posts/CHANGELOG.md", "x");
  EXPECT_EQ(R"([F]/posts/PM-1 - v1.2 broke
[F]/posts/a/c.markdown
[F]/posts/b.md
skipped [F]/posts/CHANGELOG.md: a file about the collection
skipped [F]/posts/LICENSE: a file about the collection
skipped [F]/posts/README.md: a file about the collection
)",
            read({folder_ / "posts"}));
}

TEST_F(ImportSource, TakesAFileThatIsNamed) {
  folder_.write("2021-05-29-disk/README.md", "x");
  folder_.write("notes.txt", "x");
  EXPECT_EQ(
      "[F]/2021-05-29-disk/README.md\n[F]/notes.txt\n",
      read({folder_ / "2021-05-29-disk/README.md", folder_ / "notes.txt", folder_ / "notes.txt"}));
}

TEST_F(ImportSource, FollowsNoLinks) {
  folder_.write("secret.md", "x");
  folder_.write("posts/a.md", "x");
  fs::create_symlink(folder_ / "secret.md", folder_ / "posts/b.md");
  fs::create_directory_symlink(folder_.path(), folder_ / "posts/up");
  EXPECT_EQ(R"([F]/posts/a.md
skipped [F]/posts/b.md: a symbolic link; name what it leads to
skipped [F]/posts/up: a symbolic link; name what it leads to
)",
            read({folder_ / "posts"}));
}

TEST_F(ImportSource, ReportsWhatCannotBeRead) {
  folder_.write("posts/a.md", std::string((1 << 20) + 1, 'x'));
  folder_.write("posts/b", std::string((1 << 20) + 1, 'x'));
  folder_.write("posts/c.md", "x");
  ASSERT_EQ(0, ::mkfifo((folder_ / "posts/d.md").c_str(), 0600));
  EXPECT_EQ(
      R"([F]/posts/c.md
[F]/posts/a.md: error: the file has 1048577 bytes, more than the 1048576 that it may have [unreadable-file]
[F]/posts/d.md: error: is neither a file nor a folder [unreadable-file]
)",
      read({folder_ / "posts"}));
}

TEST_F(ImportSource, RefusesWhatIsInTheKnowledgeBase) {
  folder_.write("kb/incidents/2021/a.md", "x");
  folder_.write("b.md", "x");
  EXPECT_EQ("'[F]/kb/incidents/2021' is in this knowledge base already",
            error_of(folder_ / "kb/incidents/2021"));
  EXPECT_EQ("cannot read '[F]/gone': No such file or directory", error_of(folder_ / "gone"));
  EXPECT_EQ("[F]/b.md\nskipped [F]/kb/: this knowledge base itself\n", read({folder_.path()}));
}

TEST_F(ImportSource, ReadsPicturesBesideTheTextOnly) {
  const std::string picture("GIF89a\x01\x00\x01\x00\x00\x00\x00;", 14);
  folder_.write("outside.gif", picture);
  folder_.write("posts/img/a b.gif", picture);
  folder_.write("posts/text.gif", "no picture");
  fs::create_symlink(folder_ / "outside.gif", folder_ / "posts/link.gif");
  const debrief::ImportSource source{"posts/a.md", folder_ / "posts/a.md", folder_ / "posts", ""};
  EXPECT_EQ(picture, read_picture(source, "img/a b.gif"));
  EXPECT_FALSE(read_picture(source, "../outside.gif"));
  EXPECT_FALSE(read_picture(source, "link.gif"));
  EXPECT_FALSE(read_picture(source, "text.gif"));
  EXPECT_FALSE(read_picture(source, "gone.gif"));
  EXPECT_FALSE(read_picture(source, (folder_ / "outside.gif").string()));
}

}  // namespace
}  // namespace debrief
