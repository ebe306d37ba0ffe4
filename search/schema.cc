#include "search/schema.h"

#include <algorithm>
#include <array>

#include "search/hash.h"
#include "search/text.h"

namespace debrief::search {
namespace {

// Prefixes follow Xapian Omega's list (termprefixes.rst): O owner, K keyword, Y year,
// Q unique id, Z stem; what is ours starts with X.
constexpr std::array<FieldNames, 10> kFields = {{
    {Field::kind, "kind", "XKIND"},
    {Field::service, "service", "XSERVICE"},
    {Field::cause, "cause", "XCAUSE"},
    {Field::severity, "severity", "XSEVERITY"},
    {Field::year, "year", "Y"},
    {Field::quarter, "quarter", "XQUARTER"},
    {Field::status, "status", "XSTATUS"},
    {Field::owner, "owner", "O"},
    {Field::tag, "tag", "K"},
    {Field::id, "id", "XID"},
}};

// Xapian takes terms of up to 245 bytes; hash and all, ours keep below.
constexpr std::size_t kMaxTermBytes = 240;

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  // By the same list: a colon where the value could be taken for more of the prefix.
  if (!value.empty() && (value[0] == ':' || (value[0] >= 'A' && value[0] <= 'Z'))) term += ':';
  term += value;
  if (term.size() <= kMaxTermBytes) return term;
  Hash hash;
  hash.add(term);
  const std::string suffix = hash.hex();
  return std::string(truncate(term, kMaxTermBytes - suffix.size())) + suffix;
}

}  // namespace

std::span<const FieldNames> all_fields() {
  return kFields;
}

const FieldNames& names_of(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

const FieldNames* find_field(std::string_view name) {
  const auto found = std::find_if(std::begin(kFields), std::end(kFields),
                                  [name](const FieldNames& field) { return field.name == name; });
  return found == kFields.end() ? nullptr : &*found;
}

std::string filter_term(Field field, std::string_view value) {
  return make_term(names_of(field).prefix, fold(value));
}

std::string alias_term(Field field, std::string_view name) {
  return make_term(std::string(names_of(field).prefix) + "NAME", fold(name));
}

std::string path_term(std::string_view path) {
  return make_term("Q", path);
}

}  // namespace debrief::search
