#include "search/manifest.h"

#include <algorithm>

#include "search/hash.h"
#include "search/pack.h"

namespace debrief::search {
namespace {

constexpr std::string_view kMagic = "debrief-index 2\n";
constexpr std::size_t kSumBytes = 8;
// Xapian's own limits.
constexpr std::uint64_t kSmallestBlock = 2048;
constexpr std::uint64_t kLargestBlock = 65536;
// Of blocks or attachments: far more than any index has, and no trouble for memory.
constexpr std::uint64_t kMost = 1u << 24;

std::string sum_of(std::string_view bytes) {
  Hash hash;
  hash.add(bytes);
  const auto sum = hash.bytes();
  return {sum.begin(), sum.begin() + kSumBytes};
}

bool take_bounded(std::string_view& in, std::uint64_t most, std::uint64_t& number) {
  return take_number(in, number) && number <= most;
}

using Blocks = std::vector<std::uint32_t>;

// The chunks with blocks out of order; `taken` says of each block whether it is in one.
bool take_listed(std::string_view& in, std::vector<Blocks>& chunks, std::vector<bool>& taken) {
  std::uint64_t count = 0;
  if (!take_bounded(in, kMost, count)) return false;
  for (; count > 0; --count) {
    std::uint64_t blocks = 0;
    if (!take_bounded(in, kMost, blocks)) return false;
    Blocks& chunk = chunks.emplace_back();
    std::uint64_t block = 0;
    for (; blocks > 0; --blocks) {
      std::uint64_t distance = 0;
      if (!take_bounded(in, kMost, distance)) return false;
      block += distance;
      if (block > kMost) return false;
      if (taken.size() <= block) taken.resize(block + 1);
      if (taken[block]) return false;
      taken[block] = true;
      chunk.push_back(static_cast<std::uint32_t>(block));
    }
  }
  return true;
}

bool take_ordered(std::string_view& in, std::vector<Blocks>& chunks,
                  const std::vector<bool>& taken) {
  std::uint64_t count = 0;
  if (!take_bounded(in, kMost, count)) return false;
  std::uint32_t next = 0;
  for (; count > 0; --count) {
    std::uint64_t blocks = 0;
    if (!take_bounded(in, kMost, blocks)) return false;
    Blocks& chunk = chunks.emplace_back();
    for (; blocks > 0; ++next) {
      if (next > kMost) return false;
      if (next < taken.size() && taken[next]) continue;
      chunk.push_back(next);
      --blocks;
    }
  }
  return true;
}

}  // namespace

ChunkName name_of(std::string_view bytes) {
  Hash hash;
  hash.add(bytes);
  const auto sum = hash.bytes();
  ChunkName name{};
  std::copy_n(sum.begin(), name.size(), name.begin());
  return name;
}

std::string path_of(const ChunkName& name) {
  const std::string digits = to_hex(name);
  return std::string(kChunkFolder) + digits.substr(0, 2) + '/' + digits.substr(2) + ".bin";
}

std::string encode_manifest(const Manifest& manifest, std::size_t chunks_out_of_order) {
  std::string out(kMagic);
  put_number(out, manifest.block_size);
  put_number(out, chunks_out_of_order);
  for (std::size_t i = 0; i < chunks_out_of_order; ++i) {
    put_number(out, manifest.block_chunks[i].size());
    std::uint32_t before = 0;
    for (const std::uint32_t block : manifest.block_chunks[i]) {
      put_number(out, block - before);
      before = block;
    }
  }
  put_number(out, manifest.block_chunks.size() - chunks_out_of_order);
  for (std::size_t i = chunks_out_of_order; i < manifest.block_chunks.size(); ++i) {
    put_number(out, manifest.block_chunks[i].size());
  }
  put_number(out, manifest.attachments);
  for (const ChunkName& name : manifest.names) out.append(name.begin(), name.end());
  return out + sum_of(out);
}

std::optional<Manifest> parse_manifest(std::string_view bytes) {
  if (bytes.size() < kMagic.size() + kSumBytes) return std::nullopt;
  std::string_view in = bytes.substr(0, bytes.size() - kSumBytes);
  if (in.substr(0, kMagic.size()) != kMagic) return std::nullopt;
  if (sum_of(in) != bytes.substr(in.size())) return std::nullopt;
  in.remove_prefix(kMagic.size());

  Manifest manifest;
  std::uint64_t block_size = 0;
  std::uint64_t attachments = 0;
  std::vector<bool> taken;
  if (!take_bounded(in, kLargestBlock, block_size) || block_size < kSmallestBlock ||
      !take_listed(in, manifest.block_chunks, taken) ||
      !take_ordered(in, manifest.block_chunks, taken) || !take_bounded(in, kMost, attachments)) {
    return std::nullopt;
  }
  manifest.block_size = static_cast<std::uint32_t>(block_size);
  manifest.attachments = attachments;
  manifest.names.resize(manifest.block_chunks.size() + attachments);
  if (in.size() != manifest.names.size() * kChunkNameBytes) return std::nullopt;
  for (ChunkName& name : manifest.names) {
    std::copy_n(in.begin(), name.size(), name.begin());
    in.remove_prefix(name.size());
  }
  return manifest;
}

}  // namespace debrief::search
