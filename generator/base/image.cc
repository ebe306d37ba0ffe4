#include "generator/base/image.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "generator/base/svg_size.h"

namespace debrief {
namespace {

constexpr std::string_view kPngSignature("\x89PNG\r\n\x1a\n", 8);

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i)
    value = value << 8U | byte_at(bytes, at + static_cast<std::size_t>(i));
  return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count; i-- > 0;)
    value = value << 8U | byte_at(bytes, at + static_cast<std::size_t>(i));
  return value;
}

ImageInfo sized(ImageInfo info, std::uint32_t width, std::uint32_t height) {
  constexpr std::uint32_t kMost = 65535;  // No screen is as large, and a damaged header may be.
  if (width == 0 || height == 0 || width > kMost || height > kMost) return info;
  info.width = static_cast<int>(width);
  info.height = static_cast<int>(height);
  return info;
}

bool is_webp(std::string_view bytes) {
  return bytes.size() > 20 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

// One segment of a JPEG file: its marker, and its bytes from the marker on.
struct JpegSegment {
  std::uint32_t marker;
  std::string_view bytes;
};

// The segment at `at`, up to the entropy-coded data of a scan; absent if it is damaged.
std::optional<JpegSegment> jpeg_segment(std::string_view bytes, std::size_t at) {
  if (byte_at(bytes, at) != 0xFF) return std::nullopt;
  const std::uint32_t marker = byte_at(bytes, at + 1);
  if (marker == 0xD8 || marker == 0xD9 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
    return JpegSegment{marker, bytes.substr(at, 2)};
  }
  const std::size_t length = big_endian(bytes, at + 2, 2);
  if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
  return JpegSegment{marker, bytes.substr(at, 2 + length)};
}

bool is_frame_header(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Whether the picture is shown on its side: the orientation that a camera has noted (Exif 2.32,
// 4.6.4) in the first of its folders of tags.
bool is_turned(std::string_view segment) {
  constexpr std::string_view kExif("Exif\0\0", 6);
  constexpr std::uint32_t kOrientation = 0x0112;
  constexpr std::size_t kTagBytes = 12;
  if (segment.size() < 4 || !segment.substr(4).starts_with(kExif)) return false;
  const std::string_view data = segment.substr(4 + kExif.size());
  const bool is_big = data.starts_with("MM");
  const auto number = [&](std::size_t at, int count) {
    return is_big ? big_endian(data, at, count) : little_endian(data, at, count);
  };
  const std::size_t folder = number(4, 4);
  if (folder >= data.size()) return false;
  const std::size_t tags = std::min<std::size_t>(number(folder, 2), data.size() / kTagBytes);
  for (std::size_t i = 0; i < tags; ++i) {
    const std::size_t tag = folder + 2 + i * kTagBytes;
    if (number(tag, 2) != kOrientation) continue;
    const std::uint32_t orientation = number(tag + 8, 2);
    return orientation >= 5 && orientation <= 8;
  }
  return false;
}

ImageInfo png_info(std::string_view bytes) {
  ImageInfo info{ImageFormat::png};
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return info;
  return sized(info, big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
}

ImageInfo gif_info(std::string_view bytes) {
  const ImageInfo info{ImageFormat::gif};
  if (bytes.size() < 10) return info;
  return sized(info, little_endian(bytes, 6, 2), little_endian(bytes, 8, 2));
}

ImageInfo jpeg_info(std::string_view bytes) {
  ImageInfo info{ImageFormat::jpeg};
  bool turned = false;
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte_at(bytes, at) == 0xFF && byte_at(bytes, at + 1) == 0xFF) {
      ++at;  // A fill byte.
      continue;
    }
    const auto segment = jpeg_segment(bytes, at);
    if (!segment || segment->marker == 0xDA) break;
    if (segment->marker == 0xE1) turned = turned || is_turned(segment->bytes);
    if (is_frame_header(segment->marker)) {
      if (segment->bytes.size() < 9) break;
      const std::uint32_t height = big_endian(segment->bytes, 5, 2);
      const std::uint32_t width = big_endian(segment->bytes, 7, 2);
      return turned ? sized(info, height, width) : sized(info, width, height);
    }
    at += segment->bytes.size();
  }
  return info;
}

ImageInfo webp_info(std::string_view bytes) {
  const ImageInfo info{ImageFormat::webp};
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8X" && bytes.size() >= 30) {
    return sized(info, little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1);
  }
  if (kind == "VP8L" && bytes.size() >= 25 && byte_at(bytes, 20) == 0x2F) {
    const std::uint32_t bits = little_endian(bytes, 21, 4);
    return sized(info, (bits & 0x3FFFU) + 1, (bits >> 14U & 0x3FFFU) + 1);
  }
  // A key frame, which alone says how large it is.
  if (kind == "VP8 " && bytes.size() >= 30 && bytes.substr(23, 3) == "\x9D\x01\x2A") {
    return sized(info, little_endian(bytes, 26, 2) & 0x3FFFU,
                 little_endian(bytes, 28, 2) & 0x3FFFU);
  }
  return info;
}

ImageInfo svg_info(std::string_view bytes) {
  ImageInfo info{ImageFormat::svg};
  if (const auto size = svg_size(bytes)) {
    info.width = size->first;
    info.height = size->second;
  }
  return info;
}

// What the picture itself consists of, each with the least and the most bytes that its chunk
// can hold; all else (tEXt, eXIf, tIME, iCCP, private chunks) goes.
struct PngChunk {
  std::string_view kind;
  std::size_t least;
  std::size_t most;
};

bool is_picture(std::string_view kind, std::size_t length) {
  constexpr std::size_t kAny = 0x7FFFFFFF;
  constexpr std::array<PngChunk, 10> kPicture = {{{"IHDR", 13, 13},
                                                  {"PLTE", 3, 768},
                                                  {"IDAT", 0, kAny},
                                                  {"IEND", 0, 0},
                                                  {"tRNS", 1, 256},
                                                  {"gAMA", 4, 4},
                                                  {"sRGB", 1, 1},
                                                  {"acTL", 8, 8},
                                                  {"fcTL", 26, 26},
                                                  {"fdAT", 4, kAny}}};
  return std::any_of(kPicture.begin(), kPicture.end(), [&](const PngChunk& chunk) {
    return chunk.kind == kind && length >= chunk.least && length <= chunk.most;
  });
}

std::optional<std::string> strip_png(std::string_view bytes) {
  std::string out(kPngSignature);
  for (std::size_t at = kPngSignature.size(); at < bytes.size();) {
    const std::size_t length = big_endian(bytes, at, 4);
    const std::size_t whole = length + 12;
    if (at + 12 > bytes.size() || length > bytes.size() || at + whole > bytes.size()) {
      return std::nullopt;
    }
    const std::string_view kind = bytes.substr(at + 4, 4);
    if (is_picture(kind, length)) {
      out.append(bytes.substr(at, whole));
      if (kind == "IEND") return out;
    }
    at += whole;
  }
  return std::nullopt;
}

// Tables, frame headers, scans, restart intervals; not application data, comments, extensions
// and what is reserved.
bool is_picture(const JpegSegment& segment) {
  // How Adobe's programs say which colours there are: without it they would be read as others.
  if (segment.marker == 0xEE) {
    return segment.bytes.size() == 16 && segment.bytes.substr(4, 5) == "Adobe";
  }
  return segment.marker >= 0xC0 && segment.marker <= 0xDF && segment.marker != 0xC8;
}

std::optional<std::string> strip_jpeg(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte_at(bytes, at) == 0xFF && byte_at(bytes, at + 1) == 0xFF) {
      ++at;  // A fill byte: there may be any number before a marker.
      continue;
    }
    const auto segment = jpeg_segment(bytes, at);
    if (!segment) return std::nullopt;
    const std::uint32_t marker = segment->marker;
    at += segment->bytes.size();
    if (is_picture(*segment)) out.append(segment->bytes);
    if (marker == 0xD9) return out;
    if (marker != 0xDA) continue;
    // Entropy-coded data runs to the next marker that is neither a stuffed zero nor a restart.
    const std::size_t start = at;
    while (at + 1 < bytes.size()) {
      const std::uint32_t next = byte_at(bytes, at + 1);
      if (byte_at(bytes, at) == 0xFF && next != 0 && (next < 0xD0 || next > 0xD7)) break;
      ++at;
    }
    if (at + 1 >= bytes.size()) return std::nullopt;
    out.append(bytes.substr(start, at - start));
  }
  return std::nullopt;
}

