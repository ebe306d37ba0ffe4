#include "search/tokenizer.h"

#include <gtest/gtest.h>

namespace debrief::search {
namespace {

// Words with a space between; "+" ties one to the word before, "=" marks the joined form,
// "#" a word with digits, "'" an ideograph.
std::string words_of(std::string_view text) {
  std::string result;
  Tokenizer tokenizer(text);
  for (Word word; tokenizer.next(word);) {
    if (!result.empty()) result += ' ';
    if (word.joined) {
      result += '=';
    } else if (word.attached) {
      result += '+';
    }
    if (word.kind == Word::Kind::digits) result += '#';
    if (word.kind == Word::Kind::ideograph) result += '\'';
    result += word.text;
  }
  return result;
}

struct Case {
  std::string_view text;
  std::string_view words;
};

TEST(Tokenizer, FindsWordsAndTheNamesTheyForm) {
  const Case cases[] = {
      {"", ""},
      {" -- ... ?", ""},
      {"The pool ran dry.", "the pool ran dry"},
      {"don't, customer’s 'quoted'", "don't customer's quoted"},
      {"l'été, O'Brien", "l +été o +brien"},

      // Names: in part, and as one word.
      {"kube-proxy", "kube +proxy =kubeproxy"},
      {"max_connections = 100", "max +connections =maxconnections #100"},
      {"ERR_CONN_RESET", "err +conn +reset =errconnreset"},
      {"PM-2026-014", "pm +#2026 +#014 =#pm2026014"},
      {"us-east-1 and sev-1", "us +east +#1 =#useast1 and sev +#1 =#sev1"},
      {"health‑check", "health +check =healthcheck"},

      // A slug is no name, and a date none either.
      {"how-we-are-on-call", "how +we +are +on +call"},
      {"2026-01-15", "#2026 +#01 +#15"},

      // Hosts, paths, addresses, versions, times.
      {"db-3.eu.prod", "db +#3 =#db3 +eu +prod"},
      {"/var/log/nginx", "var +log +nginx"},
      {"https://a.example/b", "https +a +example +b"},
      {"std::string, a->b", "std +string a +b"},
      {"10.0.0.1:5432 v1.2.3", "#10.0.0.1 +#5432 #v1.2.3"},
      {"at 14:32, 1,200 of 3.", "at #14 +#32 #1,200 of #3"},
      {"HTTP 503.", "http #503"},

      // Other alphabets.
      {"Größe ÉTÉ ΑΒΓ", "größe été αβγ"},
      {"日本語 テスト", "'日 +'本 +'語 'テ +'ス +'ト"},
      {"API障害", "api +'障 +'害"},
      {"soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth"},
  };
  for (const Case& c : cases) EXPECT_EQ(words_of(c.text), c.words) << c.text;
}

TEST(Tokenizer, TellsWhereWordsStand) {
  Tokenizer tokenizer("(kube-proxy)");
  Word word;
  ASSERT_TRUE(tokenizer.next(word));
  EXPECT_EQ(word.begin, 1u);
  EXPECT_EQ(word.end, 5u);
  ASSERT_TRUE(tokenizer.next(word));
  ASSERT_TRUE(tokenizer.next(word));
  EXPECT_TRUE(word.joined);
  EXPECT_EQ(word.begin, 1u);
  EXPECT_EQ(word.end, 11u);
  EXPECT_FALSE(tokenizer.next(word));
}

TEST(Tokenizer, CutsEndlessWordsBetweenCharacters) {
  EXPECT_EQ(words_of(std::string(300, 'x')), std::string(kMaxWordBytes, 'x'));
  std::string umlauts = "x";
  for (int i = 0; i < 300; ++i) umlauts += "ü";
  Tokenizer tokenizer(umlauts);
  Word word;
  ASSERT_TRUE(tokenizer.next(word));
  EXPECT_EQ(word.text.size(), kMaxWordBytes - 1);
  EXPECT_EQ(word.end, umlauts.size());
}

TEST(Tokenizer, TakesControlCharactersAndBrokenBytesAsSpace) {
  EXPECT_EQ(words_of(std::string_view("a\0b\x01"
                                      "c",
                                      5)),
            "a b c");
  EXPECT_EQ(words_of("caf\xE9 bar\xC3"), "caf bar");
}

}  // namespace
}  // namespace debrief::search
