#include "search/query.h"

#include <xapian.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "search/facets.h"
#include "search/foresight.h"
#include "search/query_plan.h"
#include "search/query_syntax.h"
#include "search/record.h"
#include "search/schema.h"
#include "search/snippet.h"
#include "search/stems.h"
#include "search/suggestion.h"
#include "search/xapian_error.h"

namespace debrief::search {

struct Engine::State {
  std::unique_ptr<IndexSource> source;
  std::string name;
  Xapian::Database database;
  std::string language;
  mutable Stems stems;
};

namespace {

using Xapian::Query;

// Pages that score less than this share of the best are cut off, unless they have all words.
constexpr double kCutOff = 0.3;

constexpr const char* kCannotRead = "cannot read the search index";

struct Hit {
  Xapian::docid page = 0;
  double score = 0;
};

// The filters of a request, one query a field.
struct Filters {
  struct OfField {
    Field field;
    Query query;
  };
  std::vector<OfField> of_fields;
  Query dates = Query::MatchAll;
  bool has_dates = false;
  bool none = true;

  // All but those on `left_out`.
  Query query(const FieldNames* left_out) const {
    std::vector<Query> queries = {dates};
    for (const OfField& filter : of_fields) {
      if (left_out == nullptr || filter.field != left_out->field) queries.push_back(filter.query);
    }
    return Query(Query::OP_AND, queries.begin(), queries.end());
  }

  bool has(Field field) const {
    return std::any_of(of_fields.begin(), of_fields.end(),
                       [field](const OfField& filter) { return filter.field == field; });
  }
};

Filters make_filters(const Request& request, std::vector<std::string>& problems) {
  Filters filters;
  const auto add = [&filters](Field field, const std::vector<std::string>& values) {
    if (values.empty()) return;
    std::vector<Query> alternatives;
    for (const std::string& value : values) alternatives.emplace_back(filter_term(field, value));
    filters.of_fields.push_back(
        {field, Query(Query::OP_OR, alternatives.begin(), alternatives.end())});
    filters.none = false;
  };
  add(Field::service, request.services);
  add(Field::cause, request.causes);
  add(Field::severity, request.severities);
  add(Field::owner, request.owners);
  add(Field::tag, request.tags);
  add(Field::status, request.statuses);
  add(Field::kind, request.kinds);
  add(Field::year, request.years);

  Clause dates;
  bool bounded = false;
  const auto bound = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    std::string problem;
    if (apply_date_bound(dates, name, value, problem)) {
      bounded = true;
    } else {
      problems.push_back(std::move(problem));
    }
  };
  bound("after", request.after);
  bound("before", request.before);
  if (bounded) {
    filters.dates = make_date_query(dates);
    filters.has_dates = true;
    filters.none = false;
  }
  return filters;
}

Query narrow(const QueryPlan& plan, const Filters& filters, const FieldNames* left_out) {
  if (filters.none) return plan.query;
  return Query(Query::OP_FILTER, plan.query, filters.query(left_out));
}

// All pages that match, in their order. Pages are numbered from old to new, so the number
// decides between equals, and is the whole order by date.
std::vector<Hit> match(const Xapian::Database& database, const Query& query, Sort sort) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_docid_order(Xapian::Enquire::DESCENDING);
  if (sort != Sort::relevance) enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (sort == Sort::duration) enquire.set_sort_by_value(slot::kDuration, true);
  if (sort == Sort::severity) enquire.set_sort_by_value(slot::kSeverity, true);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<Hit> hits;
  hits.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    hits.push_back({.page = *hit, .score = hit.get_weight()});
  }
  return hits;
}

void cut_off(std::vector<Hit>& hits, const Xapian::Database& database, const Query& complete) {
  if (hits.empty() || complete.empty()) return;
  const double least = hits.front().score * kCutOff;
  if (hits.back().score >= least) return;
  PageSet have_all(database.get_lastdocid());
  for (const Hit& hit : match(database, complete, Sort::date)) have_all.add(hit.page);
  std::erase_if(hits,
                [&](const Hit& hit) { return hit.score < least && !have_all.contains(hit.page); });
}

// The record of a page is the attachment behind all columns; pages are numbered from 1.
Result make_result(const Hit& hit, IndexSource& source, const QueryPlan& plan, Stems& stems) {
  const std::size_t number = facet_fields().size() + hit.page - 1;
  if (number >= source.attachment_count()) return {};
  Record record = decode_record(source.attachment(number).value_or(""));
  Result result;
  result.path = std::move(record.path);
  result.kind = std::move(record.kind);
  result.title = std::move(record.title);
  result.id = std::move(record.id);
  result.severity = std::move(record.severity);
  result.status = std::move(record.status);
  result.services = std::move(record.services);
  result.service_names = std::move(record.service_names);
  result.started = record.started;
  result.duration_seconds = record.duration_seconds;
  result.score = hit.score;
  result.snippet = make_snippet(record.texts, plan.highlights, stems);
  return result;
}

