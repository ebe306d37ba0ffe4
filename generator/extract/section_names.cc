#include "generator/extract/section_names.h"

#include <algorithm>
#include <map>
#include <utility>

#include "generator/base/text.h"

namespace debrief {
namespace {

struct Synonyms {
  std::string_view name;
  std::vector<std::string_view> headings;  // normalized; the name itself need not be listed
};

// The one place that knows. "learnt" is read as "learned" and "post-mortem" words are not
// headings; add a spelling here and to the table in generator/model/README.md if many use it.
const std::vector<Synonyms>& synonyms() {
  static const std::vector<Synonyms> kSynonyms = {
      {"summary",
       {"incident summary",
        "executive summary",
        "overview",
        "incident overview",
        "tl;dr",
        "tldr",
        "abstract",
        "what happened",
        "description",
        "incident description",
        "synopsis",
        "problem summary",
        "problem statement",
        "problem description",
        "issue summary",
        "summary of the incident",
        "summary of incident",
        "at a glance",
        "in short",
        "in brief",
        "high level summary",
        "high-level summary",
        "management summary"}},
      {"impact",
       {"customer impact",
        "user impact",
        "business impact",
        "impact assessment",
        "impact analysis",
        "impact summary",
        "service impact",
        "external impact",
        "impact on customers",
        "impact on users",
        "impact to customers",
        "who was affected",
        "who was impacted",
        "affected users",
        "affected customers",
        "blast radius",
        "scope",
        "scope of impact",
        "scope and impact",
        "severity and impact",
        "what was affected",
        "what was the impact",
        "consequences"}},
      {"timeline",
       {"incident timeline",
        "timeline of events",
        "timeline of the incident",
        "timeline of incident",
        "detailed timeline",
        "full timeline",
        "recovery timeline",
        "response timeline",
        "updates",
        "status updates",
        "incident updates",
        "sequence of events",
        "chronology",
        "chronology of events",
        "events",
        "event log",
        "incident log",
        "key events",
        "timestamps",
        "timeline and response"}},
      {"detection",
       {"how was it detected", "how it was detected", "how was the incident detected",
        "how did we find out", "how we found out", "how we noticed", "how did we detect it",
        "how we detected it", "how did we learn about the incident", "discovery",
        "incident detection", "detection and alerting", "monitoring and detection",
        "time to detection"}},
      {"response",
       {"incident response",
        "response and mitigation",
        "what we did",
        "escalation",
        "how we responded",
        "how did we respond",
        "communication",
        "communications",
        "customer communication",
        "internal communication",
        "external communication",
        "actions taken",
        "response actions",
        "response evaluation",
        "incident handling",
        "incident management",
        "who responded",
        "triage",
        "diagnosis",
        "investigation",
        "escalation and communication"}},
      {"root-cause",
       {"root causes",
        "root cause analysis",
        "rca",
        "cause",
        "causes",
        "the cause",
        "analysis",
        "cause analysis",
        "causal analysis",
        "what went wrong and why",
        "why it happened",
        "why did it happen",
        "why did this happen",
        "why this happened",
        "what caused it",
        "what caused this incident",
        "what caused the incident",
        "root cause and trigger",
        "trigger and root cause",
        "root cause summary",
        "root cause identification",
        "the root cause",
        "underlying cause",
        "underlying causes",
        "technical root cause",
        "systemic causes",
        "systemic cause",
        "fault",
        "the fault",
        "incident analysis",
        "technical analysis",
        "technical details",
        "proximate cause",
        "cause of the incident",
        "cause and effect",
        "causes of the incident",
        "root cause and contributing factors",
        "root causes and contributing factors"}},
      {"five-whys",
       {"5 whys",
        "five whys analysis",
        "5 whys analysis",
        "the five whys",
        "the 5 whys",
        "five whys root cause analysis",
        "5 whys root cause analysis",
        "5 whys root cause",
        "five whys root cause identification",
        "root cause identification: the five whys",
        "root cause analysis: five whys",
        "root cause analysis: 5 whys",
        "root cause analysis - five whys",
        "5-whys",
        "5 why",
        "five why",
        "5 why analysis",
        "five why analysis",
        "whys",
        "the whys",
        "five whys technique",
        "5 whys technique"}},
      {"contributing-factors",
       {"contributing factor", "contributing causes", "contributing cause",
        "contributing conditions", "contributory factors", "contributory causes",
        "contributing factors and causes", "factors", "contributors", "causal factors",
        "aggravating factors", "what made it worse", "what made this worse",
        "what made this incident worse", "mitigating and aggravating factors"}},
      {"trigger",
       {"triggers", "what triggered it", "what triggered the incident", "triggering event",
        "triggering events", "the trigger", "trigger event", "leadup", "lead-up", "lead up",
        "lead-up to the incident", "leading up to the incident"}},
      {"resolution",
       {"resolution and recovery",
        "recovery",
        "service recovery",
        "fix",
        "the fix",
        "how it was fixed",
        "how was it fixed",
        "how it was resolved",
        "how was it resolved",
        "how was the incident resolved",
        "how was the incident fixed",
        "how we fixed it",
        "how did we fix it",
        "how we resolved it",
        "mitigation",
        "mitigations",
        "remediation",
        "mitigation and resolution",
        "resolution and mitigation",
        "detection and resolution",
        "immediate fix",
        "immediate remediation",
        "restoration",
        "service restoration",
        "corrective actions taken",
        "workaround",
        "solution",
        "resolution steps"}},
      {"what-went-well",
       {"what worked", "what worked well", "went well", "things that went well", "what we did well",
        "what did we do well", "what did go well", "the good", "good", "positives", "strengths",
        "what helped", "successes", "what went right", "things that worked", "wins"}},
      {"what-could-be-improved",
       {"what went wrong",
        "what went poorly",
        "what didn't go well",
        "what did not go well",
        "what could have gone better",
        "what could have been better",
        "what could be better",
        "what could have been improved",
        "what can be improved",
        "what can we improve",
        "what we could improve",
        "what could we improve",
        "what could we do better",
        "what we could do better",
        "what could we have done better",
        "what went less well",
        "what didn't work",
        "what did not work",
        "what did not work well",
        "what didn't work well",
        "what didn't go so well",
        "what didn't go as well",
        "what went not so well",
        "what went badly",
        "things that went poorly",
        "things that went badly",
        "things that went wrong",
        "things that could be improved",
        "the bad",
        "bad",
        "to improve",
        "needs improvement",
        "areas for improvement",
        "areas of improvement",
        "room for improvement",
        "opportunities for improvement",
        "where we struggled",
        "where did we struggle",
        "weaknesses",
        "what slowed us down",
        "went poorly",
        "went wrong",
        "went badly",
        "challenges",
        "how we could improve"}},
      {"where-we-got-lucky",
       {"what went lucky", "where we were lucky", "where did we get lucky", "how we got lucky",
        "luck", "lucky", "got lucky", "what we were lucky about", "lucky breaks", "we got lucky"}},
      {"lessons-learned",
       {"lessons",           "lesson learned",     "learnings",
        "key learnings",     "what we learned",    "what have we learned",
        "what did we learn", "what we've learned", "key lessons",
        "takeaways",         "key takeaways",      "insights",
        "retrospective",     "reflection",         "reflections",
        "learning",          "learning points",    "lessons learned and takeaways",
        "findings",          "key findings",       "discussion"}},
      {"action-items",
       {"actions",
        "action item",
        "action points",
        "action plan",
        "actions items",
        "actionable items",
        "action items and owners",
        "action items and follow-ups",
        "follow-up",
        "follow-ups",
        "follow up",
        "follow ups",
        "followup",
        "followups",
        "follow-up actions",
        "follow up actions",
        "follow-up items",
        "follow up items",
        "follow-up tasks",
        "follow up tasks",
        "follow-up work",
        "follow up work",
        "next steps",
        "corrective actions",
        "corrective action",
        "corrective measures",
        "corrective action plan",
        "corrective and preventive actions",
        "corrective and preventative actions",
        "corrective and preventive measures",
        "preventive actions",
        "preventative actions",
        "preventive measures",
        "preventative measures",
        "prevention",
        "prevention measures",
        "post-incident actions",
        "post incident actions",
        "post-mortem actions",
        "postmortem actions",
        "to do",
        "to-do",
        "to-dos",
        "todo",
        "todos",
        "tasks",
        "remediation items",
        "remediation actions",
        "remediation plan",
        "remediation tasks",
        "remediation and follow-up",
        "repair items",
        "improvement actions",
        "measures",
        "countermeasures",
        "what we're doing about it",
        "what we are doing about it",
        "what are we doing about it",
        "what will we do",
        "what we will do",
        "what are we doing to prevent this",
        "what we're doing to prevent this",
        "what we are doing to prevent this",
        "what we're doing next",
        "what's next",
        "what we will do differently",
        "what will we do differently",
        "recommendations",
        "recommended actions",
        "proposed actions",
        "outstanding actions",
        "open actions",
        "how do we prevent this",
        "how we will prevent this",
        "how will we prevent this from happening again",
        "jira tickets",
        "tickets",
        "backlog items",
        "related issues and action items",
        "lessons learned and action items"}},
      {"future-improvements",
       {"future improvement", "future work", "improvements", "improvement ideas", "ideas",
        "backlog", "later", "long-term improvements", "long term improvements",
        "possible improvements", "further improvements", "suggestions", "nice to have",
        "nice to haves", "parking lot"}},
      {"appendix",
       {"appendices",
        "references",
        "reference",
        "supporting information",
        "links",
        "useful links",
        "related links",
        "further reading",
        "additional information",
        "additional notes",
        "supporting data",
        "supporting material",
        "supporting materials",
        "supporting evidence",
        "evidence",
        "resources",
        "related resources",
        "attachments",
        "graphs",
        "glossary",
        "metrics and graphs",
        "related documents",
        "raw data",
        "screenshots",
        "see also",
        "external links"}},
  };
  return kSynonyms;
}

// "3. Timeline", "3) Timeline", "1.2 Timeline", "3: Timeline", "3 - Timeline"; not "5 Whys".
std::string_view without_numbering(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_digit(text[at]) || text[at] == '.')) ++at;
  if (at == 0) return text;
  const std::size_t rest = text.find_first_not_of("):- ", at);
  const bool marked = text.substr(0, rest).find_first_of(".):-") != std::string_view::npos;
  return marked && rest != std::string_view::npos ? text.substr(rest) : text;
}

