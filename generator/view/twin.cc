#include "generator/view/twin.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/text.h"
#include "generator/extract/section_names.h"
#include "generator/model/content_paths.h"
#include "generator/view/dictionary.h"
#include "generator/view/initials.h"
#include "generator/view/inline_run.h"
#include "generator/view/noise.h"
#include "generator/view/ordinary_words.h"

namespace debrief {
namespace {

using std::chrono::days;
using std::chrono::hours;

bool is_comment(const Node& node) {
  return node.kind == NodeKind::comment || node.kind == NodeKind::comment_block;
}

bool is_inline_container(NodeKind kind) {
  return kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::table_cell;
}

class Twin {
 public:
  Twin(const KnowledgeBase& kb, const AsOf& as_of, std::uint64_t seed,
       const std::set<TwinPart>& parts)
      : original_(kb),
        as_of_(as_of),
        parts_(parts),
        policy_(kb.config.public_view),
        dictionary_(kb.config, kb.vocabulary),
        noise_(seed),
        twin_(kb) {}

  KnowledgeBase make() {
    if (changes(TwinPart::settings)) change_settings();
    if (changes(TwinPart::names)) rename_people_and_terms();
    if (changes(TwinPart::vocabulary)) change_vocabulary();
    for (std::size_t i = 0; i < twin_.incidents.size(); ++i) {
      if (is_public(i)) change_public(twin_.incidents[i]);
    }
    for (Guide& guide : twin_.guides) change_guide(guide);
    if (changes(TwinPart::incidents)) change_internal_incidents();
    if (changes(TwinPart::pictures)) change_pictures();
    return std::move(twin_);
  }

 private:
  bool changes(TwinPart part) const { return parts_.contains(part); }
  bool shows(const std::string& field) const { return policy_.fields.contains(field); }
  bool is_public(std::size_t incident) const {
    return debrief::is_public(original_, original_.incidents[incident].report, as_of_);
  }

  // ---- Settings and vocabulary ----

  void change_settings() {
    InternalViewConfig& view = twin_.config.internal_view;
    view.title = noise_.sentence();
    view.base_url = "https://" + noise_.word() + ".internal/";
    view.edit_url = "https://" + noise_.word() + ".internal/{path}";
    view.look.footer = noise_.sentence();
    view.look.accent = Color{1, 2, 3};
    MenuLink& link = view.look.menu.emplace_back();
    link.name = noise_.sentence();
    link.url = "https://" + noise_.word() + ".internal/";
    twin_.config.internal_hosts.push_back("*." + noise_.word() + ".invalid");
  }

  // Parts of names are renamed as such: whether two people share one decides what the public reads.
  // They keep their first letter, for those who are named by their initials.
  std::string renamed(std::string_view name) {
    std::string out;
    for (const std::string_view part : split(name, ' ')) {
      if (part.empty()) continue;
      std::string& rest = name_parts_[to_lower(part)];
      if (rest.empty()) rest = noise_.word();
      const bool has_initial = static_cast<unsigned char>(part.front()) < 0x80;
      out += (out.empty() ? "" : " ") + std::string(has_initial ? 1 : 0, part.front()) + rest;
    }
    return out;
  }

  void rename_people_and_terms() {
    std::map<std::string, std::set<std::string>> roles_of_part;
    for (Person& person : twin_.vocabulary.people) {
      person.handle = renamed(person.handle);
      person.name = renamed(person.name);
      person.team = noise_.word();
      for (const std::string_view part : split(person.name, ' ')) {
        roles_of_part[std::string(part)].insert(person.role);
      }
      surfaces_[person.role].push_back(person.handle);
      surfaces_[person.role].push_back(person.name);
      handles_[person.role].push_back("@" + person.handle);
    }
    for (const auto& [part, roles] : roles_of_part) {
      if (roles.size() > 1) surfaces_[std::string(kAmbiguousPerson)].push_back(part);
    }
    for (Redaction& redaction : twin_.vocabulary.redactions) {
      if (redaction.term.empty()) continue;
      redaction.term = noise_.word();
      surfaces_[redaction.replacement].push_back(redaction.term);
    }
  }

