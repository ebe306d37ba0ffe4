#include <string>
#include <utility>

#include "generator/site/article.h"
#include "generator/site/guide_rows.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/texts.h"

namespace debrief {

PageData guide_list_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("guides");
  head.description = titled_text(site.texts, site.view.site().title, site.texts.label("guides"));
  PageData data = page_frame(site, page, links, head);
  data.flag("has_guides", !site.view.guides().empty());
  data.list("guides", guide_rows(site, links));
  return data;
}

PageData guide_page(const Site& site, const Page& page, const Links& links) {
  const ViewGuide& guide = site.view.guides()[page.index];
  PageHead head;
  head.title = guide.title;
  head.description = opening_text(guide.body);
  head.crumbs = {{site.texts.label("guides"), std::string(kGuidesPath)}};
  head.is_article = true;
  head.modified = guide.changed;
  PageData data = page_frame(site, page, links, head);
  set_article(data, site, links, guide.body, guide.footnotes);
  set_last_change(data, site, guide.changed);
  data.text("edit_href", edit_address(site, guide.source_path));
  return data;
}

}  // namespace debrief
