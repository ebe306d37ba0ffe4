#include "generator/compare/page_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <string_view>
#include <utility>

#include "generator/base/hash.h"
#include "generator/base/text.h"
#include "generator/compare/text_lines.h"

namespace debrief {

namespace {

using Part = PageLine::Part;

std::string one_line(std::string_view text) {
  return visible_text(collapse_spaces(text));
}

std::string joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, ", "));
}

class PageWriter {
 public:
  PageWriter(std::string kind, std::string address, std::string_view title) {
    page_.kind = std::move(kind);
    page_.address = std::move(address);
    page_.title = one_line(title);
  }

  void fact(std::string_view name, std::string_view value) {
    const std::string text = one_line(value);
    if (!text.empty()) add(Part::facts, "", fmt::format("{}: {}", name, text));
  }
  void fact(std::string_view name, const std::optional<Timestamp>& time) {
    if (time) fact(name, to_string(*time));
  }

  void body(const Outline& outline) {
    blocks(Part::body, "Text", outline.intro);
    sections("", outline.sections);
  }
  void footnotes(const std::vector<Node>& nodes) { blocks(Part::footnotes, "Footnotes", nodes); }
  void action(std::string text) { add(Part::actions, "Action items", std::move(text)); }

  void identity(std::string text) { page_.identities.push_back(std::move(text)); }
  void date(std::string text) { page_.date = std::move(text); }

  // The text without facts, to know a document again that has another name.
  std::string body_text() const {
    std::string text;
    for (const PageLine& line : page_.lines) {
      if (line.part == Part::body) text += line.text + "\n";
    }
    return text;
  }

  PageText take() { return std::move(page_); }

 private:
  void add(Part part, const std::string& place, std::string text, bool is_heading = false) {
    page_.lines.push_back({part, place, std::move(text), is_heading});
  }

  // The empty line above a block belongs to what is above it.
  void separate(Part part) {
    if (page_.lines.empty() || page_.lines.back().part != part) return;
    add(part, std::string(page_.lines.back().place), "");
  }

  void blocks(Part part, const std::string& place, const std::vector<Node>& nodes) {
    std::vector<std::string> lines = block_lines(nodes);
    if (lines.empty()) return;
    separate(part);
    for (std::string& line : lines) add(part, place, std::move(line));
  }

  void sections(const std::string& above, const std::vector<Section>& sections_of) {
    for (const Section& section : sections_of) {
      const std::string name = one_line(plain_text(section.heading.children));
      const std::string place = above.empty() ? name : above + " › " + name;
      separate(Part::body);
      for (std::string& line : block_lines({section.heading})) {
        add(Part::body, place, std::move(line), true);
      }
      blocks(Part::body, place, section.blocks);
      sections(place, section.sections);
    }
  }

  PageText page_;
};

std::string_view state_text(ViewIncident::State state) {
  switch (state) {
    case ViewIncident::State::open:
      return "open";
    case ViewIncident::State::resolved:
      return "resolved";
    case ViewIncident::State::unknown:
      return "";
  }
  return "";
}

// The day it began in UTC, as in addresses.
std::string date_text(const std::optional<Timestamp>& started) {
  if (!started) return "";
  constexpr std::string_view kDay = "2026-02-15";
  const std::size_t length = started->precision == Timestamp::Precision::year    ? 4
                             : started->precision == Timestamp::Precision::month ? 7
                                                                                 : kDay.size();
  return format_rfc3339(started->utc).substr(0, length);
}

std::string action_text(const ViewActionItem& item) {
  std::vector<std::string> remarks;
  if (!item.priority.empty()) remarks.push_back(item.priority);
  if (!item.type.empty()) remarks.push_back(item.type);
  if (!item.owners.empty()) remarks.push_back(joined(item.owners));
  if (item.due) remarks.push_back("due " + to_string(*item.due));
  if (!item.progress.empty()) remarks.push_back(item.progress);
  if (!item.ticket.empty()) remarks.push_back(item.ticket);
  if (!item.ticket_url.empty()) remarks.push_back(item.ticket_url);
  std::string text = item.done ? "[x]" : "[ ]";
  for (const std::string& line : inline_lines(item.text)) text += " " + line;
  return remarks.empty()
             ? text
             : fmt::format("{} ({})", text, one_line(fmt::format("{}", fmt::join(remarks, "; "))));
}

class ViewWriter {
 public:
  explicit ViewWriter(const View& view) : view_(view) {}

  ViewText write() const {
    ViewText text;
    text.site = site();
    for (const ViewIncident& item : view_.incidents()) {
      text.incidents.push_back(incident("incident", item));
    }
    for (const ViewIncident& item : view_.maintenance()) {
      text.incidents.push_back(incident("maintenance", item));
    }
    for (const ViewGuide& item : view_.guides()) text.guides.push_back(guide(item));
    for (const ViewService& item : view_.services()) text.services.push_back(service(item));
    for (const ViewCause& item : view_.causes()) text.causes.push_back(cause(item));
    for (const ViewSeverity& item : view_.severities()) text.severities.push_back(severity(item));
    for (const ViewAsset& item : view_.assets()) text.pictures.push_back(picture(item));
    return text;
  }

 private:
  PageText site() const {
    const ViewSite& site = view_.site();
    PageWriter page("site", "", site.title);
    page.fact("Title", site.title);
    page.fact("Address", site.base_url);
    page.fact("Language", site.language);
    page.fact("Time zone", site.time_zone.name());
    page.fact("Edit links", site.edit_url);
    const ViewLook& look = site.look;
    page.fact("Logo", look.logo);
    if (look.accent) page.fact("Colour", to_string(*look.accent));
    if (look.accent_dark) page.fact("Colour in the dark", to_string(*look.accent_dark));
    for (const ViewMenuLink& link : look.menu) page.fact("Menu", own_link(link));
    page.fact("Footer", look.footer);
    for (const ViewMenuLink& link : look.footer_links) page.fact("Footer", own_link(link));
    return page.take();
  }

