// What a template is given: text, HTML, flags, lists and named groups, and nothing else.
//
// Text and HTML are different types. A name that ends in "_html" holds HTML, made by
// markdown/html or by this folder's own writers out of escaped parts; every other name holds
// text, which the template engine escapes. The setters refuse a mismatch, and the theme
// loader refuses a template that prints one as the other, so text cannot enter a page as HTML.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace debrief {

class PageData {
 public:
  struct Html {
    std::string bytes;
  };
  using List = std::vector<PageData>;
  using Value = std::variant<std::string, Html, bool, List, std::shared_ptr<const PageData>>;

  // Each name is set once; setting it again, or HTML under a name without "_html" (or the
  // reverse), is a programming error and throws std::logic_error.
  PageData& text(const std::string& name, std::string value);
  PageData& html(const std::string& name, std::string bytes);
  PageData& flag(const std::string& name, bool value);
  PageData& list(const std::string& name, List items);
  PageData& group(const std::string& name, PageData value);
  // One that several pages have; not null.
  PageData& group(const std::string& name, std::shared_ptr<const PageData> value);

  // Null if there is no such name in this group itself.
  const Value* find(std::string_view name) const;
  const std::map<std::string, Value, std::less<>>& values() const { return values_; }

 private:
  PageData& set(const std::string& name, Value value);

  std::map<std::string, Value, std::less<>> values_;
};

}  // namespace debrief
