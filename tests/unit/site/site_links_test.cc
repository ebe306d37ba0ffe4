// Everything that a page of a site refers to is there.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "generator/base/escape.h"
#include "generator/base/text.h"
#include "generator/site/urls.h"
#include "tests/support/sample_view.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

// As a browser does: `address` seen from the page at `from`, a path with '/' in front.
std::string resolved(std::string_view from, std::string_view address) {
  if (address.empty()) return std::string(from);
  std::string path = address.starts_with('/')
                         ? std::string(address)
                         : std::string(from.substr(0, from.rfind('/') + 1)) + std::string(address);
  std::vector<std::string_view> parts;
  std::string_view last;
  for (const std::string_view part : split(path, '/')) {
    last = part;
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (part != "." && !part.empty()) {
      parts.push_back(part);
    }
  }
  std::string out = "/";
  for (const std::string_view part : parts) out += std::string(part) + "/";
  const bool is_file = !last.empty() && last != "." && last != "..";
  if (is_file) out.pop_back();
  return percent_decoded(out);
}

std::optional<std::string> value_of(const HtmlTag& tag, std::string_view name) {
  for (const auto& [key, value] : tag.attributes) {
    if (key == name) return value;
  }
  return std::nullopt;
}

// The folder of the search index, data-index, is none that pages or files of ours are in.
bool is_address(std::string_view attribute) {
  constexpr std::string_view kAddresses[] = {"href",      "src",         "action",
                                             "data-root", "data-worker", "data-engine"};
  return std::find(std::begin(kAddresses), std::end(kAddresses), attribute) != std::end(kAddresses);
}

// Checks a site as it would be served below the path of its address, whose every page is at
// `base` + its path.
class LinkChecker {
 public:
  explicit LinkChecker(const View& view)
      : site_(render_site(view)), base_(path_of_url(view.site().base_url)) {
    for (const auto& [path, bytes] : site_) {
      if (path.ends_with(".html")) read_ids(path, bytes);
    }
  }

  void check() {
    for (const auto& [path, bytes] : site_) {
      if (!path.ends_with(".html")) continue;
      EXPECT_EQ(nesting_fault(bytes), "") << path;
      for (const HtmlTag& tag : tags_of(bytes)) check_tag(path, tag);
    }
  }

  std::size_t links_checked() const { return links_checked_; }

 private:
  void read_ids(const std::string& path, const std::string& bytes) {
    for (const HtmlTag& tag : tags_of(bytes)) {
      if (const auto id = value_of(tag, "id")) {
        EXPECT_TRUE(ids_[path].insert(*id).second) << path << ": id " << *id << " twice";
      }
    }
  }

  void check_tag(const std::string& page, const HtmlTag& tag) {
    EXPECT_FALSE(value_of(tag, "style")) << page << " <" << tag.name << ">";
    for (const auto& [name, value] : tag.attributes) {
      EXPECT_FALSE(name.starts_with("on")) << page << " <" << tag.name << " " << name << ">";
      if (is_address(name)) check_address(page, tag, value);
    }
  }

  void check_address(const std::string& page, const HtmlTag& tag, const std::string& address) {
    ++links_checked_;
    if (value_of(tag, "rel") == "canonical") return;
    if (address.starts_with("https://") || address.starts_with("mailto:")) return;
    const std::size_t hash = address.find('#');
    const std::string path = address.substr(0, address.find_first_of("?#"));
    // Any depth: a page that is missing may have been asked for anywhere.
    const std::string from = page == "404.html" ? "/any/where/at/all" : base_ + page;
    const std::string target = path.empty() ? from : resolved(from, path);
    const std::string file =
        path.empty()
            ? page
            : file_of(std::string_view(target).substr(std::min(base_.size(), target.size())));
    EXPECT_TRUE(target.starts_with(base_) || path.empty()) << page << " -> " << address;
    EXPECT_TRUE(site_.contains(file)) << page << " -> " << address << " (" << file << ")";
    if (hash != std::string::npos) {
      const std::string id = percent_decoded(address.substr(hash + 1));
      EXPECT_TRUE(ids_[file].contains(id)) << page << " -> " << address;
    }
  }

  RenderedSite site_;
  std::string base_;
  std::map<std::string, std::set<std::string>> ids_;
  std::size_t links_checked_ = 0;
};

TEST(SiteLinks, AllLeadSomewhereInternally) {
  LinkChecker checker(make_view(Audience::internal, sample_parts(Audience::internal)));
  checker.check();
  EXPECT_GT(checker.links_checked(), 500u);
}

TEST(SiteLinks, AllLeadSomewhereInPublic) {
  LinkChecker(make_view(Audience::public_, sample_parts(Audience::public_))).check();
}

TEST(SiteLinks, WorkUnderAPath) {
  ViewParts parts = sample_parts(Audience::public_);
  parts.site.base_url = "https://harborline.example/status/incidents/";
  LinkChecker(make_view(Audience::public_, std::move(parts))).check();
}

TEST(SiteLinks, OfASiteWithNothingToShow) {
  LinkChecker(make_view(Audience::internal, empty_parts())).check();
  LinkChecker(make_view(Audience::public_, empty_parts())).check();
}

TEST(SiteLinks, OfLongLists) {
  ViewParts parts = sample_parts(Audience::internal);
  parts.incidents = many_incidents(450);
  for (ViewIncident& incident : parts.incidents) {
    incident.services = {0, 1};
    incident.causes = {1};
    incident.severity = 2;
    incident.tags = {"all"};
  }
  LinkChecker(make_view(Audience::internal, std::move(parts))).check();
}

}  // namespace
}  // namespace debrief