  static std::string own_link(const ViewMenuLink& link) {
    return fmt::format("{} ({}{})", link.name, link.url, link.page);
  }

  PageText incident(std::string_view kind, const ViewIncident& incident) const {
    PageWriter page(std::string(kind), incident.slug, incident.title);
    page.date(date_text(incident.started));
    page.fact("Title", incident.title);
    page.fact("Id", incident.id);
    page.fact("Summary", incident.summary);
    // What was announced is neither open nor resolved.
    if (kind != "maintenance") page.fact("State", state_text(incident.state));
    if (incident.severity) page.fact("Severity", view_.severities()[*incident.severity].label);
    page.fact("Severity as written", incident.severity_label);
    add_references(incident, page);
    add_times(incident, page);
    page.fact("Detection", incident.detection);
    page.fact("Trigger", incident.trigger);
    if (incident.impact) add_impact(*incident.impact, page);
    page.fact("Authors", joined(incident.authors));
    for (const ViewLink& link : incident.links) page.fact("Link", link.name + " " + link.url);
    page.fact("Workflow", incident.workflow);
    page.fact("File", incident.source_path);
    if (view_.is_internal()) page.fact("Public", incident.is_public() ? "yes" : "no");
    page.fact("Approved by", incident.publication.approved_by);
    if (const auto& first_day = incident.publication.first_day) {
      page.fact("Not before", to_string(*first_day));
    }
    page.body(incident.body);
    page.footnotes(incident.footnotes);
    // The public ones are those of the text, without anything added to them.
    if (view_.is_internal()) {
      for (const ViewActionItem& item : incident.actions) page.action(action_text(item));
    }

    const std::string start = incident.started ? to_string(*incident.started) : "";
    const bool has_clock = incident.started && incident.started->has_clock();
    page.identity(incident.title + "\n" + start);
    page.identity(incident.source_path);
    page.identity(incident.id);
    page.identity(page.body_text());
    page.identity(incident.title);
    page.identity(has_clock ? start : "");
    return page.take();
  }

  void add_references(const ViewIncident& incident, PageWriter& page) const {
    std::vector<std::string> services;
    std::vector<std::string> causes;
    for (const std::size_t i : incident.services) services.push_back(view_.services()[i].name);
    for (const std::size_t i : incident.causes) causes.push_back(view_.causes()[i].key);
    page.fact("Services", joined(services));
    page.fact("Causes", joined(causes));
    page.fact("Tags", joined(incident.tags));
    page.fact("Repeats", slugs(incident.repeats));
    page.fact("Repeated by", slugs(incident.repeated_by));
    page.fact("Related", slugs(incident.related));
  }

  std::string slugs(const std::vector<IncidentIndex>& incidents) const {
    std::vector<std::string> found;
    for (const IncidentIndex incident : incidents)
      found.push_back(view_.incidents()[incident].slug);
    return joined(found);
  }

  static void add_times(const ViewIncident& incident, PageWriter& page) {
    page.fact("Started", incident.started);
    page.fact("Detected", incident.detected);
    page.fact("Acknowledged", incident.acknowledged);
    page.fact("Mitigated", incident.mitigated);
    page.fact("Resolved", incident.resolved);
    if (incident.duration) {
      page.fact("Duration", fmt::format("{}{} s", incident.duration_is_approximate ? "about " : "",
                                        incident.duration->count()));
    }
    if (incident.times_in_doubt) page.fact("Times", "in doubt");
  }

  static void add_impact(const ViewImpact& impact, PageWriter& page) {
    page.fact("Impact", impact.summary);
    page.fact("Customers", impact.customers);
    page.fact("Requests", impact.requests);
    page.fact("Revenue", impact.revenue);
    if (impact.data_loss) page.fact("Data lost", *impact.data_loss ? "yes" : "no");
  }

  static PageText guide(const ViewGuide& guide) {
    PageWriter page("guide", guide.slug, guide.title);
    page.fact("Title", guide.title);
    page.fact("File", guide.source_path);
    page.body(guide.body);
    page.footnotes(guide.footnotes);
    page.identity(guide.source_path);
    page.identity(page.body_text());
    return page.take();
  }

  PageText service(const ViewService& service) const {
    PageWriter page("service", service.key, service.name);
    page.fact("Name", service.name);
    page.fact("Description", service.description);
    page.fact("Team", service.team);
    page.fact("Tier", service.tier);
    if (service.parent) page.fact("Part of", view_.services()[*service.parent].name);
    return page.take();
  }

  PageText cause(const ViewCause& cause) const {
    PageWriter page("cause", cause.key, cause.name);
    page.fact("Name", cause.name);
    page.fact("Description", cause.description);
    if (cause.parent) page.fact("Part of", view_.causes()[*cause.parent].name);
    return page.take();
  }

  static PageText severity(const ViewSeverity& severity) {
    PageWriter page("severity", severity.key, severity.label);
    page.fact("Label", severity.label);
    page.fact("Name", severity.name);
    return page.take();
  }

  // Its name is made of its content; that other content gets the same name is all but impossible,
  // and would show.
  static PageText picture(const ViewAsset& asset) {
    PageWriter page("picture", asset.path, asset.path);
    page.fact("Size", fmt::format("{} × {} pixels, {} bytes", asset.width, asset.height,
                                  asset.bytes.size()));
    page.fact("Content", content_hash(asset.bytes, 32));
    return page.take();
  }

  const View& view_;
};

}  // namespace

ViewText view_text(const View& view) {
  return ViewWriter(view).write();
}

}  // namespace debrief
