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
// headings; add a spelling here and to the list in generator/README.md.
const std::vector<Synonyms>& synonyms() {
  static const std::vector<Synonyms> kSynonyms = {
      {"summary",
       {"incident summary", "executive summary", "overview", "tl;dr", "tldr", "abstract",
        "what happened", "description"}},
      {"impact",
       {"customer impact", "user impact", "business impact", "impact assessment",
        "who was affected", "affected users", "affected customers"}},
      {"timeline",
       {"incident timeline", "timeline of events", "sequence of events", "chronology", "events",
        "event log"}},
      {"detection", {"how was it detected", "how we found out", "how we noticed"}},
      {"response", {"incident response", "response and mitigation", "what we did", "escalation"}},
      {"root-cause",
       {"root causes", "root cause analysis", "rca", "cause", "causes", "the cause", "analysis",
        "cause analysis", "what went wrong and why", "why it happened"}},
      {"five-whys",
       {"5 whys", "five whys analysis", "5 whys analysis", "the five whys", "the 5 whys"}},
      {"contributing-factors",
       {"contributing factor", "contributing causes", "factors", "contributors"}},
      {"trigger", {"triggers", "what triggered it", "triggering event"}},
      {"resolution",
       {"resolution and recovery", "recovery", "fix", "the fix", "how it was fixed", "mitigation",
        "remediation", "mitigation and resolution"}},
      {"what-went-well", {"what worked", "what worked well", "went well", "things that went well"}},
      {"what-could-be-improved",
       {"what went wrong", "what went poorly", "what didn't go well", "what did not go well",
        "what could have gone better", "what could be better", "what we could improve",
        "things that went poorly", "what went badly", "to improve"}},
      {"where-we-got-lucky", {"what went lucky", "where we were lucky", "luck"}},
      {"lessons-learned",
       {"lessons", "learnings", "key learnings", "what we learned", "lesson learned", "takeaways",
        "key takeaways"}},
      {"action-items",
       {"actions", "action item", "follow-up", "follow-ups", "follow up", "follow-up actions",
        "follow up actions", "next steps", "corrective actions", "preventive actions", "to do",
        "todo", "corrective and preventive actions", "remediation items"}},
      {"future-improvements",
       {"future improvement", "future work", "improvements", "ideas", "backlog", "later"}},
      {"appendix",
       {"appendices", "references", "supporting information", "links", "further reading",
        "additional information", "supporting data"}},
  };
  return kSynonyms;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
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
