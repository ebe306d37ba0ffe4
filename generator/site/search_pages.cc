// The page where search in the browser shows what it found, and the help page of its syntax.
// What is found is added by the theme's script; these pages work without it as far as they can.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "generator/site/fact_text.h"
#include "generator/site/page_frame.h"
#include "generator/site/pages.h"
#include "generator/site/search_examples.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

PageData value_row(std::string value, std::string shown) {
  PageData row;
  row.text("value", std::move(value)).text("label", std::move(shown));
  return row;
}

// What the values of a field, as the index has them, are called on pages.
PageData facet(const Texts& texts, std::string_view name, PageData::List values) {
  PageData data;
  data.text("name", std::string(name)).text("label", texts.label(name));
  data.list("values", std::move(values));
  return data;
}

PageData::List facets(const Site& site) {
  const View& view = site.view;
  PageData::List services;
  for (const ViewService& service : view.services()) {
    services.push_back(value_row(service.key, service.name));
  }
  PageData::List causes;
  for (std::size_t i = 0; i < view.causes().size(); ++i) {
    causes.push_back(value_row(view.causes()[i].key, full_cause_name(view, i)));
  }
  PageData::List severities;
  for (const ViewSeverity& severity : view.severities()) {
    severities.push_back(value_row(severity.label, severity.name.empty()
                                                       ? severity.label
                                                       : severity.label + " · " + severity.name));
  }
  PageData::List statuses;
  statuses.push_back(value_row("open", site.texts.label("open")));
  statuses.push_back(value_row("resolved", site.texts.label("resolved_state")));
  if (view.is_internal()) {
    statuses.push_back(value_row("in-review", site.texts.label("workflow_in-review")));
    statuses.push_back(value_row("draft", site.texts.label("workflow_draft")));
  }

  PageData::List all;
  all.push_back(facet(site.texts, "service", std::move(services)));
  all.push_back(facet(site.texts, "cause", std::move(causes)));
  all.push_back(facet(site.texts, "severity", std::move(severities)));
  all.push_back(facet(site.texts, "year", {}));
  all.push_back(facet(site.texts, "status", std::move(statuses)));
  return all;
}

}  // namespace

PageData search_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("search");
  head.description = titled_text(site.texts, site.view.site().title, site.texts.label("search"));
  PageData data = page_frame(site, page, links, head);
  data.list("facets", facets(site));
  data.list("examples", few_examples(site, links));
  return data;
}

PageData search_help_page(const Site& site, const Page& page, const Links& links) {
  PageHead head;
  head.title = site.texts.label("search_help");
  head.description = site.texts.label("search_help_intro");
  head.crumbs = {{site.texts.label("search"), std::string(kSearchPath)}};
  PageData data = page_frame(site, page, links, head);
  data.list("tables", example_tables(site, links));
  return data;
}

}  // namespace debrief
