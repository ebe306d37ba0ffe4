// Values that look real, drawn from a description: no scanner finds a secret in our sources, and
// each form is tried with thousands of them.
#pragma once

#include <random>
#include <string>
#include <string_view>

namespace debrief {

using Random = std::mt19937_64;

// Text in which <name n> is n characters drawn from an alphabet: digit, hex, lower, upper, letter,
// alnum (letters and digits), word (and _-), base64, base32, bech32, small (lower and digit). <jwt>
// is the header of a signed token, <login> user and password in base64, <snowflake> a number of
// Discord in base64, <card> 16 digits of a payment card, <iban> a German account.
std::string sample(std::string_view description, Random& random);

}  // namespace debrief
