// Trends: what is drawn, what stands beside the drawings, and what they leave out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "generator/site/figure_table.h"
#include "generator/site/range_chart.h"
#include "generator/site/stacked_bars.h"
#include "generator/site/texts.h"
#include "generator/site/urls.h"
#include "tests/support/sample_view.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page_of(const View& view, std::string_view path) {
  return render_site(view).at(file_of(path));
}

View with(std::vector<ViewIncident> incidents) {
  ViewParts parts = empty_parts();
  parts.severities = {{"sev1", "SEV1", ""}, {"sev2", "SEV2", ""}};
  parts.services = {{"pool", "Pool", "", "", "", {}}};
  parts.causes = {{"capacity", "Capacity", "", {}}};
  parts.incidents = std::move(incidents);
  return make_view(Audience::internal, std::move(parts));
}

// Of 5 January 2026, an hour long.
ViewIncident one() {
  ViewIncident incident = incident_at("One", "2026-01-05T10:00:00Z");
  incident.id = "PM-1";
  incident.resolved = parse_timestamp("2026-01-05T11:00:00Z");
  incident.state = IncidentState::resolved;
  incident.severity = 1;
  incident.services = {0};
  incident.causes = {0};
  incident.detection = "alert";
  incident.review.date = parse_timestamp("2026-01-09");
  incident.actions.emplace_back();
  return incident;
}

TEST(TrendPages, AreOfTheInternalSiteAndLinkedOnEachOfItsPages) {
  const RenderedSite internal =
      render_site(make_view(Audience::internal, sample_parts(Audience::internal)));
  EXPECT_TRUE(internal.contains("trends/index.html"));
  EXPECT_THAT(internal.at("index.html"), HasSubstr("<a href=\"trends/\">Trends</a>"));
  for (const auto& [path, bytes] :
       render_site(make_view(Audience::public_, sample_parts(Audience::public_)))) {
    EXPECT_FALSE(path.starts_with("trends/")) << path;
    EXPECT_THAT(bytes, Not(HasSubstr("trends/"))) << path;
  }
  EXPECT_FALSE(render_site(with({})).contains("trends/index.html"));
}

TEST(TrendPages, OfOneIncidentSayAllOfIt) {
  EXPECT_EQ(main_text(page_of(with({one()}), kTrendsPath)), R"(Trends
Q1 2026: 1 incident
By month What the figures mean
Incidents by severity
Time to resolve
Noticed first by
Causes
Services
New and recurring
Action items opened and closed
Reviewed within 48 hours
Post-mortem done within 7 days
Time without an incident
Incidents by severity
How many incidents started, and how bad they were. Definition
1 Q1 2026
SEV1
SEV2
As a table
Quarter | Incidents | SEV1 | SEV2
Q1 2026 | 1 | 0 | 1
Time to resolve
The dot is the median; the line reaches up to the time that 9 of 10 took no longer than. Each step of the scale is many times the one below it. The table says both, of other times, too. Definition
1 h 6 h Q1 2026 As a table
Quarter | Resolved | Detected | Acknowledged | Mitigated
Q1 2026 | 1 h | of 1 | – | – | –
Noticed first by
Of the incidents that say who noticed them first. Definition
1 Q1 2026
An alert
An employee
A partner
A customer
As a table
Quarter | An alert | An employee | A partner | A customer
Q1 2026 | 1 | 100 % | 0 | 0 | 0
Causes
How many incidents had each cause: the stronger the colour, the more. Definition
Cause | Q1 2026 | Total
Capacity | 1 | 1
All causes
Services
How many incidents hit each service: the stronger the colour, the more. Definition
Service | Q1 2026 | Total
Pool | 1 | 1
All services
New and recurring
Incidents that had happened before, as their authors say. Definition
1 Q1 2026
Recurring
New
As a table
Quarter | Recurring | New
Q1 2026 | 0 | 1
Incidents that happened again
Action items opened and closed
Of what was to be done, how much came up and how much was done. Definition
Q1 2026
Opened
Closed
As a table
Quarter | Opened | Closed
Q1 2026 | 1 | 0
Actions
Reviewed within 48 hours
Whether the review was held within 48 hours of the end of the incident. Definition
1 Q1 2026
In time
Late
Not yet
Not stated
As a table
Quarter | In time | Late | Not yet | Not stated
Q1 2026 | 0 | 1 | 0 | 0
1 incident is late. | PM-1
Post-mortem done within 7 days
Whether the post-mortem was done within 7 days of the end of the incident. Definition
1 incident does not say when.
Time without an incident
The longest time that each service went without one, the shortest first. Definition
Service | Longest | At present
Pool | 85 days | 5 January 2026 – Today | 85 days
All services
)");
}

