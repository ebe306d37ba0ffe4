// The incidents of a view by everything that has a list of them, computed once for all pages.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "generator/view/view.h"

namespace debrief {

// In the order of the view: newest first.
using IncidentList = std::vector<IncidentIndex>;

struct SiteIndex {
  struct Tag {
    std::string name;
    std::string slug;
    IncidentList incidents;
  };
  struct Quarter {
    int year;
    int quarter;  // 1-4; 0 for those of which only the year is known
    IncidentList incidents;
  };
  struct Year {
    int year;
    std::vector<std::size_t> quarters;  // those with incidents, in `quarters`, newest first
    std::size_t count = 0;
  };

  IncidentList all;
  IncidentList open;
  IncidentList without_severity;
  IncidentList undated;                   // without a start
  IncidentList with_improvements;         // that may be made some day; internal only
  std::vector<IncidentList> by_severity;  // as View::severities
  std::vector<IncidentList> by_service;   // as View::services
  std::vector<IncidentList> by_cause;     // as View::causes; a category has those of its children
  std::vector<std::vector<std::size_t>> service_children;
  std::vector<std::vector<std::size_t>> cause_children;
  std::vector<Tag> tags;          // by name
  std::vector<Year> years;        // newest first; by the start in UTC, as everything compared is
  std::vector<Quarter> quarters;  // newest first

  // The pages that text may link to: "incident/x" -> "incidents/x/".
  std::map<std::string, std::string, std::less<>> page_paths;
};

SiteIndex make_site_index(const View& view);

// Requires: one of the view's incidents has the tag.
const SiteIndex::Tag& find_tag(const SiteIndex& index, const std::string& name);

}  // namespace debrief
