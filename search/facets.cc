#include "search/facets.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "search/pack.h"

namespace debrief::search {
namespace {

constexpr std::array<Field, 8> kFacetFields = {Field::kind,     Field::service, Field::cause,
                                               Field::severity, Field::year,    Field::status,
                                               Field::owner,    Field::tag};

using Counts = std::vector<std::pair<std::string, std::size_t>>;

Counts take_values(std::string_view& column) {
  Counts counts;
  std::uint64_t left = 0;
  if (!take_number(column, left)) return counts;
  for (std::uint64_t size = 0; left > 0; --left) {
    if (!take_number(column, size) || size > column.size()) break;
    counts.emplace_back(column.substr(0, size), 0);
    column.remove_prefix(size);
  }
  return counts;
}

}  // namespace

std::span<const Field> facet_fields() {
  return kFacetFields;
}

Facet count_facet(std::string_view column, const FieldNames& names, const PageSet& pages) {
  Counts counts = take_values(column);
  std::size_t page = 1;
  for (std::uint64_t value = 0; take_number(column, value);) {
    if (value == 0) {
      ++page;
    } else if (value <= counts.size() && pages.contains(page)) {
      ++counts[value - 1].second;
    }
  }
  counts.erase(std::remove_if(counts.begin(), counts.end(),
                              [](const auto& value) { return value.second == 0; }),
               counts.end());
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return {.field = std::string(names.name), .values = std::move(counts)};
}

}  // namespace debrief::search
