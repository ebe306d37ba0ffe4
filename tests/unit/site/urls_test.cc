#include "generator/site/urls.h"
#include "generator/base/escape.h"

#include <gtest/gtest.h>

namespace debrief {
namespace {

TEST(Urls, GiveEveryPageAFolder) {
  EXPECT_EQ(incident_path("x"), "incidents/x/");
  EXPECT_EQ(cause_path("capacity/connection-pool"), "causes/capacity/connection-pool/");
  EXPECT_EQ(quarter_path(2026, 1), "archive/2026/q1/");
  EXPECT_EQ(numbered_path("incidents/", 1), "incidents/");
  EXPECT_EQ(numbered_path("incidents/", 2), "incidents/page/2/");

  EXPECT_EQ(file_of("incidents/x/"), "incidents/x/index.html");
  EXPECT_EQ(file_of(""), "index.html");
  EXPECT_EQ(file_of("404.html"), "404.html");
}

TEST(Urls, AreRelativeToThePage) {
  struct {
    std::string_view from, to, expected;
  } const rows[] = {
      {"incidents/x/", "services/checkout/", "../../services/checkout/"},
      {"incidents/x/", "", "../../"},
      {"incidents/x/", "incidents/x/", "../../incidents/x/"},
      {"", "incidents/", "incidents/"},
      {"", "", "./"},
      {"tags/שלום/", "tags/שלום/", "../../tags/%D7%A9%D7%9C%D7%95%D7%9D/"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Links::from_page(row.from).to(row.to), row.expected) << row.from << " " << row.to;
  }
}

TEST(Urls, OfAPageServedAnywhereStartAtThePathOfTheSite) {
  EXPECT_EQ(Links::from_anywhere("https://host/kb/").to("incidents/"), "/kb/incidents/");
  EXPECT_EQ(Links::from_anywhere("https://host/").to(""), "/");
  EXPECT_EQ(Links::from_anywhere("https://host").to(""), "/");
  EXPECT_EQ(Links::from_anywhere("http://127.0.0.1:8000/").to("x/"), "/x/");
}

TEST(Urls, EncodeWhatAnAddressWouldReadAsItsOwn) {
  EXPECT_EQ(encode_path("a b/c#1?d%e&\"<ü.md"), "a%20b/c%231%3Fd%25e%26%22%3C%C3%BC.md");
  EXPECT_EQ(absolute_url("https://host/kb/", "tags/ü/"), "https://host/kb/tags/%C3%BC/");
}

}  // namespace
}  // namespace debrief
