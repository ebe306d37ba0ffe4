#include "generator/source/source_collector.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "generator/base/text.h"
#include "generator/base/utf8.h"

namespace debrief {

namespace {

bool is_text(std::string_view path) {
  const std::string extension = to_lower(std::filesystem::path(path).extension().native());
  return extension.empty() || extension == ".md" || extension == ".markdown" ||
         extension == ".yaml" || extension == ".yml";
}

// The path of the site's file is made from the name, and its diagnostics print it.
bool is_good_name(std::string_view name) {
  return !find_invalid_utf8(name) && std::none_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || c == '\\';
  });
}

}  // namespace

// "_" in front of a name keeps a draft of anything out of the sites. In a theme it means
// something else: a template for parts of pages.
bool is_ignored(std::string_view folder, std::string_view name) {
  const bool is_theme = folder == "themes" || folder.starts_with("themes/");
  return name.starts_with('.') || (name.starts_with('_') && !is_theme);
}

std::string readable(std::string_view bytes) {
  std::string result;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const Utf8Character character = decode_utf8(bytes, offset);
    append_utf8(result, character.code);
    offset += character.length;
  }
  return result;
}

bool SourceCollector::admits_entry() {
  if (++entries_ <= limits_.entries) return true;
  is_full_ = true;
  error("", "content-too-large",
        fmt::format("more than {} files and folders; the rest was not read", limits_.entries));
  return false;
}

bool SourceCollector::admits_name(const std::string& path) {
  if (is_good_name(std::string_view(path).substr(path.rfind('/') + 1))) return true;
  error(path, "bad-file-name",
        "file names are UTF-8 without control characters and backslashes; rename the file");
  return false;
}

bool SourceCollector::admits_file(const std::string& path, std::size_t bytes) {
  const std::size_t limit = is_text(path) ? limits_.text_bytes : limits_.other_bytes;
  if (bytes > limit) {
    error(path, "file-too-large",
          fmt::format("the file has {} bytes, more than the {} that {} may have", bytes, limit,
                      is_text(path) ? "a text" : "an image or other file"));
    return false;
  }
  if (total_bytes_ + bytes > limits_.total_bytes) {
    is_full_ = true;
    error("", "content-too-large",
          fmt::format("all files together have more than {} bytes; the rest was not read",
                      limits_.total_bytes));
    return false;
  }
  total_bytes_ += bytes;
  return true;
}

void SourceCollector::refuse_file(const std::string& path) {
  error(path, "unreadable-file", "is a file; a folder belongs here");
}

void SourceCollector::refuse_folder(const std::string& path) {
  error(path, "unreadable-file", "is a folder; a file belongs here");
}

void SourceCollector::add(std::string path, std::string bytes) {
  tree_.files.push_back({std::move(path), std::move(bytes)});
}

void SourceCollector::error(std::string_view path, std::string id, std::string message) {
  diagnostics_.error(std::move(id), SourceLocation{readable(path), 0, 0, ""}, std::move(message));
}

void SourceCollector::warning(std::string_view path, std::string id, std::string message) {
  diagnostics_.warning(std::move(id), SourceLocation{readable(path), 0, 0, ""}, std::move(message));
}

SourceTree SourceCollector::take() {
  std::ranges::sort(tree_.files, {}, &SourceFile::path);
  return std::move(tree_);
}

}  // namespace debrief
