#include "generator/site/search_examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/escape.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

// What occurs in most incidents. Requires: there is one.
std::size_t most_frequent(const std::vector<IncidentList>& incidents) {
  const auto longest = std::ranges::max_element(incidents, {}, &IncidentList::size);
  return static_cast<std::size_t>(longest - incidents.begin());
}

// Somebody who has something to do; empty if nobody has.
std::string first_owner(const View& view) {
  for (const ViewIncident& incident : view.incidents()) {
    for (const ViewActionItem& action : incident.actions) {
      if (!action.owners.empty()) return action.owners.front();
    }
  }
  return "";
}

std::string first_id(const View& view) {
  for (const ViewIncident& incident : view.incidents()) {
    if (!incident.id.empty()) return incident.id;
  }
  return "";
}

// Queries of this site, with what they find.
class Examples {
 public:
  Examples(const Site& site, const Links& links) : site_(site), search_(links.to(kSearchPath)) {}

  void add(std::string query, std::string_view text_name) {
    PageData& row = rows_.emplace_back();
    row.text("href", search_ + "?q=" + encode_path(query));
    row.text("query", std::move(query)).text("finds", site_.texts.label(text_name));
  }

  // Of the language of the texts, which is that of most of what is searched.
  void add_words(std::string_view name) {
    add(site_.texts.label(fmt::format("query_{}", name)), fmt::format("finds_{}", name));
  }

  // A filter by a name, which is quoted if it has to be. Without a name there is no example.
  void add_filter(std::string_view field, const std::string& name, std::string_view text_name) {
    if (name.empty()) return;
    const bool is_word = name.find(' ') == std::string::npos;
    add(std::string(field) + (is_word ? ":" + name : ":\"" + name + "\""), text_name);
  }

  void add_service() {
    const std::vector<ViewService>& services = site_.view.services();
    if (services.empty()) return;
    add_filter("service", services[most_frequent(site_.index.by_service)].key, "finds_service");
  }

  void add_cause() {
    const std::vector<ViewCause>& causes = site_.view.causes();
    if (causes.empty()) return;
    add_filter("cause", causes[most_frequent(site_.index.by_cause)].key, "finds_cause");
  }

  void add_severity() {
    const std::vector<ViewSeverity>& severities = site_.view.severities();
    if (severities.empty()) return;
    add_filter("severity", severities[most_frequent(site_.index.by_severity)].label,
               "finds_severity");
  }

  void add_tag() {
    const auto count = [](const SiteIndex::Tag& tag) { return tag.incidents.size(); };
    const auto tag = std::ranges::max_element(site_.index.tags, {}, count);
    if (tag != site_.index.tags.end()) add_filter("tag", tag->name, "finds_tag");
  }

  PageData::List take() { return std::move(rows_); }

 private:
  const Site& site_;
  std::string search_;
  PageData::List rows_;
};

PageData::List word_examples(const Site& site, const Links& links) {
  Examples examples(site, links);
  examples.add_words("words");
  examples.add_words("phrase");
  examples.add_words("prefix");
  examples.add_words("joined");
  examples.add_words("and");
  examples.add_words("or");
  examples.add_words("not");
  examples.add_words("group");
  return examples.take();
}

// Of what this site has, so that each finds something where anything can be found.
PageData::List name_examples(const Site& site, const Links& links) {
  const View& view = site.view;
  Examples examples(site, links);
  examples.add_service();
  examples.add_cause();
  examples.add_severity();
  examples.add_tag();
  examples.add("status:open", "finds_status");
  if (view.is_internal()) examples.add("status:draft", "finds_draft");
  examples.add_filter("owner", first_owner(view), "finds_owner");
  examples.add_filter("id", first_id(view), "finds_id");
  if (!view.guides().empty()) examples.add("kind:guide", "finds_kind");
  return examples.take();
}

std::string latest_year(const SiteIndex& index) {
  return index.years.empty() ? "2026" : std::to_string(index.years.front().year);
}

PageData::List time_examples(const Site& site, const Links& links) {
  const std::string year = latest_year(site.index);
  Examples examples(site, links);
  examples.add("year:" + year, "finds_year");
  examples.add("quarter:" + year + "-Q1", "finds_quarter");
  examples.add("after:" + year + "-02", "finds_after");
  examples.add("before:" + year, "finds_before");
  examples.add(year + "-01.." + year + "-03-15", "finds_range");
  return examples.take();
}

}  // namespace

PageData::List few_examples(const Site& site, const Links& links) {
  Examples examples(site, links);
  examples.add_words("words");
  examples.add_words("phrase");
  examples.add_service();
  examples.add("year:" + latest_year(site.index), "finds_year");
  return examples.take();
}

PageData::List example_tables(const Site& site, const Links& links) {
  PageData::List tables;
  const auto add = [&](std::string_view heading, std::string note, PageData::List rows) {
    PageData& table = tables.emplace_back();
    table.text("heading", site.texts.label(heading)).text("note", std::move(note));
    table.list("rows", std::move(rows));
  };
  add("search_words", "", word_examples(site, links));
  add("search_filters", site.texts.label("search_filters_intro"), name_examples(site, links));
  add("search_times", "", time_examples(site, links));
  return tables;
}

}  // namespace debrief
