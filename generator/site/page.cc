#include "generator/site/page.h"

#include <algorithm>
#include <utility>

#include "generator/site/urls.h"

namespace debrief {

namespace {

std::string_view template_of(PageKind kind) {
  switch (kind) {
    case PageKind::wiki_home:
      return "home";
    case PageKind::status_home:
      return "status";
    case PageKind::incident:
      return "incident";
    case PageKind::maintenance_list:
      return "maintenance_list";
    case PageKind::maintenance:
      return "maintenance";
    case PageKind::public_text:
    case PageKind::maintenance_public_text:
      return "public_text";
    case PageKind::service_list:
      return "services";
    case PageKind::service:
      return "service";
    case PageKind::availability:
      return "availability";
    case PageKind::service_availability:
      return "service_availability";
    case PageKind::cause_list:
      return "causes";
    case PageKind::cause:
      return "cause";
    case PageKind::severity_list:
    case PageKind::tag_list:
      return "terms";
    case PageKind::archive:
      return "archive";
    case PageKind::year:
      return "year";
    case PageKind::incident_list:
    case PageKind::severity:
    case PageKind::tag:
    case PageKind::quarter:
    case PageKind::undated:
      return "incidents";
    case PageKind::action_list:
      return "actions";
    case PageKind::closed_action_list:
      return "closed_actions";
    case PageKind::owner_list:
      return "owners";
    case PageKind::owner:
      return "owner";
    case PageKind::repeat_list:
      return "repeats";
    case PageKind::review:
      return "review";
    case PageKind::publication_desk:
      return "publication_desk";
    case PageKind::publication_group:
      return "publication_group";
    case PageKind::improvement_list:
      return "improvements";
    case PageKind::trends:
    case PageKind::month_trends:
      return "trends";
    case PageKind::definitions:
      return "definitions";
    case PageKind::guide_list:
      return "guides";
    case PageKind::guide:
      return "guide";
    case PageKind::search:
      return "search";
    case PageKind::search_help:
      return "search_help";
    case PageKind::not_found:
      return "not_found";
  }
  return "";
}

class Plan {
 public:
  void add(PageKind kind, std::string_view path, std::size_t index = 0, std::size_t number = 1) {
    pages_.push_back({kind, index, number, std::string(path), file_of(path), template_of(kind)});
  }

  // As many pages as the list needs.
  void add_list(PageKind kind, std::string_view path, std::size_t rows, std::size_t index = 0) {
    for (std::size_t number = 1; number <= page_count(rows); ++number) {
      add(kind, numbered_path(path, number), index, number);
    }
  }

  std::vector<Page> take() { return std::move(pages_); }

