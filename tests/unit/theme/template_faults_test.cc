// What is wrong with a theme's templates is all reported when it is loaded.
#include <gtest/gtest.h>

#include <string>

#include "generator/base/diagnostics.h"
#include "generator/base/error.h"
#include "generator/theme/theme.h"

namespace debrief {
namespace {

// "page:1:3: error: text [id]", one line a fault.
std::string faults(const std::map<std::string, std::string>& templates) {
  ThemeFiles files;
  for (const auto& [name, text] : templates) {
    files["templates/" + name + ".mustache"] = {name, text};
  }
  Diagnostics diagnostics;
  Theme::load(files, diagnostics);
  std::string result;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const std::string message = to_string(diagnostic);
    result += message.substr(0, message.find('\n')) + "\n";
  }
  return result;
}

std::string faults(const std::string& page) {
  return faults({{"page", page}});
}

TEST(TemplateFaults, TagsThatAreNotClosed) {
  const std::string fault = "page:1:3: error: this tag is not closed by '}}' [template-syntax]\n";
  EXPECT_EQ(faults("a {{title"), fault);
  EXPECT_EQ(faults("a {{title}"), fault);
  EXPECT_EQ(faults("a {{title <p>{{title}}"), fault);
  EXPECT_EQ(faults("a {{ti\ntle}}"), fault);
  EXPECT_EQ(faults("a {{"), fault);
  EXPECT_EQ(faults("a {{{body_html}} b"),
            "page:1:3: error: this tag is not closed by '}}}' [template-syntax]\n");
  EXPECT_EQ(faults("a {{! off: {{title}} }}"),
            "page:1:3: error: this comment is not closed by '}}' before the next tag "
            "[template-syntax]\n");
  EXPECT_EQ(faults("a {{!"),
            "page:1:3: error: this comment is not closed by '}}' before the next tag "
            "[template-syntax]\n");
}

TEST(TemplateFaults, Names) {
  const std::string rule =
      "is no name: names are letters, digits, '_' and '-', and a dot leads into a group "
      "[template-syntax]\n";
  EXPECT_EQ(faults("{{}}"), "page:1:1: error: '' " + rule);
  EXPECT_EQ(faults("{{a b}}"), "page:1:1: error: 'a b' " + rule);
  EXPECT_EQ(faults("{{#a..b}}"), "page:1:1: error: 'a..b' " + rule);
  EXPECT_EQ(faults("{{$block}}"), "page:1:1: error: '$block' " + rule);
  EXPECT_EQ(faults("{{> a.b}}"), "page:1:1: error: 'a.b' " + rule);
  EXPECT_EQ(faults("{{#rows}}{{.}}{{/rows}}"),
            "page:1:10: error: '.' is no name here: the items of a list have names of their own "
            "[template-syntax]\n");
}

TEST(TemplateFaults, Delimiters) {
  EXPECT_EQ(faults("{{=<% %>=}}"),
            "page:1:1: error: the delimiters of tags cannot be changed [template-syntax]\n");
}

TEST(TemplateFaults, TextIsNotHtmlNorHtmlText) {
  EXPECT_EQ(faults("{{{title}}}{{& page.title}}{{#body_html}}{{/body_html}}\n{{page.body_html}}"),
            "page:1:1: error: 'title' is text: write {{title}}; only names that end in '_html' "
            "hold HTML [template-html]\n"
            "page:1:12: error: 'page.title' is text: write {{page.title}}; only names that end in "
            "'_html' hold HTML [template-html]\n"
            "page:2:1: error: 'page.body_html' is HTML: write {{{page.body_html}}}, or its markup "
            "is shown as text [template-html]\n");
}

TEST(TemplateFaults, SectionsThatAreNotBalanced) {
  EXPECT_EQ(faults("{{#a}}\n{{^b}}\n{{/b}}\n"),
            "page:1:1: error: the section 'a' has no end: {{/a}} is missing [template-syntax]\n");
  EXPECT_EQ(faults("{{#a}}{{/a}}{{/a}}"),
            "page:1:13: error: {{/a}} ends no section [template-syntax]\n");
}

TEST(TemplateFaults, OneMistakeInSectionsIsOneMessage) {
  // A misspelt end.
  EXPECT_EQ(faults("{{#a}}\n{{#rows}}\n{{/row}}\n{{/a}}\n"),
            "page:3:1: error: {{/row}} does not end the section 'rows', begun in line 2 "
            "[template-syntax]\n");
  // Sections that cross.
  EXPECT_EQ(faults("{{#a}}\n{{#b}}\n{{/a}}\n{{/b}}\n"),
            "page:3:1: error: {{/a}} comes before the end of the section 'b', begun in line 2 "
            "[template-syntax]\n");
  // A forgotten end.
  EXPECT_EQ(faults("{{#a}}\n{{#b}}\n{{/a}}\n"),
            "page:3:1: error: {{/a}} comes before the end of the section 'b', begun in line 2 "
            "[template-syntax]\n");
}

TEST(TemplateFaults, SectionsEndInTheFileTheyBeginIn) {
  EXPECT_EQ(faults({{"page", "{{> open}}{{> close}}"}, {"_open", "{{#a}}"}, {"_close", "{{/a}}"}}),
            "_close:1:1: error: {{/a}} ends no section [template-syntax]\n"
            "_open:1:1: error: the section 'a' has no end: {{/a}} is missing [template-syntax]\n");
}

TEST(TemplateFaults, UnknownPartials) {
  EXPECT_EQ(faults({{"page", "{{> haed}}\n{{> page}}"}, {"_head", ""}, {"_foot", "{{> nothing}}"}}),
            "_foot:1:1: error: unknown partial 'nothing' [template-unknown-partial]\n"
            "page:1:1: error: unknown partial 'haed'; did you mean 'head'? "
            "[template-unknown-partial]\n"
            "page:2:1: error: unknown partial 'page' [template-unknown-partial]\n");
}

TEST(TemplateFaults, PartialsThatContainThemselves) {
  EXPECT_EQ(faults({{"page", "{{> a}}"}, {"_a", "x\n{{> a}}"}}),
            "_a:2:1: error: the partial 'a' contains itself [template-syntax]\n");
  EXPECT_EQ(faults({{"page", "{{> b}}"}, {"_a", "{{> b}}"}, {"_b", "{{> a}}"}}),
            "_b:1:1: error: the partial 'a' contains itself [template-syntax]\n");
}

TEST(TemplateFaults, PartialsThatGrowWithoutEnd) {
  std::map<std::string, std::string> templates = {{"page", "{{> p0}}"}, {"_p20", "{{title}}"}};
  for (int i = 0; i < 20; ++i) {
    const std::string next = "{{> p" + std::to_string(i + 1) + "}}";
    templates["_p" + std::to_string(i)] = next + next;
  }
  EXPECT_EQ(faults(templates),
            "_p3:1:9: error: with this partial, the template has over 100000 tags "
            "[template-syntax]\n");
}

TEST(TemplateFaults, SectionsThatAreTooDeep) {
  std::string begin;
  std::string end;
  for (int i = 0; i < 101; ++i) {
    begin += "{{#a}}\n";
    end += "{{/a}}\n";
  }
  EXPECT_EQ(faults(begin + end),
            "page:101:1: error: over 100 sections inside each other [template-syntax]\n");
}

TEST(TemplateFaults, TextThatIsNotUtf8) {
  EXPECT_EQ(faults("a\nb \xFF {{title}}"),
            "page:2:3: error: this is not UTF-8 [template-syntax]\n");
}

TEST(TemplateFaults, AreAllReportedAtOnce) {
  EXPECT_EQ(faults({{"home", "{{#a}}"}, {"page", "{{a b}}\n{{{title}}}\n{{> no}}"}}),
            "home:1:1: error: the section 'a' has no end: {{/a}} is missing [template-syntax]\n"
            "page:1:1: error: 'a b' is no name: names are letters, digits, '_' and '-', and a dot "
            "leads into a group [template-syntax]\n"
            "page:2:1: error: 'title' is text: write {{title}}; only names that end in '_html' "
            "hold HTML [template-html]\n"
            "page:3:1: error: unknown partial 'no' [template-unknown-partial]\n");
}

TEST(TemplateFaults, AThemeWithFaultsRendersNothing) {
  Diagnostics diagnostics;
  const Theme theme = Theme::load({{"templates/good.mustache", {"good", "fine"}},
                                   {"templates/bad.mustache", {"bad", "{{#a}}"}}},
                                  diagnostics);
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_THROW(theme.render("good", PageData()), Error);
}

}  // namespace
}  // namespace debrief