// A first or last word without letters and digits is a picture: "⏱ Timeline".
std::string_view without_pictures(std::string_view text) {
  const auto is_picture = [](std::string_view word) {
    return std::ranges::none_of(word, [](char c) { return is_letter(c) || is_digit(c); });
  };
  for (std::size_t end = text.find(' ');
       end != std::string_view::npos && is_picture(text.substr(0, end)); end = text.find(' ')) {
    text = trim(text.substr(end));
  }
  for (std::size_t at = text.rfind(' ');
       at != std::string_view::npos && is_picture(text.substr(at)); at = text.rfind(' ')) {
    text = trim(text.substr(0, at));
  }
  return text;
}

std::string_view without_remark(std::string_view text) {
  for (const auto& [open, close] : {std::pair('(', ')'), std::pair('[', ']')}) {
    if (!text.ends_with(close)) continue;
    const std::size_t at = text.rfind(open);
    if (at != std::string_view::npos && at != 0) return trim(text.substr(0, at));
  }
  return text;
}

// "Timeline - May 29, 2021": behind a dash, what has a digit is a remark.
std::string_view without_date(std::string_view text) {
  const std::size_t dash = text.find(" - ");
  if (dash == std::string_view::npos || std::ranges::none_of(text.substr(dash), is_digit))
    return text;
  return trim(text.substr(0, dash));
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string normalize(std::string_view heading) {
  std::string text = to_lower(collapse_spaces(heading));
  text = replace_all(std::move(text), "’", "'");
  for (const std::string_view quote : {"\"", "“", "”", "*"}) {
    text = replace_all(std::move(text), quote, "");
  }
  for (const std::string_view dash : {"–", "—"}) text = replace_all(std::move(text), dash, "-");
  text = replace_all(std::move(text), "&", "and");
  text = replace_all(std::move(text), "learnt", "learned");
  std::string_view rest = without_pictures(without_numbering(without_pictures(trim(text))));
  const auto strip_end = [&rest] {
    while (!rest.empty() && std::string_view(":.?! ").find(rest.back()) != std::string_view::npos) {
      rest.remove_suffix(1);
    }
  };
  strip_end();
  rest = without_date(without_remark(rest));
  strip_end();
  return std::string(rest);
}

std::map<std::string, std::string, std::less<>> make_index() {
  std::map<std::string, std::string, std::less<>> index;
  for (const Synonyms& entry : synonyms()) {
    index.emplace(replace_all(std::string(entry.name), "-", " "), entry.name);
    index.emplace(entry.name, entry.name);
    for (const std::string_view heading : entry.headings) index.emplace(heading, entry.name);
  }
  return index;
}

}  // namespace

std::string canonical_section(std::string_view heading) {
  static const std::map<std::string, std::string, std::less<>> kIndex = make_index();
  const auto found = kIndex.find(normalize(heading));
  return found == kIndex.end() ? "" : found->second;
}

const std::vector<std::string>& section_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Synonyms& entry : synonyms()) names.emplace_back(entry.name);
    return names;
  }();
  return kNames;
}

}  // namespace debrief
