#include "search/tokenizer.h"

#include <gtest/gtest.h>

namespace debrief::search {
namespace {

// Words with a space between; "+" ties one to the word before, "=" marks the joined form, "~" a
// part of the word before, "#" a word with digits, "'" an ideograph.
std::string words_of(std::string_view text) {
  std::string result;
  Tokenizer tokenizer(text);
  for (Word word; tokenizer.next(word);) {
    if (!result.empty()) result += ' ';
    if (word.joined) {
      result += '=';
    } else if (word.part) {
      result += '~';
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
      {"WE’RE they'll", "we're they'll"},
      {"l'été, O'Brien", "l +été o +brien"},
      {"dell'errore aujourd’hui", "dell +errore aujourd +hui"},

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
      {"at 14:32, of 3.", "at #14 +#32 of #3"},
      {"HTTP 503.", "http #503"},

      // Other alphabets.
      {"Größe ÉTÉ ΑΒΓ", "größe été αβγ"},
      {"ΣΊΣΥΦΟΣ Σίσυφος", "σίσυφοσ σίσυφοσ"},
      {"ＨＴＴＰ　５０３", "http #503"},
      {"soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth"},
  };
  for (const Case& c : cases) EXPECT_EQ(words_of(c.text), c.words) << c.text;
}

TEST(Tokenizer, FindsWhatWordsAreMadeOf) {
  const Case cases[] = {
      {"maxConnections", "maxconnections ~max ~connections"},
      {"OutOfMemoryError", "outofmemoryerror ~out ~of ~memory ~error"},
      {"HTTPServer OOMKilled", "httpserver ~http ~server oomkilled ~oom ~killed"},
      {"mTLS eBay", "mtls ~tls ebay ~bay"},
      {"x.CrashLoopBackOff", "x +crashloopbackoff ~crash ~loop ~back ~off"},
      {"MAX_CONN APIs Http iOS", "max +conn =maxconn apis http ios ~os"},
      // No identifier that a person remembers.
      {"aGVsbGeXdXJsZGQsIGtubw", "agvsbgexdxjszgqsigtubw"},
      {"Log4Shell", "#log4shell"},

      // Numbers without what is often left out, versions without their last places.
      {"v1.22.3", "#v1.22.3 ~#1.22.3 ~#1.22"},
      {"10.0.12.7:5432", "#10.0.12.7 ~#10.0.12 ~#10.0 +#5432"},
      {"0x80070005", "#0x80070005 ~#80070005"},
      {"1,200 1,234,567.8", "#1,200 ~#1200 #1,234,567.8 ~#1234567.8"},
      {"12,5 3.14 1,20", "#12,5 #3.14 #1,20"},
      {"v2 version 5", "#v2 version #5"},
  };
  for (const Case& c : cases) EXPECT_EQ(words_of(c.text), c.words) << c.text;
}

// A character is a word there, and so are two neighbours.
TEST(Tokenizer, ReadsScriptsWithoutSpaces) {
  const Case cases[] = {
      {"東", "'東"},
      {"日本語 テスト", "'日 +'本 ='日本 +'語 ='本語 'テ +'ス ='テス +'ト ='スト"},
      {"API障害", "api '障 +'害 ='障害"},
      {"東京/大阪", "'東 +'京 ='東京 '大 +'阪 ='大阪"},
      {"3月", "#3 '月"},
      {"장애", "'장 +'애 ='장애"},
      // Thai, Lao, Burmese, Khmer: vowels and tones belong to the letter before them.
      {"ล่ม", "'ล่ +'ม ='ล่ม"},
      {"ระบบ ๕๐", "'ร +'ะ ='ระ +'บ ='ะบ +'บ ='บบ #๕๐"},
      {"ລະບົບ", "'ລ +'ະ ='ລະ +'ບົ ='ະບົ +'ບ ='ບົບ"},
      {"စနစ်", "'စ +'န ='စန +'စ် ='နစ်"},
      {"ប្រព័ន្ធ", "'ប្ +'រ ='ប្រ +'ព័ ='រព័ +'ន្ ='ព័ន្ +'ធ ='ន្ធ"},
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
