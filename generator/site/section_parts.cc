#include "generator/site/section_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/text.h"
#include "generator/site/article.h"
#include "generator/site/optional_data.h"
#include "generator/site/part_words.h"
#include "generator/site/texts.h"
#include "generator/site/timeline_figure.h"
#include "generator/site/times.h"

namespace debrief {
namespace {

int last_line(const Node& node) {
  int last = node.line;
  for (const Node& child : node.children) last = std::max(last, last_line(child));
  return last;
}

int last_line(const Section& section) {
  int last = last_line(section.heading);
  for (const Node& block : section.blocks) last = std::max(last, last_line(block));
  for (const Section& child : section.sections) last = std::max(last, last_line(child));
  return last;
}

bool any_of(const Node& node, const std::function<bool(const Node&)>& test) {
  return test(node) ||
         std::ranges::any_of(node.children, [&](const Node& child) { return any_of(child, test); });
}

// Without the row that says what the columns hold.
std::string text_of_rows(const Node& block) {
  if (block.kind != NodeKind::table || block.children.empty()) return plain_text(block);
  return plain_text(std::vector<Node>(block.children.begin() + 1, block.children.end()));
}

template <typename Item>
std::vector<const Item*> items_in(const std::vector<Item>& items, const Node& block) {
  std::vector<const Item*> found;
  const int last = last_line(block);
  for (const Item& item : items) {
    if (item.line >= block.line && item.line <= last) found.push_back(&item);
  }
  return found;
}

// Words that say what another one is; what they stand for is shown in another way.
const std::set<std::string, std::less<>>& words_of_whys() {
  static const std::set<std::string, std::less<>> kWords = {
      "why", "q", "a", "question", "answer", "because", "root", "cause", "action", "item", "the",
      "1",   "2", "3", "4",        "5",      "6",       "7",    "8",     "9",      "10"};
  return kWords;
}

const std::set<std::string, std::less<>>& words_of_actions() {
  static const std::set<std::string, std::less<>> kWords = {
      "owner", "owners", "assignee", "due",      "by",        "date",      "eta",      "deadline",
      "type",  "status", "state",    "priority", "ticket",    "open",      "done",     "closed",
      "todo",  "to",     "do",       "complete", "completed", "dropped",   "on",       "won",
      "wont",  "t",      "fix",      "will",     "not",       "cancelled", "canceled", "declined"};
  return kWords;
}

bool is_said(const std::vector<std::string>& left,
             const std::set<std::string, std::less<>>& unsaid) {
  return std::ranges::all_of(left, [&](const std::string& word) { return unsaid.contains(word); });
}

class Parts {
 public:
  Parts(const Site& site, const Links& links, const ViewIncident& incident)
      : site_(site), links_(links), incident_(incident) {}

  // What stands in place of the block; nothing if it stays as it is.
  std::optional<std::pair<std::string, PageData>> part(const Node& block, const std::string& kind) {
    const bool can_be = block.kind == NodeKind::list || block.kind == NodeKind::table;
    if (!can_be || block.hidden != Hidden::no) return std::nullopt;
    if (kind == "timeline") return named("entries", entries(block));
    // A hidden paragraph of an item, an ordered list of factors, a task among questions: rare, and
    // best as they are.
    const bool is_unusual = any_of(block, [&block](const Node& node) {
      const bool is_row = node.kind == NodeKind::list_item || node.kind == NodeKind::table_row;
      return &node != &block && is_block(node.kind) && !is_row && node.hidden != Hidden::no;
    });
    if (is_unusual) return std::nullopt;
    if (kind == "five-whys") return named("whys", whys(block));
    if (kind == "contributing-factors") return named("factors", factors(block));
    if (kind == "action-items") return named("actions", actions(block));
    return std::nullopt;
  }

 private:
  using Named = std::optional<std::pair<std::string, PageData>>;

  static Named named(std::string name, std::optional<PageData> data) {
    if (!data) return std::nullopt;
    return std::pair(std::move(name), std::move(*data));
  }

  static bool has_tasks(const Node& block) {
    return any_of(block, [](const Node& node) { return node.task != Task::none; });
  }

