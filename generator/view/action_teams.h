// Which team an action item is the work of, as its owners say.
#pragma once

#include <string>
#include <vector>

#include "generator/model/vocabulary.h"

namespace debrief {

// The teams of the owners who are in people.yaml, and the owners who are teams themselves:
// "payments" and "Payments team" are a team if a person or a service is of the team "payments".
// Sorted, each once; empty where nobody is known to be of any.
std::vector<std::string> action_teams(const Vocabulary& vocabulary,
                                      const std::vector<std::string>& owners);

}  // namespace debrief
