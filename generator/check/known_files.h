// What is kept of each page's source from one review to the next: what other pages can depend on in
// it, and what likeness is computed of. So a review of a change reads what the change touches, and
// not ten thousand post-mortems again.
//
// It is a cache and nothing else: what it says is what reading the file would say.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/timestamp.h"
#include "generator/insight/incident_words.h"
#include "generator/source/source_tree.h"

namespace debrief {

struct KnownFile {
  std::string content;       // the hash of its bytes
  bool is_read = false;      // false: it has errors, and no view has it
  bool is_incident = false;  // neither maintenance nor a guide
  bool is_draft = false;
  std::string id;  // empty for a guide
  std::string title;
  std::optional<Seconds> started;
  std::vector<std::string> named;  // the slugs of the ids in 'repeats' and 'related'
  std::vector<std::string> links;  // paths that its links and pictures name (content_paths.h)
  IncidentWords words;             // of an incident
};

struct KnownFiles {
  std::map<std::string, KnownFile, std::less<>> files;  // by path
  WordTable table;                                      // of their words
};

// Markdown of incidents/ or pages/.
bool is_page_source(std::string_view path);

// Configuration and vocabulary, which all is read with; by their names at the root.
bool concerns_all(std::string_view path);

// Reads the page sources of `sources` that are not known as they are, and forgets those that are
// gone. Returns the paths of those that were read.
std::vector<std::string> learn_files(const SourceTree& sources, KnownFiles& known, unsigned jobs);

// As bytes, and back. `made_by` says what the content of the cache depends on besides the files:
// the program, the configuration. Absent if that differs, or if the bytes are damaged.
std::string known_files_bytes(const KnownFiles& known, std::string_view made_by);
std::optional<KnownFiles> read_known_files(std::string_view bytes, std::string_view made_by);

}  // namespace debrief
