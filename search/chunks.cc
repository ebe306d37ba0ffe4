#include "search/chunks.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "search/deflate.h"
#include "search/index_file.h"
#include "search/manifest.h"

namespace debrief::search {
namespace {

// All in blocks; chosen by measurement (README.md, "Costs").
constexpr std::size_t kWholeIndex = 64;   // An index of no more blocks is one chunk.
constexpr std::size_t kUpperAtOnce = 32;  // Upper blocks that are sent whatever is asked.
constexpr std::size_t kUpperTogether = 2;
constexpr std::size_t kDenseTogether = 4;
constexpr std::size_t kSparseTogether = 2;
// A leaf with no more items holds pieces of something large.
constexpr std::size_t kSparseItems = 8;

using Blocks = std::vector<std::uint32_t>;

struct Shape {
  int level = 0;
  bool is_sparse = false;
  bool has_lengths = false;  // Of pages, which every ranking asks for.
};

// The number of its level is the fifth byte of a block; where its directory of two bytes an
// item ends is in the tenth and eleventh, and it begins at the twelfth. An item of a leaf has
// its size in two bytes, then the size of its key in one, then the key.
Shape shape_of(std::string_view block) {
  constexpr std::size_t kDirectory = 11;
  constexpr std::string_view kKeyOfLengths("\0\xe0", 2);
  const auto byte = [&block](std::size_t at) {
    return at < block.size() ? std::size_t{static_cast<unsigned char>(block[at])} : 0;
  };
  const std::size_t items = (byte(9) * 256 + byte(10) - kDirectory) / 2;
  const std::size_t first = byte(kDirectory) * 256 + byte(kDirectory + 1);
  const std::string_view key = block.substr(std::min(first + 3, block.size()), byte(first + 2));
  return {.level = static_cast<int>(byte(4)),
          .is_sparse = items <= kSparseItems,
          .has_lengths = key.starts_with(kKeyOfLengths)};
}

void cut(const Blocks& blocks, std::size_t together, std::vector<Blocks>& chunks) {
  for (std::size_t i = 0; i < blocks.size(); i += together) {
    const std::size_t end = std::min(i + together, blocks.size());
    chunks.emplace_back(blocks.begin() + static_cast<std::ptrdiff_t>(i),
                        blocks.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

struct Layout {
  std::vector<Blocks> chunks;
  std::size_t out_of_order = 0;
};

// The upper levels. What is on no level that a tree can have is free, and like a leaf.
Layout lay_out_upper(const std::vector<Shape>& shapes) {
  constexpr int kHighest = 10;  // Xapian's limit.
  // The first block says where the trees are, the next is the first leaf of the first tree:
  // metadata. In the same tree follow the lengths of pages.
  Blocks highest = {0, 1};
  Blocks lowest;
  for (std::uint32_t block = 2; block < shapes.size(); ++block) {
    const int level = shapes[block].level;
    if (level >= 2 && level < kHighest) highest.push_back(block);
    if (level == 1) lowest.push_back(block);
    if (level == 0 && shapes[block].has_lengths && highest.size() < kUpperAtOnce) {
      highest.push_back(block);
    }
  }
  Layout layout;
  if (highest.size() + lowest.size() <= kUpperAtOnce) {
    highest.insert(highest.end(), lowest.begin(), lowest.end());
    lowest.clear();
  }
  std::ranges::sort(highest);
  layout.chunks.push_back(std::move(highest));
  cut(lowest, kUpperTogether, layout.chunks);
  layout.out_of_order = layout.chunks.size();
  return layout;
}

Layout lay_out(const std::vector<Shape>& shapes) {
  if (shapes.size() <= kWholeIndex) {
    Blocks all;
    for (std::uint32_t block = 0; block < shapes.size(); ++block) all.push_back(block);
    return {.chunks = {std::move(all)}, .out_of_order = 1};
  }
  Layout layout = lay_out_upper(shapes);
  std::vector<bool> taken(shapes.size());
  for (const Blocks& chunk : layout.chunks) {
    for (const std::uint32_t block : chunk) taken[block] = true;
  }
  Blocks run;
  bool sparse = false;
  for (std::uint32_t block = 0; block < shapes.size(); ++block) {
    if (taken[block]) continue;
    if (!run.empty() && sparse != shapes[block].is_sparse) {
      cut(run, sparse ? kSparseTogether : kDenseTogether, layout.chunks);
      run.clear();
    }
    sparse = shapes[block].is_sparse;
    run.push_back(block);
  }
  cut(run, sparse ? kSparseTogether : kDenseTogether, layout.chunks);
  return layout;
}

class Cutter {
 public:
  explicit Cutter(const std::filesystem::path& file) : index_(file) {
    constexpr std::uint32_t size = kBlockSize;
    manifest_.block_size = size;
    const std::uint64_t count = index_.database_size() / size;
    std::vector<Shape> shapes;
    for (std::uint64_t i = 0; i < count; ++i) {
      shapes.push_back(shape_of(index_.read(i * size, size)));
    }
    Layout layout = lay_out(shapes);
    manifest_.block_chunks = std::move(layout.chunks);
    out_of_order_ = layout.out_of_order;
    manifest_.attachments = index_.attachment_count();
    manifest_.names.resize(manifest_.block_chunks.size() + manifest_.attachments);
  }

  std::size_t chunk_count() const { return manifest_.names.size(); }

  // The bytes of a chunk's file; its name goes into the manifest.
  std::pair<std::string, std::string> make(std::size_t chunk) {
    std::string bytes;
    if (chunk >= manifest_.block_chunks.size()) {
      bytes = index_.packed_attachment(chunk - manifest_.block_chunks.size());
    } else {
      std::string blocks;
      for (const std::uint32_t block : manifest_.block_chunks[chunk]) {
        blocks += index_.read(std::uint64_t{block} * manifest_.block_size, manifest_.block_size);
      }
      bytes = deflated(blocks);
    }
    manifest_.names[chunk] = name_of(bytes);
    return {path_of(manifest_.names[chunk]), std::move(bytes)};
  }

  std::string manifest() const { return encode_manifest(manifest_, out_of_order_); }

 private:
  IndexFile index_;
  Manifest manifest_;
  std::size_t out_of_order_ = 0;
};

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.generic_string() + " is missing");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// Calls `put` with the bytes of the index, from the front to the end.
void join(const std::filesystem::path& folder,
          const std::function<void(std::uint64_t offset, std::string_view bytes)>& put) {
  const std::filesystem::path list = folder / kManifestName;
  const std::optional<Manifest> manifest = parse_manifest(read_whole(list));
  if (!manifest) {
    throw std::runtime_error(list.generic_string() +
                             " is damaged, or of another version of Debrief");
  }
  const auto read_chunk = [&](std::size_t chunk) {
    const std::filesystem::path path = folder / path_of(manifest->names[chunk]);
    std::string bytes = read_whole(path);
    if (name_of(bytes) != manifest->names[chunk]) {
      throw std::runtime_error(path.generic_string() + " is damaged");
    }
    return bytes;
  };

  std::uint64_t end = 0;
  for (std::size_t chunk = 0; chunk < manifest->block_chunks.size(); ++chunk) {
    const Blocks& blocks = manifest->block_chunks[chunk];
    const std::uint64_t size = manifest->block_size;
    const std::optional<std::string> bytes = inflated(read_chunk(chunk), blocks.size() * size);
    if (!bytes || bytes->size() != blocks.size() * size) {
      throw std::runtime_error(list.generic_string() + " does not fit its chunks");
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      put(blocks[i] * size, std::string_view(*bytes).substr(i * size, size));
      end = std::max(end, (blocks[i] + std::uint64_t{1}) * size);
    }
  }
  std::vector<std::string> attachments;
  for (std::size_t i = 0; i < manifest->attachments; ++i) {
    attachments.push_back(read_chunk(manifest->block_chunks.size() + i));
  }
  put(end, encode_attachments(end, attachments));
}

void write_at(int descriptor, std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put =
        ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) {
      throw std::system_error(errno, std::generic_category(), "cannot put the index together");
    }
    offset += static_cast<std::uint64_t>(put);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

}  // namespace

void write_chunks(
    const std::filesystem::path& file, unsigned jobs,
    const std::function<void(const std::string& path, std::string_view bytes)>& write) {
  Cutter cutter(file);
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;  // Guards what follows.
  std::set<std::string> written;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      for (std::size_t chunk = next++; chunk < cutter.chunk_count(); chunk = next++) {
        const auto [path, bytes] = cutter.make(chunk);
        bool is_new = false;
        {
          const std::lock_guard lock(mutex);
          is_new = written.insert(path).second;
        }
        if (is_new) write(path, bytes);
      }
    } catch (...) {
      next = cutter.chunk_count();
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> workers;
    for (unsigned i = 1; i < jobs; ++i) workers.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
  write(std::string(kManifestName), cutter.manifest());
}

void join_chunks(const std::filesystem::path& folder, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  join(folder, [&out](std::uint64_t offset, std::string_view bytes) {
    out.seekp(static_cast<std::streamoff>(offset));
    out << bytes;
  });
  out.close();
  if (out.fail()) throw std::system_error(errno, std::generic_category(), file.generic_string());
}

Engine open_chunks(const std::filesystem::path& folder) {
  const int memory = ::memfd_create("debrief-index", MFD_CLOEXEC);
  if (memory < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot put the index together");
  }
  try {
    join(folder, [memory](std::uint64_t offset, std::string_view bytes) {
      write_at(memory, offset, bytes);
    });
  } catch (...) {
    ::close(memory);
    throw;
  }
  const std::string name = folder.generic_string();
  return Engine(std::make_unique<IndexFile>(memory, name), name);
}

}  // namespace debrief::search
