#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "generator/base/text.h"
#include "generator/detect/check_digits.h"
#include "generator/detect/forms.h"

namespace debrief {
namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits),
                       [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

// "logo@2x.png" and "getty@tty1.service" are names of files, "git@github.com" is everybody's, and
// "https://user:password@acme.io" is nobody's.
bool is_mail_address(std::string_view address) {
  const std::size_t at = address.find('@');
  const std::string host = to_lower(address.substr(at + 1));
  for (const std::string_view ending :
       {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".service", ".timer", ".socket",
        ".target", ".slice", ".mount", ".js", ".ts", ".md", ".json", ".yaml", ".yml"}) {
    if (host.ends_with(ending)) return false;
  }
  const std::string_view login = address.substr(0, at);
  return login != "git" && login != "password" && login != "pass" && login != "secret" &&
         !is_example_host(host);
}

// After the plans of numbers, as far as they tell a number from a count ("+1500000000 rows"), and
// not of the ranges that are kept for films and manuals.
bool is_international(std::string_view number) {
  const std::string digits = digits_of(number);
  const bool is_grouped = number.find_first_of(" .-()") != std::string_view::npos;
  if (digits.size() < (is_grouped ? 9 : 10) || digits.size() > 15) return false;
  if (digits.ends_with("00000")) return false;
  if (std::ranges::count(number, '.') == 3 && number.size() <= 16 &&
      number.find_first_of(" -(") == std::string_view::npos &&
      number.size() - number.rfind('.') <= 4) {
    return false;  // an IPv4 address
  }
  if (digits[0] == '1') {  // North America
    return digits.size() == 11 && digits[1] >= '2' && digits[4] >= '2' &&
           digits.compare(4, 5, "55501") != 0;
  }
  if (digits[0] == '7') return digits.size() == 11;
  return !digits.starts_with("441632960") && !digits.starts_with("447700900") &&
         !digits.starts_with("44207946");
}

// "(415) 555-2671", or what a label calls a telephone.
bool is_national(std::string_view number) {
  const std::string digits = digits_of(number);
  return digits.size() >= 7 && digits.size() <= 15 && digits.find("55501") != 3;
}

bool is_phone(std::string_view number) {
  return number.front() == '+' ? is_international(number) : is_national(number);
}

// The first digits and the length that issuers have; none of the numbers that payment services
// give out for tests.
bool is_card(std::string_view number) {
  static constexpr std::string_view kTestNumbers[] = {
      "4242424242424242", "4111111111111111", "4012888888881881", "5555555555554444",
      "5105105105105100", "2223003122003222", "5200828282828210", "378282246310005",
      "371449635398431",  "6011111111111117", "6011000990139424", "30569309025904",
      "38520000023237",   "3530111333300000", "3566002020360505", "6200000000000005",
  };
  const std::string digits = digits_of(number);
  if (!has_luhn_digit(digits) || std::ranges::count(kTestNumbers, digits) != 0) return false;
  if (digits.find("00000000") != std::string::npos) return false;
  const int four = std::stoi(digits.substr(0, 4));
  switch (digits.size()) {
    case 14:
      return (four >= 3000 && four <= 3059) || four / 100 == 36 || four / 100 == 38;
    case 15:
      return four / 100 == 34 || four / 100 == 37;
    case 16:
      return four / 1000 == 4 || (four >= 5100 && four <= 5599) || (four >= 2221 && four <= 2720) ||
             four == 6011 || (four >= 6440 && four <= 6599) || four / 100 == 62 ||
             (four >= 3528 && four <= 3589);
    default:
      return false;
  }
}

// As long as the country's are: what follows may be a word in capitals.
std::string_view as_long_as_iban(std::string_view text) {
  std::size_t left = iban_length(text.substr(0, 2));
  std::size_t end = 0;
  while (end < text.size() && left > 0) {
    if (text[end++] != ' ') --left;
  }
  return text.substr(0, end);
}

// None of the examples of the registry and of manuals.
bool is_account(std::string_view text) {
  static constexpr std::string_view kExamples[] = {
      "DE89370400440532013000",
      "GB29NWBK60161331926819",
      "GB82WEST12345698765432",
      "FR1420041010050500013M02606",
      "CH9300762011623852957",
      "NL91ABNA0417164300",
      "BE68539007547034",
      "ES9121000418450200051332",
      "IT60X0542811101000000123456",
      "AT611904300234573201",
      "IE29AIBK93115212345678",
      "SE4550000000058398257466",
  };
  const std::string_view iban = as_long_as_iban(text);
  std::string letters(iban);
  std::erase(letters, ' ');
  const bool ends_there = iban.size() == text.size() || text[iban.size()] == ' ';
  return ends_there && is_iban(iban) && std::ranges::count(kExamples, letters) == 0;
}

// As the Social Security Administration hands them out; two were in advertisements.
bool is_social_security_number(std::string_view number) {
  return number.substr(0, 3) != "000" && number.substr(0, 3) != "666" && number[0] != '9' &&
         number.substr(4, 2) != "00" && number.substr(7) != "0000" && number != "123-45-6789" &&
         number != "078-05-1120" && number != "219-09-9999";
}

}  // namespace

const std::vector<Form>& personal_forms() {
  static const std::vector<Form> kForms = {
      // clang-format off
      {"email", "an e-mail address", {"@"},
       R"(\b([A-Za-z0-9][A-Za-z0-9._%+-]*@(?:[A-Za-z0-9\x80-\xff][A-Za-z0-9\x80-\xff-]*\.)+[A-Za-z]{2,24})\b)", is_mail_address},
      {"phone", "a phone number", {"+", "-"},
       R"((?:^|[^A-Za-z0-9.+/-])(\+[1-9][0-9]{0,2}[ .-]?(?:\(0?[0-9]{0,4}\)[ .-]?)?[0-9]{1,14}(?:[ .-][0-9]{1,8}){0,6}|\([2-9][0-9]{2}\) ?[2-9][0-9]{2}-[0-9]{4}|[2-9][0-9]{2}-[2-9][0-9]{2}-[0-9]{4})(?:[^0-9A-Za-z:%/-]|$))", is_phone},
      {"labelled-phone", "a phone number", {"hone", "HONE", "el", "EL", "obile", "ell", "ax"},
       R"(\b(?:[Pp]hone|PHONE|[Tt]el|TEL|[Tt]elephone|[Mm]obile|[Cc]ell|[Ff]ax)(?: (?:no|number))?\.?:? *([+0(][0-9 ()/.-]{6,20}[0-9])(?:[^0-9A-Za-z:%-]|$))", is_phone},
      {"card-number", "a payment card number", {},
       R"((?:^|[^A-Za-z0-9./_-])([2-6][0-9]{15}|3[0-9]{13,14}|[2-6][0-9]{3} [0-9]{4} [0-9]{4} [0-9]{4}|[2-6][0-9]{3}-[0-9]{4}-[0-9]{4}-[0-9]{4}|3[0-9]{3} [0-9]{6} [0-9]{4,5}|3[0-9]{3}-[0-9]{6}-[0-9]{4,5})(?:[^A-Za-z0-9/_-]|$))", is_card},
      {"iban", "a bank account number", {},
       R"(\b([A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,8}(?: ?[A-Z0-9]{1,3})?)\b)", is_account, as_long_as_iban},
      {"social-security-number", "a US social security number", {"-"},
       R"((?:^|[^0-9A-Za-z-])([0-8][0-9]{2}-[0-9]{2}-[0-9]{4})(?:[^0-9A-Za-z-]|$))", is_social_security_number},
      // clang-format on
  };
  return kForms;
}

}  // namespace debrief
