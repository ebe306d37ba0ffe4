#include "generator/check/wording.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <utility>

#include "generator/base/text.h"

namespace debrief {
namespace {

// Somebody without a name. "Operator", "manager" and "agent" are programs more often than people.
constexpr std::string_view kRole =
    R"((?:(?:an?|the|our|one|another|some|of)\s+(?:[\pL-]+\s+){0,2}?(?:engineer|developer|dev|administrator|admin|sysadmin|dba|intern|contractor|colleague|employee|technician|person|programmer|author|reviewer|analyst|consultant|tester|committer|on-call|team member|member of (?:the|our) \pL+ team)s?|(?:\pL+(?:'s|’s) )?personnel|(?:engineer|developer|dba|intern)\s\pL|somebody|someone|s?he))";

// What nobody says of a person without judging.
constexpr std::string_view kJudgedDeed =
    R"((?:forgot|forgets|neglected\s|did(?:n't|n’t| not) (?:bother|care|pay attention|think)|should(?:n't|n’t| not)? have (?:known|tested|checked|verified|asked|read|reviewed|noticed|followed|told|waited|looked|thought|done|run|tried|stopped|used|warned|documented|realised|realized)|ought to have|could have been more careful|screwed up|messed up|botched|fat-fingered|made (?:an?|the|this) (?:\pL+ )?(?:mistake|blunder)|(?:was|were) (?:careless|negligent|sloppy|at fault|to blame|inattentive|not careful|lazy)|(?:carelessly|negligently|recklessly)\s))";

// What makes a person the cause, where the cause is told.
constexpr std::string_view kDeed =
    R"((?:failed to (?:check|test|verify|follow|notice|review|update|remember|tell|inform|communicate|document|read)|did(?:n't|n’t| not) (?:check|test|verify|follow|read|notice|reali[sz]e|remember|review|run|look)|overlooked|ignored|misread|misconfigured|mistyped|skipped|broke|(?:accidentally|mistakenly|inadvertently|erroneously|wrongly|incorrectly)\s\pL+|by mistake|caused (?:the|this|an) (?:outage|incident|failure|problem)|(?:deleted|removed|ran|used|deployed|set|applied|entered|typed|picked|chose) the wrong|(?:pushed|deployed|merged|committed|shipped|released) (?:an? |the |his |her |their |some )?(?:bad|broken|buggy|faulty|wrong|untested)))";

// What only people do, so that any name in front of it is somebody's.
constexpr std::string_view kDeedOfName =
    R"((?:forgot to|neglected to|made a mistake|screwed up|messed up|was careless|was negligent|is to blame|was to blame|(?:pushed|merged|committed) (?:an? |the |his |her |some )?(?:bad|broken|buggy|faulty|untested) (?:code|commit|change|config|configuration|migration|release|version)))";

constexpr std::string_view kAlso =
    R"((?:,[^,.:;]{1,80},)?(?:\s+(?:who|had|has|have|also|then|simply|just|again|apparently|obviously|clearly))*\s+)";

constexpr std::string_view kHumanError =
    R"(\b((?:human|operator|pilot|manual|engineer|developer|administrator)(?:'s|’s)? (?:error|mistake|failure)s?|PEBKAC|layer[ -]8 problem)\b)";

// Words that judge whatever is said of them.
constexpr std::string_view kJudging =
    R"(\b(carelessly|carelessness|negligent|negligently|negligence|incompetent|incompetence|sloppiness|sloppy (?:work|review|testing|mistake)|stupid (?:mistake|error)|stupidity|inexcusable|(?:should|ought to) (?:really )?have known better|[\pL]+(?:'s|’s) (?:own )?fault\b|(?:solely|personally|individually) (?:responsible|to blame)|disciplinary|culprit is (?:an?|the) (?:engineer|developer|operator))\b)";

// Said of what might be, of what was not, or of what people are to be guarded against.
constexpr std::string_view kNotSaid =
    R"((?i)\b(not (?:an?|the|any|because|due to|about)?\s*(?:human|operator|one person|somebody|someone)|nobody(?:'s|’s)?|no one(?:'s|’s)?|nothing|no (?:human|person|engineer|developer|operator)|anyone(?:'s|’s)?|anybody(?:'s|’s)?|allow(?:s|ed|ing)?|let|prevent(?:s|ed|ing)?|protect(?:s|ed|ing)?|guard(?:s|ed|ing)?|resilien(?:t|ce)|(?:rather than|instead of) (?:an?\s)?(?:human|person|blam\pL+|engineer|operator)|unless|possible|room for|prone|risk|could|can|might|may|would|if|whenever|detect(?:s|ed)?|catch(?:es)?|blameless|simulated?|proof|whether|in case|easy)\b)";

bool is_question(std::string_view sentence) {
  return trim(sentence).ends_with('?');
}

std::string case_blind(std::string_view pattern) {
  return fmt::format("(?i:{})", pattern);
}

std::string names_pattern(const std::vector<Person>& people) {
  std::string names;
  const auto add = [&names](std::string_view name) {
    if (name.size() > 1) names += "|" + RE2::QuoteMeta({name.data(), name.size()});
  };
  for (const Person& person : people) {
    add(person.name);
    add(person.name.substr(0, person.name.find(' ')));
    add("@" + person.handle);
  }
  return names;
}

RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

std::optional<std::string> first_match(const RE2& pattern, std::string_view text) {
  std::string found;
  if (!RE2::PartialMatch({text.data(), text.size()}, pattern, &found)) return std::nullopt;
  return found;
}

}  // namespace

struct Wording::Patterns {
  explicit Patterns(const std::vector<Person>& people)
      : human_error(case_blind(kHumanError), quiet()),
        not_said(std::string(kNotSaid), quiet()),
        judging(case_blind(kJudging), quiet()),
        judged(doer(people, kJudgedDeed), quiet()),
        done(doer(people, fmt::format("(?:{}|{})", kJudgedDeed, kDeed)), quiet()),
        name(fmt::format(
                 R"((?:^|[\s(])((?:\p{{Lu}}\p{{Ll}}+|@[\pL\pN._-]+)(?:\s\p{{Lu}}\p{{Ll}}+)?{}{}))",
                 case_blind(kAlso), case_blind(kDeedOfName)),
             quiet()),
        no_name(
            R"(^(?:We|They|It|This|That|Which|Who|You|Everyone|Everybody|Nobody|Jenkins|Argo|Flux|Git\pL*|Dependabot|Renovate|Team|Someone)\b)") {
  }

