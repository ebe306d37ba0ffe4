#include "generator/view/shading.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "generator/extract/action_item.h"
#include "generator/view/inline_run.h"
#include "generator/view/tree_projection.h"
#include "generator/view/visible_tree.h"

namespace debrief {
namespace {

void hide(std::vector<Node>& nodes, Hidden reason) {
  for (Node& node : nodes) node.hidden = node.internal ? Hidden::marked : reason;
}

void hide(Section& section, Hidden reason) {
  section.hidden = reason;
  for (Section& child : section.sections) {
    hide(child, is_marked(child) ? Hidden::marked : reason);
  }
}

// The nodes of a line, cut where a replacement begins or ends.
class Pieces {
 public:
  explicit Pieces(const std::vector<Replacement>& replaced) : replaced_(replaced) {}

  std::vector<Node> cut(std::vector<Node> nodes) {
    std::vector<Node> out;
    out.reserve(nodes.size());
    for (Node& node : nodes) {
      if (is_hidden_text(node)) {
        at_ += node.replacement.size();
        out.push_back(std::move(node));
      } else if (node.kind == NodeKind::text) {
        std::ranges::move(cut_text(node), std::back_inserter(out));
      } else if (node.kind == NodeKind::code) {
        cut_code(node);
        out.push_back(std::move(node));
      } else if (node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break) {
        if (const Replacement* part = part_at(at_)) hide_part(node, *part);
        ++at_;
        out.push_back(std::move(node));
      } else {
        node.children = cut(std::move(node.children));
        out.push_back(std::move(node));
      }
    }
    return out;
  }

  // Code keeps its text, and has its parts beside it.
  void cut_code(Node& code) {
    Node text;
    text.text = code.text;
    std::vector<Node> parts = cut_text(text);
    if (parts.size() == 1) {
      code.hidden = parts.front().hidden;
      code.replacement = parts.front().replacement;
    } else {
      code.children = std::move(parts);
    }
  }

 private:
  const Replacement* part_at(std::size_t at) const {
    const auto part = std::ranges::upper_bound(replaced_, at, {}, &Replacement::end);
    return part == replaced_.end() || part->begin > at ? nullptr : &*part;
  }

  std::vector<Node> cut_text(const Node& node) {
    std::vector<Node> pieces;
    const std::size_t begin = at_;
    const std::size_t end = begin + node.text.size();
    do {
      const Replacement* part = part_at(at_);
      const auto next = std::ranges::upper_bound(replaced_, at_, {}, &Replacement::begin);
      std::size_t stop = part != nullptr ? part->end : end;
      if (part == nullptr && next != replaced_.end()) stop = next->begin;
      stop = std::min(stop, end);
      Node& piece = pieces.emplace_back(node);
      piece.text = node.text.substr(at_ - begin, stop - at_);
      if (part != nullptr) hide_part(piece, *part);
      at_ = stop;
    } while (at_ < end);
    return pieces;
  }

  // The first node of a part names its replacement; where markup parts it, the others have none.
  void hide_part(Node& node, const Replacement& part) {
    node.hidden = Hidden::replaced;
    if (std::exchange(named_, &part) != &part) node.replacement = part.text;
  }

  const std::vector<Replacement>& replaced_;
  const Replacement* named_ = nullptr;
  std::size_t at_ = 0;
};

class Shading {
 public:
  explicit Shading(const PublicReading& reading)
      : reading_(reading), public_ids_(heading_ids(reading.body)) {}

  void shade(Outline& body, std::vector<Node>& footnotes) {
    for (Node& footnote : footnotes) {
      if (visible_footnotes({footnote}).empty()) {
        footnote.hidden = Hidden::marked;
        hidden_footnotes_.insert(footnote.number);
      }
    }
    shade_intro(body.intro);
    for (Section& section : body.sections) shade_top_section(section);
    for (Node& footnote : footnotes) {
      if (footnote.hidden == Hidden::no) shade_nodes(footnote.children);
    }
    hide_unread(footnotes);
  }

