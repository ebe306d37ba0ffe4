// Knowledge bases that are not like the sample: empty, tiny, huge, oddly named, or with a theme of
// their own.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class UnusualContent : public testing::Test {
 protected:
  void SetUp() override { folder_.write("debrief.yaml", kConfig); }

  std::string build() {
    return transcript_of({"build", "--root", folder_.path().string()}, folder_.path());
  }

  TemporaryFolder folder_;
};

TEST_F(UnusualContent, WithATitleAloneBuildsBothSites) {
  folder_.write("debrief.yaml", "title: Lighthouse\n");
  EXPECT_EQ(R"([ROOT]/site/internal: 0 post-mortems, [N] pages
[ROOT]/site/public: 0 post-mortems, [N] pages
! debrief.yaml: warning: views.internal.base_url is not given; feeds and the sitemap will name http://127.0.0.1:8000/ [no-base-url]
! debrief.yaml: warning: views.public.base_url is not given; feeds and the sitemap will name http://127.0.0.1:8000/ [no-base-url]
! 0 errors, 2 warnings
exit 0
)",
            build());
  for (const std::string view : {"internal", "public"}) {
    EXPECT_THAT(folder_.read("site/" + view + "/index.html"), HasSubstr("Lighthouse"));
    EXPECT_EQ("0 results.\nFewer filters or other words may find more.\nexit 0\n",
              transcript_of({"search", "quux", "--view", view, "--root", folder_.path().string()},
                            folder_.path()));
  }
}

TEST_F(UnusualContent, WithNothingInItsConfigurationBuilds) {
  for (const char* text : {"", "\n", "# Nothing yet\n", "---\n"}) {
    folder_.write("debrief.yaml", text);
    EXPECT_EQ(0, run_debrief({"build", "--root", folder_.path().string()}).status) << text;
  }
}

TEST_F(UnusualContent, WithOnePublicPostMortemBuilds) {
  folder_.write("incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
  EXPECT_EQ(R"([ROOT]/site/internal: 1 post-mortem, [N] pages
[ROOT]/site/public: 1 post-mortem, [N] pages
exit 0
)",
            build());
  EXPECT_THAT(folder_.read("site/public/incidents/2026-03-04-the-lamp-goes-out/index.html"),
              HasSubstr("It was dark."));
}

TEST_F(UnusualContent, WithMissingImagesAndLinksIsBuiltWithWarnings) {
  folder_.write("incidents/lamp/index.md",
                public_incident("Lamp", "![Graph](gone.png) and [text](../nothing.md)."));
  EXPECT_EQ(R"([ROOT]/site/internal: 1 post-mortem, [N] pages
[ROOT]/site/public: 1 post-mortem, [N] pages
! incidents/lamp/index.md:10: warning: 'gone.png' is no picture of this knowledge base; it is shown as text [missing-image]
! incidents/lamp/index.md:10: warning: '../nothing.md' is no file of this knowledge base; it is shown as text [broken-link]
! 0 errors, 2 warnings
exit 0
)",
            build());
}

TEST_F(UnusualContent, IsNeverReadThroughALinkThatLeavesIt) {
  const TemporaryFolder elsewhere;
  elsewhere.write("secret.md", public_incident("Secret", "Do not read."));
  fs::create_directory(folder_ / "incidents");
  fs::create_symlink(elsewhere / "secret.md", folder_ / "incidents/file.md");
  fs::create_directory_symlink(elsewhere.path(), folder_ / "incidents/folder");
  fs::create_symlink("nowhere", folder_ / "incidents/nowhere.md");
  EXPECT_EQ(
      fmt::format(
          R"(! incidents/file.md: error: symbolic link to '{0}/secret.md' leaves the knowledge base; copy the file instead [link-leaves-root]
! incidents/folder: error: symbolic link to '{0}' leaves the knowledge base; copy the file instead [link-leaves-root]
! incidents/nowhere.md: error: symbolic link to 'nowhere' cannot be followed: No such file or directory [unreadable-file]
! 3 errors, 0 warnings
! Nothing was written.
exit 1
)",
          elsewhere.path().string()),
      build());
}

TEST_F(UnusualContent, OfThreeMegabytesInOneFileIsRefused) {
  std::string text = public_incident("Log", "");
  while (text.size() < 3'000'000) text += "The lamp was dark.\n";
  folder_.write("incidents/log.md", text);
  EXPECT_EQ(
      fmt::format(
          R"(! incidents/log.md: error: the file has {} bytes, more than the 1048576 that a text may have [file-too-large]
! 1 error, 0 warnings
! Nothing was written.
exit 1
)",
          text.size()),
      build());
}

TEST_F(UnusualContent, OfNearlyAMegabyteInOneFileIsBuiltInTime) {
  std::string text = public_incident("Log", "");
  while (text.size() < 1'000'000) text += "- **The _lamp_** was [dark](https://example.com).\n\n";
  folder_.write("incidents/log.md", text);
  RunOptions options;
  options.kill_after = std::chrono::seconds(30);
  EXPECT_EQ(0, run_debrief({"build", "--root", folder_.path().string()}, options).status);
}

