#include "search/request_text.h"

#include <charconv>
#include <cstddef>
#include <string>

namespace debrief::search {
namespace {

// No page of results is longer, and none begins further down.
constexpr std::size_t kMostResults = 100;
constexpr std::size_t kLastOffset = 1'000'000;

std::size_t number(std::string_view text, std::size_t otherwise, std::size_t most) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return otherwise;
  return value < most ? value : most;
}

Sort sort_of(std::string_view name) {
  if (name == "date") return Sort::date;
  if (name == "duration") return Sort::duration;
  if (name == "severity") return Sort::severity;
  return Sort::relevance;
}

void apply(Request& request, std::string_view name, std::string_view value) {
  const auto add = [value](std::vector<std::string>& values) { values.emplace_back(value); };
  if (name == "query") request.query = value;
  if (name == "service") add(request.services);
  if (name == "cause") add(request.causes);
  if (name == "severity") add(request.severities);
  if (name == "owner") add(request.owners);
  if (name == "tag") add(request.tags);
  if (name == "status") add(request.statuses);
  if (name == "kind") add(request.kinds);
  if (name == "year") add(request.years);
  if (name == "after") request.after = value;
  if (name == "before") request.before = value;
  if (name == "sort") request.sort = sort_of(value);
  if (name == "offset") request.offset = number(value, request.offset, kLastOffset);
  if (name == "limit") request.limit = number(value, request.limit, kMostResults);
  if (name == "facet") add(request.facets);
  if (name == "suggest") request.suggest = value == "yes";
  if (name == "typing") request.typing = value == "yes";
}

}  // namespace

Request parse_request(std::string_view text) {
  Request request;
  request.facets.clear();
  request.suggest = false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
    const std::size_t space = line.find(' ');
    if (space != std::string_view::npos) {
      apply(request, line.substr(0, space), line.substr(space + 1));
    }
  }
  return request;
}

}  // namespace debrief::search
