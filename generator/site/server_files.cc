#include "generator/site/server_files.h"

#include <fmt/format.h>

#include <string_view>

#include "generator/site/urls.h"

namespace debrief {

namespace {

// 'wasm-unsafe-eval' lets the search engine be compiled, and allows no eval of text.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

// Named by their content, so a changed file has another address.
constexpr std::string_view kImmutableFolders[] = {"assets", "images", "search/index/chunks"};

// What clients on other pages read: status boards, feed readers in a browser.
constexpr std::string_view kForEverybody[] = {
    "feed.xml",          "feed.json",          "services/*/feed.xml", "services/*/feed.json",
    "causes/*/feed.xml", "causes/*/feed.json",
};

std::string headers_for_everybody() {
  constexpr std::string_view kAllow = "  Access-Control-Allow-Origin: *\n";
  std::string out =
      fmt::format("/{}*\n{}  Content-Type: application/json\n", kStatusApiPath, kAllow);
  for (const std::string_view feed : kForEverybody) out += fmt::format("/{}\n{}", feed, kAllow);
  return out;
}

}  // namespace

std::string robots_txt(const View& view) {
  if (view.is_internal()) return "User-agent: *\nDisallow: /\n";
  return fmt::format("User-agent: *\nAllow: /\nSitemap: {}\n",
                     absolute_url(view.site().base_url, kSitemapPath));
}

std::string headers_file(const View& view) {
  std::string out = fmt::format("/*\n  Content-Security-Policy: {}\n", kContentSecurityPolicy);
  out += "  X-Content-Type-Options: nosniff\n";
  // The addresses of internal pages say what happened: other hosts must not see them.
  out += view.is_internal() ? "  Referrer-Policy: same-origin\n  X-Robots-Tag: noindex\n"
                            : "  Referrer-Policy: strict-origin-when-cross-origin\n";
  for (const std::string_view folder : kImmutableFolders) {
    out += fmt::format("/{}/*\n  Cache-Control: public, max-age=31536000, immutable\n", folder);
  }
  if (!view.is_internal()) out += headers_for_everybody();
  return out;
}

}  // namespace debrief
