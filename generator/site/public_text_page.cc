#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/escape.h"
#include "generator/insight/closest_causes.h"
#include "generator/site/article.h"
#include "generator/site/fact_text.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/publication.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

constexpr const char* kInternalIds = "";
constexpr const char* kPublicIds = "public_";

std::string shown(const PageData& time) {
  return std::get<std::string>(*time.find("shown"));
}

std::string time_text(const Site& site, const std::optional<Timestamp>& time) {
  return time ? shown(time_data(site, *time)) : "";
}

std::string length_text(const Site& site, const std::optional<std::chrono::seconds>& duration,
                        bool approximate) {
  return duration ? shown(duration_data(site, *duration, approximate)) : "";
}

std::string link_text(const std::vector<ViewLink>& links) {
  std::vector<std::string> names;
  for (const ViewLink& link : links) names.push_back(link.name);
  return joined(names);
}

std::string severity_text(const Site& site, const ViewIncident& incident) {
  return incident.severity ? site.view.severities()[*incident.severity].label
                           : incident.severity_label;
}

std::string cause_text(const Site& site, const ViewIncident& incident) {
  std::vector<std::string> names;
  for (const std::size_t i : closest_causes(site.view, incident)) {
    names.push_back(full_cause_name(site.view, i));
  }
  return joined(names);
}

// What is known of the incident beside its text, as the two sides have it.
class Facts {
 public:
  explicit Facts(const Texts& texts) : texts_(texts) {}

  void add(std::string_view name, const std::string& internal_text,
           const std::string& public_text) {
    if (internal_text.empty() && public_text.empty()) return;
    PageData& row = rows_.emplace_back();
    row.text("label", texts_.label(name))
        .text("internal", internal_text)
        .text("public", public_text);
    row.flag("is_same", internal_text == public_text);
  }

  PageData::List take() { return std::move(rows_); }

 private:
  const Texts& texts_;
  PageData::List rows_;
};

PageData::List facts(const Site& site, const ViewIncident& incident, const ViewPublicText& text,
                     bool is_maintenance) {
  Facts facts(site.texts);
  facts.add("title", incident.title, text.title);
  facts.add("id", incident.id, text.id);
  facts.add("summary", incident.summary, text.summary);
  facts.add("severity", severity_text(site, incident), text.severity);
  // What was announced is neither open nor resolved.
  if (!is_maintenance) {
    facts.add("state", state_text(site.texts, incident.state), state_text(site.texts, text.state));
  }
  const std::pair<std::string_view, std::optional<Timestamp> ViewIncident::*> times[] = {
      {"started", &ViewIncident::started},
      {"detected", &ViewIncident::detected},
      {"acknowledged", &ViewIncident::acknowledged},
      {"mitigated", &ViewIncident::mitigated},
      {"resolved", &ViewIncident::resolved}};
  const std::optional<Timestamp> ViewPublicText::*const public_times[] = {
      &ViewPublicText::started, &ViewPublicText::detected, &ViewPublicText::acknowledged,
      &ViewPublicText::mitigated, &ViewPublicText::resolved};
  for (std::size_t i = 0; i < std::size(times); ++i) {
    facts.add(times[i].first, time_text(site, incident.*times[i].second),
              time_text(site, text.*public_times[i]));
  }
  facts.add("duration", length_text(site, incident.duration, incident.duration_is_approximate),
            length_text(site, text.duration, text.duration_is_approximate));
  facts.add("services", services_text(site.view, incident), joined(text.services));
  facts.add("causes", cause_text(site, incident), joined(text.causes));
  const ViewImpact none;
  const ViewImpact& internal_impact = incident.impact ? *incident.impact : none;
  const ViewImpact& public_impact = text.impact ? *text.impact : none;
  facts.add("impact", internal_impact.summary, public_impact.summary);
  facts.add("customers", internal_impact.customers, public_impact.customers);
  facts.add("requests", internal_impact.requests, public_impact.requests);
  facts.add("revenue", internal_impact.revenue, public_impact.revenue);
  facts.add("data_loss", data_loss_text(site.texts, internal_impact.data_loss),
            data_loss_text(site.texts, public_impact.data_loss));
  facts.add("detected_by", detection_text(site.texts, incident.detection),
            detection_text(site.texts, text.detection));
  facts.add("trigger", incident.trigger, text.trigger);
  facts.add("links", link_text(incident.links), link_text(text.links));
  facts.add("tags", joined(incident.tags), joined(text.tags));
  facts.add("authors", joined(incident.authors), "");
  return facts.take();
}

