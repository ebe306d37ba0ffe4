// Whether everything is there that a reader will look for.

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

#include <initializer_list>

#include "generator/base/text.h"
#include "generator/check/review.h"

namespace debrief {
namespace {

// What a template holds where an author is to write; empty for none.
std::string placeholder_in(const Passage& passage) {
  static const RE2 kBrackets(
      R"((\[(?i:hh:mm|title|name|names|date(?: of \pL+)?|time|owner|P1/P2/P3|thing that[ \pL']*|action \d+|factor \d+|incident title|your \pL+[^\]]*|what[ \pL]*|who[/ \pL]*|how[ \pL]*|why[ \pL]*|when[ \pL]*|describe[^\]]*|insert[^\]]*|fill[^\]]*|add [^\]]*here|sev level|start time[^\]]*|link)\??[^\]]{0,120}\]))");
  static const RE2 kAngles(
      R"((<(?i:title|name|date|time|owner|insert[^>]*|fill[^>]*|your [^>]*)>))");
  static const RE2 kWords(
      R"((?i)^\W*(?:[^.:]{1,40}:\W*)?\b(TBD|TODO|TBA|FIXME|XXX|to be (?:done|written|determined|defined|added|filled in)|fill (?:this )?in|lorem ipsum.*)\W*$)");
  static const RE2 kMarker(R"((?:^|\s)(TODO:|TBD:|FIXME:|\?\?\?)(?:\s|$))");
  const std::string text(trim(passage.text));
  std::string found;
  if (RE2::PartialMatch(text, kBrackets, &found) || RE2::PartialMatch(text, kAngles, &found) ||
      RE2::PartialMatch(text, kMarker, &found)) {
    return found;
  }
  // "TBD" for a day or an owner is what the rules of action items say more of.
  const bool is_remark = passage.kind == "action-items" && (passage.place == Passage::Place::cell ||
                                                            text.find(':') != std::string::npos);
  if (!is_remark && RE2::PartialMatch(text, kWords, &found)) return found;
  return "";
}

void check_placeholders(const IncidentReview& review, Findings& findings) {
  const auto report = [&](int line, const std::string& words) {
    findings.add(
        "placeholder", review.at(line, words),
        fmt::format("'{}' is left from a template; write what belongs there, or take it out",
                    words));
  };
  for (const std::string_view field : {"title", "summary", "trigger"}) {
    const std::string& text = field == "title"     ? review.report().title
                              : field == "summary" ? review.report().summary
                                                   : review.report().trigger;
    Passage passage;
    passage.text = text;
    if (const std::string found = placeholder_in(passage); !found.empty())
      report(line_of_field(review.report(), field), found);
  }
  for (const Passage& passage : review.passages) {
    if (const std::string found = placeholder_in(passage); !found.empty())
      report(passage.line_at(passage.text.find(found)), found);
  }
}

void check_empty_sections(const std::vector<Section>& sections, const IncidentReview& review,
                          Findings& findings) {
  for (const Section& section : sections) {
    if (says_anything(section)) {
      check_empty_sections(section.sections, review, findings);
      continue;
    }
    findings.add("empty-section", review.at(section.heading.line),
                 fmt::format("the section '{}' says nothing; write it, or take the heading out",
                             collapse_spaces(plain_text(section.heading))));
  }
}

bool has_any(const IncidentReview& review, std::initializer_list<std::string_view> kinds) {
  for (const std::string_view kind : kinds) {
    if (find_section(review.report().body, kind) != nullptr) return true;
  }
  return false;
}

struct Part {
  std::string_view name;
  std::string_view way_out;
};

void check_sections(const IncidentReview& review, Findings& findings) {
  const Report& report = review.report();
  std::vector<Part> missing;
  const auto require = [&missing](bool is_there, const Part& part) {
    if (!is_there) missing.push_back(part);
  };
  const bool has_intro = !trim(plain_text(report.body.intro)).empty();
  require(!report.summary.empty() || has_intro || has_any(review, {"summary"}),
          {"summary",
           "add 'summary: …' to the front matter, one or two sentences for somebody who was not "
           "there"});
  require(has_any(review, {"timeline"}),
          {"timeline", "add a section 'Timeline', with '- 14:32 - What happened' for each event"});
  // While it goes on, neither is known.
  if (!is_going_on(report, review.today)) {
    require(has_any(review, {"root-cause", "five-whys", "contributing-factors"}),
            {"root cause", "add a section 'Root cause': what about the system let it happen"});
    require(has_any(review, {"action-items"}),
            {"action items",
             "add a section 'Action items', with '- [ ] What is to be done - @owner - Due "
             "2026-12-07'"});
  }
  if (missing.empty()) return;
  std::vector<std::string_view> names;
  for (const Part& part : missing) names.push_back(part.name);
  // One finding: whoever begins to write needs one list, not five remarks.
  findings.add("missing-section", review.at(0),
               fmt::format("missing: {}; {}", fmt::join(names, ", "),
                           missing.size() == 1
                               ? missing.front().way_out
                               : "add a section for each, or start from a template: 'debrief new "
                                 "--list-templates'"));
}

void check_impact(const IncidentReview& review, Findings& findings) {
  const auto& impact = review.report().impact;
  if ((impact && !impact->summary.empty()) || has_any(review, {"impact"})) return;
  findings.add("impact-missing", review.at(0),
               "it says nowhere whom it hit; add 'impact: …' to the front matter, or a section "
               "'Impact': who noticed what, how many, for how long");
}

void check_timeline(const IncidentReview& review, Findings& findings) {
  if (!has_any(review, {"timeline"})) return;
  for (const TimelineProblem& problem : timeline_of(review.report(), review.kb.config).problems) {
    if (problem.id == "timeline-order")
      findings.add("timeline-order", review.at(problem.line), problem.message);
  }
}

}  // namespace

std::vector<Rule> form_rules() {
  return {
      {"missing-section",
       "form",
       Level::warning,
       {},
       "no summary, timeline, root cause or action items",
       "Whoever opens a post-mortem in two years looks for the same things: what happened, in "
       "which "
       "order, why, and what was done about it. What is missing then can no longer be asked for. "
       "The summary may stand in the front matter.",
       "    ---\n    title: Booking pages time out\n    started: 2026-03-02T09:10:00Z\n    ---\n\n "
       "   "
       "The cache was full. We emptied it.",
       "    ---\n    title: Booking pages time out\n    started: 2026-03-02T09:10:00Z\n    "
       "summary: "
       "The cache of fares filled its disk; for 20 minutes no fare could be quoted.\n    ---\n\n   "
       " ## Timeline (UTC)\n    ## Root "
       "cause\n    ## Action items"},
      {"maintenance-kind",
       "form",
       Level::info,
       {},
       "a title that announces work, of what is no 'kind: maintenance' and tells of no cause",
       "What was announced and went as planned is no incident: it would count in every figure, and "
       "nobody writes down its root cause. With 'kind: maintenance' it has a list and a page of "
       "its "
       "own. Other rules ask nothing of such a post-mortem; if it is one, say in the title what "
       "went wrong.",
       "    title: Maintenance of the mail servers",
       "    title: Maintenance of the mail servers\n    kind: maintenance"},
      {"impact-missing",
       "form",
       Level::info,
       {},
       "no impact, in the front matter or as a section",
       "How much an incident matters, nobody can tell from its cause. Who was hit, by what, how "
       "many "
       "and for how long is what other teams, support and management ask first, and what lists and "
       "the public site show. It is info by default: in half of the real post-mortems that it "
       "was measured on, the summary says as much.",
       "    summary: The cache of fares filled its disk.",
       "    summary: The cache of fares filled its disk.\n    impact: {summary: No quotes for 20 "
       "minutes, customers: 400}"},
      {"empty-section",
       "form",
       Level::warning,
       {},
       "a heading with nothing below it",
       "A heading is a promise. Left empty it says neither that there was nothing to tell nor that "
       "nobody has got round to it. Comments of a template are no text: no site shows them.",
       "    ## What went well\n\n    ## Action items",
       "    ## What went well\n\n    - The rollback took four minutes, as practised in January."},
      {"placeholder",
       "form",
       Level::warning,
       {},
       "text left from a template: '[HH:MM]', 'TBD', 'TODO: …'",
       "Text from a template looks finished from afar and says nothing. It is overlooked by its "
       "author, who has read it ten times, and found by the first customer.",
       "    - [HH:MM] - [What happened]\n    - Root cause: TBD",
       "    - 14:32 - Alert on failed bookings\n    - Root cause not found; the disk is with the "
       "vendor, see the action items"},
      {"timeline-order",
       "form",
       Level::warning,
       {},
       "entries of the timeline that go back in time",
       "Most of what a timeline teaches is in the gaps between its entries. An entry out of order "
       "is more often a wrong hour, a forgotten date or a second time zone than a story told that "
       "way, and durations are computed from it.",
       "    - 14:32 - Alert on failed bookings\n    - 14:05 - The new version is rolled back",
       "    - 14:32 - Alert on failed bookings\n    - 15:05 - The new version is rolled back"},
  };
}

void check_form(const IncidentReview& review, Findings& findings) {
  check_placeholders(review, findings);
  check_empty_sections(review.report().body.sections, review, findings);
  if (looks_announced(review.report())) {
    findings.add("maintenance-kind", review.at_field("title"),
                 "by its title this was announced; if it was, add 'kind: maintenance', so that it "
                 "counts as no incident. What a post-mortem has to have is not asked for here");
  } else if (review.report().status != Status::draft) {
    check_sections(review, findings);
    check_impact(review, findings);
  }
  check_timeline(review, findings);
}

}  // namespace debrief
