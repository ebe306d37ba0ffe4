#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <string>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/base/text.h"
#include "generator/cli/clock.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/cli/terminal.h"
#include "generator/insight/action_export.h"
#include "generator/insight/action_filter.h"
#include "generator/insight/action_register.h"
#include "generator/view/view.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

ActionFilter filter_of(const ActionsOptions& options) {
  ActionFilter filter;
  // What is overdue is open, too.
  if (options.open || options.overdue) filter.states.push_back(ActionState::overdue);
  if (options.open) filter.states.push_back(ActionState::open);
  if (options.done) filter.states.push_back(ActionState::done);
  filter.owners = options.owners;
  filter.teams = options.teams;
  filter.services = options.services;
  filter.priorities = options.priorities;
  filter.types = options.types;
  return filter;
}

std::string percent(std::size_t part, std::size_t all) {
  return fmt::format("{} of {} ({} %)", part, all, 100 * part / all);
}

// "overdue by 570 days, due 2025-04-30"
std::string when(const ViewActionItem& action, const RegisterItem& item) {
  const std::string due = action.due ? "due " + to_string(*action.due) : "";
  switch (item.state) {
    case ActionState::overdue:
      return fmt::format("{}, {} day{} late", due, item.late.count(),
                         item.late.count() == 1 ? "" : "s");
    case ActionState::done:
      return action.completed ? "done " + to_string(*action.completed) : due;
    default:
      return due.empty() && !action.due_text.empty() ? "due: " + action.due_text : due;
  }
}

void print_text(const View& view, const std::vector<RegisterItem>& items, bool is_of_all_states) {
  for (const RegisterItem& item : items) {
    const ViewIncident& incident = view.incidents()[item.incident];
    const ViewActionItem& action = action_of(view, item);
    fmt::print("{:8} {}\n", to_string(item.state), collapse_spaces(plain_text(action.text)));
    std::vector<std::string> facts;
    for (const std::string& fact :
         {std::string(fmt::format("{}", fmt::join(action.owners, ", "))), action.priority,
          action.type, when(action, item), action.progress, action.ticket,
          incident.id.empty() ? incident.title : incident.id}) {
      if (!fact.empty()) facts.push_back(fact);
    }
    fmt::print("         {}\n", fmt::join(facts, " | "));
  }
  // Of what is done, all is.
  const Completion figures = is_of_all_states ? completion(view, items) : Completion();
  if (!items.empty()) fmt::print("\n");
  fmt::print("{} action item{}", items.size(), items.size() == 1 ? "" : "s");
  if (figures.all != 0) fmt::print("; done: {}", percent(figures.done, figures.all));
  if (figures.due != 0) fmt::print("; on time: {}", percent(figures.on_time, figures.due));
  fmt::print("\n");
}

}  // namespace

int actions_command(const fs::path& root, const ActionsOptions& options) {
  if (options.json && options.format != "text") {
    throw Error("--json and --format say different things; --json is enough");
  }
  Diagnostics diagnostics;
  const std::optional<View> view =
      read_internal_view(root, options.drafts, options.today, diagnostics);
  if (!view) {
    print_diagnostics(diagnostics);
    return kExitContentProblems;
  }
  const Day today = options.today.value_or(day_in(view->site().time_zone, now()));
  const std::vector<RegisterItem> items =
      filter_actions(*view, action_register(*view, today), filter_of(options));
  if (options.json) {
    fmt::print("{}", actions_json(*view, items, today));
  } else if (options.format == "csv") {
    fmt::print("{}", actions_csv(*view, items));
  } else if (options.format == "ics") {
    fmt::print("{}", actions_calendar(*view, items, today));
  } else {
    print_text(*view, items, !(options.open || options.overdue || options.done));
  }
  return kExitFine;
}

}  // namespace debrief
