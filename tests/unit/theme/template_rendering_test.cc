// What a template prints: template and data in, text out.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "generator/base/diagnostics.h"
#include "generator/base/error.h"
#include "generator/theme/theme.h"

namespace debrief {
namespace {

std::string render(const std::string& text, const PageData& data, const std::string& partial = "") {
  Diagnostics diagnostics;
  const Theme theme =
      Theme::load({{"templates/page.mustache", {"themes/acme/templates/page.mustache", text}},
                   {"templates/_part.mustache", {"themes/acme/templates/_part.mustache", partial}}},
                  diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.sorted()) ADD_FAILURE() << to_string(diagnostic);
  return theme.render("page", data);
}

std::string error_of(const std::string& text, const PageData& data,
                     const std::string& partial = "") {
  try {
    return "no error, but: " + render(text, data, partial);
  } catch (const Error& error) {
    return error.what();
  }
}

PageData row(std::string name) {
  PageData data;
  data.text("name", std::move(name));
  return data;
}

PageData rows(std::vector<std::string> names) {
  PageData::List list;
  for (std::string& name : names) list.push_back(row(std::move(name)));
  PageData data;
  data.list("rows", std::move(list));
  return data;
}

PageData sample() {
  PageData data = rows({"one", "two"});
  data.text("title", "Outage").text("empty", "").html("body_html", "<p>Hi</p>").html("no_html", "");
  data.flag("on", true).flag("off", false).list("none", {});
  data.group("author", row("Ada"));
  data.group("site", std::move(PageData().text("title", "Acme")));
  data.group("text", std::move(PageData().text("owner", "Owner").group("units", row("days"))));
  return data;
}

TEST(TemplateRendering, PrintsNames) {
  struct Row {
    const char* text;
    const char* page;
  };
  const Row table[] = {
      {"", ""},
      {"plain { } }} text", "plain { } }} text"},
      {"{{title}}", "Outage"},
      {"{{ title }}!", "Outage!"},
      {"<{{title}}{{title}}>", "<OutageOutage>"},
      {"{\"a\":{{title}}}", "{\"a\":Outage}"},
      {"{{{body_html}}}", "<p>Hi</p>"},
      {"{{& body_html }}", "<p>Hi</p>"},
      {"{{author.name}}", "Ada"},
      {"{{text.units.name}}", "days"},
      {"a{{! nothing }}b", "ab"},
      {"\xEF\xBB\xBF{{title}}", "Outage"},
  };
  for (const Row& row : table) EXPECT_EQ(render(row.text, sample()), row.page) << row.text;
}

TEST(TemplateRendering, SectionsShowWhatIsThere) {
  struct Row {
    const char* text;
    const char* page;
  };
  const Row table[] = {
      {"{{#on}}yes{{/on}}{{^on}}no{{/on}}", "yes"},
      {"{{#off}}yes{{/off}}{{^off}}no{{/off}}", "no"},
      {"{{#title}}yes{{/title}}{{^title}}no{{/title}}", "yes"},
      {"{{#empty}}yes{{/empty}}{{^empty}}no{{/empty}}", "no"},
      {"{{#body_html}}yes{{/body_html}}{{^body_html}}no{{/body_html}}", "yes"},
      {"{{#no_html}}yes{{/no_html}}{{^no_html}}no{{/no_html}}", "no"},
      {"{{#rows}}[{{name}}]{{/rows}}{{^rows}}no{{/rows}}", "[one][two]"},
      {"{{#none}}yes{{/none}}{{^none}}no{{/none}}", "no"},
      {"{{#author}}{{name}}{{/author}}{{^author}}no{{/author}}", "Ada"},
      {"{{#text.units}}{{name}}{{/text.units}}", "days"},
  };
  for (const Row& row : table) EXPECT_EQ(render(row.text, sample()), row.page) << row.text;
}

TEST(TemplateRendering, ConditionsKeepTheNamesAroundThem) {
  for (const char* condition : {"on", "title", "body_html"}) {
    const std::string name(condition);
    EXPECT_EQ(render("{{#" + name + "}}{{title}}{{/" + name + "}}", sample()), "Outage") << name;
  }
  for (const char* condition : {"off", "empty", "no_html", "none"}) {
    const std::string name(condition);
    EXPECT_EQ(render("{{^" + name + "}}{{title}}{{/" + name + "}}", sample()), "Outage") << name;
  }
}

TEST(TemplateRendering, SectionsInsideEachOther) {
  PageData::List quarters;
  for (const char* name : {"Q1", "Q2"}) {
    PageData quarter = rows({"a", "b"});
    quarter.text("name", name).flag("open", std::string(name) == "Q2");
    quarters.push_back(std::move(quarter));
  }
  PageData data;
  data.list("quarters", std::move(quarters));

  EXPECT_EQ(render("{{#quarters}}{{name}}:{{#rows}} {{name}}{{/rows}}{{#open}} open{{#rows}}"
                   "{{#name}}!{{/name}}{{/rows}}{{/open}} {{name}};{{/quarters}}",
                   data),
            "Q1: a b Q1;Q2: a b open!! Q2;");
}

TEST(TemplateRendering, TextIsEscapedOnce) {
  struct Row {
    const char* text;
    const char* page;
  };
  const Row table[] = {
      {"a < b", "a &lt; b"},
      {"</script>", "&lt;/script&gt;"},
      {"\" onload='x'", "&quot; onload=&#39;x&#39;"},
      {"R&D", "R&amp;D"},
      {"&lt;", "&amp;lt;"},
      {"{{title}}", "{{title}}"},
      {"{{#rows}}", "{{#rows}}"},
      {"Grüße, 世界", "Grüße, 世界"},
  };
  for (const Row& row : table) {
    PageData data;
    data.text("value", row.text).html("value_html", row.text);
    EXPECT_EQ(render("{{value}}", data), row.page) << row.text;
    EXPECT_EQ(render("{{{value_html}}}", data), row.text);
  }
}

// A tag that prints nothing takes its line with it; everything else stays as it is written.
TEST(TemplateRendering, KeepsWhiteSpace) {
  struct Row {
    const char* text;
    const char* page;
  };
  const Row table[] = {
      {"a\n{{#on}}\nb\n{{/on}}\nc\n", "a\nb\nc\n"},
      {"a\n  {{#off}}  \nb\n  {{/off}}\nc\n", "a\nc\n"},
      {"a\r\n{{#on}}\r\nb\r\n{{/on}}\r\nc\r\n", "a\r\nb\r\nc\r\n"},
      {"{{#on}}\nb{{/on}}", "b"},
      {"a\n{{! one\n  two }}\nb\n", "a\nb\n"},
      {"a\n  {{title}}\n\n\nb\n", "a\n  Outage\n\n\nb\n"},
      {"{{#rows}}\n\n  {{name}}\n{{/rows}}\n", "\n  one\n\n  two\n"},
      {" {{#on}} b {{/on}} \n", "  b  \n"},
      {"a\n{{empty}}\nb\n", "a\n\nb\n"},
      {"\xEF\xBB\xBF{{#on}}\nb\n{{/on}}\n", "b\n"},
  };
  for (const Row& row : table) EXPECT_EQ(render(row.text, sample()), row.page) << row.text;
}

TEST(TemplateRendering, PartialsSeeWhatTheirPlaceSees) {
  EXPECT_EQ(render("<{{> part}}>", sample(), "{{title}}"), "<Outage>");
  EXPECT_EQ(render("{{#rows}}\n  {{> part}}\n{{/rows}}\n", sample(), "- {{name}}\n"),
            "- one\n- two\n");
}

TEST(TemplateRendering, BracesThatMeetAtAPartialMakeNoTag) {
  EXPECT_EQ(render("{\n{{> part}}\n}", sample(), "{{title}}}"), "{\nOutage}}");
}

TEST(TemplateRendering, RootGroupsAreSeenEverywhere) {
  EXPECT_EQ(render("{{#rows}}{{text.owner}} {{name}} of {{site.title}}; {{/rows}}", sample()),
            "Owner one of Acme; Owner two of Acme; ");
  EXPECT_EQ(render("{{#rows}}{{#text}}{{owner}} {{/text}}{{/rows}}", sample()), "Owner Owner ");
}

TEST(TemplateRendering, NamesOfRootGroupsAreOrdinaryWhereThereIsNoSuchGroup) {
  PageData::List list;
  list.push_back(std::move(PageData().text("text", "It broke.")));
  PageData data;
  data.list("entries", std::move(list));
  EXPECT_EQ(render("{{#entries}}{{text}}{{/entries}}", data), "It broke.");
}

// A row from which redaction took the title must not show the title of the page.
TEST(TemplateRendering, RowsDoNotSeeTheNamesAroundThem) {
  EXPECT_EQ(error_of("<h1>{{title}}</h1>\n{{#rows}}\n<li>{{title}}\n{{/rows}}\n", sample()),
            "themes/acme/templates/page.mustache:3: unknown name 'title'; names from outside this "
            "section are not visible in it");
  EXPECT_EQ(error_of("{{#author}}{{#on}}{{/on}}{{/author}}", sample()),
            "themes/acme/templates/page.mustache:1: unknown name 'on'; names from outside this "
            "section are not visible in it");
}

TEST(TemplateRendering, EveryNameMustBeThere) {
  const std::string at = "themes/acme/templates/page.mustache:1: ";
  const std::pair<const char*, const char*> table[] = {
      {"{{titel}}", "unknown name 'titel'; did you mean 'title'?"},
      {"{{{bdy_html}}}", "unknown name 'bdy_html'; did you mean 'body_html'?"},
      {"{{#rwos}}{{/rwos}}", "unknown name 'rwos'; did you mean 'rows'?"},
      {"{{^rwos}}{{/rwos}}", "unknown name 'rwos'; did you mean 'rows'?"},
      {"{{#rows}}{{nam}}{{/rows}}", "unknown name 'nam'; did you mean 'name'?"},
      {"{{#rows}}{{sit.title}}{{/rows}}", "unknown name 'sit.title'; did you mean 'site'?"},
      {"{{site.titel}}", "unknown name 'site.titel'; did you mean 'site.title'?"},
      {"{{text.units.nam}}", "unknown name 'text.units.nam'; did you mean 'text.units.name'?"},
      {"{{site.owner}}", "unknown name 'site.owner'"},
      {"{{weather}}", "unknown name 'weather'"},
      {"{{title.name}}", "unknown name 'title.name'; 'title' is text, not a group"},
      {"{{text.owner.x}}", "unknown name 'text.owner.x'; 'text.owner' is text, not a group"},
      {"{{rows.name}}", "unknown name 'rows.name'; 'rows' is a list, not a group"},
  };
  for (const auto& [text, message] : table) EXPECT_EQ(error_of(text, sample()), at + message);
}

TEST(TemplateRendering, OnlyTextIsPrinted) {
  const std::string at = "themes/acme/templates/page.mustache:2: ";
  const std::pair<const char*, const char*> table[] = {
      {"\n{{rows}}", "'rows' is a list, not text"},
      {"\n{{on}}", "'on' is a flag, not text"},
      {"\n{{author}}", "'author' is a group, not text"},
      {"\n{{text}}", "'text' is a group, not text"},
  };
  for (const auto& [text, message] : table) EXPECT_EQ(error_of(text, sample()), at + message);
}

TEST(TemplateRendering, WhatIsNotShownIsNotAskedFor) {
  EXPECT_EQ(render("{{#off}}{{weather}}{{/off}}{{#none}}{{weather}}{{/none}}", sample()), "");
}

TEST(TemplateRendering, ErrorsInPartialsNameThePartial) {
  EXPECT_EQ(error_of("\n\n{{> part}}", sample(), "<p>\n{{titel}}"),
            "themes/acme/templates/_part.mustache:2: unknown name 'titel'; did you mean 'title'?");
}

TEST(TemplateRendering, AnErrorDoesNotSpoilTheNextPage) {
  Diagnostics diagnostics;
  const Theme theme = Theme::load(
      {{"templates/page.mustache", {"page.mustache", "{{#rows}}{{name}}{{/rows}}."}}}, diagnostics);
  EXPECT_THROW(theme.render("page", PageData()), Error);
  EXPECT_EQ(theme.render("page", rows({"one"})), "one.");
}

}  // namespace
}  // namespace debrief
