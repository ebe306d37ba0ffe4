// `search`: what a query in the terminal finds in the sample knowledge base.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class SearchCommand : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    copy_content(*folder_ / "kb");
    const RunResult result = run_debrief({"build", "--root", (*folder_ / "kb").string()});
    ASSERT_EQ(0, result.status) << result.err;
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static std::vector<std::string> command(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"search", "--root", (*folder_ / "kb").string()});
    return arguments;
  }
  static std::string search(const std::vector<std::string>& arguments) {
    return transcript_of(command(arguments), folder_->path());
  }
  static json search_json(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    const RunResult result = run_debrief(command(arguments));
    EXPECT_EQ(0, result.status);
    EXPECT_EQ("", result.err);
    return json::parse(result.out);
  }
  // The ids of the post-mortems found; a guide has its path.
  static std::vector<std::string> ids(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--limit", "1000"});
    const json found = search_json(std::move(arguments));
    std::vector<std::string> ids;
    for (const json& result : found["results"]) {
      ids.push_back(result[result["id"].is_null() ? "path" : "id"]);
    }
    EXPECT_EQ(ids.size(), found["total"]);
    return ids;
  }

  static std::unique_ptr<TemporaryFolder> folder_;
};

std::unique_ptr<TemporaryFolder> SearchCommand::folder_;

// Quotation marks around a query are easily forgotten.
TEST_F(SearchCommand, TakesSeveralWordsForOneQuery) {
  EXPECT_EQ(search({"volatile", "default"}), search({"volatile default"}));
}

TEST_F(SearchCommand, ShowsWhatOneNeedsToKnowOfEachResult) {
  EXPECT_EQ(
      R"(PM-2025-002  Adding a column with a volatile default rewrites the bookings table
    SEV2 · 11 February 2025 · 34 min · Booking API
    A migration added a column whose default is a function, which makes PostgreSQL rewrite the whole table under an exclusive lock. Staging has 40,000 bookings, production 61 million.
    incidents/pm-2025-002/

1 result.
exit 0
)",
      search({"--after", "2025-02", "--before", "2025-03"}));
}

TEST_F(SearchCommand, PutsTheBestMatchFirstAndIgnoresEndings) {
  EXPECT_EQ("PM-2025-006", ids({"failover dns"}).at(0));
  EXPECT_EQ("PM-2025-005", ids({"replicated slots"}).at(0));
  EXPECT_EQ(ids({"replication slot"}).at(0), ids({"REPLICATION Slots"}).at(0));
}

TEST_F(SearchCommand, FindsPhrases) {
  const std::vector<std::string> phrase = ids({"\"replication slot\""});
  EXPECT_THAT(phrase, ElementsAre("PM-2025-005"));
  EXPECT_THAT(ids({"\"slot replication\""}), IsEmpty());
}

TEST_F(SearchCommand, FiltersByFieldsInTheQuery) {
  EXPECT_THAT(ids({"service:checkout severity:SEV1"}),
              UnorderedElementsAre("PM-2025-005", "PM-2025-013", "PM-2026-004"));
  EXPECT_EQ(ids({"service:checkout severity:SEV1"}), ids({"service:Checkout severity:sev1"}));
  EXPECT_THAT(ids({"cause:capacity/connection-pool"}),
              UnorderedElementsAre("PM-2025-001", "PM-2025-013", "PM-2026-002"));
  EXPECT_THAT(ids({"tag:easter"}), ElementsAre("PM-2025-004"));
  EXPECT_THAT(ids({"id:PM-2025-004"}), ElementsAre("PM-2025-004"));
}

TEST_F(SearchCommand, FiltersByOptions) {
  EXPECT_EQ(ids({"service:checkout severity:SEV1"}),
            ids({"--service", "checkout", "--severity", "SEV1"}));
  EXPECT_EQ(ids({"cause:capacity"}), ids({"--cause", "capacity"}));
  EXPECT_EQ(ids({"tag:easter"}), ids({"--tag", "easter"}));
  const std::vector<std::string> either =
      ids({"--service", "identity", "--service", "notifications"});
  EXPECT_EQ(either.size(),
            ids({"service:identity"}).size() + ids({"service:notifications"}).size());
}

TEST_F(SearchCommand, TakesTheQueryAfterAnOption) {
  EXPECT_EQ(ids({"retry", "--service", "checkout"}), ids({"--service", "checkout", "retry"}));
}

TEST_F(SearchCommand, FiltersByOwner) {
  const std::vector<std::string> owned = ids({"--owner", "Kwame Asante"});
  EXPECT_THAT(owned, testing::Contains("PM-2026-001"));
  EXPECT_THAT(owned, testing::Not(testing::Contains("PM-2025-010")));
}