TEST_F(UnusualContent, InFilesOfAnyNameHasSafeAddresses) {
  const std::vector<std::pair<std::string, std::string>> names = {
      {"a b", "a-b"},
      {"it's", "its"},
      {"say \"x\"", "say-x"},
      {"100% dark", "100-dark"},
      {"a&b<c>", "a-b-c"},
      {"#hash?q", "hash-q"},
      {"größe 灯台", "grosse-灯台"},
      {"%2e%2e", "2e-2e"},
      {"$(id)", "id"},
  };
  for (const auto& [name, address] : names) {
    folder_.write("incidents/" + name + ".md",
                  "---\ntitle: Lamp\nstarted: 2026-01-02\n---\n\nDark.\n");
  }
  const RunResult result = run_debrief({"build", "--root", folder_.path().string()});
  EXPECT_EQ("", result.err);
  EXPECT_EQ(0, result.status);
  for (const auto& [name, address] : names) {
    EXPECT_TRUE(fs::exists(folder_ / ("site/internal/incidents/" + address + "/index.html")))
        << name;
  }
}

TEST_F(UnusualContent, InAFolderOfAnyNameIsBuiltAndSearched) {
  const std::string root = (folder_ / "größe \"x\" %20\n$(id) '").string();
  fs::create_directories(fs::path(root) / "incidents");
  fs::copy(folder_ / "debrief.yaml", fs::path(root) / "debrief.yaml");
  EXPECT_EQ(0, run_debrief({"build", "--root", root}).status);
  EXPECT_EQ(0, run_debrief({"search", "x", "--root", root}).status);
}

TEST_F(UnusualContent, MayHaveAThemeOfItsOwn) {
  folder_.write("debrief.yaml", std::string(kConfig) + "theme: mine\n");
  folder_.write("incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
  folder_.write("themes/mine/templates/status.mustache", "<p>Mine: {{site.title}}</p>\n");
  folder_.write("themes/other/templates/home.mustache", "<p>{{nonsense}}</p>\n");
  EXPECT_EQ(R"([ROOT]/site/internal: 1 post-mortem, [N] pages
[ROOT]/site/public: 1 post-mortem, [N] pages
exit 0
)",
            build());
  EXPECT_EQ("<p>Mine: Lighthouse</p>\n", folder_.read("site/public/index.html"));
  // The rest comes from the built-in theme.
  EXPECT_THAT(folder_.read("site/public/incidents/2026-03-04-the-lamp-goes-out/index.html"),
              HasSubstr("<!doctype html>"));
}

TEST_F(UnusualContent, WithATemplateThatCannotWorkLeavesTheOldSite) {
  folder_.write("incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
  ASSERT_EQ(0, run_debrief({"build", "--root", folder_.path().string()}).status);
  const Tree before = read_tree(folder_ / "site");

  folder_.write("debrief.yaml", std::string(kConfig) + "theme: mine\n");
  folder_.write("themes/mine/templates/home.mustache", "<p>\n{{page.titel}}\n</p>\n");
  EXPECT_EQ(
      R"(! themes/mine/templates/home.mustache:2:1: error: no page has the name 'page.titel'; did you mean 'title'? [template-unknown-name]
! {{page.titel}}
! ^
! 1 error, 0 warnings
! Nothing was written.
exit 1
)",
      build());
  EXPECT_EQ("", differences(before, read_tree(folder_ / "site")));

  folder_.write("themes/mine/templates/home.mustache", "<p>\n{{#page}}\n</p>\n");
  EXPECT_EQ(
      R"(! themes/mine/templates/home.mustache:2:1: error: the section 'page' has no end: {{/page}} is missing [template-syntax]
! {{#page}}
! ^
! 1 error, 0 warnings
! Nothing was written.
exit 1
)",
      build());
  EXPECT_EQ("", differences(before, read_tree(folder_ / "site")));

  folder_.write("debrief.yaml", std::string(kConfig) + "theme: mien\n");
  EXPECT_EQ(
      R"(! debrief.yaml:5:1: error: there are no files in themes/mien/; 'theme' names a folder in themes/: give one that is there, or run 'debrief theme eject mien'; did you mean 'mine'? [unknown-theme]
! theme: mien
! ^
! 1 error, 0 warnings
! Nothing was written.
exit 1
)",
      build());
  EXPECT_EQ("", differences(before, read_tree(folder_ / "site")));
  EXPECT_FALSE(fs::exists(folder_ / ".site.staging"));
}

TEST_F(UnusualContent, MayBeReadOnlyButForItsOutput) {
  const TemporaryFolder output;
  folder_.write("incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
  const Tree before = read_tree(folder_.path());
  EXPECT_EQ(0, run_debrief({"build", "--root", folder_.path().string(), "--output",
                            (output / "site").string()})
                   .status);
  EXPECT_EQ("", differences(before, read_tree(folder_.path())));
}

}  // namespace
}  // namespace debrief