  void change_vocabulary() {
    for (Service& service : twin_.vocabulary.services) {
      service.id = noise_.word();
      service.team = noise_.word();
      service.tier = noise_.word();
      if (!service.is_public) {
        service.name = noise_.sentence();
        service.description = noise_.sentence();
      } else if (service.public_name != service.name) {
        service.name = noise_.sentence();
      }
    }
    for (std::size_t more = 1 + noise_.below(3); more > 0; --more) {
      Service service;
      service.id = noise_.word();
      service.name = noise_.word();
      twin_.vocabulary.services.push_back(std::move(service));
    }
    for (Cause& cause : twin_.vocabulary.causes) {
      cause.aliases = {noise_.word()};
      if (cause.is_public) continue;
      cause.id = noise_.word();
      cause.name = noise_.sentence();
      cause.description = noise_.sentence();
    }
  }

  // ---- Names in text ----

  // Other names that the public reads as it reads those in the text, in their places. From the
  // last to the first: putting one in moves what follows.
  std::vector<Replacement> other_names(const std::string& text) {
    std::vector<Replacement> others;
    if (!changes(TwinPart::names)) return others;
    const std::vector<Replacement> found = dictionary_.find(text);
    for (auto name = found.rbegin(); name != found.rend(); ++name) {
      const std::string_view written(text.data() + name->begin, name->end - name->begin);
      // "@dana" behind an action item owns it, and "Dana Whitfield" is text.
      const auto& all = written.starts_with('@') ? handles_ : surfaces_;
      const auto surfaces = all.find(name->text);
      if (surfaces == all.end() || looks_like_initials(written)) continue;
      const std::vector<std::string>& names = surfaces->second;
      others.push_back({name->begin, name->end, names[noise_.below(names.size())]});
    }
    return others;
  }

  void rename_in(std::string& text) {
    for (const Replacement& name : other_names(text)) {
      text.replace(name.begin, name.end - name.begin, name.text);
    }
  }

  void rename_in_line(std::vector<Node>& inlines) {
    InlineRun run(inlines);
    for (const Replacement& name : other_names(run.text())) {
      run.replace(name.begin, name.end, name.text);
    }
  }

  void change_address(Node& node) {
    if (!changes(TwinPart::names) || node.target.kind != LinkTarget::Kind::url) return;
    // An address that is its own text is text, and the public may read parts of it.
    if (plain_text(node.children) == node.target.value) return;
    // Where it led must not matter once it leads nowhere.
    if (dictionary_.redact_url(node.target.value).empty()) {
      node.target.value = "https://" + noise_.word() + ".internal/" + noise_.word();
    }
  }

  // ---- Public post-mortems ----

  void change_public(Incident& incident) {
    Report& report = incident.report;
    if (changes(TwinPart::fields)) change_fields(incident);
    change_permission(report);
    for (std::string* text : {&report.title, &report.summary, &report.trigger,
                              &report.public_wording.title, &report.public_wording.summary}) {
      rename_in(*text);
    }
    if (report.impact) {
      for (std::string* text :
           {&report.impact->summary, &report.impact->customers, &report.impact->requests}) {
        rename_in(*text);
      }
    }
    for (std::string& tag : report.tags) rename_in(tag);
    report.actions.clear();
    change_public_nodes(report.body.intro);
    change_sections(report.body.sections);
    change_public_nodes(report.footnotes);
  }

  // Somebody else approved it, or nobody where nobody need; it had to wait for another day, or for
  // none. That much is true of everything that is public.
  void change_permission(Report& report) {
    PublicWording& wording = report.public_wording;
    const Person* approver = original_.vocabulary.find_person(wording.approved_by);
    if (approver != nullptr) {
      const auto place = static_cast<std::size_t>(approver - original_.vocabulary.people.data());
      wording.approved_by = twin_.vocabulary.people[place].handle;  // as it is called there
    }
    if (!changes(TwinPart::permissions)) return;
    const std::vector<Person>& people = twin_.vocabulary.people;
    if (!policy_.approval_is_required) {
      wording.approved_by = noise_.one_in(3) ? "" : noise_.word();
    } else if (!people.empty()) {
      wording.approved_by = people[noise_.below(people.size())].handle;
    }
    wording.embargo.reset();
    if (as_of_.today && noise_.one_in(2)) {
      Timestamp day;
      day.utc = *as_of_.today - days(noise_.below(400));
      day.precision = Timestamp::Precision::day;
      wording.embargo = Embargo{day};
    }
  }