TEST(TrendPages, WithoutAMonthThereIsNothingToCount) {
  EXPECT_THAT(main_text(page_of(with({incident_at("Year", "2024")}), kTrendsPath)),
              HasSubstr("Nothing can be counted yet"));
}

TEST(TrendPages, SayWhoIsLeftOut) {
  ViewIncident doubtful = one();
  doubtful.id = "PM-2";
  doubtful.slug = "two";
  doubtful.times_in_doubt = true;
  ViewIncident year = incident_at("Year", "2024");
  year.id = "PM-0";
  const std::string text = main_text(page_of(with({doubtful, one(), year}), kTrendsPath));
  EXPECT_THAT(
      text,
      HasSubstr("1 incident is left out of all figures: no month of its start is known. | PM-0"));
  EXPECT_THAT(text, HasSubstr("1 incident is left out: its times contradict each other. | PM-2"));
}

TEST(TrendPages, EachNumberLeadsToItsIncidents) {
  const std::string html = page_of(with({one()}), kTrendsPath);
  EXPECT_THAT(html,
              HasSubstr("<th scope=\"row\"><a href=\"../archive/2026/q1/\">Q1 2026</a></th>"));
  EXPECT_THAT(html,
              HasSubstr("<a href=\"../search/?q=severity%3Asev2%202026-01-01..2026-03-31\">1</a>"));
  EXPECT_THAT(page_of(with({one()}), kMonthTrendsPath),
              HasSubstr("<a href=\"../../search/?q=2026-01-01..2026-01-31\">January 2026</a>"));
}

TEST(TrendPages, ShowTheLastTwelveQuartersAndTwentyFourMonths) {
  const View view = with({one(), incident_at("Old", "2019-01-01")});
  const auto rows = [&](std::string_view path, std::string_view label) {
    const std::string text = main_text(page_of(view, path));
    return text.find(label) != std::string::npos;
  };
  EXPECT_TRUE(rows(kTrendsPath, "Q2 2023"));
  EXPECT_FALSE(rows(kTrendsPath, "Q1 2023"));
  EXPECT_TRUE(rows(kMonthTrendsPath, "April 2024"));
  EXPECT_FALSE(rows(kMonthTrendsPath, "March 2024"));
}

TEST(TrendPages, EveryFigureIsDefinedInBothLanguages) {
  for (const char* language : {"en", "de"}) {
    ViewParts parts = sample_parts(Audience::internal);
    parts.site.language = language;
    const RenderedSite site = render_site(make_view(Audience::internal, std::move(parts)));
    const std::string& definitions = site.at("trends/definitions/index.html");
    for (const HtmlTag& heading : find_tags(site.at("trends/index.html"), "h2")) {
      const std::string id = attribute(heading, "id");
      EXPECT_THAT(definitions, HasSubstr("<h2 id=\"" + id + "\">")) << language;
    }
  }
}

Period quarter(int number) {
  return {PeriodLength::quarter, 2026, number};
}

// "level-1 y height" of each part, a line for each bar.
std::string parts_of(const std::vector<StackedBar>& bars, BarLayout layout) {
  const PageData data = stacked_bars(Texts("en"), "Title", "Description",
                                     {{"level-1", "SEV1"}, {"level-2", "SEV2"}}, bars, layout);
  std::string out;
  for (const PageData& bar : std::get<PageData::List>(*data.find("bars"))) {
    const auto text = [](const PageData& of, std::string_view name) {
      return std::get<std::string>(*of.find(name));
    };
    out += text(bar, "label") + " " + text(bar, "total") + ":";
    for (const PageData& part : std::get<PageData::List>(*bar.find("parts"))) {
      out += " " + text(part, "style") + " " + text(part, "x") + " " + text(part, "y") + "+" +
             text(part, "height");
    }
    out += "\n";
  }
  return out;
}

