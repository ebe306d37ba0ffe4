// Replaces a folder of sites as a whole, or leaves it exactly as it was.
//
// The folder DIR holds one sub-folder per view (DIR/internal, DIR/public). A new DIR is
// staged beside it, on the same file system, and takes its place by one atomic exchange of
// names. A build that fails, is killed or meets a full disk leaves the old DIR untouched.
// Not promised: surviving a power failure in the moment of the exchange.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "generator/output/output_sink.h"

namespace debrief {

class SiteWriter {
 public:
  // Locks `destination` against other builds and begins an empty staged folder. Clears what a
  // killed build left. Throws Error if another build is running, or if `destination` exists
  // and was not made by Debrief (no marker file) and is not empty: it is replaced, never
  // merged into. Relative paths, a trailing '/' and a link to a folder will do; the folders
  // above are created. Requires: `destination` is no folder that the caller still needs,
  // such as the content's.
  explicit SiteWriter(const std::filesystem::path& destination);
  ~SiteWriter();  // Removes the staged folder; never publishes.
  SiteWriter(const SiteWriter&) = delete;
  SiteWriter& operator=(const SiteWriter&) = delete;

  // The sink for one view's sub-folder. A file whose bytes equal the present site's is
  // carried over as a hard link instead of being written. Owned by the writer.
  OutputSink& view(const std::string& name);
  // The staged path of a file that a library writes itself (the search index); its folder exists.
  std::filesystem::path staged_file(const std::string& view_name, const std::string& path);
  // An empty folder for intermediate files, on the same file system, removed at the end.
  std::filesystem::path scratch(const std::string& name);
  // Keeps a view of the present site that is not being built, by hard links. No-op if there
  // is none. Throws Error if the view is being built.
  void keep(const std::string& view_name);

  // Publishes: after this returns the destination is the new site. Call once, explicitly,
  // when no thread writes any more.
  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace debrief
