// An index cut into files for a web host: the same index in other clothes.
#include "search/chunks.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <regex>
#include <set>
#include <stdexcept>

#include "search/chunk_store.h"
#include "search/manifest.h"
#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;

// Enough text for trees of several levels.
std::vector<Document> many(int count) {
  std::mt19937 random(11);
  std::vector<Document> documents;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int j = 0; j < 300; ++j) text += "w" + std::to_string(random() % 9'000) + " ";
    Document document = page("p" + std::to_string(i) + "/", "Outage " + std::to_string(i), text,
                             on(2025, 1 + random() % 12, 1));
    document.services = {"s" + std::to_string(random() % 9)};
    documents.push_back(std::move(document));
  }
  return documents;
}

Files cut(const fs::path& index, unsigned jobs = 1) {
  Files files;
  std::mutex mutex;
  write_chunks(index, jobs, [&](const std::string& path, std::string_view bytes) {
    const std::lock_guard lock(mutex);
    EXPECT_TRUE(files.emplace(path, bytes).second) << path << " was written twice";
  });
  return files;
}

void put(const Files& files, const fs::path& folder) {
  for (const auto& [path, bytes] : files) {
    fs::create_directories((folder / path).parent_path());
    std::ofstream(folder / path, std::ios::binary) << bytes;
  }
}

std::string joined(const Files& files) {
  const TempFolder folder;
  put(files, folder / "site");
  join_chunks(folder / "site", folder / "index");
  return read_file(folder / "index");
}

std::string failure(const Files& files) {
  const TempFolder folder;
  put(files, folder / "site");
  try {
    open_chunks(folder / "site");
    return "none";
  } catch (const std::runtime_error& error) {
    const std::string text = error.what();
    const std::string place = (folder / "site").generic_string() + "/";
    return text.starts_with(place) ? text.substr(place.size()) : text;
  }
}

TEST(Chunks, JoinToTheVerySameIndex) {
  for (const int pages : {0, 1, 5, 400}) {
    const Site site(many(pages));
    EXPECT_TRUE(joined(cut(site.file())) == read_file(site.file())) << pages << " pages";
  }
}

TEST(Chunks, AreTheSameHoweverManyJobsCutThem) {
  const Site site(many(200));
  const Files files = cut(site.file());
  EXPECT_TRUE(cut(site.file(), 2) == files);
  EXPECT_TRUE(cut(site.file(), 7) == files);
}

TEST(Chunks, AnswerAsTheIndexDoes) {
  const Site site(many(300));
  const TempFolder folder;
  put(cut(site.file()), folder / "site");
  const Engine engine = open_chunks(folder / "site");
  for (const std::string query : {"", "w17 w99", "\"w1 w2\"", "w12*", "service:s3", "w17x"}) {
    Request request;
    request.query = query;
    EXPECT_EQ(to_text(engine.search(request)), to_text(site.search(request))) << query;
  }
}

TEST(Chunks, HaveNamesThatTellTheirBytes) {
  const Site site(many(100));
  for (const auto& [path, bytes] : cut(site.file())) {
    if (path == kManifestName) continue;
    EXPECT_TRUE(std::regex_match(path, std::regex("chunks/[0-9a-f]{2}/[0-9a-f]{10}\\.bin")))
        << path;
    EXPECT_EQ(path, path_of(name_of(bytes)));
  }
}

// A page that is edited changes its own record and the blocks its words are in.
TEST(Chunks, OfPagesThatDidNotChangeKeepTheirNames) {
  std::vector<Document> documents = many(300);
  const Site before(documents);
  documents[250].sections[0].text += " swordfish";
  const Site after(documents);
  const Files old_files = cut(before.file());
  std::size_t same = 0;
  for (const auto& [path, bytes] : cut(after.file())) same += old_files.count(path);
  EXPECT_GT(same, 299u);
}

TEST(Chunks, OfASmallIndexAreFew) {
  const Site site(sample());
  const Files files = cut(site.file());
  // The manifest, the database, the columns (equal ones once), and a record a page.
  EXPECT_EQ(files.size(), 1u + 1u + 8u + 5u);
}

TEST(Chunks, ThatAreMissingOrDamagedAreNamed) {
  const Site site(many(30));
  const Files whole = cut(site.file());
  for (const auto& [path, bytes] : whole) {
    Files files = whole;
    files.erase(path);
    EXPECT_EQ(failure(files), path + " is missing");

    const std::string damaged =
        path == kManifestName ? " is damaged, or of another version of Debrief" : " is damaged";
    for (const std::size_t at : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
      files = whole;
      files[path][at] ^= 4;
      EXPECT_EQ(failure(files), path + damaged);
    }
    files = whole;
    files[path].pop_back();
    EXPECT_EQ(failure(files), path + damaged);
    files[path] = "";
    EXPECT_EQ(failure(files), path + damaged);
  }
  EXPECT_EQ(failure(whole), "none");
}

