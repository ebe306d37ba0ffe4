#include "generator/extract/undated_entry.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/text_cursor.h"
#include "generator/extract/text_line.h"
#include "generator/extract/timeline_table.h"
#include "generator/markdown/inline_text.h"

namespace debrief {
namespace {

bool shows_marked(const std::vector<Node>& nodes) {
  return std::ranges::any_of(
      nodes, [](const Node& node) { return node.internal || shows_marked(node.children); });
}

// A time, or what is written in its place.
bool is_timed(const WrittenTimeAt& found) {
  return found.time.clock || found.time.unknown || !found.time.impossible.empty();
}

bool is_only_day(const WrittenTimeAt& found, std::size_t size) {
  return found.time.date && !is_timed(found) && !found.time.end_date && found.next == size;
}

bool has_times(const std::vector<TextLine>& lines) {
  return std::ranges::any_of(lines, [](const TextLine& line) {
    return read_written_time(plain_text(line.text)).has_value() || has_times(line.nested);
  });
}

bool is_prose(const Node& block) {
  return block.kind == NodeKind::paragraph || block.kind == NodeKind::block_quote;
}

std::optional<StatedZone> zone_of_blocks(const std::vector<Node>& blocks) {
  for (const Node& block : blocks) {
    if (!is_prose(block)) continue;
    if (auto zone = zone_of_prose(plain_text(block))) return zone;
  }
  return std::nullopt;
}

class Walker {
 public:
  void read_outline(const Outline& body) {
    TimelineScope scope;
    scope.prose_zone = zone_of_blocks(body.intro);
    for (const Section& section : body.sections) find_timelines(section, scope);
  }

  std::vector<UndatedEntry> take() { return std::move(entries_); }

 private:
  // `document`: what has been said up to here; a sentence before the timeline holds for it.
  void find_timelines(const Section& section, TimelineScope& document) {
    TimelineScope scope = document;
    scope.internal = scope.internal || section.heading.internal;
    if (section.kind == "timeline") {
      enter(section, scope);
      const std::size_t first = entries_.size();
      read_section(section, scope);
      ++timelines_;
      for (std::size_t i = first; i < entries_.size(); ++i) entries_[i].timeline = timelines_;
      return;
    }
    if (auto zone = zone_of_blocks(section.blocks)) document.prose_zone = std::move(zone);
    scope.prose_zone = document.prose_zone;
    for (const Section& child : section.sections) find_timelines(child, scope);
    document.prose_zone = scope.prose_zone;
  }

  // Takes from a heading and the sentences below it what they say for the entries.
  void enter(const Section& section, TimelineScope& scope) {
    const std::string title = plain_text(section.heading);
    if (auto zone = zone_of_title(title)) scope.heading_zone = std::move(zone);
    if (auto zone = zone_of_blocks(section.blocks)) scope.prose_zone = std::move(zone);
    if (auto date = date_in_title(title)) set_date(scope, *date);
  }

  void set_date(TimelineScope& scope, const WrittenDate& date) {
    scope.date = date;
    scope.date_line = ++dates_;
  }

  void read_section(const Section& section, TimelineScope& scope) {
    open_ = false;
    read_blocks(section.blocks, scope, scope.internal);
    for (const Section& child : section.sections) read_sub_section(child, scope);
  }

  // `parent` takes over a day that the heading gives: what follows on a lower level is later.
  void read_sub_section(const Section& section, TimelineScope& parent) {
    const Node& heading = section.heading;
    const std::string title = plain_text(heading);
    const auto found = read_written_time(title);
    TimelineScope scope = parent;
    scope.internal = scope.internal || heading.internal;
    open_ = false;
    const bool has_entries = has_times(text_lines(section.blocks)) || !section.sections.empty() ||
                             std::ranges::any_of(section.blocks, [](const Node& block) {
                               return block.kind == NodeKind::table || block.kind == NodeKind::list;
                             });
    if (!found || (is_only_day(*found, title.size()) && has_entries)) {
      enter(section, scope);
      parent.date = scope.date;
      parent.date_line = scope.date_line;
      read_section(section, scope);
      return;
    }
    add_entry(heading.children, title, found, heading.line, scope, scope.internal);
    if (has_times(text_lines(section.blocks))) {
      read_section(section, scope);
      return;
    }
    for (const Node& block : section.blocks) {
      if (block.kind == NodeKind::table) {
        open_ = false;
        read_blocks({block}, scope, scope.internal);
      } else {
        entries_.back().entry.blocks.push_back(block);
      }
    }
    open_ = false;
    for (const Section& child : section.sections) read_sub_section(child, scope);
  }

