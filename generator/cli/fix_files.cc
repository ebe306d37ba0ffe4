#include "generator/cli/fix_files.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "generator/base/error.h"
#include "generator/base/new_file.h"
#include "generator/base/source_text.h"
#include "generator/compare/text_lines.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

// Whether nobody may write to it, or it is not where its path says.
void check_writable(const fs::path& root, const MendedFile& file, std::string_view bytes) {
  const fs::path path = fs::canonical(root) / file.path;
  std::error_code ignored;
  if (fs::canonical(path, ignored) != path) {
    throw Error(fmt::format("'{}' is reached by a symbolic link; mend the file that it leads to",
                            file.path));
  }
  constexpr fs::perms kWrite =
      fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  if ((fs::status(path, ignored).permissions() & kWrite) == fs::perms::none) {
    throw Error(
        fmt::format("'{}' is read-only; nothing was mended. Make it writable, or name the "
                    "files that are to be mended",
                    file.path));
  }
  std::ifstream in(path, std::ios::binary);
  const std::string now{std::istreambuf_iterator<char>(in), {}};
  if (!in || now != bytes) {
    throw Error(fmt::format("'{}' has changed since it was read; nothing was mended. Run it again",
                            file.path));
  }
}

std::string plural(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::size_t count_fixes(const Mending& mending) {
  std::size_t count = 0;
  for (const MendedFile& file : mending.files) count += file.fixes.size();
  return count;
}

std::string left_alone_text(const Mending& mending) {
  std::string text;
  for (const std::string& path : mending.left_alone) {
    text += fmt::format("{}: left alone: it has errors, or something else would be read of it\n",
                        visible_text(path));
  }
  return text;
}

}  // namespace

void write_mended(const fs::path& root, const SourceTree& read, const Mending& mending) {
  for (const MendedFile& file : mending.files)
    check_writable(root, file, read.find(file.path)->bytes);
  for (std::size_t i = 0; i < mending.files.size(); ++i) {
    const MendedFile& file = mending.files[i];
    try {
      replace_file(fs::canonical(root) / file.path, file.bytes);
    } catch (const Error& error) {
      throw Error(fmt::format("{}; {} mended before", error.what(),
                              i == 1 ? "1 file was" : fmt::format("{} files were", i)));
    }
  }
}

std::string mended_text(const Mending& mending) {
  std::string text;
  for (const MendedFile& file : mending.files) {
    for (const Fix& fix : file.fixes) {
      text += fmt::format("{}:{}: mended: {} [{}]\n", visible_text(file.path), fix.where.line,
                          visible_text(fix.message), fix.rule);
    }
  }
  text += left_alone_text(mending);
  return text + fmt::format("{} mended in {}.\n\n", plural(count_fixes(mending), "thing"),
                            plural(mending.files.size(), "file"));
}

std::string would_mend_text(const SourceTree& read, const Mending& mending) {
  std::string text;
  for (const MendedFile& mended : mending.files) {
    // Line by line: no fix makes a line of two, or two of one.
    const SourceText before(mended.path, read.find(mended.path)->bytes);
    const SourceText after(mended.path, mended.bytes);
    text += fmt::format("--- {0}\n+++ {0}\n", visible_text(mended.path));
    for (int line = 1; line <= before.line_count(); ++line) {
      if (before.line(line) == after.line(line)) continue;
      text += fmt::format("@@ -{0} +{0} @@\n-{1}\n+{2}\n", line, visible_text(before.line(line)),
                          visible_text(after.line(line)));
    }
  }
  text += left_alone_text(mending);
  return text + fmt::format("{} would be mended in {}; nothing was written.\n\n",
                            plural(count_fixes(mending), "thing"),
                            plural(mending.files.size(), "file"));
}

}  // namespace debrief
