#include "generator/scaffold/new_knowledge_base.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

Files files_with(std::string_view title) {
  Files files;
  for (SourceFile& file : new_knowledge_base(title)) {
    files.emplace_back(std::move(file.path), std::move(file.bytes));
  }
  return files;
}

TEST(NewKnowledgeBase, HasAFileOfEachKindAndDebriefYamlLast) {
  std::vector<std::string> paths;
  for (const SourceFile& file : new_knowledge_base("T")) paths.push_back(file.path);
  EXPECT_THAT(paths, testing::ElementsAre(
                         ".gitignore", "README.md", "causes.yaml",
                         "incidents/2026/2026-01-20-sign-in-mails-do-not-arrive.md",
                         "pages/how-we-write-post-mortems.md", "pages/severities.md", "people.yaml",
                         "redactions.yaml", "services.yaml", "debrief.yaml"));
}

TEST(NewKnowledgeBase, ReadsWithoutAWord) {
  const ReadKnowledgeBase read = read_all(files_with("Acme post-mortems"));
  EXPECT_EQ(read.problems, "");
  ASSERT_EQ(read.kb.incidents.size(), 1);
  const Report& example = read.kb.incidents.front().report;
  EXPECT_EQ(example.status, Status::published);
  EXPECT_FALSE(example.actions.empty());
}

// What other tools call a severity is known whether or not somebody began with `init`.
TEST(NewKnowledgeBase, WritesOutTheScaleThatAKnowledgeBaseHasAnyhow) {
  const auto labels = [](const Files& files) {
    std::vector<std::string> all;
    for (const SeverityLevel& level : read_all(files).kb.config.severities) {
      all.insert(all.end(), {level.id, level.name});
      all.insert(all.end(), level.aliases.begin(), level.aliases.end());
    }
    return all;
  };
  EXPECT_EQ(labels(files_with("T")), labels({{"debrief.yaml", "title: T\n"}}));
}

TEST(NewKnowledgeBase, HasItsTitleWhateverThatSays) {
  for (const std::string title :
       {"Acme post-mortems", "Acme: what \"went\" wrong", "yes", "2026-01-20", "# 1", "{path}",
        "C:\\new\\table", "Störungen – 障害", "'", "title: x", "a\xE2\x80\xA8z"}) {
    const ReadKnowledgeBase read = read_all(files_with(title));
    EXPECT_EQ(read.problems, "");
    EXPECT_EQ(read.kb.config.title, title);
    EXPECT_EQ(read.kb.config.public_view.title, title);
  }
}

TEST(NewKnowledgeBase, IsNamedAfterItsFolder) {
  EXPECT_EQ(title_of_folder("postmortems"), "Postmortems");
  EXPECT_EQ(title_of_folder("acme-post_mortems.git"), "Acme post mortems git");
  EXPECT_EQ(title_of_folder("Störungen"), "Störungen");
  EXPECT_EQ(title_of_folder("障害"), "障害");
  EXPECT_EQ(title_of_folder(""), "Post-mortems");
  EXPECT_EQ(title_of_folder("2026-01"), "Post-mortems");
  EXPECT_EQ(title_of_folder("caf\xE9"), "Post-mortems");
}

}  // namespace
}  // namespace debrief
