#include "generator/site/search_documents.h"

#include <set>
#include <string>
#include <utility>

#include "generator/site/urls.h"

namespace debrief {

namespace {

void add_sections(std::vector<search::Document::Part>& parts,
                  const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    parts.push_back({plain_text(section.heading), plain_text(section.blocks)});
    add_sections(parts, section.sections);
  }
}

std::vector<search::Document::Part> parts_of(const Outline& body,
                                             const std::vector<Node>& footnotes) {
  std::vector<search::Document::Part> parts;
  if (std::string intro = plain_text(body.intro); !intro.empty()) {
    parts.push_back({"", std::move(intro)});
  }
  add_sections(parts, body.sections);
  if (std::string notes = plain_text(footnotes); !notes.empty()) {
    parts.push_back({"", std::move(notes)});
  }
  return parts;
}

std::vector<std::string> owners_of(const ViewIncident& incident) {
  std::set<std::string> owners;
  for (const ViewActionItem& action : incident.actions) {
    owners.insert(action.owners.begin(), action.owners.end());
  }
  return {owners.begin(), owners.end()};
}

// What a reader asks for: a post-mortem that is still being written is that first of all.
std::string status_of(const ViewIncident& incident) {
  if (incident.workflow == "draft" || incident.workflow == "in-review") return incident.workflow;
  switch (incident.state) {
    case ViewIncident::State::open:
      return "open";
    case ViewIncident::State::resolved:
      return "resolved";
    case ViewIncident::State::unknown:
      break;
  }
  return "";
}

search::Document document_of(const View& view, const ViewIncident& incident) {
  search::Document document;
  document.title = incident.title;
  document.summary = incident.summary;
  document.sections = parts_of(incident.body, incident.footnotes);
  document.id = incident.id;
  for (const std::size_t service : incident.services) {
    document.services.push_back(view.services()[service].key);
    document.service_names.push_back(view.services()[service].name);
  }
  for (const std::size_t cause : incident.causes) {
    document.causes.push_back(view.causes()[cause].key);
    document.cause_names.push_back(view.causes()[cause].name);
  }
  if (incident.severity) {
    document.severity = view.severities()[*incident.severity].label;
    document.severity_rank = static_cast<int>(*incident.severity);
  }
  document.tags = incident.tags;
  document.owners = owners_of(incident);
  if (incident.started) document.started = incident.started->utc.time_since_epoch().count();
  if (incident.duration) document.duration_seconds = incident.duration->count();
  return document;
}

search::Document incident_document(const View& view, const ViewIncident& incident) {
  search::Document document = document_of(view, incident);
  document.kind = "incident";
  document.path = incident_path(incident.slug);
  document.status = status_of(incident);
  return document;
}

search::Document maintenance_document(const View& view, const ViewIncident& maintenance) {
  search::Document document = document_of(view, maintenance);
  document.kind = "maintenance";
  document.path = maintenance_path(maintenance.slug);
  return document;
}

search::Document document_of(const ViewGuide& guide) {
  search::Document document;
  document.path = guide_path(guide.slug);
  document.kind = "guide";
  document.title = guide.title;
  document.sections = parts_of(guide.body, guide.footnotes);
  return document;
}

}  // namespace

std::vector<search::Document> search_documents(const View& view) {
  std::vector<search::Document> documents;
  documents.reserve(view.incidents().size() + view.maintenance().size() + view.guides().size());
  for (const ViewIncident& incident : view.incidents()) {
    documents.push_back(incident_document(view, incident));
  }
  for (const ViewIncident& maintenance : view.maintenance()) {
    documents.push_back(maintenance_document(view, maintenance));
  }
  for (const ViewGuide& guide : view.guides()) documents.push_back(document_of(guide));
  return documents;
}

}  // namespace debrief
