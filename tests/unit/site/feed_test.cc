#include "generator/site/feed.h"
#include "generator/site/feed_atom.h"
#include "generator/site/feed_json.h"

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

// Both formats of the site's own feed.
std::string atom_of(const View& view) {
  const Site site = make_site(view, kSampleToday, {});
  return atom_feed(site, site_feed(site));
}
std::string json_of(const View& view) {
  const Site site = make_site(view, kSampleToday, {});
  return json_feed(site, site_feed(site));
}

View one_incident() {
  ViewParts parts = empty_parts();
  parts.severities = {{"sev1", "SEV1", "Critical"}};
  parts.services = {{"bookings", "Bookings & more", "", "", "", {}}};
  parts.causes = {{"capacity", "Capacity", "", {}}};
  ViewIncident incident = incident_at("Pool <exhausted>", "2026-01-16T10:03:00+01:00");
  incident.resolved = parse_timestamp("2026-01-16T11:05:00+01:00");
  incident.summary = "Connections & \"quotes\" – all.";
  incident.services = {0};
  incident.causes = {0};
  incident.severity = 0;
  parts.incidents = {incident};
  return make_view(Audience::public_, std::move(parts));
}

TEST(Feed, TellsOfIncidentsByTheirOwnTimes) {
  EXPECT_EQ(atom_of(one_incident()), R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>https://status.harborline.example/</id>
  <title>Harborline status</title>
  <updated>2026-01-16T10:05:00Z</updated>
  <link rel="alternate" type="text/html" href="https://status.harborline.example/"/>
  <link rel="self" type="application/atom+xml" href="https://status.harborline.example/feed.xml"/>
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
    <category scheme="https://status.harborline.example/causes/" term="capacity" label="Capacity"/>
    <category scheme="https://status.harborline.example/severities/" term="sev1" label="SEV1"/>
    <summary>Connections &amp; &quot;quotes&quot; – all.</summary>
  </entry>
</feed>
)");
}

TEST(Feed, AsJsonSaysTheSame) {
  EXPECT_EQ(json_of(one_incident()), R"({
 "version": "https://jsonfeed.org/version/1.1",
 "title": "Harborline status",
 "home_page_url": "https://status.harborline.example/",
 "feed_url": "https://status.harborline.example/feed.json",
 "language": "en",
 "authors": [
  {
   "name": "Harborline status",
   "url": "https://status.harborline.example/"
  }
 ],
 "items": [
  {
   "id": "https://status.harborline.example/incidents/pool-exhausted/",
   "url": "https://status.harborline.example/incidents/pool-exhausted/",
   "title": "Pool <exhausted>",
   "content_text": "Connections & \"quotes\" – all.",
   "summary": "Connections & \"quotes\" – all.",
   "date_published": "2026-01-16T09:03:00Z",
   "date_modified": "2026-01-16T10:05:00Z",
   "tags": [
    "Bookings & more",
    "Capacity",
    "SEV1"
   ]
  }
 ]
}
)");
}

TEST(Feed, AsJsonIsCompleteWithNothingToTell) {
  EXPECT_THAT(json_of(make_view(Audience::public_, empty_parts())),
              HasSubstr("\n \"items\": []\n}\n"));
}

// Atom must name a moment; JSON need not, and does not invent one.
TEST(Feed, OfADayKnowsNoMoment) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("Disk full", "2025-11-20")};
  const View view = make_view(Audience::public_, std::move(parts));
  EXPECT_THAT(atom_of(view), HasSubstr("<published>2025-11-20T00:00:00Z</published>"));
  EXPECT_THAT(json_of(view), HasSubstr("\"content_text\": \"Disk full\"\n  }"));
}

