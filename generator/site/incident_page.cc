#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/insight/closest_causes.h"
#include "generator/insight/recurrence.h"
#include "generator/insight/time_figures.h"
#include "generator/site/article.h"
#include "generator/site/fact_text.h"
#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/publication.h"
#include "generator/site/report_facts.h"
#include "generator/site/texts.h"
#include "generator/site/timeline_figure.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

PageData::List cause_links(const Site& site, const Links& links, const ViewIncident& incident) {
  PageData::List rows;
  for (const std::size_t i : closest_causes(site.view, incident)) {
    rows.push_back(
        named_link(full_cause_name(site.view, i), links.to(cause_path(site.view.causes()[i].key))));
  }
  return rows;
}

PageData::List tag_links(const Site& site, const Links& links, const ViewIncident& incident) {
  PageData::List rows;
  for (const std::string& tag : incident.tags) {
    rows.push_back(named_link(tag, links.to(tag_path(find_tag(site.index, tag).slug))));
  }
  return rows;
}

std::optional<PageData> impact_data(const Site& site, const std::optional<ViewImpact>& impact) {
  if (!impact) return std::nullopt;
  PageData data;
  data.text("summary", impact->summary);
  data.text("customers", number_text(site.texts, impact->customers));
  data.text("requests", number_text(site.texts, impact->requests));
  data.text("revenue", number_text(site.texts, impact->revenue));
  data.text("data_loss", data_loss_text(site.texts, impact->data_loss));
  return data;
}

std::optional<PageData> start_data(const Site& site, const ViewIncident& incident) {
  if (!incident.started) return std::nullopt;
  PageData data = time_data(site, *incident.started);
  const bool is_open = incident.state == ViewIncident::State::open;
  data.text("label", site.texts.label(is_open ? "ongoing_since" : "when"));
  return data;
}

// The phases that have a time, in the order in which incidents go through them.
std::optional<PageData> phases(const Site& site, const ViewIncident& incident) {
  // Start and duration are in the head of the page already.
  const bool has_middle = incident.detected || incident.acknowledged || incident.mitigated;
  const bool is_end_said = !incident.resolved || (incident.duration && !incident.times_in_doubt);
  if (!has_middle && is_end_said) return std::nullopt;
  const std::pair<std::string_view, const std::optional<Timestamp>&> all[] = {
      {"started", incident.started},
      {"detected", incident.detected},
      {"acknowledged", incident.acknowledged},
      {"mitigated", incident.mitigated},
      {"resolved", incident.resolved}};
  PageData::List rows;
  std::optional<Timestamp> before;
  for (const auto& [name, time] : all) {
    if (!time) continue;
    std::optional<PageData> after;
    const auto passed = time_between(incident.started, time);
    if (passed && name != "started" && !incident.times_in_doubt)
      after = duration_data(site, *passed);
    PageData& row = rows.emplace_back();
    row.text("name", site.texts.label(name));
    row.group("time", time_data_after(site, before, *time));
    set_optional(row, "after", std::move(after));
    before = time;
  }
  PageData data;
  data.list("rows", std::move(rows));
  return data;
}

std::optional<PageData> other_incidents(const Site& site, const Links& links,
                                        const IncidentList& incidents) {
  if (incidents.empty()) return std::nullopt;
  PageData data;
  data.list("rows", incident_rows(site, links, incidents, incidents.size()));
  return data;
}

// From start to end as ISO 8601 has it: "2026-01-16T09:03:00Z/2026-01-16T10:05:00Z"; an open end
// is "..", as in its part 2.
std::string covered_time(const ViewIncident& incident) {
  if (!incident.started) return "";
  std::string covered = machine_time(*incident.started);
  if (incident.times_in_doubt) return covered;
  if (incident.resolved) covered += "/" + machine_time(*incident.resolved);
  if (incident.state == IncidentState::open) covered += "/..";
  return covered;
}

// Services that two incidents share; of more only their number is said.
constexpr std::size_t kServicesNamed = 3;

// Incidents that are like this one, and what they share.
std::optional<PageData> similar_incidents(const Site& site, const Links& links,
                                          IncidentIndex incident) {
  const std::vector<RelatedIncident>& similar = site.similar[incident];
  if (similar.empty()) return std::nullopt;
  PageData::List rows;
  for (const RelatedIncident& related : similar) {
    const ViewIncident& other = site.view.incidents()[related.incident];
    std::vector<std::string> shared;
    for (const std::size_t cause : related.causes) {
      shared.push_back(full_cause_name(site.view, cause));
    }
    if (related.services.size() > kServicesNamed) {
      shared.push_back(counted_text(site.texts, "service_count", related.services.size()));
    } else {
      for (const std::size_t service : related.services) {
        shared.push_back(site.view.services()[service].name);
      }
    }
    PageData& row = rows.emplace_back();
    set_incident_link(row, site, links, other);
    row.text("shared", joined(shared)).text("words", joined(related.words));
  }
  PageData data;
  data.list("rows", std::move(rows));
  return data;
}

// The head of the page: what a reader needs in ten seconds.
void set_facts(PageData& data, const Site& site, const Links& links, const ViewIncident& incident) {
  set_incident_state(data, site, links, incident);
  data.text("id", incident.id).text("summary", incident.summary);
  data.text("covers", covered_time(incident));
  set_optional(data, "started", start_data(site, incident));
  data.flag("has_services", !incident.services.empty());
  data.list("services", service_links(site, links, incident));
  data.flag("has_causes", !incident.causes.empty());
  data.list("causes", cause_links(site, links, incident));
  set_optional(data, "impact", impact_data(site, incident.impact));
  data.text("trigger", incident.trigger);
  data.text("detection", detection_text(site.texts, incident.detection));
}

}  // namespace

PageData incident_page(const Site& site, const Page& page, const Links& links) {
  const ViewIncident& incident = site.view.incidents()[page.index];
  PageHead head;
  head.title = incident.title;
  head.description = incident.summary.empty() ? opening_text(incident.body) : incident.summary;
  head.crumbs = {{site.texts.label("incidents"), std::string(kIncidentsPath)}};
  head.is_article = true;
  head.modified = update_time(incident);

  PageData data = page_frame(site, page, links, head);
  set_facts(data, site, links, incident);
  set_optional(data, "publication",
               publication(site, links, incident, incident_path(incident.slug)));
  set_optional(data, "phases", phases(site, incident));
  set_optional(data, "figure", timeline_figure(site, incident));
  set_article(data, site, links, incident);
  set_optional(data, "repeats", other_incidents(site, links, times_before(site.view, page.index)));
  set_optional(data, "repeated_by",
               other_incidents(site, links, times_after(site.view, page.index)));
  set_optional(data, "related", other_incidents(site, links, incident.related));
  set_optional(data, "similar", similar_incidents(site, links, page.index));
  data.flag("has_links", !incident.links.empty());
  data.list("links", outer_links(incident.links));
  data.flag("has_tags", !incident.tags.empty());
  data.list("tags", tag_links(site, links, incident));
  data.text("authors", joined(incident.authors));
  set_last_change(data, site, incident.changed);
  data.text("edit_href", edit_address(site, incident.source_path));
  return data;
}

}  // namespace debrief
