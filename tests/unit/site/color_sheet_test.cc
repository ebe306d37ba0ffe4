#include "generator/site/color_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_view.h"
#include "tests/unit/site/rendered_site.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ColorSheet, NamesTheColoursOfLightAndDarkPages) {
  ViewLook look;
  EXPECT_FALSE(color_sheet(look).has_value());
  look.accent = Color{0, 0x66, 0x44};
  look.accent_dark = Color{0x66, 0xcc, 0xaa};
  const SiteFile sheet = color_sheet(look).value();
  EXPECT_THAT(sheet.path, testing::MatchesRegex("assets/colors\\.[0-9a-f]{16}\\.css"));
  EXPECT_EQ(sheet.bytes,
            ":root { --accent: #006644; --accent-strong: #004d33; }\n"
            "@media (prefers-color-scheme: dark) { :root { --accent: #66ccaa; --accent-strong: "
            "#8cd9bf; } }\n");
}

TEST(Look, IsOnEveryPage) {
  ViewParts parts = sample_parts(Audience::public_);
  ViewLook& look = parts.site.look;
  look.logo = parts.assets.front().path;
  look.accent = Color{0, 0x66, 0x44};
  look.footer = "Made by <us>";
  look.menu = {{"Status & more", "https://x.example/?a=1&b=2", ""},
               {"Levels", "", "guide/severity-scale"}};
  look.footer_links = {{"Imprint", "https://x.example/imprint", ""}};
  const RenderedSite site = render_site(make_view(Audience::public_, std::move(parts)));
  const std::string sheet = color_sheet({"", Color{0, 0x66, 0x44}, {}, "", {}, {}})->path;
  EXPECT_TRUE(site.contains(sheet));

  const std::string& page = site.at("incidents/index.html");
  EXPECT_THAT(page, HasSubstr("<link rel=\"stylesheet\" href=\"../" + sheet + "\">"));
  EXPECT_THAT(page, HasSubstr("<a href=\"../\"><img class=\"logo\" "
                              "src=\"../images/0123456789abcdef.png\" alt=\"\" width=\"640\" "
                              "height=\"320\">"));
  EXPECT_THAT(page, HasSubstr("<li><a href=\"https://x.example/?a=1&amp;b=2\">Status &amp; more"));
  EXPECT_THAT(page, HasSubstr("<li><a href=\"../guides/severity-scale/\">Levels</a></li>"));
  EXPECT_THAT(page, HasSubstr("<li><a href=\"https://x.example/imprint\">Imprint</a></li>"));
  EXPECT_THAT(page, HasSubstr("<p dir=\"auto\">Made by &lt;us&gt;</p>"));
  EXPECT_THAT(site.at("guides/severity-scale/index.html"),
              HasSubstr("<li><a href=\"../../guides/severity-scale/\" aria-current=\"page\">"
                        "Levels</a></li>"));
}

TEST(Look, WithoutOneThereIsNothingOfIt) {
  const RenderedSite site = render_site(make_view(Audience::public_, empty_parts()));
  EXPECT_THAT(site.at("index.html"), Not(HasSubstr("<img")));
  EXPECT_THAT(site.at("index.html"), Not(HasSubstr("assets/colors.")));
}

}  // namespace
}  // namespace debrief
