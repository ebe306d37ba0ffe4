// The text of one content file, and where its lines are. Refers to the bytes it was made
// of, which must outlive it.
//
// A byte order mark is part of no line. A line end at the end of the file begins no further
// line. Locations within lines longer than 4096 bytes come without the line's text, so that
// a file of one endless line does not fill the memory with copies of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"

namespace debrief {

class SourceText {
 public:
  SourceText(std::string path, std::string_view bytes);

  const std::string& path() const { return path_; }
  std::string_view bytes() const { return bytes_; }
  int line_count() const { return static_cast<int>(line_starts_.size()); }

  // The text of a 1-based line without its line end; empty outside the file.
  std::string_view line(int number) const;

  SourceLocation whole_file() const;
  // An offset at or after the end gives the place after the last character.
  SourceLocation at_offset(std::size_t offset) const;
  // `column` counts characters from 1; 0 for the line as a whole. A line outside the file
  // gives the nearest one inside.
  SourceLocation at(int line, int column = 0) const;

 private:
  std::string path_;
  std::string_view bytes_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace debrief
