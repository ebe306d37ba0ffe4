// Other languages than English: accents, scripts without spaces, stemmers by configuration.
#include <gtest/gtest.h>

#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

struct Case {
  std::string_view query;
  std::string_view paths;
};

void expect_paths(const Site& site, const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(site.paths(std::string(c.query)), c.paths) << c.query;
}

Site site_in(const std::string& language, const std::vector<Document>& documents) {
  IndexOptions options;
  options.language = language;
  return Site(documents, options);
}

TEST(Languages, ChooseTheStemmer) {
  expect_paths(site_in("de", {page("a/", "Die Datenbanken waren überlastet")}),
               {{"datenbank überlasten", "a/"}, {"waren die", "a/"}});
  expect_paths(site_in("fr", {page("a/", "Les réseaux étaient coupés")}),
               {{"réseau", "a/"}, {"reseau coupé", "a/"}});
  expect_paths(site_in("ru", {page("a/", "Отказ базы данных")}), {{"отказы", "a/"}});
  // A region does not change it.
  expect_paths(site_in("pt-BR", {page("a/", "Falhas de conexão")}), {{"falha", "a/"}});
  expect_paths(site_in("EN_gb", {page("a/", "Timeouts")}), {{"timeout", "a/"}});
  // Where Xapian has no stemmer, whole words are found all the same.
  expect_paths(site_in("pl", {page("a/", "Awaria bazy")}), {{"bazy", "a/"}, {"baza", ""}});
  expect_paths(site_in("", {page("a/", "Awaria bazy")}), {{"awaria", "a/"}});
}

TEST(Languages, AreFoundWithAndWithoutAccents) {
  for (const std::string language : {"en", "fr", "es", "de", "none"}) {
    const Site site = site_in(language, {page("a/", "Panne du café", "señal perdida, naïve œuvre"),
                                         page("b/", "Cafe kaputt", "Signal")});
    EXPECT_EQ(site.search("café").total, 2u) << language;
    EXPECT_EQ(site.search("cafe").total, 2u) << language;
    expect_paths(site, {{"perdida", "a/"}, {"senal", "a/"}, {"naive", "a/"}, {"oeuvre", "a/"}});
    // Between quotation marks everything is meant as it stands.
    expect_paths(site, {{"\"café\"", "a/"}, {"\"cafe\"", "b/"}});
  }
}

// Stemmers know accents: "données" loses more than "donnees" does.
TEST(Languages, StemAccentedAndPlainSpellingsAlike) {
  const Site site = site_in("fr", {page("a/", "Perte de données"), page("b/", "Perte de donnees"),
                                   page("c/", "Le certificat a expiré")});
  EXPECT_EQ(site.search("données").total, 2u);
  EXPECT_EQ(site.search("donnees").total, 2u);
  EXPECT_EQ(site.search("donnee").total, 2u);
  expect_paths(site, {{"expirés", "c/"}, {"expire", "c/"}});
}

TEST(Languages, KnowHowGermanIsTypedElsewhere) {
  const Site site = site_in("de", {page("a/", "Überlastung der Größenprüfung", "Straße")});
  expect_paths(site, {{"Überlastung", "a/"},
                      {"ueberlastung", "a/"},
                      {"uberlastung", "a/"},
                      {"Groessenpruefung", "a/"},
                      {"STRASSE", "a/"}});
}

TEST(Languages, SnippetsMarkAccentedWords) {
  const Site site({page("a/", "Panne", "Le café était fermé.")});
  EXPECT_EQ(to_text(site.search("cafe ferme").results.at(0).snippet), "Le [café] était [fermé].");
}

std::vector<Document> japanese() {
  return {page("tokyo/", "東京リージョンの障害", "接続プールが枯渇した。"),
          page("apart/", "東の拠点", "京都と大阪。東側と京側。"),
          page("api/", "APIの遅延", "API障害。再接続が多い。")};
}

