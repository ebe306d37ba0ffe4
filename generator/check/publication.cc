// Whether those who were hit can read about it. What may not become public is for the views to
// report.

#include "generator/check/review.h"

namespace debrief {

std::vector<Rule> publication_rules() {
  return {
      {"customers-not-told",
       "publication",
       Level::info,
       {},
       "customers were hit, and nothing is public",
       "They know that something happened; what they do not know is whether you know. A public "
       "post-mortem needs 'visibility: public' and 'status: published', and shows only what the "
       "configuration allows. It is info by default: whether to publish is yours to decide.",
       "    impact: {customers: 400}",
       "    impact: {customers: 400}\n    visibility: public\n    status: published"},
  };
}

void check_publication(const IncidentReview& review, Findings& findings) {
  const Report& report = review.report();
  if (report.status != Status::published || report.visibility == Visibility::public_) return;
  if (!hit_customers(report)) return;
  findings.add("customers-not-told", review.at_field("impact"),
               "customers were hit, and nothing about it is public; if they may read it, write "
               "'visibility: public' beside 'status: published'");
}

}  // namespace debrief
