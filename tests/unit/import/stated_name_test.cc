// What headings and file names say: title, id, day.

#include "generator/import/stated_name.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace debrief {
namespace {

std::string shown(const StatedName& name) {
  std::string text = "'" + name.title + "'";
  if (!name.id.empty()) text += " id " + name.id;
  if (name.date) text += " on " + to_string(*name.date);
  if (name.year) text += " in " + to_string(*name.year);
  return text;
}

struct Case {
  std::string written;
  std::string expected;
};

TEST(StatedName, ReadsHeadings) {
  const std::vector<Case> kCases = {
      {"Disk full", "'Disk full'"},
      {"2021-05-29: Disk full", "'Disk full' on 2021-05-29"},
      {"2021-05-29 - Disk full", "'Disk full' on 2021-05-29"},
      {"Disk full - May 29, 2021", "'Disk full' on 2021-05-29"},
      {"Disk full – 29 May 2021", "'Disk full' on 2021-05-29"},
      {"Disk full on 2021-05-29", "'Disk full' on 2021-05-29"},
      {"Disk full, 2021-05-29", "'Disk full' on 2021-05-29"},
      {"Postmortem: Disk full (2021-05-29)", "'Disk full' on 2021-05-29"},
      {"Post-mortem – Disk full", "'Disk full'"},
      {"Incident report: Disk full", "'Disk full'"},
      {"Postmortem for the disk migration", "'Postmortem for the disk migration'"},
      {"[PM-12] Disk full", "'Disk full' id PM-12"},
      {"INC-123: Disk full", "'Disk full' id INC-123"},
      {"PM2022-001 - Disk full", "'Disk full' id PM2022-001 in 2022"},
      {"Incident: PM-2026-014: Disk full", "'Disk full' id PM-2026-014 in 2026"},
      {"[SEV-1] Disk full", "'[SEV-1] Disk full'"},
      {"[ci.lighthouse.example] Upgrade to 1.30", "'[ci.lighthouse.example] Upgrade to 1.30'"},
      {"HTTP-500 errors", "'HTTP-500 errors'"},
      {"All services return 503", "'All services return 503'"},
      {"2 of 3 nodes down", "'2 of 3 nodes down'"},
      {"Postmortem", "''"},
      {"Incident report", "''"},
      {"Postmortem 2021-05-29", "'' on 2021-05-29"},
      {"", "''"},
      {"---", "''"},
      {"データベース障害", "'データベース障害'"},
  };
  for (const Case& c : kCases) EXPECT_EQ(c.expected, shown(read_heading(c.written))) << c.written;
}

TEST(StatedName, ReadsFileNames) {
  const std::vector<Case> kCases = {
      {"posts/PM2022-001 - Disk full.md", "'Disk full' id PM2022-001 in 2022"},
      {"posts/PM2022-002 -  Logs not shipped.md", "'Logs not shipped' id PM2022-002 in 2022"},
      {"PM2022-009 - Bad image causing issues", "'Bad image causing issues' id PM2022-009 in 2022"},
      {"PM2022-009 - v1.2 broke", "'v1.2 broke' id PM2022-009 in 2022"},
      {"2018-04-18-cull-flood.md", "'Cull flood' on 2018-04-18"},
      {"2018_04_18_cull_flood.md", "'Cull flood' on 2018-04-18"},
      {"20180418-cull-flood.markdown", "'Cull flood' on 2018-04-18"},
      {"2018-04-cull-flood.md", "'Cull flood' on 2018-04"},
      {"2018-cull-flood.md", "'Cull flood' in 2018"},
      {"2018-13-45-cull-flood.md", "'2018 13 45 cull flood'"},
      {"inc-123-disk-full.md", "'Disk full' id inc-123"},
      {"cull-flood-2018-04-18.md", "'Cull flood' on 2018-04-18"},
      {"2021-05-disk-full/index.md", "'Disk full' on 2021-05"},
      {"2021-05-29-disk-full/README.md", "'Disk full' on 2021-05-29"},
      {"Incident 2018-04-18 cull flood.md", "'cull flood' on 2018-04-18"},
      {"flood 2018-04-18 at night.md", "'flood at night' on 2018-04-18"},
      {"index.md", "''"},
      {"./index.md", "''"},
      {"12345678901234-x.md", "'12345678901234 x'"},
      {"2025-01-08-ci.lighthouse.example-outage.md",
       "'Ci.lighthouse.example outage' on 2025-01-08"},
  };
  for (const Case& c : kCases) EXPECT_EQ(c.expected, shown(read_file_name(c.written))) << c.written;
}

}  // namespace
}  // namespace debrief
