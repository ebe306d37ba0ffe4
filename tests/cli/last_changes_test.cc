// Days of last changes: what git says of texts, on the internal site; never on the public one.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kPublicText = "All is well.\n";

void write_base(const TemporaryFolder& folder) {
  folder.write("debrief.yaml", kConfig);
  folder.write("incidents/a.md", public_incident("Lamp out", kPublicText));
  folder.write("incidents/b.md", "---\ntitle: Nobody knows\nstarted: 2026-01-02\n---\n\nText.\n");
  folder.write("pages/g.md", "---\ntitle: How we work\nvisibility: public\n---\n\nText.\n");
  folder.write(".gitignore", "site/\n");
}

Tree built(const TemporaryFolder& folder, const std::string& view) {
  const RunResult result = run_debrief({"build", "--root", folder.path().string()});
  EXPECT_EQ(0, result.status) << result.err;
  return read_tree(folder / ("site/" + view));
}

std::string page_of(const Tree& site, const std::string& title) {
  for (const auto& [path, bytes] : site) {
    if (path.ends_with("index.html") && bytes.find("<h1") != std::string::npos &&
        bytes.find(title + "</h1>") != std::string::npos) {
      return bytes;
    }
  }
  return "";
}

TEST(LastChanges, AreOnTheInternalSiteAlone) {
  ScratchRepository repository;
  write_base(repository.folder());
  repository.commit("Ann Lee", "2026-03-14T22:30:00-05:00");
  const Tree internal = built(repository.folder(), "internal");
  const std::string said =
      "Last changed <time datetime=\"2026-03-15T03:30:00Z\">15 March 2026</time>";
  for (const char* title : {"Lamp out", "Nobody knows", "How we work"}) {
    EXPECT_THAT(page_of(internal, title), HasSubstr(said)) << title;
  }
  EXPECT_THAT(internal.at("sitemap.xml"), HasSubstr("<lastmod>2026-03-15T03:30:00Z</lastmod>"));
  EXPECT_THAT(internal.at("feed.xml"), HasSubstr("<updated>2026-03-15T03:30:00Z</updated>"));
  for (const auto& [path, bytes] : read_tree(repository.folder() / "site/public")) {
    EXPECT_THAT(bytes, Not(HasSubstr("T03:30:00"))) << path;
    EXPECT_THAT(bytes, Not(HasSubstr("Ann Lee"))) << path;
  }
}

// An edit of what the public cannot see is not seen, neither that it was made nor when.
TEST(LastChanges, OfInternalTextsLeaveThePublicSiteAsItIs) {
  ScratchRepository one;
  write_base(one.folder());
  one.commit("Ann", "2026-01-01T12:00:00Z");

  ScratchRepository other;
  write_base(other.folder());
  other.commit("Ann", "2026-02-02T12:00:00Z");
  other.folder().write("incidents/c.md",
                       "---\ntitle: Another\nstarted: 2026-01-03\n---\n\nText.\n");
  other.folder().write(
      "incidents/a.md",
      public_incident("Lamp out", std::string(kPublicText) +
                                      "\n<!-- internal -->\n\nAn internal remark.\n\n"
                                      "<!-- /internal -->\n"));
  other.commit("Bob", "2026-04-04T12:00:00Z");

  EXPECT_EQ("", differences(built(one.folder(), "public"), built(other.folder(), "public")));
  EXPECT_NE("", differences(read_tree(one.folder() / "site/internal"),
                            read_tree(other.folder() / "site/internal")));
}

TEST(LastChanges, DependOnTheCommitAlone) {
  ScratchRepository repository;
  write_base(repository.folder());
  repository.commit("Ann", "2026-01-01T12:00:00Z");
  const Tree first = built(repository.folder(), "internal");
  const TemporaryFolder folder;
  repository.git({"clone", "-q", repository.folder().path().string(), (folder / "kb").string()});
  ASSERT_EQ(0, run_debrief({"build", "--root", (folder / "kb").string()}).status);
  EXPECT_EQ("", differences(first, read_tree(folder / "kb/site/internal")));
}

TEST(LastChanges, OfAShallowHistoryAreAWarningAndNotOnThePublicSiteAlone) {
  ScratchRepository repository;
  write_base(repository.folder());
  repository.commit("Ann", "2026-01-01T12:00:00Z");
  repository.folder().write("incidents/b.md",
                            "---\ntitle: New\nstarted: 2026-01-02\n---\n\nText.\n");
  repository.commit("Ann", "2026-01-02T12:00:00Z");
  const TemporaryFolder folder;
  repository.git({"clone", "-q", "--depth", "1", "file://" + repository.folder().path().string(),
                  (folder / "kb").string()});
  const std::string root = (folder / "kb").string();
  const RunResult both = run_debrief({"build", "--root", root});
  EXPECT_EQ(0, both.status);
  EXPECT_THAT(both.err, HasSubstr("[shallow-history]"));
  EXPECT_THAT(page_of(read_tree(folder / "kb/site/internal"), "Lamp out"),
              Not(HasSubstr("Last changed")));
  EXPECT_EQ("", run_debrief({"build", "--root", root, "--view", "public"}).err);
}

}  // namespace
}  // namespace debrief
