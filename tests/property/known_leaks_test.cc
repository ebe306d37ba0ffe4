// The audit is tested: each way in which a public site is known to give away what it should not,
// built in on purpose, one at a time. The audit must find every one of them.
//
// A leak is put where a slip in Debrief would put it: into the view, into a written file, or into
// the search index. Nothing in the program knows of this; it is the test that makes the site wrong.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "generator/audit/public_audit.h"
#include "generator/output/output_sink.h"
#include "generator/site/page.h"
#include "generator/site/page_content.h"
#include "generator/site/search_documents.h"
#include "generator/site/site.h"
#include "generator/site/site_files.h"
#include "generator/site/texts.h"
#include "generator/theme/theme.h"
#include "generator/view/internal_texts.h"
#include "generator/view/make_view.h"
#include "generator/view/twin.h"
#include "generator/view/view_builder.h"
#include "search/index.h"
#include "tests/support/content_folder.h"
#include "tests/support/pictures.h"
#include "tests/support/sample_view.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {
namespace {

const AsOf kToday{kSampleToday};

constexpr std::string_view kContent = R"(-- debrief.yaml --
title: Lighthouse
views:
  internal: {title: Lantern room, base_url: "https://wiki.lantern.internal/"}
  public:
    title: Lighthouse status
    base_url: https://status.lighthouse.example/
    sections: [summary, impact, action-items]
    fields: [title, summary, severity, services, started]
-- services.yaml --
- {id: pay-core, name: Paycore engine, team: Treasurers, public: yes, public_name: Payments}
- {id: ledger-vault, name: Ledger vault, public: no}
-- causes.yaml --
- {id: capacity, name: Capacity, public: yes}
- {id: hubris, name: Overconfident migration, public: no}
-- people.yaml --
- {handle: dwhit, name: Dagmar Whitfield, role: the on-call engineer, team: Treasurers}
-- redactions.yaml --
- {term: Initech, replace: a large retailer}
- {pattern: 'OPS-\d+', replace: an internal ticket}
-- incidents/aardvark-first.md --
---
id: PM-2026-077
title: Paycore chokes on Initech batch
status: published
visibility: public
severity: P0
services: [pay-core, ledger-vault]
causes: [capacity, hubris]
trigger: Quarterly settlement
started: 2026-02-15T14:30:00Z
detected: 2026-02-15T14:41:00Z
resolved: 2026-02-15T15:00:00Z
authors: [dwhit]
tags: [settlement-batch]
review: {date: 2026-02-17, facilitator: Ottoline Marsh, attendees: [Bertrand Vance]}
links: {Dashboard: "https://graphs.lantern.internal/d/9"}
summary: Card payments failed for half an hour.
impact: {summary: "Nine hundred", revenue: "71000 crowns"}
public: {title: Card payments failed, approved_by: Sidonie Kraft, not_before: 2026-03-30}
---

## Summary

Card payments failed. <!-- internal -->Treasurers knew about the saturated mainframe.<!-- /internal --> It is over.
Dagmar Whitfield called Initech about OPS-4411.

## Impact

One payment in three.

<!-- internal -->

The chairman Percival complained twice.

<!-- /internal -->

## Root Cause

The frobnicator of the mainframe jammed.

![Jammed frobnicator](jam.png)

## Action Items

- [ ] Add a limit - Owner: Bertrand Vance - Due: 2026-03-01 - Ticket: OPS-4412

## Appendix

Raw dumps: gargantuan.
-- incidents/zebra-second.md --
---
title: Search was slow
status: published
visibility: public
started: 2026-01-10T10:00:00Z
summary: Searching took ten seconds.
---

## Summary

Searching took ten seconds.
-- incidents/tomorrow.md --
---
id: PM-2026-079
title: Weevils in the granary
status: published
visibility: public
started: 2026-03-04T10:00:00Z
public: {title: Cerulean weevils, not_before: 2026-04-01}
---

## Summary

Weevils nibbled.
-- incidents/secret-outage.md --
---
id: PM-2026-078
title: Stolen badge opens the vault
started: 2026-03-03T03:03:03Z
services: [ledger-vault]
tags: [burglary]
---

## Summary

A burglar walked through the turnstile.
-- pages/how-we-hide.md --
---
title: How we keep burglars quiet
---

Whisper.
)";

