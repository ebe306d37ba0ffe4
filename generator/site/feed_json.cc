#include "generator/site/feed_json.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "generator/site/urls.h"

namespace debrief {

namespace {

using Json = nlohmann::ordered_json;

void set_moment(Json& item, const char* name, const std::optional<Timestamp>& time) {
  if (time && time->has_clock()) item[name] = format_rfc3339(time->utc);
}

Json tags_of(const View& view, const ViewIncident& incident) {
  Json tags = Json::array();
  for (const std::size_t i : incident.services) tags.push_back(view.services()[i].name);
  for (const std::size_t i : incident.causes) tags.push_back(view.causes()[i].name);
  if (incident.severity) tags.push_back(view.severities()[*incident.severity].label);
  return tags;
}

Json item_of(const View& view, const FeedEntry& entry) {
  const ViewIncident& incident = view.incidents()[entry.incident];
  const std::string address = absolute_url(view.site().base_url, incident_path(incident.slug));
  Json item;
  item["id"] = address;
  item["url"] = address;
  item["title"] = incident.title;
  // Plain text, so that nothing of it can be taken for markup.
  item["content_text"] = feed_text(incident);
  if (!incident.summary.empty()) item["summary"] = incident.summary;
  set_moment(item, "date_published", incident.started);
  set_moment(item, "date_modified", entry.updated);
  for (const std::string& author : incident.authors) item["authors"].push_back({{"name", author}});
  if (Json tags = tags_of(view, incident); !tags.empty()) item["tags"] = std::move(tags);
  return item;
}

}  // namespace

std::string json_feed(const Site& site, const Feed& feed) {
  const ViewSite& about = site.view.site();
  Json json;
  json["version"] = "https://jsonfeed.org/version/1.1";
  json["title"] = feed.title;
  json["home_page_url"] = absolute_url(about.base_url, feed.page_path);
  json["feed_url"] = absolute_url(about.base_url, json_feed_path(feed.page_path));
  json["language"] = about.language;
  json["authors"] = Json::array({{{"name", about.title}, {"url", about.base_url}}});
  json["items"] = Json::array();
  for (const FeedEntry& entry : feed.entries) json["items"].push_back(item_of(site.view, entry));
  return json.dump(1) + "\n";
}

}  // namespace debrief
