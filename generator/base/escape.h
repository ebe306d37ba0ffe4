// Text made safe for the language it is put into.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace debrief {

// & < > " ' as entities; fit for element content and for quoted attributes, in HTML and XML.
// Control characters that XML 1.0 forbids are dropped.
std::string escape_html(std::string_view text);
void append_escaped_html(std::string& out, std::string_view text);

// Percent-encodes the bytes that may not stand in a URL, those of non-ASCII characters among
// them. Existing %XX and reserved characters ("/", "?", "#", "&", ...) stay as they are, so it
// fits whole URLs and paths, not a single value within a query.
std::string escape_url(std::string_view url);

// A path as part of an address: whatever is not a letter, a digit or one of "-._~/" is
// percent-encoded, '?', '#' and '%' too.
std::string encode_path(std::string_view path);

// 10 for "a" and "A"; absent for what is no digit.
std::optional<int> hex_digit(char c);

// "my file" for "my%20file". What is no %XX stays.
std::string percent_decoded(std::string_view text);

}  // namespace debrief
