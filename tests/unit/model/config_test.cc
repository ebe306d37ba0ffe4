#include "generator/model/config.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

struct ReadConfig {
  Config config;
  std::string problems;
};

ReadConfig read_text(const std::string& yaml) {
  Diagnostics diagnostics;
  ReadConfig result;
  result.config = read_config(tree_with({{"debrief.yaml", yaml}}), diagnostics);
  result.problems = print(diagnostics);
  return result;
}

std::string print(const Config& config) {
  std::string out = fmt::format("{} | {} | {} | {}\n", config.title, config.language,
                                config.time_zone.name(), config.theme);
  for (const SeverityLevel& level : config.severities) {
    out += fmt::format("{} '{}' ({})\n", level.id, level.name, fmt::join(level.aliases, ", "));
  }
  for (const auto& [alias, field] : config.field_aliases) out += alias + " = " + field + "\n";
  const InternalViewConfig& internal = config.internal_view;
  const PublicViewConfig& shown = config.public_view;
  out += fmt::format("internal: {} {} {}\n", internal.title, internal.base_url, internal.edit_url);
  out += fmt::format("public: {} {}\n  {}\n  {}\n  {}\n", shown.title, shown.base_url,
                     fmt::join(shown.fields, " "), fmt::join(shown.sections, " "),
                     fmt::join(shown.link_hosts, " "));
  out += fmt::format("hosts: {}\n", fmt::join(config.internal_hosts, " "));
  return out;
}

TEST(Config, HasDefaults) {
  Diagnostics diagnostics;
  EXPECT_EQ(print(read_config({}, diagnostics)), R"(Post-mortems | en | UTC | 
SEV1 'Critical' (SEV0, P0, S0, S1, blocker, urgent, down, major outage, full outage)
SEV2 'Major' (P1, S2, high, disrupted, partial outage)
SEV3 'Minor' (P2, S3, medium, moderate, degraded, degraded performance)
SEV4 'Low' (SEV5, P3, P4, P5, S4, S5, trivial, informational, notice, maintenance, under maintenance)
internal:   
public:  
  impact resolved services severity started summary title
  impact resolution summary
  
hosts: 
)");
  EXPECT_EQ(diagnostics.sorted().size(), 0U);
  EXPECT_EQ(read_text("").problems, "");
}

TEST(Config, ReadsEveryKey) {
  const auto [config, problems] = read_text(R"(
title: Northwind Engineering
language: de
time_zone: Europe/Berlin
theme: slim
severities:
  - {id: SEV1, name: Critical, aliases: [P0, critical]}
  - {id: SEV2}
fields: {started: [begin_time, beginn], services: dienste}
views:
  internal:
    title: Northwind post-mortems
    base_url: https://wiki.northwind.example/incidents
    edit_url: "https://git.northwind.example/edit/{path}"
  public:
    base_url: http://status.northwind.example/
    sections: [summary, timeline]
    fields: [title, causes]
    link_hosts: northwind.example
internal_hosts: ["*.internal", 10.0.0.0/8]
)");
  EXPECT_EQ(print(config) + problems, R"(Northwind Engineering | de | Europe/Berlin | slim
SEV1 'Critical' (P0, critical)
SEV2 '' ()
begin_time = started
beginn = started
dienste = services
internal: Northwind post-mortems https://wiki.northwind.example/incidents/ https://git.northwind.example/edit/{path}
public: Northwind Engineering http://status.northwind.example/
  causes title
  summary timeline
  northwind.example
hosts: *.internal 10.0.0.0/8
)");
}

