// The only door to the public. Every value that leaves here is copied by a line of this file,
// under the allow-list, through the dictionary; whatever else an Incident learns to hold stays
// inside until somebody writes such a line.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "generator/base/slug.h"
#include "generator/base/text.h"
#include "generator/model/action_item.h"
#include "generator/model/content_paths.h"
#include "generator/view/assets.h"
#include "generator/view/dictionary.h"
#include "generator/view/incident_facts.h"
#include "generator/view/make_view.h"
#include "generator/view/tree_projection.h"
#include "generator/view/view_builder.h"

namespace debrief {
namespace {

// Footnotes that a mark hides are no part of the document.
std::vector<Node> visible(const std::vector<Node>& nodes) {
  std::vector<Node> kept;
  std::ranges::copy_if(nodes, std::back_inserter(kept), [](const Node& node) { return !node.internal; });
  return kept;
}

class PublicProjection {
 public:
  PublicProjection(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics)
      : kb_(kb),
        options_(options),
        diagnostics_(diagnostics),
        dictionary_(kb.config, kb.vocabulary),
        assets_(Audience::public_) {}

  View make() {
    ViewSite site;
    site.title = kb_.config.public_view.title;
    site.base_url = options_.base_url.empty() ? kb_.config.public_view.base_url : options_.base_url;
    site.language = kb_.config.language;
    site.time_zone = kb_.config.time_zone;

    project_services();
    project_causes();
    name_guides();
    std::vector<ViewIncident> incidents = project_incidents();
    std::vector<ViewGuide> guides = project_guides();
    return ViewBuilder::make(Audience::public_, std::move(site), severities(), std::move(services_),
                             std::move(causes_), std::move(incidents), std::move(guides), assets_.take());
  }

 private:
  bool shows(const std::string& field) const { return kb_.config.public_view.fields.contains(field); }
  bool shows_section(const std::string& kind) const {
    return kb_.config.public_view.sections.contains(kind);
  }

  std::vector<ViewSeverity> severities() const {
    std::vector<ViewSeverity> scale;
    if (!shows("severity")) return scale;
    UniqueNames keys;
    for (const SeverityLevel& level : kb_.config.severities) {
      scale.push_back({keys.take(make_slug(level.id)), level.id, level.name});
    }
    return scale;
  }

  // Services by their public names; two with one name are one to the public.
  void project_services() {
    if (!shows("services")) return;
    std::map<std::pair<std::string, std::string>, std::size_t> by_name;
    for (const Service& service : kb_.vocabulary.services) {
      if (service.is_public) by_name.try_emplace({to_lower(service.public_name), service.public_name});
    }
    UniqueNames keys;
    for (auto& [name, place] : by_name) {
      place = services_.size();
      ViewService shown;
      shown.key = keys.take(make_slug(name.second));
      shown.name = name.second;
      services_.push_back(std::move(shown));
    }
    for (const Service& service : kb_.vocabulary.services) {
      public_services_.push_back(
          service.is_public
              ? std::optional(by_name.at({to_lower(service.public_name), service.public_name}))
              : std::nullopt);
    }
  }

  // The service itself if it is public, else the nearest public one above it, else nothing.
  std::optional<std::size_t> public_service(std::size_t index) const {
    for (std::optional<std::size_t> at = index; at; at = kb_.vocabulary.services[*at].parent) {
      if (public_services_[*at]) return public_services_[*at];
    }
    return std::nullopt;
  }

  void project_causes() {
    if (!shows("causes")) return;
    UniqueNames keys;
    public_causes_.resize(kb_.vocabulary.causes.size());
    for (std::size_t i = 0; i < kb_.vocabulary.causes.size(); ++i) {
      const Cause& cause = kb_.vocabulary.causes[i];
      if (!cause.is_public) continue;
      ViewCause shown;
      const std::string own = make_slug(cause.name);
      if (cause.parent) shown.parent = public_causes_[*cause.parent];
      shown.key = keys.take(shown.parent ? causes_[*shown.parent].key + "/" + own : own);
      shown.name = cause.name;
      shown.description = cause.description;
      public_causes_[i] = causes_.size();
      causes_.push_back(std::move(shown));
    }
  }

