#include "generator/insight/related_incidents.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/sample_view.h"

namespace debrief {
namespace {

ViewIncident about(std::string_view title, std::string_view started, std::string_view text) {
  ViewIncident incident = incident_at(title, started);
  incident.body = outline_of(text);
  return incident;
}

View view_of(std::vector<ViewIncident> incidents) {
  ViewParts parts = empty_parts();
  parts.services = {{"booking", "Booking", "", "", "", {}}, {"ledger", "Ledger", "", "", "", {}}};
  parts.causes = {{"capacity", "Capacity", "", {}}, {"capacity/pool", "Pool", "", 0}};
  parts.incidents = std::move(incidents);
  return make_view(Audience::internal, std::move(parts));
}

std::string related(const View& view, unsigned jobs = 1, std::size_t most = 5) {
  std::string out;
  const auto all = related_incidents(view, most, jobs);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const RelatedIncident& other : all[i]) {
      out += fmt::format("{} -> {}: {}", view.incidents()[i].title,
                         view.incidents()[other.incident].title, fmt::join(other.words, " "));
      for (const std::size_t cause : other.causes) out += " /" + view.causes()[cause].name;
      for (const std::size_t service : other.services) out += " +" + view.services()[service].name;
      out += "\n";
    }
  }
  return out;
}

std::vector<ViewIncident> a_few() {
  return {
      about("Pool", "2026-03-01", "Connections of the pool leaked; quotes timed out."),
      about("Certificate", "2026-02-01", "A certificate expired in secret, and nobody was told."),
      about("Quotes", "2026-01-01", "Quotes were slow: a leaking pool of connections."),
      about("Disk", "2025-12-01", "The disk filled with logs.")};
}

TEST(RelatedIncidents, ShareWordsInWhateverForm) {
  EXPECT_EQ(related(view_of(a_few())),
            "Pool -> Quotes: Pool quotes Connections leaked\n"
            "Quotes -> Pool: pool Quotes connections leaking\n");
}

TEST(RelatedIncidents, ShareCausesAndServices) {
  std::vector<ViewIncident> incidents = a_few();
  incidents[1].causes = incidents[3].causes = {0, 1};
  incidents[1].services = incidents[3].services = {0};
  EXPECT_EQ(related(view_of(incidents)),
            "Pool -> Quotes: Pool quotes Connections leaked\n"
            "Certificate -> Disk:  /Pool +Booking\n"
            "Quotes -> Pool: pool Quotes connections leaking\n"
            "Disk -> Certificate:  /Pool +Booking\n");
}

// One word in common, or the same service, is chance.
TEST(RelatedIncidents, AreNotThoseThatHardlyShareAnything) {
  std::vector<ViewIncident> incidents = a_few();
  incidents[1].services = incidents[3].services = {0};
  incidents[3].body = outline_of("The disk filled in secret.");
  EXPECT_EQ(related(view_of(incidents)),
            "Pool -> Quotes: Pool quotes Connections leaked\n"
            "Quotes -> Pool: pool Quotes connections leaking\n");
}

TEST(RelatedIncidents, AreNotThoseThatTheAuthorNamesAlready) {
  std::vector<ViewIncident> incidents = a_few();
  incidents[0].repeats = {2};
  incidents[2].repeated_by = {0};
  EXPECT_EQ(related(view_of(incidents)), "");
}

// Nobody else writes NodeNotReady.
TEST(RelatedIncidents, MeetInsideWords) {
  EXPECT_EQ(related(view_of({about("NodeNotReady", "2026-03-01", "Memory leaked."),
                             about("Disk", "2026-02-01", "A disk filled."),
                             about("Memory", "2026-01-01", "Nodes were NotReady: a leak.")})),
            "NodeNotReady -> Memory: Memory Node NotReady leaked\n"
            "Memory -> NodeNotReady: Memory Nodes NotReady leak\n");
}

// Dates, numbers and the words that hold sentences together are no reasons.
TEST(RelatedIncidents, DoNotShareWhatSaysNothing) {
  EXPECT_EQ(
      related(view_of({about("A", "2026-03-01", "On Monday two went without, per August 2026."),
                       about("B", "2026-02-01", "Two went without it on Monday in August 2026."),
                       about("C", "2026-01-01", "Disk")})),
      "");
}

// It is the same to say that both concern a service, and that both name it.
TEST(RelatedIncidents, DoNotShareAServiceAndTheWordsOfItsName) {
  std::vector<ViewIncident> incidents = a_few();
  for (ViewIncident& incident : incidents) incident.services = {};
  incidents[1] = about("Ledger", "2026-02-01", "The ledger was slow again.");
  incidents[3] = about("Ledger down", "2025-12-01", "The ledger was down.");
  incidents[1].services = incidents[3].services = {1};
  EXPECT_EQ(related(view_of(incidents)),
            "Pool -> Quotes: Pool quotes Connections leaked\n"
            "Quotes -> Pool: pool Quotes connections leaking\n");
}

// Somebody else's typing error is nobody's word.
TEST(RelatedIncidents, ShowWordsAsTheOneAskedForWritesThem) {
  EXPECT_EQ(related(view_of({about("Backups", "2026-03-01", "Backup tapes were losted."),
                             about("Disk", "2026-02-01", "A disk filled."),
                             about("A backup", "2026-01-01", "The backup lost a tape.")})),
            "Backups -> A backup: Backups losted tapes\n"
            "A backup -> Backups: backup lost tape\n");
}

