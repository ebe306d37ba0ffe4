#include "generator/site/status_api.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/base/hash.h"
#include "generator/site/feed.h"
#include "generator/site/status_api_level.h"
#include "generator/site/status_api_updates.h"
#include "generator/site/times.h"
#include "generator/site/urls.h"

namespace debrief {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kIncidents = 50;
constexpr std::size_t kIdDigits = 12;  // as many as the format's own ids have

std::string id_of(std::string_view kind, std::string_view key) {
  return content_hash(fmt::format("{}/{}", kind, key), kIdDigits);
}

// Some clients read no moment without milliseconds.
std::string moment(Seconds time) {
  std::string text = format_rfc3339(time);
  text.insert(text.size() - 1, ".000");
  return text;
}

std::optional<Timestamp> first_time(const ViewIncident& incident) {
  for (const std::optional<Timestamp>& time :
       {incident.started, incident.detected, incident.acknowledged, incident.mitigated,
        incident.resolved}) {
    if (time) return time;
  }
  return std::nullopt;
}

std::string_view maintenance_status(MaintenanceState state) {
  switch (state) {
    case MaintenanceState::scheduled:
      return "scheduled";
    case MaintenanceState::in_progress:
      return "in_progress";
    case MaintenanceState::completed:
      return "completed";
  }
  return "";
}

class StatusApi {
 public:
  explicit StatusApi(const Site& site)
      : site_(site), view_(site.view), page_id_(id_of("page", view_.site().base_url)) {
    std::optional<Seconds> first;
    for (const ViewIncident& incident : view_.incidents()) {
      if (const auto time = first_time(incident))
        first = std::min(first.value_or(time->utc), time->utc);
    }
    first_ = first.value_or(Seconds(site.today));
    for (std::size_t i = 0; i < view_.services().size(); ++i) components_.push_back(component(i));
  }

  std::vector<SiteFile> files() const {
    const Json unresolved = incidents(site_.index.open);
    const MaintenanceLists& lists = site_.maintenance;
    const Json upcoming = maintenances(lists.scheduled);
    const Json active = maintenances(lists.in_progress);
    const Json all = maintenances(newest_maintenance());
    return {
        file("summary.json", {{"components", components_},
                              {"incidents", unresolved},
                              {"scheduled_maintenances", maintenances(coming(lists))},
                              {"status", status()}}),
        file("status.json", {{"status", status()}}),
        file("components.json", {{"components", components_}}),
        file("incidents.json", {{"incidents", incidents(newest())}}),
        file("incidents/unresolved.json", {{"incidents", unresolved}}),
        file("scheduled-maintenances.json", {{"scheduled_maintenances", all}}),
        file("scheduled-maintenances/upcoming.json", {{"scheduled_maintenances", upcoming}}),
        file("scheduled-maintenances/active.json", {{"scheduled_maintenances", active}}),
    };
  }

 private:
  // Of an open one its last message may be the latest that is known.
  static std::optional<Seconds> last_change(const ViewIncident& incident) {
    std::optional<Seconds> last;
    if (const auto time = latest_time(incident)) last = time->utc;
    const std::vector<StatusUpdate> updates = status_updates(incident);
    if (!updates.empty()) last = std::max(last.value_or(updates.back().time), updates.back().time);
    return last;
  }

  // When something last happened in one of them; `otherwise` if nobody knows that.
  Seconds last_time(const IncidentList& incidents, Seconds otherwise) const {
    std::optional<Seconds> last;
    for (const IncidentIndex i : incidents) {
      if (const auto time = last_change(view_.incidents()[i])) {
        last = std::max(last.value_or(*time), *time);
      }
    }
    return last.value_or(otherwise);
  }

  IncidentList newest() const {
    IncidentList found;
    for (const IncidentIndex i : site_.index.all) {
      if (found.size() == kIncidents) break;
      if (first_time(view_.incidents()[i])) found.push_back(i);
    }
    return found;
  }

  SiteFile file(std::string_view path,
                const std::vector<std::pair<std::string, Json>>& parts) const {
    Json json;
    json["page"] = page();
    for (const auto& [name, part] : parts) json[name] = part;
    return {fmt::format("{}{}", kStatusApiPath, path), json.dump(1) + "\n"};
  }

  Json page() const {
    std::string url = view_.site().base_url;
    if (url.ends_with('/')) url.pop_back();  // Clients put "/api/v2/…" after it.
    Json json;
    json["id"] = page_id_;
    json["name"] = view_.site().title;
    json["url"] = url;
    json["time_zone"] = view_.site().time_zone.name();
    json["updated_at"] = moment(last_time(site_.index.all, first_));
    return json;
  }

  Json status() const {
    const StatusLevel level = site_level(site_);
    Json json;
    json["indicator"] = status_impact(level);
    json["description"] = status_description(site_.texts, level);
    return json;
  }

  Json component(std::size_t service) const {
    const ViewService& about = view_.services()[service];
    const IncidentList& incidents = site_.index.by_service[service];
    Json json;
    json["id"] = component_id(service);
    json["name"] = about.name;
    json["status"] = component_status(service_level(site_, service));
    json["created_at"] = moment(first_);
    json["updated_at"] = moment(last_time(incidents, first_));
    json["position"] = service + 1;
    json["description"] = about.description.empty() ? Json() : Json(about.description);
    json["showcase"] = false;
    json["start_date"] = nullptr;
    json["group_id"] = nullptr;
    json["page_id"] = page_id_;
    json["group"] = false;
    json["only_show_if_degraded"] = false;
    return json;
  }

  std::string component_id(std::size_t service) const {
    return id_of("service", view_.services()[service].key);
  }

