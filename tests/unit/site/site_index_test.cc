#include "generator/site/site_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/site/texts.h"
#include "generator/site/urls.h"
#include "tests/support/sample_view.h"

namespace debrief {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(SiteIndex, ListsTheIncidentsOfEverythingNewestFirst) {
  const View view = make_view(Audience::internal, sample_parts(Audience::internal));
  const SiteIndex index = make_site_index(view);
  EXPECT_THAT(index.all, ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_THAT(index.open, ElementsAre(0));
  EXPECT_THAT(index.undated, ElementsAre(5));
  EXPECT_THAT(index.by_service, ElementsAre(ElementsAre(0, 1), ElementsAre(1), IsEmpty()));
  EXPECT_THAT(index.by_severity, ElementsAre(ElementsAre(1), ElementsAre(0), IsEmpty()));
  EXPECT_THAT(index.without_severity, ElementsAre(2, 3, 4, 5));
  EXPECT_THAT(index.service_children, ElementsAre(ElementsAre(1), IsEmpty(), IsEmpty()));
  EXPECT_THAT(index.page_paths,
              testing::Contains(Pair("incident/disk-full", "incidents/disk-full/")));
}

TEST(SiteIndex, ACategoryHasTheIncidentsOfItsSubCausesEachOnce) {
  const View view = make_view(Audience::internal, sample_parts(Audience::internal));
  const SiteIndex index = make_site_index(view);
  // The first names the sub-cause, the second the category, the third both.
  EXPECT_THAT(index.by_cause[0], ElementsAre(1, 2, 3));
  EXPECT_THAT(index.by_cause[1], ElementsAre(1, 3));
  EXPECT_THAT(index.cause_children, ElementsAre(ElementsAre(1), IsEmpty(), IsEmpty()));
}

TEST(SiteIndex, TagsThatLookAlikeInAnAddressKeepTheirOwn) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("A", "2026-01-01")};
  parts.incidents[0].tags = {"!!!", "C", "C#", "C++", "DNS", "dns", "???"};
  const View view = make_view(Audience::internal, std::move(parts));
  std::string slugs;
  for (const SiteIndex::Tag& tag : make_site_index(view).tags) {
    slugs += tag.name + " " + tag.slug + "\n";
  }
  EXPECT_EQ(slugs,
            "!!! x\n"
            "??? x-2\n"
            "C c\n"
            "C# c-2\n"
            "C++ c-3\n"
            "DNS dns\n"
            "dns dns-2\n");
}

// Old records often keep the year alone. Such a one is in its year, and in no quarter that nobody
// said.
TEST(SiteIndex, AYearAloneIsInNoQuarter) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("A", "2020-03-01"), incident_at("B", "2020")};
  const SiteIndex index = make_site_index(make_view(Audience::internal, std::move(parts)));
  ASSERT_EQ(index.years.size(), 1U);
  EXPECT_EQ(index.years[0].count, 2U);
  ASSERT_EQ(index.quarters.size(), 2U);
  EXPECT_EQ(quarter_text(Texts("en"), index.quarters[0].year, index.quarters[0].quarter),
            "Q1 2020");
  EXPECT_THAT(index.quarters[0].incidents, ElementsAre(0));
  EXPECT_EQ(quarter_text(Texts("en"), index.quarters[1].year, index.quarters[1].quarter),
            "2020, month not known");
  EXPECT_EQ(quarter_path(2020, 0), "archive/2020/month-unknown/");
  EXPECT_THAT(index.quarters[1].incidents, ElementsAre(1));
}

TEST(SiteIndex, PeriodsAreThoseOfTheStartInUtc) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("A", "2026-01-01T00:30:00Z"),
                     incident_at("B", "2026-01-01T00:30:00+01:00"), incident_at("C", "2025-02-01"),
                     incident_at("D", "2023-12-31")};
  const View view = make_view(Audience::internal, std::move(parts));
  const SiteIndex index = make_site_index(view);
  std::string periods;
  for (const SiteIndex::Year& year : index.years) {
    periods += std::to_string(year.year) + " has " + std::to_string(year.count) + ":";
    for (const std::size_t i : year.quarters) {
      periods += " Q" + std::to_string(index.quarters[i].quarter) + " " +
                 std::to_string(index.quarters[i].incidents.size());
    }
    periods += "\n";
  }
  EXPECT_EQ(periods,
            "2026 has 1: Q1 1\n"
            "2025 has 2: Q4 1 Q1 1\n"
            "2023 has 1: Q4 1\n");
}

}  // namespace
}  // namespace debrief