  std::optional<std::size_t> public_cause(std::size_t index) const {
    for (std::optional<std::size_t> at = index; at; at = kb_.vocabulary.causes[*at].parent) {
      if (public_causes_[*at]) return public_causes_[*at];
    }
    return std::nullopt;
  }

  std::vector<ViewIncident> project_incidents() {
    std::vector<std::size_t> sources;  // in KnowledgeBase::incidents
    for (std::size_t i = 0; i < kb_.incidents.size(); ++i) {
      if (kb_.incidents[i].report.is_public()) sources.push_back(i);
    }
    // The bodies come first, without links between incidents: the order of the view, and with
    // it the addresses, may depend on the public text alone.
    std::vector<ViewIncident> facts;
    for (const std::size_t source : sources) {
      facts.push_back(project_facts(kb_.incidents[source]));
      project_body(kb_.incidents[source], facts.back());
    }
    std::vector<ViewIncident> ordered;
    UniqueNames slugs;
    std::map<std::size_t, IncidentIndex> places;
    for (const std::size_t place : view_order(facts)) {
      ViewIncident& incident = facts[place];
      const std::string date = date_prefix(incident);
      incident.slug = slugs.take(make_slug(date.empty() ? incident.title : date + " " + incident.title));
      incident.key = "incident/" + incident.slug;
      incident_keys_[sources[place]] = incident.key;
      places[sources[place]] = ordered.size();
      ordered.push_back(std::move(incident));
    }
    for (const auto& [source, place] : places) {
      project_body(kb_.incidents[source], ordered[place]);
      link_incidents(kb_.incidents[source], place, places, ordered);
    }
    for (ViewIncident& incident : ordered) std::ranges::sort(incident.repeated_by);
    return ordered;
  }

  ViewIncident project_facts(const Incident& source) const {
    const Report& report = source.report;
    const PublicWording& wording = report.public_wording;
    ViewIncident incident;
    incident.title = dictionary_.redact(wording.title.empty() ? report.title : wording.title);
    if (shows("id")) incident.id = dictionary_.redact(report.id);
    if (shows("summary")) {
      incident.summary = dictionary_.redact(wording.summary.empty() ? report.summary : wording.summary);
    }
    if (shows("resolved")) incident.state = state_of(report);
    if (shows("severity")) incident.severity = source.severity;
    if (shows("services")) {
      for (const std::size_t service : source.services) {
        if (const auto shown = public_service(service)) incident.services.push_back(*shown);
      }
      sort_once(incident.services);
    }
    if (shows("causes")) {
      for (const std::size_t cause : source.causes) {
        if (const auto shown = public_cause(cause)) incident.causes.push_back(*shown);
      }
      sort_once(incident.causes);
    }
    if (shows("tags")) {
      for (const std::string& tag : report.tags) incident.tags.push_back(dictionary_.redact(tag));
      sort_once(incident.tags);
    }
    if (shows("started")) incident.started = time_of(report.started);
    if (shows("detected")) incident.detected = time_of(report.detected);
    if (shows("acknowledged")) incident.acknowledged = time_of(report.acknowledged);
    if (shows("mitigated")) incident.mitigated = time_of(report.mitigated);
    if (shows("resolved")) incident.resolved = time_of(report.resolved);
    derive_duration(incident);
    if (shows("detection")) incident.detection = report.detection;
    if (shows("trigger")) incident.trigger = dictionary_.redact(report.trigger);
    if (shows("impact") && report.impact) {
      const Impact& impact = *report.impact;
      // What it cost the company is no part of what a customer is told.
      incident.impact = ViewImpact{dictionary_.redact(impact.summary), dictionary_.redact(impact.customers),
                                   dictionary_.redact(impact.requests), "", impact.data_loss};
    }
    if (shows("links")) {
      for (const NamedLink& link : report.links) {
        const std::string url = dictionary_.redact_url(link.url);
        if (!url.empty()) incident.links.push_back({dictionary_.redact(link.name), url});
      }
    }
    return incident;
  }

