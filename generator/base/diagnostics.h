// Problems found in content, gathered rather than thrown.
//
// A pass reports every problem it can find and returns the best value it has; the driver
// asks has_errors() between passes and writes nothing if it is set.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

enum class Level { info, warning, error };

std::string_view to_string(Level level);

// A place in a content file. Complete by itself: it carries the text of its line, so that
// a message can be printed long after the file is gone.
struct SourceLocation {
  std::string file;       // relative to the root, with '/'
  int line = 0;           // 1-based; 0: the file as a whole
  int column = 0;         // 1-based, in characters (code points); 0: the line as a whole
  std::string line_text;  // without its line end; empty where the line must not be shown
};

struct Diagnostic {
  Level level = Level::error;
  SourceLocation where;
  std::string id;       // stable name of the rule, "unknown-severity"; tests match on it
  std::string message;  // one sentence, with the way out; never a secret
};

// "a.md:7:11: error: unknown severity 'sev9' [unknown-severity]", then the source line and
// a caret under the column where both are known. Ends without a newline.
std::string to_string(const Diagnostic& diagnostic);

class Diagnostics {
 public:
  void error(std::string id, SourceLocation where, std::string message);
  void warning(std::string id, SourceLocation where, std::string message);
  void info(std::string id, SourceLocation where, std::string message);
  void add(Diagnostic diagnostic);

  // Takes over the problems of a pass that ran beside others. Call in a fixed order.
  void merge(Diagnostics other);

  bool has_errors() const { return count(Level::error) != 0; }
  std::size_t count(Level level) const;

  // By file, line and column; problems at one place stay in the order they were found,
  // and the same problem at the same place is listed once.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> items_;
};

}  // namespace debrief