  std::string html(const std::vector<Node>& nodes) const {
    return text_html(site_, links_, nodes, "");
  }

  void set_hidden(PageData& row, Hidden hidden) const {
    row.flag("is_hidden", hidden != Hidden::no);
    row.text("hidden_note",
             hidden == Hidden::no ? "" : hidden_text(site_.texts, hidden, std::string_view()));
  }

  std::optional<PageData> entries(const Node& block) {
    const auto found = items_in(incident_.timeline, block);
    if (found.empty() || has_tasks(block)) return std::nullopt;
    std::string said;
    for (const ViewTimelineEntry* entry : found) {
      said += entry->written + "\n" + plain_text(entry->text) + "\n" + plain_text(entry->blocks) +
              "\n" + entry->who + "\n";
    }
    if (!words_left(text_of_rows(block), said).empty()) return std::nullopt;
    PageData::List rows;
    std::string day;
    for (const ViewTimelineEntry* entry : found) rows.push_back(entry_row(*entry, day));
    PageData data;
    data.list("rows", std::move(rows));
    return data;
  }

  // "14:32", "14:32–14:40": of a clock that shows `offset` more than UTC.
  static std::string clock_text(const ViewTimelineEntry& entry,
                                const std::function<Seconds(Seconds)>& local) {
    std::string text = format_clock(local(entry.time->utc));
    if (entry.end && entry.end->has_clock()) text += "–" + format_clock(local(entry.end->utc));
    return text;
  }

  // What the author's clock showed, where readers see another.
  std::string authors_clock(const ViewTimelineEntry& entry) const {
    const auto offset = entry.time->offset;
    const TimeZone& zone = site_.view.site().time_zone;
    if (zone.local(entry.time->utc).clock == entry.time->utc + offset) return "";
    const std::string text = clock_text(entry, [offset](Seconds time) { return time + offset; });
    if (entry.time->zone == Timestamp::Zone::assumed_utc || offset == std::chrono::minutes(0)) {
      return text + " UTC";
    }
    const auto minutes = std::chrono::abs(offset).count();
    return text + fmt::format(" UTC{}{}{}", offset.count() < 0 ? "−" : "+", minutes / 60,
                              minutes % 60 == 0 ? "" : fmt::format(":{:02}", minutes % 60));
  }

  PageData entry_row(const ViewTimelineEntry& entry, std::string& day) const {
    PageData row;
    std::string new_day;
    std::string zone;
    std::string written = entry.written;
    std::optional<PageData> time;
    if (entry.time) {
      const Timestamp& begin = *entry.time;
      const bool has_clock = begin.has_clock();
      const TimeZone::Local local = site_.view.site().time_zone.local(begin.utc);
      const std::string date = date_text(site_.texts, has_clock ? local.clock : begin.utc);
      zone = has_clock ? local.abbreviation : "";
      if (date + zone != day) new_day = date;
      day = date + zone;
      const bool is_rough = entry.certainty == ViewTimelineEntry::Certainty::approximate;
      const auto to_local = [this](Seconds moment) {
        return site_.view.site().time_zone.local(moment).clock;
      };
      PageData& shown = time.emplace();
      shown.text("machine", has_clock ? format_rfc3339(begin.utc) : to_string(begin));
      shown.text("shown", has_clock ? (is_rough ? "~" : "") + clock_text(entry, to_local) : "");
      shown.text("elsewhere", has_clock ? authors_clock(entry) : "");
      shown.flag("is_approximate", is_rough);
      if (has_clock || !is_rough) written.clear();
    }
    row.text("zone", new_day.empty() ? "" : zone).text("day", std::move(new_day));
    set_optional(row, "time", std::move(time));
    row.text("written", std::move(written));
    const std::optional<Phase> phase = phase_begun(incident_, entry);
    row.text("phase", phase ? std::string(to_string(*phase)) : "");
    row.text("phase_label", phase ? unsaid_name(*phase, plain_text(entry.text)) : "");
    row.text("who", entry.who);
    row.html("text_html", html(entry.text));
    row.html("blocks_html", html(entry.blocks));
    set_hidden(row, entry.hidden);
    return row;
  }

