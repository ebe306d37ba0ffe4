#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/slug.h"
#include "generator/base/sort_once.h"
#include "generator/base/text.h"
#include "generator/extract/action_item.h"
#include "generator/extract/timeline.h"
#include "generator/markdown/outline.h"
#include "generator/markdown/parse.h"
#include "generator/model/content_paths.h"
#include "generator/view/action_teams.h"
#include "generator/view/assets.h"
#include "generator/view/body_facts.h"
#include "generator/view/detections.h"
#include "generator/view/dictionary.h"
#include "generator/view/incident_facts.h"
#include "generator/view/look.h"
#include "generator/view/make_view.h"
#include "generator/view/public_sections.h"
#include "generator/view/public_texts.h"
#include "generator/view/shading.h"
#include "generator/view/tree_projection.h"
#include "generator/view/view_builder.h"

namespace debrief {
namespace {

std::string workflow_of(Status status) {
  switch (status) {
    case Status::draft:
      return "draft";
    case Status::in_review:
      return "in-review";
    case Status::published:
      return "published";
  }
  return "";
}

ViewPublication::State state_of(Publication::State state) {
  switch (state) {
    case Publication::State::internal:
      return ViewPublication::State::internal;
    case Publication::State::waiting:
      return ViewPublication::State::waiting;
    case Publication::State::embargoed:
      return ViewPublication::State::embargoed;
    case Publication::State::public_:
      return ViewPublication::State::public_;
  }
  return ViewPublication::State::internal;
}

ViewPublication::Lack lack_of(Publication::Lack lack) {
  switch (lack) {
    case Publication::Lack::draft:
      return ViewPublication::Lack::draft;
    case Publication::Lack::in_review:
      return ViewPublication::Lack::in_review;
    case Publication::Lack::status_not_said:
      return ViewPublication::Lack::status_not_said;
    case Publication::Lack::approval:
      return ViewPublication::Lack::approval;
    case Publication::Lack::known_approver:
      return ViewPublication::Lack::known_approver;
    case Publication::Lack::readable_day:
      return ViewPublication::Lack::readable_day;
  }
  return ViewPublication::Lack::readable_day;
}

class InternalProjection {
 public:
  InternalProjection(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics)
      : kb_(kb),
        options_(options),
        diagnostics_(diagnostics),
        detections_(Audience::internal, kb.vocabulary, diagnostics),
        assets_(Audience::internal) {}

  View make() {
    ViewSite site;
    site.title = kb_.config.internal_view.title;
    site.base_url =
        options_.base_url.empty() ? kb_.config.internal_view.base_url : options_.base_url;
    site.language = kb_.config.language;
    site.time_zone = kb_.config.time_zone;
    site.edit_url = kb_.config.internal_view.edit_url;
    site.public_url = kb_.config.public_view.base_url;

    project_services();
    project_causes();
    guide_slugs();
    ViewReports reports = project_reports();
    std::vector<ViewGuide> guides = project_guides();
    site.look = view_look({kb_, kb_.config.internal_view.look, nullptr,
                           [this](std::size_t guide) { return "guide/" + guide_slugs_[guide]; }},
                          assets_, diagnostics_);
    return ViewBuilder::make(Audience::internal, std::move(site), severities(),
                             std::move(services_), std::move(causes_), std::move(reports),
                             std::move(guides), assets_.take());
  }

 private:
  std::vector<ViewSeverity> severities() const {
    std::vector<ViewSeverity> scale;
    UniqueNames keys;
    for (const SeverityLevel& level : kb_.config.severities) {
      scale.push_back({keys.take(make_slug(level.id)), level.id, level.name, level.downtime});
    }
    return scale;
  }

  void project_services() {
    const std::vector<Service>& services = kb_.vocabulary.services;
    std::vector<std::size_t> order(services.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) {
      return std::pair(to_lower(services[i].name), services[i].id);
    });
    service_places_.resize(services.size());
    UniqueNames keys;
    for (std::size_t place = 0; place < order.size(); ++place) {
      const Service& service = services[order[place]];
      service_places_[order[place]] = place;
      ViewService shown;
      shown.key = keys.take(make_slug(service.id));
      shown.name = service.name;
      shown.description = service.description;
      shown.team = service.team;
      shown.tier = service.tier;
      services_.push_back(std::move(shown));
    }
    for (std::size_t i = 0; i < services.size(); ++i) {
      if (services[i].parent)
        services_[service_places_[i]].parent = service_places_[*services[i].parent];
    }
  }

