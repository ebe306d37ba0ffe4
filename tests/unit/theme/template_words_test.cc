#include "generator/theme/template_words.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

// The words of one page, a line for each reading; "=" stands before values of attributes.
std::string words(const std::string& page, const std::string& partial = "") {
  const ThemeFiles files = {{"templates/guide.mustache", {"guide", page}},
                            {"templates/_part.mustache", {"part", partial}}};
  std::string all;
  for (const auto& [path, texts] : public_template_words(files)) {
    for (const TemplateWords& text : texts) {
      EXPECT_EQ(text.text.size(), text.places.size());
      all += (text.is_value ? "=" : "") + text.text + "\n";
    }
  }
  return all;
}

TEST(TemplateWords, AreReadAcrossMarkupAndWithoutIt) {
  EXPECT_EQ(words("Ini<b>tech</b>"), "Initech\nIni tech \n");
  EXPECT_EQ(words("a{{#x}}b{{/x}}{{! c }}d"), "abd\na b d\n");
  EXPECT_EQ(words("a{{x}}b &amp; &#99;&#x64; < e"), "a b & cd < e\n");
}

TEST(TemplateWords, ValuesAndCommentsStandApart) {
  EXPECT_EQ(words("<a href=\"{{y}}/x>\" class='c' id=d{{#z}} title=e{{/z}}><!-- f <i> -->"),
            "\n  \n= /x>\n=c\n=d\n=d \n=e\n=e \n f <i> \n");
}

TEST(TemplateWords, OfTheInternalSiteAreNotThere) {
  EXPECT_EQ(words("a{{#site.is_internal}}b{{#x}}c{{/x}}d{{/site.is_internal}}e"), "ae\na  e\n");
  EXPECT_EQ(words("a{{^site.is_public}}b{{/site.is_public}}"), "a\na  \n");
  EXPECT_EQ(words("{{#site}}{{#is_internal}}b{{/is_internal}}{{/site}}"), "\n    \n");
  EXPECT_EQ(words("{{^site.is_internal}}b{{/site.is_internal}}"), "b\n b \n");
  EXPECT_EQ(words("a{{> part}}", "b"), "b\na \n");
  EXPECT_EQ(words("{{#site.is_internal}}{{> part}}{{/site.is_internal}}", "b"), "\n  \n");
  EXPECT_TRUE(public_template_words({{"templates/home.mustache", {"home", "a"}}}).empty());
}

}  // namespace
}  // namespace debrief