  void change_fields(Incident& incident) {
    Report& report = incident.report;
    PublicWording& wording = report.public_wording;
    if (!wording.title.empty()) report.title = noise_.sentence();
    if (!wording.summary.empty()) report.summary = noise_.sentence();
    report.review = {};
    report.review.facilitator = noise_.word();
    report.authors = {noise_.word(), noise_.word()};
    if (!shows("id")) report.id = noise_.word();
    if (!shows("summary")) report.summary = wording.summary = noise_.sentence();
    if (!shows("trigger")) report.trigger = noise_.sentence();
    if (!shows("detection")) report.detection = noise_.one_in(2) ? "alert" : "customer";
    if (!shows("tags")) report.tags = {noise_.word()};
    if (!shows("links"))
      report.links = {{noise_.word(), "https://" + noise_.word() + ".internal/"}};
    if (report.impact) report.impact->revenue = noise_.sentence();
    if (!shows("impact")) report.impact = Impact{noise_.sentence(), "", "", "", true};
    if (!shows("severity")) {
      incident.severity.reset();
    } else if (report.severity) {
      report.severity->text = noise_.word();
    }
    if (!shows("repeats")) incident.repeats.clear();
    if (!shows("related")) incident.related.clear();
    if (!shows("services")) incident.services.clear();
    if (!shows("causes")) incident.causes.clear();
    move_hidden_time("detected", report.detected, report);
    move_hidden_time("acknowledged", report.acknowledged, report);
    move_hidden_time("mitigated", report.mitigated, report);
    if (!shows("resolved")) move_hidden_time("resolved", report.resolved, report);
    // Without the end, the start says whether it is over; it is shown by one or the other.
    if (!shows("started") && !shows("resolved")) {
      move_hidden_time("started", report.started, report);
    }
  }

  void move_hidden_time(const std::string& field, std::optional<Moment>& moment,
                        const Report& report) {
    if (shows(field)) return;
    if (!moment) {
      Timestamp time;
      time.utc = report.started ? report.started->time.utc : Seconds{};
      time.utc += hours(1 + noise_.below(50));
      moment = Moment{time, report.where};
    } else {
      moment->time.utc += days(1 + noise_.below(400));
    }
  }

  // As the rules of the allow-list say: an unknown section belongs to what it is in; an unknown
  // heading of level 1 may be a title.
  void change_sections(std::vector<Section>& sections) {
    for (Section& section : sections) {
      const bool is_title = section.kind.empty() && section.heading.level == 1;
      if (is_title && !section.heading.internal) {
        change_public_nodes(section.blocks);
        change_line(section.heading);
        change_sections(section.sections);
      } else if (!section.kind.empty() && policy_.sections.contains(section.kind)) {
        change_shown_section(section);
      } else {
        hide(section);
      }
    }
    if (!changes(TwinPart::sections)) return;
    // One more that nobody reads.
    const auto& names = section_names();
    const auto hidden = std::ranges::find_if(
        names, [this](const std::string& name) { return !policy_.sections.contains(name); });
    if (hidden == names.end() || sections.empty()) return;
    Section extra;
    extra.kind = *hidden;
    extra.heading.kind = NodeKind::heading;
    extra.heading.level = std::max(2, sections.back().heading.level);
    extra.heading.children.push_back(heading_text(extra.kind));
    extra.blocks = noise_.blocks();
    sections.push_back(std::move(extra));
  }

