#include "generator/detect/check_digits.h"

#include <string>

namespace debrief {

bool has_luhn_digit(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  bool any = false;
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] < '0' || digits[i] > '9') continue;
    int value = digits[i] - '0';
    if (twice) value = value > 4 ? 2 * value - 9 : 2 * value;
    sum += value;
    twice = !twice;
    any = true;
  }
  return any && sum % 10 == 0;
}

std::size_t iban_length(std::string_view country) {
  static constexpr std::string_view kLengths =
      "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29"
      "ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28"
      "LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25"
      "QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";
  for (std::size_t i = 0; i < kLengths.size(); i += 4) {
    if (kLengths.substr(i, 2) != country) continue;
    const int length = (kLengths[i + 2] - '0') * 10 + (kLengths[i + 3] - '0');
    return static_cast<std::size_t>(length);
  }
  return 0;
}

bool is_iban(std::string_view text) {
  std::string iban;
  for (const char c : text) {
    if (c != ' ') iban += c;
  }
  if (iban.size() < 4 || iban.size() != iban_length(iban.substr(0, 2))) return false;
  int rest = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];  // the country and check digits come last
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

}  // namespace debrief
