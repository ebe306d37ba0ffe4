#include "generator/theme/theme_assets.h"

#include <gtest/gtest.h>

#include <string>

#include "generator/base/hash.h"

namespace debrief {
namespace {

ThemeFiles theme_of(const std::map<std::string, std::string>& assets) {
  ThemeFiles files;
  for (const auto& [name, bytes] : assets) {
    files["assets/" + name] = {"themes/acme/assets/" + name, bytes};
  }
  return files;
}

// The bytes of the asset that was `name`.
std::string bytes_of(const NamedAssets& named, const std::string& name) {
  for (const ThemeAsset& asset : named.assets) {
    if (asset.path == named.paths.at(name)) return asset.bytes;
  }
  return "no such asset";
}

NamedAssets name_soundly(const std::map<std::string, std::string>& assets) {
  Diagnostics diagnostics;
  NamedAssets named = name_assets(theme_of(assets), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.sorted()) ADD_FAILURE() << to_string(diagnostic);
  return named;
}

std::string faults(const std::map<std::string, std::string>& assets) {
  Diagnostics diagnostics;
  name_assets(theme_of(assets), diagnostics);
  std::string result;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) result += to_string(diagnostic) + "\n";
  return result;
}

TEST(ThemeAssets, AreNamedByTheirContent) {
  const std::pair<const char*, const char*> table[] = {
      {"search.js", "assets/search.HASH.js"},
      {"icons/mark.svg", "assets/icons/mark.HASH.svg"},
      {"chart.min.js", "assets/chart.min.HASH.js"},
      {"LICENSE", "assets/LICENSE.HASH"},
      {"fonts.d/LICENSE", "assets/fonts.d/LICENSE.HASH"},
  };
  for (const auto& [name, expected] : table) {
    std::string path = name_soundly({{name, "content"}}).paths.at(name);
    const std::string hash = content_hash("content");
    ASSERT_NE(path.find(hash), std::string::npos) << path;
    EXPECT_EQ(path.replace(path.find(hash), hash.size(), "HASH"), expected);
  }
}

TEST(ThemeAssets, AreOnlyTheFilesBelowAssets) {
  ThemeFiles files = theme_of({{"b.js", "1"}, {"a.js", "2"}});
  files["templates/home.mustache"] = {"", ""};
  files["README.md"] = {"", ""};
  Diagnostics diagnostics;
  const NamedAssets named = name_assets(files, diagnostics);
  ASSERT_EQ(named.assets.size(), 2u);
  EXPECT_EQ(named.assets[0].path, named.paths.at("a.js"));
  EXPECT_EQ(named.assets[1].path, named.paths.at("b.js"));
}

TEST(ThemeAssets, StyleSheetsReferToTheNewNames) {
  const NamedAssets named = name_soundly({
      {"style.css",
       "@import 'css/base.css'; a{b:url(\"icons/x.svg#m\")} c{d:url(data:,x) url(#e)}"},
      {"css/base.css", "f{g:url(../icons/x.svg)} h{i:url(./y.png)}"},
      {"css/y.png", "y"},
      {"icons/x.svg", "x"},
  });
  const std::string x = "x." + content_hash("x") + ".svg";
  const std::string base =
      "f{g:url(../icons/" + x + ")} h{i:url(./y." + content_hash("y") + ".png)}";
  EXPECT_EQ(bytes_of(named, "css/base.css"), base);
  EXPECT_EQ(bytes_of(named, "style.css"), "@import 'css/base." + content_hash(base) +
                                              ".css'; a{b:url(\"icons/" + x +
                                              "#m\")} c{d:url(data:,x) url(#e)}");
}

TEST(ThemeAssets, AChangedIconIsAChangedStyleSheet) {
  const std::string css = "a{b:url(x.svg)}";
  const NamedAssets before = name_soundly({{"style.css", css}, {"x.svg", "old"}});
  const NamedAssets after = name_soundly({{"style.css", css}, {"x.svg", "new"}});
  EXPECT_NE(before.paths.at("style.css"), after.paths.at("style.css"));
}

TEST(ThemeAssets, ReferencesMustBeFilesOfTheTheme) {
  EXPECT_EQ(faults({{"style.css", "a{\n  b:url(\"icons/y.svg\")}"}, {"icons/x.svg", ""}}),
            "themes/acme/assets/style.css:2:10: error: 'icons/y.svg' is no file of the theme's "
            "assets; did you mean 'icons/x.svg'? [theme-asset]\n"
            "  b:url(\"icons/y.svg\")}\n"
            "         ^\n");
  for (const char* elsewhere : {"https://example.com/x.svg", "//example.com/x.svg", "/x.svg",
                                "../templates/x.svg", "../../x.svg"}) {
    EXPECT_EQ(faults({{"s.css", "url(" + std::string(elsewhere) + ")"}, {"x.svg", ""}}),
              "themes/acme/assets/s.css:1:5: error: '" + std::string(elsewhere) +
                  "' is no file of the theme's assets [theme-asset]\n"
                  "url(" +
                  elsewhere +
                  ")\n"
                  "    ^\n");
  }
}

TEST(ThemeAssets, StyleSheetsCannotContainThemselves) {
  EXPECT_EQ(faults({{"a.css", "@import 'b.css';"}, {"b.css", "@import 'a.css';"}}),
            "themes/acme/assets/b.css:1:10: error: 'a.css' refers back to itself [theme-asset]\n"
            "@import 'a.css';\n"
            "         ^\n");
}

}  // namespace
}  // namespace debrief
