// Action items on their way to other programs, and which of them are asked for.
#include "generator/insight/action_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "generator/base/error.h"
#include "generator/insight/action_filter.h"
#include "tests/support/sample_view.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const Day kToday = parse_day("2026-03-11").value();

ViewActionItem item(std::string_view text) {
  ViewActionItem action;
  action.text = outline_of(text).intro.at(0).children;
  return action;
}

View sample() {
  ViewParts parts = empty_parts();
  parts.site.title = "Ships; quays";
  parts.site.base_url = "https://wiki.example/kb/";
  parts.services = {{"booking-api", "Booking API", "", "", "", {}}};
  parts.incidents = {incident_at("Pool, again", "2026-02-01"), incident_at("Disk", "2026-01-01")};
  parts.incidents[0].id = "PM-2026-002";
  parts.incidents[0].source_path = "incidents/pool.md";
  parts.incidents[0].services = {0};
  ViewActionItem late = item("Alert on the *pool*, before it is full");
  late.owners = {"Ilkka Rautio"};
  late.handles = {"ilkka"};
  late.teams = {"bookings"};
  late.progress = "In progress";
  late.priority = "P1";
  late.type = "detect";
  late.due = parse_timestamp("2026-03-01");
  late.ticket = "OPS-12";
  ViewActionItem done = item("=SUM(A1) is \"no\" formula");
  done.done = true;
  done.completed = parse_timestamp("2026-02-20");
  ViewActionItem long_one = item(
      "Ein sehr langer Text über größere Änderungen, der für eine einzige Zeile eines Kalenders "
      "viel zu lang ist");
  long_one.due = parse_timestamp("2026-12");
  parts.incidents[0].actions = {late, done};
  parts.incidents[1].actions = {long_one, item("Nothing more")};
  return make_view(Audience::internal, std::move(parts));
}

TEST(ActionsJson, SaysAllThatIsKnown) {
  const View view = sample();
  std::vector<RegisterItem> items = action_register(view, kToday);
  items.resize(1);
  EXPECT_EQ(actions_json(view, items, kToday), R"({
  "today": "2026-03-11",
  "completion": {
    "all": 1,
    "done": 0,
    "due": 1,
    "on_time": 0
  },
  "actions": [
    {
      "text": "Alert on the pool, before it is full",
      "state": "overdue",
      "progress": "In progress",
      "owners": [
        "Ilkka Rautio"
      ],
      "teams": [
        "bookings"
      ],
      "priority": "P1",
      "type": "detect",
      "due": "2026-03-01",
      "completed": null,
      "days_late": 10,
      "age_days": 38,
      "ticket": "OPS-12",
      "ticket_url": null,
      "incident": {
        "id": "PM-2026-002",
        "title": "Pool, again",
        "path": "incidents/pool.md",
        "services": [
          "booking-api"
        ],
        "has_recurred": false
      }
    }
  ]
}
)");
}

TEST(ActionsCsv, QuotesWhatItMustAndLetsNothingBeAFormula) {
  const View view = sample();
  EXPECT_EQ(actions_csv(view, action_register(view, kToday)),
            "state,text,owners,priority,type,due,completed,days_late,age_days,ticket,incident,"
            "title,services,teams\r\n"
            "overdue,\"Alert on the pool, before it is full\",Ilkka Rautio,P1,detect,2026-03-01,,"
            "10,38,OPS-12,PM-2026-002,\"Pool, again\",booking-api,bookings\r\n"
            "open,\"Ein sehr langer Text über größere Änderungen, der für eine einzige Zeile eines "
            "Kalenders viel zu lang ist\",,,,2026-12,,0,69,,,Disk,,\r\n"
            "open,Nothing more,,,,,,0,69,,,Disk,,\r\n"
            "done,\"'=SUM(A1) is \"\"no\"\" formula\",,,,,2026-02-20,0,,,PM-2026-002,"
            "\"Pool, again\",booking-api,\r\n");
}

