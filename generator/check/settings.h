// What debrief.yaml says of the rules, held against the rules that there are.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/diagnostics.h"
#include "generator/model/config.h"

namespace debrief {

class CheckSettings {
 public:
  // The defaults.
  CheckSettings();

  // Absent: the rule is off. Requires: there is such a rule.
  std::optional<Level> level(std::string_view rule) const;
  // Requires: the rule has such a setting.
  int number(std::string_view rule, std::string_view setting) const;

 private:
  friend CheckSettings read_check_settings(const CheckConfig&, Diagnostics&);

  std::map<std::string, std::optional<Level>, std::less<>> levels_;
  std::map<std::string, std::map<std::string, int, std::less<>>, std::less<>> numbers_;
};

// An unknown rule, setting or value is an error, and has its default.
CheckSettings read_check_settings(const CheckConfig& config, Diagnostics& diagnostics);

}  // namespace debrief
