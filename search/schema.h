// The names of everything in the index: terms, values, metadata. README.md has them as
// tables. Indexing and querying both spell them through here.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace debrief::search {

// To be raised whenever an older database would be misread.
inline constexpr std::string_view kSchemaVersion = "2";

// A field that filters results: `service:checkout` in a query.
enum class Field { kind, service, cause, severity, year, quarter, status, owner, tag, id };

struct FieldNames {
  Field field;
  std::string_view name;    // In queries and facets.
  std::string_view prefix;  // Of its terms.
};

std::span<const FieldNames> all_fields();
const FieldNames& names_of(Field field);
const FieldNames* find_field(std::string_view name);  // Null if there is none.

// Places of a document's values; all are numbers in Xapian's sortable form.
namespace slot {
inline constexpr unsigned kStarted = 0;   // Seconds since 1970, UTC.
inline constexpr unsigned kDuration = 1;  // Seconds.
inline constexpr unsigned kSeverity = 2;  // Minus the rank: the worst sorts last.
}  // namespace slot

inline constexpr std::string_view kStemPrefix = "Z";

// The term of one field's value, in any case: (severity, "SEV1") gives "XSEVERITYsev1".
std::string filter_term(Field field, std::string_view value);

// The term of another name that a value goes by in queries; never counted as a value.
std::string alias_term(Field field, std::string_view name);

// The term that only the page at `path` has.
std::string path_term(std::string_view path);

namespace metadata {
inline constexpr std::string_view kVersion = "schema";
inline constexpr std::string_view kLanguage = "language";
}  // namespace metadata

}  // namespace debrief::search
