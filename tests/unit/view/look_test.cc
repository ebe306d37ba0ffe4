// What a site adds to its theme: its own, and of the public one only what the public may see.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/support/content_folder.h"
#include "tests/support/pictures.h"

namespace debrief {
namespace {

constexpr std::string_view kSvg = "<svg viewBox=\"0 0 9 8\"><path d=\"M0 0h9v8z\"/></svg>";

Published publish_look(const std::string& views, Audience audience, std::string logo = "") {
  SourceTree folder =
      content_folder("-- debrief.yaml --\ninternal_hosts: ['*.corp.example']\n" + views +
                     "-- redactions.yaml --\n"
                     "- {term: Initech, replace: a retailer}\n"
                     "-- pages/a.md --\n---\ntitle: A\nvisibility: public\n---\nA.\n"
                     "-- pages/b.md --\n---\ntitle: B\n---\nB.\n");
  if (logo.empty()) logo = kSvg;
  put_file(folder, logo.starts_with('<') ? "assets/logo.svg" : "assets/logo.png", logo);
  return publish(folder, audience);
}

std::string print(const Published& published) {
  if (!published.view) return published.problems;
  const ViewLook& look = published.view->site().look;
  std::string out =
      look.logo.empty()
          ? ""
          : "logo of " + std::to_string(published.view->assets().front().bytes.size()) + " bytes\n";
  if (look.accent) out += "accent " + to_string(*look.accent) + "\n";
  if (look.accent_dark) out += "dark " + to_string(*look.accent_dark) + "\n";
  for (const ViewMenuLink& link : look.menu) out += link.name + ": " + link.url + link.page + "\n";
  if (!look.footer.empty()) out += "(" + look.footer + ")\n";
  for (const ViewMenuLink& link : look.footer_links) {
    out += "(" + link.name + ": " + link.url + link.page + ")\n";
  }
  return out;
}

TEST(Look, IsThatOfTheView) {
  const std::string views =
      "views:\n"
      "  internal:\n"
      "    logo: assets/logo.svg\n"
      "    colors: {accent: '#064'}\n"
      "    menu: [{name: B, guide: pages/b.md}]\n"
      "    footer: Of Initech\n"
      "  public:\n"
      "    colors: {accent: 'rgb(0, 0, 160)', accent_dark: '#9999ff'}\n"
      "    menu: [{name: Initech, url: 'https://x.example/'}, {name: A, guide: pages/a.md}]\n"
      "    footer: {text: For Initech, links: [{name: Chat, url: 'https://chat.example/'}]}\n";
  EXPECT_EQ(print(publish_look(views, Audience::internal)),
            "logo of 50 bytes\n"
            "accent #006644\n"
            "dark #599a85\n"
            "B: guide/b\n"
            "(Of Initech)\n");
  EXPECT_EQ(print(publish_look(views, Audience::public_)),
            "accent #0000a0\n"
            "dark #9999ff\n"
            "A retailer: https://x.example/\n"
            "A: guide/a\n"
            "(For a retailer)\n"
            "(Chat: https://chat.example/)\n");
}

TEST(Look, OfThePublicSiteHasNoMetadata) {
  const std::string views = "views: {public: {logo: assets/logo.png}}\n";
  EXPECT_EQ(print(publish_look(views, Audience::public_, png_with_text("secret"))),
            "logo of " + std::to_string(png().size()) + " bytes\n");
}

TEST(Look, WhatIsNotThereIsReported) {
  EXPECT_EQ(print(publish_look("views: {public: {logo: assets/logos.svg}}\n", Audience::public_)),
            "debrief.yaml:2:18: error: there is no picture 'assets/logos.svg' in assets/, "
            "incidents/ or pages/; "
            "did you mean 'assets/logo.svg'? [missing-logo]\n"
            "views: {public: {logo: assets/logos.svg}}\n"
            "                 ^\n");
  EXPECT_EQ(print(publish_look("views: {internal: {menu: [{name: A, guide: pages/aa.md}]}}\n",
                               Audience::internal)),
            "debrief.yaml:2:27: error: there is no guide 'pages/aa.md'; did you mean "
            "'pages/a.md'? [unknown-guide]\n"
            "views: {internal: {menu: [{name: A, guide: pages/aa.md}]}}\n"
            "                          ^\n");
}

TEST(Look, WhatThePublicMayNotSeeIsReported) {
  EXPECT_EQ(print(publish_look("views: {public: {menu: [{name: B, guide: pages/b.md}]}}\n",
                               Audience::public_)),
            "debrief.yaml:2:25: error: 'pages/b.md' is not public, so the public site cannot lead "
            "there; it would have to say 'visibility: public' [guide-not-public]\n"
            "views: {public: {menu: [{name: B, guide: pages/b.md}]}}\n"
            "                        ^\n");
  EXPECT_EQ(
      print(publish_look("views: {public: {menu: [{name: B, url: 'https://a.corp.example'}]}}\n",
                         Audience::public_)),
      "debrief.yaml:2:25: error: the public site may not show 'https://a.corp.example'; "
      "views.public.link_hosts names hosts that are public, and 'allow' in redactions.yaml "
      "addresses [link-not-public]\n"
      "views: {public: {menu: [{name: B, url: 'https://a.corp.example'}]}}\n"
      "                        ^\n");
  EXPECT_EQ(print(publish_look("views: {public: {logo: assets/logo.svg}}\n", Audience::public_,
                               "<svg><script>1</script></svg>")),
            "debrief.yaml:2:18: error: 'assets/logo.svg' holds a script; save it as plain or "
            "optimised SVG, or as PNG [bad-logo]\n"
            "views: {public: {logo: assets/logo.svg}}\n"
            "                 ^\n");
}

}  // namespace
}  // namespace debrief
