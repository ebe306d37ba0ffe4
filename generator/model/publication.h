// Whether a post-mortem is on the public site of a day; and if it asks to be and is not, why not.
//
// Fails closed: what cannot be read, is not said, or is not known counts against it.
#pragma once

#include <optional>
#include <vector>

#include "generator/base/day.h"
#include "generator/base/time_zone.h"
#include "generator/base/timestamp.h"
#include "generator/model/knowledge_base.h"

namespace debrief {

// As of when it is asked.
struct AsOf {
  std::optional<Day> today;  // in the time zone of the knowledge base; absent: no embargo has ended
  // For who reviews texts before they are public: what only waits for its day, or for somebody to
  // approve it, counts as public. No site is made so.
  bool ahead = false;
};

struct Publication {
  enum class State {
    internal,   // it does not ask to be public
    waiting,    // it asks, and something is missing
    embargoed,  // nothing is missing, and its day has not come
    public_,
  };
  enum class Lack { draft, in_review, status_not_said, approval, known_approver, readable_day };

  State state = State::internal;
  std::vector<Lack> lacks;       // in the order of the enumeration; none unless it waits
  std::optional<Day> first_day;  // the first on which it may be public; absent without an embargo
};

Publication publication_of(const KnowledgeBase& kb, const Report& report, const AsOf& as_of);

bool is_public(const KnowledgeBase& kb, const Report& report, const AsOf& as_of);

// The first day that begins in the zone when the time has come. What is vague counts to its end: of
// a month, the first of the next one. A day is that day itself, whichever the zone.
Day first_day_from(const Timestamp& not_before, const TimeZone& zone);

// Whether its front matter says so: a customer noticed first, or some were hit.
bool hit_customers(const Report& report);

// Customers were hit, the post-mortem is done, and nobody has asked to publish it.
bool is_untold(const Report& report);

}  // namespace debrief