struct Pieces {  // of a public view
  ViewSite site;
  std::vector<ViewSeverity> severities;
  std::vector<ViewService> services;
  std::vector<ViewCause> causes;
  std::vector<ViewIncident> incidents;
  std::vector<ViewGuide> guides;
  std::vector<ViewAsset> assets;

  // The one with something to hide.
  ViewIncident& cards() {
    return *std::ranges::find_if(
        incidents, [](const ViewIncident& incident) { return incident.title.starts_with("Card"); });
  }
};

struct Written {  // a public site
  std::map<std::string, std::string> files;
  std::vector<search::Document> documents;
};

struct Leak {
  std::string_view name;
  std::function<void(const KnowledgeBase&, Pieces&)> in_view;
  std::function<void(const KnowledgeBase&, Written&)> in_files;
};

const Report& cards_report(const KnowledgeBase& kb) {
  return std::ranges::find_if(kb.incidents,
                              [](const Incident& incident) {
                                return incident.report.path == "incidents/aardvark-first.md";
                              })
      ->report;
}

// Of what is published on a day to come.
std::vector<const Report*> waiting_reports(const KnowledgeBase& kb) {
  std::vector<const Report*> reports;
  for (const Incident& incident : kb.incidents) {
    const Publication found = publication_of(kb, incident.report, kToday);
    if (found.state == Publication::State::embargoed) reports.push_back(&incident.report);
  }
  return reports;
}

// The secret post-mortem, or what stands in its place in a twin; null if a twin has none.
const Report* secret_report(const KnowledgeBase& kb) {
  for (const Incident& incident : kb.incidents) {
    if (!is_public(kb, incident.report, kToday)) return &incident.report;
  }
  return nullptr;
}

void add_paragraph(ViewIncident& incident, const std::string& text) {
  Node paragraph;
  paragraph.kind = NodeKind::paragraph;
  paragraph.children.emplace_back().text = text;
  incident.body.sections.front().blocks.push_back(std::move(paragraph));
}

std::string marked_text(const KnowledgeBase& kb) {
  std::string text;
  const std::function<void(const std::vector<Node>&)> collect =
      [&](const std::vector<Node>& nodes) {
        for (const Node& node : nodes) {
          if (node.internal) text += plain_text(node);
          collect(node.children);
        }
      };
  for (const Section& section : cards_report(kb).body.sections) collect(section.blocks);
  return text;
}

std::string hidden_text(const KnowledgeBase& kb, std::string_view kind) {
  for (const Section& section : cards_report(kb).body.sections) {
    if (section.kind == kind) return plain_text(section.blocks);
  }
  return "";
}

std::string encoded(std::string_view text, std::string_view form) {
  std::string out;
  for (const char c : text) out += fmt::format(fmt::runtime(form), static_cast<unsigned char>(c));
  return out;
}

std::string& home(Written& site) {
  return site.files.at("index.html");
}

const std::string& name_of_person(const KnowledgeBase& kb) {
  return kb.vocabulary.people.front().name;
}

