// What the dictionary reads as a name, a term or an internal host, and what it leaves alone.
#include "generator/view/dictionary.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace debrief {
namespace {

Vocabulary vocabulary() {
  Vocabulary words;
  words.people = {{"dana", "Dana Whitfield", "the on-call engineer", "payments"},
                  {"joaquin", "Joaquín Barrios", "a freight engineer", ""},
                  {"ase", "Åse Lindqvist", "a database engineer", ""},
                  {"mark", "Mark Young", "the support lead", ""},
                  {"dana2", "Dana Okonjo", "a search engineer", ""},
                  {"kolya", "Николай Петров", "a network engineer", ""},
                  {"tanaka", "田中 太郎", "a mobile engineer", ""}};
  words.redactions = {{"Initech", "", "a large retailer"},    {"Blue Heron Bank", "", "our bank"},
                      {"T-Mobil", "", "a carrier"},           {"Société Générale", "", "a bank"},
                      {"", "OPS-\\d+", "an internal ticket"}, {"", "tok_[a-z0-9]{8}", "a key"}};
  words.allowances = {{"support@harborline.example", "printed on every ticket"},
                      {"Initech Open", "a public tennis tournament"}};
  return words;
}

Config config() {
  Config config;
  config.internal_hosts = {"*.hl.example", "10.0.0.0/8", "wiki"};
  config.public_view.link_hosts = {"status.hl.example"};
  return config;
}

std::string redact(std::string_view text) {
  static const Dictionary kDictionary(config(), vocabulary());
  return kDictionary.redact(text);
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

void expect(const std::vector<Case>& cases) {
  for (const Case& test : cases) EXPECT_EQ(redact(test.text), test.expected) << test.text;
}

TEST(Dictionary, KnowsPeopleInEverySpelling) {
  expect({
      {"Asked Joaquín Barrios.", "Asked a freight engineer."},
      {"Asked Joaquin Barrios.", "Asked a freight engineer."},
      {"Asked JOAQUÍN BARRIOS.", "Asked a freight engineer."},
      {"Asked joaqui\u0301n barrios.", "Asked a freight engineer."},
      {"Asked @joaquin and @Joaquin.", "Asked a freight engineer and a freight engineer."},
      {"Asked joaquin.", "Asked a freight engineer."},
      {"Asked Barrios, Joaquín.", "Asked a freight engineer, a freight engineer."},
      {"Asked Joaquín\nBarrios.", "Asked a freight engineer."},
      {"Asked Joaquín  Barrios.", "Asked a freight engineer."},
      {"Asked Joaquín\u00a0Barrios.", "Asked a freight engineer."},
      {"Asked Joaquín-Barrios.", "Asked a freight engineer."},
      {"Asked JoaquinBarrios.", "Asked a freight engineer."},
      {"Asked Joa\u00adquín.", "Asked a freight engineer."},
      {"Asked joaquin.barrios@hl.example.", "Asked an internal address."},
      {"Asked joaquin.barrios@example.org",
       "Asked a freight engineer.a freight engineer@example.org"},
      {"joaquin_laptop", "A freight engineer_laptop"},
      {"Asked Åse, ÅSE and åse.",
       "Asked a database engineer, a database engineer and a database engineer."},
      {"Asked Николай, НИКОЛАЯ ПЕТРОВ.", "Asked a network engineer, НИКОЛАЯ a network engineer."},
      {"田中さんに聞いた", "A mobile engineerさんに聞いた"},
  });
}

TEST(Dictionary, KnowsPossessivesAndPunctuation) {
  expect({
      {"Barrios's laptop", "A freight engineer's laptop"},
      {"Barrios’s laptop", "A freight engineer’s laptop"},
      {"It was Barrios—who", "It was a freight engineer—who"},
      {"“Barrios”…", "“a freight engineer”…"},
      {"(Barrios)", "(a freight engineer)"},
      {"💥Barrios💥", "💥a freight engineer💥"},
      {"Barrioso, Abarrios", "Barrioso, Abarrios"},
  });
}

TEST(Dictionary, NamesNobodyWhereTwoHaveTheName) {
  expect({{"Then Dana left.", "Then an engineer left."},
          {"Then Dana Whitfield left.", "Then the on-call engineer left."},
          {"Then Dana Okonjo left.", "Then a search engineer left."},
          {"Then @dana left.", "Then the on-call engineer left."}});
}

TEST(Dictionary, ReadsOrdinaryWordsAsWords) {
  expect({{"We mark the young ones.", "We mark the young ones."},
          {"Then Mark restarted it.", "Then the support lead restarted it."},
          {"Ask @mark.", "Ask the support lead."},
          {"Then mark young left.", "Then the support lead left."}});
}

TEST(Dictionary, KnowsTermsInEverySpelling) {
  expect({
      {"For Initech.", "For a large retailer."},
      {"For INITECH, initech", "For a large retailer, a large retailer"},
      {"initech_prod, db-initech-2", "A large retailer_prod, db-a large retailer-2"},
      {"/srv/initech/data", "/srv/a large retailer/data"},
      {"Initechs, initech2, minitech", "Initechs, initech2, minitech"},
      {"Ini\u00adtech, Ini\u200btech", "A large retailer, a large retailer"},
      {"Ｉｎｉｔｅｃｈ", "A large retailer"},
      {"with Blue  Heron\nBank", "with our bank"},
      {"blue-heron-bank.sql, blue_heron_bank, BlueHeronBank", "Our bank.sql, our bank, our bank"},
      {"with T\u2011Mobil and T Mobil", "with a carrier and a carrier"},
      {"at Societe Generale", "at a bank"},
      {"OPS-17, OPS\u201118", "An internal ticket, an internal ticket"},
      {"tok_a1b2c3d4e5", "A keye5"},
  });
}

TEST(Dictionary, BeginsSentencesWithACapital) {
  expect({{"Initech called. Initech was right! Was Initech? Initech.",
           "A large retailer called. A large retailer was right! Was a large retailer? A large "
           "retailer."}});
}

TEST(Dictionary, HidesAllOfWhatOverlaps) {
  expect({{"Blue Heron Bank OPS-1-initech", "Our bank an internal ticket-a large retailer"},
          {"see initech.hl.example/OPS-1", "see an internal host"}});
}

TEST(Dictionary, LeavesWhatIsAllowed) {
  expect({{"Write to support@harborline.example.", "Write to support@harborline.example."},
          {"At the Initech Open of Initech", "At the Initech Open of a large retailer"}});
}

TEST(Dictionary, FindsInternalHostsInText) {
  expect({
      {"on db1.hl.example:5432.", "on an internal host."},
      {"on DB1.HL.EXAMPLE.", "on an internal host."},
      {"see https://git.hl.example/a/b?c=d#e, then", "see an internal link, then"},
      {"see (http://root:pw@git.hl.example/).", "see (an internal link)."},
      {"ssh root@10.1.2.3", "ssh an internal address"},
      {"from 10.1.2.3:80 to 11.1.2.3", "from an internal host to 11.1.2.3"},
      {"from fe80::1 and fd00:12::9, [::1]:80",
       "from an internal host and an internal host, [an internal host]:80"},
      {"at 10:30:00, std::vector, a::b, ::", "at 10:30:00, std::vector, a::b, ::"},
      {"in the wiki", "in the an internal host"},
      {"see status.hl.example/x", "see status.hl.example/x"},
      {"see hl.example", "see an internal host"},
      {"a.internal, b.local and localhost",
       "An internal host, an internal host and an internal host"},
      {"the internal local corp", "the internal local corp"},
      {"version 1.2.3.4", "version 1.2.3.4"},
  });
}

TEST(Dictionary, KeepsOnlyAddressesOfPublicHosts) {
  static const Dictionary kDictionary(config(), vocabulary());
  for (const std::string_view url :
       {"https://example.org/", "http://example.org:8080/a?b=c#d", "https://EXAMPLE.org",
        "https://status.hl.example/x", "https://11.1.2.3/", "https://xn--bcher-kva.example/",
        "mailto:support@harborline.example"}) {
    EXPECT_EQ(kDictionary.redact_url(url), url);
  }
  for (const std::string_view url : {"https://git.hl.example/",
                                     "https://GIT.HL.EXAMPLE/",
                                     "https://git.hl.example./",
                                     "https://hl.example:8443/",
                                     "https://git.hl%2Eexample/",
                                     "https://git.hl\u3002example/",
                                     "https://a@git.hl.example/",
                                     "https://example.org@git.hl.example/",
                                     "https://git.hl.example:80@example.org/",
                                     "http://grafana/d/1",
                                     "http://wiki/",
                                     "http://localhost:3000",
                                     "http://10.0.0.1/",
                                     "http://010.0.0.1/",
                                     "http://10.1/",
                                     "http://167772161/",
                                     "http://0x0a.0.0.1/",
                                     "http://0xa000001/",
                                     "http://[::1]/",
                                     "http://[fd00::1]:80/",
                                     "http://[::ffff:10.0.0.1]/",
                                     "http://[2001:db8::1]/",
                                     "https:git.hl.example",
                                     "https:///git.hl.example/",
                                     "https://exa\tmple.org/",
                                     "mailto:dana@example.org",
                                     "MAILTO:x@example.org",
                                     "ftp://example.org/",
                                     "https://example.org/initech",
                                     "https://example.org/?q=Ini%74ech",
                                     "https://initech.example.org/",
                                     "https://example.org/blue-heron-bank",
                                     "https://example.org/blue%20heron%20bank",
                                     "https://example.org/OPS-17",
                                     "https://example.org/~whitfield",
                                     "https://example.org/#okonjo"}) {
    EXPECT_EQ(kDictionary.redact_url(url), "") << url;
  }
}

TEST(Dictionary, DoesNotDependOnTheOrderOfPeople) {
  Vocabulary words = vocabulary();
  const Dictionary forward(config(), words);
  std::reverse(words.people.begin(), words.people.end());
  const Dictionary backward(config(), words);
  for (const std::string_view text :
       {"Dana", "dana", "@dana", "Dana Whitfield", "Okonjo", "Mark", "young", "Young"}) {
    EXPECT_EQ(forward.redact(text), backward.redact(text));
  }
}

}  // namespace
}  // namespace debrief
