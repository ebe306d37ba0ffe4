#include "generator/theme/template_names.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

std::string faults(const std::string& path, const std::string& bytes) {
  Diagnostics diagnostics;
  check_template_names({{path, {"themes/own/" + path, bytes}}}, diagnostics);
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) all += to_string(diagnostic) + "\n";
  return all;
}

TEST(TemplateNames, OfTheBuiltInThemeAreDocumented) {
  Diagnostics diagnostics;
  check_template_names(builtin_theme(), diagnostics);
  EXPECT_EQ(diagnostics.sorted().size(), 0U) << to_string(diagnostics.sorted().front());
}

TEST(TemplateNames, MisspeltOnesAreFoundWhereNothingIsShown) {
  EXPECT_EQ(faults("templates/incident.mustache", "{{#repeats}}\n<b>{{titel}}</b>{{/repeats}}\n"),
            "themes/own/templates/incident.mustache:2:4: error: no page has the name 'titel'; did "
            "you mean 'title'? [template-unknown-name]\n"
            "<b>{{titel}}</b>{{/repeats}}\n"
            "   ^\n");
  EXPECT_EQ(faults("templates/_head.mustache", "{{text.incident_s}}{{site.asset_my_css}}"),
            "themes/own/templates/_head.mustache:1:1: error: no page has the name "
            "'text.incident_s'; did you mean 'incidents'? [template-unknown-name]\n"
            "{{text.incident_s}}{{site.asset_my_css}}\n"
            "^\n");
}

TEST(TemplateNames, ATemplateThatShowsNoPageIsAMistake) {
  EXPECT_EQ(faults("templates/incidnet.mustache", ""),
            "themes/own/templates/incidnet.mustache: error: no page is shown with "
            "'incidnet.mustache'; did you mean 'incident.mustache'? [unknown-template]\n");
  EXPECT_EQ(faults("templates/incident.html", ""),
            "themes/own/templates/incident.html: error: no page is shown with 'incident.html' "
            "[unknown-template]\n");
  EXPECT_EQ(faults("templates/_mine.mustache", "{{title}}"), "");
}

}  // namespace
}  // namespace debrief
