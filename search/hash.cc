#include "search/hash.h"

namespace debrief::search {
namespace {

// The prime is 2^88 + kPrimeLow, so multiplying by it is a shift and a small product.
constexpr std::uint64_t kPrimeLow = 0x13b;
constexpr unsigned kPrimeShift = 88 - 64;

}  // namespace

std::string to_hex(std::span<const unsigned char> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  for (const unsigned char byte : bytes) {
    result += kDigits[byte >> 4];
    result += kDigits[byte & 15];
  }
  return result;
}

void Hash::add(std::string_view bytes) {
  std::uint64_t high = high_;
  std::uint64_t low = low_;
  for (const char byte : bytes) {
    low ^= static_cast<unsigned char>(byte);
    const std::uint64_t lower_half = (low & 0xFFFFFFFF) * kPrimeLow;
    const std::uint64_t upper_half = (low >> 32) * kPrimeLow + (lower_half >> 32);
    high = high * kPrimeLow + (upper_half >> 32) + (low << kPrimeShift);
    low = (upper_half << 32) | (lower_half & 0xFFFFFFFF);
  }
  high_ = high;
  low_ = low;
}

std::array<unsigned char, 16> Hash::bytes() const {
  std::array<unsigned char, 16> result{};
  for (unsigned i = 0; i < 8; ++i) {
    result[i] = static_cast<unsigned char>(high_ >> (56 - 8 * i));
    result[8 + i] = static_cast<unsigned char>(low_ >> (56 - 8 * i));
  }
  return result;
}

}  // namespace debrief::search
