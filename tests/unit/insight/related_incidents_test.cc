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
      about("Certificate", "2026-02-01", "A certificate expired at night, and nobody was told."),
      about("Quotes", "2026-01-01", "Quotes were slow: a leaking pool of connections."),
      about("Disk", "2025-12-01", "The disk filled with logs.")};
}

TEST(RelatedIncidents, ShareWordsInWhateverForm) {
  EXPECT_EQ(related(view_of(a_few())),
            "Pool -> Quotes: Pool quotes Connections leaked\n"
            "Quotes -> Pool: Pool quotes Connections leaked\n");
}

TEST(RelatedIncidents, ShareCausesAndServices) {
  std::vector<ViewIncident> incidents = a_few();
  incidents[1].causes = incidents[3].causes = {0, 1};
  incidents[1].services = incidents[3].services = {0};
  EXPECT_EQ(related(view_of(incidents)),
            "Pool -> Quotes: Pool quotes Connections leaked\n"
            "Certificate -> Disk:  /Pool +Booking\n"
            "Quotes -> Pool: Pool quotes Connections leaked\n"
            "Disk -> Certificate:  /Pool +Booking\n");
}

// One word in common, or the same service, is chance.
TEST(RelatedIncidents, AreNotThoseThatHardlyShareAnything) {
  std::vector<ViewIncident> incidents = a_few();
  incidents[1].services = incidents[3].services = {0};
  incidents[3].body = outline_of("The disk filled at night.");
  EXPECT_EQ(related(view_of(incidents)),
            "Pool -> Quotes: Pool quotes Connections leaked\n"
            "Quotes -> Pool: Pool quotes Connections leaked\n");
}

TEST(RelatedIncidents, AreNotThoseThatTheAuthorNamesAlready) {
  std::vector<ViewIncident> incidents = a_few();
  incidents[0].repeats = {2};
  incidents[2].repeated_by = {0};
  EXPECT_EQ(related(view_of(incidents)), "");
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
  EXPECT_EQ(like(view, {"Quotes leak again", {}, {}}),
            "Quotes: quotes leaked\nPool: leaked quotes\n");
  EXPECT_EQ(like(view, {"A disk", {}, {}}), "Disk: Disk\n");
  EXPECT_EQ(like(view, {"Something else", {}, {}}), "");
  EXPECT_EQ(like(view, {"", {}, {}}), "");
}

TEST(IncidentsLike, ADraftShareItsServicesAndCauses) {
  std::vector<ViewIncident> incidents = a_few();
  incidents[1].causes = {0, 1};
  incidents[3].services = {0};
  const View view = view_of(incidents);
  EXPECT_EQ(like(view, {"Slow at night", {}, {1}}), "Certificate: night /Pool\n");
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
