// The figures of a page of trends: each a drawing, the same as a table, and what it leaves out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/insight/trends.h"
#include "generator/site/figure_table.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/stacked_bars.h"
#include "generator/site/urls.h"

namespace debrief {

// What the figures of one page are made from.
struct TrendPage {
  const Site& site;
  const Links& links;
  const Trends& trends;
  std::span<const PeriodFigures> shown;  // the last of its periods; at least one
  Figures all_shown;                     // of these together
};

// Where the incidents of a period are listed; empty if there are none.
std::string period_href(const TrendPage& page, const PeriodFigures& period);
// What the search finds for "severity:sev1" in the period, or from one to another.
std::string search_href(const TrendPage& page, std::string_view query, const Period& period);
std::string search_href(const TrendPage& page, std::string_view query, const Period& first,
                        const Period& last);

// {id, title, meaning (a sentence), definition_href; bars (stacked_bars.h), ranges (range_chart.h),
// table (figure_table.h), each a group or nothing; has_table, is_table_first (it is not put away);
// notes: [{note, has_incidents, incidents: [{name, href}], has_more}]; more: group or nothing with
// {label, href}}
class TrendFigure {
 public:
  // Its title is the text of this name, its meaning the one with "_meaning" behind it.
  TrendFigure(const TrendPage& page, std::string_view name);

  void draw(const std::vector<BarSeries>& series, const std::vector<StackedBar>& bars,
            BarLayout layout);
  void draw(std::optional<PageData> ranges);
  void put_away(FigureTable table);  // behind a word that shows it
  void show(FigureTable table);
  // The form of the text that goes with the number; nothing for none. Of incidents the first are
  // named.
  void note(std::string_view name, std::size_t count);
  void note(std::string_view name, const Incidents& incidents);
  void more(std::string_view label_name, std::string_view path);
  PageData take();

 private:
  void add_note(std::string_view name, std::size_t count, const Incidents& incidents);

  const TrendPage& page_;
  PageData data_;
  std::string title_;
  std::optional<PageData> bars_, ranges_, table_, more_;
  bool is_table_first_ = false;
  PageData::List notes_;
};

// Of how many incidents, from when to when, for those who do not see a drawing.
std::string drawn_text(const TrendPage& page);

PageData severity_figure(const TrendPage& page);
PageData time_figure(const TrendPage& page);
PageData detection_figure(const TrendPage& page);
PageData recurrence_figure(const TrendPage& page);
PageData review_figure(const TrendPage& page);
PageData publication_figure(const TrendPage& page);
// Each absent if there is nothing to say.
std::optional<PageData> action_figure(const TrendPage& page);
std::optional<PageData> cause_figure(const TrendPage& page);
std::optional<PageData> service_figure(const TrendPage& page);
std::optional<PageData> trigger_figure(const TrendPage& page);
std::optional<PageData> quiet_figure(const TrendPage& page);

}  // namespace debrief