  // What the phase is called, unless the entry says so itself.
  std::string unsaid_name(Phase phase, std::string_view text) const {
    const std::string& name = site_.texts.label(to_string(phase));
    const std::string said = to_lower(text);
    const bool is_said = said.find(to_string(phase)) != std::string::npos ||
                         said.find(to_lower(name)) != std::string::npos;
    return is_said ? "" : name;
  }

  // Questions at any depth, each once.
  static void collect(const std::vector<ViewWhy>& whys, int branch, const Node& block,
                      std::vector<std::pair<const ViewWhy*, int>>& found) {
    const int last = last_line(block);
    for (const ViewWhy& why : whys) {
      if (why.line >= block.line && why.line <= last) found.emplace_back(&why, branch);
      collect(why.deeper, branch + (why.deeper.size() > 1 ? 1 : 0), block, found);
    }
  }

  std::optional<PageData> whys(const Node& block) const {
    std::vector<std::pair<const ViewWhy*, int>> found;
    collect(incident_.whys, 0, block, found);
    const auto conclusions = items_in(incident_.why_conclusions, block);
    if (found.empty() || has_tasks(block)) return std::nullopt;
    std::string said;
    for (const auto& [why, branch] : found) {
      said += plain_text(why->question) + "\n" + plain_text(why->answer) + "\n";
    }
    for (const ViewWhyConclusion* conclusion : conclusions) {
      said += plain_text(conclusion->text) + "\n";
    }
    if (!is_said(words_left(text_of_rows(block), said), words_of_whys())) return std::nullopt;

    const bool has_root =
        std::ranges::any_of(incident_.why_conclusions, [](const ViewWhyConclusion& conclusion) {
          return conclusion.kind == ViewWhyConclusion::Kind::root_cause;
        });
    PageData::List rows;
    for (const auto& [why, branch] : found) {
      PageData& row = rows.emplace_back();
      row.html("question_html", html(why->question)).html("answer_html", html(why->answer));
      row.text("branch", branch == 0 ? "" : std::to_string(std::min(branch, 3)));
      const bool is_end = why->deeper.empty() && found.size() > 1 && !why->answer.empty();
      row.flag("is_gap", is_end && !has_root);
      set_hidden(row, why->hidden);
    }
    PageData::List ends;
    for (const ViewWhyConclusion* conclusion : conclusions) {
      const bool is_root = conclusion->kind == ViewWhyConclusion::Kind::root_cause;
      PageData& row = ends.emplace_back();
      row.text("label", site_.texts.label(is_root ? "root_cause" : "why_action"));
      row.flag("is_gap", is_root);
      row.html("text_html", html(conclusion->text));
      set_hidden(row, conclusion->hidden);
    }
    PageData data;
    data.list("rows", std::move(rows)).flag("has_conclusions", !ends.empty());
    data.list("conclusions", std::move(ends));
    return data;
  }

  std::optional<PageData> factors(const Node& block) const {
    const auto found = items_in(incident_.factors, block);
    if (found.empty() || has_tasks(block) || block.ordered || block.kind == NodeKind::table) {
      return std::nullopt;
    }
    std::string said;
    for (const ViewFactor* factor : found) said += plain_text(factor->text) + "\n";
    if (!words_left(plain_text(block), said).empty()) return std::nullopt;
    PageData::List rows;
    for (const ViewFactor* factor : found) {
      PageData& row = rows.emplace_back();
      row.html("text_html", html(factor->text));
      set_hidden(row, factor->hidden);
    }
    PageData data;
    data.list("rows", std::move(rows));
    return data;
  }

  static std::string names_of(const ViewActionItem& item) {
    std::string names;
    for (const std::string& owner : item.owners) names += (names.empty() ? "" : ", ") + owner;
    return names;
  }

