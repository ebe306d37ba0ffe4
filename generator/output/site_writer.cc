#include "generator/output/site_writer.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cassert>
#include <cerrno>
#include <map>
#include <mutex>
#include <string_view>
#include <system_error>
#include <utility>

#include "generator/base/error.h"
#include "generator/base/file_descriptor.h"
#include "generator/output/output_paths.h"
#include "generator/output/staging_folder.h"
#include "generator/output/view_folder.h"

namespace debrief {

namespace {

namespace fs = std::filesystem;

// In the destination itself, not in the views, which are what people deploy.
constexpr const char* kMarkerName = ".debrief-site";
constexpr std::string_view kMarkerText =
    "Debrief made this folder, and every build replaces it as a whole: keep nothing here.\n";

bool is_mount_point(const fs::path& folder) {
  struct stat own = {};
  struct stat parent = {};
  return ::stat(folder.c_str(), &own) == 0 && ::stat(folder.parent_path().c_str(), &parent) == 0 &&
         own.st_dev != parent.st_dev;
}

void check_replaceable(const fs::path& destination) {
  std::error_code code;
  if (!fs::exists(destination, code)) return;
  if (is_mount_point(destination)) {
    throw Error("cannot replace '" + destination.string() +
                "', which is a mount point; choose a folder within it");
  }
  if (fs::exists(destination / kMarkerName, code)) return;
  const bool is_empty = fs::is_empty(destination, code);
  if (code) throw_system_error("read the folder", destination.string(), code.value());
  if (is_empty) return;
  throw Error("'" + destination.string() +
              "' was not made by debrief and is not empty; choose another folder, or remove "
              "what is in it");
}

// The folder meant, without links, without a trailing '/', with its parent in existence.
fs::path resolve(const fs::path& destination) {
  std::error_code code;
  fs::path path = fs::weakly_canonical(fs::absolute(destination), code);
  if (code) throw_system_error("find", destination.string(), code.value());
  if (!path.has_filename()) path = path.parent_path();
  if (!path.has_filename()) throw Error("a site cannot replace '" + path.string() + "'");

  fs::create_directories(path.parent_path(), code);
  if (code) throw_system_error("create the folder", path.parent_path().string(), code.value());
  const fs::file_status status = fs::symlink_status(path, code);
  if (fs::exists(status) && !fs::is_directory(status)) {
    throw Error("cannot write a site to '" + path.string() + "', which is no folder");
  }
  check_replaceable(path);
  return path;
}

void check_name(const std::string& name) {
  check_output_path(name);
  if (name.find('/') != std::string::npos) throw Error("not a single name: '" + name + "'");
}

void write_marker(const fs::path& path) {
  FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  int error_number = file.is_open() ? 0 : errno;
  if (error_number == 0) error_number = file.write(kMarkerText);
  if (error_number == 0) error_number = file.close();
  if (error_number != 0) throw_system_error("write", path.string(), error_number);
}

}  // namespace

struct SiteWriter::State {
  explicit State(const fs::path& wanted) : destination(resolve(wanted)), staging(destination) {}

  ViewFolder& view(const std::string& name) {
    const std::lock_guard lock(mutex);
    const auto found = views.find(name);
    if (found != views.end()) return *found->second;
    check_name(name);
    auto folder = std::make_unique<ViewFolder>(staging.new_site() / name, destination / name);
    return *views.emplace(name, std::move(folder)).first->second;
  }

  fs::path destination;
  StagingFolder staging;
  std::mutex mutex;
  std::map<std::string, std::unique_ptr<ViewFolder>> views;
};

SiteWriter::SiteWriter(const fs::path& destination)
    : state_(std::make_unique<State>(destination)) {}

SiteWriter::~SiteWriter() = default;

OutputSink& SiteWriter::view(const std::string& name) {
  return state_->view(name);
}

fs::path SiteWriter::staged_file(const std::string& view_name, const std::string& path) {
  return state_->view(view_name).reserve(path);
}

fs::path SiteWriter::scratch(const std::string& name) {
  check_name(name);
  fs::path folder = state_->staging.scratch() / name;
  std::error_code code;
  fs::remove_all(folder, code);
  if (!code) fs::create_directories(folder, code);
  if (code) throw_system_error("create the folder", folder.string(), code.value());
  return folder;
}

void SiteWriter::keep(const std::string& view_name) {
  check_name(view_name);
  const fs::path present = state_->destination / view_name;
  std::error_code code;
  if (!fs::is_directory(fs::symlink_status(present, code))) return;
  link_tree(present, state_->staging.new_site() / view_name);
}

void SiteWriter::commit() {
  assert(state_ != nullptr);
  // A build takes a while; what is there now may be somebody else's.
  check_replaceable(state_->destination);
  write_marker(state_->staging.new_site() / kMarkerName);
  replace_folder(state_->staging.new_site(), state_->destination, state_->staging.old_site());
  // The site is published; what is left is to remove the old one, and the lock.
  state_.reset();
}

}  // namespace debrief
