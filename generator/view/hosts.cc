#include "generator/view/hosts.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "generator/base/escape.h"
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

using Ipv6 = std::array<unsigned char, 16>;

std::optional<Ipv6> ipv6(std::string_view text) {
  Ipv6 address;
  const std::string terminated(text);
  if (inet_pton(AF_INET6, terminated.c_str(), address.data()) != 1) return std::nullopt;
  return address;
}

// Unspecified, loopback, unique local, link-local and site-local.
bool is_private(const Ipv6& address) {
  if (std::all_of(address.begin(), address.end() - 1, [](unsigned char c) { return c == 0; })) {
    return address.back() <= 1;
  }
  return (address[0] & 0xFEU) == 0xFC || (address[0] == 0xFE && (address[1] & 0x80U) != 0);
}

// The IPv4 address in one that carries such a one (RFC 4291, 2.5.5.2).
std::optional<std::uint32_t> mapped_ipv4(const Ipv6& address) {
  const bool zeros =
      std::all_of(address.begin(), address.begin() + 10, [](unsigned char c) { return c == 0; });
  if (!zeros || address[10] != 0xFF || address[11] != 0xFF) return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t i = 12; i < 16; ++i) value = value << 8U | address[i];
  return value;
}

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Browsers take a name whose last part begins with a digit for an address, in octal, in
// hexadecimal, of fewer than four numbers.
bool reads_as_address(std::string_view host) {
  const std::string_view last = host.substr(host.rfind('.') + 1);
  return !last.empty() && last.front() >= '0' && last.front() <= '9';
}

bool has_leading_zero(std::string_view address) {
  const auto parts = split(address, '.');
  return std::ranges::any_of(
      parts, [](std::string_view part) { return part.size() > 1 && part.front() == '0'; });
}

// Where the address ends that goes on at `at` behind a host: port and path.
std::size_t end_of_address(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (end + 1 < text.size() && text[end] == ':' && text[end + 1] >= '0' && text[end + 1] <= '9') {
    ++end;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  }
  if (end >= text.size() || std::string_view("/?#").find(text[end]) == std::string_view::npos)
    return end;
  const std::size_t path = end;
  constexpr std::string_view kEnds = "<>\"'`()[]{}|\\^";
  while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' &&
         kEnds.find(text[end]) == std::string_view::npos) {
    ++end;
  }
  // Punctuation at the end is the sentence's.
  while (end > path + 1 && std::string_view(".,;:!?").find(text[end - 1]) != std::string_view::npos)
    --end;
  // "wiki.example?" is a question.
  return end == path + 1 && text[path] != '/' ? path : end;
}

// Takes scheme and user before the host into the match.
void extend_to_the_left(std::string_view text, HostMatch& match) {
  std::size_t at = match.begin;
  if (at > 0 && text[at - 1] == '@') {
    std::size_t user = at - 1;
    while (user > 0 &&
           (is_alphanumeric(text[user - 1]) ||
            std::string_view("._%+-:").find(text[user - 1]) != std::string_view::npos)) {
      --user;
    }
    if (user < at - 1) {
      match.kind = HostMatch::Kind::address;
      at = user;
    }
  }
  if (text.substr(0, at).ends_with("://")) {
    std::size_t scheme = at - 3;
    while (scheme > 0 && (is_alphanumeric(text[scheme - 1]) || text[scheme - 1] == '+')) --scheme;
    match.kind = HostMatch::Kind::link;
    at = scheme;
  }
  match.begin = at;
}

constexpr std::array<std::string_view, 7> kPrivateNetworks = {
    "10.0.0.0/8",  "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16",
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
  if (name.starts_with('[') && name.ends_with(']')) name = name.substr(1, name.size() - 2);
  if (std::ranges::find(allowed_, name) != allowed_.end()) return false;
  const auto in_networks = [this](std::uint32_t address) {
    return std::ranges::any_of(networks_, [address](const Network& network) {
      return (address & network.mask) == network.address;
    });
  };
  if (const auto address = ipv4(name)) return in_networks(*address);
  if (const auto address = ipv6(name)) {
    const auto mapped = mapped_ipv4(*address);
    return mapped ? in_networks(*mapped) : is_private(*address);
  }
  if (std::ranges::find(names_, name) != names_.end()) return true;
  return std::ranges::any_of(suffixes_, [&name](const std::string& suffix) {
    return name.ends_with(suffix) || name == suffix.substr(1);
  });
}

