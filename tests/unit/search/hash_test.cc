#include "search/hash.h"

#include <gtest/gtest.h>

namespace debrief::search {
namespace {

std::string hash_of(std::string_view text) {
  Hash hash;
  hash.add(text);
  return hash.hex();
}

// Test vectors that the authors of FNV publish.
TEST(Hash, IsFnv1aWith128Bits) {
  EXPECT_EQ(hash_of(""), "6c62272e07bb014262b821756295c58d");
  EXPECT_EQ(hash_of("a"), "d228cb696f1a8caf78912b704e4a8964");
  EXPECT_EQ(hash_of("foobar"), "343e1662793c64bf6f0d3597ba446f18");
}

TEST(Hash, DoesNotDependOnHowContentArrives) {
  Hash hash;
  hash.add("foo");
  hash.add("");
  hash.add("bar");
  EXPECT_EQ(hash.hex(), hash_of("foobar"));
}

}  // namespace
}  // namespace debrief::search
