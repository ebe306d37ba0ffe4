// The box of every page, the search page and its help, as they are before a script does anything.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "generator/site/script_words.h"
#include "tests/support/sample_view.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

View sample(Audience audience) {
  return make_view(audience, sample_parts(audience));
}

TEST(SearchBox, IsOnEveryPageOnce) {
  for (const auto& [path, html] : render_site(sample(Audience::internal))) {
    if (!path.ends_with(".html")) continue;
    EXPECT_EQ(find_tags(html, "form", "search").size(), 1u) << path;
    EXPECT_THAT(html, HasSubstr("<input type=\"search\" id=\"search_query\" name=\"q\"")) << path;
  }
}

TEST(SearchBox, LeadsToTheSearchPageByItself) {
  const RenderedSite site = render_site(sample(Audience::public_));
  const HtmlTag form = find_tags(site.at("incidents/disk-full/index.html"), "form").at(0);
  EXPECT_EQ(attribute(form, "action"), "../../search/");
  EXPECT_EQ(attribute(form, "method"), "get");
}

TEST(SearchBox, TellsTheScriptWhereEverythingIs) {
  ViewParts parts = sample_parts(Audience::internal);
  parts.site.time_zone = TimeZone::find("Europe/Copenhagen").value();
  const RenderedSite site = render_site(make_view(Audience::internal, std::move(parts)));
  const HtmlTag below = find_tags(site.at("incidents/disk-full/index.html"), "form").at(0);
  EXPECT_EQ(attribute(below, "data-root"), "../../");
  EXPECT_EQ(attribute(below, "data-index"), "../../search/index/");
  EXPECT_THAT(attribute(below, "data-worker"), testing::StartsWith("../../assets/search-worker."));
  EXPECT_THAT(attribute(below, "data-engine"), testing::StartsWith("../../assets/search-engine."));

  // This page is shown at any depth.
  const HtmlTag anywhere = find_tags(site.at("404.html"), "form").at(0);
  EXPECT_EQ(attribute(anywhere, "data-root"), "/kb/");
  EXPECT_EQ(attribute(anywhere, "data-index"), "/kb/search/index/");
}

// Scripts hold no words: these are said in one file, which every page refers to.
TEST(ScriptWords, AreOfTheLanguageAndTheScaleOfTheSite) {
  const auto words = [](Audience audience) {
    const View view = sample(audience);
    return script_words(view, make_site_index(view), Texts("en")).bytes;
  };
  const std::string said = words(Audience::public_);
  EXPECT_THAT(said, StartsWith("'use strict';\nconst debriefWords = {"));
  EXPECT_THAT(said, HasSubstr("\"result_one\": \"{count} result\""));
  EXPECT_THAT(said, HasSubstr("\"time_zone\": \"UTC\""));
  EXPECT_THAT(said, HasSubstr("\"severities\": {\n  \"SEV1\": 1,\n  \"SEV2\": 2,\n"));
  EXPECT_THAT(said, HasSubstr("\"path\": \"services/\""));
  // Of what is not public, the public does not learn that it could be.
  EXPECT_THAT(said, Not(HasSubstr("draft")));
  EXPECT_THAT(words(Audience::internal), HasSubstr("\"draft\": \"Draft\""));
}

// A label that could end the script, or a line of it, is a text like any other.
TEST(ScriptWords, AreTextWhateverTheySay) {
  ViewParts parts = empty_parts();
  parts.severities = {{"a", "</script>\"\u2028", ""}};
  const View view = make_view(Audience::public_, std::move(parts));
  EXPECT_THAT(script_words(view, make_site_index(view), Texts("en")).bytes,
              HasSubstr(R"("</script>\"\u2028": 1)"));
}

// No script of ours needs more than the Content-Security-Policy of _headers allows.
TEST(Scripts, AreFilesOfTheSiteAndNothingElse) {
  for (const auto& [path, html] : render_site(sample(Audience::public_))) {
    if (!path.ends_with(".html")) continue;
    std::string scripts;
    for (const HtmlTag& script : find_tags(html, "script")) {
      const std::string source = attribute(script, "src");
      const std::size_t name = source.rfind('/') + 1;
      scripts += source.substr(name, source.find('.', name) - name) + " ";
    }
    const bool is_search = path == "search/index.html";
    // The list of all six incidents is long enough to be sorted and filtered.
    const bool is_list = path == "incidents/index.html";
    const std::string more = is_search ? "search-page " : is_list ? "list " : "";
    EXPECT_EQ(scripts, "words search " + more) << path;
  }
}

TEST(SearchScripts, MakeNoHtmlOutOfText) {
  std::set<std::string> seen;
  for (const auto& [path, script] : render_site(sample(Audience::public_))) {
    if (!path.starts_with("assets/") || !path.ends_with(".js")) continue;
    seen.insert(path.substr(0, path.find('.')));
    for (const char* way : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write",
                            "createContextualFragment", "DOMParser", "eval(", "new Function"}) {
      EXPECT_THAT(script, Not(HasSubstr(way))) << path;
    }
  }
  EXPECT_THAT(seen, testing::IsSupersetOf({"assets/search", "assets/search-page"}));
}

