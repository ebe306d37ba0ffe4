// What is kept of files, and that it is kept as it was.

#include "generator/check/known_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

Files a_few() {
  return {{"debrief.yaml", "title: Lighthouse\n"},
          {"incidents/a.md", report_text("id: PM-1\nservices: [fares]\nauthors: [Runa]\n",
                                         "The pool leaked, see [b](b.md) and ![c](c.png).\n")},
          {"incidents/b.md", report_text("repeats: [pm 1]\nstatus: draft\n", "A pool leaked.\n")},
          {"incidents/broken.md", "---\ntitle: [\n---\n"},
          {"pages/guide.md", "---\ntitle: Guide\n---\n\n[a](../incidents/a.md)\n"}};
}

std::string text_of(const KnownFiles& known) {
  std::string text;
  for (const auto& [path, file] : known.files) {
    text += fmt::format("{}:{}{}{} id={} title={} named={} links={} words=", path,
                        file.is_read ? "" : " unread", file.is_incident ? " incident" : "",
                        file.is_draft ? " draft" : "", file.id, file.title,
                        fmt::join(file.named, ","), fmt::join(file.links, ","));
    for (const CountedWord& word : file.words.words) {
      text += fmt::format("{}/{}/{}{} ", known.table.word(word.term), known.table.word(word.form),
                          word.halves, word.in_head ? "!" : "");
    }
    for (const WordId id : file.words.services) text += "+" + known.table.word(id) + " ";
    for (const WordId id : file.words.author_terms) text += "@" + known.table.word(id) + " ";
    text.back() = '\n';
  }
  return text;
}

TEST(KnownFiles, AreWhatOthersCanDependOn) {
  KnownFiles known;
  EXPECT_EQ(learn_files(tree_with(a_few()), known, 1),
            (std::vector<std::string>{"incidents/a.md", "incidents/b.md", "incidents/broken.md",
                                      "pages/guide.md"}));
  EXPECT_EQ(text_of(known),
            "incidents/a.md: incident id=PM-1 title=T named= links=incidents/b.md,"
            "incidents/c.png words=Zleak/leaked/2 Zpool/pool/2 +fares @Zruna\n"
            "incidents/b.md: incident draft id=b title=T named=pm-1 links= "
            "words=Zleak/leaked/2 Zpool/pool/2\n"
            "incidents/broken.md: unread id= title= named= links= words\n"
            "pages/guide.md: id= title=Guide named= links=incidents/a.md words\n");
}

TEST(KnownFiles, AreReadAgainOnlyIfTheyChange) {
  Files files = a_few();
  KnownFiles known;
  learn_files(tree_with(files), known, 1);
  EXPECT_EQ(learn_files(tree_with(files), known, 1), std::vector<std::string>{});
  files[2].second += "More.\n";
  files.erase(files.begin() + 1);
  EXPECT_EQ(learn_files(tree_with(files), known, 1), std::vector<std::string>{"incidents/b.md"});
  EXPECT_FALSE(known.files.contains("incidents/a.md"));
}

TEST(KnownFiles, AreTheSameFromBytes) {
  KnownFiles known;
  learn_files(tree_with(a_few()), known, 1);
  const std::string bytes = known_files_bytes(known, "program 1");
  const auto again = read_known_files(bytes, "program 1");
  ASSERT_TRUE(again);
  EXPECT_EQ(text_of(*again), text_of(known));
  KnownFiles learned = *read_known_files(bytes, "program 1");
  EXPECT_EQ(learn_files(tree_with(a_few()), learned, 1), std::vector<std::string>{});
  EXPECT_EQ(known_files_bytes(*again, "program 1"), bytes);
}

TEST(KnownFiles, OfAnotherProgramAreNone) {
  KnownFiles known;
  learn_files(tree_with(a_few()), known, 1);
  EXPECT_FALSE(read_known_files(known_files_bytes(known, "program 1"), "program 2"));
}

TEST(KnownFiles, ThatAreDamagedAreNone) {
  KnownFiles known;
  learn_files(tree_with(a_few()), known, 1);
  const std::string bytes = known_files_bytes(known, "program 1");
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
    EXPECT_FALSE(read_known_files(damaged, "program 1")) << i;
    EXPECT_FALSE(read_known_files(std::string_view(bytes).substr(0, i), "program 1")) << i;
  }
}

}  // namespace
}  // namespace debrief
