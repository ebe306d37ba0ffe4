#include "search/answer_json.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace debrief::search {
namespace {

void put_text(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

// One comma-separated row: `put_one(item)` for each.
template <typename Items, typename PutOne>
void put_row(std::string& out, const Items& items, const PutOne& put_one) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    put_one(item);
  }
  out += ']';
}

void put_name(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  put_text(out, name);
  out += ':';
}

void put_field(std::string& out, std::string_view name, std::string_view text) {
  put_name(out, name);
  put_text(out, text);
}

// Null stands for an empty text.
void put_optional(std::string& out, std::string_view name, std::string_view text) {
  put_name(out, name);
  if (text.empty()) {
    out += "null";
  } else {
    put_text(out, text);
  }
}

void put_optional(std::string& out, std::string_view name, std::optional<std::int64_t> number) {
  put_name(out, name);
  out += number ? std::to_string(*number) : "null";
}

void put_texts(std::string& out, std::string_view name, const std::vector<std::string>& texts) {
  put_name(out, name);
  put_row(out, texts, [&out](const std::string& text) { put_text(out, text); });
}

void put_result(std::string& out, const Result& result) {
  out += '{';
  put_field(out, "path", result.path);
  put_field(out, "kind", result.kind);
  put_optional(out, "id", result.id);
  put_field(out, "title", result.title);
  put_optional(out, "severity", result.severity);
  put_optional(out, "status", result.status);
  put_texts(out, "services", result.services);
  put_texts(out, "service_names", result.service_names);
  put_optional(out, "started", result.started);
  put_optional(out, "duration_seconds", result.duration_seconds);
  put_name(out, "snippet");
  put_row(out, result.snippet, [&out](const Span& span) {
    out += '{';
    put_field(out, "text", span.text);
    put_name(out, "matched");
    out += span.matched ? "true}" : "false}";
  });
  out += '}';
}

void put_facets(std::string& out, const std::vector<Facet>& facets) {
  out += '{';
  for (const Facet& facet : facets) {
    put_name(out, facet.field);
    put_row(out, facet.values, [&out](const auto& value) {
      out += '{';
      put_field(out, "value", value.first);
      put_name(out, "count");
      out += std::to_string(value.second) + '}';
    });
  }
  out += '}';
}

}  // namespace

std::string to_json(const Results& results) {
  std::string out = "{";
  put_name(out, "total");
  out += std::to_string(results.total);
  put_optional(out, "suggestion", results.suggestion);
  put_optional(out, "problem", results.problem);
  put_name(out, "results");
  put_row(out, results.results, [&out](const Result& result) { put_result(out, result); });
  put_name(out, "facets");
  put_facets(out, results.facets);
  return out + '}';
}

}  // namespace debrief::search