 private:
  std::vector<Page> pages_;
};

void add_archive(const SiteIndex& index, Plan& plan) {
  plan.add(PageKind::archive, kArchivePath);
  for (std::size_t i = 0; i < index.years.size(); ++i) {
    plan.add(PageKind::year, year_path(index.years[i].year), i);
  }
  for (std::size_t i = 0; i < index.quarters.size(); ++i) {
    const SiteIndex::Quarter& quarter = index.quarters[i];
    plan.add_list(PageKind::quarter, quarter_path(quarter.year, quarter.quarter),
                  quarter.incidents.size(), i);
  }
  if (!index.undated.empty()) {
    plan.add_list(PageKind::undated, kUndatedPath, index.undated.size());
  }
}

void add_maintenance(const View& view, const MaintenanceLists& lists, Plan& plan) {
  plan.add_list(PageKind::maintenance_list, kMaintenancePath, lists.completed.size());
  for (std::size_t i = 0; i < view.maintenance().size(); ++i) {
    const ViewIncident& maintenance = view.maintenance()[i];
    const std::string path = maintenance_path(maintenance.slug);
    plan.add(PageKind::maintenance, path, i);
    if (maintenance.public_text) {
      plan.add(PageKind::maintenance_public_text, public_text_path(path), i);
    }
  }
}

void add_actions(const ActionLists& actions, Plan& plan) {
  plan.add_list(PageKind::action_list, kActionsPath, actions.open.size());
  plan.add_list(PageKind::closed_action_list, kClosedActionsPath, actions.closed.size());
  plan.add(PageKind::owner_list, kOwnersPath);
  for (std::size_t i = 0; i < actions.owners.size(); ++i) {
    const ActionLists::Owner& owner = actions.owners[i];
    plan.add_list(PageKind::owner, owner_path(owner.slug), owner.owned.items.size(), i);
  }
}

void add_publication(const PublicationLists& lists, Plan& plan) {
  plan.add(PageKind::publication_desk, kPublicationPath);
  for (std::size_t i = 0; i < kPublicationGroups.size(); ++i) {
    const std::size_t rows = lists.groups[i].size();
    if (rows <= kPublicationRowsOnDesk) continue;
    plan.add_list(PageKind::publication_group,
                  publication_group_path(to_string(kPublicationGroups[i])), rows, i);
  }
}

}  // namespace

std::size_t page_count(std::size_t rows) {
  return std::max<std::size_t>(1, (rows + kRowsPerPage - 1) / kRowsPerPage);
}

std::vector<Page> plan_pages(const Site& site) {
  const View& view = site.view;
  const SiteIndex& index = site.index;
  Plan plan;
  plan.add(view.is_internal() ? PageKind::wiki_home : PageKind::status_home, "");
  plan.add_list(PageKind::incident_list, kIncidentsPath, index.all.size());
  for (std::size_t i = 0; i < view.incidents().size(); ++i) {
    const ViewIncident& incident = view.incidents()[i];
    const std::string path = incident_path(incident.slug);
    plan.add(PageKind::incident, path, i);
    if (incident.public_text) plan.add(PageKind::public_text, public_text_path(path), i);
  }
  if (!view.maintenance().empty()) add_maintenance(view, site.maintenance, plan);
  plan.add(PageKind::service_list, kServicesPath);
  for (std::size_t i = 0; i < view.services().size(); ++i) {
    plan.add_list(PageKind::service, service_path(view.services()[i].key),
                  index.by_service[i].size(), i);
  }
  if (!site.availability.empty()) {
    plan.add(PageKind::availability, kAvailabilityPath);
    for (std::size_t i = 0; i < view.services().size(); ++i) {
      plan.add(PageKind::service_availability, service_availability_path(view.services()[i].key),
               i);
    }
  }
  plan.add(PageKind::cause_list, kCausesPath);
  for (std::size_t i = 0; i < view.causes().size(); ++i) {
    plan.add_list(PageKind::cause, cause_path(view.causes()[i].key), index.by_cause[i].size(), i);
  }
  plan.add(PageKind::severity_list, kSeveritiesPath);
  for (std::size_t i = 0; i < view.severities().size(); ++i) {
    plan.add_list(PageKind::severity, severity_path(view.severities()[i].key),
                  index.by_severity[i].size(), i);
  }
  plan.add_list(PageKind::tag_list, kTagsPath, index.tags.size());
  for (std::size_t i = 0; i < index.tags.size(); ++i) {
    plan.add_list(PageKind::tag, tag_path(index.tags[i].slug), index.tags[i].incidents.size(), i);
  }
  add_archive(index, plan);
  // What there is nothing to say of has no page: nobody would be sent there.
  if (!site.actions.is_empty()) add_actions(site.actions, plan);
  if (view.is_internal() && !view.incidents().empty()) {
    plan.add(PageKind::repeat_list, kRepeatsPath);
    plan.add(PageKind::review, kReviewPath);
    plan.add(PageKind::trends, kTrendsPath);
    plan.add(PageKind::month_trends, kMonthTrendsPath);
    plan.add(PageKind::definitions, kDefinitionsPath);
  }
  if (view.is_internal() && !(view.incidents().empty() && view.maintenance().empty())) {
    add_publication(site.publications, plan);
  }
  if (!index.with_improvements.empty()) {
    plan.add_list(PageKind::improvement_list, kImprovementsPath, index.with_improvements.size());
  }
  plan.add(PageKind::guide_list, kGuidesPath);
  for (std::size_t i = 0; i < view.guides().size(); ++i) {
    plan.add(PageKind::guide, guide_path(view.guides()[i].slug), i);
  }
  plan.add(PageKind::search, kSearchPath);
  plan.add(PageKind::search_help, kSearchHelpPath);
  plan.add(PageKind::not_found, kNotFoundPath);
  return plan.take();
}

}  // namespace debrief
