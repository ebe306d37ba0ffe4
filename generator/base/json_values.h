// What is not known, in JSON: null, so that every name of a format is always there.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "generator/base/timestamp.h"

namespace debrief {

inline nlohmann::ordered_json text_or_null(const std::string& text) {
  return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

// As much of it as is known: "2026-02-15", "2026".
inline nlohmann::ordered_json time_or_null(const std::optional<Timestamp>& time) {
  return time ? nlohmann::ordered_json(to_string(*time)) : nlohmann::ordered_json();
}

}  // namespace debrief
