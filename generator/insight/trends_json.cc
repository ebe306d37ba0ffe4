#include "generator/insight/trends_json.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace debrief {

namespace {

using Json = nlohmann::ordered_json;

Json names_json(const View& view, const Incidents& incidents) {
  Json names = Json::array();
  for (const IncidentIndex i : incidents) names.push_back(traced_name(view, i));
  return names;
}

Json count_json(const View& view, const Incidents& incidents) {
  Json json;
  json["count"] = incidents.size();
  json["incidents"] = names_json(view, incidents);
  return json;
}

Json key_json(const View& view, std::string_view name, Json key, const Incidents& incidents) {
  Json json;
  json[std::string(name)] = std::move(key);
  json.update(count_json(view, incidents));
  return json;
}

// Those that have incidents, and last those that state none.
template <typename Item>
Json kinds_json(const View& view, std::string_view name, const std::vector<Item>& items,
                const std::vector<Incidents>& lists, const Incidents& without) {
  Json json = Json::array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!lists[i].empty()) json.push_back(key_json(view, name, items[i].key, lists[i]));
  }
  if (!without.empty()) json.push_back(key_json(view, name, nullptr, without));
  return json;
}

Json triggers_json(const View& view, const KindCounts& kinds) {
  Json json = Json::array();
  for (const TriggerCount& each : kinds.by_trigger) {
    json.push_back(key_json(view, "trigger", each.trigger, each.incidents));
  }
  if (!kinds.without_trigger.empty()) {
    json.push_back(key_json(view, "trigger", nullptr, kinds.without_trigger));
  }
  return json;
}

Json time_json(const View& view, const PhaseDuration& time) {
  Json json;
  json["median_seconds"] = time.figure ? Json(time.figure->median.count()) : Json(nullptr);
  json["percentile_90_seconds"] =
      time.figure ? Json(time.figure->percentile_90.count()) : Json(nullptr);
  json.update(count_json(view, time.incidents));
  json["open"] = count_json(view, time.open);
  json["not_said"] = count_json(view, time.not_said);
  return json;
}

Json times_json(const View& view, const PhaseDurations& times) {
  Json json;
  json["to_detect"] = time_json(view, times.to_detect);
  json["to_acknowledge"] = time_json(view, times.to_acknowledge);
  json["to_mitigate"] = time_json(view, times.to_mitigate);
  json["to_resolve"] = time_json(view, times.to_resolve);
  json["in_doubt"] = count_json(view, times.in_doubt);
  return json;
}

Json detection_json(const View& view, const DetectionShare& share) {
  Json json;
  json["said"] = share.said();
  json["alert"] = count_json(view, share.alert);
  json["customer"] = count_json(view, share.customer);
  json["employee"] = count_json(view, share.employee);
  json["partner"] = count_json(view, share.partner);
  json["not_said"] = count_json(view, share.not_said);
  return json;
}

Json promptness_json(const View& view, const Promptness& promptness) {
  if (!view.is_internal()) return nullptr;
  Json json;
  json["within"] = count_json(view, promptness.within);
  json["late"] = count_json(view, promptness.late);
  json["not_yet"] = count_json(view, promptness.not_yet);
  json["not_said"] = count_json(view, promptness.not_said);
  json["in_doubt"] = count_json(view, promptness.in_doubt);
  return json;
}

Json figures_json(const View& view, const Figures& figures) {
  Json json;
  json["incidents"] = count_json(view, figures.incidents);
  const KindCounts& kinds = figures.kinds;
  json["severities"] =
      kinds_json(view, "severity", view.severities(), kinds.by_severity, kinds.without_severity);
  json["services"] =
      kinds_json(view, "service", view.services(), kinds.by_service, kinds.without_service);
  json["causes"] = kinds_json(view, "cause", view.causes(), kinds.by_cause, kinds.without_cause);
  json["triggers"] = triggers_json(view, kinds);
  json["times"] = times_json(view, figures.times);
  json["detection"] = detection_json(view, figures.detection);
  json["new"] = count_json(view, figures.recurrence.first_time);
  json["recurring"] = count_json(view, figures.recurrence.recurring);
  json["reviews"] = promptness_json(view, figures.reviews);
  json["publications"] = promptness_json(view, figures.publications);
  return json;
}

