// Something about an imported text to know or to mend.
#pragma once

#include <string>

namespace debrief {

struct Remark {
  int line = 0;  // 1-based, of the source; 0: the text as a whole
  std::string text;
};

}  // namespace debrief
