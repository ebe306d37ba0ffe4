#include "generator/extract/factors.h"

#include <cstddef>
#include <string>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/placeholder.h"
#include "generator/extract/text_line.h"

namespace debrief {
namespace {

class Reader {
 public:
  void read(const std::vector<Section>& sections, bool internal) {
    for (const Section& section : sections) {
      const bool hidden = internal || section.heading.internal;
      if (section.kind == "contributing-factors") {
        read_section(section, hidden);
      } else {
        read(section.sections, hidden);
      }
    }
  }

  std::vector<Factor> take() { return std::move(factors_); }

 private:
  void read_section(const Section& section, bool internal) {
    const std::size_t before = factors_.size();
    bool has_items = false;
    for (const Node& block : section.blocks) {
      if (block.kind == NodeKind::table) {
        has_items = true;
        read_table(block, internal || block.internal);
      }
      // Lines of a paragraph count where they were meant as a list.
      for (const TextLine& line : text_lines({block}, internal)) {
        if (!line.is_item) continue;
        has_items = true;
        read_item(line);
      }
    }
    if (!has_items && factors_.size() == before) {
      for (const Node& block : section.blocks) {
        if (block.kind == NodeKind::paragraph) {
          add(block.children, block.line, internal || block.internal);
        }
      }
    }
    for (const Section& child : section.sections) {
      const bool hidden = internal || child.heading.internal;
      if (child.kind.empty() || child.kind == section.kind) read_section(child, hidden);
    }
  }

  static bool is_group(const TextLine& item) {
    if (item.nested.empty()) return false;
    const bool bold = item.text.size() == 1 && item.text.front().kind == NodeKind::strong;
    return bold || plain_text(item.text).ends_with(':');
  }

  void read_item(const TextLine& item) {
    if (item.text.empty() || is_group(item)) {
      for (const TextLine& inner : item.nested) read_item(inner);
    } else {
      add(item.text, item.line, item.internal);
    }
  }

  // The column that is headed so, or the first one that does not count the rows.
  static std::size_t text_column(const Node& heading) {
    std::size_t column = 0;
    for (std::size_t i = heading.children.size(); i-- > 0;) {
      const std::string name = to_lower(trim(plain_text(heading.children[i].children)));
      if (name.find("factor") != std::string::npos) return i;
      if (name != "#" && name != "no." && name != "nr" && !name.empty()) column = i;
    }
    return column;
  }

  void read_table(const Node& table, bool internal) {
    if (table.children.empty()) return;
    const std::size_t column = text_column(table.children.front());
    for (std::size_t i = 1; i < table.children.size(); ++i) {
      const Node& row = table.children[i];
      if (column >= row.children.size()) continue;
      add(row.children[column].children, row.line, internal || row.internal);
    }
  }

  void add(const std::vector<Node>& text, int line, bool internal) {
    if (!is_placeholder(plain_text(text))) factors_.push_back({text, line, internal});
  }

  std::vector<Factor> factors_;
};

}  // namespace

std::vector<Factor> contributing_factors(const Outline& body) {
  Reader reader;
  reader.read(body.sections, false);
  return reader.take();
}

}  // namespace debrief
