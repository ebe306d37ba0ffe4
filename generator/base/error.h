// What stops a run: wrong usage or an environment that does not work (a folder that cannot
// be read, a full disk). Problems in content are Diagnostics, never exceptions.
#pragma once

#include <stdexcept>

namespace debrief {

// Thrown anywhere, caught once in main, which prints the text and exits with status 2.
// The text says what failed and, where there is one, the way out.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace debrief
