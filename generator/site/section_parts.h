// A section of an incident that says something as data: its entries, questions, factors or action
// items in place of the lists and tables that say nothing else.
//
// What is not the whole of a list or table is not put in its place: the text stays as it was
// written, so that nothing of it is lost.
#pragma once

#include <string>

#include "generator/markdown/document.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// The blocks of the section, in order: {`text_html`} as written, or one of `entries`, `whys`,
// `factors`, `actions`, group or nothing. Empty if all of it is as written. `kind`: of the section
// or of the one it is part of.
PageData::List section_parts(const Site& site, const Links& links, const ViewIncident& incident,
                             const Section& section, const std::string& kind);

// Whether something that the incident says as data is said in the section or below it.
bool says_data(const ViewIncident& incident, const Section& section);

// Where such a section stands on the page: what happened first, then why, then what is to be done.
// All others come after these, in their own order.
int place_of_section(const std::string& kind);
inline constexpr int kPlaceOfOthers = 9;

}  // namespace debrief
