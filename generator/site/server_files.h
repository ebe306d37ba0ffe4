// What the site tells machines about itself: robots.txt for search engines, _headers for the
// web servers that read it (Netlify, Cloudflare Pages).
#pragma once

#include <string>

#include "generator/view/view.h"

namespace debrief {

// The internal site asks not to be indexed, wherever it may be put.
std::string robots_txt(const View& view);

// The Content-Security-Policy allows the site's own files only, and nothing inline. What is public
// and made for programs (feeds, status API) may be read by scripts of any other site.
std::string headers_file(const View& view);

}  // namespace debrief