TEST_F(SearchCommand, KnowsOperators) {
  const std::vector<std::string> ledger = ids({"ledger AND payment"});
  for (const std::string& id : ids({"ledger AND payment AND NOT import"})) {
    EXPECT_THAT(ledger, testing::Contains(id));
  }
  EXPECT_THAT(ids({"easter AND midsummer"}), IsEmpty());
  EXPECT_THAT(ids({"(norrskagen easter) AND certificate -inventory"}),
              testing::Not(testing::Contains("PM-2026-005")));
  EXPECT_THAT(ids({"midsum*"}), testing::Contains("PM-2025-007"));
}

TEST_F(SearchCommand, FiltersByDates) {
  const auto january = ElementsAre("PM-2026-001");
  EXPECT_THAT(ids({"--after", "2026-01", "--before", "2026-02"}), january);
  EXPECT_THAT(ids({"after:2026-01 before:2026-02"}), january);
  EXPECT_THAT(ids({"2025-01-01..2025-02-28", "--sort", "date"}),
              ElementsAre("PM-2025-002", "PM-2025-001"));
  EXPECT_THAT(ids({"--after", "2027"}), ElementsAre("MW-2027-001"));
  EXPECT_THAT(ids({"--after", "2028"}), IsEmpty());
}

TEST_F(SearchCommand, SaysWhatItDoesNotUnderstandAndSearchesOn) {
  EXPECT_EQ(
      R"(PM-2025-004  Client certificate for Norrskagen's reservation system expires over Easter
    SEV2 · 21 April 2025 · 11 h 20 min · Booking API, Partner API
    The certificate with which we identify ourselves to Norrskagen's reservation system ran out at midnight. Reminders went to a mailbox that nobody has read since a team was dissolved, and the renewal needed a signature…
    incidents/pm-2025-004/

1 result.
! debrief: “after:frog” has no date in it that makes sense. Write a year, a month or a day: 2026, 2026-01 or 2026-01-15.
exit 0
)",
      search({"tag:easter", "--after", "frog"}));
  const json found = search_json({"tag:easter after:frog"});
  EXPECT_EQ(1, found["total"]);
  EXPECT_NE("", found["problem"]);
}

TEST_F(SearchCommand, CorrectsSpelling) {
  EXPECT_EQ("0 results.\nDid you mean: certificate\nexit 0\n", search({"certifcate"}));
  EXPECT_EQ("connection pool exhausted", search_json({"conection pool exausted"})["suggestion"]);
  EXPECT_TRUE(search_json({"connection pool"})["suggestion"].is_null());
}

TEST_F(SearchCommand, SaysThatItFoundNothing) {
  const std::string nothing = "0 results.\nFewer filters or other words may find more.\nexit 0\n";
  EXPECT_EQ(nothing, search({"zzyzxqq"}));
  EXPECT_EQ(nothing, search({"--tag", "easter", "--service", "identity"}));
}

TEST_F(SearchCommand, ShowsAllThereIsForNoQuery) {
  const std::vector<std::string> all = ids({});
  EXPECT_EQ(33u, all.size());
  EXPECT_EQ("MW-2027-001", all[0]) << "not the newest";
  const std::vector<std::string> incidents = ids({"kind:incident"});
  EXPECT_EQ(24u, incidents.size());
  EXPECT_EQ("PM-2026-012", incidents[0]) << "not the newest";
}

TEST_F(SearchCommand, LimitsResultsAndSaysSo) {
  const std::string text = search({"certificate", "--limit", "1"});
  EXPECT_THAT(text, testing::HasSubstr("\n1 of "));
  EXPECT_THAT(text, testing::EndsWith(" results; --limit shows more.\nexit 0\n"));
  const json found = search_json({"certificate", "--limit", "1"});
  EXPECT_EQ(1u, found["results"].size());
  EXPECT_LT(1, found["total"]);
}

TEST_F(SearchCommand, Sorts) {
  const auto values = [](const char* order, const char* field, const char* query = "") {
    const json found = search_json({query, "--sort", order, "--limit", "1000"});
    std::vector<json> column;
    for (const json& result : found["results"]) column.push_back(result[field]);
    return column;
  };
  const auto is_descending = [](const std::vector<json>& order) {
    json last;
    for (const json& value : order) {
      if (!last.is_null() && !value.is_null() && last < value) return false;
      last = value;
    }
    return order.size() > 10;
  };
  EXPECT_TRUE(is_descending(values("date", "started")));
  EXPECT_TRUE(is_descending(values("duration", "duration_seconds")));
  EXPECT_TRUE(is_descending(values("relevance", "score", "alert payment booking search")));
  // The worst has the lowest number.
  std::vector<json> severities = values("severity", "severity");
  EXPECT_EQ("SEV1", severities.at(0));
  std::ranges::reverse(severities);
  EXPECT_TRUE(is_descending(severities));
}

