#include "generator/model/vocabulary.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

struct Case {
  std::string_view name;
  std::string yaml;
  std::string_view expected;
};

struct ReadVocabulary {
  Vocabulary vocabulary;
  std::string problems;
};

ReadVocabulary read_file(const std::string& path, const std::string& yaml) {
  Diagnostics diagnostics;
  ReadVocabulary result;
  result.vocabulary = read_vocabulary(tree_with({{path, yaml}}), diagnostics);
  result.problems = print(diagnostics);
  return result;
}

std::string print_services(const Vocabulary& vocabulary) {
  std::string out;
  for (const Service& service : vocabulary.services) {
    out += fmt::format("{} '{}' team={} tier={} parent={} {}\n", service.id, service.name,
                       service.team, service.tier,
                       service.parent ? std::to_string(*service.parent) : "-",
                       service.is_public ? "public as " + service.public_name : "internal");
  }
  return out;
}

std::string print_causes(const Vocabulary& vocabulary) {
  std::string out;
  for (const Cause& cause : vocabulary.causes) {
    out += fmt::format("{} '{}' ({}) parent={} {}\n", cause.id, cause.name,
                       fmt::join(cause.aliases, ", "),
                       cause.parent ? std::to_string(*cause.parent) : "-",
                       cause.is_public ? "public" : "internal");
  }
  return out;
}

TEST(Services, HaveNamesTeamsAndParents) {
  const auto [vocabulary, problems] = read_file("services.yaml", R"(
- {id: checkout, name: Checkout, team: payments, tier: 1, public: yes, public_name: Payments}
- {id: ledger-db, name: Ledger database, parent: checkout}
- {id: search, public: on, public_name: ''}
)");
  EXPECT_EQ(print_services(vocabulary) + problems,
            R"(checkout 'Checkout' team=payments tier=1 parent=- public as Payments
ledger-db 'Ledger database' team= tier= parent=0 internal
search 'search' team= tier= parent=- public as search
)");
  EXPECT_FALSE(vocabulary.services_are_open);
  EXPECT_EQ(vocabulary.find_service("ledger-db"), 1U);
  EXPECT_EQ(vocabulary.find_service("Ledger DATABASE"), 1U);
  EXPECT_EQ(vocabulary.find_service("Payments"), std::nullopt);
}

TEST(Services, AreOpenWithoutAFile) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read_vocabulary({}, diagnostics).services_are_open);
  EXPECT_TRUE(read_vocabulary({}, diagnostics).causes_are_open);
  EXPECT_FALSE(read_file("services.yaml", "").vocabulary.services_are_open);
  EXPECT_FALSE(read_file("causes.yaml", "# none yet").vocabulary.causes_are_open);
}

