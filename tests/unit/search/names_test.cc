// Ids, error codes, hosts and identifiers: found as written, in part, and in other spellings.
#include <gtest/gtest.h>

#include "tests/unit/search/support.h"

namespace debrief::search {
namespace {

std::vector<Document> incidents() {
  Document pool = page("pool/", "Pool exhausted",
                       "kube-proxy on db-3.eu-west.prod lost max_connections. Clients saw "
                       "ERR_CONN_RESET and HTTP 503 from 10.0.12.7:5432, see /var/log/nginx.");
  pool.id = "PM-2026-014";
  Document proxy = page("proxy/", "Proxy restarted",
                        "The kube proxy restarted, as in PM-2026-014. The healthcheck was green.");
  proxy.id = "PM-2026-015";
  Document check = page("check/", "Alarm",
                        "A health check of payments-api v1.2.3 at 14:32: no connections. "
                        "java.lang.OutOfMemoryError: rolled back with helm.");
  check.id = "INC#1042";
  Document other = page("other/", "Rollback", "A reset of 503 proxies in 2026, and the api.");
  return {pool, proxy, check, other};
}

TEST(Names, AreFoundWholeAndInPart) {
  const Site site(incidents());
  struct Case {
    std::string_view query;
    std::string_view paths;
  };
  const Case cases[] = {
      // Ids: the page itself first, then those that mention it; never those with the year only.
      {"PM-2026-014", "pool/ proxy/"},
      {"pm-2026-014", "pool/ proxy/"},
      {"(PM-2026-014),", "pool/ proxy/"},
      {"PM2026014", "pool/ proxy/"},
      {"\"PM-2026-014\"", "pool/ proxy/"},
      {"PM-2026-999", ""},
      {"INC#1042", "check/"},
      {"1042", "check/"},

      // Error codes.
      {"ERR_CONN_RESET", "pool/"},
      {"err conn", "pool/"},
      {"HTTP 503", "pool/ other/"},
      {"\"HTTP 503\"", "pool/"},
      {"OutOfMemoryError", "check/"},
      {"java.lang.OutOfMemoryError", "check/"},
      {"OutOfMemory*", "check/"},

      // Hosts, addresses, paths, versions, times.
      {"db-3.eu-west.prod", "pool/"},
      {"db-3", "pool/"},
      {"db3", "pool/"},
      {"eu-west", "pool/"},
      {"prod", "pool/"},
      {"10.0.12.7:5432", "pool/"},
      {"10.0.12.7", "pool/"},
      {"10.0.12.*", "pool/"},
      {"/var/log/nginx", "pool/"},
      {"nginx", "pool/"},
      {"v1.2.3", "check/"},
      {"14:32", "check/"},

      // Identifiers, whichever way they are spelt.
      {"kube-proxy", "proxy/ pool/"},
      {"kube_proxy", "proxy/ pool/"},
      {"kubeproxy", "pool/"},
      {"\"kube-proxy\"", "proxy/ pool/"},
      {"max_connections", "pool/"},
      {"maxConnections", "pool/"},
      {"connections", "check/ pool/"},
      {"payments-api", "check/"},
      {"health-check", "check/ proxy/"},
      {"healthcheck", "proxy/"},
      {"healthchecks", "proxy/"},
      {"-kube-proxy reset", "other/"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(site.paths(std::string(c.query)), c.paths) << c.query;
  }
}

TEST(Names, AreRequiredWhenSortedByDate) {
  const Site site(incidents());
  EXPECT_EQ(site.paths("PM-2026-014 restarted", Sort::date), "proxy/");
}

}  // namespace
}  // namespace debrief::search