TEST_F(SearchCommand, PrintsJson) {
  const json found = search_json({"midsummer cache", "--limit", "1"});
  std::vector<std::string> keys;
  for (const auto& [key, value] : found.items()) keys.push_back(key);
  EXPECT_THAT(keys, UnorderedElementsAre("total", "suggestion", "problem", "results", "facets"));
  EXPECT_TRUE(found["total"].is_number_unsigned());
  EXPECT_TRUE(found["suggestion"].is_null());
  EXPECT_TRUE(found["problem"].is_null());

  const json& result = found["results"].at(0);
  keys.clear();
  for (const auto& [key, value] : result.items()) keys.push_back(key);
  EXPECT_THAT(keys,
              UnorderedElementsAre("path", "kind", "id", "title", "severity", "status", "services",
                                   "started", "duration_seconds", "score", "snippet"));
  EXPECT_EQ("incidents/pm-2025-007/", result["path"]);
  EXPECT_EQ("incident", result["kind"]);
  EXPECT_EQ("PM-2025-007", result["id"]);
  EXPECT_EQ("Ten thousand cached searches expire in the same second on Midsummer's Eve",
            result["title"]);
  EXPECT_EQ("SEV2", result["severity"]);
  EXPECT_EQ("resolved", result["status"]);
  EXPECT_EQ(json::array({"timetable-search"}), result["services"]);
  EXPECT_EQ("2025-06-20T07:00:00Z", result["started"]);
  EXPECT_EQ(5100, result["duration_seconds"]);
  EXPECT_LT(0, result["score"]);
  bool has_match = false;
  for (const json& span : result["snippet"]) {
    EXPECT_TRUE(span["text"].is_string());
    has_match = has_match || span["matched"].get<bool>();
  }
  EXPECT_TRUE(has_match);

  keys.clear();
  for (const auto& [field, values] : found["facets"].items()) {
    keys.push_back(field);
    for (const json& value : values) {
      EXPECT_TRUE(value["value"].is_string());
      EXPECT_LT(0, value["count"]);
    }
  }
  EXPECT_THAT(keys, UnorderedElementsAre("kind", "service", "cause", "severity", "year", "status",
                                         "owner", "tag"));
}

TEST_F(SearchCommand, PrintsJsonForAGuideAndForNothing) {
  const json guide = search_json({"severe", "--limit", "1000"});
  bool has_guide = false;
  for (const json& result : guide["results"]) {
    if (result["kind"] != "guide") continue;
    has_guide = true;
    for (const char* absent : {"id", "severity", "status", "started", "duration_seconds"}) {
      EXPECT_TRUE(result[absent].is_null()) << absent;
    }
    EXPECT_EQ(json::array(), result["services"]);
  }
  EXPECT_TRUE(has_guide);
  const json nothing = search_json({"zzyzxqq"});
  EXPECT_EQ(0, nothing["total"]);
  EXPECT_EQ(json::array(), nothing["results"]);
}

TEST_F(SearchCommand, FindsInThePublicSiteOnlyWhatIsPublic) {
  const std::string nothing = "0 results.\nFewer filters or other words may find more.\nexit 0\n";
  for (const char* query : {"paylantic", "norrskagen", "id:PM-2026-003", "skerry", "kwame"}) {
    const std::string answer = search({"--view", "public", query});
    EXPECT_THAT(answer, testing::HasSubstr("0 results.\n")) << query;
    if (std::string_view(query).find(':') == std::string_view::npos) {
      EXPECT_THAT(search({query}), testing::Not(testing::HasSubstr("0 results.\n"))) << query;
    }
  }
  const json found = search_json({"--view", "public", "--limit", "1000"});
  EXPECT_EQ(14, found["total"]);
  for (const json& result : found["results"]) EXPECT_TRUE(result["id"].is_null()) << result;
  EXPECT_EQ(json::array(), found["facets"]["owner"]);
  EXPECT_EQ(json::array(), found["facets"]["tag"]);
}

