// The register of action items: what is to be done, what was, and by whom. Internal only.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "generator/insight/action_register.h"
#include "generator/site/action_rows.h"
#include "generator/site/optional_data.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/paging.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

constexpr std::size_t kQuarters = 8;

// "67 %"; 100 only when it is all.
std::string percent_text(std::size_t part, std::size_t all) {
  if (all == 0) return "";
  const std::size_t rounded = (200 * part + all) / (2 * all);
  return std::to_string(part == all ? rounded : std::min<std::size_t>(rounded, 99)) + " %";
}

void set_completion(PageData& data, const Site& site, const Completion& figures) {
  data.text("all", count_text(site.texts, figures.all));
  data.text("done", count_text(site.texts, figures.done));
  data.text("done_share", percent_text(figures.done, figures.all));
  data.text("due", count_text(site.texts, figures.due));
  data.text("on_time", count_text(site.texts, figures.on_time));
  data.text("on_time_share", percent_text(figures.on_time, figures.due));
}

// From the first quarter in which anything was due. Absent if there is none.
std::optional<PageData> by_quarter(const Site& site) {
  PageData::List rows;
  for (const auto& [quarter, figures] :
       completion_by_quarter(site.view, site.register_items, site.today, kQuarters)) {
    if (rows.empty() && figures.all == 0) continue;
    PageData& row = rows.emplace_back();
    row.text("label", quarter_text(site.texts, quarter.year, quarter.number));
    set_completion(row, site, figures);
  }
  if (rows.empty()) return std::nullopt;
  PageData data;
  data.list("rows", std::move(rows));
  return data;
}

void set_actions(PageData& data, const Site& site, const Links& links,
                 const std::vector<RegisterItem>& items, std::string_view path,
                 std::size_t number) {
  const auto [begin, end] = rows_on_page(number, items.size());
  data.flag("has_tools", is_worth_tools(items.size()));
  data.flag("has_rows", begin != end).list("rows", action_rows(site, links, items, begin, end));
  set_optional(data, "paging", paging(site, links, path, number, items.size()));
}

PageHead action_head(const Site& site, std::string title) {
  PageHead head;
  head.description = titled_text(site.texts, site.view.site().title, title);
  head.title = std::move(title);
  return head;
}

PageData::List owner_rows(const Site& site, const Links& links) {
  PageData::List rows;
  for (const ActionLists::Owner& owner : site.actions.owners) {
    const std::vector<RegisterItem>& items = owner.owned.items;
    PageData& row = rows.emplace_back();
    row.text("name", owner.owned.name.empty() ? site.texts.label("nobody") : owner.owned.name);
    row.flag("is_nobody", owner.owned.name.empty());
    row.text("href", links.to(owner_path(owner.slug)));
    const std::size_t overdue = count_of(items, ActionState::overdue);
    row.text("open", count_text(site.texts, count_of(items, ActionState::open) + overdue));
    row.text("overdue", overdue == 0 ? "" : count_text(site.texts, overdue));
    set_completion(row, site, completion(site.view, items));
  }
  return rows;
}

}  // namespace

PageData action_list_page(const Site& site, const Page& page, const Links& links) {
  PageData data = page_frame(site, page, links, action_head(site, site.texts.label("actions")));
  const std::size_t overdue = count_of(site.actions.open, ActionState::overdue);
  data.flag("is_first", page.number == 1);
  data.text("open_count", count_text(site.texts, site.actions.open.size()));
  data.text("overdue_count", count_text(site.texts, overdue)).flag("is_late", overdue != 0);
  set_completion(data, site, completion(site.view, site.register_items));
  set_optional(data, "by_quarter", page.number == 1 ? by_quarter(site) : std::nullopt);
  data.text("calendar_href", links.to(kCalendarPath));
  data.text("closed_href", links.to(kClosedActionsPath));
  data.text("owners_href", links.to(kOwnersPath));
  set_actions(data, site, links, site.actions.open, kActionsPath, page.number);
  return data;
}

PageData closed_action_list_page(const Site& site, const Page& page, const Links& links) {
  PageHead head = action_head(site, site.texts.label("closed_actions"));
  head.crumbs = {{site.texts.label("actions"), std::string(kActionsPath)}};
  PageData data = page_frame(site, page, links, head);
  set_actions(data, site, links, site.actions.closed, kClosedActionsPath, page.number);
  return data;
}

PageData owner_list_page(const Site& site, const Page& page, const Links& links) {
  PageHead head = action_head(site, site.texts.label("owners"));
  head.crumbs = {{site.texts.label("actions"), std::string(kActionsPath)}};
  PageData data = page_frame(site, page, links, head);
  PageData::List rows = owner_rows(site, links);
  data.flag("has_tools", rows.size() >= kRowsWorthTools);
  data.list("rows", std::move(rows));
  return data;
}

PageData owner_page(const Site& site, const Page& page, const Links& links) {
  const ActionLists::Owner& owner = site.actions.owners[page.index];
  PageHead head =
      action_head(site, owner.owned.name.empty() ? site.texts.label("nobody") : owner.owned.name);
  head.crumbs = {{site.texts.label("actions"), std::string(kActionsPath)},
                 {site.texts.label("owners"), std::string(kOwnersPath)}};
  PageData data = page_frame(site, page, links, head);
  data.flag("is_first", page.number == 1);
  data.text("calendar_href", links.to(owner_calendar_path(owner.slug)));
  const std::size_t overdue = count_of(owner.owned.items, ActionState::overdue);
  data.text("open_count",
            count_text(site.texts, overdue + count_of(owner.owned.items, ActionState::open)));
  data.text("overdue_count", count_text(site.texts, overdue)).flag("is_late", overdue != 0);
  set_completion(data, site, completion(site.view, owner.owned.items));
  set_actions(data, site, links, owner.owned.items, owner_path(owner.slug), page.number);
  return data;
}

}  // namespace debrief
