// Which hosts are internal.
#include "generator/view/hosts.h"

#include <gtest/gtest.h>

#include <string_view>

namespace debrief {
namespace {

TEST(InternalHosts, HoldNamesPatternsAndNetworks) {
  const InternalHosts hosts({"*.corp.example", "Build.example", "203.0.113.0/28"},
                            {"status.corp.example"});
  for (const std::string_view host :
       {"a.corp.example", "a.b.corp.example", "corp.example", "A.CORP.EXAMPLE.", "build.example",
        "203.0.113.15", "localhost", "10.9.8.7", "172.31.0.1", "192.168.1.1", "169.254.1.1",
        "127.0.0.1", "x.internal", "x.local", "::1", "[fe80::1]", "fd12::1", "::ffff:10.0.0.1"}) {
    EXPECT_TRUE(hosts.contains(host)) << host;
  }
  for (const std::string_view host :
       {"status.corp.example", "acorp.example", "corp.example.org", "a.build.example",
        "203.0.113.16", "172.32.0.1", "example.org", "2001:db8::1", "::ffff:11.0.0.1", ""}) {
    EXPECT_FALSE(hosts.contains(host)) << host;
  }
}

TEST(HostOf, ReadsAnAddressAsBrowsersDo) {
  EXPECT_EQ(host_of("https://Example.ORG:8080/a@b?c#d"), "example.org");
  EXPECT_EQ(host_of("HTTPS://example.org?x"), "example.org");
  EXPECT_EQ(host_of("http://ex%61mple.org"), "example.org");
  EXPECT_EQ(host_of("http://[FE80::1]:80/"), "[fe80::1]");
  for (const std::string_view url :
       {"", "example.org", "https:example.org", "mailto:a@example.org", "https://user@example.org/",
        "https://a b.example/", "https://a%00.example/", "https://a%2Fb.example/", "https:///x"}) {
    EXPECT_EQ(host_of(url), "") << url;
  }
}

}  // namespace
}  // namespace debrief
