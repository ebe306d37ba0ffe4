#include "generator/insight/action_export.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "generator/base/hash.h"
#include "generator/base/json_values.h"
#include "generator/base/text.h"

namespace debrief {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kCalendarBreak = "\r\n";
constexpr std::size_t kLineBytes = 75;  // RFC 5545, 3.1

struct Entry {
  const ViewIncident& incident;
  const ViewActionItem& action;
  const RegisterItem& item;
};

Entry entry_of(const View& view, const RegisterItem& item) {
  return {view.incidents()[item.incident], action_of(view, item), item};
}

std::string text_of(const ViewActionItem& action) {
  return collapse_spaces(plain_text(action.text));
}

std::string address_of(const View& view, const ViewIncident& incident) {
  return fmt::format("{}incidents/{}/", view.site().base_url, incident.slug);
}

std::string day_text(const std::optional<Timestamp>& time) {
  return time ? to_string(*time) : std::string();
}

std::vector<std::string> service_keys(const View& view, const ViewIncident& incident) {
  std::vector<std::string> keys;
  for (const std::size_t i : incident.services) keys.push_back(view.services()[i].key);
  return keys;
}

std::string joined(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, "; "));
}

Json item_json(const View& view, const Entry& entry) {
  Json json;
  json["text"] = text_of(entry.action);
  json["state"] = to_string(entry.item.state);
  json["progress"] = text_or_null(entry.action.progress);
  json["owners"] = entry.action.owners;
  json["teams"] = entry.action.teams;
  json["priority"] = text_or_null(entry.action.priority);
  json["type"] = text_or_null(entry.action.type);
  json["due"] = time_or_null(entry.action.due);
  json["completed"] = time_or_null(entry.action.completed);
  json["days_late"] = entry.item.late.count();
  json["age_days"] = entry.item.age ? Json(entry.item.age->count()) : Json(nullptr);
  json["ticket"] = text_or_null(entry.action.ticket);
  json["ticket_url"] = text_or_null(entry.action.ticket_url);
  Json incident;
  incident["id"] = text_or_null(entry.incident.id);
  incident["title"] = entry.incident.title;
  incident["path"] = text_or_null(entry.incident.source_path);
  incident["services"] = service_keys(view, entry.incident);
  incident["has_recurred"] = entry.item.has_recurred;
  json["incident"] = std::move(incident);
  return json;
}

// What begins so is a formula to spreadsheets, whoever wrote it.
std::string without_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos
             ? "'" + text
             : text;
}

std::string csv_cell(const std::string& written) {
  const std::string text = without_formula(written);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

// RFC 5545, 3.3.11.
std::string calendar_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') escaped += '\\';
    if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// A line that is too long goes on in the next, after a space; never within a character.
void add_line(std::string& calendar, std::string line) {
  std::size_t room = kLineBytes;
  while (line.size() > room) {
    std::size_t cut = room;
    while ((static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    calendar += line.substr(0, cut);
    calendar += kCalendarBreak;
    calendar += ' ';
    line.erase(0, cut);
    room = kLineBytes - 1;
  }
  calendar += line;
  calendar += kCalendarBreak;
}

std::string compact(Day day) {
  const CivilDate date = civil_date_utc(day);
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

void add_event(std::string& calendar, const View& view, const Entry& entry, Day today) {
  const Day due = last_day(*entry.action.due);
  const std::string text = text_of(entry.action);
  std::string about = entry.incident.title;
  if (!entry.action.owners.empty()) about += "\n" + joined(entry.action.owners);
  add_line(calendar, "BEGIN:VEVENT");
  add_line(calendar,
           fmt::format("UID:{}@debrief", content_hash(entry.incident.slug + "\n" + text)));
  add_line(calendar, fmt::format("DTSTAMP:{}T000000Z", compact(today)));
  add_line(calendar, fmt::format("DTSTART;VALUE=DATE:{}", compact(due)));
  add_line(calendar, fmt::format("DTEND;VALUE=DATE:{}", compact(due + std::chrono::days(1))));
  add_line(calendar, "SUMMARY:" + calendar_text(text));
  add_line(calendar, "DESCRIPTION:" + calendar_text(about));
  add_line(calendar, "URL:" + address_of(view, entry.incident));
  add_line(calendar, "TRANSP:TRANSPARENT");
  add_line(calendar, "END:VEVENT");
}

}  // namespace

std::string actions_json(const View& view, const std::vector<RegisterItem>& items, Day today) {
  const Completion figures = completion(view, items);
  Json json;
  json["today"] = to_string(today);
  json["completion"] = {{"all", figures.all},
                        {"done", figures.done},
                        {"due", figures.due},
                        {"on_time", figures.on_time}};
  json["actions"] = Json::array();
  for (const RegisterItem& item : items) {
    json["actions"].push_back(item_json(view, entry_of(view, item)));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string actions_csv(const View& view, const std::vector<RegisterItem>& items) {
  std::string csv =
      "state,text,owners,priority,type,due,completed,days_late,age_days,ticket,incident,title,"
      "services,teams\r\n";
  for (const RegisterItem& item : items) {
    const Entry entry = entry_of(view, item);
    const std::string cells[] = {
        std::string(to_string(item.state)),
        text_of(entry.action),
        joined(entry.action.owners),
        entry.action.priority,
        entry.action.type,
        entry.action.due ? day_text(entry.action.due) : entry.action.due_text,
        day_text(entry.action.completed),
        std::to_string(item.late.count()),
        item.age ? std::to_string(item.age->count()) : "",
        entry.action.ticket,
        entry.incident.id,
        entry.incident.title,
        joined(service_keys(view, entry.incident)),
        joined(entry.action.teams)};
    bool is_first = true;
    for (const std::string& cell : cells) {
      if (!is_first) csv += ',';
      is_first = false;
      csv += csv_cell(cell);
    }
    csv += "\r\n";
  }
  return csv;
}

std::string actions_calendar(const View& view, const std::vector<RegisterItem>& items, Day today) {
  std::string calendar;
  add_line(calendar, "BEGIN:VCALENDAR");
  add_line(calendar, "VERSION:2.0");
  add_line(calendar, "PRODID:-//Debrief//Action items//EN");
  add_line(calendar, "CALSCALE:GREGORIAN");
  add_line(calendar, "X-WR-CALNAME:" + calendar_text(view.site().title));
  for (const RegisterItem& item : items) {
    const Entry entry = entry_of(view, item);
    if (is_open(item.state) && entry.action.due) add_event(calendar, view, entry, today);
  }
  add_line(calendar, "END:VCALENDAR");
  return calendar;
}

}  // namespace debrief
