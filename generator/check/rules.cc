#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "generator/check/review.h"
#include "generator/check/rule.h"

namespace debrief {

const std::vector<Rule>& check_rules() {
  static const std::vector<Rule> kRules = [] {
    std::vector<Rule> rules;
    for (std::vector<Rule> group :
         {form_rules(), id_rules(), analysis_rules(), action_rules(), process_rules(),
          learning_rules(), publication_rules(), exception_rules()}) {
      std::move(group.begin(), group.end(), std::back_inserter(rules));
    }
    return rules;
  }();
  return kRules;
}

const Rule* find_rule(std::string_view id) {
  const auto found = std::ranges::find(check_rules(), id, &Rule::id);
  return found == check_rules().end() ? nullptr : &*found;
}

std::vector<std::string> rule_ids() {
  std::vector<std::string> ids;
  for (const Rule& rule : check_rules()) ids.push_back(rule.id);
  return ids;
}

std::string_view level_name(const std::optional<Level>& level) {
  return level ? to_string(*level) : "off";
}

std::string rule_page(const Rule& rule, int heading_level) {
  std::string page = fmt::format("{} {}\n\nFinds {}.\n\n{}\n\nBad:\n\n{}\n\nGood:\n\n{}\n",
                                 std::string(static_cast<std::size_t>(heading_level), '#'), rule.id,
                                 rule.finds, rule.why, rule.bad, rule.good);
  page += fmt::format("\nDefault: `{}`", level_name(rule.level));
  for (const RuleSetting& setting : rule.settings)
    page += fmt::format("; `{}: {}`, {}", setting.name, setting.value, setting.meaning);
  return page + ".\n";
}

std::string rules_document() {
  std::string document = "| rule | group | default | finds |\n|---|---|---|---|\n";
  for (const Rule& rule : check_rules()) {
    std::string defaults(level_name(rule.level));
    for (const RuleSetting& setting : rule.settings)
      defaults += fmt::format(", {}: {}", setting.name, setting.value);
    document += fmt::format("| [{0}](#{0}) | {1} | {2} | {3} |\n", rule.id, rule.group, defaults,
                            rule.finds);
  }
  for (const Rule& rule : check_rules()) document += "\n" + rule_page(rule, 3);
  return document;
}

}  // namespace debrief