// The number of items, and each incident that has one of them, once.
Json actions_json(const View& view, const std::vector<ActionPlace>& places) {
  Incidents incidents;
  for (const ActionPlace& place : places) {
    if (incidents.empty() || incidents.back() != place.incident) {
      incidents.push_back(place.incident);
    }
  }
  Json json;
  json["count"] = places.size();
  json["incidents"] = names_json(view, incidents);
  return json;
}

// When items were done is internal.
Json closed_json(const View& view, const std::vector<ActionPlace>& places) {
  return view.is_internal() ? actions_json(view, places) : Json(nullptr);
}

Json period_json(const View& view, const PeriodFigures& period) {
  Json json;
  json["period"] = to_string(period.period);
  json["first_day"] = to_string(period.period.first_day());
  json["last_day"] = to_string(period.period.last_day());
  json.update(figures_json(view, period.figures));
  json["actions_opened"] = actions_json(view, period.actions.opened);
  json["actions_closed"] = closed_json(view, period.actions.closed);
  return json;
}

// A row for each cause with incidents, a number for each period.
Json heat_map_json(const View& view, const Trends& trends) {
  Json rows = Json::array();
  for (std::size_t cause = 0; cause < view.causes().size(); ++cause) {
    if (trends.all.kinds.by_cause[cause].empty()) continue;
    Json row;
    row["cause"] = view.causes()[cause].key;
    row["counts"] = Json::array();
    for (const PeriodFigures& period : trends.periods) {
      row["counts"].push_back(period.figures.kinds.by_cause[cause].size());
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Json spell_json(const View& view, const QuietSpell& spell) {
  Json json;
  json["days"] = spell.length().count();
  json["from"] = to_string(spell.from);
  json["to"] = to_string(spell.to);
  json["after"] = traced_name(view, spell.after);
  json["next"] = spell.next ? Json(traced_name(view, *spell.next)) : Json(nullptr);
  return json;
}

Json quiet_json(const View& view, const Trends& trends) {
  Json list = Json::array();
  for (const ServiceQuiet& quiet : trends.quiet) {
    Json json;
    json["service"] = view.services()[quiet.service].key;
    json["longest"] = spell_json(view, quiet.longest);
    json["present"] = quiet.present ? spell_json(view, *quiet.present) : Json(nullptr);
    list.push_back(std::move(json));
  }
  return list;
}

Json left_out_json(const View& view, const Trends& trends) {
  Json json;
  json["undated"] = count_json(view, trends.undated);
  json["after_today"] = count_json(view, trends.after_today);
  json["actions_without_period"] = actions_json(view, trends.actions.without_period);
  json["actions_done_without_day"] = closed_json(view, trends.actions.without_day);
  json["actions_done_outside"] = closed_json(view, trends.actions.outside);
  return json;
}

}  // namespace

const std::string& traced_name(const View& view, IncidentIndex incident) {
  const ViewIncident& named = view.incidents()[incident];
  return view.is_internal() && !named.id.empty() ? named.id : named.slug;
}

std::string trends_json(const View& view, const Trends& trends) {
  Json json;
  json["today"] = to_string(trends.today);
  json["view"] = to_string(view.audience());
  json["by"] = trends.by == PeriodLength::quarter ? "quarter" : "month";
  json["left_out"] = left_out_json(view, trends);
  json["all"] = figures_json(view, trends.all);
  json["periods"] = Json::array();
  for (const PeriodFigures& period : trends.periods) {
    json["periods"].push_back(period_json(view, period));
  }
  json["heat_map"] = heat_map_json(view, trends);
  json["quiet"] = quiet_json(view, trends);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace debrief
