// Whether the analysis ends where something can be changed: at the system, not at a person.

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "generator/base/text.h"
#include "generator/check/review.h"
#include "generator/extract/factors.h"
#include "generator/extract/five_whys.h"

namespace debrief {
namespace {

bool tells_causes(std::string_view kind) {
  return kind == "root-cause" || kind == "five-whys" || kind == "contributing-factors" ||
         kind == "trigger";
}

void check_wording(const IncidentReview& review, Findings& findings) {
  for (const Passage& passage : review.passages) {
    // What is to be done about people's mistakes has to name them.
    if (passage.kind == "action-items" || passage.kind == "future-improvements") continue;
    const bool is_cause = tells_causes(passage.kind);
    for (const Sentence& sentence : sentences_of(passage.text)) {
      const int line = passage.line_at(sentence.offset);
      if (is_cause) {
        if (const auto found = review.wording.human_error(sentence.text)) {
          findings.add("human-error", review.at(line, *found),
                       fmt::format("'{}' is no cause: people err at all times; say what let the "
                                   "error through, and what made it likely",
                                   *found));
          continue;
        }
        if (const auto found = review.wording.person_as_cause(sentence.text)) {
          findings.add("person-as-cause", review.at(line, *found),
                       fmt::format("'{}' makes a person the cause; say what in the system allowed "
                                   "it: which step was missing, what did not warn",
                                   *found));
          continue;
        }
      }
      if (const auto found = review.wording.blame(sentence.text)) {
        findings.add("blameful-wording", review.at(line, *found),
                     fmt::format("'{}' judges; say what happened, and what those who acted could "
                                 "know then",
                                 *found));
      }
    }
  }
}

// Labels are read as words: "human-error", "process/operator error".
void check_labels(const IncidentReview& review, Findings& findings) {
  static const RE2 kPerson(
      R"((?i)^(?:.*/)?\s*(human|operator|user|people|person|employee|engineer|developer|pilot)[\s_-]*(errors?|mistakes?|failures?|faults?)?\s*$)");
  for (const Reference& cause : review.report().causes) {
    std::string who;
    std::string what;
    if (!RE2::FullMatch(cause.text, kPerson, &who, &what) || (what.empty() && who != "human"))
      continue;
    findings.add("human-error", cause.where,
                 fmt::format("'{}' is no cause: people err at all times; name what let the error "
                             "through, such as a missing check",
                             cause.text));
  }
}

int length_of(const Why& why) {
  int deepest = 0;
  for (const Why& next : why.deeper) deepest = std::max(deepest, length_of(next));
  return deepest + (why.question.empty() && why.answer.empty() ? 0 : 1);
}

void check_ends(const Why& why, const IncidentReview& review, Findings& findings) {
  if (!why.deeper.empty()) {
    for (const Why& next : why.deeper) check_ends(next, review, findings);
    return;
  }
  const std::string answer = spoken_text(why.answer);
  for (const Sentence& sentence : sentences_of(answer)) {
    auto found = review.wording.human_error(sentence.text);
    if (!found) found = review.wording.person_as_cause(sentence.text);
    if (!found) found = review.wording.blame(sentence.text);
    if (!found) continue;
    findings.add("whys-end-in-person", review.at(why.line),
                 fmt::format("the whys end in a person ('{}'); ask once more: why could that "
                             "happen, and why did nothing stop it?",
                             *found));
    return;
  }
}

void check_whys(const IncidentReview& review, Findings& findings) {
  const FiveWhys found = read_five_whys(review.report().body);
  if (found.whys.empty()) return;
  const int least = findings.number("few-whys", "min");
  int longest = 0;
  for (const Why& why : found.whys) {
    longest = std::max(longest, length_of(why));
    check_ends(why, review, findings);
  }
  if (longest < least) {
    findings.add("few-whys", review.at(found.whys.front().line),
                 fmt::format("the chain of whys has {} of at least {} questions; go on until the "
                             "answer is something that can be changed",
                             longest, least));
  }
}

void check_single_cause(const IncidentReview& review, Findings& findings) {
  const Report& report = review.report();
  const Section* root = find_section(report.body, "root-cause");
  const std::vector<Factor> factors = contributing_factors(report.body);
  const std::size_t told = factors.size() + (root == nullptr ? 0 : 1);
  if (told == 0 || std::max(told, report.causes.size()) > 1) return;
  const int line = root != nullptr ? root->heading.line : factors.front().line;
  findings.add("single-cause", review.at(line),
               "there is one cause and nothing else that contributed; say among the contributing "
               "factors what else had to be so for this to happen, or to last so long");
}

}  // namespace

std::vector<Rule> analysis_rules() {
  return {
      {"human-error",
       "analysis",
       Level::warning,
       {},
       "human error as the cause, in the text or as a label",
       "Somebody is at the end of every chain of events, and people err at a rate that no "
       "post-mortem changes. A cause that cannot be changed ends the analysis one question too "
       "early: what made the slip likely, and why did nothing catch it?",
       "    ## Root cause\n    The wrong cluster was drained because of human error.",
       "    ## Root cause\n    Both clusters have the same prompt, and draining asks for no name: "
       "nothing shows which of the two is about to be drained."},
      {"person-as-cause",
       "analysis",
       Level::warning,
       {},
       "somebody's slip as the cause: in the root cause, the whys, the factors or the trigger",
       "Who fears to be the cause tells less, and the next incident is understood worse. And with "
       "another person at the keyboard the same gap is still there. Names of people.yaml, "
       "handles and roles ('an engineer') are known.",
       "    ## Root cause\n    The on-call engineer did not check the replica's lag.",
       "    ## Root cause\n    The failover script starts whatever the lag is, and the lag is on "
       "no "
       "dashboard."},
      {"blameful-wording",
       "analysis",
       Level::warning,
       {},
       "words that judge somebody, anywhere in the text",
       "'Should have' compares what was done with what is known now; 'careless' says nothing about "
       "the incident and much about its author. Both cost the trust that the next post-mortem "
       "lives on. Quotes, questions and code are not looked at.",
       "    Mikkel should have tested the import first. That was careless.",
       "    The import ran first in production: staging has no copy of the partner's data."},
      {"few-whys",
       "analysis",
       Level::warning,
       {{"min", 3, 1, 20, "so many questions in the longest chain at least"}},
       "a chain of whys that ends after one or two",
       "The first answers are symptoms of each other. What can be changed for good is rarely less "
       "than three questions away. Five is a rule of thumb and no quota.",
       "    - Why did quotes fail? → The pool was empty.\n    - Why was it empty? → A leak.",
       "    - Why did quotes fail? → The pool was empty.\n    - Why was it empty? → A leak in the "
       "new report.\n    - Why did nobody see the leak? → No test opens more than one report.\n    "
       "- "
       "Why not? → The test environment has a single tenant."},
      {"whys-end-in-person",
       "analysis",
       Level::warning,
       {},
       "a chain of whys whose last answer is a person",
       "As long as the last answer is a person, there is a question left: why could that happen, "
       "and why did nothing stop it? What that leads to is worth an action item; the person is "
       "not.",
       "    - Why was the flag on? → Somebody forgot to switch it off.",
       "    - Why was the flag on? → It was switched on for a test, and stayed.\n    - Why did it "
       "stay? → Flags have no expiry, and no list shows which are on."},
      {"single-cause",
       "analysis",
       Level::info,
       {},
       "one cause, and nothing that contributed",
       "Systems of any size fail when several things come together; the one cause is where "
       "somebody "
       "stopped. What made it worse, later noticed or longer is often cheaper to change.",
       "    ## Root cause\n    The certificate expired.",
       "    ## Root cause\n    The certificate expired.\n    ## Contributing factors\n    - The "
       "reminder went to a mailbox that nobody reads.\n    - The page that warns was behind the "
       "same certificate."},
  };
}

void check_analysis(const IncidentReview& review, Findings& findings) {
  check_wording(review, findings);
  check_labels(review, findings);
  check_whys(review, findings);
  check_single_cause(review, findings);
}

}  // namespace debrief
