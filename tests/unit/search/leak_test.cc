// The index holds what its documents say, and nothing else.
#include <gtest/gtest.h>
#include <xapian.h>

#include <functional>
#include <set>

#include "search/walk.h"
#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

std::string walked(const std::filesystem::path& file,
                   void (&walk)(const std::filesystem::path&,
                                const std::function<void(Found kind, std::string_view text)>&)) {
  std::string text;
  walk(file, [&text](Found kind, std::string_view what) {
    if (kind == Found::uuid) return;
    if (kind == Found::value || kind == Found::value_bound) {
      what = Xapian::sortable_unserialise(std::string(what)) == 0 ? "0" : "number";
    }
    text += std::string(name_of(kind)) + ": " + std::string(what) + "\n";
  });
  return text;
}

TEST(Walk, ShowsAllThatADatabaseGivesAway) {
  Document document = page("a/", "Two pools", "Two pools", 1);
  document.tags = {"Red"};
  const Site site({document});
  const std::string none("\0\0", 2);  // No values, and none of the one page.
  EXPECT_EQ(walked(site.file(), walk_index),
            "last document number: 1\n"
            "metadata key: language\n"
            "metadata value: en\n"
            "metadata key: schema\n"
            "metadata value: 2\n"
            "term: Kred\n"
            "term: Qa/\n"
            "term: XKINDincident\n"
            "term: XQUARTER1970-q1\n"
            "term: Y1970\n"
            "term: Zpool\n"
            "term: Zred\n"
            "term: Ztwo\n"
            "term: pools\n"
            "term: red\n"
            "term: two\n"
            "positions: two pools two pools red\n"
            "bound of a value: number\n"
            "bound of a value: number\n"
            "value: number\n"
            "document data: \n"
            "spelling: pools\n"
            "spelling: red\n"
            "spelling: two\n"
            "attachment: " +
                std::string("\1\bincident\1\0", 12) +
                "\n"  // Kinds.
                "attachment: " +
                none +
                "\n"  // Services, causes, severities.
                "attachment: " +
                none +
                "\n"
                "attachment: " +
                none +
                "\n"
                "attachment: " +
                std::string("\1\4"
                            "1970\1\0",
                            8) +
                "\n"  // Years.
                "attachment: " +
                none +
                "\n"  // States, owners.
                "attachment: " +
                none +
                "\n"
                "attachment: " +
                std::string("\1\3Red\1\0", 7) +
                "\n"  // Tags.
                "attachment: p2:a/k8:incidentt9:Two poolsd1:1x9:Two pools\n");
}

TEST(Walk, ShowsWhatOthersLeftInADatabase) {
  const TempFolder folder;
  const std::string path = (folder / "db").string();
  {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
    database.add_synonym("k8s", "kubernetes");
    database.add_document(Xapian::Document());
    database.delete_document(1);
    database.commit();
  }
  EXPECT_EQ(walked(path, walk_database),
            "last document number: 1\n"
            "synonym key: k8s\n"
            "synonym: kubernetes\n");
}

// Were an index ever made by deleting from a larger one, this is where it would show.
TEST(Leak, NothingStaysOfDocumentsThatAreNotIndexed) {
  std::vector<Document> all;
  for (int i = 0; i < 40; ++i) {
    Document document = page("p" + std::to_string(i) + "/", "Common words", "Common words again");
    if (i % 4 == 0) {
      document.path = "hidden" + std::to_string(i) + "/";
      document.title = "Swordfish acquisition";
      document.tags = document.owners = document.services = {"swordfish"};
    }
    all.push_back(std::move(document));
  }
  std::vector<Document> shown;
  for (const Document& document : all) {
    if (document.tags.empty()) shown.push_back(document);
  }
  const Site site(shown);
  walk_index(site.file(), [](Found kind, std::string_view what) {
    EXPECT_EQ(what.find("swordfish"), std::string_view::npos) << name_of(kind) << ": " << what;
    EXPECT_EQ(what.find("hidden"), std::string_view::npos) << name_of(kind) << ": " << what;
    if (kind == Found::last_document_number) {
      EXPECT_EQ(what, "30");
    }
  });
  EXPECT_EQ(site.search("swordfsh").suggestion, "");
}

// Memory that was freed before may be where a database's blocks are laid out.
TEST(Leak, FreedMemoryIsNotInTheFile) {
  const std::string marker = "XYZZY-FREED-MEMORY-MARKER";
  for (const std::size_t size : {2'000u, 8'192u, 65'536u, 300'000u}) {
    std::vector<std::string> blocks;
    for (int i = 0; i < 200; ++i) {
      std::string block;
      while (block.size() < size) block += marker;
      blocks.push_back(std::move(block));
    }
  }
  std::vector<Document> documents;
  for (int i = 0; i < 300; ++i) {
    documents.push_back(page("p" + std::to_string(i) + "/", "Title " + std::to_string(i),
                             "text of page number " + std::to_string(i)));
  }
  IndexOptions options;
  options.documents_per_part = 50;
  options.jobs = 2;
  const Site site(documents, options);
  EXPECT_EQ(read_file(site.file()).find(marker.substr(0, 12)), std::string::npos);
}

}  // namespace
}  // namespace debrief::search