TEST(StackedBars, StandOnEachOtherOrSideBySide) {
  const std::vector<StackedBar> bars = {
      {quarter(1), {1, 3}}, {quarter(2), {0, 0}}, {quarter(3), {2, 0}}, {quarter(4), {0, 1}}};
  EXPECT_EQ(parts_of(bars, BarLayout::stacked),
            "Q1 4: level-1 2.50% 108+30 level-2 2.50% 18+90\n"
            "Q2 :\n"
            "Q3 2: level-1 35.83% 78+60\n"
            "Q4 1: level-2 52.50% 108+30\n");
  EXPECT_EQ(parts_of(bars, BarLayout::shares),
            "Q1 4: level-1 2.50% 108+30 level-2 2.50% 18+90\n"
            "Q2 :\n"
            "Q3 2: level-1 35.83% 18+120\n"
            "Q4 1: level-2 52.50% 18+120\n");
  EXPECT_EQ(parts_of(bars, BarLayout::side_by_side),
            "Q1 : level-1 2.50% 98+40 level-2 8.33% 18+120\n"
            "Q2 :\n"
            "Q3 : level-1 35.83% 58+80\n"
            "Q4 : level-2 58.33% 98+40\n");
}

TEST(StackedBars, OneOfThousandsCanBeSeen) {
  EXPECT_EQ(parts_of({{quarter(1), {1, 9'999}}}, BarLayout::stacked),
            "Q1 10,000: level-1 2.50% 137+1 level-2 2.50% 18+119\n");
}

// The scale, and where each median and 90th percentile is on it.
std::string ranges_of(const std::vector<std::optional<TimeFigure>>& figures) {
  std::vector<RangeColumn> columns;
  for (const auto& figure : figures) columns.push_back({quarter(1), figure});
  const auto data = range_chart(Texts("en"), "Title", "Description", columns);
  if (!data) return "nothing";
  const auto text = [](const PageData& of, std::string_view name) {
    return std::get<std::string>(*of.find(name));
  };
  std::string out;
  for (const PageData& tick : std::get<PageData::List>(*data->find("ticks"))) {
    out += text(tick, "label") + " at " + text(tick, "y") + ", ";
  }
  for (const PageData& column : std::get<PageData::List>(*data->find("columns"))) {
    out += "| " + text(column, "median_y") + " " + text(column, "percentile_90_y") + " ";
  }
  return out;
}

TEST(RangeChart, HasAScaleThatHoldsAllOfIt) {
  using std::chrono::minutes;
  EXPECT_EQ(ranges_of({TimeFigure{minutes(10), minutes(60), 2}, std::nullopt}),
            "10 min at 168, 1 h at 18, | 168 18 |   ");
  // Nothing is shorter than a minute, and what is longer than a year is at the top.
  EXPECT_EQ(ranges_of({TimeFigure{minutes(0), minutes(1), 2}}),
            "1 min at 168, 10 min at 18, | 168 168 ");
  EXPECT_EQ(ranges_of({TimeFigure{std::chrono::days(400), std::chrono::days(800), 2}}),
            "30 d at 168, 365 d at 18, | 18 18 ");
  EXPECT_EQ(ranges_of({std::nullopt}), "nothing");
}

TEST(HeatCells, AreInFiveStepsAndNothingIsNone) {
  const Texts texts("en");
  std::string styles;
  for (const std::size_t count : {0, 1, 2, 3, 9, 10}) {
    styles += heat_cell(texts, count, 10, "x").style + " ";
  }
  EXPECT_EQ(styles, "heat-0 heat-1 heat-1 heat-2 heat-5 heat-5 ");
  EXPECT_EQ(heat_cell(texts, 0, 10, "x").href, "");
}

TEST(ShareCells, SayAllOnlyOfAll) {
  const Texts texts("en");
  EXPECT_EQ(share_cell(texts, 999, 1000).note, "99 %");
  EXPECT_EQ(share_cell(texts, 1000, 1000).note, "100 %");
  EXPECT_EQ(share_cell(texts, 2, 3).note, "67 %");
  EXPECT_EQ(share_cell(texts, 0, 3).note, "");
  EXPECT_EQ(share_cell(texts, 0, 0).note, "");
}

}  // namespace
}  // namespace debrief
