// Numbers as few bytes: seven bits a byte, the lowest first, the eighth bit while more follow
// (the variable-length integers of DWARF and Protocol Buffers: unsigned LEB128).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace debrief::search {

void put_number(std::string& out, std::uint64_t number);

// Takes a number off the front of `in`. False if there is none; then `in` is of no more use.
bool take_number(std::string_view& in, std::uint64_t& number);

}  // namespace debrief::search
