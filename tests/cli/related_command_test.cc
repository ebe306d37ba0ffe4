// `related`: has this happened before?

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"

namespace debrief {
namespace {

class RelatedCommand : public testing::Test {
 protected:
  RelatedCommand() {
    folder_.write("kb/debrief.yaml", kConfig);
    folder_.write("kb/causes.yaml", "- {id: capacity, name: Capacity}\n");
    write("a", "PM-1", "Pool runs dry", "causes: [capacity]",
          "Connections leaked; quotes timed out.");
    write("b", "PM-2", "Quotes are slow", "causes: [capacity]", "A leaking pool of connections.");
    write("c", "PM-3", "Certificate expires", "repeats: [PM-1]", "At night, nobody was told.");
    write("d", "PM-4", "Disk is full", "", "Logs.");
  }

  void write(const std::string& file, const std::string& id, const std::string& title,
             const std::string& more, const std::string& text) const {
    folder_.write("kb/incidents/" + file + ".md", "---\nid: " + id + "\ntitle: " + title +
                                                      "\nstarted: 2026-02-01T10:00:00Z\n" + more +
                                                      "\n---\n\n" + text + "\n");
  }

  std::string run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--root", (folder_ / "kb").string(), "related"});
    return transcript_of(arguments, folder_.path());
  }

  TemporaryFolder folder_;
};

TEST_F(RelatedCommand, SaysWhatIsNamedAndWhatIsAlike) {
  EXPECT_EQ(run({"pm-1"}),
            "PM-3  Certificate expires\n"
            "    repeats this one\n"
            "PM-2  Quotes are slow\n"
            "    Capacity | Pool, quotes, Connections, leaked\n"
            "exit 0\n");
  EXPECT_EQ(run({"incidents/d.md"}), "No other post-mortem is like it.\nexit 0\n");
}

TEST_F(RelatedCommand, TellsProgramsTheSame) {
  const RunResult result =
      run_debrief({"--root", (folder_ / "kb").string(), "related", "PM-1", "--json"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto report = nlohmann::json::parse(result.out);
  EXPECT_EQ(report["repeated_by"][0]["id"], "PM-3");
  EXPECT_EQ(report["similar"][0]["id"], "PM-2");
  EXPECT_EQ(report["similar"][0]["causes"][0], "capacity");
}

TEST_F(RelatedCommand, KnowsWhatWasMeant) {
  EXPECT_EQ(run({"PM-11"}),
            "! debrief: there is no post-mortem with the id or path 'PM-11'; did you mean 'PM-1'?\n"
            "exit 2\n");
}

}  // namespace
}  // namespace debrief
