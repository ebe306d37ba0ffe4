#include "search/deflate.h"

#include <zlib.h>

#include <algorithm>
#include <new>

namespace debrief::search {
namespace {

// Beyond this level zlib takes twice the time to save one byte in a hundred.
constexpr int kLevel = 6;
constexpr std::size_t kFirstGuess = 4;  // Times as large as it was packed.

// zlib's interface is older than `const`.
Bytef* input(std::string_view bytes) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
}

}  // namespace

std::string deflated(std::string_view bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(out.data()), &size, input(bytes),
                static_cast<uLong>(bytes.size()), kLevel) != Z_OK) {
    throw std::bad_alloc();
  }
  out.resize(size);
  return out;
}

std::optional<std::string> inflated(std::string_view bytes, std::size_t most) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) throw std::bad_alloc();
  stream.next_in = input(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());

  std::string out;
  int state = Z_OK;
  while (state == Z_OK && out.size() <= most) {
    const std::size_t have = out.size();
    // One byte too many is enough to see that it is too much.
    out.resize(std::min(most + 1, std::max(have * 2, bytes.size() * kFirstGuess + 1)));
    if (out.size() == have) break;
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + have);
    stream.avail_out = static_cast<uInt>(out.size() - have);
    state = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  const bool is_whole = state == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  if (!is_whole || out.size() > most) return std::nullopt;
  return out;
}

}  // namespace debrief::search
