#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/parallel.h"
#include "generator/base/text.h"
#include "generator/cli/clock.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/content.h"
#include "generator/cli/terminal.h"
#include "generator/insight/action_register.h"
#include "generator/insight/digest.h"
#include "generator/insight/related_incidents.h"
#include "generator/site/digest_formats.h"
#include "generator/site/digest_words.h"
#include "generator/site/texts.h"
#include "generator/view/view.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSimilar = 3;
constexpr int kMostDays = 36'600;

// "7d", "4w": so many days.
std::optional<std::chrono::days> length_of(std::string_view text) {
  const bool is_weeks = text.ends_with('w');
  if (!is_weeks && !text.ends_with('d')) return std::nullopt;
  const std::optional<int> number = whole_number(text.substr(0, text.size() - 1));
  if (!number || *number < 0 || *number > kMostDays) return std::nullopt;
  return std::chrono::days(is_weeks ? 7 * *number : *number);
}

// Seven days ago is the same day of the last week: of two digests a week apart, the first says what
// happened until it was made, and the second what happened later on that day.
Day first_day(const std::string& since, Day today) {
  const std::optional<std::chrono::days> length = length_of(since);
  const std::optional<Day> first = length ? today - *length : parse_day(since);
  if (!first) {
    throw Error(fmt::format(
        "'{}' is no number of days or weeks such as 7d or 4w, or day such as 2026-02-15, for "
        "--since",
        since));
  }
  if (*first > today) {
    throw Error(fmt::format("--since {} is later than today, {}", since, to_string(today)));
  }
  return *first;
}

Digest digest_of(const View& view, Day first, Day today) {
  // What is like what is for insiders, and takes a while.
  std::vector<std::vector<RelatedIncident>> related;
  if (view.is_internal()) related = related_incidents(view, kSimilar, default_jobs());
  return digest(view, action_register(view, today), related, first, today);
}

std::string formatted(const View& view, const Digest& digest, const std::string& format) {
  if (format == "json") return digest_json(view, digest);
  const DigestWords words = digest_words(view, Texts(view.site().language), digest);
  if (format == "html") return digest_html(words);
  return format == "text" ? digest_text(words) : digest_markdown(words);
}

}  // namespace

int digest_command(const fs::path& root, const DigestOptions& options) {
  const bool is_public = options.view == "public";
  if (is_public && options.drafts) throw Error("drafts are in no public view; leave --drafts out");
  Diagnostics diagnostics;
  const std::optional<View> view =
      is_public ? read_public_view(root, options.today, diagnostics)
                : read_internal_view(root, options.drafts, options.today, diagnostics);
  if (!view) {
    print_diagnostics(diagnostics);
    return kExitContentProblems;
  }
  const Day today = options.today.value_or(day_in(view->site().time_zone, now()));
  const Digest found = digest_of(*view, first_day(options.since, today), today);
  fmt::print("{}", formatted(*view, found, options.format));
  return kExitFine;
}

}  // namespace debrief
