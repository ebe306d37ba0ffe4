// The rules as a page of the internal site, as this knowledge base has set them, and the way to it.
// It comes with the program: check/ says what is on it, view/ puts it among the guides.
#pragma once

#include <string>
#include <string_view>

#include "generator/check/settings.h"

namespace debrief {

// Its name in addresses: guides/review-rules/. A page of the knowledge base that has it is shown
// in its place.
inline constexpr std::string_view kReviewGuideSlug = "review-rules";
inline constexpr std::string_view kReviewGuideTitle = "Review rules";

// In Markdown, without a title: a heading for each rule, so that each has an anchor.
std::string review_guide_text(const CheckSettings& settings);

// Where it is on the internal site of that address; empty if the site has none.
std::string review_guide_address(std::string_view base_url);

// The rule's place on the page of that address; empty if there is no page, or no such rule: what
// reading the content reports has none.
std::string rule_address(std::string_view guide_address, std::string_view rule);

}  // namespace debrief