TEST(Config, IsChecked) {
  const struct {
    std::string_view name;
    std::string yaml;
    std::string_view problems;
  } kCases[] = {
      {"a list", "- title",
       R"(debrief.yaml:1:1: error: debrief.yaml must be written as 'key: value' lines [wrong-type]
- title
^
)"},
      {"no YAML", "title: \"a",
       R"(debrief.yaml:1:10: error: this is not valid YAML: a quote is opened and never closed [yaml-syntax]
title: "a
         ^
)"},
      {"unknown key", "titel: a",
       R"(debrief.yaml:1:1: error: debrief.yaml has no key 'titel'; did you mean 'title'? [unknown-key]
titel: a
^
)"},
      {"unknown key of a view", "views: {public: {base_ur: a}}",
       R"(debrief.yaml:1:18: error: views.public has no key 'base_ur'; did you mean 'base_url'? [unknown-key]
views: {public: {base_ur: a}}
                 ^
)"},
      {"unknown view", "views: {pulic: {}}",
       R"(debrief.yaml:1:9: error: views has no key 'pulic'; did you mean 'public'? [unknown-key]
views: {pulic: {}}
        ^
)"},
      {"time zone", "time_zone: Berlin",
       R"(debrief.yaml:1:1: error: 'Berlin' is no time zone of the IANA database, such as Europe/Berlin [unknown-time-zone]
time_zone: Berlin
^
)"},
      {"name of a language", "language: german",
       R"(debrief.yaml:1:1: error: 'german' is no language code, such as en, de or pt-BR; did you mean 'de'? [unknown-language]
language: german
^
)"},
      {"no language", "language: x-klingon",
       R"(debrief.yaml:1:1: error: 'x-klingon' is no language code, such as en, de or pt-BR [unknown-language]
language: x-klingon
^
)"},
      {"a look for both sites", "logo: a.png",
       R"(debrief.yaml:1:1: error: 'logo' belongs to a site: views.internal.logo or views.public.logo [key-of-a-view]
logo: a.png
^
)"},
      {"no colour", "views: {public: {colors: {accent: bleu}}}",
       R"(debrief.yaml:1:27: error: 'bleu' is no colour, such as "#1f5fa8" or rgb(31, 95, 168) [bad-color]
views: {public: {colors: {accent: bleu}}}
                          ^
)"},
      {"a colour that is a comment", "views: {public: {colors: {accent: }}} #1f5fa8",
       R"(debrief.yaml:1:27: error: accent is empty; a colour that begins with # is a comment unless it stands in quotes: "#1f5fa8" [bad-color]
views: {public: {colors: {accent: }}} #1f5fa8
                          ^
)"},
      {"a colour that nobody can read", "views: {public: {colors: {accent: '#ffcc00'}}}",
       R"(debrief.yaml:1:27: warning: links in #ffcc00 on #f5f6f8 have a contrast of 1.4:1; WCAG AA wants 4.5:1 [low-contrast]
views: {public: {colors: {accent: '#ffcc00'}}}
                          ^
)"},
      {"a link to nowhere", "views: {public: {menu: [{name: a}]}}",
       R"(debrief.yaml:1:25: error: a link leads to one place: 'url: https://…' or 'guide: pages/NAME.md' [bad-link]
views: {public: {menu: [{name: a}]}}
                        ^
)"},
      {"a link with a script",
       "views: {public: {footer: {links: [{name: a, url: \"javascript:x\"}]}}}",
       R"(debrief.yaml:1:45: error: 'javascript:x' is no address of the web, such as https://chat.example.com/ or mailto:oncall@example.com [bad-link]
views: {public: {footer: {links: [{name: a, url: "javascript:x"}]}}}
                                            ^
)"},
      {"address without a scheme", "views: {public: {base_url: status.example}}",
       R"(debrief.yaml:1:18: error: base_url must be an address such as https://status.example.com/incidents/ [bad-base-url]
views: {public: {base_url: status.example}}
                 ^
)"},
      {"address with a script", "views: {public: {base_url: 'javascript:alert(1)'}}",
       R"(debrief.yaml:1:18: error: base_url must be an address such as https://status.example.com/incidents/ [bad-base-url]
views: {public: {base_url: 'javascript:alert(1)'}}
                 ^
)"},
      {"address without a host", "views: {public: {base_url: 'https://'}}",
       R"(debrief.yaml:1:18: error: base_url must be an address such as https://status.example.com/incidents/ [bad-base-url]
views: {public: {base_url: 'https://'}}
                 ^
)"},
      {"address with a query", "views: {internal: {base_url: 'https://a.example/?b'}}",
       R"(debrief.yaml:1:20: error: base_url must be an address such as https://status.example.com/incidents/ [bad-base-url]
views: {internal: {base_url: 'https://a.example/?b'}}
                   ^
)"},
      {"edit address", "views: {internal: {edit_url: 'https://a.example/'}}",
       R"(debrief.yaml:1:20: error: edit_url must hold {path}, where the path of the file goes [bad-edit-url]
views: {internal: {edit_url: 'https://a.example/'}}
                   ^
)"},
      {"unknown field", "views: {public: {fields: [title, sumary]}}",
       R"(debrief.yaml:1:18: error: 'sumary' in fields is not known; did you mean 'summary'? [unknown-name]
views: {public: {fields: [title, sumary]}}
                 ^
)"},
      {"fields that are never public", "views: {public: {fields: [title, authors]}}",
       R"(debrief.yaml:1:18: error: 'authors' in fields is not known [unknown-name]
views: {public: {fields: [title, authors]}}
                 ^
)"},
      {"no title", "views: {public: {fields: [summary]}}",
       R"(debrief.yaml:1:18: error: the fields of the public view must hold 'title': a page needs one [missing-key]
views: {public: {fields: [summary]}}
                 ^
)"},
      {"unknown section", "views: {public: {sections: [time-line]}}",
       R"(debrief.yaml:1:18: error: 'time-line' in sections is not known; did you mean 'timeline'? [unknown-name]
views: {public: {sections: [time-line]}}
                 ^
)"},
      {"severity without an id", "severities: [{name: Critical}]",
       R"(debrief.yaml:1:14: error: a severity needs 'id' [missing-key]
severities: [{name: Critical}]
             ^
)"},
      {"downtime", "severities: [{id: SEV1, downtime: 130}]",
       R"(debrief.yaml:1:25: error: '130' is no number from 0 to 100: the per cent of an incident's time that count as downtime [bad-number]
severities: [{id: SEV1, downtime: 130}]
                        ^
)"},
      {"severities as a map", "severities: {SEV1: Critical}",
       R"(debrief.yaml:1:13: error: 'severities' must be a list [wrong-type]
severities: {SEV1: Critical}
            ^
)"},
      {"one label for two severities",
       "severities: [{id: SEV1, aliases: [P1]}, {id: SEV2, aliases: [p-1]}]",
       R"(debrief.yaml:1:41: error: the label 'p-1' is used twice in the scale [duplicate-severity]
severities: [{id: SEV1, aliases: [P1]}, {id: SEV2, aliases: [p-1]}]
                                        ^
)"},
      {"a name that is another's label",
       "severities: [{id: SEV1, name: minor}, {id: SEV2, aliases: [Minor]}]",
       R"(debrief.yaml:1:39: error: the label 'Minor' is used twice in the scale [duplicate-severity]
severities: [{id: SEV1, name: minor}, {id: SEV2, aliases: [Minor]}]
                                      ^
)"},
      {"one label twice for one severity",
       "severities: [{id: SEV1, name: sev-1, aliases: [SEV 1]}]", ""},
      {"alias of no field", "fields: {begun: [begin_time]}",
       R"(debrief.yaml:1:10: error: fields has no key 'begun' [unknown-key]
fields: {begun: [begin_time]}
         ^
)"},
      {"alias that is a field", "fields: {started: [resolved]}",
       R"(debrief.yaml:1:10: error: 'resolved' cannot stand for 'started': it already is a field of its own [bad-alias]
fields: {started: [resolved]}
         ^
)"},
      {"alias of two fields", "fields: {started: [at], resolved: [at]}",
       R"(debrief.yaml:1:25: error: 'at' cannot stand for 'resolved': it already is 'started' [bad-alias]
fields: {started: [at], resolved: [at]}
                        ^
)"},
  };
  for (const auto& c : kCases) EXPECT_EQ(read_text(c.yaml).problems, c.problems) << c.name;
}

