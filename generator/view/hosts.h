// Which hosts are known to be internal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// An internal host in a text, with all that belongs to it: scheme, user, port and path.
struct HostMatch {
  enum class Kind { host, link, address };  // the last is of e-mail
  std::size_t begin;
  std::size_t end;
  Kind kind;
};

// Patterns of host names ("*.corp.example", "wiki") and of IPv4 networks ("10.0.0.0/8").
// "*.corp.example" holds corp.example as well. Hosts that are internal everywhere are always
// held: localhost, private and link-local addresses (RFC 1918, 3927, 4193, 4291), and names
// under .internal, .local, .lan, .intranet and .corp.
class InternalHosts {
 public:
  InternalHosts(const std::vector<std::string>& patterns, const std::vector<std::string>& allowed);

  // By name or address, IPv6 with or without brackets.
  bool contains(std::string_view host) const;

  // Whether a link to `host`, as host_of gives it, may lead inside. Beside the above: names
  // without a dot, which only an inside knows, every IPv6 address, and addresses in a spelling
  // that browsers read in their own way ("0x0a000001", "10.1", "010.0.0.1").
  bool may_lead_inside(std::string_view host) const;

  // In order, none overlapping another.
  std::vector<HostMatch> find_in_text(std::string_view text) const;

 private:
  struct Network {
    std::uint32_t address;
    std::uint32_t mask;
  };

  // Where the private IPv6 address ends that begins at `at`; `at` if there is none.
  std::size_t end_of_ipv6(std::string_view text, std::size_t at) const;

  std::vector<std::string> names_;     // in lower case
  std::vector<std::string> suffixes_;  // ".corp.example"
  std::vector<Network> networks_;
  std::vector<std::string> allowed_;
};

// The host of an http or https address, in lower case, decoded as browsers do, without port;
// an IPv6 address with its brackets. Empty for any other address, for one with characters that
// browsers leave out, and for one with a user part, which shows one host and leads to another.
std::string host_of(std::string_view url);

}  // namespace debrief
