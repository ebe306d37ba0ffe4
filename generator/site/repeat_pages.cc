// Incidents that happened again, and what had been done about them. Internal only.
#include <string>
#include <utility>
#include <vector>

#include "generator/insight/recurrence.h"
#include "generator/site/action_rows.h"
#include "generator/site/fact_text.h"
#include "generator/site/incident_list.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/repeat_rows.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

constexpr std::size_t kChainsShown = 100;
constexpr std::size_t kLikelyShown = 25;

PageData::List link_rows(const Site& site, const Links& links, const Chain& chain) {
  PageData::List rows;
  for (const ChainLink& link : chain.links) {
    PageData& row = rows.emplace_back();
    set_incident_link(row, site, links, site.view.incidents()[link.incident]);
    row.text("done", done_text(site.texts, site.view, link.items));
    row.flag("has_actions", !link.items.empty());
    // The register begins with what is not done, which is what one wants to know.
    row.list("actions", action_rows(site, links, link.items, 0, link.items.size()));
  }
  return rows;
}

}  // namespace

PageData repeat_list_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("repeat_list");
  head.description = titled_text(site.texts, site.view.site().title, head.title);
  PageData data = page_frame(site, page, links, head);
  const std::vector<Chain> chains = recurrence_chains(site.view, site.register_items);
  PageData::List rows;
  for (const Chain& chain : chains) {
    if (rows.size() == kChainsShown) break;
    PageData& row = rows.emplace_back();
    row.text("title", site.view.incidents()[chain.links.back().incident].title);
    row.text("count", counted_text(site.texts, "times_count", chain.links.size()));
    row.list("incidents", link_rows(site, links, chain));
  }
  data.flag("has_chains", !rows.empty()).list("chains", std::move(rows));
  PageData::List likely =
      likely_repeat_rows(site, links, likely_repeats(site.view, site.similar), kLikelyShown);
  data.flag("has_likely", !likely.empty()).list("likely", std::move(likely));
  return data;
}

}  // namespace debrief
