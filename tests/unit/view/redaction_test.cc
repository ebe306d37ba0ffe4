// The dictionary over whole post-mortems: every place that holds text, and names that markup parts.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "generator/base/text.h"
#include "tests/support/content_folder.h"
#include "tests/support/pictures.h"
#include "tests/support/print_view.h"
#include "tests/unit/view/public_text.h"

namespace debrief {
namespace {

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(Redaction, ReachesEveryPlaceInTheText) {
  constexpr std::array kCases = {
      Case{"For Initech it", "For a large retailer it"},
      Case{"Initech it", "A large retailer it"},
      Case{"## Impact on Initech\n", ""},
      Case{"## Impact\n\n### Of Initech\n", "## Impact {impact}\n### Of a large retailer"},
      Case{"*Initech* **for Initech**", "*A large retailer* **for a large retailer**"},
      Case{"`initech` `--for=initech`", "`a large retailer` `--for=a large retailer`"},
      Case{"```\ncurl initech\nDana\nWhitfield\n```",
           "```\ncurl a large retailer\nthe on-call engineer\n```"},
      Case{"```initech\nx\n```", "```\nx\n```"},
      Case{"    grep OPS-12", "```\ngrep an internal ticket\n```"},
      Case{"- for Initech\n  1. to Initech", "- for a large retailer\n  1. to a large retailer"},
      Case{"> for Initech", "> for a large retailer"},
      Case{"| For Initech |\n|---|\n| Initech |", "| For a large retailer |\n| A large retailer |"},
      Case{"a[^n]\n\n[^n]: for Initech", "a[^1]\n[^1]: for a large retailer"},
      Case{"[for Initech](https://example.org/)", "[for a large retailer](https://example.org/)"},
      Case{"[a](https://example.org/ \"Initech\")",
           "[a](https://example.org/ \"A large retailer\")"},
      Case{"[a](https://example.org/initech \"b\")", "[a]()"},
      Case{"[a](https://git.hl.example/ \"b\")", "[a]()"},
      Case{"[a](mailto:dana@example.org)", "[a]()"},
      Case{"https://git.hl.example/initech/x", "[an internal link]()"},
      Case{"<https://git.hl.example/initech/x>", "[an internal link]()"},
      Case{"see https://example.org/initech/x!", "see [an internal link]()!"},
      Case{"[https://git.hl.example/a](https://git.hl.example/b)", "[An internal link]()"},
      Case{"`psql -h db1.hl.example -p 1`", "`psql -h an internal host -p 1`"},
      Case{"![Initech](gone.png \"Initech\")", "![A large retailer]( \"A large retailer\")"},
      Case{"[a](#initech)", "[a]()"},
  };
  for (const Case& test : kCases) EXPECT_EQ(public_body(test.text), test.expected) << test.text;
}

TEST(Redaction, SeesNamesAsReadersDo) {
  constexpr std::array kCases = {
      Case{"for Ini**tech** it", "for a large retailer it"},
      Case{"for *Ini*tech it", "for *a large retailer* it"},
      Case{"for **I**n~~i~~`tech` it", "for **a large retailer** it"},
      Case{"for Init&#101;ch it", "for a large retailer it"},
      Case{"for Ini\\\ntech, Ini&shy;tech it", "for Ini\\\ntech, a large retailer it"},
      Case{"for Ini<!-- x -->tech it", "for a large retailer it"},
      Case{"for Ini<!-- internal -->x<!-- /internal -->tech it", "for a large retailer it"},
      Case{"for <!-- internal: Ini -->x<!-- /internal -->tech it", "for a large retailer it"},
      Case{"for Ini<b>tech</b> it", "for a large retailer it"},
      Case{"for [Ini](https://example.org/)tech it",
           "for [a large retailer](https://example.org/) it"},
      Case{"for Ini[tech](https://example.org/) it", "for a large retailer it"},
      Case{"for Blue\nHeron\nBank it", "for our bank it"},
      Case{"for Blue\\\nHeron Bank it", "for our bank it"},
      Case{"for Blue&nbsp;Heron *Bank* it", "for our bank it"},
      Case{"asked **Dana** Whitfield it", "asked **the on-call engineer** it"},
      Case{"asked Dana\nWhitfield it", "asked the on-call engineer it"},
      Case{"> asked Dana\n> Whitfield it", "> asked the on-call engineer it"},
      Case{"asked Dana `Whitfield` it", "asked the on-call engineer it"},
      Case{"see OPS-**17** it", "see an internal ticket it"},
      Case{"on db1.hl.**example** it", "on an internal host it"},
      Case{"**Initech.** Initech", "**A large retailer.** A large retailer"},
  };
  for (const Case& test : kCases) EXPECT_EQ(public_body(test.text), test.expected) << test.text;
}

TEST(Redaction, ReachesEveryFieldAndTheAddress) {
  const std::string text = public_text(R"(
-- debrief.yaml --
views:
  public:
    title: Initech status
    base_url: https://status.harborline.example/
    fields: [title, id, summary, severity, services, causes, tags, started, trigger, impact, links]
severities: [{id: SEV1, name: Initech is down}]
-- redactions.yaml --
- {term: Initech, replace: a large retailer}
-- services.yaml --
- {id: a, public: yes, public_name: Initech API}
-- causes.yaml --
- {id: b, name: Initech quota, description: Of Initech, public: yes}
-- incidents/a.md --
---
id: PM-Initech
title: Initech is slow
status: published
visibility: public
started: 2026-03-14
summary: For Initech.
severity: SEV1
services: [a]
causes: [b]
tags: [initech]
trigger: A call of Initech
impact: {summary: Initech, customers: "1, Initech", requests: of Initech}
links: {Initech: "https://example.org/", b: "https://example.org/initech", c: "https://example.org/c"}
---
-- pages/initech.md --
---
title: Initech
visibility: public
---
)");
  EXPECT_EQ(text,
            "site: A large retailer status https://status.harborline.example/\n"
            "severity: sev1 SEV1 A large retailer is down\n"
            "service: a-large-retailer-api A large retailer API\n"
            "cause: a-large-retailer-quota A large retailer quota Of a large retailer\n"
            "incident: 2026-03-14-a-large-retailer-is-slow\n"
            "id: PM-a large retailer\n"
            "title: A large retailer is slow\n"
            "summary: For a large retailer.\n"
            "severity: SEV1\n"
            "services: A large retailer API\n"
            "causes: a-large-retailer-quota\n"
            "tags: A large retailer\n"
            "links: A large retailer https://example.org/, c https://example.org/c\n"
            "started: 2026-03-14\n"
            "trigger: A call of a large retailer\n"
            "impact: (A large retailer; 1, a large retailer; of a large retailer)\n"
            "guide: a-large-retailer A large retailer\n");
}

}  // namespace
}  // namespace debrief
