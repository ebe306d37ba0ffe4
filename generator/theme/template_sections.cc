#include <cstddef>
#include <string>
#include <vector>

#include "generator/theme/template_pieces.h"

namespace debrief {

namespace {

using Kind = TemplatePiece::Kind;

struct OpenSection {
  const TemplatePiece* tag;
  bool reported = false;  // a fault at another tag is why this one is not closed
};

std::string begun_at(const TemplatePiece& tag) {
  return "'" + tag.text + "', begun in line " + std::to_string(tag.where.line);
}

class SectionCheck {
 public:
  explicit SectionCheck(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void begin(const TemplatePiece& tag) { open_.push_back({&tag}); }

  // One mistake is one message: a misspelt end leaves its section open, and a section closed
  // too early is met again by its own end, neither of which is worth a second one.
  void end(const TemplatePiece& tag) {
    std::size_t match = open_.size();
    while (match > 0 && open_[match - 1].tag->text != tag.text) --match;
    if (match == 0) {
      if (open_.empty()) return fault(tag, "{{/" + tag.text + "}} ends no section");
      fault(tag, "{{/" + tag.text + "}} does not end the section " + begun_at(*open_.back().tag));
      open_.back().reported = true;
      return;
    }
    const std::size_t inner = first_unreported(match);
    if (inner == open_.size()) {
      open_.resize(match - 1);
      return;
    }
    fault(tag, "{{/" + tag.text + "}} comes before the end of the section " +
                   begun_at(*open_.back().tag));
    for (std::size_t i = match; i < open_.size(); ++i) open_[i].reported = true;
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(match) - 1);
  }

  void end_of_file() {
    for (const OpenSection& section : open_) {
      if (section.reported) continue;
      fault(*section.tag, "the section '" + section.tag->text + "' has no end: {{/" +
                              section.tag->text + "}} is missing");
    }
  }

 private:
  std::size_t first_unreported(std::size_t from) const {
    while (from < open_.size() && open_[from].reported) ++from;
    return from;
  }

  void fault(const TemplatePiece& tag, std::string message) {
    diagnostics_.error("template-syntax", tag.where, std::move(message));
  }

  Diagnostics& diagnostics_;
  std::vector<OpenSection> open_;
};

}  // namespace

void check_sections(const TemplatePieces& pieces, Diagnostics& diagnostics) {
  SectionCheck check(diagnostics);
  for (const TemplatePiece& piece : pieces) {
    if (piece.kind == Kind::section || piece.kind == Kind::inverted) check.begin(piece);
    if (piece.kind == Kind::end) check.end(piece);
  }
  check.end_of_file();
}

}  // namespace debrief