  void project_causes() {
    UniqueNames keys;
    for (const Cause& cause : kb_.vocabulary.causes) {
      ViewCause shown;
      const std::string own = make_slug(cause.id.substr(cause.id.find('/') + 1));
      shown.key =
          keys.take(cause.parent ? causes_[*cause.parent].key + "/" + own : make_slug(cause.id));
      shown.name = cause.name;
      shown.description = cause.description;
      shown.parent = cause.parent;
      causes_.push_back(std::move(shown));
    }
  }

  void guide_slugs() {
    UniqueNames slugs;
    for (const Guide& guide : kb_.guides) {
      const std::string name = guide.path.substr(guide.path.rfind('/') + 1);
      guide_slugs_.push_back(slugs.take(make_slug(name.substr(0, name.rfind('.')))));
    }
  }

  ViewReports project_reports() {
    std::vector<std::size_t> shown;  // in KnowledgeBase::incidents
    std::vector<ViewIncident> facts;
    for (std::size_t i = 0; i < kb_.incidents.size(); ++i) {
      if (kb_.incidents[i].report.status == Status::draft && !options_.drafts) continue;
      facts.push_back(project_facts(kb_.incidents[i]));
      shown.push_back(i);
      report_keys_[i] = facts.back().key;
    }
    ViewReports reports;
    ReportPlaces places;
    for (const std::size_t place : view_order(facts)) {
      const ReportKind kind = kb_.incidents[shown[place]].report.kind;
      places[shown[place]] = {kind, reports.of(kind).size()};
      reports.of(kind).push_back(std::move(facts[place]));
    }
    for (const auto& [source, place] : places) {
      project_body(kb_.incidents[source], reports.of(place.kind)[place.index]);
      link_incidents(source, places, reports.incidents);
    }
    for (ViewIncident& incident : reports.incidents) std::ranges::sort(incident.repeated_by);
    if (options_.public_texts) add_public_texts(places, reports);
    // Read from the shaded text: what is hidden in it is hidden in what it says.
    for (const auto& [source, place] : places) {
      read_body(kb_.incidents[source], reports.of(place.kind)[place.index]);
    }
    return reports;
  }

  // What the public reads, and in the internal text what it does not read.
  void add_public_texts(const ReportPlaces& places, ViewReports& reports) {
    InternalTargets targets;
    std::set<std::string> public_pages;
    for (const auto& [source, place] : places) {
      const ViewIncident& incident = reports.of(place.kind)[place.index];
      targets.incidents[source] = incident.key;
      if (incident.is_public()) public_pages.insert(incident.key);
    }
    for (std::size_t i = 0; i < kb_.guides.size(); ++i) {
      targets.guides[i] = "guide/" + guide_slugs_[i];
      if (kb_.guides[i].visibility == Visibility::public_) public_pages.insert(targets.guides[i]);
    }
    targets.image = [this](std::size_t image) {
      return assets_.add(kb_.images[image], {kb_.images[image].path, 0, 0, ""}, diagnostics_);
    };
    const Dictionary dictionary(kb_.config, kb_.vocabulary);
    for (auto& [source, text] : public_texts(kb_, options_.as_of, targets)) {
      const ReportPlace& place = places.at(source);
      ViewIncident& incident = reports.of(place.kind)[place.index];
      incident.public_text = std::move(text);
      shade(incident.body, incident.footnotes,
            {dictionary, PublicSections(kb_.config.public_view.sections),
             [&](const std::string& key) { return public_pages.contains(key); },
             incident.public_text->body});
    }
  }

  ViewIncident project_facts(const Incident& source) const {
    const Report& report = source.report;
    ViewIncident incident;
    incident.slug = make_slug(report.id);
    incident.key = page_key(report.kind, incident.slug);
    incident.id = report.id;
    incident.title = report.title;
    incident.summary = report.summary;
    incident.state = state_of(report, report.times);
    incident.severity = source.severity;
    if (report.severity) incident.severity_label = report.severity->text;
    for (const std::size_t service : source.services) {
      incident.services.push_back(service_places_[service]);
    }
    std::ranges::sort(incident.services);
    incident.causes = source.causes;
    incident.tags = report.tags;
    sort_once(incident.tags);
    set_times(incident, report.times, [](Phase) { return true; });
    incident.detection = report.detection;
    incident.trigger = report.trigger;
    if (report.impact) {
      incident.impact =
          ViewImpact{report.impact->summary, report.impact->customers, report.impact->requests,
                     report.impact->revenue, report.impact->data_loss};
    }
    for (const std::string& author : report.authors)
      incident.authors.push_back(person_name(author));
    for (const NamedLink& link : report.links) incident.links.push_back({link.name, link.url});
    incident.workflow = workflow_of(report.status);
    incident.review.date = report.review.date;
    incident.review.facilitator = person_name(report.review.facilitator);
    for (const std::string& attendee : report.review.attendees) {
      incident.review.attendees.push_back(person_name(attendee));
    }
    incident.published = report.published;
    incident.source_path = report.path;
    incident.changed = last_change(report.path);
    incident.publication = publication_of_report(report);
    return incident;
  }

