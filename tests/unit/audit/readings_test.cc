#include "generator/audit/readings.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <array>
#include <string>

namespace debrief {
namespace {

std::string print(std::string_view bytes) {
  std::string out;
  for (const Reading& reading : readings(bytes)) {
    out += fmt::format("{}: {}\n", reading.name, reading.text);
  }
  return out;
}

TEST(Readings, OfPlainTextAreOne) {
  EXPECT_EQ(print("plain text"), "as written: plain text\n");
}

TEST(Readings, DecodeWhatABrowserDecodes) {
  const struct {
    std::string_view name;
    std::string_view bytes;
    std::string_view decoded;
  } kCases[] = {
      {"named entities", "a &amp; b &lt;c&gt; &quot;d&quot;", "a & b <c> \"d\""},
      {"numbers", "&#73;&#x6e;itech", "Initech"},
      {"an entity in an entity", "&amp;#73;nitech", "Initech"},
      {"percent signs", "/%49nitech%20crew", "/Initech crew"},
      {"escapes of JSON", R"(\u0049nitech \"x\" a\/b)", "Initech \"x\" a/b"},
      {"a pair of surrogates", R"(\ud83d\ude00)", "\xF0\x9F\x98\x80"},
      {"percent in JSON in an entity", R"(&#92;u002549)", "I"},
      {"a space that does not break", "Dana&nbsp;Whitfield", "Dana Whitfield"},
      {"a soft hyphen", "Ini&shy;tech", "Initech"},
  };
  for (const auto& [name, bytes, decoded] : kCases) {
    EXPECT_EQ(print(bytes), fmt::format("as written: {}\ndecoded: {}\n", bytes, decoded)) << name;
  }
}

TEST(Readings, LeaveAloneWhatOnlyLooksEncoded) {
  EXPECT_EQ(print("100% & more; a\\q &#; &nothing; %zz"),
            "as written: 100% & more; a\\q &#; &nothing; %zz\n");
}

TEST(Readings, GoAcrossTags) {
  EXPECT_EQ(print("Ini<b class=\"x\">tech</b> &lt;b&gt;"),
            "as written: Ini<b class=\"x\">tech</b> &lt;b&gt;\n"
            "without tags: Initech <b>\n"
            "decoded: Ini<b class=\"x\">tech</b> <b>\n");
}

// Two titles in a list are not one phrase.
TEST(Readings, EndAtTheEndOfABlock) {
  EXPECT_EQ(readings("<li>jenkins.io</li><li>migration</li>")[1].text,
            " |||||| jenkins.io ||||||  |||||| migration |||||| ");
}

TEST(Readings, KnowTheWayBack) {
  const std::vector<Reading> all = readings("x &#73;<b>nitech</b>");
  const Reading& shown = all[1];
  EXPECT_EQ(shown.text, "x Initech");
  EXPECT_EQ(shown.origin(2), 2U);
  EXPECT_EQ(shown.origin(3), 10U);
}

TEST(Readings, UnpackWhatIsPacked) {
  std::string packed(200, '\0');
  z_stream stream{};
  ASSERT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string text = "Initech Initech Initech";
  stream.next_in = reinterpret_cast<Bytef*>(text.data());
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  ASSERT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  EXPECT_EQ(readings(packed).back().text, text);
  EXPECT_EQ(readings(packed).back().name, "unpacked");
}

}  // namespace
}  // namespace debrief
