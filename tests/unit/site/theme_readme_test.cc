// themes/README.md tells authors of themes every name that the code sets.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>

#include "generator/site/page.h"
#include "generator/site/page_content.h"
#include "generator/site/site.h"
#include "tests/support/sample_view.h"

namespace debrief {
namespace {

void collect_names(const PageData& data, std::set<std::string>& names) {
  for (const auto& [name, value] : data.values()) {
    names.insert(name);
    if (name == "text") continue;  // The words are too many; the README says where they are.
    if (const auto* group = std::get_if<std::unique_ptr<PageData>>(&value)) {
      collect_names(**group, names);
    } else if (const auto* rows = std::get_if<PageData::List>(&value)) {
      for (const PageData& row : *rows) collect_names(row, names);
    }
  }
}

TEST(ThemeReadme, NamesEverythingThatTemplatesAreGiven) {
  std::ifstream file(DEBRIEF_SOURCE_DIR "/themes/README.md");
  const std::string readme{std::istreambuf_iterator<char>(file), {}};
  ASSERT_FALSE(readme.empty());

  ViewParts parts = sample_parts(Audience::internal);
  for (ViewIncident& incident : many_incidents(101)) parts.incidents.push_back(std::move(incident));
  const View view = make_view(Audience::internal, std::move(parts));
  const Site site = make_site(view, {{"style.css", "assets/style.css"}});
  std::set<std::string> names;
  std::set<std::string> templates;
  for (const Page& page : plan_pages(view, site.index)) {
    collect_names(page_content(site, page), names);
    templates.insert(std::string(page.template_name));
  }
  EXPECT_TRUE(names.contains("previous_href"));
  for (const std::string& name : names) {
    EXPECT_NE(readme.find("`" + name + "`"), std::string::npos) << name;
  }
  for (const std::string& name : templates) {
    EXPECT_NE(readme.find("| `" + name + "` |"), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace debrief