void collect(const std::vector<Section>& sections, std::vector<const Section*>& all) {
  for (const Section& section : sections) {
    all.push_back(&section);
    collect(section.sections, all);
  }
}

// Text that is no section; without an id it has no heading.
PageData text_row(std::string html, std::string id = "", std::string title = "") {
  PageData row;
  row.html("title_html", escape_html(title)).html("body_html", std::move(html));
  row.text("id", std::move(id)).text("title", std::move(title)).text("kind", "").text("level", "2");
  row.flag("is_top", true).flag("is_hidden", false).text("hidden_note", "");
  return row;
}

PageData notes_row(const Site& site, const Links& links, const std::vector<Node>& footnotes,
                   const std::string& id_prefix) {
  return text_row(notes_html(site, links, footnotes, id_prefix), id_prefix + "notes_heading",
                  site.texts.label("footnotes"));
}

class Pairs {
 public:
  void add(std::optional<PageData> internal_side, std::optional<PageData> public_side) {
    PageData& row = rows_.emplace_back();
    set_optional(row, "internal", std::move(internal_side));
    set_optional(row, "public", std::move(public_side));
  }

  PageData::List take() { return std::move(rows_); }

 private:
  PageData::List rows_;
};

// Each section beside what became of it. What the public reads is in the same order, so the next
// one of its sections belongs to the next internal one that is not hidden.
PageData::List pairs(const Site& site, const Links& links, const ViewIncident& incident,
                     const ViewPublicText& text) {
  std::optional<PageData> public_intro;
  if (!text.body.intro.empty()) {
    public_intro = text_row(text_html(site, links, text.body.intro, kPublicIds));
  }
  Pairs pairs;
  if (!incident.body.intro.empty()) {
    const bool is_read = incident.body.intro.front().hidden != Hidden::left_out;
    pairs.add(text_row(text_html(site, links, incident.body.intro, kInternalIds)),
              is_read ? std::exchange(public_intro, std::nullopt) : std::nullopt);
  }
  std::vector<const Section*> sections;
  collect(incident.body.sections, sections);
  PageData::List internal_rows = section_rows(site, links, incident.body, kInternalIds);
  PageData::List public_rows = section_rows(site, links, text.body, kPublicIds);
  auto next = public_rows.begin();
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Section& section = *sections[i];
    std::optional<PageData> public_side;
    if (section.heading.hidden != Hidden::no) {
      // Of a heading over the whole text the public reads what is below it.
      if (section.hidden == Hidden::no) public_side = std::exchange(public_intro, std::nullopt);
    } else if (next != public_rows.end() &&
               (section.hidden == Hidden::no || section.hidden == Hidden::partly)) {
      public_side = std::move(*next++);
    }
    pairs.add(std::move(internal_rows[i]), std::move(public_side));
  }
  for (; next != public_rows.end(); ++next) pairs.add(std::nullopt, std::move(*next));
  if (!incident.footnotes.empty()) {
    std::optional<PageData> public_notes;
    if (!text.footnotes.empty()) {
      public_notes = notes_row(site, links, text.footnotes, kPublicIds);
    }
    pairs.add(notes_row(site, links, incident.footnotes, kInternalIds), std::move(public_notes));
  }
  return pairs.take();
}

}  // namespace

PageData public_text_page(const Site& site, const Page& page, const Links& links) {
  const bool is_maintenance = page.kind == PageKind::maintenance_public_text;
  const ViewIncident& incident =
      (is_maintenance ? site.view.maintenance() : site.view.incidents())[page.index];
  PageHead head;
  head.title = titled_text(site.texts, site.texts.label("public_text"), incident.title);
  if (is_maintenance) {
    head.crumbs = {{site.texts.label("maintenance"), std::string(kMaintenancePath)},
                   {incident.title, maintenance_path(incident.slug)}};
  } else {
    head.crumbs = {{site.texts.label("incidents"), std::string(kIncidentsPath)},
                   {incident.title, incident_path(incident.slug)}};
  }

  PageData data = page_frame(site, page, links, head);
  data.text("note",
            site.texts.label(incident.is_public() ? "public_text_now" : "public_text_later"));
  data.text("not_yet", not_yet_text(site, incident.publication));
  data.text("public_href", public_address(site, incident, is_maintenance));
  data.text("desk_href", links.to(kPublicationPath));
  data.list("facts", facts(site, incident, *incident.public_text, is_maintenance));
  data.list("pairs", pairs(site, links, incident, *incident.public_text));
  return data;
}

}  // namespace debrief
