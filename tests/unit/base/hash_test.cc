#include "generator/base/hash.h"

#include <gtest/gtest.h>

namespace debrief {
namespace {

// The names of published files are made of these, so they are to stay what they are. The
// values are those of `xxhsum -H2`.
TEST(ContentHash, IsTheSameForEver) {
  EXPECT_EQ(content_hash("", 32), "99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(content_hash("abc", 32), "06b05ab6733a618578af5f94892f3950");
}

TEST(ContentHash, IsCutToTheDigitsAskedFor) {
  EXPECT_EQ(content_hash("abc"), "06b05ab6733a6185");
  EXPECT_EQ(content_hash("abc", 8), "06b05ab6");
  EXPECT_EQ(content_hash("abc", 99), content_hash("abc", 32));
}

TEST(ContentHash, TellsContentsApart) {
  EXPECT_NE(content_hash("abc"), content_hash("abd"));
}

}  // namespace
}  // namespace debrief
