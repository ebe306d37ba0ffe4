// The one clock of the program. What is built asks for the time once and passes it on.
#pragma once

#include <chrono>

#include "generator/base/timestamp.h"

namespace debrief {

inline Seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace debrief
