#include "generator/base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace debrief {
namespace {

TEST(Utf8, DecodesCharactersOfEveryLength) {
  struct Row {
    std::string text;
    char32_t code;
    std::size_t length;
  };
  const Row rows[] = {
      {"a", U'a', 1},
      {"é", U'é', 2},
      {"…", U'…', 3},
      {"😀", U'😀', 4},
      {std::string(1, '\0'), 0, 1},
      {"\xEF\xBF\xBD", U'\uFFFD', 3},     // The replacement character itself is valid.
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},  // The last character there is.
  };
  for (const Row& row : rows) {
    const Utf8Character character = decode_utf8(row.text, 0);
    EXPECT_EQ(character.code, row.code) << row.text;
    EXPECT_EQ(character.length, row.length) << row.text;
    EXPECT_TRUE(character.valid) << row.text;
  }
}

TEST(Utf8, TakesOneByteOfWhatIsNotValid) {
  for (const std::string text : {"\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xFF"}) {
    const Utf8Character character = decode_utf8(text, 0);
    EXPECT_EQ(character.code, U'\uFFFD');
    EXPECT_EQ(character.length, 1u);
    EXPECT_FALSE(character.valid);
  }
}

TEST(Utf8, DecodesAtAnOffset) {
  EXPECT_EQ(decode_utf8("aé…", 3).code, U'…');
}

RC_GTEST_PROP(Utf8, AppendingAndDecodingGiveTheSameCharacter, ()) {
  const auto code = *rc::gen::suchThat(rc::gen::inRange<char32_t>(0, 0x110000),
                                       [](char32_t c) { return c < 0xD800 || c > 0xDFFF; });
  std::string text;
  append_utf8(text, code);
  const Utf8Character character = decode_utf8(text, 0);
  RC_ASSERT(character.valid);
  RC_ASSERT(character.code == code);
  RC_ASSERT(character.length == text.size());
}

}  // namespace
}  // namespace debrief
