// debrief.yaml: what a knowledge base is called, its severity scale, and what its public may see.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/time_zone.h"
#include "generator/model/look.h"
#include "generator/source/source_tree.h"

namespace debrief {

struct SeverityLevel {
  std::string id;  // "SEV1": the label
  std::string name;
  std::vector<std::string> aliases;
  int downtime = 0;  // how much of an incident's time counts as downtime, in per cent
};

struct InternalViewConfig {
  std::string title;
  std::string base_url;  // ends with '/'; empty if not given
  std::string edit_url;  // with "{path}"
  LookConfig look;
};

// The allow-list of the public site. What it does not name is not public.
struct PublicViewConfig {
  std::string title;
  std::string base_url;
  std::set<std::string> fields = {"title",   "summary",  "severity", "services",
                                  "started", "resolved", "impact"};
  std::set<std::string> sections = {"summary", "impact", "resolution"};
  std::vector<std::string> link_hosts;
  // Pictures that are shown although nothing can be taken out of them: "gif".
  std::set<std::string> image_types;
  // A post-mortem is public only if it says who approved it.
  bool approval_is_required = false;
  LookConfig look;
};

// What is said of a rule of check/, which alone knows the rules: `timeline-order: off` is the
// option "level", `action-count: {level: error, max: 7}` two options.
struct CheckOption {
  std::string name;
  std::string value;
  SourceLocation where;
};

struct CheckRuleConfig {
  std::string rule;
  SourceLocation where;
  std::vector<CheckOption> options;
};

// Findings that are meant to be: of one rule, in a file or a folder.
struct CheckExceptionConfig {
  std::string rule;
  std::string path;
  std::string reason;
  SourceLocation where;
};

struct CheckConfig {
  std::vector<CheckRuleConfig> rules;
  std::vector<CheckExceptionConfig> exceptions;
};

struct Config {
  std::string title = "Post-mortems";
  std::string language = "en";    // "pt-BR"
  SourceLocation language_where;  // for who knows more of languages; no file if it is not given
  TimeZone time_zone = TimeZone::utc();
  std::string theme;           // a folder in themes/; empty for the built-in one alone
  SourceLocation theme_where;  // for who knows which there are; no file if it is not given
  std::vector<SeverityLevel> severities;             // worst first
  std::map<std::string, std::string> field_aliases;  // "begin_time" -> "started"
  InternalViewConfig internal_view;
  PublicViewConfig public_view;
  std::vector<std::string> internal_hosts;
  CheckConfig check;
};

// The names that `fields` of the public view may hold.
const std::vector<std::string>& public_field_names();

// Reads debrief.yaml; what is absent, or wrong and reported, has its default.
Config read_config(const SourceTree& sources, Diagnostics& diagnostics);

// What is the same in two labels that mean the same: "sev1" for "SEV-1" and "severity::1".
std::string severity_key(std::string_view label);

// The place of a severity label ("SEV1", "sev-1", "P0", "severity::1") in the scale, or absent.
// Case and the characters - _ : . and space do not matter, nor does a remark behind it: "SEV-1
// (critical)".
std::optional<std::size_t> find_severity(const std::vector<SeverityLevel>& scale,
                                         std::string_view label);

}  // namespace debrief
