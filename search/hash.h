// FNV-1a with 128 bits (Fowler, Noll, Vo: draft-eastlake-fnv): equal content, equal number.
//
// It tells contents apart; it does not protect against somebody who wants a collision.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace debrief::search {

// Two digits a byte, in lower case.
std::string to_hex(std::span<const unsigned char> bytes);

class Hash {
 public:
  void add(std::string_view bytes);

  std::array<unsigned char, 16> bytes() const;  // Most significant byte first.
  std::string hex() const { return to_hex(bytes()); }

 private:
  std::uint64_t high_ = 0x6c62272e07bb0142;
  std::uint64_t low_ = 0x62b821756295c58d;
};

}  // namespace debrief::search
