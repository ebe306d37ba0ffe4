// What is written in base64, looked into.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace debrief {

// The bytes of base64 or base64url (RFC 4648), padded or not; absent for any other character.
std::optional<std::string> decode_base64(std::string_view text);

// Whether the first part of "header.payload.signature" is a JSON object that names an algorithm
// (RFC 7519, RFC 7515), and the payload is not the one that everybody copies from jwt.io.
bool is_jwt(std::string_view token);

}  // namespace debrief
