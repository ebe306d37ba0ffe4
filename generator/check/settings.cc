#include "generator/check/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/check/rule.h"

namespace debrief {
namespace {

const std::vector<std::string> kLevels = {"error", "warning", "info", "off"};

// Requires: the name is one of kLevels.
std::optional<Level> level_called(std::string_view name) {
  if (name == "error") return Level::error;
  if (name == "warning") return Level::warning;
  if (name == "info") return Level::info;
  return std::nullopt;
}

}  // namespace

CheckSettings::CheckSettings() {
  for (const Rule& rule : check_rules()) {
    levels_[rule.id] = rule.level;
    for (const RuleSetting& setting : rule.settings)
      numbers_[rule.id][setting.name] = setting.value;
  }
}

std::optional<Level> CheckSettings::level(std::string_view rule) const {
  return levels_.find(rule)->second;
}

int CheckSettings::number(std::string_view rule, std::string_view setting) const {
  return numbers_.find(rule)->second.find(setting)->second;
}

CheckSettings read_check_settings(const CheckConfig& config, Diagnostics& diagnostics) {
  CheckSettings settings;
  for (const CheckRuleConfig& said : config.rules) {
    const Rule* rule = find_rule(said.rule);
    if (rule == nullptr) {
      diagnostics.error(
          "unknown-rule", said.where,
          fmt::format("there is no rule '{}'{}", said.rule, did_you_mean(said.rule, rule_ids())));
      continue;
    }
    for (const CheckOption& option : said.options) {
      if (option.name == "level") {
        if (std::ranges::find(kLevels, option.value) == kLevels.end()) {
          diagnostics.error("unknown-level", option.where,
                            fmt::format("'{}' is none of error, warning, info, off{}", option.value,
                                        did_you_mean(option.value, kLevels)));
        } else {
          settings.levels_[rule->id] = level_called(option.value);
        }
        continue;
      }
      const auto setting = std::ranges::find(rule->settings, option.name, &RuleSetting::name);
      if (setting == rule->settings.end()) {
        std::vector<std::string> names = {"level"};
        for (const RuleSetting& known : rule->settings) names.push_back(known.name);
        diagnostics.error("unknown-setting", option.where,
                          fmt::format("the rule '{}' has no setting '{}'{}", rule->id, option.name,
                                      did_you_mean(option.name, names)));
        continue;
      }
      const std::optional<int> number = whole_number(option.value);
      if (!number || *number < setting->least || *number > setting->most) {
        diagnostics.error("bad-number", option.where,
                          fmt::format("'{}' is no whole number from {} to {}", option.value,
                                      setting->least, setting->most));
        continue;
      }
      settings.numbers_[rule->id][setting->name] = *number;
    }
  }
  return settings;
}

}  // namespace debrief
