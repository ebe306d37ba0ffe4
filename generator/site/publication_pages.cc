// The publication desk: what is public, what waits for somebody, what customers were not told, and
// what is kept back. Internal only.
#include <algorithm>
#include <string>
#include <utility>

#include "generator/site/fact_text.h"
#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/paging.h"
#include "generator/site/publication.h"
#include "generator/site/publication_lists.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

using Entry = PublicationLists::Entry;

std::string label_of(const Site& site, PublicationGroup group, std::string_view which) {
  return site.texts.label("desk_" + std::string(to_string(group)) + std::string(which));
}

PageData::List missing_rows(const Site& site, const ViewPublication& publication) {
  PageData::List rows;
  for (std::string& text : missing_texts(site, publication)) {
    rows.emplace_back().text("item", std::move(text));
  }
  return rows;
}

std::string days_left(const Site& site, const ViewPublication& publication) {
  if (!publication.first_day || *publication.first_day <= site.today) return "";
  return counted_text(site.texts, "days_left",
                      static_cast<std::size_t>((*publication.first_day - site.today).count()));
}

// What an incident did, in as few words as its author used.
std::string impact_text(const Site& site, const ViewIncident& incident) {
  if (!incident.impact) return "";
  const ViewImpact& impact = *incident.impact;
  if (impact.customers.empty()) return impact.summary;
  const std::string customers =
      site.texts.label("customers") + ": " + number_text(site.texts, impact.customers);
  return impact.summary.empty() ? customers : impact.summary + " · " + customers;
}

// Empty if it is the internal one.
std::string public_title(const ViewIncident& incident) {
  if (!incident.public_text || incident.public_text->title == incident.title) return "";
  return incident.public_text->title;
}

PageData row(const Site& site, const Links& links, PublicationGroup group, const Entry& entry) {
  const ViewIncident& incident = site.publications.at(site.view, entry);
  const std::string path =
      entry.is_maintenance ? maintenance_path(incident.slug) : incident_path(incident.slug);
  const ViewPublication& publication = incident.publication;
  PageData data;
  data.text("title", incident.title).text("href", links.to(path));
  data.text("services", services_text(site.view, incident));
  const bool is_public = incident.is_public();
  data.text("public_title", public_title(incident));
  data.text("reads", site.texts.label(is_public ? "public_reads" : "public_will_read"));
  data.text("kind", entry.is_maintenance ? site.texts.label("maintenance") : "");
  data.text("workflow", workflow_text(site.texts, incident.workflow));
  set_optional(data, "severity", severity_data(site, links, incident));
  set_optional(data, "started", date_data(site, incident.started));
  data.text("impact",
            group == PublicationGroup::untold ? impact_text(site, incident) : std::string());
  data.list("missing", missing_rows(site, publication));
  data.text("days_left", days_left(site, publication));
  data.flag("has_facts", group != PublicationGroup::untold);
  data.text("approved_by", publication.approved_by);
  set_optional(data, "done", is_public ? date_data(site, incident.published) : std::nullopt);
  data.text("text_href", incident.public_text ? links.to(public_text_path(path)) : "");
  data.text("public_href", public_address(site, incident, entry.is_maintenance));
  return data;
}

PageData::List rows(const Site& site, const Links& links, PublicationGroup group,
                    const RowsOnPage& shown) {
  const PublicationLists::List& list = site.publications.of(group);
  PageData::List rows;
  for (std::size_t i = shown.begin; i < shown.end; ++i) {
    rows.push_back(row(site, links, group, list[i]));
  }
  return rows;
}

PageData group_data(const Site& site, const Links& links, PublicationGroup group) {
  const std::size_t count = site.publications.of(group).size();
  const std::size_t shown = std::min(count, kPublicationRowsOnDesk);
  PageData data;
  data.text("id", std::string(to_string(group)));
  data.text("label", label_of(site, group, "")).text("note", label_of(site, group, "_note"));
  data.text("none", label_of(site, group, "_none"));
  data.text("count", count_text(site.texts, count));
  data.flag("is_waiting", group == PublicationGroup::waiting && count != 0);
  data.flag("has_rows", count != 0).list("rows", rows(site, links, group, {0, shown}));
  data.text("more", count > shown ? counted_text(site.texts, "more_count", count - shown) : "");
  data.text("href", links.to(publication_group_path(to_string(group))));
  return data;
}

}  // namespace

PageData publication_desk_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("publication_desk");
  head.description = titled_text(site.texts, site.view.site().title, head.title);
  PageData data = page_frame(site, page, links, head);
  PageData::List groups;
  for (const PublicationGroup group : kPublicationGroups) {
    groups.push_back(group_data(site, links, group));
  }
  data.list("groups", std::move(groups));
  return data;
}

PageData publication_group_page(const Site& site, const Page& page, const Links& links) {
  const PublicationGroup group = kPublicationGroups[page.index];
  const std::size_t count = site.publications.of(group).size();
  PageHead head;
  head.title = label_of(site, group, "");
  head.description = titled_text(site.texts, site.view.site().title, head.title);
  head.crumbs = {{site.texts.label("publication_desk"), std::string(kPublicationPath)}};
  PageData data = page_frame(site, page, links, head);
  data.text("note", label_of(site, group, "_note"));
  data.list("rows", rows(site, links, group, rows_on_page(page.number, count)));
  set_optional(data, "paging",
               paging(site, links, publication_group_path(to_string(group)), page.number, count));
  return data;
}

}  // namespace debrief
