#include "generator/check/review_guide.h"

#include <fmt/format.h>

#include "generator/base/text.h"
#include "generator/check/rule.h"

namespace debrief {
namespace {

std::string title_of(std::string_view group) {
  std::string title(group);
  title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

// "`warning`, `max: 7`", and what it would be if nobody had set it.
std::string level_text(const Rule& rule, const CheckSettings& settings) {
  std::string here = fmt::format("`{}`", level_name(settings.level(rule.id)));
  std::string elsewhere = fmt::format("`{}`", level_name(rule.level));
  for (const RuleSetting& setting : rule.settings) {
    here += fmt::format(", `{}: {}`", setting.name, settings.number(rule.id, setting.name));
    elsewhere += fmt::format(", `{}: {}`", setting.name, setting.value);
  }
  return here == elsewhere ? here : fmt::format("{} (by default {})", here, elsewhere);
}

std::string page_of(const Rule& rule, const CheckSettings& settings) {
  std::string page =
      fmt::format("### {}\n\nFinds {}.\n\n{}\n\nBad:\n\n{}\n\nGood:\n\n{}\n\nHere: {}", rule.id,
                  rule.finds, rule.why, rule.bad, rule.good, level_text(rule, settings));
  for (const RuleSetting& setting : rule.settings)
    page += fmt::format("; `{}`: {}", setting.name, setting.meaning);
  return page + ".\n";
}

}  // namespace

std::string review_guide_text(const CheckSettings& settings) {
  std::string text =
      "What `debrief check` asks of a post-mortem, why, and how strictly it does so here. An "
      "*error* cannot stay. A *warning* is to be mended, or excepted with a reason: `<!-- check: "
      "off RULE reason -->` beside the text. *Info* is worth knowing. Levels and settings are "
      "those of `check:` in `debrief.yaml`.\n";
  std::string group;
  for (const Rule& rule : check_rules()) {
    if (rule.group != group) {
      group = rule.group;
      text += fmt::format("\n## {}\n\n| rule | here | finds |\n|---|---|---|\n", title_of(group));
      for (const Rule& one : check_rules()) {
        if (one.group == group) {
          text += fmt::format("| [{0}](#{0}) | {1} | {2} |\n", one.id,
                              level_name(settings.level(one.id)), one.finds);
        }
      }
    }
    text += "\n" + page_of(rule, settings);
  }
  return text;
}

std::string review_guide_address(std::string_view base_url) {
  return base_url.empty() ? "" : fmt::format("{}guides/{}/", base_url, kReviewGuideSlug);
}

std::string rule_address(std::string_view guide_address, std::string_view rule) {
  if (guide_address.empty() || find_rule(rule) == nullptr) return "";
  return fmt::format("{}#{}", guide_address, rule);
}

}  // namespace debrief
