// The names that each kind of page gives to its template, beside those of the page frame.
// One function a kind, with the page's own links; page_content.h chooses among them.
#pragma once

#include "generator/site/page.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

PageData wiki_home_page(const Site& site, const Page& page, const Links& links);
PageData status_home_page(const Site& site, const Page& page, const Links& links);
PageData incident_page(const Site& site, const Page& page, const Links& links);
// Of an incident that has a public text: it and the internal one, side by side.
PageData public_text_page(const Site& site, const Page& page, const Links& links);

// Lists of incidents that say little else: all, of a severity, of a tag, of a quarter, and
// those without a date.
PageData incident_list_page(const Site& site, const Page& page, const Links& links);
PageData severity_page(const Site& site, const Page& page, const Links& links);
PageData tag_page(const Site& site, const Page& page, const Links& links);
PageData quarter_page(const Site& site, const Page& page, const Links& links);
PageData undated_page(const Site& site, const Page& page, const Links& links);

PageData maintenance_list_page(const Site& site, const Page& page, const Links& links);
PageData maintenance_page(const Site& site, const Page& page, const Links& links);

PageData service_list_page(const Site& site, const Page& page, const Links& links);
PageData service_page(const Site& site, const Page& page, const Links& links);

PageData availability_page(const Site& site, const Page& page, const Links& links);
PageData service_availability_page(const Site& site, const Page& page, const Links& links);

PageData cause_list_page(const Site& site, const Page& page, const Links& links);
PageData cause_page(const Site& site, const Page& page, const Links& links);

PageData severity_list_page(const Site& site, const Page& page, const Links& links);
PageData tag_list_page(const Site& site, const Page& page, const Links& links);

PageData archive_page(const Site& site, const Page& page, const Links& links);
PageData year_page(const Site& site, const Page& page, const Links& links);

PageData action_list_page(const Site& site, const Page& page, const Links& links);
PageData closed_action_list_page(const Site& site, const Page& page, const Links& links);
PageData owner_list_page(const Site& site, const Page& page, const Links& links);
PageData owner_page(const Site& site, const Page& page, const Links& links);

PageData repeat_list_page(const Site& site, const Page& page, const Links& links);
PageData review_page(const Site& site, const Page& page, const Links& links);
PageData publication_desk_page(const Site& site, const Page& page, const Links& links);
PageData publication_group_page(const Site& site, const Page& page, const Links& links);
PageData improvement_list_page(const Site& site, const Page& page, const Links& links);

// By quarter or by month.
PageData trend_page(const Site& site, const Page& page, const Links& links);
PageData definition_page(const Site& site, const Page& page, const Links& links);

PageData guide_list_page(const Site& site, const Page& page, const Links& links);
PageData guide_page(const Site& site, const Page& page, const Links& links);

PageData search_page(const Site& site, const Page& page, const Links& links);
PageData search_help_page(const Site& site, const Page& page, const Links& links);

}  // namespace debrief
