// Months and what happened in them, as rows of a history.
#pragma once

#include "generator/base/day.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// {label ("February 2026"), has_rows, rows (of incidents, at most 25), href (of the list with all
// of that time, if there are more; else empty)} for each month from `first` to `last`, the newest
// first.
PageData::List month_rows(const Site& site, const Links& links, const Month& first,
                          const Month& last);

}  // namespace debrief
