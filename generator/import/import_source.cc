#include "generator/import/import_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>
#include <system_error>

#include "generator/base/error.h"
#include "generator/base/file_descriptor.h"
#include "generator/base/image.h"
#include "generator/base/text.h"
#include "generator/base/utf8.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostTextBytes = 1 << 20;
constexpr std::size_t kMostPictureBytes = 20 << 20;
constexpr std::size_t kMostBytes = std::size_t{1} << 30;  // of all texts

// What follows the last dot, if that is an extension and not a part of a sentence: "v1.2 broke".
std::string extension_of(std::string_view name) {
  constexpr std::size_t kLongest = 10;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return "";
  const std::string extension = to_lower(name.substr(dot + 1));
  const bool is_word = std::ranges::all_of(
      extension, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
  const bool has_letter = extension.find_first_not_of("0123456789") != std::string::npos;
  return is_word && has_letter && extension.size() <= kLongest ? extension : "";
}

bool is_markdown_name(std::string_view name) {
  const std::string extension = extension_of(name);
  return extension == "md" || extension == "markdown";
}

// Files about a collection, which are no post-mortems.
bool is_about_the_collection(std::string_view name) {
  constexpr std::array<std::string_view, 11> kNames = {
      "readme",   "license", "licence", "changelog", "contributing", "code_of_conduct",
      "security", "notice",  "copying", "authors",   "codeowners"};
  const std::string stem = to_lower(name.substr(0, name.find('.')));
  return std::ranges::find(kNames, stem) != kNames.end();
}

// A file without an extension is a script, a key or a text. Post-mortems begin with a heading or
// front matter, and have a second heading, a list or a table.
bool reads_like_markdown(std::string_view bytes) {
  if (find_invalid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return false;
  bool begins_well = false;
  for (const std::string_view line : split(bytes, '\n')) {
    const std::string_view text = trim(line);
    if (text.empty()) continue;
    const bool is_heading = text.starts_with("# ") || text.starts_with("## ");
    if (!begins_well) {
      if (!is_heading && text != "---" && text != "+++") return false;
      begins_well = true;
    } else if (text.starts_with("## ") || text.starts_with("- ") || text.starts_with("* ") ||
               text.starts_with("|")) {
      return true;
    }
  }
  return false;
}

bool is_within(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

std::string readable(std::string_view bytes) {
  std::string result;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const Utf8Character character = decode_utf8(bytes, offset);
    const bool is_control = character.code < 0x20 || character.code == 0x7F;
    append_utf8(result, is_control ? U'\uFFFD' : character.code);
    offset += character.length;
  }
  return result;
}

struct ReadFile {
  std::string bytes;
  std::string problem;  // empty if there is none
};

// Looks at what was opened, which no longer changes under our hands; a pipe is not waited for.
ReadFile read_file(const fs::path& path, std::size_t limit) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) return {"", "cannot be read: " + system_message(errno)};
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) return {"", "cannot be read: " + system_message(errno)};
  if (!S_ISREG(status.st_mode)) return {"", "is neither a file nor a folder"};
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > limit) {
    return {"",
            fmt::format("the file has {} bytes, more than the {} that it may have", size, limit)};
  }
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t count = ::read(file.get(), bytes.data() + filled, size - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return {"", "cannot be read: " + system_message(errno)};
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return {std::move(bytes), ""};
}

class SourceReader {
 public:
  SourceReader(const fs::path& root, Diagnostics& diagnostics)
      : root_(fs::weakly_canonical(root)), diagnostics_(diagnostics) {}

  void read(const fs::path& name) {
    std::error_code code;
    const fs::path real = fs::canonical(name, code);
    if (code) throw Error(fmt::format("cannot read '{}': {}", name.string(), code.message()));
    if (is_within(real, root_ / "incidents")) {
      throw Error(fmt::format("'{}' is in this knowledge base already", name.string()));
    }
    if (fs::is_directory(real)) {
      below_ = real;
      const std::string path = name.lexically_normal().generic_string();
      read_folder(real, path == "." ? "" : path.ends_with('/') ? path : path + "/");
    } else {
      below_ = real.parent_path();
      // Whoever names a file means it.
      take(real, name.generic_string(), [](std::string_view) { return true; });
    }
  }

  ImportSources take_result() { return std::move(result_); }

 private:
  void read_folder(const fs::path& folder, const std::string& prefix) {
    if (folder == root_) {
      result_.skipped.push_back({readable(prefix), "this knowledge base itself"});
      return;
    }
    std::error_code code;
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry(folder, code); !code && entry != fs::directory_iterator();
         entry.increment(code)) {
      entries.push_back(entry->path());
    }
    if (code) error(prefix, "cannot be read: " + code.message());
    std::ranges::sort(entries);
    for (const fs::path& entry : entries) enter(entry, prefix);
  }

  void enter(const fs::path& entry, const std::string& prefix) {
    const std::string name = entry.filename().string();
    if (name.starts_with('.') || name.starts_with('_')) return;
    const std::string path = prefix + name;
    std::error_code code;
    const fs::file_status status = fs::symlink_status(entry, code);
    if (status.type() == fs::file_type::directory) return read_folder(entry, path + "/");
    const bool is_candidate = is_markdown_name(name) || extension_of(name).empty();
    if (!is_candidate) return;
    if (is_about_the_collection(name)) {
      result_.skipped.push_back({readable(path), "a file about the collection"});
    } else if (status.type() == fs::file_type::symlink) {
      result_.skipped.push_back({readable(path), "a symbolic link; name what it leads to"});
    } else if (is_markdown_name(name)) {
      take(entry, path, [](std::string_view) { return true; });
    } else if (status.type() == fs::file_type::regular) {
      take(entry, path, reads_like_markdown);
    }
  }

  template <typename Wanted>
  void take(const fs::path& file, const std::string& path, Wanted is_wanted) {
    if (!seen_.insert(file).second) return;
    ReadFile read = read_file(file, kMostTextBytes);
    // A large file without an extension is some other kind of file.
    if (!read.problem.empty() && !is_markdown_name(path) && !is_wanted("")) return;
    if (!read.problem.empty()) return error(path, std::move(read.problem));
    if (!is_wanted(read.bytes)) return;
    total_ += read.bytes.size();
    if (total_ > kMostBytes) {
      throw Error(fmt::format("the texts have more than {} bytes together; import them in parts",
                              kMostBytes));
    }
    result_.texts.push_back({readable(path), file, below_, std::move(read.bytes)});
  }

  void error(std::string_view path, std::string message) {
    diagnostics_.error("unreadable-file", SourceLocation{readable(path), 0, 0, ""},
                       std::move(message));
  }

  const fs::path root_;
  Diagnostics& diagnostics_;
  ImportSources result_;
  fs::path below_;
  std::set<fs::path> seen_;
  std::size_t total_ = 0;
};

}  // namespace

ImportSources read_import_sources(const std::vector<fs::path>& names, const fs::path& root,
                                  Diagnostics& diagnostics) {
  SourceReader reader(root, diagnostics);
  for (const fs::path& name : names) reader.read(name);
  return reader.take_result();
}

std::optional<std::string> read_picture(const ImportSource& source, std::string_view relative) {
  std::error_code code;
  const fs::path real = fs::canonical(source.file.parent_path() / fs::path(relative), code);
  if (code || !is_within(real, source.below)) return std::nullopt;
  ReadFile read = read_file(real, kMostPictureBytes);
  if (!read.problem.empty() || !read_image_info(read.bytes)) return std::nullopt;
  return std::move(read.bytes);
}

}  // namespace debrief
