#include "generator/site/search_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SearchDocuments, SayOfAnIncidentWhatItsPageSays) {
  const View view = make_view(Audience::internal, sample_parts(Audience::internal));
  const std::vector<search::Document> documents = search_documents(view);
  ASSERT_EQ(documents.size(), 7u);
  const search::Document& leak = documents[1];
  EXPECT_EQ(leak.path, "incidents/fare-quotes-leak-connections/");
  EXPECT_EQ(leak.kind, "incident");
  EXPECT_EQ(leak.id, "PM-2026-001");
  EXPECT_THAT(leak.services, ElementsAre("bookings", "partners"));
  EXPECT_THAT(leak.service_names, ElementsAre("Bookings", "Partner API"));
  EXPECT_THAT(leak.causes, ElementsAre("capacity/connection-pool", "testing"));
  EXPECT_EQ(leak.severity, "SEV1");
  EXPECT_EQ(leak.severity_rank, 0);
  EXPECT_THAT(leak.tags, ElementsAre("C", "C++", "database"));
  EXPECT_THAT(leak.owners, ElementsAre("Ilkka Rautio"));
  EXPECT_EQ(leak.status, "resolved");
  EXPECT_EQ(leak.started, 1768554180);
  EXPECT_EQ(leak.duration_seconds, 62 * 60);
}

TEST(SearchDocuments, AreCutAtHeadings) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("A", "2026-01-01")};
  parts.incidents[0].body =
      outline_of("Before.\n\n## One\n\n*First* <!-- hidden --> part.\n\n### Two\n\n- a\n- b\n");
  const View view = make_view(Audience::public_, std::move(parts));
  const std::vector<search::Document> documents = search_documents(view);
  std::string text;
  for (const search::Document::Part& part : documents[0].sections) {
    text += "[" + part.heading + "] " + part.text + "\n";
  }
  EXPECT_EQ(text, "[] Before.\n[One] First  part.\n[Two] a\nb\n");
}

TEST(SearchDocuments, NameTheStateOnlyWhereItIsKnown) {
  const View view = make_view(Audience::internal, sample_parts(Audience::internal));
  const std::vector<search::Document> documents = search_documents(view);
  EXPECT_EQ(documents[0].status, "open");
  EXPECT_EQ(documents[2].status, "draft");
  EXPECT_EQ(documents[3].status, "");
  EXPECT_EQ(documents[5].started, std::nullopt);
  EXPECT_EQ(documents[5].severity_rank, -1);
}

TEST(SearchDocuments, GuidesAreFoundToo) {
  const View view = make_view(Audience::public_, sample_parts(Audience::public_));
  const search::Document guide = search_documents(view).back();
  EXPECT_EQ(guide.path, "guides/severity-scale/");
  EXPECT_EQ(guide.kind, "guide");
  EXPECT_THAT(guide.services, IsEmpty());
}

}  // namespace
}  // namespace debrief
