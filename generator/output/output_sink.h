// Where the files of a site go. One of the two interfaces at the edge of the program; the
// tests' twin keeps the files in memory.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "generator/output/output_paths.h"

namespace debrief {

class OutputSink {
 public:
  virtual ~OutputSink() = default;

  // Adds one file. `path` is relative to the site, with '/', made of safe names. Called from
  // several threads. Throws Error if the path was written before or leaves the site.
  virtual void write(const std::string& path, std::string_view bytes) = 0;
};

class MemorySink : public OutputSink {
 public:
  void write(const std::string& path, std::string_view bytes) override;
  const std::map<std::string, std::string>& files() const { return files_; }

 private:
  std::mutex mutex_;
  OutputPaths paths_;
  std::map<std::string, std::string> files_;
};

}  // namespace debrief
