// `actions`: the register of action items in the terminal.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"

namespace debrief {
namespace {

class ActionsCommand : public testing::Test {
 protected:
  ActionsCommand() {
    folder_.write("kb/debrief.yaml", kConfig);
    folder_.write("kb/people.yaml",
                  "- {handle: ilkka, name: Ilkka Rautio, role: the engineer, team: bookings}\n");
    folder_.write("kb/incidents/pool.md",
                  "---\nid: PM-1\ntitle: Pool\nstarted: 2026-02-01T10:00:00Z\n---\n\n"
                  "## Action items\n\n"
                  "- [ ] [P1] Alert on the pool - @ilkka - Due 2026-03-01\n"
                  "- [x] Close connections - @ilkka - Due 2026-02-10\n"
                  "- [ ] Write it down\n");
  }

  std::string run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--root", (folder_ / "kb").string(), "actions"});
    return transcript_of(arguments, folder_.path());
  }

  TemporaryFolder folder_;
};

TEST_F(ActionsCommand, ListsWhatIsToBeDoneAndWhatWas) {
  EXPECT_EQ(run({"--today", "2026-03-11"}),
            "overdue  Alert on the pool\n"
            "         Ilkka Rautio | P1 | due 2026-03-01, 10 days late | PM-1\n"
            "open     Write it down\n"
            "         PM-1\n"
            "done     Close connections\n"
            "         Ilkka Rautio | due 2026-02-10 | PM-1\n"
            "\n"
            "3 action items; done: 1 of 3 (33 %); on time: 0 of 1 (0 %)\n"
            "exit 0\n");
}

TEST_F(ActionsCommand, OfOneKindIsShort) {
  EXPECT_EQ(run({"--today", "2026-03-11", "--overdue"}),
            "overdue  Alert on the pool\n"
            "         Ilkka Rautio | P1 | due 2026-03-01, 10 days late | PM-1\n"
            "\n"
            "1 action item\n"
            "exit 0\n");
  EXPECT_EQ(run({"--today", "2026-02-11", "--overdue"}), "0 action items\nexit 0\n");
}

TEST_F(ActionsCommand, AreOfATeamOrOfNobody) {
  EXPECT_EQ(run({"--today", "2026-03-11", "--open", "--team", "Bookings"}),
            "overdue  Alert on the pool\n"
            "         Ilkka Rautio | P1 | due 2026-03-01, 10 days late | PM-1\n"
            "\n"
            "1 action item\n"
            "exit 0\n");
  EXPECT_EQ(run({"--today", "2026-03-11", "--open", "--owner", "nobody"}),
            "open     Write it down\n"
            "         PM-1\n"
            "\n"
            "1 action item\n"
            "exit 0\n");
}

TEST_F(ActionsCommand, TellsProgramsTheSame) {
  const RunResult result = run_debrief({"--root", (folder_ / "kb").string(), "actions", "--today",
                                        "2026-03-11", "--owner", "ilkka", "--json"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto report = nlohmann::json::parse(result.out);
  EXPECT_EQ(report["actions"].size(), 2u);
  EXPECT_EQ(report["actions"][0]["days_late"], 10);
}

TEST_F(ActionsCommand, SaysWhatIsWrong) {
  EXPECT_EQ(run({"--owner", "ilka"}),
            "! debrief: no action item has the owner 'ilka'; did you mean 'ilkka'?\nexit 2\n");
  EXPECT_EQ(run({"--json", "--format", "csv"}),
            "! debrief: --json and --format say different things; --json is enough\nexit 2\n");
}

}  // namespace
}  // namespace debrief
