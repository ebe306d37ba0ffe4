// What readers of an incident's page get: Markdown in tests/golden/incident, and the page's HTML
// for either audience beside it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "tests/support/content_folder.h"
#include "tests/support/golden.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolder =
    "-- debrief.yaml --\ntitle: T\ntime_zone: Europe/Copenhagen\nviews:\n  public:\n"
    "    sections: [summary, timeline, root-cause, five-whys, contributing-factors, action-items]\n"
    "    fields: [title, severity, started, detected, acknowledged, mitigated, resolved]\n"
    "-- people.yaml --\n- {handle: dana, name: Dana Whitfield, role: the on-call engineer}\n"
    "-- redactions.yaml --\n- {term: Initech, replace: a large retailer}\n";

std::string article_of(Audience audience, std::string_view markdown) {
  const Published published = publish(
      content_folder(fmt::format("{}-- incidents/a.md --\n{}", kFolder, markdown)), audience);
  if (!published.view) return published.problems;
  const std::string path = "incidents/" + published.view->incidents().front().slug + "/index.html";
  const std::string page = render_site(*published.view).at(path);
  const std::size_t begin = page.find("<article");
  const std::string article = page.substr(begin, page.find("</article>") - begin);
  EXPECT_EQ(nesting_fault(article + "</article>"), "");
  return article;
}

std::set<std::string> cases() {
  std::set<std::string> names;
  for (const auto& file : fs::directory_iterator(DEBRIEF_SOURCE_DIR "/tests/golden/incident")) {
    names.insert(file.path().stem().stem().string());
  }
  return names;
}

TEST(IncidentPage, ShowsWhatItsTextSays) {
  for (const std::string& name : cases()) {
    const std::string path = "incident/" + name;
    const std::string markdown = read_golden(path + ".md");
    expect_golden(path + ".internal.html", article_of(Audience::internal, markdown));
    expect_golden(path + ".public.html", article_of(Audience::public_, markdown));
  }
}

// No element has a style of its own: the Content-Security-Policy forbids it.
TEST(IncidentPage, HasNoStylesInItsElements) {
  const std::string html = article_of(Audience::internal, read_golden("incident/usual.md"));
  for (const HtmlTag& tag : tags_of(html)) {
    for (const auto& [name, value] : tag.attributes) EXPECT_NE(name, "style") << tag.name;
  }
}

}  // namespace
}  // namespace debrief
