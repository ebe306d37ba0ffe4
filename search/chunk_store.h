// The parts of an index that have arrived from a web server so far.
//
// Whoever reads what is not here gets an empty answer at once, and the chunk is noted as
// missing: fetch those, add them, and ask again. So one round of reading finds out about many
// chunks. An answer is true only if nothing was missing while it was made.
//
// A block that is not here reads as a leaf of a tree with one item, whose key is empty: every
// search in the tree passes it by. Where Xapian expected something else it throws.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/manifest.h"

namespace debrief::search {

class ChunkStore {
 public:
  explicit ChunkStore(Manifest manifest);

  // Takes the bytes of a chunk's file. False if they are not those that the manifest names.
  bool add(std::size_t chunk, std::string_view bytes);

  // Copies part of the database. False at its end.
  bool read(std::uint64_t offset, char* to, std::size_t size);

  std::size_t attachment_count() const { return manifest_.attachments; }
  std::optional<std::string> attachment(std::size_t number);

  // In the order in which they were missed, each once; then forgets them.
  std::vector<std::size_t> take_missing();
  bool misses_any() const { return !missing_.empty(); }

  std::string path(std::size_t chunk) const { return path_of(manifest_.names[chunk]); }
  std::size_t chunk_count() const { return chunks_.size(); }

  // Begins a round of reading, then lets go of chunks, those used longest ago first, until no
  // more than `most` bytes are held; those of the round before stay.
  void begin_round(std::size_t most);
  std::size_t held_bytes() const { return held_; }

 private:
  struct Chunk {
    std::string bytes;  // Empty if it is not here.
    std::uint32_t last_round = 0;
    bool is_missing = false;
  };
  struct Place {
    std::uint32_t chunk = 0;
    std::uint32_t offset = 0;  // Bytes into the chunk.
  };

  const Chunk* find(std::size_t chunk);

  Manifest manifest_;
  std::vector<Chunk> chunks_;
  std::vector<Place> places_;  // Of each block.
  std::vector<std::size_t> missing_;
  std::string hole_;  // What a missing block reads as.
  std::size_t held_ = 0;
  std::uint32_t round_ = 1;
};

}  // namespace debrief::search