void append_little_endian(std::string& out, std::uint32_t value) {
  for (int i = 0; i < 4; ++i)
    out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU);
}

constexpr std::size_t kWebpHeader = 10;     // of VP8X
constexpr std::size_t kWebpAnimation = 6;   // of ANIM
constexpr std::size_t kWebpFrameHead = 16;  // of ANMF, before the chunks of the frame

std::optional<std::string> webp_chunks(std::string_view bytes);

// What a chunk of the picture itself holds; absent for any other chunk and for a damaged one.
std::optional<std::string> webp_data(std::string_view kind, std::string_view data) {
  if (kind == "VP8 " || kind == "VP8L" || kind == "ALPH") return std::string(data);
  if (kind == "ANIM" && data.size() >= kWebpAnimation)
    return std::string(data.substr(0, kWebpAnimation));
  if (kind == "VP8X" && data.size() >= kWebpHeader) {
    std::string header(data.substr(0, kWebpHeader));
    // It announces what has just been dropped (profile, EXIF, XMP), and has room for more.
    header[0] = static_cast<char>(static_cast<unsigned char>(header[0]) & 0x12U);
    header[1] = header[2] = header[3] = '\0';
    return header;
  }
  if (kind == "ANMF" && data.size() >= kWebpFrameHead) {
    const auto chunks = webp_chunks(data.substr(kWebpFrameHead));
    if (chunks) return std::string(data.substr(0, kWebpFrameHead)) + *chunks;
  }
  return std::nullopt;
}

