// `stats`: the trends in the terminal.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"

namespace debrief {
namespace {

class StatsCommand : public testing::Test {
 protected:
  StatsCommand() {
    folder_.write("kb/debrief.yaml", kConfig);
    folder_.write("kb/services.yaml",
                  "- {id: pool, name: Pool, public: yes}\n- {id: desk, name: Desk}\n");
    folder_.write("kb/causes.yaml",
                  "- {id: capacity, name: Capacity, children: [{id: disk, name: Disk full}]}\n");
    folder_.write(
        "kb/incidents/one.md",
        "---\nid: PM-1\ntitle: One\nstatus: published\nvisibility: public\nseverity: SEV1\n"
        "services: [pool]\ncauses: [capacity/disk]\ndetection: alert\n"
        "started: 2026-02-01T10:00:00Z\nresolved: 2026-02-01T10:30:00Z\n"
        "review: {date: 2026-02-02}\n---\n\n"
        "## Action items\n\n- [x] Alert on it - Done 2026-04-02\n- [x] Look at it\n");
    folder_.write("kb/incidents/two.md",
                  "---\nid: PM-2\ntitle: Two\nseverity: SEV2\nservices: [desk]\nrepeats: [PM-1]\n"
                  "started: 2026-04-01T10:00:00Z\n---\n");
    folder_.write("kb/incidents/old.md", "---\nid: PM-0\ntitle: Old\nstarted: 2019\n---\n");
  }

  std::vector<std::string> arguments(const std::vector<std::string>& more) const {
    std::vector<std::string> all = {"--root", (folder_ / "kb").string(), "stats"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  std::string run(const std::vector<std::string>& more) const {
    return transcript_of(arguments(more), folder_.path());
  }

  nlohmann::json json(std::vector<std::string> more) const {
    more.emplace_back("--json");
    const RunResult result = run_debrief(arguments(more));
    EXPECT_EQ(result.status, 0) << result.err;
    return nlohmann::json::parse(result.out);
  }

  TemporaryFolder folder_;
};

TEST_F(StatsCommand, SaysWhatTheTrendsPageSays) {
  EXPECT_EQ(run({"--today", "2026-04-02"}),
            R"(2 incidents from 2026-Q1 to 2026-Q2
Left out, as no month of the start is known: 1

Incidents by severity
           all  SEV1  SEV2  SEV3  SEV4  not stated
  2026-Q1    1     1     -     -     -           -
  2026-Q2    1     -     1     -     -           -
  all        2     1     1     -     -           -

Time from the start: median / 90th percentile, of how many incidents
           to detect  to acknowledge  to mitigate            to resolve  ongoing  no times  in doubt
  2026-Q1          -               -            -  30 min / 30 min of 1        -         -         -
  2026-Q2          -               -            -                     -        1         -         -
  all              -               -            -  30 min / 30 min of 1        1         -         -

Noticed first by, of those that say
               alert  customer  employee  partner  not said
  2026-Q1  1 (100 %)         -         -        -         -
  2026-Q2          -         -         -        -         1
  all      1 (100 %)         -         -        -         1

New and recurring
           new  recurring
  2026-Q1    1          -
  2026-Q2    -          1
  all        1          1

Action items
           opened  closed
  2026-Q1       2       -
  2026-Q2       -       1
  all           2       1
  Done on a day that is not known, so closed in no period: 1

Reviewed within 48 hours of the end
           in time  late  not yet  not said  in doubt
  2026-Q1        1     -        -         -         -
  2026-Q2        -     -        1         -         -
  all            1     -        1         -         -

Post-mortem done within 7 days of the end
           in time  late  not yet  not said  in doubt
  2026-Q1        -     -        -         1         -
  2026-Q2        -     -        1         -         -
  all            -     -        1         1         -

Incidents by service
        2026-Q1  2026-Q2  all
  desk        -        1    1
  pool        1        -    1

Incidents by cause
                 2026-Q1  2026-Q2  all
  capacity             1        -    1
  capacity/disk        1        -    1

Days without an incident
        longest        from          to  present
  pool       60  2026-02-01  2026-04-02       60
exit 0
)");
}

TEST_F(StatsCommand, OfNothingIsShort) {
  EXPECT_EQ(run({"--today", "2026-01-31"}),
            "0 incidents\n"
            "Left out, as no month of the start is known: 1\n"
            "Left out, as they start after today: 2\n"
            "exit 0\n");
}

TEST_F(StatsCommand, TellsProgramsWhichIncidentsAreBehindEachNumber) {
  const nlohmann::json report = json({"--today", "2026-04-02", "--by", "month"});
  EXPECT_EQ(report["by"], "month");
  ASSERT_EQ(report["periods"].size(), 3u);
  const nlohmann::json& february = report["periods"][0];
  EXPECT_EQ(february["period"], "2026-02");
  EXPECT_EQ(february["last_day"], "2026-02-28");
  EXPECT_EQ(february["severities"].dump(),
            R"([{"count":1,"incidents":["PM-1"],"severity":"sev1"}])");
  EXPECT_EQ(february["times"]["to_resolve"]["median_seconds"], 1800);
  EXPECT_EQ(february["reviews"]["within"]["incidents"].dump(), R"(["PM-1"])");
  EXPECT_EQ(report["periods"][2]["actions_closed"]["incidents"].dump(), R"(["PM-1"])");
  EXPECT_EQ(report["heat_map"][1].dump(), R"({"cause":"capacity/disk","counts":[1,0,0]})");
  EXPECT_EQ(report["left_out"]["undated"]["incidents"].dump(), R"(["PM-0"])");
}

TEST_F(StatsCommand, ThePublicFiguresKnowWhatIsPublic) {
  const nlohmann::json report = json({"--today", "2026-04-02", "--view", "public"});
  EXPECT_EQ(report["view"], "public");
  EXPECT_EQ(report["all"]["incidents"].dump(), R"({"count":1,"incidents":["2026-02-01-one"]})");
  EXPECT_TRUE(report["all"]["reviews"].is_null());
  EXPECT_TRUE(report["periods"][0]["actions_closed"].is_null());
  EXPECT_EQ(report["left_out"]["undated"]["count"], 0);
  const std::string text = report.dump();
  EXPECT_EQ(text.find("PM-"), std::string::npos);
  EXPECT_EQ(text.find("desk"), std::string::npos);
}

TEST_F(StatsCommand, SaysWhatIsWrong) {
  EXPECT_EQ(
      run({"--by", "week"}),
      "! --by: week not in {quarter,month}\n! Run with --help for more information.\nexit 2\n");
}

}  // namespace
}  // namespace debrief
