// The index as a file: reproducible, sound, and the same however it was built.
#include "search/index.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <random>
#include <stdexcept>

#include "search/hash.h"
#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

namespace fs = std::filesystem;

std::vector<Document> many(int count) {
  const std::string_view words[] = {"pool",    "ledger",  "timeout", "gateway", "kube-proxy",
                                    "latency", "café",    "retry",   "deploy",  "PM-2026-014",
                                    "lag",     "replica", "cache",   "queue",   "日本語"};
  std::mt19937 random(3);
  std::vector<Document> documents;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int j = 0; j < 60; ++j) text += std::string(words[random() % std::size(words)]) + " ";
    Document document = page("p" + std::to_string(i) + "/",
                             std::string(words[random() % std::size(words)]) + " outage", text,
                             on(2025, 1 + random() % 12, 1 + random() % 28));
    document.services = {std::string(words[random() % 5])};
    document.severity = "SEV" + std::to_string(random() % 3);
    document.severity_rank = document.severity.back() - '0';
    document.duration_seconds = static_cast<std::int64_t>(random() % 5000);
    documents.push_back(std::move(document));
  }
  return documents;
}

std::string built(const std::vector<Document>& documents, const IndexOptions& options = {}) {
  const TempFolder folder;
  build_index(documents, folder / "index", folder / "scratch", options);
  EXPECT_FALSE(fs::exists(folder / "scratch"));
  return read_file(folder / "index");
}

TEST(Index, HasTheSameBytesHoweverManyJobsBuildIt) {
  const std::vector<Document> documents = many(50);
  IndexOptions options;
  options.documents_per_part = 7;
  const std::string bytes = built(documents, options);
  for (const unsigned jobs : {2u, 4u, 64u}) {
    options.jobs = jobs;
    EXPECT_TRUE(built(documents, options) == bytes) << jobs << " jobs";
  }
}

TEST(Index, HasTheSameBytesInAnyOrderOfItsDocuments) {
  std::vector<Document> documents = many(30);
  const std::string bytes = built(documents);
  std::ranges::reverse(documents);
  EXPECT_TRUE(built(documents) == bytes);
}

TEST(Index, HasTheSameBytesInAnyTimeZoneLocaleAndEnvironment) {
  const std::vector<Document> documents = many(30);
  const std::string bytes = built(documents);
  setenv("TZ", "Pacific/Kiritimati", 1);
  tzset();
  std::setlocale(LC_ALL, "C.UTF-8");
  setenv("LC_ALL", "tr_TR.UTF-8", 1);
  EXPECT_TRUE(built(documents) == bytes);
  std::setlocale(LC_ALL, "C");
  unsetenv("LC_ALL");
  unsetenv("TZ");
  tzset();
}

TEST(Index, ChangesItsIdentityWithItsContent) {
  const auto uuid = [](const std::string& bytes) { return bytes.substr(16, 16); };
  std::vector<Document> documents = many(3);
  const std::string one = built(documents);
  documents[1].title += "!";
  const std::string other = built(documents);
  EXPECT_EQ(one.substr(0, 14), "\x0f\x0dXapian Glass");
  EXPECT_NE(uuid(one), uuid(other));

  // Anybody can check that a file is what it says.
  std::string without = one;
  without.replace(16, 16, 16, '\0');
  Hash hash;
  hash.add(without);
  const auto bytes = hash.bytes();
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 6 || i == 8) continue;  // Version and variant of the UUID.
    EXPECT_EQ(static_cast<unsigned char>(one[16 + i]), bytes[i]) << i;
  }
}

// Everything that can be seen of a search.
std::string seen(const Results& results) {
  std::string text = to_text(results);
  for (const Result& result : results.results) {
    text += std::to_string(result.score) + " " + std::to_string(result.started.value_or(0)) + "\n";
  }
  return text;
}

TEST(Index, AnswersTheSameHoweverItWasCutIntoParts) {
  const std::vector<Document> documents = many(150);
  IndexOptions small;
  small.documents_per_part = 2;  // More parts than are merged at once.
  small.jobs = 2;
  const Site whole(documents);
  const Site cut(documents, small);
  for (const std::string query :
       {"", "pool", "kube-proxy latency", "\"ledger pool\"", "PM-2026-014", "retr*", "service:pool",
        "after:2025-06 cache", "lateny", "pool -ledger", "café 日本語"}) {
    for (const Sort sort : {Sort::relevance, Sort::date, Sort::duration, Sort::severity}) {
      Request request;
      request.query = query;
      request.sort = sort;
      request.limit = 1000;
      EXPECT_EQ(seen(whole.search(request)), seen(cut.search(request))) << query;
    }
  }
}

TEST(Index, OfNothingCanBeAsked) {
  const Site site({});
  EXPECT_EQ(to_text(site.search("")), "0 found\n");
  EXPECT_EQ(to_text(site.search("pool -x \"y z\" wa*")), "0 found\n");
  EXPECT_EQ(site.search("service:x", Sort::duration).total, 0u);
  EXPECT_TRUE(built({}) == built({}));
}

TEST(Index, OfOneEmptyDocumentCanBeAsked) {
  const Site site({Document{}});
  EXPECT_EQ(site.search("").total, 1u);
  EXPECT_EQ(site.search("x").total, 0u);
}

TEST(Index, IsSoundAndCompact) {
  const Site site(many(20));
  EXPECT_EQ(Xapian::Database::check(site.file().string()), 0u);
  EXPECT_TRUE(fs::is_regular_file(site.file()));
}

TEST(Index, ReportsProgress) {
  std::vector<std::size_t> steps;
  IndexOptions options;
  options.documents_per_part = 3;
  options.jobs = 2;
  options.progress = [&steps](std::size_t done, std::size_t total) {
    EXPECT_EQ(total, 10u);
    steps.push_back(done);
  };
  built(many(10), options);
  EXPECT_EQ(steps, (std::vector<std::size_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
}

TEST(Index, PassesOnWhatAWorkerThrowsAndCleansUp) {
  IndexOptions options;
  options.documents_per_part = 2;
  options.jobs = 3;
  options.progress = [](std::size_t done, std::size_t) {
    if (done == 5) throw std::runtime_error("enough");
  };
  const TempFolder folder;
  try {
    build_index(many(40), folder / "index", folder / "scratch", options);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "enough");
  }
  EXPECT_FALSE(fs::exists(folder / "scratch"));
  EXPECT_FALSE(fs::exists(folder / "index"));
}

TEST(Index, RefusesTwoDocumentsOfOnePath) {
  const TempFolder folder;
  EXPECT_THROW(build_index({page("a/", "A"), page("a/", "B")}, folder / "i", folder / "s"),
               std::invalid_argument);
}

TEST(Index, FailsWhereItCannotWrite) {
  const TempFolder folder;
  EXPECT_ANY_THROW(build_index({}, folder / "missing" / "index", folder / "scratch"));
}

TEST(Engine, RefusesWhatIsNoIndex) {
  const TempFolder folder;
  EXPECT_ANY_THROW(open_index(folder / "missing"));
  Xapian::WritableDatabase((folder / "foreign").string(), Xapian::DB_CREATE).commit();
  EXPECT_THROW(open_index(folder / "foreign"), std::runtime_error);
}

}  // namespace
}  // namespace debrief::search
