#include "generator/check/check.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/parallel.h"
#include "generator/check/exceptions.h"
#include "generator/check/review.h"
#include "generator/view/make_view.h"

namespace debrief {
namespace {

struct FileReview {
  Diagnostics found;
  std::vector<CheckException> exceptions;
};

FileReview review_file(const KnowledgeBase& kb, const Incident& incident, const SourceFile& source,
                       const CheckSettings& settings, const Wording& wording,
                       const HeadingUse& headings, Day today) {
  const SourceText file(source.path, source.bytes);
  FileReview result;
  Findings findings(settings, result.found);
  result.exceptions = read_exceptions(incident.report, file, findings);
  const IncidentReview review{
      kb, incident, file, wording, today, passages_of(incident.report.body), headings};
  check_form(review, findings);
  check_spelling(review, findings);
  check_analysis(review, findings);
  check_actions(review, findings);
  check_process(review, findings);
  check_publication(review, findings);
  return result;
}

}  // namespace

std::vector<Diagnostic> check(const KnowledgeBase& kb, const SourceTree& sources,
                              const CheckOptions& options, Diagnostics problems) {
  const CheckSettings settings = read_check_settings(kb.config.check, problems);

  // What the views have to say: above all what may not become public as it is.
  ViewOptions view_options;
  view_options.drafts = options.drafts;
  view_options.public_texts = false;
  view_options.as_of.today = options.today;
  const View view = internal_view(kb, view_options, problems);
  // What becomes public on a day to come is reviewed before that day.
  view_options.as_of.ahead = true;
  public_view(kb, view_options, problems);

  std::vector<const Incident*> reviewed;
  std::set<std::string> unread;
  for (const Incident& incident : kb.incidents) {
    const Report& report = incident.report;
    const bool is_read =
        report.kind == ReportKind::incident && (options.drafts || report.status != Status::draft);
    if (is_read) {
      reviewed.push_back(&incident);
    } else {
      unread.insert(report.path);
    }
  }

  const Wording wording(kb.vocabulary.people);
  const HeadingUse headings = heading_use(sources);
  std::vector<FileReview> reviews(reviewed.size());
  parallel_for(reviewed.size(), options.jobs, [&](std::size_t i) {
    const SourceFile* source = sources.find(reviewed[i]->report.path);
    if (source != nullptr)
      reviews[i] =
          review_file(kb, *reviewed[i], *source, settings, wording, headings, options.today);
  });

  Findings findings(settings, problems);
  std::vector<CheckException> exceptions = configured_exceptions(kb, sources, findings);
  for (FileReview& review : reviews) {
    problems.merge(std::move(review.found));
    std::ranges::move(review.exceptions, std::back_inserter(exceptions));
  }
  Surroundings surroundings;
  if (options.surroundings != nullptr) surroundings = *options.surroundings;
  if (options.surroundings == nullptr && settings.level("similar-not-linked")) {
    surroundings.similar =
        similar_incidents(view, settings.number("similar-not-linked", "percent"), options.jobs);
  }
  check_ids(kb, sources, surroundings.taken, findings);
  check_learning(kb, sources, view, surroundings.similar, options.today, findings);

  std::vector<Diagnostic> items = problems.sorted();
  Diagnostics about_exceptions;
  Findings exception_findings(settings, about_exceptions);
  apply_exceptions(exceptions, unread, items, exception_findings);
  Diagnostics rest;
  for (Diagnostic& item : items) rest.add(std::move(item));
  rest.merge(std::move(about_exceptions));
  return rest.sorted();
}

}  // namespace debrief
