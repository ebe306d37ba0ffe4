// An index in one file: a compacted Xapian database in one file, and the attachments behind it.
//
//   database | attachments, each deflated | directory, deflated | size of the database and of the
//   directory, in bytes, eight bytes each, lowest first | "DEBRIEF2"
//
// The directory holds the packed size of each attachment (pack.h). Xapian reads the database
// from the front and does not look behind it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "search/index_source.h"
#include "search/query.h"

namespace debrief::search {

// Of the database, in bytes. In the browser a look into a tree costs a block or two, so small
// blocks are better, until there are too many to be read (README.md, "Costs").
inline constexpr std::uint32_t kBlockSize = 4096;

// What stands behind a database of so many bytes. `attachments` are deflated already.
std::string encode_attachments(std::uint64_t database_size,
                               const std::vector<std::string>& attachments);

// Throws std::system_error if it cannot be written.
void append_attachments(const std::filesystem::path& database,
                        const std::vector<std::string>& attachments);

class IndexFile : public IndexSource {
 public:
  // Throws std::runtime_error if this is no index of this version.
  explicit IndexFile(const std::filesystem::path& path);
  // Takes over `descriptor`, an open file; `name` is for messages.
  IndexFile(int descriptor, std::string name);
  ~IndexFile() override;
  IndexFile(const IndexFile&) = delete;
  IndexFile& operator=(const IndexFile&) = delete;

  int open_database() override;
  std::size_t attachment_count() const override { return places_.size(); }
  std::optional<std::string> attachment(std::size_t number) override;

  std::uint64_t database_size() const { return database_size_; }
  // As it stands in the file.
  std::string packed_attachment(std::size_t number) const;
  std::string read(std::uint64_t offset, std::uint64_t size) const;

 private:
  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };

  void read_directory();

  int descriptor_;
  std::string name_;
  std::uint64_t database_size_ = 0;
  std::vector<Place> places_;
};

// Throws if there is no index at `file` that this version reads.
Engine open_index(const std::filesystem::path& file);

}  // namespace debrief::search
