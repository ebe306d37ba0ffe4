#include "generator/site/site_files.h"
#include "generator/site/opensearch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "generator/site/server_files.h"
#include "generator/site/sitemap.h"
#include "tests/support/sample_view.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(SiteFiles, SayHowABrowserSearchesThem) {
  ViewParts parts = empty_parts();
  parts.site.title = "Ships & quays of Harborline";
  parts.site.base_url = "https://status.example/kb/";
  const View view = make_view(Audience::public_, std::move(parts));
  const Site site = make_site(view, kSampleToday, {{"icon.svg", "assets/icon.01.svg"}});
  EXPECT_EQ(opensearch_description(site), R"(<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Ships &amp; quays…</ShortName>
  <Description>Ships &amp; quays of Harborline: Search this site</Description>
  <Language>en</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">https://status.example/kb/assets/icon.01.svg</Image>
  <Url type="text/html" template="https://status.example/kb/search/?q={searchTerms}"/>
</OpenSearchDescription>
)");
}

TEST(SiteFiles, AreFeedsAndWhatMachinesAskFor) {
  const View view = make_view(Audience::public_, sample_parts(Audience::public_));
  const Site site = make_site(view, kSampleToday, {});
  std::string paths;
  for (const SiteFile& file : site_files(site, plan_pages(site))) {
    paths += file.path + "\n";
  }
  EXPECT_EQ(paths,
            "sitemap.xml\n"
            "feed.xml\n"
            "feed.json\n"
            "services/bookings/feed.xml\n"
            "services/bookings/feed.json\n"
            "services/partners/feed.xml\n"
            "services/partners/feed.json\n"
            "services/sign-in/feed.xml\n"
            "services/sign-in/feed.json\n"
            "causes/capacity/feed.xml\n"
            "causes/capacity/feed.json\n"
            "causes/capacity/connection-pool/feed.xml\n"
            "causes/capacity/connection-pool/feed.json\n"
            "causes/testing/feed.xml\n"
            "causes/testing/feed.json\n"
            "api/v2/summary.json\n"
            "api/v2/status.json\n"
            "api/v2/components.json\n"
            "api/v2/incidents.json\n"
            "api/v2/incidents/unresolved.json\n"
            "api/v2/scheduled-maintenances.json\n"
            "api/v2/scheduled-maintenances/upcoming.json\n"
            "api/v2/scheduled-maintenances/active.json\n"
            "availability.json\n" +
                site.words.path +
                "\n"
                "opensearch.xml\n"
                "robots.txt\n"
                "_headers\n");
}

TEST(SiteFiles, OfTheInternalSiteAreNoStatusApi) {
  const View view = make_view(Audience::internal, sample_parts(Audience::internal));
  const Site site = make_site(view, kSampleToday, {});
  for (const SiteFile& file : site_files(site, {})) {
    EXPECT_THAT(file.path, Not(testing::StartsWith("api/")));
  }
}

TEST(Sitemap, SaysWhenAnIncidentLastChangedAndClaimsNothingElse) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("A & B", "2026-01-16T10:03:00+01:00")};
  const View view = make_view(Audience::public_, std::move(parts));
  const Site site = make_site(view, kSampleToday, {});
  const std::vector<SiteFile> files = sitemap_files(site, plan_pages(site));
  ASSERT_EQ(files.size(), 1u);
  EXPECT_THAT(files[0].bytes,
              HasSubstr("<url><loc>https://status.harborline.example/</loc></url>\n"));
  EXPECT_THAT(files[0].bytes,
              HasSubstr("<url><loc>https://status.harborline.example/incidents/a-b/</loc>"
                        "<lastmod>2026-01-16T09:03:00Z</lastmod></url>\n"));
  EXPECT_THAT(files[0].bytes, Not(HasSubstr("404")));
  EXPECT_THAT(files[0].bytes, Not(HasSubstr("/search/")));
}

TEST(Sitemap, SaysByGitWhenATextChangedWhereThatIsKnown) {
  ViewParts parts = empty_parts();
  parts.incidents = {incident_at("A", "2026-01-16T10:03:00+01:00")};
  parts.incidents[0].changed = parse_timestamp("2026-03-14T22:30:00-05:00");
  ViewGuide guide;
  guide.slug = "b";
  guide.changed = parse_timestamp("2026-03-15T08:00:00Z");
  parts.guides = {guide};
  const View view = make_view(Audience::internal, std::move(parts));
  const Site site = make_site(view, kSampleToday, {});
  const std::string map = sitemap_files(site, plan_pages(site)).front().bytes;
  EXPECT_THAT(map, HasSubstr("incidents/a/</loc><lastmod>2026-03-15T03:30:00Z</lastmod>"));
  EXPECT_THAT(map, HasSubstr("guides/b/</loc><lastmod>2026-03-15T08:00:00Z</lastmod>"));
}

TEST(Sitemap, IsCutWhereTheFormatEnds) {
  const View view = make_view(Audience::public_, empty_parts());
  const Site site = make_site(view, kSampleToday, {});
  const std::vector<SiteFile> files = sitemap_files(site, plan_pages(site), 5);
  ASSERT_EQ(files.size(), 3u);
  EXPECT_EQ(files[0].path, "sitemap.xml");
  EXPECT_EQ(files[0].bytes, R"(<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://status.harborline.example/sitemap-1.xml</loc></sitemap>
<sitemap><loc>https://status.harborline.example/sitemap-2.xml</loc></sitemap>
</sitemapindex>
)");
  EXPECT_EQ(files[2].path, "sitemap-2.xml");
  EXPECT_THAT(files[2].bytes, HasSubstr("<urlset"));
  EXPECT_THAT(files[2].bytes, HasSubstr("/guides/</loc>"));
}

TEST(Robots, AreKeptOutOfTheInternalSite) {
  EXPECT_EQ(robots_txt(make_view(Audience::internal, empty_parts())),
            "User-agent: *\nDisallow: /\n");
  EXPECT_EQ(robots_txt(make_view(Audience::public_, empty_parts())),
            "User-agent: *\nAllow: /\nSitemap: https://status.harborline.example/sitemap.xml\n");
}

TEST(Headers, AllowNothingInlineAndNothingFromElsewhere) {
  const std::string headers = headers_file(make_view(Audience::public_, empty_parts()));
  EXPECT_EQ(headers, R"(/*
  Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/images/*
  Cache-Control: public, max-age=31536000, immutable
/search/index/chunks/*
  Cache-Control: public, max-age=31536000, immutable
/api/v2/*
  Access-Control-Allow-Origin: *
  Content-Type: application/json
/feed.xml
  Access-Control-Allow-Origin: *
/feed.json
  Access-Control-Allow-Origin: *
/services/*/feed.xml
  Access-Control-Allow-Origin: *
/services/*/feed.json
  Access-Control-Allow-Origin: *
/causes/*/feed.xml
  Access-Control-Allow-Origin: *
/causes/*/feed.json
  Access-Control-Allow-Origin: *
)");
}

TEST(Headers, OfTheInternalSiteTellNobodyOfItsPages) {
  const std::string headers = headers_file(make_view(Audience::internal, empty_parts()));
  EXPECT_THAT(headers, HasSubstr("\n  X-Robots-Tag: noindex\n"));
  EXPECT_THAT(headers, HasSubstr("\n  Referrer-Policy: same-origin\n"));
  EXPECT_THAT(headers, Not(HasSubstr("Access-Control")));
}

}  // namespace
}  // namespace debrief
