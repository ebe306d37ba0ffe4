#include "generator/view/action_teams.h"

#include <algorithm>
#include <string_view>

#include "generator/base/sort_once.h"
#include "generator/base/text.h"

namespace debrief {
namespace {

// "Payments team", "the payments team" and "team payments" name the team "payments".
std::string_view without_team(std::string_view name) {
  const auto starts_with = [&name](std::string_view word) {
    return name.size() > word.size() && equal_ignoring_case(name.substr(0, word.size()), word);
  };
  if (starts_with("the ")) name.remove_prefix(4);
  if (starts_with("team ")) return trim(name.substr(5));
  constexpr std::string_view kBehind = " team";
  if (name.size() > kBehind.size() &&
      equal_ignoring_case(name.substr(name.size() - kBehind.size()), kBehind)) {
    name.remove_suffix(kBehind.size());
  }
  return trim(name);
}

// As the vocabulary writes it; empty if there is no such team.
std::string team_called(const Vocabulary& vocabulary, std::string_view owner) {
  const std::string_view name = without_team(owner);
  const auto is_it = [&](const auto& member) {
    return !member.team.empty() &&
           (equal_ignoring_case(member.team, name) || equal_ignoring_case(member.team, owner));
  };
  const auto person = std::ranges::find_if(vocabulary.people, is_it);
  if (person != vocabulary.people.end()) return person->team;
  const auto service = std::ranges::find_if(vocabulary.services, is_it);
  return service != vocabulary.services.end() ? service->team : "";
}

}  // namespace

std::vector<std::string> action_teams(const Vocabulary& vocabulary,
                                      const std::vector<std::string>& owners) {
  std::vector<std::string> teams;
  for (const std::string& owner : owners) {
    const Person* person = vocabulary.find_person(owner);
    std::string team = person == nullptr ? team_called(vocabulary, owner) : person->team;
    if (!team.empty()) teams.push_back(std::move(team));
  }
  sort_once(teams);
  return teams;
}

}  // namespace debrief