TEST(Feed, NamesTheAuthorsWhereTheyMayBeKnown) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("A", "2026-01-16T10:03:00+01:00")};
  parts.incidents[0].authors = {"Ilkka Rautio", "Mirela & Vuk"};
  const View view = make_view(Audience::internal, std::move(parts));
  EXPECT_THAT(atom_of(view), HasSubstr("<name>Mirela &amp; Vuk</name>"));
  EXPECT_THAT(json_of(view), HasSubstr(R"(   "authors": [
    {
     "name": "Ilkka Rautio"
    },
    {
     "name": "Mirela & Vuk"
    }
   ])"));
}

TEST(Feed, IsCompleteWithNothingToTell) {
  const View view = make_view(Audience::public_, empty_parts());
  const std::string feed = atom_of(view);
  EXPECT_THAT(feed, HasSubstr("<updated>1970-01-01T00:00:00Z</updated>"));
  EXPECT_THAT(feed, Not(HasSubstr("<entry>")));
}

TEST(Feed, HasTheNewestTwentyThatHaveATime) {
  ViewParts parts = empty_parts();
  parts.incidents = many_incidents(30);
  parts.incidents[1].started.reset();
  const View view = make_view(Audience::public_, std::move(parts));
  const std::string feed = atom_of(view);
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
  const std::string feed = atom_of(view);
  EXPECT_THAT(feed, HasSubstr("<published>2026-01-16T09:03:00Z</published>"));
  EXPECT_EQ(count(feed, "<updated>2026-03-15T03:30:00Z</updated>"), 2u);
}

TEST(Feed, OfAServiceHasItsOwnIncidents) {
  const View view = make_view(Audience::internal, sample_parts(Audience::internal));
  const Site site = make_site(view, kSampleToday, {});
  const std::string bookings = atom_feed(site, service_feed(site, 0));
  EXPECT_THAT(bookings, HasSubstr("<title>Bookings · Harborline post-mortems</title>"));
  EXPECT_THAT(bookings,
              HasSubstr("<id>https://wiki.harborline.example/kb/services/bookings/</id>"));
  EXPECT_EQ(count(bookings, "<entry>"), 2u);
  EXPECT_TRUE(service_feed(site, 2).entries.empty());
}

TEST(Feed, OfACategoryHasTheIncidentsOfItsSubCauses) {
  ViewParts parts = empty_parts();
  parts.causes = {{"capacity", "Capacity", "", {}}, {"capacity/pool", "Pool exhausted", "", 0}};
  parts.incidents = {incident_at("A", "2026-01-16T10:03:00Z")};
  parts.incidents[0].causes = {1};
  const View view = make_view(Audience::public_, std::move(parts));
  const Site site = make_site(view, kSampleToday, {});
  EXPECT_EQ(cause_feed(site, 0).entries.size(), 1u);
  const Feed pool = cause_feed(site, 1);
  EXPECT_EQ(pool.entries.size(), 1u);
  EXPECT_THAT(
      atom_feed(site, pool),
      HasSubstr("rel=\"self\" type=\"application/atom+xml\" "
                "href=\"https://status.harborline.example/causes/capacity/pool/feed.xml\""));
  EXPECT_THAT(json_feed(site, pool), HasSubstr("/causes/capacity/pool/feed.json\""));
}

// Ids that two feeds share would make them one for a reader.
TEST(Feeds, AreEachOfAnotherPage) {
  const View view = make_view(Audience::public_, sample_parts(Audience::public_));
  std::string pages;
  for (const Feed& feed : all_feeds(make_site(view, kSampleToday, {}))) {
    pages += feed.title + ": " + feed.page_path + "\n";
  }
  EXPECT_EQ(pages,
            "Harborline status: \n"
            "Bookings · Harborline status: services/bookings/\n"
            "Partner API · Harborline status: services/partners/\n"
            "Sign-in · Harborline status: services/sign-in/\n"
            "Capacity · Harborline status: causes/capacity/\n"
            "Connection pool exhausted · Harborline status: causes/capacity/connection-pool/\n"
            "Testing gaps · Harborline status: causes/testing/\n");
}

}  // namespace
}  // namespace debrief
