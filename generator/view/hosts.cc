#include "generator/view/hosts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "generator/base/text.h"

namespace debrief {
namespace {

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_';
}

std::optional<std::uint32_t> ipv4(std::string_view text) {
  const auto parts = split(text, '.');
  if (parts.size() != 4) return std::nullopt;
  std::uint32_t address = 0;
  for (const std::string_view part : parts) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc() || end != part.data() + part.size() || part.empty() || value > 255) {
      return std::nullopt;
    }
    address = address << 8U | value;
  }
  return address;
}

constexpr std::array<std::string_view, 7> kPrivateNetworks = {
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16",
    "127.0.0.0/8", "100.64.0.0/10", "0.0.0.0/8"};
constexpr std::array<std::string_view, 5> kPrivateSuffixes = {".internal", ".local", ".lan",
                                                              ".intranet", ".corp"};

}  // namespace

InternalHosts::InternalHosts(const std::vector<std::string>& patterns,
                             const std::vector<std::string>& allowed) {
  std::vector<std::string> all = patterns;
  for (const std::string_view network : kPrivateNetworks) all.emplace_back(network);
  for (const std::string& pattern : all) {
    const std::string lower = to_lower(trim(pattern));
    const std::size_t slash = lower.find('/');
    if (const auto address = ipv4(lower.substr(0, slash))) {
      unsigned bits = 32;
      if (slash != std::string::npos) {
        std::from_chars(lower.data() + slash + 1, lower.data() + lower.size(), bits);
      }
      const std::uint32_t mask = bits == 0 ? 0 : ~std::uint32_t{0} << (32U - std::min(bits, 32U));
      networks_.push_back({*address & mask, mask});
    } else if (lower.starts_with("*.")) {
      suffixes_.push_back(lower.substr(1));
    } else {
      names_.push_back(lower);
    }
  }
  names_.emplace_back("localhost");
  for (const std::string_view suffix : kPrivateSuffixes) suffixes_.emplace_back(suffix);
  for (const std::string& host : allowed) allowed_.push_back(to_lower(host));
}

bool InternalHosts::contains(std::string_view host) const {
  std::string name = to_lower(host);
  while (name.ends_with('.')) name.pop_back();
  if (std::ranges::find(allowed_, name) != allowed_.end()) return false;
  if (const auto address = ipv4(name)) {
    if (std::ranges::any_of(networks_, [&](const Network& network) {
          return (*address & network.mask) == network.address;
        })) {
      return true;
    }
  }
  if (std::ranges::find(names_, name) != names_.end()) return true;
  return std::ranges::any_of(suffixes_, [&name](const std::string& suffix) {
    return name.ends_with(suffix) || name == suffix.substr(1);
  });
}

std::string InternalHosts::replace_in_text(std::string_view text, std::string_view replacement) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_host_character(text[end])) ++end;
    if (end == at) {
      out += text[at++];
      continue;
    }
    std::string_view word = text.substr(at, end - at);
    while (word.ends_with('.')) word.remove_suffix(1);
    // A bare word ("internal", "local") is a word; a host in a sentence has a dot, or is listed.
    const bool dotted = word.find('.') != std::string_view::npos && !word.starts_with('.');
    const bool listed = std::ranges::find(names_, to_lower(word)) != names_.end();
    if (!word.empty() && (dotted || listed) && contains(word)) {
      out += replacement;
    } else {
      out += word;
    }
    out += text.substr(at + word.size(), end - at - word.size());
    at = end;
  }
  return out;
}

std::string host_of(std::string_view url) {
  const std::size_t start = url.find("://");
  if (start == std::string_view::npos) return "";
  std::string_view authority = url.substr(start + 3);
  authority = authority.substr(0, authority.find_first_of("/?#"));
  if (authority.find('@') != std::string_view::npos) return "";
  if (authority.starts_with('[')) return to_lower(authority.substr(0, authority.find(']') + 1));
  return to_lower(authority.substr(0, authority.find(':')));
}

}  // namespace debrief
