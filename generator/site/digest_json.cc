#include <nlohmann/json.hpp>
#include <utility>

#include "generator/base/json_values.h"
#include "generator/base/text.h"
#include "generator/site/digest_formats.h"
#include "generator/site/urls.h"

namespace debrief {

namespace {

using Json = nlohmann::ordered_json;

Json link_json(const View& view, IncidentIndex index) {
  const ViewIncident& incident = view.incidents()[index];
  Json json;
  json["id"] = text_or_null(incident.id);
  json["title"] = incident.title;
  json["path"] = text_or_null(incident.source_path);
  json["url"] = absolute_url(view.site().base_url, incident_path(incident.slug));
  return json;
}

Json item_json(const View& view, const RegisterItem& item) {
  const ViewActionItem& action = action_of(view, item);
  Json json;
  json["text"] = collapse_spaces(plain_text(action.text));
  json["state"] = to_string(item.state);
  json["owners"] = action.owners;
  json["teams"] = action.teams;
  json["due"] = time_or_null(action.due);
  json["completed"] = time_or_null(action.completed);
  json["days_late"] = item.late.count();
  return json;
}

Json items_json(const View& view, const std::vector<RegisterItem>& items) {
  Json list = Json::array();
  for (const RegisterItem& item : items) {
    Json& json = list.emplace_back(item_json(view, item));
    json["incident"] = link_json(view, item.incident);
  }
  return list;
}

Json incident_json(const View& view, const DigestIncident& entry) {
  const ViewIncident& incident = view.incidents()[entry.incident];
  Json json = link_json(view, entry.incident);
  json["has_started"] = entry.has_started;
  json["was_resolved"] = entry.was_resolved;
  json["is_open"] = entry.is_open;
  json["severity"] = incident.severity ? Json(view.severities()[*incident.severity].label)
                                       : text_or_null(incident.severity_label);
  json["services"] = Json::array();
  for (const std::size_t i : incident.services) {
    json["services"].push_back(view.services()[i].key);
  }
  json["started"] = time_or_null(incident.started);
  json["resolved"] = time_or_null(incident.resolved);
  const bool has_duration = incident.duration && !incident.times_in_doubt;
  json["seconds"] = has_duration ? Json(incident.duration->count()) : Json(nullptr);
  json["summary"] = text_or_null(incident.summary);
  json["learnings"] = entry.learnings;
  json["to_do"] = Json::array();
  for (const RegisterItem& item : entry.to_do) json["to_do"].push_back(item_json(view, item));
  return json;
}

Json repeat_json(const View& view, const DigestRepeat& repeat) {
  Json json = link_json(view, repeat.incident);
  json["earlier"] = Json::array();
  for (const ChainLink& link : repeat.earlier) {
    const Completion figures = completion(view, link.items);
    Json& earlier = json["earlier"].emplace_back(link_json(view, link.incident));
    earlier["all"] = figures.all;
    earlier["done"] = figures.done;
  }
  return json;
}

Json likely_repeat_json(const View& view, const LikelyRepeat& repeat) {
  Json json = link_json(view, repeat.incident);
  json["earlier"] = link_json(view, repeat.earlier.incident);
  json["words"] = repeat.earlier.words;
  return json;
}

}  // namespace

std::string digest_json(const View& view, const Digest& digest) {
  Json json;
  json["view"] = to_string(view.audience());
  json["first"] = to_string(digest.first);
  json["today"] = to_string(digest.today);
  for (const char* name : {"incidents", "overdue", "completed", "repeats", "likely_repeats",
                           "published", "unreviewed"}) {
    json[name] = Json::array();
  }
  for (const DigestIncident& entry : digest.incidents) {
    json["incidents"].push_back(incident_json(view, entry));
  }
  json["overdue"] = items_json(view, digest.overdue);
  json["completed"] = items_json(view, digest.completed);
  for (const DigestRepeat& repeat : digest.repeats) {
    json["repeats"].push_back(repeat_json(view, repeat));
  }
  for (const LikelyRepeat& repeat : digest.likely_repeats) {
    json["likely_repeats"].push_back(likely_repeat_json(view, repeat));
  }
  for (const IncidentIndex i : digest.published) json["published"].push_back(link_json(view, i));
  for (const IncidentIndex i : digest.unreviewed) json["unreviewed"].push_back(link_json(view, i));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace debrief
