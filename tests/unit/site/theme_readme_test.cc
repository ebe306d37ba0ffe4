// themes/README.md tells authors of themes every name that the code sets.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <set>
#include <string>

#include "generator/site/page.h"
#include "generator/site/page_content.h"
#include "generator/site/site.h"
#include "generator/theme/template_names.h"
#include "generator/theme/theme_files.h"
#include "tests/support/sample_view.h"

namespace debrief {
namespace {

void collect_names(const PageData& data, std::set<std::string>& names) {
  for (const auto& [name, value] : data.values()) {
    names.insert(name);
    if (name == "text") continue;  // The words are too many; the README says where they are.
    if (const auto* group = std::get_if<std::shared_ptr<const PageData>>(&value)) {
      collect_names(**group, names);
    } else if (const auto* rows = std::get_if<PageData::List>(&value)) {
      for (const PageData& row : *rows) collect_names(row, names);
    }
  }
}

std::string readme() {
  std::ifstream file(DEBRIEF_SOURCE_DIR "/themes/README.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

// What the pages of a site of many things are given, and with which templates.
struct Given {
  std::set<std::string> names;
  std::set<std::string> templates;
};

Given given() {
  Given all;
  for (const Audience audience : {Audience::internal, Audience::public_}) {
    ViewParts parts = sample_parts(audience);
    for (ViewIncident& incident : many_incidents(101)) {
      if (audience == Audience::internal) {
        incident.publication.state = ViewPublication::State::public_;
      }
      parts.incidents.push_back(std::move(incident));
    }
    parts.maintenance = {incident_at("To come", "2027-01-01T10:00Z"),
                         incident_at("Over", "2025-01-01T10:00Z")};
    parts.maintenance[1].resolved = parts.maintenance[1].started;
    Section& ideas = parts.incidents.front().body.sections.emplace_back();
    ideas.kind = "future-improvements";
    ideas.blocks = outline_of("- Rotate logs every night.\n").intro;
    parts.site.look.logo = parts.assets.front().path;
    const View view = make_view(audience, std::move(parts));
    const Site site = make_site(view, kSampleToday, {{"style.css", "assets/style.css"}});
    for (const Page& page : plan_pages(site)) {
      collect_names(page_content(site, page), all.names);
      all.templates.insert(std::string(page.template_name));
    }
  }
  return all;
}

TEST(ThemeReadme, NamesEverythingThatTemplatesAreGiven) {
  const std::string text = readme();
  const Given all = given();
  EXPECT_TRUE(all.names.contains("previous_href"));
  for (const std::string& name : all.names) {
    EXPECT_NE(text.find("`" + name + "`"), std::string::npos) << name;
  }
  for (const std::string& name : all.templates) {
    EXPECT_NE(text.find("| `" + name + "` |"), std::string::npos) << name;
  }
}

// Names that the built-in templates ask for: what they show of things that the sample lacks.
std::set<std::string> asked_for() {
  const std::regex tag("\\{\\{[{#^]?(?:site\\.|page\\.)?([a-z0-9_]+)\\}");
  std::set<std::string> names;
  for (const auto& [path, file] : builtin_theme()) {
    if (!path.starts_with("templates/")) continue;
    for (auto it = std::sregex_iterator(file.bytes.begin(), file.bytes.end(), tag);
         it != std::sregex_iterator(); ++it) {
      names.insert((*it)[1].str());
    }
  }
  return names;
}

// The other way round: what it documents is there.
TEST(ThemeReadme, NamesNothingElse) {
  const Given all = given();
  const std::set<std::string> asked = asked_for();
  // Of HTML, of the scripts and of the languages.
  const std::set<std::string> others = {
      "code",   "has_conclusions", "template", "de",    "div", "hidden", "img",     "late",
      "li",     "listbox",         "mark",     "marks", "p",   "q",      "snippet", "span",
      "status", "title",           "unseen"};
  for (const std::string& name : documented_names()) {
    EXPECT_TRUE(all.names.contains(name) || all.templates.contains(name) || asked.contains(name) ||
                others.contains(name))
        << name;
  }
}

}  // namespace
}  // namespace debrief
