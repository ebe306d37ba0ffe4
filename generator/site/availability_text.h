// Figures of availability in words.
#pragma once

#include <optional>
#include <string>

#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/texts.h"
#include "generator/site/urls.h"

namespace debrief {

// "99.98 %"; "100 %" only of what was never down.
std::string availability_text(const Texts& texts, const Availability& figure);

// {label ("99.98 % since 1 December 2025"), href} of a service, in View::services; absent if the
// site has no such figures.
std::optional<PageData> availability_link(const Site& site, const Links& links,
                                          std::size_t service);

}  // namespace debrief
