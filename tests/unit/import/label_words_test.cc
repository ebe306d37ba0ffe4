// The words of other tools and people, as Debrief's.

#include "generator/import/label_words.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace debrief {
namespace {

TEST(LabelWords, KnowsWhatLabelsMean) {
  const std::vector<std::pair<std::string, std::string>> kCases = {
      {"severity", "severity"},
      {"priority", "severity"},
      {"incident date", "date"},
      {"start time", "started"},
      {"began", "started"},
      {"end", "resolved"},
      {"affected services", "services"},
      {"root cause category", "causes"},
      {"written by", "authors"},
      {"participants", "review.attendees"},
      {"tl;dr", "summary"},
      {"detected by", "detection"},
      {"time to detection", ""},
      {"root cause", ""},
      {"note", ""},
  };
  for (const auto& [label, field] : kCases) EXPECT_EQ(field, field_of_label(label)) << label;
}

TEST(LabelWords, KnowsWhereAValueIsStillToBeWritten) {
  for (const char* text : {"",
                           "?",
                           "???",
                           "-",
                           "—",
                           "N/A",
                           "n/a",
                           "TBD",
                           "todo",
                           "XXX",
                           "YYY",
                           "ZZZ",
                           "[Name]",
                           "<name>",
                           "{{ author }}",
                           "YYYY-MM-DD",
                           "20xx-MM-DD HH:mm",
                           "hh:mm",
                           "...",
                           "None",
                           "*TBD*"}) {
    EXPECT_TRUE(is_not_given(text)) << text;
  }
  for (const char* text : {"SEV1", "2021-05-29", "14:00", "Kubernetes", "x", "No customers",
                           "[ci.lighthouse.example] down", "<https://lighthouse.example>", "mms",
                           "0", "10 minutes", "MySQL"}) {
    EXPECT_FALSE(is_not_given(text)) << text;
  }
}

TEST(LabelWords, MapsOnlyKnownStatuses) {
  const auto shown = [](std::string_view text) -> std::string {
    const auto status = status_of(text);
    if (!status) return "unknown";
    return status->is_resolved ? "the incident is resolved" : status->status;
  };
  EXPECT_EQ("draft", shown("Draft"));
  EXPECT_EQ("draft", shown("WIP"));
  EXPECT_EQ("in-review", shown("In review"));
  EXPECT_EQ("published", shown("Final"));
  EXPECT_EQ("published", shown("complete"));
  EXPECT_EQ("the incident is resolved", shown("Resolved"));
  EXPECT_EQ("unknown", shown("Monitoring"));
  EXPECT_EQ("unknown", shown("200 OK"));
}

TEST(LabelWords, TellsWhoNoticedOnlyIfThatIsClear) {
  EXPECT_EQ("alert", detection_of("Datadog alert"));
  EXPECT_EQ("alert", detection_of("Monitoring"));
  EXPECT_EQ("customer", detection_of("Customer report"));
  EXPECT_EQ("employee", detection_of("an engineer"));
  EXPECT_EQ("partner", detection_of("partner"));
  EXPECT_FALSE(detection_of("an engineer told by a customer"));
  EXPECT_FALSE(detection_of("not by monitoring"));
  EXPECT_FALSE(detection_of("Ann Lee"));
  EXPECT_FALSE(
      detection_of("An alert about something else that a developer looked into by chance"));
}

TEST(LabelWords, SplitsPeople) {
  const auto shown = [](std::string_view text) {
    return fmt::format("{}", fmt::join(people_in(text), "|"));
  };
  EXPECT_EQ("RF|PW|RR", shown("RF, PW, RR"));
  EXPECT_EQ("Ann Lee|bob|Cid", shown("Ann Lee, @bob and Cid"));
  EXPECT_EQ("RF|MM|XX", shown("RF, MM, XX"));
  EXPECT_EQ("EC|RF|SD", shown("EC RF SD"));
  EXPECT_EQ("Ann Lee", shown("Ann Lee <ann@lighthouse.example>"));
  EXPECT_EQ("Ann Lee|Bob", shown("Ann Lee (facilitator); Bob"));
  EXPECT_EQ("", shown("We met on a Monday and nobody wrote down who was there"));
  EXPECT_EQ("", shown("TBD"));
}

TEST(LabelWords, SplitsNames) {
  const auto shown = [](std::string_view text) {
    return fmt::format("{}", fmt::join(names_in(text), "|"));
  };
  EXPECT_EQ("checkout|ledger|Search and discovery",
            shown("`checkout`, ledger; Search and discovery"));
  EXPECT_EQ("Cloud Infrastructure and Source Code", shown("Cloud Infrastructure and Source Code"));
  EXPECT_EQ("Service::Search|web", shown("~\"Service::Search\", ~web"));
  EXPECT_EQ("", shown("-, N/A"));
}

}  // namespace
}  // namespace debrief
