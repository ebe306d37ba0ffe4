#include "tests/unit/detect/samples.h"

#include <cstddef>
#include <map>

namespace debrief {
namespace {

const std::string kDigit = "0123456789";
const std::string kLower = "abcdefghijklmnopqrstuvwxyz";
const std::string kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const std::string& alphabet(const std::string& name) {
  static const std::map<std::string, std::string> kAlphabets = {
      {"digit", kDigit},
      {"hex", kDigit + "abcdef"},
      {"lower", kLower},
      {"upper", kUpper},
      {"letter", kLower + kUpper},
      {"small", kLower + kDigit},
      {"alnum", kLower + kUpper + kDigit},
      {"word", kLower + kUpper + kDigit + "_-"},
      {"base64", kLower + kUpper + kDigit + "+/"},
      {"base32", kUpper + "234567"},
      {"bech32", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"},
  };
  return kAlphabets.at(name);
}

std::string draw(const std::string& characters, std::size_t count, Random& random) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += characters[random() % characters.size()];
  return text;
}

std::string encode_base64(std::string_view bytes) {
  const std::string digits = kUpper + kLower + kDigit + "+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned value = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      value = value << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text += i + k > bytes.size() ? '=' : digits[value >> (18 - 6 * k) & 63U];
    }
  }
  return text;
}

std::string card(Random& random) {
  const std::string digits = "4" + draw("123456789", 14, random);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int value = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string iban(Random& random) {
  const std::string account = draw(kDigit, 18, random);
  int rest = 0;
  for (const char c : account + "131400") rest = (rest * 10 + (c - '0')) % 97;  // DE00
  const int check = 98 - rest;
  return "DE" + std::string(check < 10 ? "0" : "") + std::to_string(check) + account;
}

std::string draw_named(const std::string& name, Random& random) {
  if (name == "jwt") return encode_base64(R"({"alg":"HS256","typ":"JWT"})");
  if (name == "snowflake") return encode_base64("1" + draw(kDigit, 17, random));
  if (name == "login") return encode_base64("deployer:" + draw(alphabet("alnum"), 12, random));
  if (name == "card") return card(random);
  if (name == "iban") return iban(random);
  const std::size_t space = name.find(' ');
  return draw(alphabet(name.substr(0, space)), std::stoul(name.substr(space + 1)), random);
}

}  // namespace

std::string sample(std::string_view description, Random& random) {
  std::string text;
  for (std::size_t at = 0; at < description.size();) {
    const std::size_t end = description[at] == '<' ? description.find('>', at) : at;
    if (end == at) {
      text += description[at++];
    } else {
      text += draw_named(std::string(description.substr(at + 1, end - at - 1)), random);
      at = end + 1;
    }
  }
  return text;
}

}  // namespace debrief