  Json incidents(const IncidentList& list) const {
    Json json = Json::array();
    for (const IncidentIndex i : list) json.push_back(incident(view_.incidents()[i]));
    return json;
  }

  Json incident(const ViewIncident& incident) const {
    const auto first = first_time(incident);
    const std::string created = moment(first ? first->utc : Seconds(site_.today));
    const std::vector<StatusUpdate> updates = status_updates(incident);
    Json json;
    json["id"] = id_of("incident", incident.slug);
    json["name"] = incident.title;
    json["status"] = step_of(incident, updates);
    json["created_at"] = created;
    json["updated_at"] = moment(last_change(incident).value_or(Seconds(site_.today)));
    json["monitoring_at"] = time_of("monitoring", updates);
    json["resolved_at"] = time_of("resolved", updates);
    json["impact"] = status_impact(status_level(incident));
    json["shortlink"] = absolute_url(view_.site().base_url, incident_path(incident.slug));
    json["started_at"] = created;
    json["page_id"] = page_id_;
    json["incident_updates"] = messages(incident, updates);
    json["components"] = Json::array();
    for (const std::size_t i : incident.services) json["components"].push_back(components_[i]);
    return json;
  }

  // The newest first, those without a day last, as in the view.
  std::vector<std::size_t> newest_maintenance() const {
    std::vector<std::size_t> places(std::min(view_.maintenance().size(), kIncidents));
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
  }

  Json maintenances(const std::vector<std::size_t>& places) const {
    Json json = Json::array();
    for (const std::size_t place : places) json.push_back(maintenance(view_.maintenance()[place]));
    return json;
  }

  // Nobody knows when it was announced, so what the format wants to have happened then happened
  // when it begins.
  Json maintenance(const ViewIncident& maintenance) const {
    const MaintenanceState state = maintenance_state(view_, maintenance, site_.today);
    const bool is_over = state == MaintenanceState::completed;
    const Seconds start = maintenance.started ? maintenance.started->utc : Seconds(site_.today);
    // Without an end, to the end of its day.
    const Seconds end = maintenance.resolved ? std::max(start, maintenance.resolved->utc)
                                             : start + std::chrono::days(1);
    const std::string status(maintenance_status(state));
    const Seconds changed = is_over ? end : start;
    Json json;
    json["id"] = id_of("maintenance", maintenance.slug);
    json["name"] = maintenance.title;
    json["status"] = status;
    json["created_at"] = moment(start);
    json["updated_at"] = moment(changed);
    json["monitoring_at"] = nullptr;
    json["resolved_at"] = is_over ? Json(moment(end)) : Json();
    json["impact"] = status_impact(StatusLevel::maintenance);
    json["shortlink"] = absolute_url(view_.site().base_url, maintenance_path(maintenance.slug));
    json["started_at"] = moment(start);
    json["page_id"] = page_id_;
    json["incident_updates"] =
        Json::array({message("maintenance", maintenance.slug,
                             {status, status, changed, feed_text(maintenance)}, Json::array())});
    json["components"] = Json::array();
    for (const std::size_t i : maintenance.services) json["components"].push_back(components_[i]);
    json["scheduled_for"] = moment(start);
    json["scheduled_until"] = moment(end);
    return json;
  }

  static Json time_of(std::string_view status, const std::vector<StatusUpdate>& updates) {
    const auto found = std::ranges::find(updates, status, &StatusUpdate::status);
    return found == updates.end() ? Json() : Json(moment(found->time));
  }

  // `kind` and `slug` are of what it is about.
  static Json message(std::string_view kind, const std::string& slug, const StatusUpdate& update,
                      Json affected) {
    const std::string time = moment(update.time);
    Json json;
    json["id"] = id_of(kind, fmt::format("{}/{}", slug, update.key));
    json["status"] = update.status;
    json["body"] = update.body;
    json["incident_id"] = id_of(kind, slug);
    json["created_at"] = time;
    json["updated_at"] = time;
    json["display_at"] = time;
    json["affected_components"] = std::move(affected);
    json["deliver_notifications"] = false;
    json["custom_tweet"] = nullptr;
    json["tweet_id"] = nullptr;
    return json;
  }

  // The newest first.
  Json messages(const ViewIncident& incident, const std::vector<StatusUpdate>& updates) const {
    Json json = Json::array();
    for (std::size_t i = updates.size(); i-- > 0;) {
      const StatusUpdate& update = updates[i];
      json.push_back(message("incident", incident.slug, update,
                             affected(incident, i == 0, update.status == "resolved")));
    }
    return json;
  }

  // What the incident did to its services, as if there had been no other.
  Json affected(const ViewIncident& incident, bool is_first, bool is_over) const {
    const StatusLevel level = status_level(incident);
    Json json = Json::array();
    for (const std::size_t i : incident.services) {
      Json& row = json.emplace_back();
      row["code"] = component_id(i);
      row["name"] = view_.services()[i].name;
      row["old_status"] = component_status(is_first && !is_over ? StatusLevel::none : level);
      row["new_status"] = component_status(is_over ? StatusLevel::none : level);
    }
    return json;
  }

  const Site& site_;
  const View& view_;
  std::string page_id_;
  Seconds first_;  // the first time that the view holds
  std::vector<Json> components_;
};

}  // namespace

std::vector<SiteFile> status_api_files(const Site& site) {
  if (site.view.is_internal()) return {};
  return StatusApi(site).files();
}

std::string status_api_words() {
  std::string words =
      "investigating identified monitoring resolved scheduled in_progress completed";
  for (const StatusLevel level : {StatusLevel::none, StatusLevel::maintenance, StatusLevel::minor,
                                  StatusLevel::major, StatusLevel::critical}) {
    words += fmt::format(" {} {}", component_status(level), status_impact(level));
  }
  return words;
}

}  // namespace debrief
