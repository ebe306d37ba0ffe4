// What all pages have: the names `site`, `page` and `text` that every template knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/timestamp.h"
#include "generator/site/page.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

struct Crumb {
  std::string label;
  std::string path;
};

struct PageHead {
  std::string title;                  // of the page itself; empty for the home page
  std::string description;            // for search engines; the title if it is empty
  std::vector<Crumb> crumbs;          // what the page is below, outermost first
  std::string feeds_beside;           // the page whose feeds are its own; empty if it has none
  bool is_article = false;            // text of authors: an incident or a guide
  std::optional<Timestamp> modified;  // when what it says last changed; absent if that is not known
};

PageData page_frame(const Site& site, const Page& page, const Links& links, const PageHead& head);

}  // namespace debrief
