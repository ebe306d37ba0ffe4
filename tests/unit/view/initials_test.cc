#include <gtest/gtest.h>

#include "generator/view/dictionary.h"

namespace debrief {
namespace {

std::string redacted(std::string_view text) {
  Vocabulary vocabulary;
  vocabulary.people = {{"dana", "Dana Whitfield", "the on-call engineer", ""},
                       {"noor", "Noor El-Amin", "a database engineer", ""},
                       {"jane", "Jane Austen Smith", "the incident commander", ""},
                       {"ada", "Ada Berg", "a developer", ""},
                       {"alf", "Alf Brun", "a designer", ""}};
  return Dictionary(Config{}, vocabulary).redact(text);
}

TEST(Initials, AreReplacedInListsOfPeople) {
  const struct {
    std::string_view text;
    std::string_view expected;
  } kCases[] = {
      {"With DW, NE.", "With the on-call engineer, a database engineer."},
      {"With DW and NE.", "With the on-call engineer and a database engineer."},
      {"DW/NE looked", "The on-call engineer/a database engineer looked"},
      {"(DW NE JAS)", "(the on-call engineer a database engineer the incident commander)"},
      {"DW & JAS", "The on-call engineer & the incident commander"},
      {"by DW, AB", "by the on-call engineer, an engineer"},
      {"by DW, XY, NE", "by the on-call engineer, XY, a database engineer"},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(redacted(text), expected) << text;
}

TEST(Initials, AloneAreNobodys) {
  for (const std::string_view text : {"The DW was slow", "DW, DB and CPU", "NE of here; DW",
                                      "dw, ne", "DWX, NEA", "DW-1, NE_2"}) {
    EXPECT_EQ(redacted(text), text);
  }
}

}  // namespace
}  // namespace debrief
