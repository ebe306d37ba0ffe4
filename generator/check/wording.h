// Wordings that end an analysis before it has begun: somebody is the cause, or somebody is to do
// better. By pattern and position, rather too few than too many: a rule that cries wolf is switched
// off.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/vocabulary.h"

namespace debrief {

class Wording {
 public:
  // Knows the people of the knowledge base by name and handle.
  explicit Wording(const std::vector<Person>& people);
  ~Wording();
  Wording(const Wording&) = delete;
  Wording& operator=(const Wording&) = delete;

  // Each takes one sentence and gives the words that tell, or nothing. Questions, and what is said
  // of what might be, tell nothing.

  // "human error", "an operator mistake"; not "Nothing here is safe from human error".
  std::optional<std::string> human_error(std::string_view sentence) const;
  // Somebody who did wrong, where the cause is told: "An engineer skipped the check".
  std::optional<std::string> person_as_cause(std::string_view sentence) const;
  // The same where anything is told: only what nobody says without judging: "Ole should have
  // checked", "carelessly".
  std::optional<std::string> blame(std::string_view sentence) const;

 private:
  struct Patterns;
  std::unique_ptr<Patterns> patterns_;
};

// What an action item that cannot be done, or of which nobody could tell that it was done, lacks:
// "improve monitoring", "be more careful", "remind everybody".
std::optional<std::string> vague_action(std::string_view text);

// "We've raised the limit", "The certificate has been replaced": an action item that tells of its
// own end. Not "We have opened a ticket", nor "Alert when a backup has been missed".
bool tells_that_it_is_done(std::string_view text);

// "We'll be more careful next time", wherever it is said.
std::optional<std::string> promised_care(std::string_view sentence);

// "the team", "everybody"; not the name of a person.
bool is_nobody_in_particular(std::string_view owner);

}  // namespace debrief