  ViewPublication publication_of_report(const Report& report) const {
    const Publication found = publication_of(kb_, report, options_.as_of);
    ViewPublication publication;
    publication.state = is_untold(report) ? ViewPublication::State::untold : state_of(found.state);
    for (const Publication::Lack lack : found.lacks) publication.lacks.push_back(lack_of(lack));
    publication.first_day = found.first_day;
    publication.approved_by = person_name(report.public_wording.approved_by);
    return publication;
  }

  std::optional<Timestamp> last_change(const std::string& path) const {
    const auto found = options_.last_changes.find(path);
    return found == options_.last_changes.end() ? std::nullopt : std::optional(found->second);
  }

  std::string person_name(const std::string& name) const {
    const Person* person = kb_.vocabulary.find_person(name);
    return person == nullptr ? name : person->name;
  }

  TreePolicy policy(const std::string& path) {
    TreePolicy policy;
    policy.page = [this, path](const std::string& relative) { return page_target(path, relative); };
    policy.image = [this, path](const std::string& relative) -> LinkTarget {
      const auto found = find_content(kb_, path, relative);
      if (!found || found->kind != ContentReference::Kind::image) return {};
      return assets_.add(kb_.images[found->index], {path, 0, 0, ""}, diagnostics_);
    };
    return policy;
  }

  LinkTarget page_target(const std::string& path, const std::string& relative) {
    const auto found = find_content(kb_, path, relative);
    if (!found) return {};
    LinkTarget target;
    target.kind = LinkTarget::Kind::page;
    target.fragment = found->fragment;
    switch (found->kind) {
      case ContentReference::Kind::incident: {
        const auto key = report_keys_.find(found->index);
        if (key == report_keys_.end()) return {};  // A draft that is not shown.
        target.value = key->second;
        return target;
      }
      case ContentReference::Kind::guide:
        target.value = "guide/" + guide_slugs_[found->index];
        return target;
      case ContentReference::Kind::image:
        return assets_.add(kb_.images[found->index], {path, 0, 0, ""}, diagnostics_);
    }
    return {};
  }

  std::vector<Section> project_sections(const std::vector<Section>& sections,
                                        const TreePolicy& policy) {
    std::vector<Section> out;
    for (const Section& section : sections) {
      Section shown;
      shown.kind = section.kind;
      shown.heading = project_tree({section.heading}, policy).front();
      shown.blocks = project_tree(section.blocks, policy);
      shown.sections = project_sections(section.sections, policy);
      out.push_back(std::move(shown));
    }
    return out;
  }

  void project_body(const Incident& source, ViewIncident& incident) {
    const Report& report = source.report;
    const TreePolicy tree = policy(report.path);
    incident.body.intro = project_tree(report.body.intro, tree);
    incident.body.sections = project_sections(report.body.sections, tree);
    incident.footnotes = keep_footnotes(incident.body, report.footnotes, tree);
    detections_.check(incident, report);
  }

  void read_body(const Incident& source, ViewIncident& incident) const {
    const Report& report = source.report;
    const std::optional<Timestamp> started = front_matter_times(report).started;
    incident.timeline =
        view_timeline(read_timeline(incident.body, {started, &kb_.config.time_zone}));
    read_reasons(incident);
    read_actions(incident.body.sections, started, incident);
    if (!incident.public_text) show_facts(incident);
  }

  void read_actions(const std::vector<Section>& sections, const std::optional<Timestamp>& started,
                    ViewIncident& incident) const {
    for (const Section& section : sections) {
      if (section.kind != "action-items") {
        read_actions(section.sections, started, incident);
        continue;
      }
      for (ActionItem& item : read_action_items(section, started)) {
        std::vector<std::string> teams = action_teams(kb_.vocabulary, item.owners);
        if (teams.empty()) teams = teams_of_services(incident);
        incident.actions.push_back(action_of(std::move(item), std::move(teams)));
      }
    }
  }

