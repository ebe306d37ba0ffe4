#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/cli/likeness_text.h"
#include "generator/cli/terminal.h"
#include "generator/insight/related_incidents.h"
#include "generator/view/view.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

IncidentIndex find_incident(const View& view, const std::string& name) {
  const std::vector<ViewIncident>& all = view.incidents();
  const auto found = std::ranges::find_if(all, [&](const ViewIncident& incident) {
    return equal_ignoring_case(incident.id, name) || incident.source_path == name;
  });
  if (found != all.end()) return static_cast<IncidentIndex>(found - all.begin());
  std::vector<std::string> ids;
  for (const ViewIncident& incident : all) ids.push_back(incident.id);
  throw Error(fmt::format("there is no post-mortem with the id or path '{}'{}", name,
                          did_you_mean(name, ids)));
}

std::string name_of(const ViewIncident& incident) {
  return incident.id.empty() ? incident.source_path : incident.id;
}

void print_named(const View& view, std::string_view how, const std::vector<IncidentIndex>& named) {
  for (const IncidentIndex i : named) {
    const ViewIncident& incident = view.incidents()[i];
    fmt::print("{}  {}\n    {}\n", name_of(incident), incident.title, how);
  }
}

void print_text(const View& view, const ViewIncident& incident,
                const std::vector<RelatedIncident>& related) {
  print_named(view, "repeated by this one", incident.repeats);
  print_named(view, "repeats this one", incident.repeated_by);
  print_named(view, "named as related", incident.related);
  for (const RelatedIncident& other : related) {
    const ViewIncident& found = view.incidents()[other.incident];
    fmt::print("{}  {}\n    {}\n", name_of(found), found.title, likeness_text(view, other));
  }
  const bool has_named =
      !incident.repeats.empty() || !incident.repeated_by.empty() || !incident.related.empty();
  if (related.empty() && !has_named) fmt::print("No other post-mortem is like it.\n");
}

using Json = nlohmann::ordered_json;

Json incident_json(const ViewIncident& incident) {
  Json json;
  json["id"] = incident.id;
  json["title"] = incident.title;
  json["path"] = incident.source_path;
  return json;
}

Json named_json(const View& view, const std::vector<IncidentIndex>& named) {
  Json list = Json::array();
  for (const IncidentIndex i : named) list.push_back(incident_json(view.incidents()[i]));
  return list;
}

// The format is described in generator/insight/README.md and is kept stable.
void print_json(const View& view, const ViewIncident& incident,
                const std::vector<RelatedIncident>& related) {
  Json json = incident_json(incident);
  json["repeats"] = named_json(view, incident.repeats);
  json["repeated_by"] = named_json(view, incident.repeated_by);
  json["related"] = named_json(view, incident.related);
  json["similar"] = Json::array();
  for (const RelatedIncident& other : related) {
    Json entry = incident_json(view.incidents()[other.incident]);
    entry["causes"] = Json::array();
    for (const std::size_t i : other.causes) entry["causes"].push_back(view.causes()[i].key);
    entry["services"] = Json::array();
    for (const std::size_t i : other.services) entry["services"].push_back(view.services()[i].key);
    entry["words"] = other.words;
    json["similar"].push_back(std::move(entry));
  }
  fmt::print("{}\n", json.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

int related_command(const fs::path& root, const RelatedOptions& options) {
  Diagnostics diagnostics;
  const std::optional<View> view =
      read_internal_view(root, /*drafts=*/true, std::nullopt, diagnostics);
  if (!view) {
    print_diagnostics(diagnostics);
    return kExitContentProblems;
  }
  const IncidentIndex place = find_incident(*view, options.id);
  const ViewIncident& incident = view->incidents()[place];
  const auto all = related_incidents(*view, options.limit, default_jobs());
  if (options.json) {
    print_json(*view, incident, all[place]);
  } else {
    print_text(*view, incident, all[place]);
  }
  return kExitFine;
}

}  // namespace debrief
