#include "generator/detect/encoded_text.h"

#include <cstddef>

namespace debrief {
namespace {

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  std::string bytes;
  unsigned bits = 0;
  unsigned value = 0;
  for (const char c : text) {
    const int digit = base64_digit(c);
    if (digit < 0) return std::nullopt;
    value = (value << 6U | static_cast<unsigned>(digit)) & 0xFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(value >> bits & 0xFFU);
  }
  return bytes;
}

bool is_jwt(std::string_view token) {
  const std::size_t dot = token.find('.');
  if (dot == std::string_view::npos) return false;
  const auto header = decode_base64(token.substr(0, dot));
  if (!header || !header->starts_with('{') || !header->ends_with('}') ||
      header->find("\"alg\"") == std::string::npos) {
    return false;
  }
  const auto payload = decode_base64(token.substr(dot + 1, token.find('.', dot + 1) - dot - 1));
  return !payload || payload->find("\"sub\":\"1234567890\"") == std::string::npos;
}

}  // namespace debrief