// The language of a site decides nothing here: names and quotes are in any.
TEST(ScriptsWithoutSpaces, AreFoundByNeighbours) {
  for (const std::string language : {"ja", "en", "none"}) {
    expect_paths(site_in(language, japanese()),
                 {
                     {"東京", "tokyo/"},
                     {"京東", ""},
                     {"東", "apart/ tokyo/"},
                     {"障害", "tokyo/ api/"},
                     {"プール", "tokyo/"},
                     // A sentence ranks by its pairs, as words do elsewhere.
                     {"接続プールの枯渇", "tokyo/"},
                     {"障害の接続", "tokyo/ api/"},
                     {"API障害", "api/ tokyo/"},
                     {"\"接続プール\"", "tokyo/"},
                     {"\"API障害\"", "api/"},
                     {"\"障害\"", "tokyo/ api/"},
                     {"\"プールの接続\"", ""},
                     {"障害 -東京", "api/"},
                     {"障害 -API障害", "tokyo/"},
                     {"東京 AND 大阪", ""},
                     {"障*", "tokyo/ api/"},
                 });
  }
}

TEST(ScriptsWithoutSpaces, AreMarkedInSnippets) {
  const Site site({page("a/", "報告", "昨日、接続プールが枯渇した。東京/大阪")});
  const auto snippet = [&site](const std::string& query) {
    return to_text(site.search(query).results.at(0).snippet);
  };
  EXPECT_EQ(snippet("接続プール"), "昨日、[接続プール]が枯渇した。東京/大阪");
  EXPECT_EQ(snippet("枯渇する"), "昨日、接続プールが[枯渇]した。東京/大阪");
  EXPECT_EQ(snippet("\"枯渇した\""), "昨日、接続プールが[枯渇した]。東京/大阪");
}

TEST(ScriptsWithoutSpaces, AreNotOnlyEastAsian) {
  const Site site({page("th/", "เซิร์ฟเวอร์ล่ม", "ระบบชำระเงินหยุดลงเมื่อฐานข้อมูลเต็ม"),
                   page("my/", "ဆာဗာပျက်", "ဒေတာဘေ့စ်"), page("km/", "ម៉ាស៊ីនមេគាំង", "មូលដ្ឋានទិន្នន័យ"),
                   page("lo/", "ເຊີບເວີລົ້ມ", "ຖານຂໍ້ມູນ")});
  expect_paths(site, {{"ล่ม", "th/"},
                      {"ฐานข้อมูล", "th/"},
                      {"\"ชำระเงิน\"", "th/"},
                      {"ฐานข้อมูลล่ม", "th/"},
                      {"ပျက်", "my/"},
                      {"ទិន្នន័យ", "km/"},
                      {"ຂໍ້ມູນ", "lo/"}});
  EXPECT_EQ(to_text(site.search("ฐานข้อมูล").results.at(0).snippet),
            "ระบบชำระเงินหยุดลงเมื่อ[ฐานข้อมูล]เต็ม");
}

TEST(ScriptsWithoutSpaces, AreRankedByHowMuchOfAQueryAPageHas) {
  const Site site({page("all/", "一", "数据库连接池耗尽导致支付失败"),
                   page("half/", "二", "数据库升级"), page("none/", "三", "网络中断")});
  EXPECT_EQ(site.paths("数据库连接池耗尽"), "all/");
  EXPECT_EQ(site.paths("数据库"), "half/ all/");
  EXPECT_EQ(site.paths("数据库连接池耗尽", Sort::date), "all/");
}

TEST(Languages, FindFullWidthLettersAndDigits) {
  const Site site({page("a/", "ＨＴＴＰ　５０３", "kubectl ｇｅｔ")});
  expect_paths(site, {{"http 503", "a/"}, {"ＨＴＴＰ", "a/"}, {"get", "a/"}});
}

}  // namespace
}  // namespace debrief::search