TEST(Manifest, IsReadAsItWasWritten) {
  Manifest manifest;
  manifest.block_size = 4096;
  manifest.block_chunks = {{0, 3, 7}, {1, 9}, {2, 4, 5}, {6}, {8, 10}};
  manifest.attachments = 2;
  for (int i = 0; i < 7; ++i) manifest.names.push_back(name_of(std::to_string(i)));
  const std::string bytes = encode_manifest(manifest, 2);
  const std::optional<Manifest> read = parse_manifest(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->block_size, 4096u);
  EXPECT_EQ(read->block_chunks, manifest.block_chunks);
  EXPECT_EQ(read->attachments, 2u);
  EXPECT_EQ(read->names, manifest.names);
}

TEST(Manifest, ThatIsDamagedIsRefused) {
  const Site site(many(60));
  const std::string bytes = cut(site.file()).at(std::string(kManifestName));
  ASSERT_TRUE(parse_manifest(bytes));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(parse_manifest(bytes.substr(0, size))) << size;
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string other = bytes;
    other[at] ^= static_cast<char>(1u << (at % 8));
    EXPECT_FALSE(parse_manifest(other)) << at;
  }
  EXPECT_FALSE(parse_manifest("<!doctype html>"));
}

// The store of a browser, and what Xapian would read from it.
class Store : public testing::Test {
 protected:
  Store() : site_(many(200)), files_(cut(site_.file())) {}

  std::string manifest() const { return files_.at(std::string(kManifestName)); }
  ChunkStore empty_store() const { return ChunkStore(*parse_manifest(manifest())); }
  void fetch(ChunkStore& store, const std::vector<std::size_t>& chunks) const {
    for (const std::size_t chunk : chunks) {
      EXPECT_TRUE(store.add(chunk, files_.at(store.path(chunk))));
    }
  }

  Site site_;
  Files files_;
};

TEST_F(Store, ReadsTheDatabaseOnceAllOfItIsHere) {
  ChunkStore store = empty_store();
  const std::string index = read_file(site_.file());
  const std::uint32_t size = parse_manifest(manifest())->block_size;
  std::string bytes;
  std::string block(size, '\0');
  for (int round = 0; round < 2; ++round) {
    bytes.clear();
    while (store.read(bytes.size(), block.data(), size)) bytes += block;
    EXPECT_EQ(store.misses_any(), round == 0);
    fetch(store, store.take_missing());
  }
  EXPECT_TRUE(index.starts_with(bytes));
  EXPECT_GT(bytes.size(), index.size() / 2);
}

TEST_F(Store, NotesWhatIsMissedOnceAndInOrder) {
  ChunkStore store = empty_store();
  EXPECT_EQ(store.attachment(3), std::nullopt);
  EXPECT_EQ(store.attachment(1), std::nullopt);
  EXPECT_EQ(store.attachment(3), std::nullopt);
  const std::vector<std::size_t> missing = store.take_missing();
  ASSERT_EQ(missing.size(), 2u);
  EXPECT_EQ(missing[0], missing[1] + 2);
  EXPECT_FALSE(store.misses_any());
  fetch(store, missing);
  EXPECT_NE(store.attachment(3), std::nullopt);
  EXPECT_FALSE(store.misses_any());
}

TEST_F(Store, TakesNothingButWhatTheManifestNames) {
  ChunkStore store = empty_store();
  const std::string& first = files_.at(store.path(0));
  EXPECT_FALSE(store.add(0, first.substr(1)));
  EXPECT_FALSE(store.add(0, first + "x"));
  EXPECT_FALSE(store.add(0, ""));
  EXPECT_FALSE(store.add(0, files_.at(store.path(1))));
  EXPECT_FALSE(store.add(store.chunk_count(), first));
  EXPECT_EQ(store.held_bytes(), 0u);
  EXPECT_TRUE(store.add(0, first));
  EXPECT_TRUE(store.add(0, first));
  EXPECT_GT(store.held_bytes(), 0u);
}

TEST_F(Store, HoldsNoMoreThanItMayAndLetsGoOfTheOldest) {
  ChunkStore store = empty_store();
  for (std::size_t number = 0; number < 20; ++number) {
    store.begin_round(3'000);
    const auto again = [&] {
      if (store.attachment(number)) return;
      fetch(store, store.take_missing());
    };
    again();
    EXPECT_NE(store.attachment(number), std::nullopt);
  }
  store.begin_round(3'000);
  EXPECT_LE(store.held_bytes(), 3'000u + 4'000u);  // Those of the last round stay.
  EXPECT_NE(store.attachment(19), std::nullopt);
  EXPECT_EQ(store.attachment(8), std::nullopt);
}

}  // namespace
}  // namespace debrief::search
