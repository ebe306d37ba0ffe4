// How large a picture is, by its header; and no harm from a damaged one.
#include "generator/base/image.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/pictures.h"

namespace debrief {
namespace {

using namespace std::string_literals;

// ".png 4x3"; "none" for what is no picture.
std::string shown(std::string_view bytes) {
  const auto info = read_image_info(bytes);
  return info ? fmt::format("{} {}x{}", extension(info->format), info->width, info->height)
              : "none";
}

std::string segment(char marker, const std::string& data) {
  const std::size_t length = data.size() + 2;
  return "\xFF"s + marker + static_cast<char>(length >> 8U) + static_cast<char>(length & 0xFFU) +
         data;
}

std::string frame(char marker) {
  return segment(marker, "\x08\0\3\0\4\1\1\x11\0"s);
}

// What a camera notes: one tag, the orientation, in either order of bytes.
std::string orientation(char value, bool is_big) {
  return segment(
      '\xE1',
      "Exif\0\0"s + (is_big ? "MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0"s + value + "\0\0"s
                            : "II*\0\x08\0\0\0\1\0\x12\x01\3\0\1\0\0\0"s + value + "\0\0\0"s));
}

std::string jpeg(const std::string& segments) {
  return "\xFF\xD8" + segments + segment('\xDA', "\1\1\0\0\x3F\0"s) + "\x12\xFF\xD9";
}

std::string webp(const std::string& kind, const std::string& data) {
  return "RIFF\x20\0\0\0WEBP"s + kind + static_cast<char>(data.size()) + "\0\0\0"s + data;
}

struct Case {
  std::string name;
  std::string bytes;
  std::string info;
};

std::vector<Case> pictures() {
  return {
      {"PNG", png(), ".png 4x3"},
      {"GIF", "GIF87a\4\0\3\1\0\0\0;"s, ".gif 4x259"},
      {"baseline JPEG", jpeg(frame('\xC0')), ".jpg 4x3"},
      {"progressive JPEG", jpeg(frame('\xC2')), ".jpg 4x3"},
      {"JPEG with fill bytes", jpeg("\xFF\xFF" + frame('\xC0')), ".jpg 4x3"},
      {"JPEG with tables before", jpeg(segment('\xC4', std::string(300, '\1')) + frame('\xC1')),
       ".jpg 4x3"},
      {"JPEG upright", jpeg(orientation('\3', true) + frame('\xC0')), ".jpg 4x3"},
      {"JPEG on its side", jpeg(orientation('\6', true) + frame('\xC0')), ".jpg 3x4"},
      {"the same the other way round", jpeg(orientation('\x08', false) + frame('\xC0')),
       ".jpg 3x4"},
      {"WebP", webp("VP8 ", "\0\0\0\x9D\x01\x2A\4\x40\3\x80"s), ".webp 4x3"},
      {"lossless WebP", webp("VP8L", "\x2F\3\x80\0\0\x07\x10\x11\xFD\x0F"s), ".webp 4x3"},
      {"WebP with a canvas", webp("VP8X", "\x10\0\0\0\3\0\0\2\0\0"s), ".webp 4x3"},
      {"SVG", "<svg width=\"4\" height='3px'/>", ".svg 4x3"},
      {"SVG after much else",
       "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- <svg width=\"9\" height=\"9\"> -->\n<!DOCTYPE "
       "svg>\n"
       "<svg xmlns=\"http://www.w3.org/2000/svg\"\n viewBox = \"0 0, 12.4 8\">",
       ".svg 12x8"},
      {"SVG as wide as it can be", "<svg width=\"100%\" height=\"100%\" viewBox=\"-1 -1 40 30\">",
       ".svg 40x30"},
      {"SVG with one length", "<svg width=\"7\" viewBox=\"0 0 4 3\">", ".svg 4x3"},
  };
}

TEST(ImageSize, IsWhatTheHeaderSays) {
  for (const Case& row : pictures()) EXPECT_EQ(row.info, shown(row.bytes)) << row.name;
}

TEST(ImageSize, IsUnknownWhereTheHeaderIsDamaged) {
  const std::string whole = png();
  const Case cases[] = {
      {"PNG without its first chunk", whole.substr(0, 8) + png_chunk("IDAT", "1234567890123"),
       ".png 0x0"},
      {"PNG of no height", whole.substr(0, 20) + "\0\0\0\0"s, ".png 0x0"},
      {"PNG as large as no screen", whole.substr(0, 16) + "\x7F\xFF\xFF\xFF\0\0\0\1"s, ".png 0x0"},
      {"GIF of no width", "GIF89a\0\0\3\0"s, ".gif 0x0"},
      {"JPEG that says its height at its end", jpeg(segment('\xC0', "\x08\0\0\0\4\1\1\x11\0"s)),
       ".jpg 0x0"},
      {"JPEG with a short frame", jpeg(segment('\xC0', "\x08\0\3"s)), ".jpg 0x0"},
      {"JPEG without a frame", jpeg(""), ".jpg 0x0"},
      {"JPEG with tags that lead nowhere",
       jpeg(segment('\xE1', "Exif\0\0MM\0*\xFF\xFF\xFF\xFF"s) + frame('\xC0')), ".jpg 4x3"},
      {"WebP without its mark", webp("VP8 ", "\0\0\0\x9D\x01\x2B\4\0\3\0"s), ".webp 0x0"},
      {"lossless WebP without its mark", webp("VP8L", "\x2E\3\x80\0\0\0\0\0\0\0"s), ".webp 0x0"},
      {"WebP of another kind", webp("ALPH", "\0\0\0\0\0\0\0\0\0\0"s), ".webp 0x0"},
      {"SVG without a size", "<svg>", ".svg 0x0"},
      {"SVG of nothing", "<svg width=\"0\" height=\"-3\">", ".svg 0x0"},
      {"SVG in other units", "<svg width=\"4em\" height=\"3em\">", ".svg 0x0"},
      {"SVG without an end", "<svg width=\"4\" height=\"3", ".svg 0x0"},
      {"SVG that is not at the beginning", "<html><svg width=\"4\" height=\"3\">", ".svg 0x0"},
      {"SVG with numbers that are none", "<svg viewBox=\"0 0 nan inf\">", ".svg 0x0"},
  };
  for (const Case& row : cases) EXPECT_EQ(row.info, shown(row.bytes)) << row.name;
}

// No picture crashes us, nor claims a size that no screen has.
void expect_harmless(const std::string& bytes) {
  // A copy of its own, so that a sanitizer sees what reads beyond its end.
  const std::vector<char> copy(bytes.begin(), bytes.end());
  const std::string_view view(copy.data(), copy.size());
  const auto info = read_image_info(view);
  if (!info) return;
  EXPECT_TRUE((info->width == 0) == (info->height == 0));
  EXPECT_TRUE(info->width >= 0 && info->width <= 65535);
  EXPECT_TRUE(info->height >= 0 && info->height <= 65535);
  const auto stripped = strip_metadata(view);
  if (stripped) {
    EXPECT_TRUE(read_image_info(*stripped));
  }
}

TEST(ImageSize, IsHarmlessWhereverTheFileEnds) {
  for (const Case& row : pictures()) {
    for (std::size_t length = 0; length <= row.bytes.size(); ++length) {
      expect_harmless(row.bytes.substr(0, length));
    }
  }
}

TEST(ImageSize, IsHarmlessWhateverBytesAreDamaged) {
  std::mt19937 random(1);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  for (const Case& row : pictures()) {
    for (int run = 0; run < 2000; ++run) {
      std::string bytes = row.bytes;
      for (std::size_t i = 1 + below(4); i > 0; --i) {
        const std::size_t at = below(bytes.size());
        switch (below(4)) {
          case 0:
            bytes[at] = static_cast<char>(below(256));
            break;
          case 1:
            bytes[at] = "\0\xFF\x7F\x80"[below(4)];
            break;
          case 2:
            bytes.erase(at, below(6));
            break;
          default:
            bytes.insert(at, row.bytes.substr(below(row.bytes.size()), below(9)));
        }
        if (bytes.empty()) break;
      }
      expect_harmless(bytes);
    }
  }
}

}  // namespace
}  // namespace debrief
