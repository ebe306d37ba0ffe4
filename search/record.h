// What the index keeps of a page to show it in a list of results: an attachment of its own.
//
// The format is a row of fields, each `<letter><length in bytes>:<bytes>`, so any text
// goes through unchanged and no field can be mistaken for another:
//
//   p path  k kind  i id  t title  v severity  a status  d started  u duration in seconds
//   s service  n service name                (once for each)
//   m summary  x text of a section           (what snippets are cut from, in page order)
//
// Fields without a value are left out. A reader skips letters it does not know.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/document.h"

namespace debrief::search {

// No more text than this is kept for snippets. Words beyond it are found all the same.
inline constexpr std::size_t kMaxSnippetText = std::size_t{64} * 1024;

struct Record {
  std::string path;
  std::string kind;
  std::string id;
  std::string title;
  std::string severity;
  std::string status;
  std::vector<std::string> services;
  std::vector<std::string> service_names;
  std::optional<std::int64_t> started;
  std::optional<std::int64_t> duration_seconds;
  std::vector<std::string> texts;  // The summary, then the sections.
};

std::string encode_record(const Document& document);

// Damaged data gives the fields before the damage.
Record decode_record(std::string_view data);

}  // namespace debrief::search
