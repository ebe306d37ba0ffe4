#include "generator/base/slug.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "generator/base/text.h"
#include "generator/base/utf8.h"

namespace debrief {
namespace {

TEST(Slug, IsSafeInUrlsAndFileNames) {
  struct Row {
    const char* name;
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"words", "Database Outage", "database-outage"},
      {"accents and a ligature", "Réseau: 2 nœuds", "reseau-2-noeuds"},
      {"one hyphen for many signs", "a -- b // c", "a-b-c"},
      {"none at the ends", "--[Draft]--", "draft"},
      {"no dot in front", ".htaccess", "htaccess"},
      {"apostrophes stay within the word", "Why didn't it\u2019s", "why-didnt-its"},
      {"no way up", "../../etc/passwd", "etc-passwd"},
      {"no backslash", "C:\\temp", "c-temp"},
      {"no NUL", std::string("a\0b", 3), "a-b"},
      {"no control characters", "a\x1B[0m\tb\x7F", "a-0m-b"},
      {"no bidi controls", "a\u202Eb\u2066c\u200Fd", "a-b-c-d"},
      {"no emoji", "\U0001F525 fire \u2705 \u2764\uFE0F", "fire"},
      {"no invalid bytes", "caf\xE9s", "caf-s"},
      {"no HTML", "<script>&amp;", "script-amp"},
      {"no quotes or percent", "100% \"sure\"", "100-sure"},
      {"German", "Größe der Straße ẞ", "grosse-der-strasse-ss"},
      {"Polish", "Zażółć gęślą jaźń", "zazolc-gesla-jazn"},
      {"Czech", "Příliš žluťoučký kůň", "prilis-zlutoucky-kun"},
      {"Turkish", "İstanbul ığşç", "istanbul-igsc"},
      {"Romanian", "Țară și oraș", "tara-si-oras"},
      {"Vietnamese", "Việt Nam đường ưu", "viet-nam-duong-uu"},
      {"Nordic", "Þór ær Øre Ånd", "thor-aer-ore-and"},
      {"accents as characters of their own", "re\u0301seau", "reseau"},
      {"not letters among Latin-1", "3×4÷2 ©", "3-4-2"},
      {"Japanese", "データベース 障害", "データベース-障害"},
      {"Chinese punctuation", "故障，复盘。", "故障-复盘"},
      {"Russian keeps its case", "Сбой Сети", "Сбой-Сети"},
      {"Greek", "Βλάβη δικτύου", "Βλάβη-δικτύου"},
      {"Arabic", "عطل الشبكة", "عطل-الشبكة"},
      {"Hindi vowel signs", "नेटवर्क विफलता", "नेटवर्क-विफलता"},
      {"full-width letters", "ＡＢＣ１２", "abc12"},
      {"soft hyphen and joiners", "data\u00ADbase\u200D", "database"},
      {"nothing left", "!?…", "x"},
      {"nothing at all", "", "x"},
      {"Windows device", "CON", "con-x"},
      {"numbered Windows device", "Lpt1", "lpt1-x"},
      {"no Windows device", "Console", "console"},
      {"no Windows device either", "com12", "com12"},
  };
  for (const Row& row : rows) EXPECT_EQ(make_slug(row.text), row.expected) << row.name;
}

TEST(Slug, IsCutAtAHyphen) {
  const std::string word(39, 'a');
  EXPECT_EQ(make_slug(word + ' ' + word + " b"), word + '-' + word);
  EXPECT_EQ(make_slug(word + ' ' + word + "bb"), word);
  EXPECT_EQ(make_slug(word + ' ' + word + "b"), word + '-' + word + 'b');  // 80 just fit.
  EXPECT_EQ(make_slug(word + ' ' + word + "b c"), word + '-' + word + 'b');
  EXPECT_EQ(make_slug(std::string(200, 'a')), std::string(80, 'a'));
}

TEST(Slug, LeavesRoomInAFileNameForScriptsOfManyBytes) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "障";
  EXPECT_EQ(make_slug(text).size(), 198u);
}

RC_GTEST_PROP(Slug, IsSafeWhateverTheText, ()) {
  std::string text;
  for (const char32_t code : *rc::gen::container<std::u32string>(rc::gen::oneOf(
           rc::gen::inRange<char32_t>(0, 0x250), rc::gen::inRange<char32_t>(0x2000, 0x2070),
           rc::gen::inRange<char32_t>(0x1F000, 0x1FFFF), rc::gen::inRange<char32_t>(0, 0xD800),
           rc::gen::inRange<char32_t>('A', 'Z')))) {
    append_utf8(text, code);
  }
  const std::string slug = make_slug(text);
  RC_ASSERT(!slug.empty());
  RC_ASSERT(slug.front() != '-');
  RC_ASSERT(slug.back() != '-');
  RC_ASSERT(slug.find("--") == std::string::npos);
  RC_ASSERT(count_characters(slug) <= 82u);
  RC_ASSERT(slug.size() <= 202u);
  RC_ASSERT(!find_invalid_utf8(slug));
  RC_ASSERT(make_slug(slug) == slug);
  RC_ASSERT(std::all_of(slug.begin(), slug.end(), [](char c) {
    return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  }));
  for (std::size_t offset = 0; offset < slug.size();) {
    const Utf8Character character = decode_utf8(slug, offset);
    offset += character.length;
    RC_ASSERT(character.code < 0x2000 || character.code >= 0x3000);  // Signs and formatting.
    RC_ASSERT(character.code < 0x1F000);                             // Emoji.
  }
}

TEST(UniqueNames, GivesEachNameOnce) {
  UniqueNames names;
  std::string taken;
  for (const char* name : {"a", "a", "b", "a", "a-2", "a-2", "a-5", "a", "a"}) {
    taken += names.take(name) + ' ';
  }
  EXPECT_EQ(taken, "a a-2 b a-3 a-2-2 a-2-3 a-5 a-4 a-6 ");
}

}  // namespace
}  // namespace debrief
