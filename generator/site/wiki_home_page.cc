// The first page of the internal site: what is going on, what is late, what comes back.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/insight/incident_days.h"
#include "generator/insight/recurring_causes.h"
#include "generator/site/came_back.h"
#include "generator/site/count_table.h"
#include "generator/site/guide_rows.h"
#include "generator/site/incident_list.h"
#include "generator/site/maintenance_rows.h"
#include "generator/site/open_incidents.h"
#include "generator/site/optional_data.h"
#include "generator/site/overdue_rows.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/service_rows.h"
#include "generator/site/severity_counts.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

constexpr std::size_t kLatestIncidents = 10;
constexpr std::size_t kOverdueShown = 6;
constexpr std::size_t kComingBackShown = 5;
constexpr std::size_t kServicesShown = 10;
constexpr std::size_t kCausesShown = 10;
constexpr std::chrono::days kLately(30);

// Those that are not shown as ongoing above, newest first.
IncidentList latest_incidents(const Site& site) {
  IncidentList latest;
  for (const IncidentIndex i : site.index.all) {
    if (latest.size() == kLatestIncidents) break;
    if (site.view.incidents()[i].state != ViewIncident::State::open) latest.push_back(i);
  }
  return latest;
}

PageData latest_group(const Site& site, const Links& links) {
  const IncidentList latest = latest_incidents(site);
  PageData data;
  data.flag("has_rows", !latest.empty());
  data.list("rows", incident_rows(site, links, latest, kLatestIncidents));
  return data;
}

std::vector<Count> category_counts(const Site& site, const Links& links) {
  std::vector<Count> counts;
  for (std::size_t i = 0; i < site.view.causes().size(); ++i) {
    const ViewCause& cause = site.view.causes()[i];
    if (cause.parent) continue;
    counts.push_back(
        {cause.name, links.to(cause_path(cause.key)), site.index.by_cause[i].size(), ""});
  }
  return largest_counts(std::move(counts), kCausesShown);
}

// The day on which an incident started, if it is known and not after today.
std::optional<Day> day_of_start(const Site& site, const ViewIncident& incident) {
  const std::optional<Day> day = known_day(site.view, incident.started);
  return day && *day <= site.today ? day : std::nullopt;
}

std::size_t count_of_lately(const Site& site) {
  return static_cast<std::size_t>(std::ranges::count_if(site.index.all, [&](IncidentIndex i) {
    const std::optional<Day> day = day_of_start(site, site.view.incidents()[i]);
    return day && site.today - *day < kLately;
  }));
}

PageData& add_tile(PageData::List& tiles, std::string label, std::string value) {
  PageData& tile = tiles.emplace_back();
  tile.text("label", std::move(label)).text("value", std::move(value));
  return tile;
}

// How long ago the last incident was of the worst severity that there ever was one of.
void add_worst_tile(PageData::List& tiles, const Site& site, const Links& links) {
  for (std::size_t severity = 0; severity < site.index.by_severity.size(); ++severity) {
    for (const IncidentIndex i : site.index.by_severity[severity]) {
      const std::optional<Day> day = day_of_start(site, site.view.incidents()[i]);
      if (!day) continue;
      const ViewSeverity& about = site.view.severities()[severity];
      add_tile(tiles, fill_text(site.texts.label("since_worst"), {{"severity", about.label}}),
               counted_text(site.texts, "day_count",
                            static_cast<std::size_t>((site.today - *day).count())))
          .text("href", links.to(severity_path(about.key)));
      return;
    }
  }
}

PageData::List tiles(const Site& site, const Links& links) {
  PageData::List tiles;
  add_tile(tiles, site.texts.label("lately"),
           incident_count_text(site.texts, count_of_lately(site)))
      .text("href", links.to(kIncidentsPath));
  add_worst_tile(tiles, site, links);
  if (const std::size_t open = site.actions.open.size(); open != 0) {
    add_tile(tiles, site.texts.label("open_actions"), count_text(site.texts, open))
        .text("href", links.to(kActionsPath));
  }
  const std::size_t waiting = site.publications.of(PublicationGroup::waiting).size();
  if (waiting != 0) {
    add_tile(tiles, site.texts.label("to_be_published"), count_text(site.texts, waiting))
        .text("href", links.to(kPublicationPath));
  }
  return tiles;
}

// Rows of both kinds, if there are any.
std::optional<PageData> coming_back(const Site& site, const Links& links) {
  const IncidentList recent = incidents_of_last_year(site.view, site.index.all, site.today);
  std::optional<PageData> causes = recurring_cause_rows(site, links, recent, kComingBackShown);
  std::optional<PageData> repeats = repeat_rows(site, links, recent, kComingBackShown);
  if (!causes && !repeats) return std::nullopt;
  PageData data;
  data.text("href", links.to(kRepeatsPath));
  set_optional(data, "causes", std::move(causes));
  set_optional(data, "repeats", std::move(repeats));
  return data;
}

}  // namespace

PageData wiki_home_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.description = titled_text(site.texts, site.view.site().title,
                                 incident_count_text(site.texts, site.index.all.size()));
  PageData data = page_frame(site, page, links, head);

  data.flag("has_incidents", !site.index.all.empty());
  data.text("count", count_text(site.texts, site.index.all.size()));
  data.text("incidents_href", links.to(kIncidentsPath));
  data.text("review_href", links.to(kReviewPath));
  data.list("tiles", tiles(site, links));
  set_optional(data, "open", open_incidents(site, links));
  set_optional(data, "maintenance", coming_maintenance(site, links));
  data.group("latest", latest_group(site, links));
  set_optional(data, "overdue", overdue_rows(site, links, kOverdueShown));
  set_optional(data, "coming_back", coming_back(site, links));
  set_optional(data, "by_severity",
               count_table(site.texts, site.texts.label("by_severity"),
                           site.texts.label("severity"), severity_counts(site, links)));
  set_optional(data, "by_service",
               count_table(site.texts, site.texts.label("by_service"), site.texts.label("service"),
                           service_counts(site, links, site.index.all, kServicesShown)));
  set_optional(data, "by_cause",
               count_table(site.texts, site.texts.label("by_cause"), site.texts.label("cause"),
                           category_counts(site, links)));
  data.flag("has_guides", !site.view.guides().empty());
  data.list("guides", guide_rows(site, links));
  return data;
}

}  // namespace debrief