TEST(ActionsCalendar, HasADayForEachOpenItemThatHasOne) {
  const View view = sample();
  const std::string calendar = actions_calendar(view, action_register(view, kToday), kToday);
  EXPECT_THAT(calendar, StartsWith("BEGIN:VCALENDAR\r\n"
                                   "VERSION:2.0\r\n"
                                   "PRODID:-//Debrief//Action items//EN\r\n"
                                   "CALSCALE:GREGORIAN\r\n"
                                   "X-WR-CALNAME:Ships\\; quays\r\n"
                                   "BEGIN:VEVENT\r\n"
                                   "UID:"));
  EXPECT_THAT(calendar, HasSubstr("DTSTAMP:20260311T000000Z\r\n"
                                  "DTSTART;VALUE=DATE:20260301\r\n"
                                  "DTEND;VALUE=DATE:20260302\r\n"
                                  "SUMMARY:Alert on the pool\\, before it is full\r\n"
                                  "DESCRIPTION:Pool\\, again\\nIlkka Rautio\r\n"
                                  "URL:https://wiki.example/kb/incidents/pool-again/\r\n"
                                  "TRANSP:TRANSPARENT\r\n"
                                  "END:VEVENT\r\n"));
  // A month is over with its last day.
  EXPECT_THAT(calendar, HasSubstr("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
  EXPECT_THAT(calendar, Not(HasSubstr("SUM(A1)")));
  EXPECT_THAT(calendar, Not(HasSubstr("Nothing more")));
}

// RFC 5545: no line is longer than 75 bytes, and none is cut within a character.
TEST(ActionsCalendar, FoldsLongLines) {
  const View view = sample();
  const std::string calendar = actions_calendar(view, action_register(view, kToday), kToday);
  std::string unfolded;
  for (std::size_t begin = 0; begin < calendar.size();) {
    const std::size_t end = calendar.find("\r\n", begin);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - begin, 75u);
    const bool goes_on = calendar[begin] == ' ';
    const char first = calendar[begin + (goes_on ? 1 : 0)];
    EXPECT_NE(static_cast<unsigned char>(first) & 0xC0U, 0x80U);
    unfolded += (goes_on ? "" : "\n") +
                calendar.substr(begin + (goes_on ? 1 : 0), end - begin - (goes_on ? 1 : 0));
    begin = end + 2;
  }
  EXPECT_THAT(unfolded,
              HasSubstr("\nSUMMARY:Ein sehr langer Text über größere Änderungen\\, der für "
                        "eine einzige Zeile eines Kalenders viel zu lang ist\n"));
}

TEST(ActionsCalendar, KeepsTheIdOfAnItem) {
  const View view = sample();
  const auto uid = [&](std::string_view day) {
    const Day today = parse_day(day).value();
    const std::string calendar = actions_calendar(view, action_register(view, today), today);
    return calendar.substr(calendar.find("UID:"), 20);
  };
  EXPECT_EQ(uid("2026-03-11"), uid("2026-06-01"));
}

std::string filtered(const ActionFilter& filter) {
  const View view = sample();
  std::string out;
  for (const RegisterItem& each : filter_actions(view, action_register(view, kToday), filter)) {
    out += std::string(to_string(each.state)) + " ";
  }
  return out;
}

TEST(ActionFilter, AsksForNothingInParticularWhereItIsEmpty) {
  EXPECT_EQ(filtered({}), "overdue open open done ");
}

TEST(ActionFilter, KnowsNamesAndHandlesInAnyCase) {
  EXPECT_EQ(filtered({.owners = {"ilkka rautio"}}), "overdue ");
  EXPECT_EQ(filtered({.owners = {"Ilkka"}}), "overdue ");
  EXPECT_EQ(filtered({.services = {"BOOKING-API"}}), "overdue done ");
  EXPECT_EQ(filtered({.services = {"booking api"}, .priorities = {"p1"}}), "overdue ");
  EXPECT_EQ(filtered({.types = {"Detect"}}), "overdue ");
  EXPECT_EQ(filtered({.states = {ActionState::open, ActionState::done}}), "open open done ");
}

// "Who has nobody?" is what a team lead asks first; a person of that name is asked for by it.
TEST(ActionFilter, FindsWhatNobodyOwns) {
  EXPECT_EQ(filtered({.owners = {"Nobody"}}), "open open done ");
  EXPECT_EQ(filtered({.owners = {"nobody", "ilkka"}}), "overdue open open done ");
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("Pool", "2026-02-01")};
  parts.incidents[0].actions = {item("Captain's"), item("Unowned")};
  parts.incidents[0].actions[0].owners = {"Nobody"};
  const View view = make_view(Audience::internal, std::move(parts));
  const auto found = filter_actions(view, action_register(view, kToday), {.owners = {"nobody"}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(plain_text(action_of(view, found[0]).text), "Captain's");
}

TEST(ActionFilter, KnowsTeams) {
  EXPECT_EQ(filtered({.teams = {"Bookings"}}), "overdue ");
}

TEST(ActionFilter, SaysWhatThereIsInsteadOfNothing) {
  const auto problem = [](const ActionFilter& filter) -> std::string {
    try {
      filtered(filter);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(problem({.teams = {"booking"}}),
            "no action item has the team 'booking'; did you mean 'bookings'?");
  EXPECT_EQ(problem({.owners = {"Ilka"}}),
            "no action item has the owner 'Ilka'; did you mean 'ilkka'?");
  EXPECT_EQ(problem({.priorities = {"P9"}}),
            "no action item has the priority 'P9'; did you mean 'P1'?");
}

}  // namespace
}  // namespace debrief
