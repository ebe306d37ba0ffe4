#include "generator/scaffold/new_knowledge_base.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

std::vector<SourceFile> made(std::string_view title, Forges forges = Forges::both,
                             std::string_view folder = "") {
  return new_knowledge_base({std::string(title), forges, std::string(folder)});
}

std::vector<std::string> paths_of(const std::vector<SourceFile>& files) {
  std::vector<std::string> paths;
  for (const SourceFile& file : files) paths.push_back(file.path);
  return paths;
}

std::string text_of(const std::vector<SourceFile>& files, std::string_view path) {
  const auto found = std::ranges::find(files, path, &SourceFile::path);
  return found == files.end() ? "" : found->bytes;
}

Files files_with(std::string_view title) {
  Files files;
  for (SourceFile& file : made(title)) {
    files.emplace_back(std::move(file.path), std::move(file.bytes));
  }
  return files;
}

TEST(NewKnowledgeBase, HasAFileOfEachKindAndDebriefYamlLast) {
  EXPECT_THAT(
      paths_of(made("T")),
      testing::ElementsAre(
          ".ci/debrief", ".ci/publish", ".ci/release", ".editorconfig",
          ".github/pull_request_template.md", ".github/workflows/postmortems.yml", ".gitignore",
          ".gitlab-ci.yml", ".gitlab/merge_request_templates/Default.md", ".pre-commit-config.yaml",
          ".vscode/post-mortem.code-snippets", ".vscode/post-mortem.schema.json",
          ".vscode/settings.json", ".vscode/tasks.json", "CODEOWNERS", "README.md", "causes.yaml",
          "incidents/2026/2026-01-20-sign-in-mails-do-not-arrive.md", "netlify.toml",
          "pages/how-we-write-post-mortems.md", "pages/severities.md", "people.yaml",
          "redactions.yaml", "services.yaml", "debrief.yaml"));
}

TEST(NewKnowledgeBase, HasTheFilesOfOneForgeOrOfNone) {
  const auto lacks = [](Forges forges) {
    const std::vector<std::string> there = paths_of(made("T", forges));
    std::vector<std::string> missing = paths_of(made("T"));
    std::erase_if(missing, [&](const std::string& path) {
      return std::ranges::find(there, path) != there.end();
    });
    return missing;
  };
  EXPECT_THAT(lacks(Forges::github),
              testing::ElementsAre(".gitlab-ci.yml", ".gitlab/merge_request_templates/Default.md"));
  EXPECT_THAT(lacks(Forges::gitlab), testing::ElementsAre(".github/pull_request_template.md",
                                                          ".github/workflows/postmortems.yml"));
  EXPECT_THAT(
      lacks(Forges::none),
      testing::ElementsAre(".ci/debrief", ".ci/publish", ".ci/release",
                           ".github/pull_request_template.md", ".github/workflows/postmortems.yml",
                           ".gitlab-ci.yml", ".gitlab/merge_request_templates/Default.md",
                           ".pre-commit-config.yaml", "CODEOWNERS", "netlify.toml"));
  EXPECT_EQ(text_of(made("T", Forges::none), "README.md").find(".ci/"), std::string::npos);
  EXPECT_NE(text_of(made("T"), "README.md").find("\n## Review\n"), std::string::npos);
  EXPECT_EQ(text_of(made("T"), "README.md").find("<!-- ci"), std::string::npos);
}

// CI and owners read their files in the folder of the repository.
TEST(NewKnowledgeBase, KnowsItsFolderInABiggerRepository) {
  const std::vector<SourceFile> files = made("T", Forges::both, "docs/post mortems (new)");
  const auto line_of = [&](std::string_view path, std::string_view start) {
    const std::string text = text_of(files, path);
    const std::size_t at = text.find(start);
    return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
  };
  EXPECT_EQ(line_of(".github/workflows/postmortems.yml", "KNOWLEDGE_BASE:"),
            "KNOWLEDGE_BASE: docs/post mortems (new)  # the folder of debrief.yaml");
  EXPECT_EQ(line_of(".gitlab-ci.yml", "KNOWLEDGE_BASE:"),
            "KNOWLEDGE_BASE: docs/post mortems (new)  # the folder of debrief.yaml");
  EXPECT_EQ(line_of("CODEOWNERS", "/docs"),
            R"(/docs/post\ mortems\ (new)/debrief.yaml @your-company/publication)");
  EXPECT_EQ(line_of("CODEOWNERS", "# /"),
            R"(# /docs/post\ mortems\ (new)/incidents/ @your-company/publication)");
  EXPECT_EQ(line_of(".pre-commit-config.yaml", "entry:"),
            R"(entry: sh docs/post\ mortems\ \(new\)/.ci/debrief check --drafts)");
  EXPECT_EQ(line_of(".pre-commit-config.yaml", "files:"),
            R"(files: ^docs/post mortems \(new\)/incidents/.*\.md$)");
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
