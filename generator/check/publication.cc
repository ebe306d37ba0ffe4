// Whether those who were hit can read about it. What may not become public is for the views to
// report.

#include "generator/model/publication.h"
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
      {"waiting-for-approval",
       "publication",
       Level::info,
       {},
       "it is to be public, and nobody has approved that yet",
       "The knowledge base has 'views.public.approval: required': a post-mortem that says "
       "'visibility: public' and 'status: published' is public only once its front matter names "
       "somebody of people.yaml who approved it. Until then it waits on the publication desk of "
       "the internal site. Name yourself in the pull request in which you have read what becomes "
       "public: `debrief diff` shows it.",
       "    visibility: public\n    status: published",
       "    visibility: public\n    status: published\n    public: {approved_by: noor}"},
  };
}

void check_publication(const IncidentReview& review, Findings& findings) {
  const Report& report = review.report();
  if (is_untold(report)) {
    findings.add("customers-not-told", review.at_field("impact"),
                 "customers were hit, and nothing about it is public; if they may read it, write "
                 "'visibility: public' beside 'status: published'");
  }
  const Publication publication = publication_of(review.kb, report, {review.today});
  // What else is missing comes first; of an approver whom nobody knows, reading it has told.
  if (publication.lacks == std::vector{Publication::Lack::approval}) {
    findings.add("waiting-for-approval", review.at_field("visibility"),
                 "it is to be public, and nobody has approved that; who has read what becomes "
                 "public writes 'public: {approved_by: …}'");
  }
}

}  // namespace debrief
