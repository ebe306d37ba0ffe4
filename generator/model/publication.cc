#include "generator/model/publication.h"

#include <chrono>
#include <string>

#include "generator/base/text.h"

namespace debrief {
namespace {

using Lack = Publication::Lack;
using State = Publication::State;

std::vector<Lack> lacks_of(const KnowledgeBase& kb, const Report& report, const AsOf& as_of) {
  std::vector<Lack> lacks;
  if (report.status == Status::draft) lacks.push_back(Lack::draft);
  if (report.status == Status::in_review) lacks.push_back(Lack::in_review);
  if (report.status == Status::published && !report.status_is_explicit) {
    lacks.push_back(Lack::status_not_said);
  }
  const PublicWording& wording = report.public_wording;
  if (kb.config.public_view.approval_is_required && !as_of.ahead) {
    if (wording.approved_by.empty()) {
      lacks.push_back(Lack::approval);
    } else if (kb.vocabulary.find_person(wording.approved_by) == nullptr) {
      lacks.push_back(Lack::known_approver);
    }
  }
  if (wording.embargo && !wording.embargo->not_before) lacks.push_back(Lack::readable_day);
  return lacks;
}

}  // namespace

Day first_day_from(const Timestamp& not_before, const TimeZone& zone) {
  if (not_before.precision == Timestamp::Precision::day) {
    return std::chrono::floor<std::chrono::days>(not_before.utc);
  }
  if (!not_before.has_clock()) return last_day(not_before) + std::chrono::days(1);
  const Seconds clock = zone.local(not_before.utc).clock;
  return std::chrono::ceil<std::chrono::days>(clock);
}

Publication publication_of(const KnowledgeBase& kb, const Report& report, const AsOf& as_of) {
  Publication publication;
  if (report.visibility != Visibility::public_) return publication;
  const std::optional<Embargo>& embargo = report.public_wording.embargo;
  if (embargo && embargo->not_before) {
    publication.first_day = first_day_from(*embargo->not_before, kb.config.time_zone);
  }
  publication.lacks = lacks_of(kb, report, as_of);
  const bool day_has_come =
      !embargo || as_of.ahead ||
      (as_of.today && publication.first_day && *publication.first_day <= *as_of.today);
  publication.state = !publication.lacks.empty() ? State::waiting
                      : !day_has_come            ? State::embargoed
                                                 : State::public_;
  return publication;
}

bool is_public(const KnowledgeBase& kb, const Report& report, const AsOf& as_of) {
  return publication_of(kb, report, as_of).state == State::public_;
}

bool hit_customers(const Report& report) {
  if (report.detection == "customer") return true;
  if (!report.impact) return false;
  const std::string told = to_lower(trim(report.impact->customers));
  return !told.empty() && told != "0" && !told.starts_with("no") && told != "-";
}

bool is_untold(const Report& report) {
  return report.kind == ReportKind::incident && report.status == Status::published &&
         report.visibility != Visibility::public_ && hit_customers(report);
}

}  // namespace debrief
