// The pages of a site: which there are, where they are and which template shows them. What
// is on them is made one page at a time (page_content.h), so that a site of ten thousand
// incidents never has all its pages in memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/site/site.h"

namespace debrief {

enum class PageKind {
  wiki_home,    // of the internal site
  status_home,  // of the public one
  incident_list,
  incident,
  public_text,
  maintenance_list,
  maintenance,
  maintenance_public_text,
  service_list,
  service,
  availability,          // of all services
  service_availability,  // of one
  cause_list,
  cause,
  severity_list,
  severity,
  tag_list,
  tag,
  archive,
  year,
  quarter,
  undated,
  action_list,         // what is to be done; these four on the internal site only
  closed_action_list,  // what was done, or will not be
  owner_list,
  owner,
  repeat_list,        // internal, too, as are those up to `definitions`
  review,             // the last four weeks
  publication_desk,   // what is public, what is to be, and what is not
  publication_group,  // one of its lists, if it is long
  improvement_list,   // what may be done some day
  trends,
  month_trends,
  definitions,
  guide_list,
  guide,
  search,
  search_help,
  not_found,
};

struct Page {
  PageKind kind = PageKind::not_found;
  std::size_t index = 0;   // of what the page is about: in the view, or in the SiteIndex
  std::size_t number = 1;  // of a page of a long list, from 1
  std::string path;        // "incidents/x/"
  std::string file;        // "incidents/x/index.html"
  std::string_view template_name;
};

// No list of incidents is longer on one page.
inline constexpr std::size_t kRowsPerPage = 100;

// At least 1: an empty list has a page that says so.
std::size_t page_count(std::size_t rows);

// Every page of the site, in a fixed order, each path once.
std::vector<Page> plan_pages(const Site& site);

}  // namespace debrief
