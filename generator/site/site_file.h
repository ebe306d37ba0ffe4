// A file of the site that is not a page.
#pragma once

#include <string>

namespace debrief {

struct SiteFile {
  std::string path;  // from the root of the site
  std::string bytes;
};

}  // namespace debrief