const std::vector<Leak>& leaks() {
  static const std::vector<Leak> kLeaks = {
      // Into the view: a field copied that should not be.
      {"a field that is not on the allow-list",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.cards().trigger = cards_report(kb).trigger;
       },
       {}},
      {"the internal title beside the public one",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.cards().title += " (" + cards_report(kb).title + ")";
       },
       {}},
      {"the id",
       [](const KnowledgeBase& kb, Pieces& view) { view.cards().id = cards_report(kb).id; },
       {}},
      {"the severity as its author wrote it",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), "Label " + cards_report(kb).severity->text);
       },
       {}},
      {"the authors",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), cards_report(kb).authors.front());
       },
       {}},
      {"who approved it",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), cards_report(kb).public_wording.approved_by);
       },
       {}},
      {"which day it had to wait for",
       [](const KnowledgeBase& kb, Pieces& view) {
         const std::optional<Embargo>& embargo = cards_report(kb).public_wording.embargo;
         view.cards().resolved = embargo ? embargo->not_before : std::nullopt;
       },
       {}},
      {"what waits for its day",
       [](const KnowledgeBase& kb, Pieces& view) {
         for (const Report* report : waiting_reports(kb)) {
           add_paragraph(view.cards(), report->public_wording.title);
         }
       },
       {}},
      {"how many wait for their day",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), std::to_string(waiting_reports(kb).size()));
       },
       {}},
      {"that there was a review",
       [](const KnowledgeBase& kb, Pieces& view) {
         if (cards_report(kb).review.date) add_paragraph(view.cards(), "Reviewed.");
       },
       {}},
      {"what it cost",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), cards_report(kb).impact->revenue);
       },
       {}},
      {"a tag",
       [](const KnowledgeBase& kb, Pieces& view) { view.cards().tags = cards_report(kb).tags; },
       {}},
      {"an internal link",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.cards().links.push_back({"Graphs", cards_report(kb).links.front().url});
       },
       {}},
      {"a time that is not on the allow-list",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.cards().detected = cards_report(kb).detected->time;
       },
       {}},
      {"whether it is over, told by a time that is hidden",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.cards().duration =
             cards_report(kb).resolved->time.utc - cards_report(kb).started->time.utc;
         view.cards().resolved = cards_report(kb).resolved->time;
       },
       {}},

      // Into the view: text.
      {"text of a mark",
       [](const KnowledgeBase& kb, Pieces& view) { add_paragraph(view.cards(), marked_text(kb)); },
       {}},
      {"the length of a mark",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), std::string(marked_text(kb).size(), '#'));
       },
       {}},
      {"a section that is not on the allow-list",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), hidden_text(kb, "root-cause"));
       },
       {}},
      {"the number of sections that are not shown",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), std::to_string(cards_report(kb).body.sections.size()));
       },
       {}},
      {"a person's name",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), name_of_person(kb));
       },
       {}},
      {"the initials of a person's name",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), name_of_person(kb).substr(0, 1) + ".");
         add_paragraph(view.cards(), std::to_string(name_of_person(kb).size()));
       },
       {}},
      {"a replacement as long as what it hides",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), std::string(name_of_person(kb).size(), '*'));
       },
       {}},
      {"a term",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), kb.vocabulary.redactions.front().term);
       },
       {}},
      {"what a pattern hides",
       [](const KnowledgeBase&, Pieces& view) { add_paragraph(view.cards(), "See OPS-4411."); },
       {}},
      {"the owner of an action item",
       [](const KnowledgeBase&, Pieces& view) {
         add_paragraph(view.cards(), "Bertrand Vance does it");
       },
       {}},
      {"the owner, as the section has it",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), hidden_text(kb, "action-items"));
       },
       {}},
      {"the owner of an action item, in the list",
       [](const KnowledgeBase&, Pieces& view) {
         view.cards().actions.front().owners = {"Bertrand Vance"};
       },
       {}},
      {"when an action item is due, in the list",
       [](const KnowledgeBase& kb, Pieces& view) {
         // A twin may have none.
         for (const ActionItem& item : cards_report(kb).actions) {
           view.cards().actions.front().due = item.due;
         }
       },
       {}},
      {"the ticket of an action item, in the list",
       [](const KnowledgeBase& kb, Pieces& view) {
         // A twin may have none.
         for (const ActionItem& item : cards_report(kb).actions) {
           view.cards().actions.front().ticket = item.ticket;
         }
       },
       {}},
      {"a time that is hidden, in the drawn timeline",
       [](const KnowledgeBase& kb, Pieces& view) {
         ViewTimelineEntry& entry = view.cards().timeline.emplace_back();
         entry.time = cards_report(kb).detected->time;
         entry.certainty = ViewTimelineEntry::Certainty::exact;
       },
       {}},
      {"the number of entries of a hidden timeline, in the drawn one",
       [](const KnowledgeBase& kb, Pieces& view) {
         // The twin has another number of sections, as it would have of entries.
         for (std::size_t i = 0; i < cards_report(kb).body.sections.size(); ++i) {
           ViewTimelineEntry& entry = view.cards().timeline.emplace_back();
           entry.time = view.cards().started;
           entry.time->utc += std::chrono::minutes(i);
           entry.certainty = ViewTimelineEntry::Certainty::exact;
         }
       },
       {}},
      {"the title of a link",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), "x");
         Node& text = view.cards().body.sections.front().blocks.back().children.front();
         text.kind = NodeKind::link;
         text.target = {LinkTarget::Kind::url, "https://lighthouse.example/", ""};
         text.title = name_of_person(kb);
         text.children.emplace_back().text = "here";
       },
       {}},
      {"the target of a link",
       [](const KnowledgeBase& kb, Pieces& view) {
         add_paragraph(view.cards(), "x");
         Node& text = view.cards().body.sections.front().blocks.back().children.front();
         text.kind = NodeKind::link;
         text.target = {LinkTarget::Kind::url, cards_report(kb).links.front().url, ""};
         text.children.emplace_back().text = "here";
       },
       {}},
      {"the language of a code block",
       [](const KnowledgeBase& kb, Pieces& view) {
         Node code;
         code.kind = NodeKind::code_block;
         code.text = "x";
         code.info = kb.vocabulary.redactions.front().term;
         view.cards().body.sections.front().blocks.push_back(std::move(code));
       },
       {}},

      // Into the view: what there is, and in which order.
      {"an address made of the id",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.cards().slug = cards_report(kb).id;
         view.cards().key = "incident/" + view.cards().slug;
       },
       {}},
      {"an address made of the file's name",
       [](const KnowledgeBase&, Pieces& view) {
         view.cards().slug = "aardvark-first";
         view.cards().key = "incident/aardvark-first";
       },
       {}},
      {"an order that a hidden post-mortem decides",
       [](const KnowledgeBase& kb, Pieces& view) {
         const Report* secret = secret_report(kb);
         if (secret != nullptr && secret->started->time.utc > cards_report(kb).started->time.utc) {
           std::ranges::reverse(view.incidents);
         }
       },
       {}},
      {"the number of all post-mortems",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.site.title += fmt::format(" ({})", kb.incidents.size());
       },
       {}},
      {"the name of a service that is not public",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.services.push_back({"more", kb.vocabulary.services[1].name, "", "", "", {}});
       },
       {}},
      {"the id of a service as its address",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.services.front().key = kb.vocabulary.services[0].id;
       },
       {}},
      {"the team of a service",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.services.front().description = kb.vocabulary.services[0].team;
       },
       {}},
      {"a cause that is not public",
       [](const KnowledgeBase& kb, Pieces& view) {
         view.causes.push_back({"other", kb.vocabulary.causes[1].name, "", {}});
       },
       {}},
      {"a guide that is not public",
       [](const KnowledgeBase& kb, Pieces& view) {
         ViewGuide guide;
         guide.slug = "guide";
         guide.key = "guide/guide";
         guide.title = kb.guides.front().title;
         view.guides.push_back(std::move(guide));
       },
       {}},
      {"a picture that no public text shows",
       [](const KnowledgeBase& kb, Pieces& view) {
         for (const SourceFile& image : kb.images)
           view.assets.push_back({"images/more.png", image.bytes, 1, 1});
       },
       {}},

      // Into files.
      {"the path of the source in a comment",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         if (const Report* secret = secret_report(kb))
           home(site) += "<!-- " + secret->path + " -->";
       }},
      {"the date of a hidden post-mortem in the sitemap",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         if (const Report* secret = secret_report(kb)) {
           site.files.at("sitemap.xml") += "<!-- " + to_string(secret->started->time) + " -->";
         }
       }},
      {"an internal address among the headers",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         site.files.at("_headers") += "# " + kb.config.internal_view.base_url + "\n";
       }},
      {"the name of a file",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         site.files["x/" + name_of_person(kb) + ".html"] = "x";
       }},
      {"entities",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         home(site) += encoded(name_of_person(kb), "&#{};");
       }},
      {"percent signs",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         home(site) += encoded(name_of_person(kb), "%{:02X}");
       }},
      {"escapes of JSON",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         site.files["data.json"] = "{\"x\":\"" + encoded(name_of_person(kb), "\\u{:04x}") + "\"}";
       }},
      {"entities in escapes",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         site.files["data.json"] = encoded(encoded(name_of_person(kb), "&#{};"), "\\u{:04x}");
       }},
      {"a word that markup parts",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         const std::string& name = name_of_person(kb);
         home(site) += name.substr(0, 3) + "<b>" + name.substr(3) + "</b>";
       }},
      {"capitals and accents",
       {},
       [](const KnowledgeBase&, Written& site) { home(site) += "DÀGMAR WHITFÍELD"; }},

      // Into the search index.
      {"an owner in the index",
       {},
       [](const KnowledgeBase&, Written& site) {
         site.documents.front().owners = {"Bertrand Vance"};
       }},
      {"hidden text in the index",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         site.documents.front().sections.push_back({"", hidden_text(kb, "appendix")});
       }},
      {"a hidden post-mortem in the index",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         const Report* secret = secret_report(kb);
         if (secret == nullptr) return;
         search::Document document;
         document.path = "incidents/none/";
         document.kind = "incident";
         document.title = secret->title;
         site.documents.push_back(std::move(document));
       }},
      {"an order of the index that files decide",
       {},
       [](const KnowledgeBase& kb, Written& site) {
         if (kb.incidents.size() % 2 == 1) std::ranges::reverse(site.documents);
       }},
  };
  return kLeaks;
}

