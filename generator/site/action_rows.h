// Action items in lists, with the incidents they come from.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/insight/action_register.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {state, rank (of the state, the most urgent first), state_label, is_late, item (its text),
// owners: [{name, href}], teams (as one text), priority, type, services (of the incident, as one
// text), due (time of a day, or nothing), due_text (what is no day), progress (of open ones, may be
// empty), completed (likewise), late ("3 days late", or empty), age ("40 days", or empty), ticket,
// ticket_href, title, href (of the incident), has_recurred} for each of the items from `begin` to
// before `end`.
PageData::List action_rows(const Site& site, const Links& links,
                           const std::vector<RegisterItem>& items, std::size_t begin,
                           std::size_t end);

}  // namespace debrief