TEST(FindSeverity, TakesTheSpellingsOfManyTools) {
  Diagnostics diagnostics;
  const std::vector<SeverityLevel> scale = read_config({}, diagnostics).severities;
  const struct {
    std::string_view label;
    std::optional<std::size_t> level;
  } kCases[] = {
      {"SEV1", 0},
      {"sev1", 0},
      {"Sev-1", 0},
      {"SEV 1", 0},
      {"severity::1", 0},
      {"Severity 1", 0},
      {"P0", 0},
      {"p.0", 0},
      {"S1", 0},
      {"critical", 0},
      {"Critical", 0},
      {"down", 0},
      {"P1", 1},
      {"disrupted", 1},
      {"major", 1},
      {"High", 1},
      {"Sev 2", 1},
      {"S2", 1},
      {"severity::2", 1},
      {"partial_outage", 1},
      {"Major Outage", 0},
      {"minor", 2},
      {"medium", 2},
      {"degraded performance", 2},
      {"degraded", 2},
      {"sev_3", 2},
      {"P2", 2},
      {"P3", 3},
      {"P4", 3},
      {"SEV0", 0},
      {"SEV5", 3},
      {"notice", 3},
      {"Low", 3},
      {"SEV-1 (critical)", 0},
      {"SEV-1 (all of checkout)", 0},
      {"Critical [SEV1]", 0},
      {"SEV2 - major", 1},
      {"SEV2 – Major: some customers", 1},
      {"Sev 2: major", 1},
      {"SEV1 (SEV2 at first)", 0},
      {"SEV1 (SEV2)", std::nullopt},
      {"P1/P2/P3", std::nullopt},
      {"(SEV1)", std::nullopt},
      {"[SEV level]", std::nullopt},
      {"2 (major)", std::nullopt},
      {"SEV9", std::nullopt},
      {"", std::nullopt},
      {"1", std::nullopt},
  };
  for (const auto& c : kCases) EXPECT_EQ(find_severity(scale, c.label), c.level) << c.label;
}

TEST(FindSeverity, HasOnePlaceForEachLabelOfTheDefaultScale) {
  Diagnostics diagnostics;
  const std::vector<SeverityLevel> scale = read_config({}, diagnostics).severities;
  for (std::size_t i = 0; i < scale.size(); ++i) {
    EXPECT_EQ(find_severity(scale, scale[i].name), i) << scale[i].name;
    for (const std::string& alias : scale[i].aliases) {
      EXPECT_EQ(find_severity(scale, alias), i) << alias;
    }
  }
}

}  // namespace
}  // namespace debrief
