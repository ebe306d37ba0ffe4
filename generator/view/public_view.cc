// The only door to the public. Every value that leaves here is copied by a line of this file,
// under the allow-list, through the dictionary; whatever else an Incident learns to hold stays
// inside until somebody writes such a line.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "generator/base/slug.h"
#include "generator/base/sort_once.h"
#include "generator/extract/action_item.h"
#include "generator/model/content_paths.h"
#include "generator/view/action_remarks.h"
#include "generator/view/assets.h"
#include "generator/view/body_facts.h"
#include "generator/view/detections.h"
#include "generator/view/dictionary.h"
#include "generator/view/incident_facts.h"
#include "generator/view/look.h"
#include "generator/view/make_view.h"
#include "generator/view/public_sections.h"
#include "generator/view/public_texts.h"
#include "generator/view/public_vocabulary.h"
#include "generator/view/tree_projection.h"
#include "generator/view/view_builder.h"
#include "generator/view/visible_tree.h"

namespace debrief {
namespace {

// What its marks leave of a document; all that is published is read from it.
struct VisibleText {
  Outline body;
  std::vector<Node> footnotes;
};

VisibleText visible_text(const Outline& body, const std::vector<Node>& footnotes) {
  return {visible_outline(body), visible_footnotes(footnotes)};
}

// "Capacity: Connection pool": a cause as its page would be called.
std::string full_name(const std::vector<ViewCause>& causes, const ViewCause& cause) {
  return cause.parent ? causes[*cause.parent].name + ": " + cause.name : cause.name;
}

bool says_nothing(const ViewImpact& impact) {
  return impact.summary.empty() && impact.customers.empty() && impact.requests.empty() &&
         !impact.data_loss;
}

class PublicProjection {
 public:
  PublicProjection(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics)
      : kb_(kb),
        options_(options),
        diagnostics_(diagnostics),
        dictionary_(kb.config, kb.vocabulary),
        vocabulary_(kb, dictionary_),
        sections_(kb.config.public_view.sections),
        detections_(Audience::public_, kb.vocabulary, diagnostics),
        assets_(Audience::public_, kb.config.public_view.image_types) {}

  View make() {
    ViewSite site;
    site.title = dictionary_.redact(kb_.config.public_view.title);
    site.base_url = options_.base_url.empty() ? kb_.config.public_view.base_url : options_.base_url;
    site.language = kb_.config.language;
    site.time_zone = kb_.config.time_zone;

    name_guides();
    ViewReports reports = project_reports();
    std::vector<ViewGuide> guides = project_guides();
    site.look = view_look({kb_, kb_.config.public_view.look, &dictionary_,
                           [this](std::size_t guide) {
                             const auto key = guide_keys_.find(guide);
                             return key == guide_keys_.end() ? std::string() : key->second;
                           }},
                          assets_, diagnostics_);
    return ViewBuilder::make(Audience::public_, std::move(site), vocabulary_.severities(),
                             vocabulary_.services(), vocabulary_.causes(), std::move(reports),
                             std::move(guides), assets_.take());
  }

  // In place of make(): single texts, with links into the internal site.
  std::map<std::size_t, ViewPublicText> texts(const InternalTargets& targets) {
    internal_targets_ = &targets;
    for (const auto& [place, key] : targets.incidents) {
      if (is_public(kb_.incidents[place].report)) report_keys_[place] = key;
    }
    for (const auto& [place, key] : targets.guides) {
      if (kb_.guides[place].visibility == Visibility::public_) guide_keys_[place] = key;
    }
    std::map<std::size_t, ViewPublicText> out;
    for (const auto& [place, key] : targets.incidents) {
      const Incident& source = kb_.incidents[place];
      if (source.report.visibility != Visibility::public_) continue;
      ViewIncident incident = project_facts(source);
      project_body(source.report, text_of_report(source.report), incident);
      project_times(source.report, incident);
      out.emplace(place, public_text(std::move(incident)));
    }
    for (auto& [place, key] : public_keys(out)) out.at(place).key = std::move(key);
    return out;
  }

 private:
  bool is_public(const Report& report) const {
    return debrief::is_public(kb_, report, options_.as_of);
  }

