// Pictures on the public site: only what visible text shows, and nothing in them but the picture.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/image.h"
#include "tests/support/content_folder.h"
#include "tests/support/pictures.h"
#include "tests/support/print_view.h"
#include "tests/unit/view/public_text.h"

namespace debrief {
namespace {

using namespace std::string_literals;

Published publish_with(std::string_view markdown, std::string_view name, std::string bytes) {
  SourceTree folder = folder_with(markdown);
  put_file(folder, fmt::format("incidents/{}", name), std::move(bytes));
  return publish(folder);
}

std::vector<ViewAsset> assets(std::string_view markdown) {
  const Published published = publish_with(markdown, "p.png", png());
  EXPECT_TRUE(published.view) << published.problems;
  return published.view ? published.view->assets() : std::vector<ViewAsset>{};
}

TEST(PublicImages, AreCopiedOnceUnderANameMadeOfTheirBytes) {
  const Published published =
      publish_with("![a](p.png) ![b](./p.png \"Initech\")", "p.png", png_with_text("secret"));
  ASSERT_TRUE(published.view);
  ASSERT_EQ(published.view->assets().size(), 1U);
  const ViewAsset& asset = published.view->assets().front();
  EXPECT_EQ(asset.bytes, png());
  EXPECT_EQ(fmt::format("{}x{}", asset.width, asset.height), "4x3");
  EXPECT_EQ(print_text(published.view->incidents().front().body, {}),
            fmt::format("![a](asset:{0}) ![b](asset:{0} \"A large retailer\")\n", asset.path));
}

TEST(PublicImages, AreThoseThatVisibleTextShows) {
  EXPECT_EQ(assets("![a](p.png)").size(), 1U);
  EXPECT_EQ(assets("| a |\n|---|\n| ![a](p.png) |").size(), 1U);
  EXPECT_EQ(assets("a[^n]\n\n[^n]: ![a](p.png)").size(), 1U);
  for (const std::string_view hidden :
       {"a", "<!-- internal -->![a](p.png)<!-- /internal -->",
        "<!-- internal: b -->![a](p.png)<!-- /internal -->",
        "<!-- internal -->\n\n![a](p.png)\n\n<!-- /internal -->", "## Zebra\n\n![a](p.png)",
        "## Impact <!-- internal -->\n\n![a](p.png)",
        "## Action items\n\n![a](p.png)\n\n- [ ] a\n  - ![a](p.png)",
        "## Zebra\n\na[^n]\n\n[^n]: ![a](p.png)",
        "<!-- internal -->a[^n]<!-- /internal -->\n\n[^n]: ![a](p.png)", "[a](p.png)",
        "`![a](p.png)`", "![a](https://example.org/p.png)", "![a](../../p.png)"}) {
    EXPECT_EQ(assets(hidden).size(), 0U) << hidden;
  }
}

TEST(PublicImages, OfOtherTypesAreShownAsTheyAreWhereTheConfigurationSaysSo) {
  SourceTree folder = content_folder(
      "-- debrief.yaml --\ntitle: T\nviews:\n  public: {image_types: [gif]}\n"
      "-- incidents/a.md --\n---\ntitle: A\nstatus: published\nvisibility: public\n"
      "started: 2026-01-01\n---\n\n![a](p.gif)\n");
  const std::string gif = "GIF89a\4\0\3\0\0\0\0;"s;
  put_file(folder, "incidents/p.gif", gif);
  const Published published = publish(folder);
  EXPECT_EQ(published.problems, "");
  ASSERT_EQ(published.view->assets().size(), 1U);
  EXPECT_EQ(published.view->assets().front().bytes, gif);
  put_file(folder, "incidents/p.gif", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
  EXPECT_NE(publish(folder).problems, "");
}

TEST(PublicImages, ThatCannotBeCleanedStopTheBuild) {
  const std::string gif = "GIF89a\4\0\3\0\0\0\0;"s;
  const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>secret</text></svg>";
  for (const auto& [name, bytes] : {std::pair("p.gif"s, gif), std::pair("p.svg"s, svg)}) {
    const std::string markdown = fmt::format("![a]({})", name);
    EXPECT_EQ(publish_with(markdown, name, bytes).problems,
              fmt::format("incidents/a.md: error: 'incidents/{}' cannot be freed of its metadata; "
                          "the public site "
                          "shows PNG, JPEG and WebP pictures, and GIF if views.public.image_types "
                          "lists it [image-not-public]\n",
                          name));
    EXPECT_EQ(publish_with("nothing", name, bytes).problems, "");
  }
  EXPECT_EQ(publish_with("![a](p.png)", "p.png", "text").problems,
            "incidents/a.md: error: 'incidents/p.png' is not a picture [bad-image]\n");
}

TEST(StripMetadata, LeavesOfAPngThePictureAlone) {
  const std::string chunks = png_chunk("tEXt", "Comment\0secret"s) + png_chunk("zTXt", "secret") +
                             png_chunk("iTXt", "secret") + png_chunk("eXIf", "secret") +
                             png_chunk("iCCP", "secret") + png_chunk("tIME", "secret!") +
                             png_chunk("prVt", "secret") + png_chunk("sPLT", "secret") +
                             png_chunk("hIST", "secret") + png_chunk("pHYs", "secret!!!") +
                             png_chunk("gAMA", "secret") + png_chunk("sRGB", "secret");
  EXPECT_EQ(strip_metadata(png(chunks, chunks)), png());
  EXPECT_EQ(strip_metadata(png() + "secret"), png());
  EXPECT_EQ(strip_metadata(png() + png()), png());
  const std::string colour = png_chunk("gAMA", "\0\0\xb1\x8f"s) + png_chunk("sRGB", "\0"s);
  EXPECT_EQ(strip_metadata(png(colour)), png(colour));
}

TEST(StripMetadata, RefusesADamagedPng) {
  const std::string whole = png();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_EQ(strip_metadata(whole.substr(0, length)), std::nullopt) << length;
  }
}

// Segments of a JPEG file.
std::string segment(char marker, std::string_view data) {
  return std::string("\xFF") + marker + '\0' + static_cast<char>(data.size() + 2) +
         std::string(data);
}

std::string jpeg(const std::string& extra, const std::string& between = "") {
  return "\xFF\xD8" + extra + segment('\xDB', std::string(65, '\1')) +
         segment('\xC0', "\x08\0\3\0\4\1\1\x11\0"s) + extra +
         segment('\xC4', "\0"s + std::string(16, '\0')) + between +
         segment('\xDA', "\1\1\0\0\x3F\0"s) + "\x12\xFF\0\x34\xFF\xD0\x56"s + "\xFF\xD9";
}

TEST(StripMetadata, LeavesOfAJpegThePictureAlone) {
  std::string extra;
  for (int marker = 0xE0; marker <= 0xEF; ++marker)
    extra += segment(static_cast<char>(marker), "Exif\0secret"s);
  extra += segment('\xFE', "secret") + segment('\xF7', "secret") + segment('\x02', "secret");
  EXPECT_EQ(strip_metadata(jpeg(extra)), jpeg(""));
  EXPECT_EQ(strip_metadata(jpeg("", "\xFF\xFF\xFF")), jpeg(""));  // Fill bytes.
  EXPECT_EQ(strip_metadata(jpeg("") + "secret"), jpeg(""));
  // How Adobe's programs say which colours there are; the picture would be wrong without.
  const std::string adobe = segment('\xEE', "Adobe\0\x64\0\0\0\0\1"s);
  EXPECT_EQ(strip_metadata(jpeg(adobe)), jpeg(adobe));
  EXPECT_EQ(strip_metadata(jpeg(segment('\xEE', "Adobe\0\x64\0\0\0\0\1secret"s))), jpeg(""));
}

// What turned it goes with the rest of what its camera noted.
TEST(PublicImages, HaveTheSizeInWhichTheyAreShownWithoutWhatTurnsThem) {
  const std::string turned =
      jpeg(segment('\xE1', "Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0"s));
  const auto info = read_image_info(turned);
  EXPECT_EQ(fmt::format("{}x{}", info->width, info->height), "3x4");
  const Published published = publish_with("![a](p.jpg)", "p.jpg", turned);
  ASSERT_EQ(published.view->assets().size(), 1U);
  const ViewAsset& asset = published.view->assets().front();
  EXPECT_EQ(fmt::format("{}x{}", asset.width, asset.height), "4x3");
}

TEST(StripMetadata, RefusesADamagedJpeg) {
  const std::string whole = jpeg("");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_EQ(strip_metadata(whole.substr(0, length)), std::nullopt) << length;
  }
}

std::string little_endian(std::size_t value) {
  std::string out;
  for (int i = 0; i < 4; ++i, value >>= 8U) out += static_cast<char>(value & 0xFFU);
  return out;
}

std::string webp_chunk(std::string_view kind, std::string_view data) {
  return std::string(kind) + little_endian(data.size()) + std::string(data) +
         (data.size() % 2 == 1 ? "\0"s : ""s);
}

std::string webp(const std::string& chunks) {
  return "RIFF" + little_endian(chunks.size() + 4) + "WEBP" + chunks;
}

TEST(StripMetadata, LeavesOfAWebpThePictureAlone) {
  const std::string picture = webp_chunk("VP8L", "\x2F\3\x80\0\0\x07\x10\x11\xFD\x0F\x44"s);
  const std::string extra = webp_chunk("EXIF", "secret!") + webp_chunk("XMP ", "secret") +
                            webp_chunk("ICCP", "secret") + webp_chunk("SECR", "secret");
  const auto header = [](char flags, const std::string& more = "") {
    return webp_chunk("VP8X", std::string(1, flags) + "\0\0\0\3\0\0\2\0\0"s + more);
  };
  EXPECT_EQ(strip_metadata(webp(header('\x3C') + extra + picture + extra) + "secret"),
            webp(header('\x10') + picture));
  EXPECT_EQ(strip_metadata(webp(header('\x10', "secret") + picture)),
            webp(header('\x10') + picture));

  const std::string frame = std::string(16, '\1');
  const std::string animation = webp_chunk("ANIM", std::string(6, '\0'));
  EXPECT_EQ(strip_metadata(
                webp(header('\x02') + animation + webp_chunk("ANMF", frame + picture + extra))),
            webp(header('\x02') + animation + webp_chunk("ANMF", frame + picture)));
}

TEST(StripMetadata, RefusesADamagedWebp) {
  const std::string whole = webp(webp_chunk("VP8L", "\x2F\3\x80\0\0\x07\x10\x11\xFD\x0F\x44"s));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_EQ(strip_metadata(whole.substr(0, length)), std::nullopt) << length;
  }
  EXPECT_EQ(strip_metadata(webp(webp_chunk("EXIF", "secret"))), std::nullopt);
}

}  // namespace
}  // namespace debrief