  void change_shown_section(Section& section) {
    if (section.heading.internal) {
      hide(section);
      return;
    }
    if (section.kind == "action-items" && changes(TwinPart::assignments)) reassign(section);
    change_line(section.heading);
    change_public_nodes(section.blocks);
    for (Section& child : section.sections) {
      const bool is_shown = child.kind.empty() || policy_.sections.contains(child.kind);
      if (is_shown) {
        change_shown_section(child);
      } else {
        hide(child);
      }
    }
  }

  static Node heading_text(const std::string& kind) {
    Node node;
    node.text = kind;
    std::ranges::replace(node.text, '-', ' ');
    return node;
  }

  // What its heading says decides its name; all below it may be anything.
  void hide(Section& section) {
    const bool is_marked = section.heading.internal;
    if (!changes(is_marked ? TwinPart::marks : TwinPart::sections)) return;
    if (is_marked) {
      section.heading.children = {noise_.text()};
    } else if (!section.kind.empty()) {
      section.heading.children = {heading_text(section.kind)};
    } else {
      section.heading.children = {noise_.text()};
    }
    section.blocks = noise_.blocks();
    section.sections.clear();
  }

  void change_line(Node& line) {
    change_public_nodes(line.children);
    rename_in_line(line.children);
  }

  // Of nodes that are public but for what is marked in them.
  void change_public_nodes(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
      if (node.internal) {
        if (changes(TwinPart::marks)) scramble(node);
        continue;
      }
      if (is_comment(node)) {
        if (changes(TwinPart::marks)) node.text = noise_.sentence();
        continue;
      }
      change_address(node);
      rename_in(node.title);
      if (node.kind == NodeKind::code_block) rename_in(node.text);
      change_public_nodes(node.children);
      if (is_inline_container(node.kind)) rename_in_line(node.children);
    }
  }

  // Other content of the same mark: its replacement is public, its place is, its size is not.
  void scramble(Node& node) {
    node.title.clear();
    node.target = {};
    switch (node.kind) {
      case NodeKind::list_item:
      case NodeKind::footnote_definition:
        node.children = noise_.blocks();
        return;
      case NodeKind::table_row:
        for (Node& cell : node.children) cell.children = {noise_.text()};
        return;
      case NodeKind::table_cell:
      case NodeKind::heading:
        node.children = {noise_.text()};
        return;
      default:
        break;
    }
    const Node content = is_block(node.kind) ? noise_.paragraph() : noise_.text();
    node.kind = content.kind;
    node.text = content.text;
    node.children = content.children;
  }

  // Other people, other days: " - @zqkwvm - Due 2027-03-04" in place of what was behind the text.
  void reassign(Section& section) {
    for (Node& block : section.blocks) {
      if (block.kind != NodeKind::list) continue;
      for (Node& entry : block.children) reassign(entry);
    }
  }

  void reassign(Node& entry) {
    if (entry.internal || entry.children.size() != 1) return;
    Node& paragraph = entry.children.front();
    if (paragraph.kind != NodeKind::paragraph || paragraph.internal) return;
    Section alone;
    alone.kind = "action-items";
    Node list;
    list.kind = NodeKind::list;
    list.children.push_back(entry);
    alone.blocks.push_back(std::move(list));
    const std::vector<ActionItem> items = read_action_items(alone, std::nullopt);
    if (items.size() != 1 || items.front().text.empty() || items.front().owners.empty()) return;
    if (items.front().done != (entry.task == Task::done) || items.front().dropped) return;
    std::vector<Node> text = items.front().text;
    Node remarks;
    remarks.text = " - @" + noise_.word() + " - Due 2027-0" + std::to_string(1 + noise_.below(9)) +
                   "-1" + std::to_string(noise_.below(10));
    text.push_back(std::move(remarks));
    paragraph.children = std::move(text);
  }

  // ---- The rest ----

  void change_guide(Guide& guide) {
    if (guide.visibility == Visibility::public_) {
      rename_in(guide.title);
      change_public_nodes(guide.body.intro);
      change_guide_sections(guide.body.sections);
      change_public_nodes(guide.footnotes);
    } else if (changes(TwinPart::guides)) {
      guide.title = noise_.sentence();
      guide.order = static_cast<int>(noise_.below(100));
      guide.body = {noise_.blocks(), {}};
      guide.footnotes.clear();
    }
  }