  bool shows(const std::string& field) const {
    return kb_.config.public_view.fields.contains(field);
  }

  ViewPublicText public_text(ViewIncident incident) const {
    ViewPublicText text;
    text.id = std::move(incident.id);
    text.title = std::move(incident.title);
    text.summary = std::move(incident.summary);
    text.state = incident.state;
    if (incident.severity) text.severity = vocabulary_.severities()[*incident.severity].label;
    for (const std::size_t i : incident.services) {
      text.services.push_back(vocabulary_.services()[i].name);
    }
    for (const std::size_t i : incident.causes) {
      text.causes.push_back(full_name(vocabulary_.causes(), vocabulary_.causes()[i]));
    }
    text.tags = std::move(incident.tags);
    text.started = incident.started;
    text.detected = incident.detected;
    text.acknowledged = incident.acknowledged;
    text.mitigated = incident.mitigated;
    text.resolved = incident.resolved;
    text.duration = incident.duration;
    text.duration_is_approximate = incident.duration_is_approximate;
    text.detection = std::move(incident.detection);
    text.trigger = std::move(incident.trigger);
    text.impact = std::move(incident.impact);
    text.links = std::move(incident.links);
    text.body = std::move(incident.body);
    text.footnotes = std::move(incident.footnotes);
    return text;
  }

  VisibleText text_of_report(const Report& report) const {
    VisibleText text = visible_text(report.body, report.footnotes);
    sections_.keep_shown_actions(text.body.sections);
    return text;
  }

  ViewReports project_reports() {
    std::vector<std::size_t> sources;  // in KnowledgeBase::incidents
    std::vector<VisibleText> texts;
    for (std::size_t i = 0; i < kb_.incidents.size(); ++i) {
      const Report& report = kb_.incidents[i].report;
      if (!is_public(report)) continue;
      sources.push_back(i);
      texts.push_back(text_of_report(report));
      if (sections_.show("action-items", false)) {
        check_public_actions(texts.back().body, report.path, dictionary_, diagnostics_);
      }
    }
    // The bodies come first, without links between incidents: the order of the view, and with
    // it the addresses, may depend on the public text alone.
    std::vector<ViewIncident> facts;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      facts.push_back(project_facts(kb_.incidents[sources[i]]));
      project_body(kb_.incidents[sources[i]].report, texts[i], facts.back());
      project_times(kb_.incidents[sources[i]].report, facts.back());
      detections_.check(facts.back(), kb_.incidents[sources[i]].report);
    }
    ViewReports reports;
    ReportPlaces places;
    const std::vector<std::size_t> order = name_reports(sources, facts);
    for (const std::size_t place : order) {
      ViewIncident& incident = facts[place];
      const ReportKind kind = kb_.incidents[sources[place]].report.kind;
      report_keys_[sources[place]] = incident.key;
      places[sources[place]] = {kind, reports.of(kind).size()};
      reports.of(kind).push_back(std::move(incident));
    }
    for (const std::size_t place : order) {
      const std::size_t source = sources[place];
      const Report& report = kb_.incidents[source].report;
      ViewIncident& incident = reports.of(report.kind)[places.at(source).index];
      project_body(report, texts[place], incident);
      project_times(report, incident);
      check_end(report, incident);
      read_reasons(incident);
      link_incidents(source, places, reports.incidents);
    }
    for (ViewIncident& incident : reports.incidents) std::ranges::sort(incident.repeated_by);
    return reports;
  }

  // Their order in the view, and in this order their addresses, each once. `facts` are those of
  // `sources`, without links between incidents.
  std::vector<std::size_t> name_reports(const std::vector<std::size_t>& sources,
                                        std::vector<ViewIncident>& facts) const {
    std::map<ReportKind, UniqueNames> slugs;
    std::vector<std::size_t> order = view_order(facts);
    for (const std::size_t place : order) {
      ViewIncident& incident = facts[place];
      const ReportKind kind = kb_.incidents[sources[place]].report.kind;
      const std::string date = date_prefix(incident);
      incident.slug =
          slugs[kind].take(make_slug(date.empty() ? incident.title : date + " " + incident.title));
      incident.key = page_key(kind, incident.slug);
    }
    return order;
  }

