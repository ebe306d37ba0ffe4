#include "generator/site/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST(Feed, TellsOfIncidentsByTheirOwnTimes) {
  ViewParts parts = empty_parts();
  parts.severities = {{"sev1", "SEV1", "Critical"}};
  parts.services = {{"bookings", "Bookings & more", "", "", "", {}}};
  ViewIncident incident = incident_at("Pool <exhausted>", "2026-01-16T10:03:00+01:00");
  incident.resolved = parse_timestamp("2026-01-16T11:05:00+01:00");
  incident.summary = "Connections & \"quotes\".";
  incident.services = {0};
  incident.severity = 0;
  parts.incidents = {incident};
  const View view = make_view(Audience::public_, std::move(parts));
  EXPECT_EQ(site_feed(make_site(view, kSampleToday, {})), R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>https://status.harborline.example/</id>
  <title>Harborline status</title>
  <updated>2026-01-16T10:05:00Z</updated>
  <link rel="self" type="application/atom+xml" href="https://status.harborline.example/feed.xml"/>
  <link rel="alternate" type="text/html" href="https://status.harborline.example/"/>
  <author>
    <name>Harborline status</name>
  </author>
  <generator>Debrief</generator>
  <entry>
    <id>https://status.harborline.example/incidents/pool-exhausted/</id>
    <title>Pool &lt;exhausted&gt;</title>
    <link rel="alternate" type="text/html" href="https://status.harborline.example/incidents/pool-exhausted/"/>
    <published>2026-01-16T09:03:00Z</published>
    <updated>2026-01-16T10:05:00Z</updated>
    <category scheme="https://status.harborline.example/services/" term="bookings" label="Bookings &amp; more"/>
    <category scheme="https://status.harborline.example/severities/" term="sev1" label="SEV1"/>
    <summary>Connections &amp; &quot;quotes&quot;.</summary>
  </entry>
</feed>
)");
}

TEST(Feed, IsCompleteWithNothingToTell) {
  const View view = make_view(Audience::public_, empty_parts());
  const std::string feed = site_feed(make_site(view, kSampleToday, {}));
  EXPECT_THAT(feed, HasSubstr("<updated>1970-01-01T00:00:00Z</updated>"));
  EXPECT_THAT(feed, Not(HasSubstr("<entry>")));
}

TEST(Feed, HasTheNewestTwentyThatHaveATime) {
  ViewParts parts = empty_parts();
  parts.incidents = many_incidents(30);
  parts.incidents[1].started.reset();
  const View view = make_view(Audience::public_, std::move(parts));
  const std::string feed = site_feed(make_site(view, kSampleToday, {}));
  EXPECT_EQ(count(feed, "<entry>"), 20u);
  EXPECT_THAT(feed, HasSubstr("<title>Incident 30</title>"));
  EXPECT_THAT(feed, Not(HasSubstr("<title>Incident 29</title>")));
  EXPECT_THAT(feed, Not(HasSubstr("<title>Incident 9</title>")));
}

TEST(Feed, TellsByGitWhenATextChangedWhereThatIsKnown) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("A", "2026-01-16T10:03:00+01:00")};
  parts.incidents[0].changed = parse_timestamp("2026-03-14T22:30:00-05:00");
  const View view = make_view(Audience::internal, std::move(parts));
  const std::string feed = site_feed(make_site(view, kSampleToday, {}));
  EXPECT_THAT(feed, HasSubstr("<published>2026-01-16T09:03:00Z</published>"));
  EXPECT_EQ(count(feed, "<updated>2026-03-15T03:30:00Z</updated>"), 2u);
}

TEST(Feed, OfAServiceHasItsOwnIncidents) {
  const View view = make_view(Audience::internal, sample_parts(Audience::internal));
  const Site site = make_site(view, kSampleToday, {});
  const std::string bookings = service_feed(site, 0);
  EXPECT_THAT(bookings, HasSubstr("<title>Bookings · Harborline post-mortems</title>"));
  EXPECT_THAT(bookings,
              HasSubstr("<id>https://wiki.harborline.example/kb/services/bookings/</id>"));
  EXPECT_EQ(count(bookings, "<entry>"), 2u);
  EXPECT_EQ(count(service_feed(site, 2), "<entry>"), 0u);
}

}  // namespace
}  // namespace debrief
