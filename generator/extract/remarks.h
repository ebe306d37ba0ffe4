// What is said about an action item beside its text: who, until when, how urgent, done or not.
// A part of action_item.h.
#pragma once

#include <optional>
#include <string_view>

#include "generator/base/timestamp.h"
#include "generator/extract/action_item.h"

namespace debrief {

// Fills one item, piece by piece. What is a remark depends on its text alone, never on the first
// day: the same pieces are taken off for readers who are not told when the incident was.
class Remarks {
 public:
  Remarks(ActionItem& item, const std::optional<Timestamp>& not_before)
      : item_(item), not_before_(not_before) {}

  // Takes one piece ("@alice", "Due: 2/15", "P1", "prevent", "done 2026-02-20") or says that it is
  // none.
  bool take(std::string_view piece);
  // Takes "Owner: Alice, Bob, Due: March 28, 2026", if all of it is remarks.
  bool take_all(std::string_view pieces);

  void owners(std::string_view text);
  void due(std::string_view text);
  void completed(std::string_view text);
  void priority(std::string_view text);
  void type(std::string_view text);
  // "Done", "✅ done", "done (2026-02-20)", "won't fix"; not "not done".
  void status(std::string_view text);
  // "OPS-17", "Bug 17 DONE": the state goes.
  void ticket(std::string_view text);

 private:
  bool take_labelled(std::string_view piece);
  bool take_status_word(std::string_view piece);
  bool take_handles(std::string_view piece);

  ActionItem& item_;
  const std::optional<Timestamp>& not_before_;
};

// Whether it is a day, even if its year is not said and nobody knows it.
bool looks_like_day(std::string_view text);
// "P1"
bool is_priority(std::string_view text);
// "OPS-17", "#17", "org/repo#17", "Bug 17", the address of one.
bool is_ticket(std::string_view text);
// "prevent" of "Prevention", "Preventive measures", "Detection and monitoring" …; empty for others.
std::string_view type_of_words(std::string_view words);

}  // namespace debrief
