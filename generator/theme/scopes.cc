#include "generator/theme/scopes.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <variant>

#include "generator/base/error.h"
#include "generator/base/suggest.h"

namespace debrief {

namespace {

constexpr std::array<std::string_view, 3> kRootGroups = {"site", "page", "text"};

const PageData* as_group(const PageData::Value* value) {
  const auto* group = value ? std::get_if<std::shared_ptr<const PageData>>(value) : nullptr;
  return group ? group->get() : nullptr;
}

void add_names(std::vector<std::string>& names, const PageData& group) {
  for (const auto& entry : group.values()) names.push_back(entry.first);
}

}  // namespace

const PageData& Scopes::group_that_begins(const std::string& name) const {
  const PageData& root = *groups_.front();
  const bool everywhere =
      std::find(kRootGroups.begin(), kRootGroups.end(), name) != kRootGroups.end();
  return everywhere && as_group(root.find(name)) ? root : innermost();
}

const PageData::Value& Scopes::find(const TemplatePiece& tag) const {
  const PageData* group = &group_that_begins(tag.path.front());
  std::string prefix;
  for (std::size_t i = 0;; ++i) {
    const std::string& part = tag.path[i];
    const PageData::Value* value = group->find(part);
    if (!value && i == 0) throw_at(tag, "unknown name '" + tag.text + "'" + hint(part));
    if (!value) {
      std::vector<std::string> names;
      add_names(names, *group);
      const std::optional<std::string> near = suggest(part, names);
      throw_at(tag, "unknown name '" + tag.text + "'" +
                        (near ? "; did you mean '" + prefix + *near + "'?" : ""));
    }
    if (i + 1 == tag.path.size()) return *value;
    group = as_group(value);
    prefix += part;
    if (!group) {
      throw_at(tag, "unknown name '" + tag.text + "'; '" + prefix + "' is " +
                        std::string(kind_name(*value)) + ", not a group");
    }
    prefix += '.';
  }
}

std::string Scopes::hint(const std::string& name) const {
  // Mustache elsewhere would find it, so its absence wants an explanation.
  for (std::size_t i = 0; i + 1 < groups_.size(); ++i) {
    if (groups_[i]->find(name)) return "; names from outside this section are not visible in it";
  }
  std::vector<std::string> names;
  add_names(names, innermost());
  for (const std::string_view group : kRootGroups) {
    if (as_group(groups_.front()->find(group))) names.emplace_back(group);
  }
  return did_you_mean(name, names);
}

std::string_view kind_name(const PageData::Value& value) {
  static constexpr std::array<std::string_view, 5> kNames = {"text", "HTML", "a flag", "a list",
                                                             "a group"};
  static_assert(std::variant_size_v<PageData::Value> == kNames.size());
  return kNames[value.index()];
}

void throw_at(const TemplatePiece& tag, const std::string& message) {
  throw Error(tag.where.file + ":" + std::to_string(tag.where.line) + ": " + message);
}

}  // namespace debrief
