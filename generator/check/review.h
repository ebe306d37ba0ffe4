// What the rules of every group get, and where they put what they find. A part of check.h.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/day.h"
#include "generator/base/diagnostics.h"
#include "generator/base/source_text.h"
#include "generator/check/fixes.h"
#include "generator/check/passages.h"
#include "generator/check/rule.h"
#include "generator/check/settings.h"
#include "generator/check/surroundings.h"
#include "generator/check/wording.h"
#include "generator/model/knowledge_base.h"
#include "generator/source/source_tree.h"
#include "generator/view/view.h"

namespace debrief {

// Takes findings at the level that their rule has; those of rules that are off are dropped.
class Findings {
 public:
  Findings(const CheckSettings& settings, Diagnostics& diagnostics)
      : settings_(settings), diagnostics_(diagnostics) {}

  void add(std::string_view rule, SourceLocation where, std::string message) {
    const std::optional<Level> level = settings_.level(rule);
    if (level) diagnostics_.add({*level, std::move(where), std::string(rule), std::move(message)});
  }
  int number(std::string_view rule, std::string_view setting) const {
    return settings_.number(rule, setting);
  }

 private:
  const CheckSettings& settings_;
  Diagnostics& diagnostics_;
};

// One post-mortem, and what reading it once gave.
struct IncidentReview {
  const KnowledgeBase& kb;
  const Incident& incident;
  const SourceText& file;
  const Wording& wording;
  Day today;
  std::vector<Passage> passages;
  const HeadingUse& headings;

  const Report& report() const { return incident.report; }
  SourceLocation at(int line) const { return line > 0 ? file.at(line) : file.whole_file(); }
  // The place of these words in the line, or the line if they are not in it as they are.
  SourceLocation at(int line, std::string_view words) const;
  // The field of the front matter, or the file if it has none of that name.
  SourceLocation at_field(std::string_view field) const;
};

// The last moment at which it can have ended; absent while it goes on, or if nobody knows.
std::optional<Seconds> end_of(const Report& report);
// It has a beginning, but no end, and that for no more than a week: a status page tells of it, and
// what caused it is not known yet. Who forgot the end of an older one is not spared.
bool is_going_on(const Report& report, Day today);
// Its title announces work and tells of nothing that went wrong, and its text of no cause and
// nothing to do: 'kind: maintenance' is likely to be missing, and what a post-mortem has to have is
// not asked for.
bool looks_announced(const Report& report);
// Whether the text or a sub-section says anything.
bool says_anything(const Section& section);
// The first section of the kind that says anything, at any depth; null if there is none.
const Section* find_section(const Outline& body, std::string_view kind);

// A group: its rules, and what applies them.
std::vector<Rule> form_rules();
std::vector<Rule> id_rules();
std::vector<Rule> analysis_rules();
std::vector<Rule> action_rules();
std::vector<Rule> process_rules();
std::vector<Rule> learning_rules();
std::vector<Rule> publication_rules();
std::vector<Rule> exception_rules();

void check_form(const IncidentReview& review, Findings& findings);
// What `check --fix` mends.
void check_spelling(const IncidentReview& review, Findings& findings);
void check_analysis(const IncidentReview& review, Findings& findings);
void check_actions(const IncidentReview& review, Findings& findings);
void check_process(const IncidentReview& review, Findings& findings);
void check_publication(const IncidentReview& review, Findings& findings);
// Of the base as a whole: `view` is the internal one, with what is under review.
void check_learning(const KnowledgeBase& kb, const SourceTree& sources, const View& view,
                    const SimilarIncidents& similar, Day today, Findings& findings);
void check_ids(const KnowledgeBase& kb, const SourceTree& sources,
               const std::map<std::string, TakenId, std::less<>>& taken, Findings& findings);

// Where the front matter of a post-mortem has the field, or its file if it has not.
SourceLocation field_place(const Report& report, std::string_view field, const SourceTree& sources);

}  // namespace debrief
