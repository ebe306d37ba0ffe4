// Where the names of a template are found: in the innermost group, or, under the names "site",
// "page" and "text", in those groups of the page as a whole. Nowhere else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/site/page_data.h"
#include "generator/theme/template_pieces.h"

namespace debrief {

// The groups that a place in a template is inside of. Refers to the data, which must outlive it.
class Scopes {
 public:
  explicit Scopes(const PageData& root) : groups_{&root} {}

  void enter(const PageData& group) { groups_.push_back(&group); }
  void leave() { groups_.pop_back(); }
  const PageData& innermost() const { return *groups_.back(); }
  std::size_t depth() const { return groups_.size() - 1; }  // 0 at the root

  // What the tag's name stands for. Throws Error if it stands for nothing.
  const PageData::Value& find(const TemplatePiece& tag) const;

 private:
  const PageData& group_that_begins(const std::string& name) const;
  std::string hint(const std::string& name) const;

  std::vector<const PageData*> groups_;
};

// "text", "HTML", "a flag", "a list" or "a group".
std::string_view kind_name(const PageData::Value& value);

// Throws Error with the file and line of the tag in front of the message.
[[noreturn]] void throw_at(const TemplatePiece& tag, const std::string& message);

}  // namespace debrief
