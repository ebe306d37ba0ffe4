// Whether what is to be done will be done: by whom, until when, and how one can tell.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "generator/base/text.h"
#include "generator/check/review.h"

namespace debrief {
namespace {

bool is_team(const Vocabulary& vocabulary, std::string_view owner) {
  if (vocabulary.find_person(owner) != nullptr) return false;
  const auto called = [owner](const auto& one) { return equal_ignoring_case(one.team, owner); };
  return is_nobody_in_particular(owner) || std::ranges::any_of(vocabulary.people, called) ||
         std::ranges::any_of(vocabulary.services, called);
}

void check_count(const IncidentReview& review, Findings& findings) {
  const Section* section = find_section(review.report().body, "action-items");
  const auto& items = review.report().actions;
  const auto count =
      std::ranges::count_if(items, [](const ActionItem& item) { return !item.dropped; });
  const int most = findings.number("action-count", "max");
  if (items.empty() && section != nullptr && !is_going_on(review.report(), review.today)) {
    findings.add("action-count", review.at(section->heading.line),
                 "there is no action item; write what keeps this from happening again, or at least "
                 "makes it shorter: '- [ ] What is to be done - @owner - Due 2026-12-07'");
  } else if (count > most) {
    const int line = section != nullptr ? section->heading.line : items.front().line;
    findings.add("action-count", review.at(line),
                 fmt::format("there are {} action items, more than {}; keep those that would have "
                             "prevented or shortened this, and move the rest to a section 'Future "
                             "improvements'",
                             count, most));
  }
}

using Items = std::vector<const ActionItem*>;

// Says it once where it is so of all of them: the way out is the same for each.
void report_lack(std::string_view rule, const Items& open, const Items& lacking,
                 std::string_view of_all, const std::string& of_one, const IncidentReview& review,
                 Findings& findings) {
  if (lacking.size() > 1 && lacking.size() == open.size()) {
    findings.add(rule, review.at(lacking.front()->line),
                 fmt::format("none of the {} open action items {}", lacking.size(), of_all));
    return;
  }
  for (const ActionItem* item : lacking) findings.add(rule, review.at(item->line), of_one);
}

void check_lacks(const Items& open, const IncidentReview& review, Findings& findings) {
  Items no_owner;
  Items no_day;
  for (const ActionItem* item : open) {
    if (item->owners.empty()) no_owner.push_back(item);
    if (!item->due) no_day.push_back(item);
  }
  report_lack("action-owner", open, no_owner,
              "has an owner; put ' - @handle' of one person at the end of each",
              "nobody owns this action item; put ' - @handle' of one person at its end", review,
              findings);
  report_lack(
      "action-due", open, no_day,
      "is due on any day; put ' - Due 2026-12-07' at the end of each, and tick what is "
      "done: '- [x] …'",
      "this action item is due on no day; put ' - Due 2026-12-07' at its end, or tick it if it is "
      "done: '- [x] …'",
      review, findings);
}

void check_owner(const ActionItem& item, const IncidentReview& review, Findings& findings) {
  if (item.owners.empty()) return;
  if (item.owners.size() > 1) {
    findings.add("action-shared", review.at(item.line),
                 fmt::format("{} people own this action item ({}); name the one who sees to it",
                             item.owners.size(), fmt::join(item.owners, ", ")));
  } else if (is_team(review.kb.vocabulary, item.owners.front())) {
    findings.add(
        "action-shared", review.at(item.line, item.owners.front()),
        fmt::format("'{}' is no person; name the one who sees to it", item.owners.front()));
  }
}

void check_due(const ActionItem& item, const IncidentReview& review, Findings& findings) {
  if (!item.due) return;
  const Report& report = review.report();
  const Day due = last_day(*item.due);
  const auto end = end_of(report);
  const Seconds from = end ? *end : report.started ? report.started->time.utc : Seconds(due);
  const Day base = day_in(review.kb.config.time_zone, from - std::chrono::seconds(1));
  const int most = findings.number("action-due-far", "days");
  if (due < base) {
    findings.add("action-due-past", review.at(item.line),
                 fmt::format("this action item was due on {}, before the incident was over ({}); "
                             "mend the day",
                             to_string(due), to_string(base)));
  } else if (due - base > std::chrono::days(most)) {
    findings.add("action-due-far", review.at(item.line),
                 fmt::format("this action item is due on {}, {} days after the incident; take a "
                             "step that can be done sooner, or move it to 'Future improvements'",
                             to_string(due), (due - base).count()));
  }
  if (due < review.today) {
    findings.add(
        "action-overdue", review.at(item.line),
        fmt::format("this action item has been overdue for {} day{}; tick it, drop it "
                    "(~~text~~) or agree on a new day",
                    (review.today - due).count(), (review.today - due).count() == 1 ? "" : "s"));
  }
}

// A good resolution is one wherever it stands in place of an action item.
void check_promises(const IncidentReview& review, Findings& findings) {
  for (const Passage& passage : review.passages) {
    if (passage.kind == "action-items") continue;
    for (const Sentence& sentence : sentences_of(passage.text)) {
      const auto found = promised_care(sentence.text);
      if (!found) continue;
      findings.add("action-vague", review.at(passage.line_at(sentence.offset), *found),
                   fmt::format("'{}' is a good resolution: attention is no mechanism; write an "
                               "action item that makes care unnecessary",
                               *found));
    }
  }
}

}  // namespace

std::vector<Rule> action_rules() {
  return {
      {"action-count",
       "actions",
       Level::warning,
       {{"max", 5, 1, 1000, "so many action items at most, without dropped ones"}},
       "no action item, or too many",
       "A list of fifteen is a wish list: the two that matter are not done for the thirteen that "
       "do "
       "not. Three to five can be kept in mind and asked about. What else came up belongs "
       "under 'Future improvements', where it is looked through once a quarter.",
       "    ## Action items\n    (twelve items)",
       "    ## Action items\n    (the three that would have prevented it)\n    ## Future "
       "improvements\n  "
       "  (nine more)"},
      {"action-unticked",
       "actions",
       Level::info,
       {},
       "an open action item whose text tells that it is done",
       "What is not ticked counts as open: in the register, in the figures, and in the question "
       "that is asked every week. Of such an item neither an owner nor a day is asked for.",
       "    - [ ] We've raised the limit of connections to 400",
       "    - [x] Raise the limit of connections to 400 - @ole - Done 2026-03-04"},
      {"action-owner",
       "actions",
       Level::warning,
       {},
       "an open action item without an owner",
       "What everybody may do nobody does. The owner need not do the work, only see to it.",
       "    - [ ] Page when the certificate has 20 days left - Due 2026-03-20",
       "    - [ ] Page when the certificate has 20 days left - @runa - Due 2026-03-20"},
      {"action-shared",
       "actions",
       Level::warning,
       {},
       "an open action item owned by a team, or by several people",
       "A team cannot be asked on Monday how far it is; two people each wait for the other. Teams "
       "of "
       "people.yaml and services.yaml are known, and words such as 'everybody'.",
       "    - [ ] Page when the certificate has 20 days left - Owner: the platform team - Due "
       "2026-03-20",
       "    - [ ] Page when the certificate has 20 days left - @runa - Due 2026-03-20"},
      {"action-due",
       "actions",
       Level::warning,
       {},
       "an open action item that is due on no day",
       "Without a day it is never late, and so never asked for. The memory of the incident is what "
       "gets things done; it lasts a few weeks.",
       "    - [ ] Page when the certificate has 20 days left - @runa",
       "    - [ ] Page when the certificate has 20 days left - @runa - Due 2026-03-20"},
      {"action-due-past",
       "actions",
       Level::warning,
       {},
       "an open action item due before the incident was over",
       "Most often the year is that of last year's template. It would stand at the head of every "
       "list of what is overdue.",
       "    started: 2026-03-02\n    - [ ] Page when the certificate has 20 days left - @runa - "
       "Due "
       "2025-03-20",
       "    - [ ] Page when the certificate has 20 days left - @runa - Due 2026-03-20"},
      {"action-due-far",
       "actions",
       Level::warning,
       {{"days", 366, 1, 10'000, "so many days after the end of the incident at most"}},
       "an open action item due more than a year away",
       "What is due in a year or two is a project, and is planned elsewhere. Its first step can be "
       "taken now.",
       "    - [ ] Replace the ticket gateway - @ole - Due 2028-12-31",
       "    - [ ] Write down what the ticket gateway's successor must do - @ole - Due 2026-04-30"},
      {"action-vague",
       "actions",
       Level::warning,
       {},
       "an open action item that nobody can tick ('improve monitoring', 'be more careful'), or a "
       "promise of care anywhere",
       "Resolutions, reminders and training lean on memory; the next one at the keyboard is "
       "somebody else. An action item changes something that stays changed, and one can see "
       "that it has been done.",
       "    - [ ] Improve monitoring\n    - [ ] Remind all developers of the checklist\n    - [ ] "
       "Be "
       "more careful with migrations",
       "    - [ ] Alert when a lock on the bookings table is held for over 30 s\n    - [ ] Refuse "
       "a "
       "deployment whose checklist is not ticked"},
      {"action-overdue",
       "actions",
       Level::info,
       {},
       "an open action item whose day is over",
       "A promise that is broken in silence teaches that promises are not meant. Either it is "
       "done, "
       "or it is dropped with a reason, or there is a new day. It is info by default because it "
       "depends on the day, not on the change under review.",
       "    - [ ] Page when the certificate has 20 days left - @runa - Due 2026-03-20   (in May)",
       "    - [x] Page when the certificate has 20 days left - @runa - Due 2026-03-20 - Done "
       "2026-03-18"},
  };
}

void check_actions(const IncidentReview& review, Findings& findings) {
  check_count(review, findings);
  Items open;
  for (const ActionItem& item : review.report().actions) {
    if (item.done || item.dropped) continue;
    if (!tells_that_it_is_done(spoken_text(item.text))) {
      open.push_back(&item);
      continue;
    }
    // Who and when is asked of what is still to be done.
    findings.add(
        "action-unticked", review.at(item.line),
        "this action item tells that it is done; tick it ('- [x] …'), or say what is to be "
        "done");
  }
  check_lacks(open, review, findings);
  check_promises(review, findings);
  for (const ActionItem* one : open) {
    const ActionItem& item = *one;
    check_owner(item, review, findings);
    check_due(item, review, findings);
    if (const auto reason = vague_action(spoken_text(item.text))) {
      findings.add("action-vague", review.at(item.line),
                   fmt::format("'{}' is a good resolution: {}; say what will be different, and how "
                               "one can see that",
                               shorten(spoken_text(item.text), 60), *reason));
    }
  }
}

}  // namespace debrief