const Theme& theme() {
  static const Theme kTheme = [] {
    Diagnostics diagnostics;
    return Theme::load(builtin_theme(), diagnostics);
  }();
  return kTheme;
}

// The public site of a knowledge base, made by a program with this slip in it.
Written write_site(const KnowledgeBase& kb, const Leak* leak) {
  Diagnostics diagnostics;
  ViewOptions options;
  options.as_of = kToday;
  const View sound = public_view(kb, options, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  Pieces pieces{sound.site(),      sound.severities(), sound.services(), sound.causes(),
                sound.incidents(), sound.guides(),     sound.assets()};
  if (leak != nullptr && leak->in_view) leak->in_view(kb, pieces);
  const View view = ViewBuilder::make(
      Audience::public_, pieces.site, pieces.severities, pieces.services, pieces.causes,
      {pieces.incidents, sound.maintenance()}, pieces.guides, pieces.assets);
  const Site site = make_site(view, kSampleToday, theme().asset_paths());
  const std::vector<Page> pages = plan_pages(site);
  Written written;
  for (const Page& page : pages) {
    written.files[page.file] = theme().render(page.template_name, page_content(site, page));
  }
  for (const SiteFile& file : site_files(site, pages)) written.files[file.path] = file.bytes;
  for (const ViewAsset& asset : view.assets()) written.files[asset.path] = asset.bytes;
  written.documents = search_documents(view);
  if (leak != nullptr && leak->in_files) leak->in_files(kb, written);
  return written;
}

void write_to(const Written& site, OutputSink& sink) {
  for (const auto& [path, bytes] : site.files) sink.write(path, bytes);
}

class KnownLeaks : public testing::Test {
 protected:
  KnownLeaks() {
    SourceTree folder = content_folder(kContent);
    put_file(folder, "incidents/jam.png", png());
    Diagnostics diagnostics;
    kb_ = read_knowledge_base(folder, 1, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    own_words_.push_back(all_texts(Texts("en")));
    for (const auto& [path, file] : builtin_theme()) own_words_.push_back(file.bytes);
    // The words of the formats, as a build takes them from a site that says nothing.
    own_words_.push_back(
        "encoding xmlns http https www sitemaps schemas security policy options sniff");
  }

  // Which halves of the audit find something.
  std::string found_by(const Leak* leak) const {
    PublicAudit audit(audit_texts(kb_, kToday), own_words_);
    const Written site = write_site(kb_, leak);
    MemorySink memory;
    write_to(site, audit.watch(memory));
    audit.watch(site.documents);
    const TemporaryFolder folder;
    search::build_index(site.documents, folder / "index", folder / "parts");
    audit.scan_database("search/index.glass", folder / "index");
    std::vector<TreeDifference> differences;
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
      const KnowledgeBase twin = make_twin(kb_, kToday, seed);
      const Written other = write_site(twin, leak);
      const auto more =
          audit.compare([&](OutputSink& sink) { write_to(other, sink); }, other.documents);
      differences.insert(differences.end(), more.begin(), more.end());
    }
    const AuditReport report = audit.report(differences);
    std::string found;
    for (const LeakFinding& finding : report.leaks) {
      if (leak == nullptr)
        found += fmt::format("{} {}\n", finding.file, audit.texts().internal[finding.text].text);
    }
    if (!report.leaks.empty()) found += "scan ";
    if (!report.differences.empty()) found += "twin";
    return found;
  }

  KnowledgeBase kb_;
  std::vector<std::string> own_words_;
};

TEST_F(KnownLeaks, TheSoundSiteHasNone) {
  EXPECT_EQ(found_by(nullptr), "");
}

TEST_F(KnownLeaks, AreAllFound) {
  ASSERT_GE(leaks().size(), 50U);
  fmt::print("{:58} {:5} {}\n", "leak", "scan", "twin");
  for (const Leak& leak : leaks()) {
    const std::string found = found_by(&leak);
    fmt::print("{:58} {:5} {}\n", leak.name,
               found.find("scan") != std::string::npos ? "found" : "-",
               found.find("twin") != std::string::npos ? "found" : "-");
    EXPECT_NE(found, "") << leak.name;
  }
}

}  // namespace
}  // namespace debrief
