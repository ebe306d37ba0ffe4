#include "generator/site/urls.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/escape.h"

namespace debrief {

namespace {

std::string folder_in(std::string_view parent, std::string_view name) {
  return fmt::format("{}{}/", parent, name);
}

}  // namespace

std::string incident_path(std::string_view slug) {
  return folder_in(kIncidentsPath, slug);
}
std::string maintenance_path(std::string_view slug) {
  return folder_in(kMaintenancePath, slug);
}
std::string public_text_path(std::string_view page_path) {
  return std::string(page_path) + "public/";
}
std::string service_path(std::string_view key) {
  return folder_in(kServicesPath, key);
}
std::string service_availability_path(std::string_view key) {
  return service_path(key) + "availability/";
}
std::string cause_path(std::string_view key) {
  return folder_in(kCausesPath, key);
}
std::string severity_path(std::string_view key) {
  return folder_in(kSeveritiesPath, key);
}
std::string tag_path(std::string_view slug) {
  return folder_in(kTagsPath, slug);
}
std::string publication_group_path(std::string_view group) {
  return std::string(kPublicationPath) + std::string(group) + "/";
}

std::string owner_path(std::string_view slug) {
  return fmt::format("{}{}/", kOwnersPath, slug);
}

std::string owner_calendar_path(std::string_view slug) {
  return owner_path(slug) + "due.ics";
}

std::string guide_path(std::string_view slug) {
  return folder_in(kGuidesPath, slug);
}

std::string feed_path(std::string_view page_path) {
  return std::string(page_path).append(kFeedPath);
}
std::string json_feed_path(std::string_view page_path) {
  return std::string(page_path).append(kJsonFeedPath);
}

std::string year_path(int year) {
  return fmt::format("{}{}/", kArchivePath, year);
}

std::string quarter_path(int year, int quarter) {
  return quarter == 0 ? fmt::format("{}{}/month-unknown/", kArchivePath, year)
                      : fmt::format("{}{}/q{}/", kArchivePath, year, quarter);
}

std::string numbered_path(std::string_view list_path, std::size_t number) {
  if (number == 1) return std::string(list_path);
  return fmt::format("{}page/{}/", list_path, number);
}

std::string file_of(std::string_view page_path) {
  const bool is_folder = page_path.empty() || page_path.ends_with('/');
  return std::string(page_path) + (is_folder ? "index.html" : "");
}

std::string absolute_url(std::string_view base_url, std::string_view path) {
  return std::string(base_url) + encode_path(path);
}

std::string_view path_of_url(std::string_view base_url) {
  const std::size_t scheme = base_url.find("://");
  const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t path = base_url.find('/', host);
  return path == std::string_view::npos ? "/" : base_url.substr(path);
}

Links Links::from_page(std::string_view page_path) {
  std::string to_root;
  for (auto depth = std::count(page_path.begin(), page_path.end(), '/'); depth > 0; --depth) {
    to_root += "../";
  }
  return Links(std::move(to_root));
}

Links Links::from_anywhere(std::string_view base_url) {
  return Links(std::string(path_of_url(base_url)));
}

std::string Links::to(std::string_view path) const {
  std::string address = to_root_ + encode_path(path);
  return address.empty() ? "./" : address;
}

}  // namespace debrief
