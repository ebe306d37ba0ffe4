// Numbers that tell a typing mistake, and so themselves from other numbers.
#pragma once

#include <cstddef>
#include <string_view>

namespace debrief {

// The check digit of payment cards (ISO/IEC 7812-1, the Luhn formula). Other characters than
// digits are passed over.
bool has_luhn_digit(std::string_view digits);

// How many characters the IBANs of a country have ("DE": 22; the registry of ISO 13616), or 0.
std::size_t iban_length(std::string_view country);

// An IBAN of the length of its country whose check digits are right. Spaces are passed over;
// letters in upper case.
bool is_iban(std::string_view text);

}  // namespace debrief
