#include "generator/extract/section_names.h"

#include <gtest/gtest.h>

namespace debrief {
namespace {

TEST(SectionNames, KnowWhatPeopleWrite) {
  const struct {
    std::string_view heading;
    std::string_view name;
  } kCases[] = {
      {"Summary", "summary"},
      {"Incident Summary", "summary"},
      {"Incident summary", "summary"},
      {"1. Incident Summary", "summary"},
      {"1) Summary", "summary"},
      {"TL;DR", "summary"},
      {"tl;dr:", "summary"},
      {"Executive Summary", "summary"},
      {"📝 Summary", "summary"},
      {"What happened?", "summary"},
      {"Impact", "impact"},
      {"IMPACT", "impact"},
      {"Customer impact", "impact"},
      {"Who was affected?", "impact"},
      {"Timeline", "timeline"},
      {"timeline:", "timeline"},
      {"2. Timeline", "timeline"},
      {"2.1 Timeline", "timeline"},
      {"2 - Timeline", "timeline"},
      {"2: Timeline", "timeline"},
      {"Timeline (UTC)", "timeline"},
      {"Timeline (UTC):", "timeline"},
      {"Timeline [all times UTC]", "timeline"},
      {"3. Timeline (all times in CET)", "timeline"},
      {"Timeline - May 29, 2021", "timeline"},
      {"Timeline — 29 May", "timeline"},
      {"⏱️ Timeline", "timeline"},
      {"Timeline ⏱️", "timeline"},
      {"  Timeline  of   events ", "timeline"},
      {"Incident timeline", "timeline"},
      {"Detection", "detection"},
      {"Detection.", "detection"},
      {"Response", "response"},
      {"Root Cause", "root-cause"},
      {"Root causes", "root-cause"},
      {"Root Cause(s)", "root-cause"},
      {"3. Root Cause Analysis", "root-cause"},
      {"root-cause", "root-cause"},
      {"RCA", "root-cause"},
      {"5 Whys", "five-whys"},
      {"Five whys", "five-whys"},
      {"The five whys", "five-whys"},
      {"The \"Five Whys\"", "five-whys"},
      {"The “5 Whys”", "five-whys"},
      {"3. 5 Whys", "five-whys"},
      {"Contributing Factors", "contributing-factors"},
      {"4. Contributing Factors", "contributing-factors"},
      {"Contributing factors (findings)", "contributing-factors"},
      {"Trigger", "trigger"},
      {"Resolution", "resolution"},
      {"Resolution & Recovery", "resolution"},
      {"Mitigation", "resolution"},
      {"What went well", "what-went-well"},
      {"5. What Went Well", "what-went-well"},
      {"What went well?", "what-went-well"},
      {"What went well ✅", "what-went-well"},
      {"What could be improved", "what-could-be-improved"},
      {"6. What Could Be Improved", "what-could-be-improved"},
      {"What went wrong", "what-could-be-improved"},
      {"What didn't go well", "what-could-be-improved"},
      {"What didn’t go well", "what-could-be-improved"},
      {"Where we got lucky", "where-we-got-lucky"},
      {"Lessons Learned", "lessons-learned"},
      {"Lessons learnt", "lessons-learned"},
      {"Learnings", "lessons-learned"},
      {"Action items", "action-items"},
      {"Action Items:", "action-items"},
      {"7. Action Items", "action-items"},
      {"Action items (3-5)", "action-items"},
      {"Follow-ups", "action-items"},
      {"Next steps", "action-items"},
      {"Future improvements", "future-improvements"},
      {"Appendix", "appendix"},
      {"Further reading", "appendix"},
  };
  for (const auto& c : kCases) EXPECT_EQ(canonical_section(c.heading), c.name) << c.heading;
}

TEST(SectionNames, LeaveOtherHeadingsAlone) {
  for (const std::string_view heading : {"",
                                         " ",
                                         "1.",
                                         "5",
                                         "(UTC)",
                                         ":",
                                         "⏱️",
                                         "Timeline of the migration",
                                         "The impact of the moon",
                                         "Summary of costs",
                                         "Roots",
                                         "Why we use 5 Whys",
                                         "Action",
                                         "Time line",
                                         "Detecting leaks",
                                         "Timelines",
                                         "Attendees",
                                         "Stats",
                                         "General",
                                         "2026",
                                         "Unimpacted",
                                         "Zusammenfassung",
                                         "Summary - internal",
                                         "Anti-Pattern 4: No Follow-Up",
                                         "Multiple causes"}) {
    EXPECT_EQ(canonical_section(heading), "") << heading;
  }
}

TEST(SectionNames, KnowTheirOwnNames) {
  EXPECT_EQ(section_names().size(), 17U);
  for (const std::string& name : section_names()) EXPECT_EQ(canonical_section(name), name);
}

}  // namespace
}  // namespace debrief
