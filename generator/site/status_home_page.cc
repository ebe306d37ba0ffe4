// The first page of the public site: how things are now, how each service did lately, and what
// happened, month by month.
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "generator/site/day_strip.h"
#include "generator/site/guide_rows.h"
#include "generator/site/maintenance_rows.h"
#include "generator/site/month_rows.h"
#include "generator/site/open_incidents.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/service_rows.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

// With more services than this, those without incidents in the time of the strips are not drawn.
constexpr std::size_t kServicesDrawn = 25;

bool is_calm(const PageData& strip) {
  return std::get<PageData::List>(*strip.find("days")).empty();
}

std::string text_of(const PageData& strip, std::string_view name) {
  return std::get<std::string>(*strip.find(name));
}

PageData services_by_day(const Site& site, const Links& links) {
  PageData::List services = service_rows(site, links);
  const bool is_long = services.size() > kServicesDrawn;
  PageData::List rows;
  std::string from;
  for (std::size_t i = 0; i < services.size() && rows.size() < kServicesDrawn; ++i) {
    PageData strip = day_strip(site, site.index.by_service[i]);
    if (is_long && is_calm(strip)) continue;
    services[i].text("days", text_of(strip, "summary"));
    from = text_of(strip, "from");
    services[i].group("strip", std::move(strip));
    rows.push_back(std::move(services[i]));
  }
  PageData data;
  data.flag("has_more", is_long).text("href", links.to(kServicesPath));
  data.flag("has_rows", !rows.empty()).text("from", std::move(from));
  data.list("rows", std::move(rows));
  return data;
}

}  // namespace

PageData status_home_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.description =
      titled_text(site.texts, site.view.site().title,
                  site.index.open.empty() ? site.texts.label("nothing_open")
                                          : open_count_text(site.texts, site.index.open.size()));
  PageData data = page_frame(site, page, links, head);
  const Month month = month_of(site.today);
  data.flag("has_incidents", !site.index.all.empty());
  data.text("count", incident_count_text(site.texts, site.index.all.size()));
  data.text("archive_href", links.to(kArchivePath));
  set_optional(data, "open", open_incidents(site, links));
  set_optional(data, "maintenance", coming_maintenance(site, links));
  data.flag("has_services", !site.view.services().empty());
  data.group("services", services_by_day(site, links));
  data.text("availability_href", site.availability.empty() ? "" : links.to(kAvailabilityPath));
  data.list("months", month_rows(site, links, month.before().before(), month));
  data.flag("has_guides", !site.view.guides().empty());
  data.list("guides", guide_rows(site, links));
  return data;
}

}  // namespace debrief
