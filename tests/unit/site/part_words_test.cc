#include "generator/site/part_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace debrief {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PartWords, AreWordsAndNumbers) {
  EXPECT_THAT(words_of("14:32 – “Alert” fires → P1"),
              ElementsAre("14", "32", "alert", "fires", "p1"));
  EXPECT_THAT(words_of("Größe, Über-Last\u00a0x"), ElementsAre("größe", "Über", "last", "x"));
  EXPECT_THAT(words_of("— … ·"), IsEmpty());
}

TEST(PartWords, LeftAreThoseThatAreNotShownAsOften) {
  EXPECT_THAT(words_left("a b a c", "a c"), ElementsAre("a", "b"));
  EXPECT_THAT(words_left("- 14:32 - Alert", "Alert 14:32 and more"), IsEmpty());
}

}  // namespace
}  // namespace debrief
