#include "generator/scaffold/next_id.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/base/text.h"

namespace debrief {
namespace {

constexpr std::string_view kDigits = "0123456789";

struct NumberedId {
  std::string prefix;  // "PM-"
  int year = 0;
  std::string separator;  // "-"
  int number = 0;
  std::size_t width = 0;  // of the number, with its zeros
};

std::optional<NumberedId> split_id(std::string_view id) {
  const std::size_t last = id.find_last_not_of(kDigits);
  if (last == std::string_view::npos || last < 4) return std::nullopt;
  const std::string_view number = id.substr(last + 1);
  const std::string_view year = id.substr(last - 4, 4);
  const std::string_view prefix = id.substr(0, last - 4);
  const auto year_value = whole_number(year);
  const auto number_value = whole_number(number);
  if (year.find_first_not_of(kDigits) != std::string_view::npos || !year_value ||
      *year_value < 1970 || *year_value > 2199 || !number_value || number.size() > 6) {
    return std::nullopt;
  }
  return NumberedId{std::string(prefix), *year_value, std::string(id.substr(last, 1)),
                    *number_value, number.size()};
}

}  // namespace

std::string next_id(const std::vector<std::string>& ids, int year) {
  std::map<std::pair<std::string, std::string>, std::vector<NumberedId>> forms;
  for (const std::string& id : ids) {
    if (const auto numbered = split_id(id)) {
      forms[{numbered->prefix, numbered->separator}].push_back(*numbered);
    }
  }
  if (forms.empty()) return "";
  const auto& [form, numbered] =
      *std::ranges::max_element(forms, {}, [](const auto& entry) { return entry.second.size(); });
  int number = 0;
  std::size_t width = 0;
  for (const NumberedId& id : numbered) {
    if (id.year == year) number = std::max(number, id.number);
    width = std::max(width, id.width);
  }
  return fmt::format("{}{:04}{}{:0{}}", form.first, year, form.second, number + 1, width);
}

}  // namespace debrief
