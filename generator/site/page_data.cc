#include "generator/site/page_data.h"

#include <stdexcept>

namespace debrief {

PageData& PageData::set(const std::string& name, Value value) {
  const bool is_html = std::holds_alternative<Html>(value);
  if (is_html != name.ends_with("_html")) {
    throw std::logic_error("page data '" + name + "': HTML, and only HTML, is named …_html");
  }
  if (!values_.try_emplace(name, std::move(value)).second) {
    throw std::logic_error("page data '" + name + "' is set twice");
  }
  return *this;
}

PageData& PageData::text(const std::string& name, std::string value) {
  return set(name, std::move(value));
}
PageData& PageData::html(const std::string& name, std::string bytes) {
  return set(name, Html{std::move(bytes)});
}
PageData& PageData::flag(const std::string& name, bool value) {
  return set(name, value);
}
PageData& PageData::list(const std::string& name, List items) {
  return set(name, std::move(items));
}
PageData& PageData::group(const std::string& name, PageData value) {
  return set(name, std::make_shared<const PageData>(std::move(value)));
}
PageData& PageData::group(const std::string& name, std::shared_ptr<const PageData> value) {
  return set(name, std::move(value));
}

const PageData::Value* PageData::find(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? nullptr : &found->second;
}

}  // namespace debrief