  // What name_reports() calls those that are public, by place in KnowledgeBase::incidents. `texts`
  // has links between incidents; where two can be told apart by their text alone, it is made again
  // without.
  std::map<std::size_t, std::string> public_keys(
      const std::map<std::size_t, ViewPublicText>& texts) {
    std::vector<std::size_t> sources;
    std::vector<ViewIncident> facts;
    std::map<std::pair<std::string, std::optional<Seconds>>, int> alike;
    const auto likeness = [](const ViewIncident& incident) {
      return std::pair(incident.title,
                       incident.started ? std::optional(incident.started->utc) : std::nullopt);
    };
    for (const auto& [place, text] : texts) {
      if (!is_public(kb_.incidents[place].report)) continue;
      sources.push_back(place);
      ViewIncident& incident = facts.emplace_back();
      incident.title = text.title;
      incident.started = text.started;
      ++alike[likeness(incident)];
    }
    report_keys_.clear();
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (alike.at(likeness(facts[i])) == 1) continue;
      const Incident& source = kb_.incidents[sources[i]];
      facts[i] = project_facts(source);
      project_body(source.report, text_of_report(source.report), facts[i]);
      project_times(source.report, facts[i]);
    }
    name_reports(sources, facts);
    std::map<std::size_t, std::string> keys;
    for (std::size_t i = 0; i < sources.size(); ++i) keys[sources[i]] = facts[i].key;
    return keys;
  }

  ViewIncident project_facts(const Incident& source) const {
    const Report& report = source.report;
    const PublicWording& wording = report.public_wording;
    ViewIncident incident;
    incident.title = dictionary_.redact(wording.title.empty() ? report.title : wording.title);
    if (shows("id")) incident.id = dictionary_.redact(report.id);
    if (shows("summary")) {
      incident.summary =
          dictionary_.redact(wording.summary.empty() ? report.summary : wording.summary);
    }
    if (shows("severity")) incident.severity = source.severity;
    incident.services = vocabulary_.services_of(source);
    incident.causes = vocabulary_.causes_of(source);
    if (shows("tags")) {
      for (const std::string& tag : report.tags) incident.tags.push_back(dictionary_.redact(tag));
      sort_once(incident.tags);
    }
    if (shows("detection")) incident.detection = report.detection;
    if (shows("trigger")) incident.trigger = dictionary_.redact(report.trigger);
    if (shows("impact") && report.impact) {
      const Impact& impact = *report.impact;
      // What it cost the company is no part of what a customer is told.
      incident.impact =
          ViewImpact{dictionary_.redact(impact.summary), dictionary_.redact(impact.customers),
                     dictionary_.redact(impact.requests), "", impact.data_loss};
      if (says_nothing(*incident.impact)) incident.impact.reset();
    }
    if (shows("links")) {
      for (const NamedLink& link : report.links) {
        const std::string url = dictionary_.redact_url(link.url);
        if (!url.empty()) incident.links.push_back({dictionary_.redact(link.name), url});
      }
    }
    return incident;
  }

  // Customers would read for ever that it goes on.
  void check_end(const Report& report, const ViewIncident& incident) const {
    if (report.kind != ReportKind::incident || incident.state != IncidentState::open) return;
    if (state_of(report, report.times) != IncidentState::resolved) return;
    diagnostics_.warning("open-to-the-public", report.where,
                         "it is over, but the public site will show it as ongoing: the end stands "
                         "only in what the public does not read; write 'resolved: ' with the time "
                         "into the front matter, and have 'resolved' among the public fields");
  }

  // The timeline that the public reads, completed by what else the public reads: an entry that is
  // not shown moves no time, and a time that is not shown completes no entry.
  void project_times(const Report& report, ViewIncident& incident) const {
    FrontMatterTimes known = front_matter_times(report);
    if (!shows("started")) known.started.reset();
    if (!shows("detected")) known.detected.reset();
    if (!shows("acknowledged")) known.acknowledged.reset();
    if (!shows("mitigated")) known.mitigated.reset();
    if (!shows("resolved")) known.resolved.reset();
    const Timeline timeline = read_timeline(incident.body, {known.started, &kb_.config.time_zone});
    incident.timeline = view_timeline(timeline);
    const IncidentTimes times = incident_times(known, timeline, labelled_values(incident.body));
    set_times(incident, times,
              [this](Phase phase) { return shows(std::string(to_string(phase))); });
    if (shows("resolved") && (shows("started") || incident.resolved || report.is_resolved)) {
      incident.state = state_of(report, times);
    }
  }

