// What the index knows of one page: a projection that the caller makes, field by field.
//
// Nothing else reaches the index, so a text that no Document holds cannot be found in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace debrief::search {

struct Document {
  struct Part {
    std::string heading;
    std::string text;  // Plain text, no markup.
  };

  std::string path;  // Address of the page relative to the site's root, unique: "incidents/x/".
  std::string kind;  // "incident", "maintenance" or "guide".
  std::string title;
  std::string summary;
  std::vector<Part> sections;
  std::string id;                     // "PM-2026-014"; may be empty.
  std::vector<std::string> services;  // Ids; `service_names` are what people call them.
  std::vector<std::string> service_names;
  std::vector<std::string> causes;  // "capacity" or "capacity/connection-pool".
  std::vector<std::string> cause_names;
  std::string severity;
  int severity_rank = -1;  // 0 is the worst; -1 if there is none.
  std::vector<std::string> tags;
  std::vector<std::string> owners;
  std::string status;                   // "open", "resolved", "draft"...
  std::optional<std::int64_t> started;  // Seconds since 1970, UTC.
  std::optional<std::int64_t> duration_seconds;
};

}  // namespace debrief::search
