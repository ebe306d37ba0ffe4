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

// What people copy from logs, alerts and terminals, each on a page of its own; below it, what
// they type to find that page again.
TEST(Names, AreFoundAsPeopleRememberThem) {
  struct Exact {
    std::string_view text;
    std::vector<std::string> queries;
  };
  const Exact cases[] = {
      {"Alarm PM-2026-014 again",
       {"PM-2026-014", "pm-2026-014", "PM2026014", "pm-2026", "PM 2026 014", "\"PM-2026-014\""}},
      {"JIRA: INFRA#3118", {"INFRA#3118", "infra 3118", "3118"}},
      {"curl: ERR_CONN_RESET", {"ERR_CONN_RESET", "err-conn-reset", "conn_reset", "CONN RESET"}},
      {"answers HTTP 503 only", {"HTTP 503", "http/503", "HTTP-503", "\"http 503\"", "503"}},
      {"ERROR: SQLSTATE 40001", {"SQLSTATE 40001", "SQLSTATE[40001]", "sqlstate:40001", "40001"}},
      {"HRESULT 0x80070005", {"0x80070005", "0X80070005", "80070005"}},
      {"failed with ORA-01555", {"ORA-01555", "ora01555", "01555", "ORA_01555"}},
      {"on db-3.eu.prod only", {"db-3.eu.prod", "DB-3.EU.PROD", "db-3", "db3", "eu.prod"}},
      {"kube-proxy hung", {"kube-proxy", "kube_proxy", "kubeproxy", "kube proxy", "kubeProxy"}},
      {"GET api/v2/summary", {"api/v2/summary", "/api/v2/summary", "v2/summary", "api/v2"}},
      {"max_connections=100",
       {"max_connections", "max-connections", "maxConnections", "maxconnections", "MAX_CONNECTIONS",
        "max connections", "max_connections=100"}},
      {"set maxRetries to 9",
       {"maxRetries", "maxretries", "max_retries", "max retries", "retries", "MaxRetries"}},
      {"java.lang.OutOfMemoryError: heap",
       {"OutOfMemoryError", "java.lang.OutOfMemoryError", "out of memory", "outofmemoryerror",
        "memory error", "OutOfMemory*"}},
      {"pods in CrashLoopBackOff", {"CrashLoopBackOff", "crash loop", "crashloopbackoff"}},
      {"upgraded to 1.22.3", {"1.22.3", "v1.22.3", "1.22", "v1.22"}},
      {"rolled back to v4.17.1", {"v4.17.1", "4.17.1", "4.17", "V4.17"}},
      {"see /var/log/nginx/error.log", {"/var/log/nginx", "nginx/error.log", "error.log"}},
      {"host 10.0.12.7:5432 down", {"10.0.12.7", "10.0.12.7:5432", "10.0.12", "10.0.12.*"}},
      {"disk was 97% full", {"97%", "97 %", "97"}},
      {"lost 1,200 orders", {"1,200", "1200"}},
      {"lost 4500 parcels", {"4500", "4,500"}},
      {"image sha256:9f86d081", {"9f86d081", "sha256:9f86d081", "9f86*"}},
      {"CVE-2021-44228 again", {"CVE-2021-44228", "cve-2021-44228", "44228"}},
      {"customers don’t pay", {"don't pay", "don’t pay", "customer's pay"}},
      {"chown root:www-data", {"root:www-data", "www-data", "wwwdata"}},
      {"mail ops@ferry.example", {"ops@ferry.example", "ferry.example"}},
      {"terraform -auto-approve", {"-- --auto-approve", "auto-approve", "autoapprove"}},
  };
  std::vector<Document> pages;
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    pages.push_back(page(std::to_string(i) + "/", "Incident", std::string(cases[i].text)));
  }
  const Site site(pages);
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    for (const std::string& query : cases[i].queries) {
      const Results results = site.search(query);
      ASSERT_FALSE(results.results.empty()) << query;
      EXPECT_EQ(results.results.front().path, std::to_string(i) + "/") << query;
    }
  }
}

TEST(Names, DoNotFindWhatOnlyLooksAlike) {
  const Site site({page("a/", "Incident", "PM-2026-014 maxRetries 1.22.3 10.0.12.7 db-3.eu.prod")});
  for (const std::string query :
       {"PM-2026-01", "PM-2025-014", "pm014", "\"retries\"", "1.2", "1.22.4", "2.22.3", "10.0.1",
        "0.12.7", "db-3.prod", "3.eu.db", "RetriesMax"}) {
    EXPECT_EQ(site.paths(query), "") << query;
  }
}

TEST(Names, AreMarkedInPart) {
  const Site site(
      {page("a/", "Incident", "A java.lang.OutOfMemoryError in v1.22.3, 1,200 times.")});
  const auto snippet = [&site](const std::string& query) {
    return to_text(site.search(query).results.at(0).snippet);
  };
  EXPECT_EQ(snippet("memory error"), "A java.lang.OutOf[MemoryError] in v1.22.3, 1,200 times.");
  EXPECT_EQ(snippet("1.22 1200"), "A java.lang.OutOfMemoryError in [v1.22.3], [1,200] times.");
}

TEST(Names, AreRequiredWhenSortedByDate) {
  const Site site(incidents());
  EXPECT_EQ(site.paths("PM-2026-014 restarted", Sort::date), "proxy/");
}

}  // namespace
}  // namespace debrief::search
