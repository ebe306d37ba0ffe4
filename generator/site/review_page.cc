// The review pack: the last four weeks on one page, to be printed for a team meeting. Internal
// only.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/text.h"
#include "generator/insight/digest.h"
#include "generator/site/action_rows.h"
#include "generator/site/fact_text.h"
#include "generator/site/incident_list.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/repeat_rows.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

constexpr std::chrono::days kFourWeeks(28);
// What does not fit into ten minutes is in the lists that the page leads to.
constexpr std::size_t kIncidentsShown = 20;
constexpr std::size_t kItemsShown = 15;
constexpr std::size_t kPostsShown = 15;

std::string more_text(const Site& site, std::size_t all, std::size_t shown) {
  return all > shown ? counted_text(site.texts, "more_count", all - shown) : std::string();
}

PageData::List text_rows(const std::vector<std::string>& texts) {
  PageData::List rows;
  for (const std::string& text : texts) rows.emplace_back().text("item", text);
  return rows;
}

void set_incident(PageData& row, const Site& site, const Links& links,
                  const DigestIncident& entry) {
  const ViewIncident& incident = site.view.incidents()[entry.incident];
  set_incident_link(row, site, links, incident);
  set_incident_state(row, site, links, incident);
  row.text("services", services_text(site.view, incident));
  row.text("summary", entry.learnings.empty() ? incident.summary : "");
  row.flag("has_learnings", !entry.learnings.empty());
  row.list("learnings", text_rows(entry.learnings));
  row.flag("has_actions", !entry.to_do.empty());
  row.list("actions", action_rows(site, links, entry.to_do, 0, entry.to_do.size()));
}

// {rows, more}; absent if there are none.
std::optional<PageData> incident_group(const Site& site, const Links& links,
                                       const std::vector<DigestIncident>& incidents) {
  if (incidents.empty()) return std::nullopt;
  PageData::List rows;
  for (const DigestIncident& entry : incidents) {
    if (rows.size() == kIncidentsShown) break;
    set_incident(rows.emplace_back(), site, links, entry);
  }
  PageData data;
  data.text("more", more_text(site, incidents.size(), rows.size()));
  data.text("href", links.to(kIncidentsPath)).list("rows", std::move(rows));
  return data;
}

std::optional<PageData> item_group(const Site& site, const Links& links,
                                   const std::vector<RegisterItem>& items, std::string_view path) {
  if (items.empty()) return std::nullopt;
  const std::size_t shown = std::min(items.size(), kItemsShown);
  PageData data;
  data.text("more", more_text(site, items.size(), shown)).text("href", links.to(path));
  data.list("rows", action_rows(site, links, items, 0, shown));
  return data;
}

PageData::List earlier_rows(const Site& site, const Links& links, const DigestRepeat& repeat) {
  PageData::List rows;
  for (const ChainLink& link : repeat.earlier) {
    PageData& row = rows.emplace_back();
    set_incident_link(row, site, links, site.view.incidents()[link.incident]);
    row.text("done", done_or_none_text(site.texts, site.view, link.items));
  }
  return rows;
}

// What came back, as its authors say, and what perhaps did.
std::optional<PageData> repeat_group(const Site& site, const Links& links, const Digest& digest) {
  if (digest.repeats.empty() && digest.likely_repeats.empty()) return std::nullopt;
  PageData::List rows;
  for (const DigestRepeat& repeat : digest.repeats) {
    if (rows.size() == kPostsShown) break;
    PageData& row = rows.emplace_back();
    set_incident_link(row, site, links, site.view.incidents()[repeat.incident]);
    row.list("earlier", earlier_rows(site, links, repeat));
  }
  PageData::List likely = likely_repeat_rows(site, links, digest.likely_repeats, kPostsShown);
  PageData data;
  data.text("href", links.to(kRepeatsPath)).list("rows", std::move(rows));
  data.flag("has_likely", !likely.empty()).list("likely", std::move(likely));
  return data;
}

// Incidents, each with one of its days.
std::optional<PageData> post_group(const Site& site, const Links& links,
                                   const std::vector<IncidentIndex>& incidents,
                                   std::optional<Timestamp> ViewIncident::*time) {
  if (incidents.empty()) return std::nullopt;
  PageData::List rows;
  for (const IncidentIndex i : incidents) {
    if (rows.size() == kPostsShown) break;
    const ViewIncident& incident = site.view.incidents()[i];
    PageData& row = rows.emplace_back();
    row.text("title", incident.title).text("href", links.to(incident_path(incident.slug)));
    set_optional(row, "day", date_data(site, incident.*time));
  }
  PageData data;
  data.text("more", more_text(site, incidents.size(), rows.size())).list("rows", std::move(rows));
  return data;
}

std::optional<PageData> last_incident(const Site& site, const Links& links, Day first) {
  const std::optional<IncidentIndex> last = last_incident_before(site.view, first);
  if (!last) return std::nullopt;
  PageData data;
  set_incident_link(data, site, links, site.view.incidents()[*last]);
  return data;
}

}  // namespace

PageData review_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("review");
  head.description = titled_text(site.texts, site.view.site().title, head.title);
  PageData data = page_frame(site, page, links, head);
  const Day first = site.today - kFourWeeks;
  const Digest found = digest(site.view, site.register_items, site.similar, first, site.today);
  data.text("days", fill_text(site.texts.label("from_to"),
                              {{"from", date_text(site.texts, Seconds(first))},
                               {"to", date_text(site.texts, Seconds(site.today))}}));
  set_optional(data, "happened", incident_group(site, links, found.incidents));
  set_optional(data, "last",
               found.incidents.empty() ? last_incident(site, links, first) : std::nullopt);
  set_optional(data, "overdue", item_group(site, links, found.overdue, kActionsPath));
  set_optional(data, "completed", item_group(site, links, found.completed, kClosedActionsPath));
  set_optional(data, "repeats", repeat_group(site, links, found));
  set_optional(data, "published",
               post_group(site, links, found.published, &ViewIncident::published));
  set_optional(data, "unreviewed",
               post_group(site, links, found.unreviewed, &ViewIncident::resolved));
  return data;
}

}  // namespace debrief