  template <typename T>
  static void sort_once(std::vector<T>& values) {
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
  }

  TreePolicy policy(const std::string& path) {
    TreePolicy policy;
    policy.dictionary = &dictionary_;
    // A link to what is not public and a link to what does not exist are the same: text.
    policy.page = [this, path](const std::string& relative) -> LinkTarget {
      const auto found = find_content(kb_, path, relative);
      if (!found) return {};
      const auto& keys = found->kind == ContentReference::Kind::incident ? incident_keys_ : guide_keys_;
      if (found->kind == ContentReference::Kind::image) return {};
      const auto key = keys.find(found->index);
      if (key == keys.end()) return {};
      LinkTarget target;
      target.kind = LinkTarget::Kind::page;
      target.value = key->second;
      return target;
    };
    policy.image = [this, path](const std::string& relative) -> LinkTarget {
      const auto found = find_content(kb_, path, relative);
      if (!found || found->kind != ContentReference::Kind::image) return {};
      return assets_.add(kb_.images[found->index], {path, 0, 0, ""}, diagnostics_);
    };
    return policy;
  }

  void project_body(const Incident& source, ViewIncident& incident) {
    const Report& report = source.report;
    const TreePolicy tree = policy(report.path);
    incident.body = Outline{};
    incident.actions.clear();
    // What stands before the first heading is the summary of those who write no headings.
    if (shows_section("summary")) incident.body.intro = project_tree(report.body.intro, tree);
    bool first = true;
    for (const Section& section : report.body.sections) {
      // A heading over the whole document names nothing of its own: what counts is below it.
      const bool wrapper = first && section.kind.empty() && section.heading.level == 1 &&
                           !section.heading.internal;
      first = false;
      if (wrapper) {
        project_sections(section.sections, false, report, tree, incident.body.sections, incident);
      } else {
        project_sections({section}, false, report, tree, incident.body.sections, incident);
      }
    }
    incident.footnotes =
        keep_footnotes(incident.body, project_tree(visible(report.footnotes), tree));
  }

  // `inside_shown`: below a section that is shown, what nobody knows belongs to it.
  void project_sections(const std::vector<Section>& sections, bool inside_shown, const Report& report,
                        const TreePolicy& tree, std::vector<Section>& out, ViewIncident& incident) {
    for (const Section& section : sections) {
      const bool shown = section.kind.empty() ? inside_shown : shows_section(section.kind);
      if (!shown || section.heading.internal) continue;
      Section copy;
      copy.kind = section.kind;
      copy.heading = project_tree({section.heading}, tree).front();
      if (section.kind == "action-items") {
        project_actions(section, report, tree, copy, incident);
      } else {
        copy.blocks = project_tree(section.blocks, tree);
        project_sections(section.sections, true, report, tree, copy.sections, incident);
      }
      out.push_back(std::move(copy));
    }
  }

  // Who does it, until when and under which ticket is nobody else's business, so the section is
  // written anew from the texts of its items; what is no item is left out.
  static void project_actions(const Section& section, const Report& report, const TreePolicy& tree,
                              Section& copy, ViewIncident& incident) {
    Node list;
    list.kind = NodeKind::list;
    list.tight = true;
    list.line = section.heading.line;
    for (const ActionItem& item : read_action_items(section, time_of(report.started))) {
      if (item.internal) continue;
      ViewActionItem shown;
      shown.text = project_tree(item.text, tree);
      shown.done = item.done;
      if (shown.text.empty()) continue;
      Node paragraph;
      paragraph.kind = NodeKind::paragraph;
      paragraph.children = shown.text;
      Node entry;
      entry.kind = NodeKind::list_item;
      entry.task = item.done ? Task::done : Task::open;
      entry.children.push_back(std::move(paragraph));
      list.children.push_back(std::move(entry));
      incident.actions.push_back(std::move(shown));
    }
    if (!list.children.empty()) copy.blocks.push_back(std::move(list));
  }

