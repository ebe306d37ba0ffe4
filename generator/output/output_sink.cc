#include "generator/output/output_sink.h"

namespace debrief {

void MemorySink::write(const std::string& path, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  paths_.add(path);
  files_.emplace(path, bytes);
}

}  // namespace debrief