 private:
  // The first text without a heading of its own is the summary.
  void shade_intro(std::vector<Node>& blocks) {
    if (!reading_.sections.show_intro() || has_intro_) return hide(blocks, Hidden::left_out);
    has_intro_ = !visible_nodes(blocks).empty();
    shade_nodes(blocks);
    read_footnotes(blocks);
  }

  void shade_top_section(Section& section) {
    if (has_section_ || is_marked(section) ||
        !PublicSections::is_title(visible_kind(section), section.heading)) {
      return shade_section(section, false);
    }
    leave_out_heading(section);
    shade_intro(section.blocks);
    for (Section& child : section.sections) shade_section(child, false);
  }

  void shade_section(Section& section, bool inside_shown) {
    if (is_marked(section)) return hide(section, Hidden::marked);
    const std::string kind = visible_kind(section);
    if (!reading_.sections.show(kind, inside_shown)) return hide(section, Hidden::left_out);
    has_section_ = true;
    shade_nodes(section.heading.children);
    read_footnotes(section.heading.children);
    if (kind == "action-items") return shade_actions(section);
    shade_nodes(section.blocks);
    read_footnotes(section.blocks);
    for (Section& child : section.sections) shade_section(child, true);
  }

  static void leave_out_heading(Section& section) {
    section.heading.hidden = Hidden::left_out;
    hide(section.heading.children, Hidden::left_out);
  }

  // The public reads what is to be done, in one list, and nothing else of the section.
  void shade_actions(Section& section) {
    section.hidden = Hidden::partly;
    Outline visible = visible_outline({{}, {section}});
    reading_.sections.keep_shown_actions(visible.sections);
    action_texts_.emplace();
    for (const ActionItem& item : read_action_items(visible.sections.front(), std::nullopt)) {
      *action_texts_ += plain_text(item.text) + "\n";
      read_footnotes(item.text);
    }
    shade_action_blocks(section);
    action_texts_.reset();
  }

  void shade_action_blocks(Section& section) {
    for (Node& block : section.blocks) {
      const bool holds_items = block.kind == NodeKind::list || block.kind == NodeKind::table;
      if (!holds_items && !block.internal) block.hidden = Hidden::left_out;
    }
    shade_nodes(section.blocks);
    for (Section& child : section.sections) {
      if (is_marked(child)) {
        hide(child, Hidden::marked);
        continue;
      }
      if (!reading_.sections.show(visible_kind(child), true)) {
        hide(child, Hidden::left_out);
        continue;
      }
      child.hidden = Hidden::partly;
      leave_out_heading(child);
      shade_action_blocks(child);
    }
  }

  // Blocks, or one line.
  void shade_nodes(std::vector<Node>& nodes) {
    if (nodes.empty()) return;
    if (!is_block(nodes.front().kind)) return shade_line(nodes);
    for (Node& node : nodes) {
      if (node.internal) {
        hide_marked(node);
      } else if (node.hidden == Hidden::no && node.kind == NodeKind::code_block) {
        const std::vector<Replacement> found = reading_.dictionary.find(node.text);
        if (!found.empty()) Pieces(found).cut_code(node);
      } else if (node.hidden == Hidden::no) {
        shade_nodes(node.children);
      }
    }
  }

  void hide_marked(Node& node) const {
    node.hidden = Hidden::marked;
    // It stands in the middle of a line: no capitals.
    const std::vector<Replacement> found = reading_.dictionary.find(node.replacement);
    for (auto part = found.rbegin(); part != found.rend(); ++part) {
      node.replacement.replace(part->begin, part->end - part->begin, part->text);
    }
  }

