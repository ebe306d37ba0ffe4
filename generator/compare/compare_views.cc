#include "generator/compare/compare_views.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "generator/compare/line_diff.h"
#include "generator/compare/page_text.h"

namespace debrief {

namespace {

using Pages = std::vector<PageText>;

// Equal lines of different parts of a page are not the same.
std::vector<std::string> keys_of(const std::vector<PageLine>& lines) {
  std::vector<std::string> keys;
  for (const PageLine& line : lines) {
    keys.push_back(std::to_string(static_cast<int>(line.part)) + line.text);
  }
  return keys;
}

// Within a run of changes, the empty lines around it say nothing unless they are all there is.
void drop_outer_empty_lines(std::vector<ChangedLine>& run) {
  const auto says_something = [](const ChangedLine& line) { return !line.text.empty(); };
  if (std::ranges::none_of(run, says_something)) return;
  for (const ChangedLine::Kind kind : {ChangedLine::Kind::removed, ChangedLine::Kind::added}) {
    const auto is_text_of = [&](const ChangedLine& line) {
      return line.kind == kind && !line.text.empty();
    };
    const auto first = std::ranges::find_if(run, is_text_of);
    const auto last = std::find_if(run.rbegin(), run.rend(), is_text_of).base();
    std::vector<ChangedLine> kept;
    for (auto line = run.begin(); line != run.end(); ++line) {
      const bool is_outer = line->kind == kind && (line < first || line >= last);
      if (!is_outer) kept.push_back(*line);
    }
    run = std::move(kept);
  }
}

ChangedLine line_of(ChangedLine::Kind kind, const PageLine& line) {
  return {kind, line.place, line.text, line.is_heading, false};
}

// Empty if nothing differs.
std::vector<ChangedLine> changed_lines(const std::vector<PageLine>& before,
                                       const std::vector<PageLine>& after, KeptLines kept) {
  std::vector<ChangedLine> lines;
  std::vector<ChangedLine> run;
  bool lines_stay_between = false;
  bool is_changed = false;
  const auto end_run = [&] {
    drop_outer_empty_lines(run);
    if (run.empty()) return;
    run.front().follows_gap = lines_stay_between && is_changed;
    is_changed = true;
    lines.insert(lines.end(), run.begin(), run.end());
    run.clear();
    lines_stay_between = false;
  };
  for (const LineStep& step : diff_lines(keys_of(before), keys_of(after))) {
    if (step.kind == LineStep::Kind::kept) {
      end_run();
      lines_stay_between = true;
      if (kept == KeptLines::included) {
        lines.push_back(line_of(ChangedLine::Kind::kept, after[step.index]));
      }
      continue;
    }
    const bool is_added = step.kind == LineStep::Kind::added;
    run.push_back(is_added ? line_of(ChangedLine::Kind::added, after[step.index])
                           : line_of(ChangedLine::Kind::removed, before[step.index]));
  }
  end_run();
  if (!is_changed) lines.clear();
  return lines;
}

// For each new page, the old one that it was.
class Matching {
 public:
  Matching(const Pages& before, const Pages& after)
      : before_(before), after_(after), old_of_(after.size()), is_matched_(before.size()) {
    match([](const PageText& page) { return page.address; });
    std::size_t identities = 0;
    for (const PageText& page : after) identities = std::max(identities, page.identities.size());
    for (std::size_t i = 0; i < identities; ++i) {
      match([i](const PageText& page) {
        return i < page.identities.size() ? page.identities[i] : std::string();
      });
    }
  }

  std::optional<std::size_t> old_of(std::size_t after) const { return old_of_[after]; }
  bool is_gone(std::size_t before) const { return !is_matched_[before]; }

 private:
  // Of what is left on both sides, those that alone have the same text.
  template <typename TextOf>
  void match(TextOf text_of) {
    struct Places {
      std::vector<std::size_t> before, after;
    };
    std::map<std::string, Places> places;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (!is_matched_[i]) places[text_of(before_[i])].before.push_back(i);
    }
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (!old_of_[i]) places[text_of(after_[i])].after.push_back(i);
    }
    for (const auto& [text, found] : places) {
      if (text.empty() || found.before.size() != 1 || found.after.size() != 1) continue;
      old_of_[found.after.front()] = found.before.front();
      is_matched_[found.before.front()] = true;
    }
  }

  const Pages& before_;
  const Pages& after_;
  std::vector<std::optional<std::size_t>> old_of_;
  std::vector<bool> is_matched_;
};

PageChange change_of(PageChange::Kind kind, const PageText& page) {
  return {kind, page.kind, page.address, "", page.date, page.title, {}};
}

void compare_pages(const Pages& before, const Pages& after, const Matching& matching,
                   KeptLines kept, Comparison& comparison) {
  using Kind = PageChange::Kind;
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto old = matching.old_of(i);
    PageChange change = change_of(old ? Kind::changed : Kind::added, after[i]);
    change.lines =
        changed_lines(old ? before[*old].lines : std::vector<PageLine>(), after[i].lines, kept);
    if (old && before[*old].address != after[i].address) change.old_address = before[*old].address;
    if (old && change.lines.empty() && change.old_address.empty()) continue;
    comparison.pages.push_back(std::move(change));
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!matching.is_gone(i)) continue;
    comparison.pages.push_back(change_of(Kind::removed, before[i]));
    comparison.pages.back().lines = changed_lines(before[i].lines, {}, kept);
  }
}

// The order of what is in both views, if somebody changed it.
void compare_order(const std::string& place, const Pages& before, const Pages& after,
                   const Matching& matching, PageText& site_before, PageText& site_after) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (const auto old = matching.old_of(i)) order.push_back(*old);
  }
  if (std::ranges::is_sorted(order)) return;
  const auto add = [&place](PageText& site, const PageText& page) {
    site.lines.push_back({PageLine::Part::body, place, page.title, false});
  };
  for (const std::size_t old : order) add(site_after, before[old]);
  std::ranges::sort(order);
  for (const std::size_t old : order) add(site_before, before[old]);
}

}  // namespace

Comparison compare_views(const View& before, const View& after, KeptLines kept) {
  ViewText old_text = view_text(before);
  ViewText new_text = view_text(after);
  Comparison comparison{after.audience(), {}};
  comparison.language = after.site().language;

  Comparison rest{after.audience(), {}};
  const auto compare = [&](Pages ViewText::*list, const std::string& order) {
    const Matching matching(old_text.*list, new_text.*list);
    compare_pages(old_text.*list, new_text.*list, matching, kept, rest);
    // Incidents, services and pictures are in the order of what they say.
    if (!order.empty()) {
      compare_order(order, old_text.*list, new_text.*list, matching, old_text.site, new_text.site);
    }
  };
  compare(&ViewText::incidents, "");
  compare(&ViewText::guides, "Order of guides");
  compare(&ViewText::services, "");
  compare(&ViewText::causes, "Order of causes");
  compare(&ViewText::severities, "Order of severities");
  compare(&ViewText::pictures, "");

  PageChange site = change_of(PageChange::Kind::changed, new_text.site);
  site.lines = changed_lines(old_text.site.lines, new_text.site.lines, kept);
  if (!site.lines.empty()) comparison.pages.push_back(std::move(site));
  std::ranges::move(rest.pages, std::back_inserter(comparison.pages));
  return comparison;
}

}  // namespace debrief