// Absent if the field, which may be null, has none.
std::optional<std::string> column_of(const FieldNames* names, IndexSource& source) {
  if (names == nullptr) return std::nullopt;
  const std::span<const Field> fields = facet_fields();
  const auto place = std::find(fields.begin(), fields.end(), names->field);
  const auto number = static_cast<std::size_t>(place - fields.begin());
  if (place == fields.end() || number >= source.attachment_count()) return std::nullopt;
  return source.attachment(number);
}

bool has_dates(const Clause& clause) {
  return clause.kind == Clause::Kind::dates ||
         std::any_of(clause.children.begin(), clause.children.end(), has_dates);
}

// A request, understood.
struct Question {
  std::string text;
  ParsedQuery parsed;
  Filters filters;
  QueryPlan plan;
  Sort sort = Sort::relevance;  // By date where nothing ranks.
  std::vector<std::string> problems;
};

Question understand(const Request& request, const PlanContext& context) {
  Question question;
  question.text = clean_query(request.query);
  question.parsed =
      parse_query(question.text, request.typing ? typing_at_end(request.query) : Typing::done);
  question.problems = question.parsed.problems;
  question.filters = make_filters(request, question.problems);
  const Words words = request.sort == Sort::relevance ? Words::rank : Words::required;
  question.plan = make_plan(question.parsed.root, words, context);
  question.problems.insert(question.problems.end(), question.plan.problems.begin(),
                           question.plan.problems.end());
  const bool is_list = !question.plan.ranks && request.sort == Sort::relevance;
  question.sort = is_list ? Sort::date : request.sort;
  return question;
}

std::string sentences(const std::vector<std::string>& problems) {
  std::string text;
  for (const std::string& problem : problems) {
    if (!text.empty()) text += ' ';
    text += problem;
  }
  return text;
}

}  // namespace

Engine::Engine(std::unique_ptr<IndexSource> source, std::string name) try {
  Xapian::Database database(source->open_database());
  const std::string version = database.get_metadata(std::string(metadata::kVersion));
  if (version != kSchemaVersion) {
    throw std::runtime_error(name + " is not a search index of this version of Debrief");
  }
  std::string language = database.get_metadata(std::string(metadata::kLanguage));
  Stems stems(language);
  state_ = std::make_unique<State>(State{std::move(source), std::move(name), std::move(database),
                                         std::move(language), std::move(stems)});
} catch (const Xapian::Error& error) {
  throw standard_error(kCannotRead, name, error);
}

Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Results Engine::search(const Request& request) const try {
  const Xapian::Database& database = state_->database;
  state_->stems.forget_if_many();
  const PlanContext context{database, state_->stems, state_->language};
  const Question question = understand(request, context);

  // Find the pages.
  const auto find = [&](const FieldNames* without_filter) {
    const Query query = narrow(question.plan, question.filters, without_filter);
    std::vector<Hit> hits = match(database, query, question.sort);
    if (question.sort == Sort::relevance) cut_off(hits, database, question.plan.complete);
    return hits;
  };
  const std::vector<Hit> hits = find(nullptr);

  // Show those that were asked for.
  Results results;
  results.total = hits.size();
  const std::size_t begin = std::min(request.offset, hits.size());
  const std::size_t end = begin + std::min(request.limit, hits.size() - begin);
  for (std::size_t i = begin; i < end; ++i) {
    results.results.push_back(make_result(hits[i], *state_->source, question.plan, state_->stems));
  }

  const auto set_of = [&database](const std::vector<Hit>& pages) {
    PageSet set(database.get_lastdocid());
    for (const Hit& hit : pages) set.add(hit.page);
    return set;
  };
  const PageSet found = set_of(hits);
  for (const std::string& name : request.facets) {
    const FieldNames* field = find_field(name);
    if (field == nullptr) continue;
    const std::string column = column_of(field, *state_->source).value_or("");
    const bool filtered = question.filters.has(field->field);
    results.facets.push_back(count_facet(column, *field, filtered ? set_of(find(field)) : found));
  }

  if (request.suggest) {
    results.suggestion = suggest_query(question.text, question.parsed.root, context);
  }
  results.problem = sentences(question.problems);
  return results;
} catch (const Xapian::Error& error) {
  throw standard_error(kCannotRead, state_->name, error);
}

void Engine::foresee(const Request& request) const try {
  const PlanContext context{state_->database, state_->stems, state_->language};
  const Question question = understand(request, context);
  std::vector<Xapian::valueno> values;
  if (has_dates(question.parsed.root) || question.filters.has_dates)
    values.push_back(slot::kStarted);
  if (question.sort == Sort::duration) values.push_back(slot::kDuration);
  if (question.sort == Sort::severity) values.push_back(slot::kSeverity);
  search::foresee(state_->database, narrow(question.plan, question.filters, nullptr), values);
  for (const std::string& name : request.facets) column_of(find_field(name), *state_->source);
} catch (const Xapian::Error& error) {
  throw standard_error(kCannotRead, state_->name, error);
}

}  // namespace debrief::search