  // The dictionary sees the line as in the public view: without what is marked, across markup.
  void shade_line(std::vector<Node>& nodes) {
    shade_markup(nodes);
    const InlineRun run(nodes);
    std::vector<Replacement> found = reading_.dictionary.find(run.text());
    if (found.empty()) return;
    for (Replacement& part : found) {
      const std::string_view text = run.text();
      if (starts_sentence(text.substr(0, part.begin)) && !run.is_code(part.begin)) {
        part.text = capitalized(std::move(part.text));
      }
      // A name in a remark of an action item is not replaced: the remark is left out.
      if (action_texts_ && action_texts_->find(text.substr(part.begin, part.end - part.begin)) ==
                               std::string::npos) {
        part.text.clear();
      }
    }
    nodes = Pieces(found).cut(std::move(nodes));
    replace_alternatives(nodes);
  }

  void shade_markup(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
      if (node.internal) {
        hide_marked(node);
        continue;
      }
      shade_markup(node.children);
      if (node.kind == NodeKind::footnote_reference && hidden_footnotes_.contains(node.number)) {
        node.hidden = Hidden::marked;
      } else if (node.kind == NodeKind::link && !is_followed(node.target)) {
        node.hidden = Hidden::link;
        // The text of a bare address is the address.
        if (node.target.kind != LinkTarget::Kind::url) continue;
        if (plain_text(node.children) != node.target.value) continue;
        node.hidden = Hidden::replaced;
        node.replacement = "an internal link";
      }
    }
  }

  // Whether the public may follow a link too, or there is nothing to follow.
  bool is_followed(const LinkTarget& target) const {
    switch (target.kind) {
      case LinkTarget::Kind::none:
      case LinkTarget::Kind::relative:
        return true;
      case LinkTarget::Kind::url:
        return !reading_.dictionary.redact_url(target.value).empty();
      case LinkTarget::Kind::page:
        return reading_.has_page(target.value);
      case LinkTarget::Kind::asset:
        return false;
      case LinkTarget::Kind::fragment:
        return public_ids_.contains(target.value) && reading_.dictionary.is_public(target.value);
    }
    return false;
  }

  // An alternative text is no text that could be shaded: the picture is, as a whole.
  static void replace_alternatives(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
      if (node.kind != NodeKind::image) {
        replace_alternatives(node.children);
        continue;
      }
      std::string text;
      bool changed = false;
      for (const Node& part : node.children) {
        changed = changed || is_hidden_text(part);
        text += is_hidden_text(part) ? part.replacement : plain_text(part);
      }
      if (!changed || node.hidden != Hidden::no) continue;
      node.hidden = Hidden::replaced;
      node.replacement = std::move(text);
    }
  }

  // Notes the footnotes that a text refers to which the public reads.
  void read_footnotes(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      if (is_hidden_text(node) || node.internal) continue;
      if (node.kind == NodeKind::footnote_reference) read_footnotes_.insert(node.number);
      read_footnotes(node.children);
    }
  }

  // A footnote that only hidden text refers to is not public either; it may be the only one that
  // refers to others.
  void hide_unread(std::vector<Node>& footnotes) {
    for (std::size_t known = 0; known != read_footnotes_.size();) {
      known = read_footnotes_.size();
      for (const Node& footnote : footnotes) {
        if (read_footnotes_.contains(footnote.number)) read_footnotes(footnote.children);
      }
    }
    for (Node& footnote : footnotes) {
      if (footnote.hidden == Hidden::no && !read_footnotes_.contains(footnote.number)) {
        footnote.hidden = Hidden::left_out;
      }
    }
  }

  const PublicReading& reading_;
  const std::set<std::string> public_ids_;
  std::set<int> hidden_footnotes_;
  std::set<int> read_footnotes_;
  std::optional<std::string> action_texts_;  // in action items: all that the public reads of them
  bool has_intro_ = false;
  bool has_section_ = false;
};

}  // namespace

void shade(Outline& body, std::vector<Node>& footnotes, const PublicReading& reading) {
  Shading(reading).shade(body, footnotes);
}

}  // namespace debrief
