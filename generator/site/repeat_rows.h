// Incidents that happened again, in lists.
#pragma once

#include <string>
#include <vector>

#include "generator/insight/action_register.h"
#include "generator/insight/recurrence.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/texts.h"
#include "generator/site/urls.h"

namespace debrief {

// "2 of 5 action items done"
std::string done_text(const Texts& texts, const View& view, const std::vector<RegisterItem>& items);
// The same, or that there were none.
std::string done_or_none_text(const Texts& texts, const View& view,
                              const std::vector<RegisterItem>& items);

// At most `most`: {title, href, started, earlier: {title, href, started}, words}.
PageData::List likely_repeat_rows(const Site& site, const Links& links,
                                  const std::vector<LikelyRepeat>& repeats, std::size_t most);

}  // namespace debrief