std::optional<std::string> webp_chunks(std::string_view bytes) {
  std::string chunks;
  bool has_picture = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = little_endian(bytes, at + 4, 4);
    if (at + 8 > bytes.size() || length > bytes.size() - at - 8) return std::nullopt;
    const std::string_view kind = bytes.substr(at, 4);
    if (const auto data = webp_data(kind, bytes.substr(at + 8, length))) {
      chunks += kind;
      append_little_endian(chunks, static_cast<std::uint32_t>(data->size()));
      chunks += *data;
      if (data->size() % 2 == 1) chunks += '\0';
      has_picture = has_picture || kind == "VP8 " || kind == "VP8L" || kind == "ANMF";
    }
    at += 8 + length + (length & 1U);
  }
  if (!has_picture) return std::nullopt;
  return chunks;
}

std::optional<std::string> strip_webp(std::string_view bytes) {
  const std::size_t end = std::size_t{little_endian(bytes, 4, 4)} + 8;
  if (end > bytes.size() || end < 12) return std::nullopt;
  const auto chunks = webp_chunks(bytes.substr(12, end - 12));
  if (!chunks) return std::nullopt;
  std::string out = "RIFF";
  append_little_endian(out, static_cast<std::uint32_t>(chunks->size() + 4));
  return out + "WEBP" + *chunks;
}

}  // namespace

std::optional<ImageInfo> read_image_info(std::string_view bytes) {
  if (bytes.starts_with(kPngSignature)) return png_info(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_info(bytes);
  if (is_webp(bytes)) return webp_info(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return gif_info(bytes);
  const std::string_view head = bytes.substr(0, 1024);
  if (head.find("<svg") != std::string_view::npos) return svg_info(bytes);
  return std::nullopt;
}

std::string_view extension(ImageFormat format) {
  switch (format) {
    case ImageFormat::png:
      return ".png";
    case ImageFormat::jpeg:
      return ".jpg";
    case ImageFormat::webp:
      return ".webp";
    case ImageFormat::gif:
      return ".gif";
    case ImageFormat::svg:
      return ".svg";
  }
  return "";
}

std::optional<std::string> strip_metadata(std::string_view bytes) {
  const auto info = read_image_info(bytes);
  if (!info) return std::nullopt;
  switch (info->format) {
    case ImageFormat::png:
      return strip_png(bytes);
    case ImageFormat::jpeg:
      return strip_jpeg(bytes);
    case ImageFormat::webp:
      return strip_webp(bytes);
    case ImageFormat::gif:
    case ImageFormat::svg:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace debrief
