// `new`: a post-mortem is started while the incident is fresh.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

class NewCommand : public testing::Test {
 protected:
  NewCommand() { copy_content(root()); }

  fs::path root() const { return folder_ / "kb"; }
  std::string run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--root", root().string(), "new"});
    return transcript_of(arguments, root());
  }
  std::string bytes_of(const std::string& path) const {
    std::ifstream file(root() / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  TemporaryFolder folder_;
};

TEST_F(NewCommand, FilesDatesAndNumbersItAndNamesWhatWasLikeIt) {
  EXPECT_EQ(
      run({"Card payments are slow again", "--service", "Checkout", "--severity", "p2", "--started",
           "2026-11-20 08:15"}),
      "[ROOT]/incidents/2026/2026-11-20-card-payments-are-slow-again.md\n"
      "\n"
      "Similar incidents in the past:\n"
      "  2025-11-28 PM-2025-013 Paylantic slows down, and every way to pay goes down with it\n"
      "    Checkout | Card, slow, payments\n"
      "  2026-03-17 PM-2026-004 A retry with a new key charges 1,318 cards twice\n"
      "    Checkout | Card, slow, payments\n"
      "  2026-11-03 PM-2026-009 A new kind of payment event stops the ledger's import\n"
      "    Checkout | payments\n"
      "exit 0\n");
  EXPECT_THAT(bytes_of("incidents/2026/2026-11-20-card-payments-are-slow-again.md"),
              testing::StartsWith("---\n"
                                  "id: PM-2026-013\n"
                                  "title: Card payments are slow again\n"
                                  "status: draft\n"
                                  "visibility: internal\n"
                                  "severity: SEV2\n"
                                  "services: [checkout]\n"
                                  "causes: []\n"
                                  "trigger:\n"
                                  "started: 2026-11-20T08:15:00+01:00\n"));
}

// Two people begin on one day, each on a branch: merged, the base would not build.
TEST(NewCommandInARepository, TakesNoIdThatAnotherBranchHas) {
  ScratchRepository repository;
  const TemporaryFolder& root = repository.folder();
  root.write("debrief.yaml", std::string(kConfig));
  root.write("incidents/2026/a.md", "---\nid: PM-2026-001\ntitle: A\ndate: 2026-02-01\n---\n");
  repository.commit("Ann", "2026-02-02T03:04:05Z");
  const auto id_of = [&root](const std::string& title, const std::string& path) {
    const RunResult result = run_debrief(
        {"--root", root.path().string(), "new", title, "--started", "2026-02-15T14:32:00Z"});
    EXPECT_EQ(result.status, 0) << result.err;
    const std::string text = root.read(path);
    return text.substr(4, text.find('\n', 4) - 4);
  };
  repository.git({"checkout", "-q", "-b", "bell"});
  EXPECT_EQ(id_of("Bell", "incidents/2026/2026-02-15-bell.md"), "id: PM-2026-002");
  repository.commit("Ann", "2026-02-16T03:04:05Z");
  repository.git({"checkout", "-q", "main"});
  EXPECT_EQ(id_of("Fog", "incidents/2026/2026-02-15-fog.md"), "id: PM-2026-003");
}

TEST_F(NewCommand, TheNewPostMortemBuilds) {
  run({"Card payments: slow \"again\"", "--started", "2026-11-20"});
  const RunResult built = run_debrief({"--root", root().string(), "build", "--drafts"});
  EXPECT_EQ(built.err, "");
  EXPECT_EQ(built.status, 0);
}

TEST_F(NewCommand, EveryBuiltInTemplateBuilds) {
  for (const std::string name : {"compact", "engineering-review", "five-whys", "full",
                                 "learning-review", "review-meeting", "sre"}) {
    run({"Trial of " + name, "--started", "2026-11-20", "--template", name});
  }
  const RunResult built = run_debrief({"--root", root().string(), "build", "--drafts"});
  EXPECT_EQ(built.err, "");
  EXPECT_EQ(built.status, 0);
}

TEST_F(NewCommand, NeverOverwrites) {
  run({"Disk full", "--started", "2026-11-20"});
  const std::string before = bytes_of("incidents/2026/2026-11-20-disk-full.md");
  EXPECT_EQ(run({"Disk full", "--started", "2026-11-20"}),
            "! debrief: [ROOT]/incidents/2026/2026-11-20-disk-full.md exists already; nothing was "
            "written\n"
            "exit 2\n");
  EXPECT_EQ(bytes_of("incidents/2026/2026-11-20-disk-full.md"), before);
}

TEST_F(NewCommand, SaysWhatItCannotUse) {
  EXPECT_EQ(run({}),
            "! debrief: a post-mortem needs a title: debrief new \"What happened\"\nexit 2\n");
  EXPECT_EQ(run({"T", "--service", "chekcout"}),
            "! debrief: there is no service 'chekcout' in services.yaml; did you mean 'checkout'?\n"
            "exit 2\n");
  EXPECT_EQ(
      run({"T", "--severity", "SEV9"}),
      "! debrief: there is no severity 'SEV9' in the scale: SEV1, SEV2, SEV3, SEV4\nexit 2\n");
  EXPECT_EQ(run({"T", "--started", "yesterday"}),
            "! debrief: 'yesterday' is no time such as 2026-02-15T14:32+01:00, or day such as "
            "2026-02-15, for --started\n"
            "exit 2\n");
  EXPECT_EQ(run({"T", "--template", "compcat"}),
            "! debrief: there is no template 'compcat'; did you mean 'compact'?; 'debrief new "
            "--list-templates' lists them\n"
            "exit 2\n");
}

TEST_F(NewCommand, WorksWhileOtherFilesAreBroken) {
  std::ofstream(root() / "incidents/2026/broken.md") << "no front matter\n";
  EXPECT_THAT(run({"Disk full", "--started", "2026-11-20"}),
              testing::StartsWith("[ROOT]/incidents/2026/2026-11-20-disk-full.md\n"));
}

TEST_F(NewCommand, ListsTheTemplates) {
  EXPECT_THAT(
      run({"--list-templates"}),
      testing::AllOf(testing::HasSubstr("\npost-mortem"), testing::HasSubstr(" (the default)"),
                     testing::HasSubstr("\nsre                 In the order of the postmortems "
                                        "of Google's SRE book\n")));
}

TEST_F(NewCommand, StartsAnEmptyKnowledgeBase) {
  fs::remove_all(root());
  fs::create_directories(root());
  std::ofstream(root() / "debrief.yaml") << "title: T\n";
  EXPECT_EQ(run({"Disk full", "--started", "2026-11-20"}),
            "[ROOT]/incidents/2026/2026-11-20-disk-full.md\nexit 0\n");
}

}  // namespace
}  // namespace debrief
