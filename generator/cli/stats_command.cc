#include <fmt/format.h>

#include <optional>

#include "generator/base/parallel.h"
#include "generator/cli/clock.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/cli/stats_text.h"
#include "generator/cli/terminal.h"
#include "generator/insight/trends.h"
#include "generator/insight/trends_json.h"
#include "generator/model/knowledge_base.h"
#include "generator/view/make_view.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

std::optional<View> view_of(const fs::path& root, const StatsOptions& options,
                            Diagnostics& diagnostics) {
  if (options.view == "public") return read_public_view(root, options.today, diagnostics);
  return read_internal_view(root, options.drafts, options.today, diagnostics);
}

}  // namespace

int stats_command(const fs::path& root, const StatsOptions& options) {
  Diagnostics diagnostics;
  const std::optional<View> view = view_of(root, options, diagnostics);
  if (!view) {
    print_diagnostics(diagnostics);
    return kExitContentProblems;
  }
  const Day today = options.today.value_or(day_in(view->site().time_zone, now()));
  const Trends figures =
      trends(*view, today, options.by == "month" ? PeriodLength::month : PeriodLength::quarter);
  fmt::print("{}", options.json ? trends_json(*view, figures) : stats_text(*view, figures));
  return kExitFine;
}

}  // namespace debrief
