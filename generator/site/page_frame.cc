#include "generator/site/page_frame.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "generator/base/escape.h"
#include "generator/base/text.h"
#include "generator/site/browse.h"
#include "generator/site/optional_data.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

namespace debrief {

namespace {

constexpr std::size_t kDescriptionCharacters = 160;

// Which entry of the menu a page belongs to.
std::string_view section_of(PageKind kind) {
  switch (kind) {
    case PageKind::incident_list:
    case PageKind::incident:
    case PageKind::public_text:
      return kIncidentsPath;
    case PageKind::maintenance_list:
    case PageKind::maintenance:
    case PageKind::maintenance_public_text:
      return kMaintenancePath;
    case PageKind::service_list:
    case PageKind::service:
    case PageKind::availability:
    case PageKind::service_availability:
      return kServicesPath;
    case PageKind::cause_list:
    case PageKind::cause:
      return kCausesPath;
    case PageKind::severity_list:
    case PageKind::severity:
      return kSeveritiesPath;
    case PageKind::tag_list:
    case PageKind::tag:
      return kTagsPath;
    case PageKind::archive:
    case PageKind::year:
    case PageKind::quarter:
    case PageKind::undated:
      return kArchivePath;
    case PageKind::action_list:
    case PageKind::closed_action_list:
    case PageKind::owner_list:
    case PageKind::owner:
      return kActionsPath;
    case PageKind::repeat_list:
      return kRepeatsPath;
    case PageKind::review:
      return kReviewPath;
    case PageKind::publication_desk:
    case PageKind::publication_group:
      return kPublicationPath;
    case PageKind::improvement_list:
      return kImprovementsPath;
    case PageKind::trends:
    case PageKind::month_trends:
    case PageKind::definitions:
      return kTrendsPath;
    case PageKind::guide_list:
    case PageKind::guide:
      return kGuidesPath;
    case PageKind::wiki_home:
    case PageKind::status_home:
    case PageKind::search:
    case PageKind::search_help:
    case PageKind::not_found:
      break;
  }
  return "";
}

PageData menu_item(const Site& site, const Page& page, const Links& links, std::string_view name,
                   std::string_view path) {
  PageData item;
  item.text("label", site.texts.label(name)).text("href", links.to(path));
  item.flag("is_current", page.path == path);
  item.flag("is_section", page.path != path && section_of(page.kind) == path);
  return item;
}

// Lists that would be empty have their page, but nobody is sent there.
PageData::List main_menu(const Site& site, const Page& page, const Links& links) {
  PageData::List items;
  items.push_back(menu_item(site, page, links, "incidents", kIncidentsPath));
  if (!site.view.services().empty()) {
    items.push_back(menu_item(site, page, links, "services", kServicesPath));
  }
  if (!site.view.causes().empty()) {
    items.push_back(menu_item(site, page, links, "causes", kCausesPath));
  }
  // Customers plan by it; engineers find it at the foot of the page.
  if (!site.view.is_internal() && !site.maintenance.is_empty()) {
    items.push_back(menu_item(site, page, links, "maintenance", kMaintenancePath));
  }
  if (!site.actions.is_empty()) {
    items.push_back(menu_item(site, page, links, "actions", kActionsPath));
  }
  if (site.view.is_internal() && !site.view.incidents().empty()) {
    items.push_back(menu_item(site, page, links, "trends", kTrendsPath));
  }
  items.push_back(menu_item(site, page, links, "archive", kArchivePath));
  if (!site.view.guides().empty()) {
    items.push_back(menu_item(site, page, links, "guides", kGuidesPath));
  }
  return items;
}

PageData::List browse_menu(const Site& site, const Page& page, const Links& links) {
  PageData::List items;
  for (const auto& [label, path] : browse_pages(site.view, site.index)) {
    items.push_back(menu_item(site, page, links, label, path));
  }
  return items;
}

PageData::List footer_menu(const Site& site, const Page& page, const Links& links) {
  PageData::List items;
  if (!site.view.severities().empty()) {
    items.push_back(menu_item(site, page, links, "severities", kSeveritiesPath));
  }
  if (!site.index.tags.empty()) items.push_back(menu_item(site, page, links, "tags", kTagsPath));
  if (site.view.is_internal() && !site.maintenance.is_empty()) {
    items.push_back(menu_item(site, page, links, "maintenance", kMaintenancePath));
  }
  if (site.view.is_internal() && !site.view.incidents().empty()) {
    items.push_back(menu_item(site, page, links, "repeat_list", kRepeatsPath));
    items.push_back(menu_item(site, page, links, "review", kReviewPath));
  }
  if (site.view.is_internal() &&
      !(site.view.incidents().empty() && site.view.maintenance().empty())) {
    items.push_back(menu_item(site, page, links, "publication_desk", kPublicationPath));
  }
  if (!site.index.with_improvements.empty()) {
    items.push_back(menu_item(site, page, links, "improvements", kImprovementsPath));
  }
  items.push_back(menu_item(site, page, links, "search_help", kSearchHelpPath));
  items.push_back(menu_item(site, page, links, "feed", kFeedPath));
  return items;
}

// Where the site's own links lead: to pages of it, and elsewhere.
PageData::List own_links(const Site& site, const Page& page, const Links& links,
                         const std::vector<ViewMenuLink>& own) {
  PageData::List items;
  for (const ViewMenuLink& link : own) {
    const auto path = site.index.page_paths.find(link.page);
    const bool is_page = path != site.index.page_paths.end();
    PageData& item = items.emplace_back();
    item.text("label", link.name).text("href", is_page ? links.to(path->second) : link.url);
    item.flag("is_current", is_page && page.path == path->second).flag("is_section", false);
  }
  return items;
}

void append(PageData::List& items, PageData::List more) {
  items.insert(items.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

std::optional<PageData> logo(const Site& site, const Links& links) {
  const std::vector<ViewAsset>& assets = site.view.assets();
  const auto found = std::ranges::find(assets, site.view.site().look.logo, &ViewAsset::path);
  if (found == assets.end()) return std::nullopt;
  PageData data;
  data.text("href", links.to(found->path));
  data.text("width", found->width == 0 ? "" : std::to_string(found->width));
  data.text("height", found->height == 0 ? "" : std::to_string(found->height));
  return data;
}

// What the site adds to its theme.
void set_look(PageData& group, const Site& site, const Page& page, const Links& links) {
  const ViewLook& look = site.view.site().look;
  group.text("colors_href", site.colors ? links.to(site.colors->path) : "");
  set_optional(group, "logo", logo(site, links));
  group.text("footer_text", look.footer);
  PageData::List menu = main_menu(site, page, links);
  append(menu, own_links(site, page, links, look.menu));
  group.list("menu", std::move(menu));
  PageData::List footer = footer_menu(site, page, links);
  append(footer, own_links(site, page, links, look.footer_links));
  group.list("footer", std::move(footer));
}

// "style.css" -> "asset_style_css": a dot in a template's name would lead into a group.
std::string asset_name(std::string_view file) {
  std::string name = "asset_";
  for (const char c : file) {
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += is_plain ? c : '_';
  }
  return name;
}

std::string lang_attribute(std::string_view language) {
  return " lang=\"" + escape_html(language) + "\"";
}

// Where the interface has no texts of the content's language, pages are in two languages, and say
// where they change. "de-AT" and the German texts are one.
void set_languages(PageData& group, const Site& site) {
  const std::string& content = site.view.site().language;
  const bool differs = site.has_foreign_content();
  group.text("language", differs ? site.texts.language() : content);
  group.text("content_language", content);
  group.html("content_lang_html", differs ? lang_attribute(content) : "");
  group.html("text_lang_html", differs ? lang_attribute(site.texts.language()) : "");
}

// Whether the heading of such a page is a text of the knowledge base.
bool has_own_title(PageKind kind) {
  switch (kind) {
    case PageKind::wiki_home:
    case PageKind::status_home:
    case PageKind::incident:
    case PageKind::service:
    case PageKind::cause:
    case PageKind::severity:
    case PageKind::tag:
    case PageKind::guide:
      return true;
    default:
      return false;
  }
}

PageData site_group(const Site& site, const Page& page, const Links& links) {
  const ViewSite& about = site.view.site();
  PageData group;
  group.text("title", about.title);
  set_languages(group, site);
  group.flag("is_internal", site.view.is_internal()).flag("is_public", !site.view.is_internal());
  group.text("home_href", links.to("")).text("feed_href", links.to(kFeedPath));
  group.text("json_feed_href", links.to(kJsonFeedPath));
  group.text("status_api_href",
             site.view.is_internal() ? "" : links.to(std::string(kStatusApiPath) + "summary.json"));
  set_look(group, site, page, links);
  group.list("browse", browse_menu(site, page, links));
  group.text("opensearch_href", links.to(kOpenSearchPath));
  group.text("search_href", links.to(kSearchPath));
  group.text("search_help_href", links.to(kSearchHelpPath));
  group.text("search_index_href", links.to(kSearchIndexPath));
  group.text("words_href", links.to(site.words.path));
  std::set<std::string> names;
  for (const auto& [file, path] : site.assets) {
    const std::string name = asset_name(file);
    if (names.insert(name).second) group.text(name, links.to(path));
  }
  return group;
}

PageData::List crumb_rows(const Links& links, const std::vector<Crumb>& crumbs) {
  PageData::List rows;
  for (const Crumb& crumb : crumbs) {
    PageData& row = rows.emplace_back();
    row.text("label", crumb.label).text("href", links.to(crumb.path));
    row.text("position", std::to_string(rows.size()));
  }
  return rows;
}

PageData page_group(const Site& site, const Page& page, const Links& links, const PageHead& head) {
  const ViewSite& about = site.view.site();
  std::string document_title;
  if (!head.title.empty()) document_title = head.title + " · ";
  if (page.number > 1) {
    document_title =
        fill_text(site.texts.label("title_of_page"),
                  {{"title", head.title}, {"number", count_text(site.texts, page.number)}}) +
        " · ";
  }
  document_title += about.title;

  PageData group;
  group.text("title", head.title.empty() ? about.title : head.title);
  const bool is_foreign = has_own_title(page.kind) && site.has_foreign_content();
  group.html("title_lang_html", is_foreign ? lang_attribute(about.language) : "");
  group.text("document_title", std::move(document_title));
  const std::string& description = head.description.empty() ? head.title : head.description;
  group.text("description", shorten(collapse_spaces(description), kDescriptionCharacters));
  group.text("path", page.path);
  group.flag("is_article", head.is_article);
  group.text("modified", head.modified ? machine_time(*head.modified) : std::string());
  group.flag("is_search", page.kind == PageKind::search);
  group.flag("has_large_search", page.kind == PageKind::search || page.kind == PageKind::wiki_home);
  group.text("canonical", page.kind == PageKind::not_found
                              ? std::string()
                              : absolute_url(about.base_url, page.path));
  const bool has_feeds = !head.feeds_beside.empty();
  group.text("feed_href", has_feeds ? links.to(feed_path(head.feeds_beside)) : "");
  group.text("json_feed_href", has_feeds ? links.to(json_feed_path(head.feeds_beside)) : "");
  group.flag("has_crumbs", !head.crumbs.empty());
  group.list("crumbs", crumb_rows(links, head.crumbs));
  return group;
}

}  // namespace

PageData page_frame(const Site& site, const Page& page, const Links& links, const PageHead& head) {
  PageData data;
  data.group("site", site_group(site, page, links));
  data.group("page", page_group(site, page, links, head));
  data.group("text", site.text_group);
  return data;
}

}  // namespace debrief