  void link_incidents(const Incident& source, IncidentIndex place,
                      const std::map<std::size_t, IncidentIndex>& places,
                      std::vector<ViewIncident>& incidents) const {
    if (shows("repeats")) {
      for (const std::size_t other : source.repeats) {
        const auto found = places.find(other);
        if (found == places.end()) continue;
        incidents[place].repeats.push_back(found->second);
        incidents[found->second].repeated_by.push_back(place);
      }
      std::ranges::sort(incidents[place].repeats);
    }
    if (shows("related")) {
      for (const std::size_t other : source.related) {
        if (const auto found = places.find(other); found != places.end()) {
          incidents[place].related.push_back(found->second);
        }
      }
      std::ranges::sort(incidents[place].related);
    }
  }

  // The file name of a guide may be internal; its title is what is published.
  void name_guides() {
    for (std::size_t i = 0; i < kb_.guides.size(); ++i) {
      if (kb_.guides[i].visibility == Visibility::public_) guide_order_.push_back(i);
    }
    std::ranges::stable_sort(guide_order_, {}, [this](std::size_t i) {
      return std::pair(kb_.guides[i].order, dictionary_.redact(kb_.guides[i].title));
    });
    UniqueNames slugs;
    for (const std::size_t i : guide_order_) {
      guide_keys_[i] = "guide/" + slugs.take(make_slug(dictionary_.redact(kb_.guides[i].title)));
    }
  }

  std::vector<ViewGuide> project_guides() {
    std::vector<ViewGuide> guides;
    for (const std::size_t i : guide_order_) {
      const Guide& source = kb_.guides[i];
      const TreePolicy tree = policy(source.path);
      ViewGuide guide;
      guide.key = guide_keys_.at(i);
      guide.slug = guide.key.substr(guide.key.find('/') + 1);
      guide.title = dictionary_.redact(source.title);
      guide.body.intro = project_tree(source.body.intro, tree);
      guide.body.sections = project_guide_sections(source.body.sections, tree);
      guide.footnotes = keep_footnotes(guide.body, project_tree(visible(source.footnotes), tree));
      guides.push_back(std::move(guide));
    }
    return guides;
  }

  // A guide says for itself that it is public; only marks take parts out of it.
  static std::vector<Section> project_guide_sections(const std::vector<Section>& sections,
                                                     const TreePolicy& tree) {
    std::vector<Section> out;
    for (const Section& section : sections) {
      if (section.heading.internal) continue;
      Section copy;
      copy.heading = project_tree({section.heading}, tree).front();
      copy.blocks = project_tree(section.blocks, tree);
      copy.sections = project_guide_sections(section.sections, tree);
      out.push_back(std::move(copy));
    }
    return out;
  }

  const KnowledgeBase& kb_;
  const ViewOptions& options_;
  Diagnostics& diagnostics_;
  const Dictionary dictionary_;
  AssetCollector assets_;
  std::vector<ViewService> services_;
  std::vector<std::optional<std::size_t>> public_services_;  // by place in Vocabulary::services
  std::vector<ViewCause> causes_;
  std::vector<std::optional<std::size_t>> public_causes_;  // by place in Vocabulary::causes
  std::map<std::size_t, std::string> incident_keys_;       // by place in KnowledgeBase::incidents
  std::vector<std::size_t> guide_order_;
  std::map<std::size_t, std::string> guide_keys_;          // by place in KnowledgeBase::guides
};

}  // namespace

View public_view(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics) {
  return PublicProjection(kb, options, diagnostics).make();
}

}  // namespace debrief
