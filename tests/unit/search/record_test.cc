#include "search/record.h"

#include <gtest/gtest.h>

#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

TEST(Record, IsARowOfFields) {
  Document document = page("a/", "Title", "Text: 3:abc\nof two lines", on(1970, 1, 2));
  document.services = {"checkout", "search"};
  document.summary = "Short";
  document.severity = "SEV1";
  EXPECT_EQ(encode_record(document),
            "p2:a/k8:incidentt5:Titlev4:SEV1d5:86400s8:checkouts6:searchm5:Short"
            "x24:Text: 3:abc of two lines");
}

TEST(Record, IsReadBack) {
  const Document document = sample().front();
  const Record record = decode_record(encode_record(document));
  EXPECT_EQ(record.path, "pool/");
  EXPECT_EQ(record.kind, "incident");
  EXPECT_EQ(record.id, "PM-2026-014");
  EXPECT_EQ(record.title, document.title);
  EXPECT_EQ(record.severity, "SEV1");
  EXPECT_EQ(record.status, "resolved");
  EXPECT_EQ(record.services, document.services);
  EXPECT_EQ(record.service_names, document.service_names);
  EXPECT_EQ(record.started, document.started);
  EXPECT_EQ(record.duration_seconds, 7200);
  EXPECT_EQ(record.texts,
            (std::vector<std::string>{document.summary, document.sections.front().text}));
}

TEST(Record, GivesWhatComesBeforeDamage) {
  for (const std::string_view damage :
       {"", "x", "x5", "x5:", "x5:abcd", "x-1:a", ":", "x:y", "x99999999999999999999:a", "xx1:a"}) {
    const Record record = decode_record("t5:Titleq3:???" + std::string(damage));
    EXPECT_EQ(record.title, "Title") << damage;
    EXPECT_TRUE(record.texts.empty()) << damage;
  }
}

TEST(Record, KeepsALimitedTextForSnippets) {
  Document document = page("a/", "Title");
  document.sections.push_back({.heading = "", .text = std::string(kMaxSnippetText - 1, 'x')});
  document.sections.push_back({.heading = "", .text = "üü"});
  const Record record = decode_record(encode_record(document));
  ASSERT_EQ(record.texts.size(), 1u);
  EXPECT_EQ(record.texts[0].size(), kMaxSnippetText - 1);
}

}  // namespace
}  // namespace debrief::search
