// Where the pages of a site are, and how they refer to each other.
//
// A page is a folder with an index.html, and its path is that folder: "incidents/x/", "" for
// the home page. Links between pages are relative, so that a site works under any address.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace debrief {

inline constexpr std::string_view kIncidentsPath = "incidents/";
inline constexpr std::string_view kServicesPath = "services/";
inline constexpr std::string_view kCausesPath = "causes/";
inline constexpr std::string_view kSeveritiesPath = "severities/";
inline constexpr std::string_view kTagsPath = "tags/";
inline constexpr std::string_view kArchivePath = "archive/";
inline constexpr std::string_view kUndatedPath = "archive/undated/";
inline constexpr std::string_view kActionsPath = "actions/";
inline constexpr std::string_view kClosedActionsPath = "actions/closed/";
inline constexpr std::string_view kCalendarPath = "actions/due.ics";
inline constexpr std::string_view kOwnersPath = "actions/owners/";
inline constexpr std::string_view kAvailabilityPath = "availability/";
inline constexpr std::string_view kAvailabilityJsonPath = "availability.json";
inline constexpr std::string_view kMaintenancePath = "maintenance/";
inline constexpr std::string_view kRepeatsPath = "repeats/";
inline constexpr std::string_view kReviewPath = "review/";
inline constexpr std::string_view kImprovementsPath = "improvements/";
inline constexpr std::string_view kPublicationPath = "publication/";
inline constexpr std::string_view kTrendsPath = "trends/";
inline constexpr std::string_view kMonthTrendsPath = "trends/months/";
inline constexpr std::string_view kDefinitionsPath = "trends/definitions/";
inline constexpr std::string_view kGuidesPath = "guides/";
inline constexpr std::string_view kSearchPath = "search/";
inline constexpr std::string_view kSearchHelpPath = "search/help/";
inline constexpr std::string_view kSearchIndexPath = "search/index/";
inline constexpr std::string_view kNotFoundPath = "404.html";
inline constexpr std::string_view kOpenSearchPath = "opensearch.xml";
inline constexpr std::string_view kFeedPath = "feed.xml";
inline constexpr std::string_view kJsonFeedPath = "feed.json";
inline constexpr std::string_view kStatusApiPath = "api/v2/";
inline constexpr std::string_view kSitemapPath = "sitemap.xml";

std::string incident_path(std::string_view slug);
std::string maintenance_path(std::string_view slug);
// What the public reads of a page: "incidents/x/public/".
std::string public_text_path(std::string_view page_path);
std::string service_path(std::string_view key);
std::string service_availability_path(std::string_view key);
std::string cause_path(std::string_view key);  // of a sub-cause: "capacity/connection-pool"
std::string severity_path(std::string_view key);
std::string tag_path(std::string_view slug);
std::string year_path(int year);
std::string quarter_path(int year, int quarter);
std::string publication_group_path(std::string_view group);  // "publication/waiting/"
std::string owner_path(std::string_view slug);
std::string owner_calendar_path(std::string_view slug);
std::string guide_path(std::string_view slug);

// The feeds of a page stand beside it: "services/x/" -> "services/x/feed.xml" and
// "services/x/feed.json".
std::string feed_path(std::string_view page_path);
std::string json_feed_path(std::string_view page_path);

// The path of page `number` of a list, from 1: "incidents/", "incidents/page/2/".
std::string numbered_path(std::string_view list_path, std::size_t number);

// The file that a web server looks for: "incidents/x/index.html".
std::string file_of(std::string_view page_path);

// "https://host/kb/" and "incidents/x/" -> "https://host/kb/incidents/x/".
std::string absolute_url(std::string_view base_url, std::string_view path);

// "https://host/kb/" -> "/kb/".
std::string_view path_of_url(std::string_view base_url);

// Addresses of pages and files of the site, as seen from one page.
class Links {
 public:
  static Links from_page(std::string_view page_path);
  // For the one page that is served under any address, however deep.
  static Links from_anywhere(std::string_view base_url);

  std::string to(std::string_view path) const;

 private:
  explicit Links(std::string to_root) : to_root_(std::move(to_root)) {}

  std::string to_root_;  // "../../", "" or "/kb/"
};

}  // namespace debrief
