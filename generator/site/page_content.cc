#include "generator/site/page_content.h"

#include <stdexcept>

#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

PageData not_found_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("not_found");
  return page_frame(site, page, links, head);
}

}  // namespace

PageData page_content(const Site& site, const Page& page) {
  const Links links = page.kind == PageKind::not_found
                          ? Links::from_anywhere(site.view.site().base_url)
                          : Links::from_page(page.path);
  switch (page.kind) {
    case PageKind::wiki_home:
      return wiki_home_page(site, page, links);
    case PageKind::status_home:
      return status_home_page(site, page, links);
    case PageKind::incident_list:
      return incident_list_page(site, page, links);
    case PageKind::incident:
      return incident_page(site, page, links);
    case PageKind::maintenance_list:
      return maintenance_list_page(site, page, links);
    case PageKind::maintenance:
      return maintenance_page(site, page, links);
    case PageKind::public_text:
    case PageKind::maintenance_public_text:
      return public_text_page(site, page, links);
    case PageKind::service_list:
      return service_list_page(site, page, links);
    case PageKind::service:
      return service_page(site, page, links);
    case PageKind::availability:
      return availability_page(site, page, links);
    case PageKind::service_availability:
      return service_availability_page(site, page, links);
    case PageKind::cause_list:
      return cause_list_page(site, page, links);
    case PageKind::cause:
      return cause_page(site, page, links);
    case PageKind::severity_list:
      return severity_list_page(site, page, links);
    case PageKind::severity:
      return severity_page(site, page, links);
    case PageKind::tag_list:
      return tag_list_page(site, page, links);
    case PageKind::tag:
      return tag_page(site, page, links);
    case PageKind::archive:
      return archive_page(site, page, links);
    case PageKind::year:
      return year_page(site, page, links);
    case PageKind::quarter:
      return quarter_page(site, page, links);
    case PageKind::undated:
      return undated_page(site, page, links);
    case PageKind::action_list:
      return action_list_page(site, page, links);
    case PageKind::closed_action_list:
      return closed_action_list_page(site, page, links);
    case PageKind::owner_list:
      return owner_list_page(site, page, links);
    case PageKind::owner:
      return owner_page(site, page, links);
    case PageKind::repeat_list:
      return repeat_list_page(site, page, links);
    case PageKind::review:
      return review_page(site, page, links);
    case PageKind::publication_desk:
      return publication_desk_page(site, page, links);
    case PageKind::publication_group:
      return publication_group_page(site, page, links);
    case PageKind::improvement_list:
      return improvement_list_page(site, page, links);
    case PageKind::trends:
    case PageKind::month_trends:
      return trend_page(site, page, links);
    case PageKind::definitions:
      return definition_page(site, page, links);
    case PageKind::guide_list:
      return guide_list_page(site, page, links);
    case PageKind::guide:
      return guide_page(site, page, links);
    case PageKind::search:
      return search_page(site, page, links);
    case PageKind::search_help:
      return search_help_page(site, page, links);
    case PageKind::not_found:
      return not_found_page(site, page, links);
  }
  throw std::logic_error("a page of no kind");
}

}  // namespace debrief
