#include "generator/site/opensearch.h"

#include <fmt/format.h>

#include "generator/base/escape.h"
#include "generator/base/text.h"
#include "generator/site/texts.h"
#include "generator/site/urls.h"

namespace debrief {

namespace {

// The format allows no longer ones.
constexpr std::size_t kShortNameCharacters = 16;
constexpr std::size_t kDescriptionCharacters = 1024;

}  // namespace

std::string opensearch_description(const Site& site) {
  const ViewSite& about = site.view.site();
  const std::string description =
      titled_text(site.texts, about.title, site.texts.label("search_label"));
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  out += "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n";
  out += fmt::format("  <ShortName>{}</ShortName>\n",
                     escape_html(shorten(about.title, kShortNameCharacters)));
  out += fmt::format("  <Description>{}</Description>\n",
                     escape_html(shorten(description, kDescriptionCharacters)));
  out += fmt::format("  <Language>{}</Language>\n", escape_html(about.language));
  out += "  <InputEncoding>UTF-8</InputEncoding>\n";
  if (const auto icon = site.assets.find("icon.svg"); icon != site.assets.end()) {
    out += fmt::format("  <Image width=\"16\" height=\"16\" type=\"image/svg+xml\">{}</Image>\n",
                       escape_html(absolute_url(about.base_url, icon->second)));
  }
  out += fmt::format("  <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n",
                     escape_html(absolute_url(about.base_url, kSearchPath)));
  return out + "</OpenSearchDescription>\n";
}

}  // namespace debrief
