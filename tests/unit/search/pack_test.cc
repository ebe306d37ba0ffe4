// Numbers and bytes, packed.
#include "search/pack.h"

#include <gtest/gtest.h>

#include <limits>

#include "search/deflate.h"

namespace debrief::search {
namespace {

std::string packed(std::uint64_t number) {
  std::string out;
  put_number(out, number);
  return out;
}

TEST(Pack, TakesAByteForEverySevenBits) {
  EXPECT_EQ(packed(0), std::string(1, '\0'));
  EXPECT_EQ(packed(127), "\x7f");
  EXPECT_EQ(packed(128), "\x80\x01");
  EXPECT_EQ(packed(300), "\xac\x02");
  EXPECT_EQ(packed(std::numeric_limits<std::uint64_t>::max()).size(), 10u);
}

TEST(Pack, GivesBackWhatWasPut) {
  std::string row;
  const std::uint64_t numbers[] = {
      0, 1, 127, 128, 16383, 16384, 1u << 31, std::numeric_limits<std::uint64_t>::max()};
  for (const std::uint64_t number : numbers) put_number(row, number);
  std::string_view rest = row;
  for (const std::uint64_t number : numbers) {
    std::uint64_t taken = 7;
    ASSERT_TRUE(take_number(rest, taken));
    EXPECT_EQ(taken, number);
  }
  EXPECT_EQ(rest, "");
}

TEST(Pack, NoticesWhereANumberBreaksOff) {
  for (const std::string& broken :
       {std::string(), std::string("\x80"), std::string("\xff\xff"), std::string(11, '\xff')}) {
    std::string_view rest = broken;
    std::uint64_t number = 0;
    EXPECT_FALSE(take_number(rest, number)) << broken.size();
  }
}

TEST(Deflate, GivesBackWhatWasPacked) {
  std::string mixed;
  for (int i = 0; i < 100'000; ++i) mixed += static_cast<char>(i * i >> 3);
  for (const std::string& bytes :
       {std::string(), std::string("a"), std::string(1'000'000, 'x'), mixed}) {
    EXPECT_TRUE(inflated(deflated(bytes), bytes.size()) == bytes) << bytes.size();
  }
  EXPECT_LT(deflated(std::string(1'000'000, 'x')).size(), 2'000u);
}

TEST(Deflate, UnpacksNoMoreThanIsAskedFor) {
  const std::string bomb = deflated(std::string(50'000'000, 'x'));
  EXPECT_EQ(inflated(bomb, 1'000'000), std::nullopt);
  EXPECT_EQ(inflated(deflated("abc"), 2), std::nullopt);
}

TEST(Deflate, RefusesWhatIsNotOneWholeStream) {
  const std::string whole = deflated("Payments queued up for forty minutes.");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(inflated(whole.substr(0, size), 1'000), std::nullopt) << size;
  }
  EXPECT_EQ(inflated(whole + "x", 1'000), std::nullopt);
  EXPECT_EQ(inflated("<!doctype html>", 1'000), std::nullopt);
}

}  // namespace
}  // namespace debrief::search