  TreePolicy policy(const std::string& path) {
    TreePolicy policy;
    policy.dictionary = &dictionary_;
    // A link to what is not public and a link to what does not exist are the same: text.
    policy.page = [this, path](const std::string& relative) -> LinkTarget {
      const auto found = find_content(kb_, path, relative);
      if (!found) return {};
      const auto& keys =
          found->kind == ContentReference::Kind::incident ? report_keys_ : guide_keys_;
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
      const LinkTarget asset =
          assets_.add(kb_.images[found->index], {path, 0, 0, ""}, diagnostics_);
      const bool is_shown = asset.kind != LinkTarget::Kind::none;
      return is_shown && internal_targets_ ? internal_targets_->image(found->index) : asset;
    };
    return policy;
  }

  void project_body(const Report& report, const VisibleText& text, ViewIncident& incident) {
    const TreePolicy tree = policy(report.path);
    incident.body = Outline{};
    incident.actions.clear();
    if (sections_.show_intro()) incident.body.intro = project_tree(text.body.intro, tree);
    for (const Section& section : text.body.sections) {
      if (!incident.body.sections.empty() ||
          !PublicSections::is_title(section.kind, section.heading)) {
        project_section(section, false, tree, incident);
        continue;
      }
      if (sections_.show_intro() && incident.body.intro.empty()) {
        incident.body.intro = project_tree(section.blocks, tree);
      }
      for (const Section& child : section.sections) project_section(child, false, tree, incident);
    }
    incident.footnotes = keep_footnotes(incident.body, text.footnotes, tree);
    keep_fragments(incident.body, incident.footnotes);
    collect_actions(incident.body.sections, incident.actions);
  }

  // From the text as it is published: project_actions has left nothing but items in it.
  static void collect_actions(const std::vector<Section>& sections,
                              std::vector<ViewActionItem>& actions) {
    for (const Section& section : sections) {
      collect_actions(section.sections, actions);
      if (section.kind != "action-items" || section.blocks.empty()) continue;
      for (const Node& item : section.blocks.front().children) {
        ViewActionItem shown;
        shown.text = item.children.front().children;
        shown.done = item.task == Task::done;
        shown.line = item.line;
        drop_footnote_references(shown.text);
        actions.push_back(std::move(shown));
      }
    }
  }

  void project_section(const Section& section, bool inside_shown, const TreePolicy& tree,
                       ViewIncident& incident) {
    project_section(section, inside_shown, tree, incident.body.sections);
  }

  void project_section(const Section& section, bool inside_shown, const TreePolicy& tree,
                       std::vector<Section>& out) {
    if (!sections_.show(section.kind, inside_shown)) return;
    Section copy;
    copy.kind = section.kind;
    copy.heading = project_tree({section.heading}, tree).front();
    if (section.kind == "action-items") {
      project_actions(section, tree, copy);
    } else {
      copy.blocks = project_tree(section.blocks, tree);
      for (const Section& child : section.sections) {
        project_section(child, true, tree, copy.sections);
      }
    }
    out.push_back(std::move(copy));
  }

  // Who does it, until when and under which ticket is nobody else's business, so the section is
  // written anew from the texts of its items; what is no item is left out.
  static void project_actions(const Section& section, const TreePolicy& tree, Section& copy) {
    Node list;
    list.kind = NodeKind::list;
    list.tight = true;
    for (const ActionItem& item : read_action_items(section, std::nullopt)) {
      Node paragraph;
      paragraph.kind = NodeKind::paragraph;
      paragraph.children = project_tree(item.text, tree);
      if (paragraph.children.empty()) continue;
      Node entry;
      entry.kind = NodeKind::list_item;
      entry.line = item.line;
      entry.task = item.done ? Task::done : Task::open;
      entry.children.push_back(std::move(paragraph));
      list.children.push_back(std::move(entry));
    }
    if (list.children.empty()) return;
    list.line = list.children.front().line;
    copy.blocks.push_back(std::move(list));
  }