  void change_guide_sections(std::vector<Section>& sections) {
    for (Section& section : sections) {
      if (section.heading.internal) {
        if (changes(TwinPart::marks)) {
          section.heading.children = {noise_.text()};
          section.blocks = noise_.blocks();
          section.sections.clear();
        }
        continue;
      }
      change_line(section.heading);
      change_public_nodes(section.blocks);
      change_guide_sections(section.sections);
    }
  }

  // Some ask to be public, and are not: they say no status, nobody approved them, or it is too
  // early.
  void keep_back(Report& report) {
    if (noise_.one_in(2)) return;
    report.visibility = Visibility::public_;
    report.status_is_explicit = true;
    switch (noise_.below(3)) {
      case 0:
        report.status = noise_.one_in(2) ? Status::draft : Status::in_review;
        return;
      case 1:
        if (policy_.approval_is_required) {
          report.public_wording.approved_by = noise_.one_in(2) ? "" : noise_.word();
          return;
        }
        [[fallthrough]];
      default:
        // A day after all days is as good as the next one where nobody knows which day it is.
        Timestamp day;
        day.utc = as_of_.today.value_or(Day(days(60'000))) + days(1 + noise_.below(400));
        day.precision = Timestamp::Precision::day;
        report.public_wording.embargo = Embargo{day};
    }
  }

  Incident noise_incident() {
    Incident incident;
    Report& report = incident.report;
    report.path = "incidents/" + noise_.word() + ".md";
    report.id = noise_.word();
    report.title = noise_.sentence();
    report.summary = noise_.sentence();
    report.tags = {noise_.word()};
    Timestamp time;
    time.utc = Seconds(hours(24 * (18000 + noise_.below(3000))));
    report.started = Moment{time, {}};
    report.body.intro = noise_.blocks();
    for (std::size_t i = 0; i < twin_.vocabulary.services.size(); ++i) {
      if (noise_.one_in(3)) incident.services.push_back(i);
    }
    for (std::size_t i = 0; i < twin_.vocabulary.causes.size(); ++i) {
      if (noise_.one_in(4)) incident.causes.push_back(i);
    }
    if (!twin_.config.severities.empty()) {
      incident.severity = noise_.below(twin_.config.severities.size());
    }
    keep_back(report);
    return incident;
  }

  // Rewritten, left out, added; in the order of their paths, as a knowledge base is.
  void change_internal_incidents() {
    struct Placed {
      Incident incident;
      std::optional<std::size_t> old_place;
    };
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < twin_.incidents.size(); ++i) {
      if (is_public(i)) {
        placed.push_back({std::move(twin_.incidents[i]), i});
      } else if (!noise_.one_in(3)) {
        placed.push_back({noise_incident(), i});
      }
    }
    for (std::size_t more = noise_.below(4); more > 0; --more) {
      placed.push_back({noise_incident(), std::nullopt});
    }
    std::ranges::stable_sort(placed, {}, [](const Placed& each) -> const std::string& {
      return each.incident.report.path;
    });
    std::map<std::size_t, std::size_t> places;
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (placed[i].old_place) places[*placed[i].old_place] = i;
    }
    twin_.incidents.clear();
    for (Placed& each : placed) {
      move_references(each.incident.repeats, places);
      move_references(each.incident.related, places);
      twin_.incidents.push_back(std::move(each.incident));
    }
  }

  static void move_references(std::vector<std::size_t>& references,
                              const std::map<std::size_t, std::size_t>& places) {
    std::vector<std::size_t> moved;
    for (const std::size_t reference : references) {
      if (const auto found = places.find(reference); found != places.end()) {
        moved.push_back(found->second);
      }
    }
    references = std::move(moved);
  }

  // A picture is public if public text shows it.
  void mark_shown(const std::vector<Node>& nodes, const std::string& path,
                  std::set<std::size_t>& shown) const {
    for (const Node& node : nodes) {
      if (node.internal) continue;
      if (node.target.kind == LinkTarget::Kind::relative) {
        const auto found = find_content(original_, path, node.target.value);
        if (found && found->kind == ContentReference::Kind::image) shown.insert(found->index);
      }
      mark_shown(node.children, path, shown);
    }
  }

  void mark_shown(const std::vector<Section>& sections, const std::string& path,
                  std::set<std::size_t>& shown) const {
    for (const Section& section : sections) {
      const bool is_known_hidden =
          !section.kind.empty() && !policy_.sections.contains(section.kind);
      if (section.heading.internal || is_known_hidden) continue;
      mark_shown(section.blocks, path, shown);
      mark_shown(section.sections, path, shown);
    }
  }

  // A guide shows sections of any name.
  void mark_guide(const std::vector<Section>& sections, const std::string& path,
                  std::set<std::size_t>& shown) const {
    for (const Section& section : sections) {
      if (section.heading.internal) continue;
      mark_shown(section.blocks, path, shown);
      mark_guide(section.sections, path, shown);
    }
  }

  void change_pictures() {
    std::set<std::size_t> shown;
    for (std::size_t i = 0; i < original_.incidents.size(); ++i) {
      const Report& report = original_.incidents[i].report;
      if (!is_public(i)) continue;
      mark_shown(report.body.intro, report.path, shown);
      mark_shown(report.body.sections, report.path, shown);
      mark_shown(report.footnotes, report.path, shown);
    }
    for (const Guide& guide : original_.guides) {
      if (guide.visibility != Visibility::public_) continue;
      mark_shown(guide.body.intro, guide.path, shown);
      mark_guide(guide.body.sections, guide.path, shown);
      mark_shown(guide.footnotes, guide.path, shown);
    }
    for (std::size_t i = 0; i < twin_.images.size(); ++i) {
      if (original_.images[i].path == policy_.look.logo) continue;
      if (!shown.contains(i)) twin_.images[i].bytes = noise_.sentence();
    }
  }

  const KnowledgeBase& original_;
  const AsOf& as_of_;
  const std::set<TwinPart>& parts_;
  const PublicViewConfig& policy_;
  const Dictionary dictionary_;
  Noise noise_;
  KnowledgeBase twin_;
  std::map<std::string, std::string> name_parts_;  // by lower case
  // Names by what the public reads in their place; those of `handles_` begin with '@'.
  std::map<std::string, std::vector<std::string>> surfaces_, handles_;
};

}  // namespace

std::string_view describe(TwinPart part) {
  switch (part) {
    case TwinPart::settings:
      return "settings of the internal site";
    case TwinPart::names:
      return "names of people and terms";
    case TwinPart::vocabulary:
      return "services and causes that are not public";
    case TwinPart::incidents:
      return "post-mortems that are not public";
    case TwinPart::fields:
      return "fields that are not on the allow-list";
    case TwinPart::permissions:
      return "approvals, and embargoes that have ended";
    case TwinPart::sections:
      return "sections that are not on the allow-list";
    case TwinPart::marks:
      return "text inside redaction marks and comments";
    case TwinPart::assignments:
      return "owners and days of action items";
    case TwinPart::guides:
      return "guide pages that are not public";
    case TwinPart::pictures:
      return "pictures that no public text shows";
  }
  return "";
}

const std::set<TwinPart>& all_twin_parts() {
  static const std::set<TwinPart> kAll = {
      TwinPart::settings,    TwinPart::names,       TwinPart::vocabulary, TwinPart::incidents,
      TwinPart::fields,      TwinPart::permissions, TwinPart::sections,   TwinPart::marks,
      TwinPart::assignments, TwinPart::guides,      TwinPart::pictures};
  return kAll;
}

KnowledgeBase make_twin(const KnowledgeBase& kb, const AsOf& as_of, std::uint64_t seed,
                        const std::set<TwinPart>& parts) {
  return Twin(kb, as_of, seed, parts).make();
}

}  // namespace debrief
