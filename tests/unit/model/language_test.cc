#include "generator/model/language.h"

#include <gtest/gtest.h>

namespace debrief {
namespace {

TEST(Language, IsACodeInTheSpellingOfTheWeb) {
  EXPECT_EQ(language_code("en"), "en");
  EXPECT_EQ(language_code("gsw"), "gsw");
  EXPECT_EQ(language_code("pt_BR"), "pt-BR");
  EXPECT_EQ(language_code("zh-Hant-TW"), "zh-Hant-TW");
  for (const char* text :
       {"", "e", "german", "en-", "-en", "en-x", "e1", "en-toolongtag", "en de"}) {
    EXPECT_EQ(language_code(text), std::nullopt) << text;
  }
}

TEST(Language, ANameIsUnderstoodButNotAccepted) {
  EXPECT_EQ(code_of_language_name("German"), "de");
  EXPECT_EQ(code_of_language_name("deutsch"), "de");
  EXPECT_EQ(code_of_language_name("portugese"), "pt");
  EXPECT_EQ(code_of_language_name("日本語"), "ja");
  EXPECT_EQ(code_of_language_name("klingon"), std::nullopt);
}

}  // namespace
}  // namespace debrief