  static std::string doer(const std::vector<Person>& people, std::string_view deed) {
    return fmt::format(R"((?:^|[\s(,;:])((?:(?i:{}){}|@[\pL\pN._-]+){}{}))", kRole,
                       names_pattern(people), case_blind(kAlso), case_blind(deed));
  }

  RE2 human_error, not_said, judging, judged, done, name, no_name;

  std::optional<std::string> named(std::string_view sentence) const {
    auto found = first_match(name, sentence);
    if (found && RE2::PartialMatch(*found, no_name)) return std::nullopt;
    return found;
  }

  // What is asked, or said of what might be, is not told. `found` is a part of the sentence; what
  // stands behind a deed ("…, which could not be undone") takes nothing of it back.
  bool is_told(std::string_view sentence, std::string_view found) const {
    const std::string_view before = sentence.substr(0, sentence.find(found) + found.size());
    return !is_question(sentence) && !RE2::PartialMatch({before.data(), before.size()}, not_said);
  }

  std::optional<std::string> told(const std::optional<std::string>& found,
                                  std::string_view sentence) const {
    if (!found || !is_told(sentence, *found)) return std::nullopt;
    return collapse_spaces(*found);
  }
};

Wording::Wording(const std::vector<Person>& people)
    : patterns_(std::make_unique<Patterns>(people)) {}
Wording::~Wording() = default;

std::optional<std::string> Wording::human_error(std::string_view sentence) const {
  const auto found = first_match(patterns_->human_error, sentence);
  // "Human error could …": here all of the sentence counts.
  if (!found || !patterns_->is_told(sentence, sentence)) return std::nullopt;
  return collapse_spaces(*found);
}

std::optional<std::string> Wording::person_as_cause(std::string_view sentence) const {
  if (auto found = patterns_->told(first_match(patterns_->done, sentence), sentence)) return found;
  return patterns_->told(patterns_->named(sentence), sentence);
}

std::optional<std::string> Wording::blame(std::string_view sentence) const {
  // The one question that is a verdict.
  static const RE2 kWho(
      R"((?i)\b(who (?:broke|is to blame|was to blame|messed|screwed|did this|made th(?:e|is) mistake|is responsible for th(?:e|is))\b.*)\?)",
      quiet());
  if (is_question(sentence)) return first_match(kWho, sentence);
  if (auto found = patterns_->told(first_match(patterns_->judged, sentence), sentence))
    return found;
  if (auto found = patterns_->told(first_match(patterns_->judging, sentence), sentence)) {
    static const RE2 kTechnical(R"((?i)^(?:page|segment\pL*|bus|hardware|disk|power|memory|it)\b)");
    if (!RE2::PartialMatch(*found, kTechnical)) return found;
  }
  return patterns_->told(patterns_->named(sentence), sentence);
}

std::optional<std::string> vague_action(std::string_view text) {
  constexpr std::string_view kGeneric =
      R"((?:monitoring|alerting|alerts|alarms|tests?|testing|test coverage|documentation|docs|communications?|logging|logs|observability|process(?:es)?|procedures?|awareness|training|code reviews?|reviews?|reliability|stability|resilience|quality|performance|handling|visibility|onboarding|deployments?|runbooks?|incident response))";
  static const std::vector<std::pair<std::string, std::shared_ptr<const RE2>>> kPatterns = [&] {
    const auto pattern = [](const std::string& form) {
      return std::make_shared<const RE2>("(?i)" + form, quiet());
    };
    const std::string generic = fmt::format(
        R"((?:(?:our|the|all|more|better|general|overall|existing|internal|system|application|service|cluster)\s+)*{0}(?:\s*(?:,|and|&|/|\+)\s*(?:(?:our|the|more|better)\s+)?{0})*(?:\s+(?:in general|overall|everywhere|further|more|too|where needed))?)",
        kGeneric);
    return std::vector<std::pair<std::string, std::shared_ptr<const RE2>>>{
        {"attention is no mechanism",
         pattern(
             R"(\b(be(?:ing)? (?:more |extra |very )?(?:careful|cautious|attentive|diligent|vigilant|mindful)|more careful\b|pay (?:more|closer|better|extra) attention|take (?:more|better|extra|greater) care|double[- ]check (?:everything|our work|your work)|think twice|try harder|do better next time)\b)")},
        {"people forget",
         pattern(
             R"(^(remind(?:ing)? (?:all|every|everyone|everybody|people|developers|engineers|the (?:whole |entire )?(?:team|teams|developers|engineers|staff|on-call)|staff|each other|ourselves|teams)\b|remind \pL+ (?:to|that|of|about)\b|(?:tell|urge|encourage|instruct) (?:all|every|everyone|everybody|people|developers|engineers|the team|staff|teams)\b|remember to\b))")},
        {"training wears off, and newcomers have not had it",
         pattern(
             R"(^((?:re-?)?train(?:ing)? (?:for |of )?(?:all |the |our |every |new )*(?:people|developers?|engineers?|staff|team|teams|operators?|employees|colleagues|everyone|everybody|on-call|support)\b|educate\b.*|(?:raise|increase|spread|create) (?:\pL+ )?awareness\b|awareness (?:training|session)s?))")},
        {"nobody can tell when this is done",
         pattern(fmt::format(
             R"(^((?:improve|enhance|increase|strengthen|better|more|extend|expand|add|work on|look into|look at|review|revisit|fix|optimi[sz]e|do) {0}|{0}|better \pL+(?: (?:of|for|in|on|around) .{{1,60}})?|(?:reflect on|think about|keep an eye on|stay alert|be aware)\b.*|test (?:more|better)(?: thoroughly)?|communicate (?:more|better)|(?:make sure|ensure) (?:that )?(?:this|it|we) (?:does not|doesn't|doesn’t|never|do not|don't|will not|won't|cannot|can't) (?:happen|happens|occur|occurs|do (?:this|it)) again|(?:prevent|avoid) (?:this|it) (?:from happening )?(?:again|in (?:the )?future)|follow (?:the |our )?process(?:es)?)[.!]?$)", generic))},
    };
  }();
  const std::string line(trim(text));
  for (const auto& [reason, pattern] : kPatterns) {
    if (RE2::PartialMatch(line, *pattern)) return reason;
  }
  return std::nullopt;
}

bool tells_that_it_is_done(std::string_view text) {
  // The first sentence.
  static const RE2 kWe(
      R"((?i)^(?:we|i|the team)(?:['’]ve| have)?(?: (?:already|now|also|since))* (\pL+)\b(.*))",
      quiet());
  static const RE2 kIt(
      R"((?i)^(.*)\b(?:has|have) (?:already |now |since )?been (\pL+)\b[^.;,]{0,40}\.?$)", quiet());
  static const RE2 kDone(
      R"((?i)\pL+ed|put|set|made|built|rebuilt|wrote|written|rewritten|sent|taken|took|cut|split|moved|reset)",
      quiet());
  // Present tense, or what is only the beginning of something.
  static const RE2 kNotYet(
      R"((?i)need|feed|embed|proceed|agreed|decided|planned|wanted|needed|scheduled|discussed|considered|proposed|requested|asked|identified|started|learned|noticed|assumed|hoped|intended|expected|missed|failed|used|supposed|delayed|blocked|postponed)",
      quiet());
  static const RE2 kTicket(R"((?i)\b(?:tickets?|issues?|tasks?|stor(?:y|ies)|backlog|items?)\b)",
                           quiet());
  static const RE2 kCondition(
      R"((?i)\b(?:when|if|until|after|once|before|that|which|who|whether|what|where|how|ensure|verify|check|confirm|investigate|find)\b)",
      quiet());
  if (is_question(text)) return false;
  const std::string_view first = text.substr(0, text.find(". "));
  const re2::StringPiece sentence(first.data(), first.size());
  std::string verb;
  std::string rest;
  const auto is_deed = [&verb] {
    return RE2::FullMatch(verb, kDone) && !RE2::FullMatch(verb, kNotYet);
  };
  if (RE2::FullMatch(sentence, kWe, &verb, &rest))
    return is_deed() && !RE2::PartialMatch(rest, kTicket);
  std::string subject;
  if (!RE2::FullMatch(sentence, kIt, &subject, &verb)) return false;
  return is_deed() && !RE2::PartialMatch(subject, kCondition) &&
         !RE2::PartialMatch(subject, kTicket);
}

std::optional<std::string> promised_care(std::string_view sentence) {
  static const RE2 kCare(
      R"((?i)\b((?:(?:we|i|everyone|everybody|people|engineers|developers)(?:'ll|’ll| will| must| should| need to| have to| are going to| ought to)? )?be (?:more|extra) (?:careful|cautious|attentive|diligent|vigilant|mindful)(?: next time| in (?:the )?future| from now on)?)\b)",
      quiet());
  return is_question(sentence) ? std::nullopt : first_match(kCare, sentence);
}

bool is_nobody_in_particular(std::string_view owner) {
  static const RE2 kGroup(
      R"((?i)(?:.*[\s_/-])?(?:team\s.*|teams?|squad|guild|everyone|everybody|all|engineering|developers|engineers|devs|devops|sres?|ops|operations|platform|infra(?:structure)?|us|we|staff|group|department|tribe|on-?call)(?:[\s_-]+(?:team|group|engineers))?)",
      quiet());
  return RE2::FullMatch({owner.data(), owner.size()}, kGroup);
}

}  // namespace debrief