bool InternalHosts::may_lead_inside(std::string_view host) const {
  while (host.ends_with('.')) host.remove_suffix(1);
  if (std::ranges::find(allowed_, host) != allowed_.end()) return false;
  if (host.find('.') == std::string_view::npos || contains(host)) return true;
  if (host.find(':') != std::string_view::npos) return true;
  return reads_as_address(host) && (!ipv4(host) || has_leading_zero(host));
}

std::vector<HostMatch> InternalHosts::find_in_text(std::string_view text) const {
  std::vector<HostMatch> found;
  const auto add = [&](std::size_t begin, std::size_t end) {
    HostMatch match{begin, end, HostMatch::Kind::host};
    extend_to_the_left(text, match);
    if (!found.empty()) match.begin = std::max(match.begin, found.back().end);
    match.end = end_of_address(text, end);
    found.push_back(match);
    return match.end;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = end_of_ipv6(text, at); end > at) {
      at = add(at, end);
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_host_character(text[end])) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    std::string_view word = text.substr(at, end - at);
    while (word.ends_with('.')) word.remove_suffix(1);
    std::size_t begin = at;
    while (word.starts_with('.') || word.starts_with('_') || word.starts_with('-')) {
      word.remove_prefix(1);
      ++begin;
    }
    // A bare word ("internal", "local") is a word; a host in a sentence has a dot, or is listed.
    const bool dotted = word.find('.') != std::string_view::npos;
    const bool listed = std::ranges::find(names_, to_lower(word)) != names_.end();
    at = !word.empty() && (dotted || listed) && contains(word)
             ? std::max(end, add(begin, begin + word.size()))
             : end;
  }
  return found;
}

std::size_t InternalHosts::end_of_ipv6(std::string_view text, std::size_t at) const {
  const auto belongs = [](char c) {
    return c == ':' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
           (c >= 'A' && c <= 'F');
  };
  if (!belongs(text[at]) || text[at] == '.') return at;
  if (at > 0 && (belongs(text[at - 1]) || is_host_character(text[at - 1]))) return at;
  std::size_t end = at;
  while (end < text.size() && belongs(text[end])) ++end;
  if (end < text.size() && is_host_character(text[end])) return at;
  std::string_view word = text.substr(at, end - at);
  while (word.ends_with('.') || (word.ends_with(':') && !word.ends_with("::")))
    word.remove_suffix(1);
  // "::" alone is an operator of several languages.
  const bool is_address =
      std::ranges::count(word, ':') >= 2 && word.size() > 2 && ipv6(word) && contains(word);
  return is_address ? at + word.size() : at;
}

std::string host_of(std::string_view url) {
  const std::string lower = to_lower(url);
  if (!lower.starts_with("http://") && !lower.starts_with("https://")) return "";
  std::string_view authority = std::string_view(lower).substr(lower.find("://") + 3);
  authority = authority.substr(0, authority.find_first_of("/?#"));
  std::string host = percent_decoded(authority);
  const bool strange = std::ranges::any_of(host, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' ||
           std::string_view("@/\\?#%\x7f").find(c) != std::string_view::npos;
  });
  if (strange) return "";
  // Full stops of other scripts part names as well.
  for (const std::string_view stop : {"\u3002", "\uFF0E", "\uFF61"}) {
    for (std::size_t at = host.find(stop); at != std::string::npos; at = host.find(stop, at)) {
      host.replace(at, stop.size(), ".");
    }
  }
  host = to_lower(host);
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

}  // namespace debrief
