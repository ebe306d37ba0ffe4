#include "search/facet_columns.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include "search/indexer.h"
#include "search/pack.h"
#include "search/text.h"

namespace debrief::search {
namespace {

struct Value {
  std::string shown;
  std::size_t number = 0;  // From 1.
};

using Values = std::map<std::string, Value, std::less<>>;  // By the value in lower case.

Values values_of(std::span<const Document* const> documents, Field field) {
  Values values;
  for (const Document* document : documents) {
    for (const std::string& value : facet_values(*document, field)) {
      const std::string shown = clean(value);
      if (shown.empty()) continue;
      Value& kept = values[fold(value)];
      if (kept.shown.empty() || shown < kept.shown) kept.shown = shown;
    }
  }
  std::size_t number = 0;
  for (auto& [key, value] : values) value.number = ++number;
  return values;
}

}  // namespace

std::string encode_facet_column(std::span<const Document* const> documents, Field field) {
  const Values values = values_of(documents, field);
  std::string column;
  put_number(column, values.size());
  for (const auto& [key, value] : values) {
    put_number(column, value.shown.size());
    column += value.shown;
  }
  for (const Document* document : documents) {
    std::vector<std::size_t> numbers;
    for (const std::string& value : facet_values(*document, field)) {
      const auto known = values.find(fold(value));
      if (known != values.end()) numbers.push_back(known->second.number);
    }
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (const std::size_t number : numbers) put_number(column, number);
    put_number(column, 0);
  }
  return column;
}

}  // namespace debrief::search
