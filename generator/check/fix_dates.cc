// Days and times in other forms than ISO 8601.

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "generator/base/day.h"
#include "generator/base/text.h"
#include "generator/check/fixes.h"
#include "generator/extract/loose_date.h"
#include "generator/model/fields.h"
#include "generator/model/front_matter.h"
#include "generator/model/yaml.h"

namespace debrief {
namespace {

constexpr std::array<std::string_view, 7> kTimes = {
    "date", "started", "detected", "acknowledged", "mitigated", "resolved", "published"};

// What the time is in ISO 8601; empty if it is so already, or if that would lose or pretend
// something.
std::string iso_of(std::string_view text) {
  static const RE2 kIso(
      R"(\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?)?)?)");
  if (RE2::FullMatch(text, kIso) || text.find('.') != std::string_view::npos) return "";
  const auto time = parse_timestamp(text);
  // Who adds the offset that is missing will look at it anyway.
  if (!time || !time->has_clock() || time->zone == Timestamp::Zone::assumed_utc) return "";
  std::string iso = to_string(*time);
  return parse_timestamp(iso) == time ? iso : "";
}

void add_time(const YamlNode& value, const SourceText& file, std::vector<Fix>& fixes) {
  if (value.kind != YamlNode::Kind::scalar) return;
  const std::string text(trim(value.text));
  const std::string iso = iso_of(text);
  const std::string_view line = file.line(value.line);
  const std::size_t at = line.find(text);
  // Twice in a line: which of them is the value, a comment may tell, and we cannot.
  if (iso.empty() || at == std::string_view::npos || line.find(text, at + 1) != line.npos) return;
  const std::size_t offset = line_offset(file, value.line) + at;
  fixes.push_back({"date-form",
                   file.at_offset(offset),
                   fmt::format("'{}' is '{}' in ISO 8601", text, iso),
                   {{offset, text.size(), iso}}});
}

void add_front_matter(const SourceText& file, const Config& config, std::vector<Fix>& fixes) {
  Diagnostics known;  // reported when the file was read
  const auto front_matter = split_front_matter(file, known);
  if (!front_matter) return;
  const auto yaml = parse_yaml(file, front_matter->yaml_offset, front_matter->yaml_length, known);
  if (!yaml) return;
  for (const YamlNode::Entry& entry : yaml->entries) {
    const std::string field = field_of(entry.key, config.field_aliases).value_or("");
    if (std::ranges::find(kTimes, field) != kTimes.end()) add_time(entry.value, file, fixes);
    if (field != "review") continue;
    if (const YamlNode* day = entry.value.find("date")) add_time(*day, file, fixes);
  }
}

// What a cell says, and where it begins in its line.
struct Cell {
  std::string_view text;
  std::size_t at = 0;
};

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const bool ends = i == line.size() || (line[i] == '|' && (i == 0 || line[i - 1] != '\\'));
    if (!ends) continue;
    const std::string_view text = trim(line.substr(begin, i - begin));
    if (!text.empty()) cells.push_back({text, static_cast<std::size_t>(text.data() - line.data())});
    begin = i + 1;
  }
  return cells;
}

// "3/4/2026" is a day in March here and one in April there.
bool is_ambiguous(std::string_view text) {
  int first = 0;
  int second = 0;
  static const RE2 kNumbers(R"((\d{1,2})/(\d{1,2})(?:/\d+)?)");
  return RE2::FullMatch(text, kNumbers, &first, &second) && first <= 12 && second <= 12 &&
         first != second;
}

void add_row(const Node& row, const ActionItem& item, const std::optional<Timestamp>& not_before,
             const SourceText& file, std::vector<Fix>& fixes) {
  for (const Cell& cell : cells_of(file.line(row.line))) {
    if (parse_day(cell.text) || is_ambiguous(cell.text)) continue;
    const auto day = parse_loose_day(cell.text, not_before);
    // A time of day would be lost.
    if (!day || (day != item.due && day != item.completed) ||
        cell.text.find(':') != std::string_view::npos) {
      continue;
    }
    const std::string iso = to_string(*day);
    const std::size_t offset = line_offset(file, row.line) + cell.at;
    fixes.push_back({"date-form",
                     file.at_offset(offset),
                     fmt::format("'{}' is '{}' in ISO 8601", cell.text, iso),
                     {{offset, cell.text.size(), iso}}});
  }
}

using ItemsByLine = std::map<int, const ActionItem*>;

void add_tables(const std::vector<Node>& blocks, const ItemsByLine& items,
                const std::optional<Timestamp>& not_before, const SourceText& file,
                std::vector<Fix>& fixes) {
  for (const Node& block : blocks) {
    if (block.kind == NodeKind::table_row) {
      if (const auto item = items.find(block.line); item != items.end())
        add_row(block, *item->second, not_before, file, fixes);
    } else if (block.kind != NodeKind::paragraph) {
      add_tables(block.children, items, not_before, file, fixes);
    }
  }
}

void add_sections(const std::vector<Section>& sections, const ItemsByLine& items,
                  const std::optional<Timestamp>& not_before, const SourceText& file,
                  std::vector<Fix>& fixes) {
  for (const Section& section : sections) {
    add_tables(section.blocks, items, not_before, file, fixes);
    add_sections(section.sections, items, not_before, file, fixes);
  }
}

}  // namespace

std::vector<Fix> date_fixes(const Report& report, const SourceText& file, const Config& config) {
  std::vector<Fix> fixes;
  add_front_matter(file, config, fixes);
  ItemsByLine items;
  for (const ActionItem& item : report.actions) items[item.line] = &item;
  const auto started = report.started ? std::optional(report.started->time) : std::nullopt;
  add_sections(report.body.sections, items, started, file, fixes);
  return fixes;
}

}  // namespace debrief