// Anything may be typed.
TEST_F(SearchCommand, NeverFailsOnAQuery) {
  for (const std::string& query : {std::string("\""),         std::string("((("),
                                   std::string(")"),          std::string("AND"),
                                   std::string("NOT NOT"),    std::string("-"),
                                   std::string("*"),          std::string("a*"),
                                   std::string("service:"),   std::string(":x"),
                                   std::string(".."),         std::string("2026-99-99"),
                                   std::string("9999..0000"), std::string("\xff\xfe"),
                                   std::string("\x01\x02"),   std::string(100'000, 'a'),
                                   std::string(100'000, '('), std::string(50'000, '-'),
                                   std::string("%s%n{}{0}"),  std::string("../../etc/passwd")}) {
    for (const char* form : {"--json", "--view=internal"}) {
      const RunResult result = run_debrief(command({form, "--", query}));
      EXPECT_EQ(0, result.status) << query.substr(0, 100) << result.err.substr(0, 1000);
    }
  }
}

TEST_F(SearchCommand, WithoutAnIndexSaysWhatToDo) {
  const TemporaryFolder folder;
  folder.write("debrief.yaml", kConfig);
  EXPECT_EQ(
      R"(! debrief: there is no search index at [ROOT]/site/internal/search/index; run 'debrief build' first
exit 2
)",
      transcript_of({"search", "x", "--root", folder.path().string()}, folder.path()));
}

// A site one file of whose index is what a test makes of it.
class DamagedIndex : public SearchCommand {
 protected:
  void SetUp() override {
    damaged_.write("debrief.yaml", kConfig);
    fs::create_directories((damaged_ / kFolder).parent_path());
    fs::copy(*folder_ / "kb" / kFolder, damaged_ / kFolder, fs::copy_options::recursive);
    for (const auto& [path, bytes] : read_tree(damaged_ / kFolder)) files_.push_back(path);
    ASSERT_LT(20u, files_.size());
  }
  RunResult search() {
    RunOptions options;
    options.kill_after = std::chrono::seconds(20);
    return run_debrief({"search", "--root", damaged_.path().string(), "--json",
                        "pool connec* ledgre \"card payments\" service:checkout"},
                       options);
  }
  std::string bytes_of(const std::string& file) {
    return TemporaryFolder::read_file(damaged_ / kFolder / file);
  }
  // Searches with other bytes in `file`, and puts it right again.
  RunResult search_with(const std::string& file, const std::string& bytes) {
    const std::string before = bytes_of(file);
    damaged_.write(kFolder + "/" + file, bytes);
    RunResult result = search();
    damaged_.write(kFolder + "/" + file, before);
    return result;
  }
  static void expect_clear_message(const RunResult& result, const std::string& file,
                                   const std::string& what) {
    EXPECT_EQ(2, result.status) << what << ": " << result.err;
    EXPECT_EQ("", result.out) << what;
    EXPECT_THAT(result.err, testing::StartsWith("debrief: ")) << what;
    EXPECT_THAT(result.err, testing::HasSubstr(kFolder + "/" + file + " is ")) << what;
    EXPECT_THAT(result.err, testing::EndsWith("; run 'debrief build' again\n")) << what;
    EXPECT_EQ(1, std::ranges::count(result.err, '\n')) << what;
  }

  static inline const std::string kFolder = "site/internal/search/index";
  TemporaryFolder damaged_;
  std::vector<std::string> files_;
};

TEST_F(DamagedIndex, CutOffAnywhereIsReported) {
  for (const std::string& file : files_) {
    const std::string bytes = bytes_of(file);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, bytes.size() / 2}) {
      expect_clear_message(search_with(file, bytes.substr(0, size)), file,
                           fmt::format("{} bytes of {}", size, file));
    }
  }
  EXPECT_EQ(0, search().status);
}

TEST_F(DamagedIndex, OfSomethingElseIsReported) {
  for (const std::string& file : {files_.front(), files_.back()}) {
    expect_clear_message(search_with(file, std::string(100'000, '\0')), file, "nulls");
    expect_clear_message(search_with(file, "<!doctype html>\n"), file, "a page");
  }
  expect_clear_message(search_with(files_[0], bytes_of(files_[1])), files_[0], "another chunk");
}

TEST_F(DamagedIndex, WithASingleFlippedBitIsReported) {
  std::mt19937 random(7);
  for (int i = 0; i < 60; ++i) {
    const std::string& file = files_[i < 20 ? files_.size() - 1 : random() % files_.size()];
    std::string bytes = bytes_of(file);
    const std::size_t at = random() % bytes.size();
    bytes[at] ^= static_cast<char>(1U << random() % 8);
    expect_clear_message(search_with(file, bytes), file, fmt::format("byte {}", at));
  }
  EXPECT_EQ(0, search().status);
}

TEST_F(DamagedIndex, WithAFileLessIsReported) {
  for (const std::string& file : files_) {
    const std::string bytes = bytes_of(file);
    fs::remove(damaged_ / kFolder / file);
    const RunResult result = search();
    damaged_.write(kFolder + "/" + file, bytes);
    expect_clear_message(result, file, file);
    EXPECT_THAT(result.err, testing::HasSubstr(" is missing; ")) << file;
  }
}

}  // namespace
}  // namespace debrief