  std::vector<std::string> teams_of_services(const ViewIncident& incident) const {
    std::vector<std::string> teams;
    for (const std::size_t service : incident.services) {
      if (!services_[service].team.empty()) teams.push_back(services_[service].team);
    }
    sort_once(teams);
    return teams;
  }

  ViewActionItem action_of(ActionItem item, std::vector<std::string> teams) const {
    ViewActionItem shown;
    shown.teams = std::move(teams);
    shown.text = std::move(item.text);
    drop_footnote_references(shown.text);
    shown.done = item.done;
    shown.dropped = item.dropped;
    shown.type = item.type;
    shown.priority = item.priority;
    for (const std::string& owner : item.owners) shown.owners.push_back(person_name(owner));
    shown.handles = std::move(item.owners);
    shown.due = item.due;
    shown.due_text = item.due_text;
    shown.completed = item.completed;
    shown.progress = item.progress;
    shown.ticket = item.ticket;
    if (item.ticket_link.kind == LinkTarget::Kind::url) shown.ticket_url = item.ticket_link.value;
    if (item.internal) shown.hidden = Hidden::marked;
    shown.line = item.line;
    return shown;
  }

  void link_incidents(std::size_t source, const ReportPlaces& places,
                      std::vector<ViewIncident>& incidents) const {
    const std::optional<IncidentIndex> place = incident_at(places, source);
    if (!place) return;
    for (const std::size_t other : kb_.incidents[source].repeats) {
      const std::optional<IncidentIndex> earlier = incident_at(places, other);
      if (!earlier) continue;
      incidents[*place].repeats.push_back(*earlier);
      incidents[*earlier].repeated_by.push_back(*place);
    }
    for (const std::size_t other : kb_.incidents[source].related) {
      if (const auto found = incident_at(places, other))
        incidents[*place].related.push_back(*found);
    }
  }

  std::vector<ViewGuide> project_guides() {
    std::vector<std::size_t> order(kb_.guides.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [this](std::size_t i) {
      return std::pair(kb_.guides[i].order, kb_.guides[i].title);
    });
    std::vector<ViewGuide> guides;
    for (const std::size_t i : order) {
      const Guide& source = kb_.guides[i];
      const TreePolicy tree = policy(source.path);
      ViewGuide guide;
      guide.slug = guide_slugs_[i];
      guide.key = "guide/" + guide.slug;
      guide.title = source.title;
      guide.body.intro = project_tree(source.body.intro, tree);
      guide.body.sections = project_sections(source.body.sections, tree);
      guide.footnotes = keep_footnotes(guide.body, source.footnotes, tree);
      guide.source_path = source.path;
      guide.changed = last_change(source.path);
      detections_.check(guide, source.path);
      guides.push_back(std::move(guide));
    }
    for (const BuiltInGuide& source : options_.built_in_guides) {
      if (std::ranges::find(guide_slugs_, source.slug) == guide_slugs_.end())
        guides.push_back(built_in(source));
    }
    return guides;
  }

  ViewGuide built_in(const BuiltInGuide& source) const {
    const SourceText file(source.slug, source.markdown);
    MarkdownDocument document = parse_markdown(file, 0, MarkdownLimits{}, diagnostics_);
    ViewGuide guide;
    guide.slug = source.slug;
    guide.key = "guide/" + source.slug;
    guide.title = source.title;
    // Its headings are names of its own, and no sections of a post-mortem.
    guide.body =
        make_outline(std::move(document.blocks), [](const std::string&) { return std::string(); });
    return guide;
  }

  const KnowledgeBase& kb_;
  const ViewOptions& options_;
  Diagnostics& diagnostics_;
  DetectionReporter detections_;
  AssetCollector assets_;
  std::vector<ViewService> services_;
  std::vector<std::size_t> service_places_;  // of Vocabulary::services in services_
  std::vector<ViewCause> causes_;
  std::vector<std::string> guide_slugs_;            // by place in KnowledgeBase::guides
  std::map<std::size_t, std::string> report_keys_;  // by place in KnowledgeBase::incidents
};

}  // namespace

View internal_view(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics) {
  return InternalProjection(kb, options, diagnostics).make();
}

}  // namespace debrief
