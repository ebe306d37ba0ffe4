#include "search/indexer.h"

#include "search/date.h"
#include "search/text.h"
#include "search/tokenizer.h"

namespace debrief::search {
namespace {

// How often a word counts for standing there. Titles say what a page is about; what a
// page is labelled with comes next.
constexpr Xapian::termcount kTitleWeight = 5;
constexpr Xapian::termcount kSummaryWeight = 2;
constexpr Xapian::termcount kLabelWeight = 2;
constexpr Xapian::termcount kTextWeight = 1;

// Words this far apart are in no phrase together.
constexpr Xapian::termpos kGap = 100;

std::vector<std::string> only(const std::string& value) {
  return value.empty() ? std::vector<std::string>() : std::vector<std::string>{value};
}

// "capacity" of "capacity/connection-pool"; the whole of "capacity".
std::string category_of(const std::string& cause) {
  return cause.substr(0, cause.find('/'));
}

std::vector<std::string> with_categories(const std::vector<std::string>& causes) {
  std::vector<std::string> result;
  for (const std::string& cause : causes) {
    result.push_back(cause);
    if (category_of(cause) != cause) result.push_back(category_of(cause));
  }
  return result;
}

}  // namespace

std::vector<std::string> facet_values(const Document& document, Field field) {
  switch (field) {
    case Field::kind:
      return only(document.kind);
    case Field::service:
      return document.services;
    case Field::cause:
      return with_categories(document.causes);
    case Field::severity:
      return only(document.severity);
    case Field::year:
      return document.started ? only(year_of(*document.started)) : only("");
    case Field::quarter:
      return document.started ? only(quarter_of(*document.started)) : only("");
    case Field::status:
      return only(document.status);
    case Field::owner:
      return document.owners;
    case Field::tag:
      return document.tags;
    case Field::id:
      return only(document.id);
  }
  return {};
}

Xapian::Document Indexer::index(const Document& document) {
  page_ = Xapian::Document();
  position_ = 0;
  stems_.forget_if_many();
  stem_weights_.clear();

  add_text(document.title, kTitleWeight);
  add_text(document.summary, kSummaryWeight);
  for (const Document::Part& section : document.sections) {
    add_text(section.heading, kTextWeight);
    add_text(section.text, kTextWeight);
  }
  add_text(document.id, kLabelWeight);
  add_text(document.severity, kLabelWeight);
  for (const std::vector<std::string>* labels :
       {&document.services, &document.service_names, &document.causes, &document.cause_names,
        &document.tags, &document.owners}) {
    for (const std::string& label : *labels) add_text(label, kLabelWeight);
  }

  for (const auto& [term, weight] : stem_weights_) page_.add_term(*term, weight);
  add_filter_terms(document);
  add_values(document);
  return page_;
}

void Indexer::add_text(std::string_view text, Xapian::termcount weight) {
  Tokenizer tokenizer(text);
  for (Word word; tokenizer.next(word);) {
    if (word.has_place()) page_.add_posting(std::string(word.text), ++position_, weight);
    if (word.has_place() && word.kind != Word::Kind::letters) continue;
    const WordTerms& terms = stems_.terms_for(word.text, word.kind);
    stem_weights_[&terms.main] += weight;
    if (!terms.plain.empty()) stem_weights_[&terms.plain] += weight;
  }
  position_ += kGap;
}

void Indexer::add_filter_terms(const Document& document) {
  page_.add_boolean_term(path_term(document.path));
  for (const FieldNames& names : all_fields()) {
    for (const std::string& value : facet_values(document, names.field)) {
      add_filter_term(names.field, value);
    }
  }
  // Readers see names, so names work in a query as well as ids.
  for (const std::string& name : document.service_names) add_alias_term(Field::service, name);
  for (const std::string& name : document.cause_names) add_alias_term(Field::cause, name);
  for (const std::string& cause : document.causes) {
    const std::size_t slash = cause.rfind('/');
    if (slash != std::string::npos) add_alias_term(Field::cause, cause.substr(slash + 1));
  }
}

void Indexer::add_filter_term(Field field, std::string_view value) {
  if (fold(value).empty()) return;
  // Somebody who types an id wants that page first, so of all filters it alone counts.
  const Xapian::termcount weight = field == Field::id ? kTitleWeight : 0;
  page_.add_term(filter_term(field, value), weight);
}

void Indexer::add_alias_term(Field field, std::string_view name) {
  if (!fold(name).empty()) page_.add_boolean_term(alias_term(field, name));
}

void Indexer::add_values(const Document& document) {
  const auto add = [this](unsigned place, double number) {
    page_.add_value(place, Xapian::sortable_serialise(number));
  };
  if (document.started) add(slot::kStarted, static_cast<double>(*document.started));
  if (document.duration_seconds) {
    add(slot::kDuration, static_cast<double>(*document.duration_seconds));
  }
  if (document.severity_rank >= 0) add(slot::kSeverity, -document.severity_rank);
}

}  // namespace debrief::search