  void read_blocks(const std::vector<Node>& blocks, TimelineScope& scope, bool internal) {
    for (const Node& block : blocks) {
      const bool hidden = internal || block.internal;
      if (block.kind == NodeKind::paragraph) {
        read_paragraph(block, scope, internal);
      } else if (block.kind == NodeKind::list) {
        const std::vector<TextLine> lines = text_lines({block}, internal);
        // "**14:32** - Alert fires", and below it a list of what was seen.
        if (open_ && !has_times(lines)) {
          entries_.back().entry.blocks.push_back(block);
          continue;
        }
        open_ = false;
        read_lines(lines, scope);
        open_ = false;
      } else if (block.kind == NodeKind::table) {
        open_ = false;
        for (UndatedEntry& entry : timeline_rows(block, scope, hidden)) {
          entries_.push_back(std::move(entry));
        }
      } else if (block.kind == NodeKind::block_quote && !open_) {
        read_blocks(block.children, scope, hidden);
      } else if (block.kind == NodeKind::thematic_break) {
        open_ = false;
      } else if (open_ && block.kind != NodeKind::comment_block) {
        entries_.back().entry.blocks.push_back(block);
      }
    }
  }

  void read_paragraph(const Node& block, TimelineScope& scope, bool internal) {
    const std::vector<TextLine> lines = text_lines({block}, internal);
    if (open_ && !has_times(lines)) {
      entries_.back().entry.blocks.push_back(block);
      return;
    }
    read_lines(lines, scope);
  }

  void read_lines(const std::vector<TextLine>& lines, TimelineScope& scope) {
    for (const TextLine& line : lines) read_line(line, scope);
  }

  void read_line(const TextLine& line, TimelineScope& scope) {
    const std::string text = plain_text(line.text);
    const auto found = read_written_time(text);
    const bool has_nested_times = has_times(line.nested);
    if (found && is_only_day(*found, text.size()) && (line.below.empty() || has_nested_times)) {
      set_date(scope, *found->time.date);
      open_ = false;
    } else if (found || line.is_item) {
      add_entry(line.text, text, found, line.line, scope, line.internal);
      open_ = true;
    } else if (open_) {
      continue_entry(line);
    }
    const bool is_entry = found || line.is_item;
    for (const Node& block : line.below) {
      const bool is_read = block.kind == NodeKind::list || block.kind == NodeKind::paragraph;
      if (open_ && is_entry && !(is_read && has_nested_times)) {
        entries_.back().entry.blocks.push_back(block);
      }
    }
    if (has_nested_times) read_lines(line.nested, scope);
  }

  void add_entry(const std::vector<Node>& inlines, const std::string& text,
                 const std::optional<WrittenTimeAt>& found, int line, const TimelineScope& scope,
                 bool internal) {
    UndatedEntry out;
    TimelineEntry& entry = out.entry;
    entry.line = line;
    entry.internal = internal;
    out.zone = scope.zone();
    out.date = scope.date;
    out.date_line = scope.date_line;
    entry.text = inlines;
    if (found) {
      entry.written = text.substr(found->begin, found->end - found->begin);
      entry.internal = entry.internal || is_marked(inlines, found->begin, found->end);
      // A mark that was taken out at the end of a heading leaves its space behind.
      entry.text =
          cut_inline(inlines, found->next, std::max(found->next, text.find_last_not_of(" \n") + 1));
      out.time = found->time;
    }
    if (const auto phase = phase_of(plain_text(entry.text))) {
      entry.phase = phase->phase;
      entry.phase_is_labelled = phase->labelled;
    }
    entries_.push_back(std::move(out));
  }

  // A further line of the same paragraph.
  void continue_entry(const TextLine& line) {
    std::vector<Node>& text = entries_.back().entry.text;
    Node space;
    space.kind = NodeKind::soft_break;
    space.line = line.line;
    space.internal = line.internal;
    text.push_back(std::move(space));
    text.insert(text.end(), line.text.begin(), line.text.end());
  }

  std::vector<UndatedEntry> entries_;
  bool open_ = false;  // what follows and has no time belongs to the last entry
  int dates_ = 0;
  int timelines_ = 0;
};

}  // namespace

bool is_marked(const std::vector<Node>& nodes, std::size_t begin, std::size_t end) {
  return shows_marked(cut_inline(nodes, begin, end));
}

std::optional<WrittenDate> date_in_title(std::string_view title) {
  TextCursor cursor(title);
  while (!cursor.done()) {
    TextCursor trial = cursor;
    const auto date = take_date(trial);
    // "1/2 of the requests" is no day, "2/15/2026" is one.
    const bool is_day =
        date && date->date && !date->needs_clock &&
        (date->date->year || trial.since(cursor.at()).find('/') == std::string::npos);
    if (is_day) return date->date;
    // To the next word.
    const bool in_word = !cursor.take_letters().empty() || cursor.take_number(1, 9);
    if (!in_word) cursor.take(cursor.rest().substr(0, 1));
  }
  return std::nullopt;
}

std::vector<UndatedEntry> undated_entries(const Outline& body) {
  Walker walker;
  walker.read_outline(body);
  return walker.take();
}

}  // namespace debrief
