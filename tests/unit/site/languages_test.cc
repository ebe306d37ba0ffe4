// Sites in other languages than English.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "generator/base/text.h"
#include "tests/support/sample_view.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;

RenderedSite site_in(std::string_view language) {
  ViewParts parts = sample_parts(Audience::internal);
  parts.site.language = language;
  for (ViewIncident& incident : many_incidents(1'001)) parts.incidents.push_back(incident);
  return render_site(make_view(Audience::internal, std::move(parts)));
}

// "h1 pt-BR" for each element that says its language, each once.
std::set<std::string> languages_of(const std::string& html) {
  std::set<std::string> found;
  for (const HtmlTag& tag : tags_of(html)) {
    for (const auto& [name, value] : tag.attributes) {
      if (name == "lang") found.insert(tag.name + " " + value);
    }
  }
  return found;
}

// What the scripts of the site say.
std::string words_of(const RenderedSite& site) {
  const auto found = site.lower_bound("assets/words.");
  return found == site.end() ? "" : found->second;
}

TEST(Languages, AGermanSiteHasGermanWordsDatesAndNumbers) {
  const RenderedSite site = site_in("de-AT");
  const std::string& list = site.at("incidents/page/2/index.html");
  EXPECT_THAT(list, HasSubstr("<html lang=\"de-AT\">"));
  EXPECT_THAT(list, HasSubstr("<title>Vorfälle, Seite 2 · "));
  EXPECT_THAT(main_text(list), HasSubstr("101–200 von 1.007 Vorfällen\n"));
  EXPECT_THAT(main_text(list), HasSubstr("22. September 2025"));
  EXPECT_THAT(site.at("404.html"), HasSubstr("<h1>Seite nicht gefunden</h1>"));
  EXPECT_THAT(site.at("feed.xml"), HasSubstr("xml:lang=\"de-AT\""));
  EXPECT_THAT(words_of(site), HasSubstr("\"locale\": \"de-DE\""));
  EXPECT_THAT(words_of(site), HasSubstr("\"no_results\": \"Keine Treffer\""));
}

TEST(Languages, ASiteInOneLanguageSaysItOnce) {
  for (const auto& [path, bytes] : site_in("de")) {
    if (!path.ends_with(".html")) continue;
    EXPECT_EQ(languages_of(bytes), std::set<std::string>{"html de"}) << path;
  }
}

TEST(Languages, WithoutWordsOfTheLanguageThePagesSayWhereTheContentIs) {
  const RenderedSite site = site_in("pt-BR");
  const std::string& incident = site.at("incidents/fare-quotes-leak-connections/index.html");
  EXPECT_THAT(incident, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(incident, HasSubstr("<h1 dir=\"auto\" lang=\"pt-BR\">"));
  EXPECT_THAT(incident, HasSubstr("<div class=\"prose\" lang=\"pt-BR\">"));
  // A heading that is the interface's own is in its language.
  EXPECT_THAT(site.at("incidents/index.html"), HasSubstr("<h1 dir=\"auto\">Incidents</h1>"));
  EXPECT_THAT(site.at("feed.xml"), HasSubstr("xml:lang=\"pt-BR\""));
}

}  // namespace
}  // namespace debrief
