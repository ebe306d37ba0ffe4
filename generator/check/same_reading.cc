#include "generator/check/same_reading.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "generator/base/text.h"
#include "generator/compare/page_text.h"
#include "generator/extract/section_names.h"
#include "generator/model/incident_json.h"

namespace debrief {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kActions = "action-items";

bool are_same_but_children(const Node& a, const Node& b) {
  const auto facts = [](const Node& node) {
    return std::tie(node.kind, node.line, node.text, node.info, node.title, node.target, node.level,
                    node.start, node.number, node.ordered, node.tight, node.internal, node.hidden,
                    node.replacement, node.alignments);
  };
  return facts(a) == facts(b);
}

bool is_same(const Node& a, const Node& b) {
  return are_same_but_children(a, b) && a.task == b.task && are_same(a.children, b.children);
}

using Lines = std::set<int>;

// Of blocks of action items: what the first paragraph of an item and the cells of its row say is
// held by the items that are read of them. `items` has their lines.
bool is_same_shape(const Node& a, const Node& b, const Lines& items) {
  if (!are_same_but_children(a, b)) return false;
  const bool holds_blocks = a.kind == NodeKind::list || a.kind == NodeKind::list_item ||
                            a.kind == NodeKind::table || a.kind == NodeKind::block_quote;
  const bool is_item = items.contains(a.line);
  if (a.kind == NodeKind::table_row && is_item) return a.children.size() == b.children.size();
  if (!holds_blocks) return is_same(a, b);
  if (a.kind == NodeKind::list_item && !is_item && a.task != b.task) return false;
  if (a.children.size() != b.children.size()) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    const Node& child = a.children[i];
    const bool is_item_text =
        i == 0 && a.kind == NodeKind::list_item && is_item && child.kind == NodeKind::paragraph;
    if (is_item_text ? !are_same_but_children(child, b.children[i])
                     : !is_same_shape(child, b.children[i], items)) {
      return false;
    }
  }
  return true;
}

bool are_same_sections(const std::vector<Section>& a, const std::vector<Section>& b,
                       const Lines& items, bool in_actions) {
  return std::ranges::equal(a, b, [&](const Section& one, const Section& other) {
    if (one.kind != other.kind || !are_same_but_children(one.heading, other.heading)) return false;
    if (one.kind.empty() && !are_same(one.heading.children, other.heading.children)) return false;
    const bool inside = in_actions || one.kind == kActions;
    const bool are_same_blocks = inside
                                     ? std::ranges::equal(one.blocks, other.blocks,
                                                          [&](const Node& block, const Node& its) {
                                                            return is_same_shape(block, its, items);
                                                          })
                                     : are_same(one.blocks, other.blocks);
    return are_same_blocks && are_same_sections(one.sections, other.sections, items, inside);
  });
}

// A heading is called what its section is, if that is known.
void name_sections(Json& sections) {
  for (Json& section : sections) {
    if (!section["section"].is_null()) section["heading"] = section["section"];
    name_sections(section["sections"]);
  }
}

Json meaning(const KnowledgeBase& kb, const Incident& incident) {
  Json json = Json::parse(incident_json(kb, incident, AsOf()));
  name_sections(json["sections"]);
  return json;
}

std::vector<std::pair<std::string, int>> problems_of(const Diagnostics& diagnostics) {
  std::vector<std::pair<std::string, int>> problems;
  for (const Diagnostic& item : diagnostics.sorted()) {
    problems.emplace_back(item.id, item.where.line);
  }
  return problems;
}

bool stands_among_actions(const std::string& place) {
  std::string_view rest = place;
  constexpr std::string_view kBetween = " › ";
  while (true) {
    const std::size_t end = rest.find(kBetween);
    if (canonical_section(rest.substr(0, end)) == kActions) return true;
    if (end == std::string_view::npos) return false;
    rest.remove_prefix(end + kBetween.size());
  }
}

// What must stay of a page.
std::vector<std::string> essence(const PageText& page, bool is_internal) {
  static const RE2 kBox(R"(^(\s*)[-*+] (?:\[[ x]\] )?)");
  std::vector<std::string> lines = {page.kind, page.address, page.date, page.title};
  for (const PageLine& line : page.lines) {
    std::string text = line.text;
    if (line.part == PageLine::Part::body) {
      if (line.is_heading) {
        const std::size_t words = text.find_first_not_of("# ");
        const std::string kind = canonical_section(
            words == std::string::npos ? std::string_view() : std::string_view(text).substr(words));
        if (!kind.empty()) text = kind;
      } else if (stands_among_actions(line.place)) {
        if (is_internal) continue;  // they are in the part of their own
        RE2::Replace(&text, kBox, "\\1- ");
      }
    }
    lines.push_back(std::move(text));
  }
  return lines;
}

std::vector<std::string> essence(const View& view) {
  const ViewText text = view_text(view);
  std::vector<std::string> lines;
  const auto add = [&](const PageText& page) {
    std::ranges::move(essence(page, view.is_internal()), std::back_inserter(lines));
  };
  add(text.site);
  for (const auto* pages : {&text.incidents, &text.guides, &text.services, &text.causes,
                            &text.severities, &text.pictures}) {
    std::ranges::for_each(*pages, add);
  }
  return lines;
}

}  // namespace

bool are_same(const std::vector<Node>& a, const std::vector<Node>& b) {
  return std::ranges::equal(a, b, is_same);
}

bool is_same_item(const ActionItem& a, const ActionItem& b) {
  const auto facts = [](const ActionItem& item) {
    return std::tie(item.done, item.dropped, item.progress, item.internal, item.type, item.priority,
                    item.owners, item.due, item.due_text, item.completed, item.ticket,
                    item.ticket_link);
  };
  return facts(a) == facts(b) && are_same(a.text, b.text);
}

bool reads_the_same(const KnowledgeBase& kb, const Incident& incident, std::string_view before,
                    std::string_view after) {
  const std::string& path = incident.report.path;
  Diagnostics problems_before;
  Diagnostics problems_after;
  const auto was = read_report({path, std::string(before)}, kb.config, problems_before);
  auto is = read_report({path, std::string(after)}, kb.config, problems_after);
  if (!was || !is || problems_of(problems_before) != problems_of(problems_after)) return false;
  Lines items;
  for (const ActionItem& item : was->actions) items.insert(item.line);
  if (!are_same(was->body.intro, is->body.intro) || !are_same(was->footnotes, is->footnotes) ||
      !are_same_sections(was->body.sections, is->body.sections, items, false)) {
    return false;
  }
  Incident mended = incident;
  mended.report = std::move(*is);
  return meaning(kb, incident) == meaning(kb, mended);
}

bool shows_the_same(const View& before, const View& after) {
  return essence(before) == essence(after);
}

}  // namespace debrief
