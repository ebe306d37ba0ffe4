// The list of the chunks that an index is cut into (chunks.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace debrief::search {

// The one file of an index that has a fixed name, and the folder beside it where none changes.
inline constexpr std::string_view kManifestName = "manifest.bin";
inline constexpr std::string_view kChunkFolder = "chunks/";

// The first bytes of a hash (hash.h) of the chunk's file. They tell the versions of a chunk
// apart and notice damage; a site vouches for its own files.
inline constexpr std::size_t kChunkNameBytes = 6;
using ChunkName = std::array<unsigned char, kChunkNameBytes>;

ChunkName name_of(std::string_view bytes);

// Where the chunk is, beside the manifest: "chunks/3f/a09c61d07e.bin".
std::string path_of(const ChunkName& name);

struct Manifest {
  std::uint32_t block_size = 0;  // Bytes.

  // Which blocks of the database each chunk holds, counted from 0. The first chunk is needed
  // whatever is asked.
  std::vector<std::vector<std::uint32_t>> block_chunks;

  std::size_t attachments = 0;   // One chunk each, behind those of blocks.
  std::vector<ChunkName> names;  // Of all chunks, in this order.
};

// In its file, all numbers as in pack.h: "debrief-index 2\n"; the size of a block; how many
// chunks have blocks out of order, and for each: how many blocks, then each block as its
// distance from the one before; how many chunks have the other blocks, in order, and how many
// each; how many attachments; the names; the first 8 bytes of a hash of all this.
//
// Requires: the chunks with blocks in order hold all blocks that no chunk before them has.
std::string encode_manifest(const Manifest& manifest, std::size_t chunks_out_of_order);

// Absent if it is damaged or of another version.
std::optional<Manifest> parse_manifest(std::string_view bytes);

}  // namespace debrief::search
