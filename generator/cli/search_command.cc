#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "generator/base/error.h"
#include "generator/base/text.h"
#include "generator/base/timestamp.h"
#include "generator/cli/build_sites.h"
#include "generator/cli/command_line.h"
#include "generator/cli/commands.h"
#include "generator/cli/terminal.h"
#include "search/chunks.h"
#include "search/query.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

search::Sort sort_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, search::Sort>, 4> kSorts = {{
      {"relevance", search::Sort::relevance},
      {"date", search::Sort::date},
      {"duration", search::Sort::duration},
      {"severity", search::Sort::severity},
  }};
  return std::ranges::find(kSorts, name, &std::pair<std::string_view, search::Sort>::first)->second;
}

search::Request request_of(const SearchOptions& options) {
  search::Request request;
  request.query = fmt::format("{}", fmt::join(options.words, " "));
  request.services = options.services;
  request.causes = options.causes;
  request.severities = options.severities;
  request.owners = options.owners;
  request.tags = options.tags;
  request.after = options.after;
  request.before = options.before;
  request.sort = sort_of(options.sort);
  request.limit = options.limit;
  return request;
}

Seconds seconds(std::int64_t since_epoch) {
  return Seconds(std::chrono::seconds(since_epoch));
}

// "SEV1 · 14 March 2026 · 1 h 5 min · Checkout, Ledger"
std::string facts_of(const search::Result& result) {
  std::vector<std::string> facts;
  if (!result.severity.empty()) facts.push_back(result.severity);
  if (result.started) facts.push_back(format_date(seconds(*result.started)));
  if (result.duration_seconds) {
    facts.push_back(format_duration(std::chrono::seconds(*result.duration_seconds)));
  }
  if (!result.service_names.empty())
    facts.push_back(fmt::format("{}", fmt::join(result.service_names, ", ")));
  return fmt::format("{}", fmt::join(facts, " \xC2\xB7 "));
}

void print_text(const search::Results& results) {
  const bool color = use_color(STDOUT_FILENO);
  const std::string_view strong = color ? "\x1b[1m" : "";
  const std::string_view plain = color ? "\x1b[0m" : "";
  for (const search::Result& result : results.results) {
    fmt::print("{}{}{}{}{}\n", strong, result.id, result.id.empty() ? "" : "  ", result.title,
               plain);
    if (const std::string facts = facts_of(result); !facts.empty()) fmt::print("    {}\n", facts);
    std::string snippet;
    for (const search::Span& span : result.snippet) {
      snippet += span.matched ? fmt::format("{}{}{}", strong, span.text, plain) : span.text;
    }
    if (!snippet.empty()) fmt::print("    {}\n", collapse_spaces(snippet));
    fmt::print("    {}\n\n", result.path);
  }
  if (results.results.size() < results.total) {
    fmt::print("{} of {} results; --limit shows more.\n", results.results.size(), results.total);
  } else {
    fmt::print("{} result{}.\n", results.total, results.total == 1 ? "" : "s");
  }
  if (!results.suggestion.empty()) {
    fmt::print("Did you mean: {}\n", results.suggestion);
  } else if (results.total == 0) {
    fmt::print("Fewer filters or other words may find more.\n");
  }
}

// The format is described in search/README.md and is kept stable.
void print_json(const search::Results& results) {
  using nlohmann::ordered_json;
  ordered_json out;
  out["total"] = results.total;
  out["suggestion"] =
      results.suggestion.empty() ? ordered_json() : ordered_json(results.suggestion);
  out["problem"] = results.problem.empty() ? ordered_json() : ordered_json(results.problem);
  out["results"] = ordered_json::array();
  for (const search::Result& result : results.results) {
    ordered_json item;
    item["path"] = result.path;
    item["kind"] = result.kind;
    item["id"] = result.id.empty() ? ordered_json() : ordered_json(result.id);
    item["title"] = result.title;
    item["severity"] = result.severity.empty() ? ordered_json() : ordered_json(result.severity);
    item["status"] = result.status.empty() ? ordered_json() : ordered_json(result.status);
    item["services"] = result.services;
    item["started"] =
        result.started ? ordered_json(format_rfc3339(seconds(*result.started))) : ordered_json();
    item["duration_seconds"] =
        result.duration_seconds ? ordered_json(*result.duration_seconds) : ordered_json();
    item["score"] = result.score;
    item["snippet"] = ordered_json::array();
    for (const search::Span& span : result.snippet) {
      item["snippet"].push_back({{"text", span.text}, {"matched", span.matched}});
    }
    out["results"].push_back(std::move(item));
  }
  out["facets"] = ordered_json::object();
  for (const search::Facet& facet : results.facets) {
    ordered_json& values = out["facets"][facet.field] = ordered_json::array();
    for (const auto& [value, count] : facet.values)
      values.push_back({{"value", value}, {"count", count}});
  }
  fmt::print("{}\n", out.dump(2, ' ', false, ordered_json::error_handler_t::replace));
}

search::Results search_in(const fs::path& index, const search::Request& request) {
  try {
    return search::open_chunks(index).search(request);
  } catch (const std::exception& error) {
    throw Error(fmt::format("{}; run 'debrief build' again", error.what()));
  }
}

}  // namespace

int search_command(const fs::path& root, const SearchOptions& options) {
  const Audience audience = options.view == "public" ? Audience::public_ : Audience::internal;
  const fs::path output = options.output.empty() ? root / "site" : options.output;
  const fs::path index = search_index_path(output, audience);
  if (!fs::exists(index)) {
    throw Error(fmt::format("there is no search index at {}; run 'debrief build' first",
                            index.generic_string()));
  }
  search::Request request = request_of(options);
  if (!options.json) request.facets.clear();
  const search::Results results = search_in(index, request);
  if (!results.problem.empty() && !options.json)
    fmt::print(stderr, "debrief: {}\n", results.problem);
  if (options.json) {
    print_json(results);
  } else {
    print_text(results);
  }
  return kExitFine;
}

}  // namespace debrief
