#include "generator/detect/randomness.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <string>

namespace debrief {

double entropy(std::string_view text) {
  if (text.empty()) return 0;
  std::array<std::size_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const std::size_t count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(text.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

bool has_luhn_digit(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  std::size_t count = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] < '0' || digits[i] > '9') continue;
    int value = digits[i] - '0';
    if (twice) value = value > 4 ? 2 * value - 9 : 2 * value;
    sum += value;
    twice = !twice;
    ++count;
  }
  return count > 0 && sum % 10 == 0;
}

bool has_iban_digits(std::string_view iban) {
  std::string letters;
  for (const char c : iban) {
    if (c != ' ') letters += c;
  }
  if (letters.size() < 15 || letters.size() > 34) return false;
  int rest = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[(i + 4) % letters.size()];  // the country and check digits come last
    if (c >= '0' && c <= '9') {
      rest = (rest * 10 + (c - '0')) % 97;
    } else if (c >= 'A' && c <= 'Z') {
      rest = (rest * 100 + (c - 'A' + 10)) % 97;
    } else {
      return false;
    }
  }
  return rest == 1;
}

bool is_jwt(std::string_view token) {
  const std::string_view header = token.substr(0, token.find('.'));
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string json;
  unsigned bits = 0;
  unsigned value = 0;
  for (const char c : header) {
    const std::size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) return false;
    value = (value << 6U | static_cast<unsigned>(digit)) & 0xFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    json += static_cast<char>(value >> bits & 0xFFU);
  }
  return json.starts_with("{") && json.ends_with("}") && json.find("\"alg\"") != std::string::npos;
}

}  // namespace debrief
