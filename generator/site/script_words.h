// What the scripts of search say, as a script of its own: they hold no words, and pages need not
// repeat them.
#pragma once

#include "generator/site/site_file.h"
#include "generator/site/site_index.h"
#include "generator/site/texts.h"
#include "generator/view/view.h"

namespace debrief {

// assets/words.<hash>.js: `debriefWords` = {texts, locale, units (of days, hours, minutes,
// seconds), time_zone, severities: {label: level}, statuses: {value in the index: label}, browse:
// [{label, path}]}.
SiteFile script_words(const View& view, const SiteIndex& index, const Texts& texts);

}  // namespace debrief
