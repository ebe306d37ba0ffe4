#include "generator/import/import_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "generator/base/error.h"
#include "generator/base/file_descriptor.h"
#include "generator/base/new_file.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// A link among the folders could lead anywhere. The part of them that is there already is looked
// at.
void refuse_links_out(const fs::path& root, const fs::path& target) {
  const std::string real_root = fs::canonical(root).string();
  const std::string real = fs::weakly_canonical(target.parent_path()).string();
  if (real != real_root && !real.starts_with(real_root + "/")) {
    throw Error(fmt::format("cannot write '{}': a link leads out of the knowledge base",
                            target.generic_string()));
  }
}

// Puts a new file in the place of another, which keeps its permissions, in one step.
void replace_file(const fs::path& target, const std::string& bytes) {
  const std::string name = target.generic_string();
  const fs::path temporary = target.parent_path() / ("." + target.filename().string() + ".new");
  ::unlink(temporary.c_str());
  FileDescriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.is_open()) throw_system_error("write", name, errno);
  int problem = file.write(bytes);
  struct stat status = {};
  if (problem == 0 && ::stat(target.c_str(), &status) == 0 &&
      ::fchmod(file.get(), status.st_mode & 0777U) != 0) {
    problem = errno;
  }
  if (const int closing = file.close(); problem == 0) problem = closing;
  if (problem == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) problem = errno;
  if (problem == 0) return;
  ::unlink(temporary.c_str());
  throw_system_error("write", name, problem);
}

}  // namespace

void write_import(const fs::path& root, const ImportPlan& plan) {
  for (const SourceFile& file : plan.vocabulary) replace_file(root / file.path, file.bytes);
  for (const PlannedIncident& incident : plan.incidents) {
    if (incident.fate != PlannedIncident::Fate::import) continue;
    for (const SourceFile& file : incident.files) {
      refuse_links_out(root, root / file.path);
      const bool is_new = write_new_file(root / file.path, file.bytes);
      // A picture may be there already, the same byte for byte, or shared with another text.
      const bool is_picture = &file != &incident.files.back();
      if (!is_new && !is_picture) {
        throw Error(fmt::format("'{}' has come to be while importing; run the import again",
                                (root / file.path).generic_string()));
      }
    }
  }
}

}  // namespace debrief
