// What every page of a site is made from. Shared by threads; nothing here changes.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/day.h"
#include "generator/insight/action_register.h"
#include "generator/insight/availability.h"
#include "generator/insight/maintenance.h"
#include "generator/insight/related_incidents.h"
#include "generator/site/action_lists.h"
#include "generator/site/page_data.h"
#include "generator/site/publication_lists.h"
#include "generator/site/script_words.h"
#include "generator/site/site_file.h"
#include "generator/site/site_index.h"
#include "generator/site/texts.h"
#include "generator/view/view.h"

namespace debrief {

// The files of the theme as the site serves them: "style.css" -> "assets/style.0123.css".
using AssetPaths = std::map<std::string, std::string, std::less<>>;

// Refers to the view, which must outlive it.
struct Site {
  const View& view;
  Day today;  // what is overdue, and how far back "lately" reaches, is counted from it
  SiteIndex index;
  AssetPaths assets;
  Texts texts;
  std::shared_ptr<const PageData> text_group;  // the same as templates know them
  std::optional<SiteFile> colors;              // the site's own
  SiteFile words;                              // of the scripts
  std::vector<RegisterItem> register_items;    // every action item
  ActionLists actions;                         // the same in lists
  MaintenanceLists maintenance;
  PublicationLists publications;
  std::optional<CountedTime> counted_time;        // of availability
  std::vector<ServiceAvailability> availability;  // as View::services; empty without counted_time
  // For each incident those that are like it, though nobody says so.
  std::vector<std::vector<RelatedIncident>> similar;

  // Whether the content is in a language that the interface has no texts of.
  bool has_foreign_content() const { return !texts.are_of(view.site().language); }
};

// On up to `jobs` threads.
Site make_site(const View& view, Day today, AssetPaths assets, unsigned jobs = 1);

}  // namespace debrief