  std::optional<PageData> actions(const Node& block) const {
    const auto found = items_in(incident_.actions, block);
    const bool has_notes =
        any_of(block, [](const Node& node) { return node.kind == NodeKind::footnote_reference; });
    if (found.empty() || has_notes) return std::nullopt;
    std::string said;
    for (const ViewActionItem* item : found) {
      said += plain_text(item->text) + "\n" + item->type + "\n" + item->priority + "\n" +
              item->due_text + "\n" + item->progress + "\n" + item->ticket + "\n";
      for (const std::string& handle : item->handles) said += handle + "\n";
      for (const auto& day : {item->due, item->completed}) {
        if (day) said += to_string(*day) + "\n" + format_date(*day) + "\n";
      }
    }
    if (!is_said(words_left(text_of_rows(block), said), words_of_actions())) return std::nullopt;
    // Remarks on an item are for insiders, where the item itself is not.
    const bool marks_remarks = incident_.public_text.has_value();
    PageData::List rows;
    for (const ViewActionItem* item : found) rows.push_back(action_row(*item, marks_remarks));
    PageData data;
    data.list("rows", std::move(rows));
    return data;
  }

  PageData action_row(const ViewActionItem& item, bool marks_remarks) const {
    const std::string_view state = item.done ? "done" : item.dropped ? "dropped" : "open";
    const std::string owner = names_of(item);
    PageData row;
    row.text("state", std::string(state));
    row.text("state_label", site_.texts.label("action_" + std::string(state)));
    row.html("text_html", html(item.text));
    row.text("priority", item.priority).text("type", item.type).text("owner", owner);
    set_optional(row, "due", item.due ? std::optional(date_data(site_, *item.due)) : std::nullopt);
    row.text("due_text", item.due_text).text("progress", item.progress);
    set_optional(row, "completed",
                 item.completed ? std::optional(date_data(site_, *item.completed)) : std::nullopt);
    row.text("ticket", item.ticket);
    row.text("ticket_href", safe_address(item.ticket_url).value_or(""));
    const bool has_remarks = !item.priority.empty() || !item.type.empty() || !owner.empty() ||
                             item.due || !item.due_text.empty() || item.completed ||
                             !item.progress.empty() || !item.ticket.empty();
    row.flag("has_remarks", has_remarks).flag("are_remarks_hidden", has_remarks && marks_remarks);
    set_hidden(row, item.hidden);
    return row;
  }

  const Site& site_;
  const Links& links_;
  const ViewIncident& incident_;
};

}  // namespace

bool says_data(const ViewIncident& incident, const Section& section) {
  const int first = section.heading.line;
  const int last = last_line(section);
  const auto is_inside = [first, last](const auto& item) {
    return item.line >= first && item.line <= last;
  };
  if (section.kind == "timeline") return std::ranges::any_of(incident.timeline, is_inside);
  if (section.kind == "five-whys") return std::ranges::any_of(incident.whys, is_inside);
  if (section.kind == "contributing-factors") {
    return std::ranges::any_of(incident.factors, is_inside);
  }
  return section.kind == "action-items" && std::ranges::any_of(incident.actions, is_inside);
}

int place_of_section(const std::string& kind) {
  if (kind == "timeline") return 0;
  if (kind == "five-whys") return 1;
  if (kind == "contributing-factors") return 2;
  if (kind == "action-items") return 3;
  return kPlaceOfOthers;
}

PageData::List section_parts(const Site& site, const Links& links, const ViewIncident& incident,
                             const Section& section, const std::string& kind) {
  if (place_of_section(kind) == kPlaceOfOthers) return {};
  Parts parts(site, links, incident);
  PageData::List rows;
  std::vector<Node> written;
  bool has_parts = false;
  const auto row_of = [](std::string html, std::string_view name, std::optional<PageData> part) {
    PageData row;
    row.html("text_html", std::move(html));
    for (const std::string_view known : {"entries", "whys", "factors", "actions"}) {
      set_optional(row, std::string(known), known == name ? std::move(part) : std::nullopt);
    }
    return row;
  };
  const auto end_written = [&] {
    if (written.empty()) return;
    rows.push_back(row_of(text_html(site, links, written, ""), "", std::nullopt));
    written.clear();
  };
  for (const Node& block : section.blocks) {
    auto part = parts.part(block, kind);
    if (!part) {
      written.push_back(block);
      continue;
    }
    end_written();
    has_parts = true;
    rows.push_back(row_of("", part->first, std::move(part->second)));
  }
  end_written();
  return has_parts ? std::move(rows) : PageData::List();
}

}  // namespace debrief
