// Which files belong to a knowledge base and how large they may be: one set of rules, whether they
// are read from a folder or from a revision of git.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "generator/base/diagnostics.h"
#include "generator/source/source_tree.h"

namespace debrief {

inline constexpr std::array kRootFiles = {"causes.yaml", "debrief.yaml", "people.yaml",
                                          "redactions.yaml", "services.yaml"};
inline constexpr std::array kRootFolders = {"assets", "incidents", "pages", "templates", "themes"};

// Whether an entry of that name in `folder` (relative to the root) is nobody's concern.
bool is_ignored(std::string_view folder, std::string_view name);

// What goes into diagnostics has to be UTF-8, even if what they are about is not.
std::string readable(std::string_view bytes);

// Takes what a reader finds, and reports what has to stay out.
class SourceCollector {
 public:
  SourceCollector(const SourceLimits& limits, Diagnostics& diagnostics)
      : limits_(limits), diagnostics_(diagnostics) {}

  // A limit of the whole has been reached and reported: there is no point in going on.
  bool is_full() const { return is_full_; }

  bool admits_entry();  // one more file or folder
  bool admits_name(const std::string& path);
  bool admits_file(const std::string& path, std::size_t bytes);  // counts them, too
  void refuse_file(const std::string& path);                     // where a folder belongs
  void refuse_folder(const std::string& path);                   // where a file belongs
  void add(std::string path, std::string bytes);
  void error(std::string_view path, std::string id, std::string message);
  void warning(std::string_view path, std::string id, std::string message);

  SourceTree take();

 private:
  const SourceLimits& limits_;
  Diagnostics& diagnostics_;
  SourceTree tree_;
  std::size_t entries_ = 0;
  std::size_t total_bytes_ = 0;
  bool is_full_ = false;
};

}  // namespace debrief
