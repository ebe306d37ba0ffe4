#include "generator/theme/template_partials.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/suggest.h"

namespace debrief {

namespace {

using Kind = TemplatePiece::Kind;

// A few files that each include the next one twice double its size every time; sections inside
// sections are walked recursively. No page comes near either bound.
constexpr std::size_t kMaxPieces = 100'000;
constexpr int kMaxDepth = 100;

class Inliner {
 public:
  Inliner(const TemplatesByName& files, Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  const TemplatePieces& expand(const std::string& name) {
    if (const auto known = expanded_.find(name); known != expanded_.end()) return known->second;
    open_.push_back(name);
    TemplatePieces result;
    for (const TemplatePiece& piece : files_.find(name)->second) {
      if (piece.kind != Kind::partial) {
        result.push_back(piece);
      } else if (const TemplatePieces* partial = expand_partial(piece)) {
        if (result.size() + partial->size() > kMaxPieces) {
          fault(piece, "with this partial, the template has over 100000 tags");
          result.clear();  // or every file that includes this one would be reported
          break;
        }
        result.insert(result.end(), partial->begin(), partial->end());
      }
    }
    open_.pop_back();
    return expanded_.emplace(name, std::move(result)).first->second;
  }

 private:
  // Null for a partial that cannot be put in place.
  const TemplatePieces* expand_partial(const TemplatePiece& tag) {
    const std::string file = "_" + tag.text;
    if (!files_.contains(file)) {
      diagnostics_.error(
          "template-unknown-partial", tag.where,
          "unknown partial '" + tag.text + "'" + did_you_mean(tag.text, partial_names()));
      return nullptr;
    }
    if (std::find(open_.begin(), open_.end(), file) != open_.end()) {
      fault(tag, "the partial '" + tag.text + "' contains itself");
      return nullptr;
    }
    return &expand(file);
  }

  std::vector<std::string> partial_names() const {
    std::vector<std::string> names;
    for (const auto& file : files_) {
      if (file.first.starts_with('_')) names.push_back(file.first.substr(1));
    }
    return names;
  }

  void fault(const TemplatePiece& tag, std::string message) {
    diagnostics_.error("template-syntax", tag.where, std::move(message));
  }

  const TemplatesByName& files_;
  Diagnostics& diagnostics_;
  std::vector<std::string> open_;  // the files that are being expanded, outermost first
  TemplatesByName expanded_;
};

void check_depth(const TemplatePieces& pieces, Diagnostics& diagnostics) {
  int depth = 0;
  for (const TemplatePiece& piece : pieces) {
    if (piece.kind == Kind::end) --depth;
    if (piece.kind != Kind::section && piece.kind != Kind::inverted) continue;
    if (++depth > kMaxDepth) {
      diagnostics.error("template-syntax", piece.where, "over 100 sections inside each other");
      return;
    }
  }
}

}  // namespace

TemplatesByName inline_partials(const TemplatesByName& files, Diagnostics& diagnostics) {
  Inliner inliner(files, diagnostics);
  TemplatesByName pages;
  for (const auto& file : files) {
    const TemplatePieces& pieces = inliner.expand(file.first);
    if (file.first.starts_with('_')) continue;
    check_depth(pieces, diagnostics);
    pages.emplace(file.first, pieces);
  }
  return pages;
}

}  // namespace debrief
