#include "generator/site/availability_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "generator/site/urls.h"

namespace debrief {

namespace {

using Json = nlohmann::ordered_json;

void put_figure(Json& json, const Availability& figure) {
  json["length_seconds"] = figure.length.count();
  json["downtime_seconds"] = static_cast<double>(figure.down.count()) / Downtime::period::den;
  json["availability"] = hundredths_of_percent(figure) / 100.0;
}

Json addresses(const View& view, const std::vector<IncidentIndex>& incidents) {
  Json json = Json::array();
  for (const IncidentIndex i : incidents) {
    json.push_back(absolute_url(view.site().base_url, incident_path(view.incidents()[i].slug)));
  }
  return json;
}

Json month_json(const View& view, const MonthAvailability& month) {
  Json json;
  json["month"] = fmt::format("{:04}-{:02}", month.month.year, month.month.number);
  put_figure(json, month.figure);
  json["days"] = Json::array();
  for (const DayAvailability& day : month.down_days) {
    Json& row = json["days"].emplace_back();
    row["day"] = to_string(day.day);
    put_figure(row, day.figure);
    row["incidents"] = addresses(view, day.incidents);
  }
  return json;
}

}  // namespace

std::string availability_json(const Site& site) {
  const View& view = site.view;
  Json json;
  json["first_day"] = to_string(site.counted_time->first);
  json["last_day"] = to_string(site.counted_time->last);
  json["time_zone"] = view.site().time_zone.name();
  json["services"] = Json::array();
  for (std::size_t i = 0; i < site.availability.size(); ++i) {
    const ServiceAvailability& figures = site.availability[i];
    Json& service = json["services"].emplace_back();
    service["key"] = view.services()[i].key;
    service["name"] = view.services()[i].name;
    put_figure(service, figures.all);
    service["left_out"] = addresses(view, figures.left_out);
    service["months"] = Json::array();
    for (const MonthAvailability& month : figures.months) {
      service["months"].push_back(month_json(view, month));
    }
  }
  return json.dump(1) + "\n";
}

}  // namespace debrief
