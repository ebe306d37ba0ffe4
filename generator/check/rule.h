// What a rule of `debrief check` is: its name, how bad it is, what can be set, and the page that
// says why it exists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"

namespace debrief {

struct RuleSetting {
  std::string name;  // "max"
  int value = 0;     // the default
  int least = 0;
  int most = 0;
  std::string meaning;
};

struct Rule {
  std::string id;     // stable: configurations, exceptions and tools hold it
  std::string group;  // form, analysis, actions, process, learning, publication, exceptions
  std::optional<Level> level;  // absent: off
  std::vector<RuleSetting> settings;
  std::string finds;  // one line
  std::string why;    // Markdown
  std::string bad;    // an example, Markdown
  std::string good;
};

// By group, in the order of a post-mortem. The ids of what the model and the views report are not
// among them: those hold whether or not anybody reviews.
const std::vector<Rule>& check_rules();

const Rule* find_rule(std::string_view id);
std::vector<std::string> rule_ids();

// "error", "warning", "info" or "off".
std::string_view level_name(const std::optional<Level>& level);

// The page of one rule, in Markdown; the heading has the level given.
std::string rule_page(const Rule& rule, int heading_level);
// The table of all rules and then their pages: what README.md holds.
std::string rules_document();

}  // namespace debrief