TEST(Services, AreChecked) {
  const Case cases[] = {
      {"a map", "checkout: {name: Checkout}",
       R"(services.yaml:1:1: error: services.yaml must be a list of '- key: value' entries [wrong-type]
checkout: {name: Checkout}
^
)"},
      {"words", "- checkout",
       R"(services.yaml:1:3: error: a service must be written as 'key: value' lines [wrong-type]
- checkout
  ^
)"},
      {"no id", "- name: Checkout", R"(services.yaml:1:3: error: a service needs 'id' [missing-key]
- name: Checkout
  ^
)"},
      {"unknown key", "- {id: a, taem: b}",
       R"(services.yaml:1:11: error: a service has no key 'taem'; did you mean 'team'? [unknown-key]
- {id: a, taem: b}
          ^
)"},
      {"twice", "- {id: a}\n- {id: A}",
       R"(services.yaml:2:3: error: the service 'A' is listed twice [duplicate-id]
- {id: A}
  ^
)"},
      {"public", "- {id: a, public: maybe}",
       R"(services.yaml:1:19: error: 'public' must be yes or no [wrong-type]
- {id: a, public: maybe}
                  ^
)"},
      {"unknown parent", "- {id: checkout}\n- {id: b, parent: chekout}",
       R"(services.yaml:2:11: error: 'chekout' is not another service of this file; did you mean 'checkout'? [unknown-service]
- {id: b, parent: chekout}
          ^
)"},
      {"its own parent", "- {id: a, parent: a}",
       R"(services.yaml:1:11: error: 'a' is not another service of this file [unknown-service]
- {id: a, parent: a}
          ^
)"},
      {"parents in a circle", "- {id: a, parent: b}\n- {id: b, parent: c}\n- {id: c, parent: a}",
       R"(services.yaml:1:11: error: the parents of 'a' form a circle [parent-cycle]
- {id: a, parent: b}
          ^
)"},
      {"no YAML", "- {id: a",
       R"(services.yaml:1:1: error: this is not valid YAML: end of map flow not found [yaml-syntax]
- {id: a
^
)"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(read_file("services.yaml", c.yaml).problems, c.expected) << c.name;
}

constexpr std::string_view kCauses = R"(
- id: capacity
  name: Capacity
  aliases: [performance, overload]
  public: yes
  children:
    - {id: connection-pool, name: Connection pool exhausted, aliases: [pool]}
    - {id: disk, public: no}
- id: process
  children:
    - {id: review, public: yes}
    - {id: pool}
)";

TEST(Causes, AreATreeOfTwoLevels) {
  const auto [vocabulary, problems] = read_file("causes.yaml", std::string(kCauses));
  EXPECT_EQ(print_causes(vocabulary) + problems,
            R"(capacity 'Capacity' (performance, overload) parent=- public
capacity/connection-pool 'Connection pool exhausted' (pool) parent=0 public
capacity/disk 'disk' () parent=0 internal
process 'process' () parent=- internal
process/review 'review' () parent=3 internal
process/pool 'pool' () parent=3 internal
)");
}

TEST(Causes, AreFoundByEveryNameThatOnlyOneHas) {
  const Vocabulary vocabulary = read_file("causes.yaml", std::string(kCauses)).vocabulary;
  const struct {
    std::string_view name;
    std::string_view id;
  } kCases[] = {
      {"capacity", "capacity"},
      {"CAPACITY", "capacity"},
      {"overload", "capacity"},
      {"capacity/disk", "capacity/disk"},
      {"disk", "capacity/disk"},
      {"connection pool exhausted", "capacity/connection-pool"},
      {"connection-pool", "capacity/connection-pool"},
      {"process/pool", "process/pool"},
      {"pool", ""},
      {"capacity/pool", ""},
      {"", ""},
      {"unknown", ""},
  };
  for (const auto& c : kCases) {
    const auto found = vocabulary.find_cause(c.name);
    EXPECT_EQ(found ? vocabulary.causes[*found].id : "", c.id) << c.name;
  }
}

TEST(Causes, AreChecked) {
  const Case cases[] = {
      {"slash", "- {id: a/b}",
       R"(causes.yaml:1:4: error: the id of a cause has no '/'; a sub-cause stands under 'children' [bad-id]
- {id: a/b}
   ^
)"},
      {"no id", "- {name: A}", R"(causes.yaml:1:3: error: a cause needs 'id' [missing-key]
- {name: A}
  ^
)"},
      {"a sub-cause without an id", "- {id: a, children: [{name: B}]}",
       R"(causes.yaml:1:22: error: a sub-cause needs 'id' [missing-key]
- {id: a, children: [{name: B}]}
                     ^
)"},
      {"three levels", "- {id: a, children: [{id: b, children: [{id: c}]}]}",
       R"(causes.yaml:1:30: error: a sub-cause has no key 'children' [unknown-key]
- {id: a, children: [{id: b, children: [{id: c}]}]}
                             ^
)"},
      {"twice", "- {id: a, children: [{id: b}, {id: B}]}",
       R"(causes.yaml:1:31: error: the cause 'a/B' is listed twice [duplicate-id]
- {id: a, children: [{id: b}, {id: B}]}
                              ^
)"},
      {"children", "- {id: a, children: b}",
       R"(causes.yaml:1:21: error: 'children' must be a list [wrong-type]
- {id: a, children: b}
                    ^
)"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(read_file("causes.yaml", c.yaml).problems, c.expected) << c.name;
}

TEST(People, AreFoundByHandleAndName) {
  const auto [vocabulary, problems] = read_file("people.yaml", R"(
- {handle: '@dana', name: Dana Whitfield, role: the on-call engineer, team: payments}
- {handle: eli}
)");
  EXPECT_EQ(problems, "");
  EXPECT_EQ(vocabulary.people[0].handle, "dana");
  EXPECT_EQ(vocabulary.people[1].name, "eli");
  EXPECT_EQ(vocabulary.people[1].role, "an engineer");
  for (const std::string_view name : {"dana", "@dana", "DANA", "dana whitfield"}) {
    EXPECT_EQ(vocabulary.find_person(name), &vocabulary.people[0]) << name;
  }
  EXPECT_EQ(vocabulary.find_person("dan"), nullptr);
}

TEST(People, AreChecked) {
  EXPECT_EQ(read_file("people.yaml",
                      "- {name: Dana}\n- {handle: a}\n- {handle: '@A'}\n- {handle: b, rol: c}")
                .problems,
            R"(people.yaml:1:3: error: a person needs 'handle' [missing-key]
- {name: Dana}
  ^
people.yaml:3:3: error: the person 'A' is listed twice [duplicate-id]
- {handle: '@A'}
  ^
people.yaml:4:15: error: a person has no key 'rol'; did you mean 'role'? [unknown-key]
- {handle: b, rol: c}
              ^
)");
}

TEST(Redactions, AreTermsPatternsAndAllowances) {
  const auto [vocabulary, problems] = read_file("redactions.yaml", R"(
- {term: Initech, replace: a large retailer}
- {pattern: 'OPS-\d+', replace: an internal ticket}
- {term: Hooli}
- {allow: support@example.com, reason: public address}
)");
  std::string text;
  for (const Redaction& redaction : vocabulary.redactions) {
    text += redaction.term + "|" + redaction.pattern + "|" + redaction.replacement + "\n";
  }
  for (const Allowance& allowance : vocabulary.allowances)
    text += allowance.text + ": " + allowance.reason + "\n";
  EXPECT_EQ(text + problems, R"(Initech||a large retailer
|OPS-\d+|an internal ticket
Hooli||[redacted]
support@example.com: public address
)");
}

TEST(Redactions, AreChecked) {
  const Case cases[] = {
      {"nothing", "- {replace: a}",
       R"(redactions.yaml:1:3: error: an entry has exactly one of 'term', 'pattern' and 'allow' [bad-redaction]
- {replace: a}
  ^
)"},
      {"two kinds", "- {term: a, pattern: b}",
       R"(redactions.yaml:1:3: error: an entry has exactly one of 'term', 'pattern' and 'allow' [bad-redaction]
- {term: a, pattern: b}
  ^
)"},
      {"three kinds", "- {term: a, pattern: b, allow: c}",
       R"(redactions.yaml:1:3: error: an entry has exactly one of 'term', 'pattern' and 'allow' [bad-redaction]
- {term: a, pattern: b, allow: c}
  ^
)"},
      {"no pattern", "- {pattern: '(a'}",
       R"(redactions.yaml:1:4: error: the pattern is not valid RE2: missing ): (a [bad-pattern]
- {pattern: '(a'}
   ^
)"},
      {"looking back", "- {pattern: '(?<=a)b'}",
       R"(redactions.yaml:1:4: error: the pattern is not valid RE2: invalid perl operator: (?< [bad-pattern]
- {pattern: '(?<=a)b'}
   ^
)"},
      {"empty matches", "- {pattern: 'a*'}",
       R"(redactions.yaml:1:4: error: the pattern matches the empty text [bad-pattern]
- {pattern: 'a*'}
   ^
)"},
      {"empty matches between words", "- {pattern: '\\b'}",
       R"(redactions.yaml:1:4: error: the pattern matches the empty text [bad-pattern]
- {pattern: '\b'}
   ^
)"},
      {"empty matches in one branch", "- {pattern: 'secret|\\B'}",
       R"(redactions.yaml:1:4: error: the pattern matches the empty text [bad-pattern]
- {pattern: 'secret|\B'}
   ^
)"},
      {"start of the text", "- {pattern: '^'}",
       R"(redactions.yaml:1:4: error: the pattern matches the empty text [bad-pattern]
- {pattern: '^'}
   ^
)"},
      {"backslash", "- {pattern: '(a)', replace: '\\1'}",
       R"(redactions.yaml:1:20: error: a replacement is plain text, without a backslash [bad-redaction]
- {pattern: '(a)', replace: '\1'}
                   ^
)"},
      {"no reason", "- {allow: a}",
       R"(redactions.yaml:1:3: error: a redaction needs 'reason' [missing-key]
- {allow: a}
  ^
)"},
      {"unknown key", "- {term: a, replacement: b}",
       R"(redactions.yaml:1:13: error: a redaction has no key 'replacement' [unknown-key]
- {term: a, replacement: b}
            ^
)"},
      {"good ones", "- {pattern: '\\bOPS-[0-9]+\\b'}\n- {pattern: '(?i)initech'}", ""},
  };
  for (const Case& c : cases)
    EXPECT_EQ(read_file("redactions.yaml", c.yaml).problems, c.expected) << c.name;
}

}  // namespace
}  // namespace debrief
