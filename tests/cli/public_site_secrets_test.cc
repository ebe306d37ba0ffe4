// What is not public is in no byte of the public site: not in a page, not in a name, not in the
// search index.
//
// The test reads the sample knowledge base by itself, and knows of publication only the rule:
// public needs `visibility: public` and `status: published`, both of them written down.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "search/chunks.h"
#include "search/walk.h"
#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

using Words = std::set<std::string>;

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return text;
}

// The words of five letters and more, in small letters. Letters are those of ASCII and those
// that take two bytes of UTF-8, which is enough for names of people and places.
Words words_of(const std::string& text) {
  constexpr std::size_t kLeast = 5;
  Words words;
  std::string word;
  std::size_t letters = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(i < text.size() ? text[i] : '\0');
    const bool is_ascii = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool is_pair = byte >= 0xC3 && byte <= 0xD4 && i + 1 < text.size();
    if (is_ascii || is_pair) {
      word += text[i];
      if (is_pair) word += text[++i];
      ++letters;
      continue;
    }
    if (letters >= kLeast) words.insert(lower(word));
    word.clear();
    letters = 0;
  }
  return words;
}

std::string front_matter_value(const std::string& text, const std::string& key) {
  const std::string head = text.substr(0, text.find("\n---", 3));
  const std::size_t at = head.find("\n" + key + ": ");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + key.size() + 3;
  std::string value = head.substr(begin, head.find('\n', begin) - begin);
  if (value.size() > 1 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  return value;
}

// Before the day of everything that the sample keeps back.
constexpr const char* kToday = "2026-11-21";

struct Post {
  std::string path;  // from the root: "incidents/2025/a.md"
  std::string text;

  std::string value(const std::string& key) const { return front_matter_value(text, key); }
  bool is_public() const {
    return value("visibility") == "public" && value("status") == "published" && !is_kept_back();
  }
  // Whether its day is later than kToday; only days are written in the sample.
  bool is_kept_back() const {
    const std::size_t at = text.find("not_before: ");
    return at != std::string::npos && text.substr(at + 12, 10) > kToday;
  }
  // The name that its author gave it: the file's, or the folder's if the file is its index.
  std::string name() const {
    const fs::path file = path;
    return (file.stem() == "index" ? file.parent_path() : file).stem().string();
  }
};

std::vector<Post> posts_in(const std::string& folder) {
  std::vector<Post> posts;
  for (const auto& [path, text] : read_tree(content_folder() / folder)) {
    if (path.ends_with(".md")) posts.push_back({folder + "/" + path, text});
  }
  return posts;
}

// All that the public may read, one way or another.
Words public_words() {
  Words words;
  const auto add = [&words](const std::string& text) { words.merge(words_of(text)); };
  for (const Post& post : posts_in("incidents")) {
    if (post.is_public()) add(post.text);
  }
  for (const Post& guide : posts_in("pages")) {
    if (guide.value("visibility") == "public") add(guide.text);
  }
  for (const char* file :
       {"debrief.yaml", "services.yaml", "causes.yaml", "people.yaml", "redactions.yaml"}) {
    add(TemporaryFolder::read_file(content_folder() / file));
  }
  const fs::path source = DEBRIEF_SOURCE_DIR;
  for (const auto& [path, text] : read_tree(source / "themes/default")) add(path + " " + text);
  for (const auto& [path, text] : read_tree(source / "generator/site")) add(text);
  for (const auto& [path, text] : read_tree(source / "search")) add(text);
  return words;
}

struct Secret {
  std::string post;  // its path
  std::string id;
  std::string title;
  std::string name;
  Words words;  // those that only it has
};

std::vector<Secret> secrets() {
  const Words known = public_words();
  std::vector<Secret> secrets;
  for (const Post& post : posts_in("incidents")) {
    if (post.is_public()) continue;
    Secret secret = {
        post.path, lower(post.value("id")), lower(post.value("title")), lower(post.name()), {}};
    std::ranges::set_difference(words_of(post.text), known,
                                std::inserter(secret.words, secret.words.end()));
    secrets.push_back(std::move(secret));
  }
  return secrets;
}

std::string without_entities(const std::string& text) {
  static const std::vector<std::pair<std::string, std::string>> kEntities = {
      {"&lt;", "<"},   {"&gt;", ">"},   {"&quot;", "\""}, {"&#39;", "'"},
      {"&#x27;", "'"}, {"&apos;", "'"}, {"&#34;", "\""},  {"&amp;", "&"},
  };
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const auto entity = std::ranges::find_if(kEntities, [&](const auto& each) {
      return text.compare(i, each.first.size(), each.first) == 0;
    });
    plain += entity == kEntities.end() ? std::string(1, text[i]) : entity->second;
    i += entity == kEntities.end() ? 1 : entity->first.size();
  }
  return plain;
}

// Where somebody could read something: a name, a file's bytes, an entry of the index.
struct Place {
  std::string name;
  std::string text;  // in small letters
  Words words;
};