// Beside the same failure a few words in common are noise; alone they are a hint.
TEST(RelatedIncidents, AreNotThoseFarBehindTheBest) {
  std::vector<ViewIncident> incidents = a_few();
  const std::string text = "Connections of the pool leaked; quotes timed out under load.";
  const std::string other =
      "Load on brokers, topics and partitions: consumers timed out. Offsets leaked.";
  incidents = {about("Pool leak", "2026-03-01", text), about("Brokers", "2026-02-01", other),
               about("Disk", "2025-12-01", "The disk filled with logs.")};
  EXPECT_EQ(related(view_of(incidents)),
            "Pool leak -> Brokers: leak load timed\n"
            "Brokers -> Pool leak: leaked Load timed\n");
  incidents.push_back(about("Pool leak", "2025-11-01", text));
  EXPECT_EQ(related(view_of(incidents)).find("Pool leak -> Brokers"), std::string::npos);
}

// Half of all incidents may be outages of a cloud: in titles the word still counts, if not much.
TEST(RelatedIncidents, ShareFrequentWordsOfTitlesOnly) {
  std::vector<ViewIncident> incidents;
  for (int i = 0; i < 40; ++i) {
    const bool is_frequent = i < 12;
    incidents.push_back(about(is_frequent && i < 2 ? "Cloud outage" : "Incident", "2026-01-01",
                              is_frequent ? "Cloud outage" : "Calm"));
  }
  EXPECT_EQ(related(view_of(incidents)), "");
  incidents[0].body = incidents[1].body = outline_of("Cloud outage of agents");
  EXPECT_EQ(related(view_of(incidents)),
            "Cloud outage -> Cloud outage: Cloud outage agents\n"
            "Cloud outage -> Cloud outage: Cloud outage agents\n");
}

// Who wrote both says nothing about them.
TEST(RelatedIncidents, DoNotShareNamesOfAuthors) {
  std::vector<ViewIncident> incidents = {
      about("A", "2026-03-01", "Mirela Vuković and Ilkka Rautio saw it."),
      about("B", "2026-02-01", "Mirela Vuković told Ilkka Rautio."),
      about("C", "2026-01-01", "Nothing.")};
  EXPECT_NE(related(view_of(incidents)), "");
  incidents[2].authors = {"Mirela Vuković", "Ilkka Rautio"};
  EXPECT_EQ(related(view_of(incidents)), "");
}

TEST(RelatedIncidents, AreTheSameWithAnyNumberOfThreads) {
  std::vector<ViewIncident> incidents;
  constexpr std::string_view kWords[] = {"pool",  "disk",  "quote", "queue", "token",
                                         "cache", "clock", "route", "shard", "lease"};
  for (std::size_t i = 0; i < 200; ++i) {
    std::string text;
    for (std::size_t word = 0; word < 6; ++word) {
      text += std::string(kWords[(i * 7 + word * word * 3) % 10]) + " ";
    }
    incidents.push_back(about("Incident " + std::to_string(i), "2026-01-01", text));
  }
  const View view = view_of(incidents);
  EXPECT_EQ(related(view, 1), related(view, 4));
}

std::string like(const View& view, const IncidentDraft& draft) {
  std::string out;
  for (const RelatedIncident& other : incidents_like(view, draft, 3, 2)) {
    out +=
        fmt::format("{}: {}", view.incidents()[other.incident].title, fmt::join(other.words, " "));
    for (const std::size_t cause : other.causes) out += " /" + view.causes()[cause].name;
    for (const std::size_t service : other.services) out += " +" + view.services()[service].name;
    out += "\n";
  }
  return out;
}

// Nothing is written yet but a title.
TEST(IncidentsLike, ADraftShareTheWordsOfItsTitle) {
  const View view = view_of(a_few());
  EXPECT_EQ(like(view, {"Quotes leak again", {}, {}}), "Quotes: Quotes leak\nPool: leak Quotes\n");
  EXPECT_EQ(like(view, {"A disk", {}, {}}), "Disk: disk\n");
  EXPECT_EQ(like(view, {"Something else", {}, {}}), "");
  EXPECT_EQ(like(view, {"", {}, {}}), "");
}

TEST(IncidentsLike, ADraftShareItsServicesAndCauses) {
  std::vector<ViewIncident> incidents = a_few();
  incidents[1].causes = {0, 1};
  incidents[3].services = {0};
  const View view = view_of(incidents);
  EXPECT_EQ(like(view, {"Slow in secret", {}, {1}}), "Certificate: secret /Pool\n");
  EXPECT_EQ(like(view, {"Disk trouble", {0}, {}}), "Disk: Disk +Booking\n");
}

TEST(IncidentsLike, ADraftAreNoneWhereThereIsNothing) {
  EXPECT_EQ(like(view_of({}), {"Disk", {0}, {0}}), "");
}

TEST(RelatedIncidents, OfNothingAreNone) {
  EXPECT_EQ(related(view_of({})), "");
  EXPECT_EQ(related(view_of({incident_at("Alone", "2026-01-01")})), "");
}

}  // namespace
}  // namespace debrief