TEST(SearchPage, LeadsOnWithoutAScript) {
  const std::string html = render_site(sample(Audience::public_)).at("search/index.html");
  EXPECT_THAT(html, HasSubstr("<noscript>\n<p class=\"note\">Search needs JavaScript, which is "
                              "switched off in this browser.</p>\n</noscript>"));
  const std::string text = main_text(html);
  EXPECT_THAT(text.substr(text.rfind("Without searching")), testing::StrEq(R"(Without searching
Services
Causes
Severities
Tags
Archive
)"));
}

TEST(SearchPage, SendsNobodyToEmptyLists) {
  const View view = make_view(Audience::public_, empty_parts());
  const std::string text = main_text(render_site(view).at("search/index.html"));
  EXPECT_THAT(text.substr(text.rfind("Without searching")),
              testing::StrEq("Without searching\nArchive\n"));
}

TEST(SearchPage, KnowsTheNamesOfWhatTheIndexCallsByKeys) {
  const std::string html = render_site(sample(Audience::internal)).at("search/index.html");
  for (const char* name :
       {"<data value=\"partners\">Partner API</data>",
        "<data value=\"capacity/connection-pool\">Capacity: Connection pool exhausted</data>",
        "<data value=\"SEV1\">SEV1 · Critical</data>", "<data value=\"SEV3\">SEV3</data>",
        "<data value=\"in-review\">In review</data>", "<data value=\"open\">Ongoing</data>"}) {
    EXPECT_THAT(html, HasSubstr(name));
  }
}

TEST(SearchHelp, ShowsTheSyntaxByWhatTheSiteHas) {
  const std::string html = render_site(sample(Audience::internal)).at("search/help/index.html");
  const std::string text = main_text(html);
  EXPECT_THAT(text, HasSubstr(R"(Names
Several filters narrow what is found; two of the same kind mean either. Names with spaces stand in quotation marks.
Names
Example | Finds
service:bookings | Incidents of this service, by its short name or its full one
cause:capacity | Incidents with this cause, its sub-causes included
severity:SEV1 | Incidents of this severity
tag:database | Incidents with this tag
status:open | Incidents that are ongoing; “resolved” finds the others
status:draft | What is still being written; “in-review” finds what is being reviewed
owner:"Ilkka Rautio" | Incidents with something to do for this person or team
id:PM-2026-001 | The incident with this number
kind:guide | Guides only; “incident” finds incidents only
Times
)"));
  EXPECT_THAT(text, HasSubstr("2026-01..2026-03-15 | Started in this time, both ends included;"));
  EXPECT_THAT(html, HasSubstr("href=\"../../search/?q=owner%3A%22Ilkka%20Rautio%22\""));
}

TEST(SearchHelp, ShowsThePublicNoFieldThatItCannotSee) {
  const std::string text =
      main_text(render_site(sample(Audience::public_)).at("search/help/index.html"));
  EXPECT_THAT(text, HasSubstr("service:bookings | "));
  for (const char* field : {"owner:", "id:", "draft"}) EXPECT_THAT(text, Not(HasSubstr(field)));
}

TEST(SearchHelp, OfASiteWithNothingToShowStillExplains) {
  const View view = make_view(Audience::public_, empty_parts());
  const std::string text = main_text(render_site(view).at("search/help/index.html"));
  EXPECT_THAT(text, HasSubstr("slow database | "));
  EXPECT_THAT(text, HasSubstr("year:2026 | "));
  EXPECT_THAT(text, Not(HasSubstr("service:")));
}

}  // namespace
}  // namespace debrief
