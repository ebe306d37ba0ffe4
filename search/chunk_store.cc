#include "search/chunk_store.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "search/deflate.h"
#include "search/index_source.h"

namespace debrief::search {
namespace {

// A leaf with one item, in Xapian's glass format (backends/glass/glass_table.h): the revision
// of the tree (4 bytes), the level, the largest free piece and all that is free (2 each), the
// end of the directory (2), the directory: where each item is (2 each). An item: its size less
// 3 with marks of its first and last piece (2), the size of the key (1), key, value.
std::string make_hole(std::size_t block_size) {
  constexpr std::size_t kItemBytes = 3;
  constexpr std::size_t kDirectoryEnd = 13;
  constexpr unsigned kWholeItem = 0x6000;
  std::string block(block_size, '\0');
  const auto put = [&block](std::size_t at, std::size_t number) {
    block[at] = static_cast<char>(number >> 8);
    block[at + 1] = static_cast<char>(number);
  };
  const std::size_t item = block_size - kItemBytes;
  put(5, item - kDirectoryEnd);
  put(7, item - kDirectoryEnd);
  put(9, kDirectoryEnd);
  put(11, item);
  put(item, kWholeItem);
  return block;
}

}  // namespace

ChunkStore::ChunkStore(Manifest manifest)
    : manifest_(std::move(manifest)),
      chunks_(manifest_.names.size()),
      hole_(make_hole(manifest_.block_size)) {
  for (std::uint32_t chunk = 0; chunk < manifest_.block_chunks.size(); ++chunk) {
    std::uint32_t offset = 0;
    for (const std::uint32_t block : manifest_.block_chunks[chunk]) {
      if (places_.size() <= block) places_.resize(block + std::size_t{1});
      places_[block] = {chunk, offset};
      offset += manifest_.block_size;
    }
  }
}

bool ChunkStore::add(std::size_t chunk, std::string_view bytes) {
  if (chunk >= chunks_.size() || name_of(bytes) != manifest_.names[chunk]) return false;
  const bool has_blocks = chunk < manifest_.block_chunks.size();
  const std::size_t size =
      has_blocks ? manifest_.block_chunks[chunk].size() * manifest_.block_size : kMaxAttachment;
  std::optional<std::string> plain = inflated(bytes, size);
  if (!plain || plain->empty() || (has_blocks && plain->size() != size)) return false;
  held_ += plain->size() - chunks_[chunk].bytes.size();
  chunks_[chunk] = {.bytes = std::move(*plain), .last_round = round_};
  return true;
}

const ChunkStore::Chunk* ChunkStore::find(std::size_t number) {
  Chunk& chunk = chunks_[number];
  chunk.last_round = round_;
  if (!chunk.bytes.empty()) return &chunk;
  if (!chunk.is_missing) {
    chunk.is_missing = true;
    missing_.push_back(number);
  }
  return nullptr;
}

bool ChunkStore::read(std::uint64_t offset, char* to, std::size_t size) {
  const std::uint64_t block_size = manifest_.block_size;
  while (size > 0) {
    const std::uint64_t block = offset / block_size;
    const std::uint64_t within = offset % block_size;
    if (block >= places_.size()) return false;
    const std::size_t length = std::min(size, static_cast<std::size_t>(block_size - within));
    const Place place = places_[block];
    const Chunk* chunk = find(place.chunk);
    const char* from = chunk != nullptr ? chunk->bytes.data() + place.offset : hole_.data();
    std::memcpy(to, from + within, length);
    to += length;
    offset += length;
    size -= length;
  }
  return true;
}

std::optional<std::string> ChunkStore::attachment(std::size_t number) {
  const Chunk* chunk = find(manifest_.block_chunks.size() + number);
  if (chunk == nullptr) return std::nullopt;
  return chunk->bytes;
}

std::vector<std::size_t> ChunkStore::take_missing() {
  for (const std::size_t chunk : missing_) chunks_[chunk].is_missing = false;
  return std::exchange(missing_, {});
}

void ChunkStore::begin_round(std::size_t most) {
  ++round_;
  if (held_ <= most) return;
  std::vector<std::pair<std::uint32_t, std::size_t>> by_age;
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    if (!chunk.bytes.empty() && chunk.last_round + 1 < round_) {
      by_age.emplace_back(chunk.last_round, i);
    }
  }
  std::sort(by_age.begin(), by_age.end());
  for (const auto& [age, i] : by_age) {
    if (held_ <= most) break;
    held_ -= chunks_[i].bytes.size();
    chunks_[i].bytes = std::string();
  }
}

}  // namespace debrief::search
