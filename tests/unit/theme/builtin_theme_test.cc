#include <gtest/gtest.h>

#include "generator/theme/theme.h"

namespace debrief {
namespace {

TEST(BuiltinTheme, HasTemplatesAndAssets) {
  const ThemeFiles files = builtin_theme();
  const auto incident = files.find("templates/incident.mustache");
  ASSERT_NE(incident, files.end());
  EXPECT_EQ(incident->second.origin, "themes/default/templates/incident.mustache");
  EXPECT_FALSE(incident->second.bytes.empty());
  EXPECT_TRUE(files.lower_bound("assets/")->first.starts_with("assets/"));
}

TEST(BuiltinTheme, IsWithoutFault) {
  Diagnostics diagnostics;
  Theme::load(builtin_theme(), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.sorted()) ADD_FAILURE() << to_string(diagnostic);
}

}  // namespace
}  // namespace debrief
