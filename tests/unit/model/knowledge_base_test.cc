#include "generator/model/knowledge_base.h"

#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

TEST(KnowledgeBase, ResolvesTheNamesOfPostMortems) {
  const auto [kb, problems] = read_all({
      {"services.yaml", "- {id: checkout}\n- {id: search}"},
      {"causes.yaml", "- {id: capacity, children: [{id: pool}]}"},
      {"incidents/a.md",
       report_text(
           "severity: P0\nservices: [search, Checkout, search]\ncauses: [pool, capacity]\n")},
      {"incidents/b.md", report_text("repeats: [A]\nrelated: [a, b, a]\n")},
  });
  EXPECT_EQ(problems, "");
  ASSERT_EQ(kb.incidents.size(), 2U);
  EXPECT_EQ(kb.incidents[0].severity, 0U);
  EXPECT_EQ(kb.incidents[0].services, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(kb.incidents[0].causes, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(kb.incidents[1].repeats, (std::vector<std::size_t>{0}));
  EXPECT_EQ(kb.incidents[1].related, (std::vector<std::size_t>{0, 1}));
}

TEST(KnowledgeBase, MakesAVocabularyOfTheWordsThatAreUsed) {
  const auto [kb, problems] = read_all({
      {"incidents/a.md",
       report_text("services: [Search, checkout]\ncauses: [process/review, capacity]\n")},
      {"incidents/b.md", report_text("services: search\ncauses: [Capacity, capacity/Pool]\n")},
  });
  EXPECT_EQ(problems, "");
  EXPECT_EQ(kb.vocabulary.service_ids(), (std::vector<std::string>{"checkout", "Search"}));
  EXPECT_EQ(kb.vocabulary.cause_ids(),
            (std::vector<std::string>{"capacity", "capacity/pool", "process", "process/review"}));
  EXPECT_EQ(kb.incidents[1].services, (std::vector<std::size_t>{1}));
  EXPECT_EQ(kb.incidents[1].causes, (std::vector<std::size_t>{0, 1}));
}

TEST(KnowledgeBase, ReportsNamesThatNobodyKnows) {
  EXPECT_EQ(
      problems_of({
          {"services.yaml", "- {id: checkout}"},
          {"causes.yaml", "- {id: capacity, aliases: [load]}\n- {id: traffic, aliases: [load]}"},
          {"incidents/pm-1.md",
           report_text("severity: sev9\nservices: [chekout, mail]\ncauses: [capcity, load]\n"
                       "repeats: [pm-2]\nrelated: [ticket-17]\n")},
      }),
      R"(incidents/pm-1.md:4:11: error: unknown severity 'sev9'; the scale is SEV1, SEV2, SEV3, SEV4 [unknown-severity]
severity: sev9
          ^
incidents/pm-1.md:5:12: error: unknown service 'chekout'; did you mean 'checkout'? [unknown-service]
services: [chekout, mail]
           ^
incidents/pm-1.md:5:21: error: unknown service 'mail'; add it to services.yaml if it is new [unknown-service]
services: [chekout, mail]
                    ^
incidents/pm-1.md:6:10: error: unknown cause 'capcity'; did you mean 'capacity'? [unknown-cause]
causes: [capcity, load]
         ^
incidents/pm-1.md:6:19: error: 'load' is the name of several causes; write one of capacity, traffic [unknown-cause]
causes: [capcity, load]
                  ^
incidents/pm-1.md:7:11: error: there is no post-mortem with the id 'pm-2'; did you mean 'pm-1'? [unknown-incident]
repeats: [pm-2]
          ^
incidents/pm-1.md:8:11: error: there is no post-mortem with the id 'ticket-17' [unknown-incident]
related: [ticket-17]
          ^
)");
}

TEST(KnowledgeBase, ReportsAnIdThatIsTaken) {
  EXPECT_EQ(
      problems_of({{"incidents/a.md", report_text("id: PM-1\n")},
                   {"incidents/b.md", report_text("id: pm-1\n")},
                   {"incidents/c.md", report_text("id: PM 1\n")},
                   {"incidents/d/index.md", report_text()},
                   {"incidents/e/d.md", report_text()}}),
      R"(incidents/b.md: error: the id 'pm-1' is already taken by incidents/a.md; change it in the one that nothing refers to yet [duplicate-id]
incidents/c.md: error: the id 'PM 1' is already taken by incidents/a.md; change it in the one that nothing refers to yet [duplicate-id]
incidents/e/d.md: error: the id 'd' is already taken by incidents/d/index.md; change it in the one that nothing refers to yet [duplicate-id]
)");
}

TEST(KnowledgeBase, DoesNotBlameOthersForAFileThatCannotBeRead) {
  const std::string broken = "---\ntitle: a: b\n---\n";
  EXPECT_EQ(
      problems_of({{"incidents/a.md", broken},
                   {"incidents/b.md", report_text("repeats: [a]\nrelated: [PM-7]\n",
                                                  "[a](a.md) [c](c.md) [d](d/)\n")},
                   {"incidents/d/index.md", broken}}),
      R"(incidents/a.md:2:9: error: this is not valid YAML: a value with ': ' in it must stand in quotes, and lines are indented by spaces alone [yaml-syntax]
title: a: b
        ^
incidents/b.md:8: warning: 'c.md' is no file of this knowledge base; it is shown as text [broken-link]
incidents/d/index.md:2:9: error: this is not valid YAML: a value with ': ' in it must stand in quotes, and lines are indented by spaces alone [yaml-syntax]
title: a: b
        ^
)");
  const std::string names = report_text("severity: Notstand\nservices: [a]\ncauses: [b]\n");
  EXPECT_EQ(
      problems_of({{"services.yaml", "a: ["}, {"incidents/a.md", report_text("services: [a]\n")}}),
      R"(services.yaml:1:1: error: this is not valid YAML: end of sequence flow not found [yaml-syntax]
a: [
^
)");
  EXPECT_EQ(
      problems_of({{"causes.yaml", "a: b"}, {"incidents/a.md", report_text("causes: [a]\n")}}),
      R"(causes.yaml:1:1: error: causes.yaml must be a list of '- key: value' entries [wrong-type]
a: b
^
)");
  EXPECT_EQ(
      problems_of({{"debrief.yaml", "severities: ["}, {"incidents/a.md", names}}),
      R"(debrief.yaml:1:1: error: this is not valid YAML: end of sequence flow not found [yaml-syntax]
severities: [
^
)");
}

TEST(KnowledgeBase, ReportsFilesThatNoSiteShows) {
  EXPECT_EQ(
      problems_of({{"incidents/a.md", report_text()},
                   {"incidents/a.txt", ""},
                   {"incidents/graph.PNG", ""},
                   {"incidents/data.csv", ""},
                   {"pages/slides.pdf", ""},
                   {"templates/x.txt", ""}}),
      R"(incidents/a.txt: warning: neither Markdown (.md) nor a picture; no site shows it [ignored-file]
incidents/data.csv: warning: neither Markdown (.md) nor a picture; no site shows it [ignored-file]
pages/slides.pdf: warning: neither Markdown (.md) nor a picture; no site shows it [ignored-file]
)");
}

TEST(KnowledgeBase, ReportsLinksThatLeadNowhere) {
  EXPECT_EQ(
      problems_of({{"incidents/a.md",
                    report_text("",
                                "[b](b.md) [c](c.md) ![d](d.png) ![e](e.png)\n\n"
                                "> ![f](https://tracker.example/f.png)\n\n"
                                "Note[^n] [g](../../g.md) ![b](b.md)\n\n[^n]: [h](h.md)\n")},
                   {"incidents/b.md", report_text()},
                   {"incidents/d.png", ""},
                   {"pages/g.md", "---\ntitle: G\n---\n## [i](i.md)\n"}}),
      R"(incidents/a.md:6: warning: 'c.md' is no file of this knowledge base; it is shown as text [broken-link]
incidents/a.md:6: warning: 'e.png' is no picture of this knowledge base; it is shown as text [missing-image]
incidents/a.md:8: warning: pictures are shown from the content folder only; copy the file beside the post-mortem [foreign-image]
incidents/a.md:10: warning: '../../g.md' is no file of this knowledge base; it is shown as text [broken-link]
incidents/a.md:10: warning: 'b.md' is no picture of this knowledge base; it is shown as text [missing-image]
incidents/a.md:12: warning: 'h.md' is no file of this knowledge base; it is shown as text [broken-link]
pages/g.md:4: warning: 'i.md' is no file of this knowledge base; it is shown as text [broken-link]
)");
}

TEST(KnowledgeBase, SaysTheSameWithAnyNumberOfJobs) {
  Files files;
  for (int i = 0; i < 60; ++i) {
    files.emplace_back(
        "incidents/" + std::to_string(i) + ".md",
        report_text("colour: red\nrepeats: [x]\nresolved: never\n", "<b>[a](b.md)</b>\n"));
  }
  const std::string problems = read_all(files, 1).problems;
  EXPECT_NE(problems, "");
  for (const unsigned jobs : {2U, 3U, 8U})
    EXPECT_EQ(read_all(files, jobs).problems, problems) << jobs;
}

}  // namespace
}  // namespace debrief