std::vector<Place> places_of(const fs::path& site) {
  std::vector<Place> places;
  const auto add = [&places](std::string name, std::string text) {
    Words words = words_of(text);
    places.push_back({std::move(name), lower(std::move(text)), std::move(words)});
  };
  for (const auto& [path, bytes] : read_tree(site)) {
    // The search engine is the same on every site, and so are its licence and its words.
    if (path.starts_with("assets/search-engine.")) continue;
    add("name of " + path, path);
    add(path, bytes);
    if (path.ends_with(".html") || path.ends_with(".xml")) {
      add(path + " without entities", without_entities(bytes));
    }
  }
  std::map<search::Found, std::string> entries;
  const std::filesystem::path index = site.parent_path() / "index-of-the-public-site";
  search::join_chunks(site / "search/index", index);
  search::walk_index(index, [&entries](search::Found kind, std::string_view text) {
    std::string entry(text);
    // Stems of public words may be words of their own. They add nothing
    // to the words themselves, which are entries too.
    if (kind == search::Found::term && entry.starts_with('Z')) return;
    // Terms of fields begin with a name in capitals.
    if (kind == search::Found::term) {
      entry.erase(0, entry.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXY"));
    }
    entries[kind] += entry + "\n";
  });
  for (const auto& [kind, text] : entries) {
    add("index: " + std::string(search::name_of(kind)), text);
  }
  return places;
}

// "PATH: title in PLACE" for everything of a secret post-mortem that a site shows.
std::vector<std::string> leaks(const fs::path& site) {
  const std::vector<Place> places = places_of(site);
  std::vector<std::string> found;
  for (const Secret& secret : secrets()) {
    for (const Place& place : places) {
      const auto report = [&](const std::string& what) {
        found.push_back(secret.post + ": " + what + " in " + place.name);
      };
      if (place.text.find(secret.id) != std::string::npos) report("id");
      if (place.text.find(secret.title) != std::string::npos) report("title");
      if (place.text.find(secret.name) != std::string::npos) report("file name");
      for (const std::string& word : secret.words) {
        if (place.words.contains(word)) report("'" + word + "'");
      }
    }
  }
  return found;
}

class PublicSite : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    copy_content(*folder_ / "kb");
    const RunResult result =
        run_debrief({"build", "--root", (*folder_ / "kb").string(), "--drafts", "--today", kToday});
    ASSERT_EQ(0, result.status) << result.err;
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static fs::path site(const std::string& view) { return *folder_ / ("kb/site/" + view); }

  static std::unique_ptr<TemporaryFolder> folder_;
};

std::unique_ptr<TemporaryFolder> PublicSite::folder_;

TEST_F(PublicSite, HasSecretsToKeep) {
  EXPECT_TRUE(std::ranges::any_of(posts_in("incidents"), &Post::is_kept_back));
  EXPECT_GE(secrets().size(), 10u);
  for (const Secret& secret : secrets()) {
    EXPECT_NE("", secret.id) << secret.post;
    EXPECT_NE("", secret.title) << secret.post;
    EXPECT_NE("", secret.name) << secret.post;
    EXPECT_GE(secret.words.size(), 5u) << secret.post;
  }
}

TEST_F(PublicSite, ShowsNothingOfWhatIsNotPublic) {
  EXPECT_THAT(leaks(site("public")), testing::IsEmpty());
}

// If this fails, the test above proves nothing.
TEST_F(PublicSite, WouldBeFoundOutIfItShowedAnything) {
  const std::vector<std::string> found = leaks(site("internal"));
  const auto has = [&found](const std::string& beginning, const std::string& end) {
    return std::ranges::any_of(found, [&](const std::string& leak) {
      return leak.starts_with(beginning) && leak.ends_with(end);
    });
  };
  for (const Secret& secret : secrets()) {
    EXPECT_TRUE(has(secret.post + ": id", ".html")) << secret.post;
    EXPECT_TRUE(has(secret.post + ": file name", ".html")) << secret.post;
    EXPECT_TRUE(has(secret.post + ": title", "without entities")) << secret.post;
    EXPECT_TRUE(has(secret.post + ": id in name of ", "")) << secret.post;
    for (const char* kind : {"attachment", "positions", "spelling", "term"}) {
      EXPECT_TRUE(has(secret.post + ": '", std::string("index: ") + kind)) << secret.post << kind;
    }
    for (const std::string& word : secret.words) {
      // Words of keys, of marks and of comments are shown to nobody.
      if (!has(secret.post + ": '" + word + "'", ".html")) {
        RecordProperty("not shown in " + secret.name, word);
      }
    }
  }
}

// People's names and what the dictionary replaces are secrets of public post-mortems, too.
TEST_F(PublicSite, NamesNobody) {
  std::vector<std::string> names;
  const std::string people = TemporaryFolder::read_file(content_folder() / "people.yaml");
  for (std::size_t at = 0; (at = people.find("name: ", at)) != std::string::npos;) {
    at += 6;
    const std::string name = people.substr(at, people.find(',', at) - at);
    names.push_back(lower(name));
    names.push_back(lower(name.substr(name.rfind(' ') + 1)));
  }
  ASSERT_GE(names.size(), 20u);
  for (const char* term : {"norrskagen", "cassiterra", "paylantic", ".hl.internal"}) {
    names.emplace_back(term);
  }
  const std::vector<Place> inside = places_of(site("internal"));
  const std::vector<Place> outside = places_of(site("public"));
  for (const std::string& name : names) {
    for (const Place& place : outside) {
      EXPECT_EQ(std::string::npos, place.text.find(name)) << name << " in " << place.name;
    }
    EXPECT_TRUE(std::ranges::any_of(inside, [&](const Place& place) {
      return place.text.find(name) != std::string::npos;
    })) << name;
  }
}

}  // namespace
}  // namespace debrief