  void link_incidents(std::size_t source, const ReportPlaces& places,
                      std::vector<ViewIncident>& incidents) const {
    const std::optional<IncidentIndex> place = incident_at(places, source);
    if (!place) return;
    ViewIncident& incident = incidents[*place];
    if (shows("repeats")) {
      for (const std::size_t other : kb_.incidents[source].repeats) {
        const std::optional<IncidentIndex> earlier = incident_at(places, other);
        if (!earlier) continue;
        incident.repeats.push_back(*earlier);
        incidents[*earlier].repeated_by.push_back(*place);
      }
      std::ranges::sort(incident.repeats);
    }
    if (shows("related")) {
      for (const std::size_t other : kb_.incidents[source].related) {
        if (const auto found = incident_at(places, other)) incident.related.push_back(*found);
      }
      std::ranges::sort(incident.related);
    }
  }

  struct GuideText {
    std::size_t source;  // in KnowledgeBase::guides
    std::string title;
    VisibleText text;
  };

  // The file name of a guide may be internal; its title and text are what is published.
  void name_guides() {
    for (std::size_t i = 0; i < kb_.guides.size(); ++i) {
      const Guide& guide = kb_.guides[i];
      if (guide.visibility != Visibility::public_) continue;
      guides_.push_back(
          {i, dictionary_.redact(guide.title), visible_text(guide.body, guide.footnotes)});
    }
    std::ranges::stable_sort(guides_, {}, [this](const GuideText& guide) {
      return std::tuple(kb_.guides[guide.source].order, guide.title, text_of(guide.text.body));
    });
    UniqueNames slugs;
    for (const GuideText& guide : guides_) {
      guide_keys_[guide.source] = "guide/" + slugs.take(make_slug(guide.title));
    }
  }

  std::vector<ViewGuide> project_guides() {
    std::vector<ViewGuide> guides;
    for (const GuideText& source : guides_) {
      const TreePolicy tree = policy(kb_.guides[source.source].path);
      ViewGuide guide;
      guide.key = guide_keys_.at(source.source);
      guide.slug = guide.key.substr(guide.key.find('/') + 1);
      guide.title = source.title;
      guide.body.intro = project_tree(source.text.body.intro, tree);
      guide.body.sections = project_guide_sections(source.text.body.sections, tree);
      guide.footnotes = keep_footnotes(guide.body, source.text.footnotes, tree);
      keep_fragments(guide.body, guide.footnotes);
      detections_.check(guide, kb_.guides[source.source].path);
      guides.push_back(std::move(guide));
    }
    return guides;
  }

  // A guide says for itself that it is public; only marks take parts out of it.
  static std::vector<Section> project_guide_sections(const std::vector<Section>& sections,
                                                     const TreePolicy& tree) {
    std::vector<Section> out;
    for (const Section& section : sections) {
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
  const PublicVocabulary vocabulary_;
  const PublicSections sections_;
  DetectionReporter detections_;
  AssetCollector assets_;
  const InternalTargets* internal_targets_ = nullptr;  // of texts()
  std::map<std::size_t, std::string> report_keys_;     // by place in KnowledgeBase::incidents
  std::vector<GuideText> guides_;                      // in the order of the view
  std::map<std::size_t, std::string> guide_keys_;      // by place in KnowledgeBase::guides
};

}  // namespace

View public_view(const KnowledgeBase& kb, const ViewOptions& options, Diagnostics& diagnostics) {
  return PublicProjection(kb, options, diagnostics).make();
}

std::map<std::size_t, ViewPublicText> public_texts(const KnowledgeBase& kb, const AsOf& as_of,
                                                   const InternalTargets& targets) {
  ViewOptions options;
  options.as_of = as_of;
  Diagnostics ignored;
  return PublicProjection(kb, options, ignored).texts(targets);
}

}  // namespace debrief
