#include "tests/support/pictures.h"

#include <array>
#include <cstdint>

namespace debrief {
namespace {

// Of the PNG specification, annex D.
std::uint32_t check_sum(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum & 1U) != 0 ? 0xEDB88320U ^ (sum >> 1U) : sum >> 1U;
  }
  return ~sum;
}

std::string big_endian(std::uint32_t value) {
  std::string out;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(value >> shift & 0xFFU);
  return out;
}

}  // namespace

std::string png_chunk(std::string_view kind, std::string_view data) {
  const std::string named = std::string(kind) + std::string(data);
  return big_endian(static_cast<std::uint32_t>(data.size())) + named + big_endian(check_sum(named));
}

std::string png(std::string_view before, std::string_view after) {
  using namespace std::string_view_literals;
  // Grey, one bit a pixel: three rows of a filter byte and four pixels, stored uncompressed.
  constexpr std::string_view kData =
      "\x78\x01\x01\x06\x00\xf9\xff\x00\x50\x00\xa0\x00\x50\x03\xc6\x01\x41"sv;
  return "\x89PNG\r\n\x1a\n" + png_chunk("IHDR", "\0\0\0\4\0\0\0\3\1\0\0\0\0"sv) +
         std::string(before) + png_chunk("IDAT", kData) + std::string(after) +
         png_chunk("IEND", "");
}

std::string png_with_text(std::string_view text) {
  using namespace std::string_literals;
  return png(png_chunk("tEXt", "Comment\0"s + std::string(text)),
             png_chunk("tIME", text.substr(0, 7)));
}

}  // namespace debrief
