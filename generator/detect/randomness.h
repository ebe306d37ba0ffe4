// Telling what a machine drew at random from what a person typed.
#pragma once

#include <string_view>

namespace debrief {

// Shannon entropy of the bytes, in bits a byte: 0 for "aaaa", 4 for sixteen different ones.
double entropy(std::string_view text);

// The check digit of payment cards (ISO/IEC 7812-1, the Luhn formula); other characters than digits
// are passed over.
bool has_luhn_digit(std::string_view digits);

// The check digits of an IBAN (ISO 13616: the rest of the division by 97 is 1). Spaces are passed
// over; letters in upper case.
bool has_iban_digits(std::string_view iban);

// Whether the first part of "header.payload.signature" is base64url of a JSON object (RFC 7519).
bool is_jwt(std::string_view token);

}  // namespace debrief
