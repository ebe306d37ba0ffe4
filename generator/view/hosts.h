// Which hosts are known to be internal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"

namespace debrief {

// Patterns of host names ("*.corp.example", "wiki") and of IPv4 networks ("10.0.0.0/8").
// "*.corp.example" holds corp.example as well. Hosts that are internal everywhere are always
// held: localhost, private and link-local addresses (RFC 1918, RFC 3927), and names under
// .internal, .local, .lan, .intranet and .corp.
class InternalHosts {
 public:
  InternalHosts(const std::vector<std::string>& patterns, const std::vector<std::string>& allowed);

  bool contains(std::string_view host) const;

  // Each name or address in the text that is internal becomes `replacement`.
  std::string replace_in_text(std::string_view text, std::string_view replacement) const;

 private:
  struct Network {
    std::uint32_t address;
    std::uint32_t mask;
  };
  std::vector<std::string> names_;     // in lower case
  std::vector<std::string> suffixes_;  // ".corp.example"
  std::vector<Network> networks_;
  std::vector<std::string> allowed_;
};

// The host of an http or https address, in lower case, without user, port and brackets;
// empty for any other address. A user part makes it "": such an address shows one host and leads to
// another.
std::string host_of(std::string_view url);

}  // namespace debrief
