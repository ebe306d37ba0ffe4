#include "generator/base/image.h"

#include <array>
#include <cstddef>
#include <cstdint>

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

ImageInfo jpeg_info(std::string_view bytes) {
  ImageInfo info{ImageFormat::jpeg};
  for (std::size_t at = 0; at < bytes.size();) {
    const auto segment = jpeg_segment(bytes, at);
    if (!segment || segment->marker == 0xDA) break;
    if (is_frame_header(segment->marker)) {
      info.height = static_cast<int>(big_endian(segment->bytes, 5, 2));
      info.width = static_cast<int>(big_endian(segment->bytes, 7, 2));
      break;
    }
    at += segment->bytes.size();
  }
  return info;
}

ImageInfo webp_info(std::string_view bytes) {
  ImageInfo info{ImageFormat::webp};
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8X") {
    info.width = static_cast<int>(little_endian(bytes, 24, 3)) + 1;
    info.height = static_cast<int>(little_endian(bytes, 27, 3)) + 1;
  } else if (kind == "VP8L") {
    const std::uint32_t bits = little_endian(bytes, 21, 4);
    info.width = static_cast<int>(bits & 0x3FFFU) + 1;
    info.height = static_cast<int>(bits >> 14U & 0x3FFFU) + 1;
  } else if (kind == "VP8 ") {
    info.width = static_cast<int>(little_endian(bytes, 26, 2) & 0x3FFFU);
    info.height = static_cast<int>(little_endian(bytes, 28, 2) & 0x3FFFU);
  }
  return info;
}

std::optional<std::string> strip_png(std::string_view bytes) {
  // What the picture itself consists of; all else (tEXt, eXIf, tIME, iCCP, private chunks) goes.
  constexpr std::array<std::string_view, 10> kPicture = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                                         "gAMA", "sRGB", "acTL", "fcTL", "fdAT"};
  std::string out(kPngSignature);
  for (std::size_t at = kPngSignature.size(); at < bytes.size();) {
    const std::size_t length = big_endian(bytes, at, 4);
    const std::size_t whole = length + 12;
    if (at + 12 > bytes.size() || length > bytes.size() || at + whole > bytes.size()) {
      return std::nullopt;
    }
    const std::string_view kind = bytes.substr(at + 4, 4);
    for (const std::string_view kept : kPicture) {
      if (kind == kept) out.append(bytes.substr(at, whole));
    }
    if (kind == "IEND") return out;
    at += whole;
  }
  return std::nullopt;
}

std::optional<std::string> strip_jpeg(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto segment = jpeg_segment(bytes, at);
    if (!segment) return std::nullopt;
    const std::uint32_t marker = segment->marker;
    at += segment->bytes.size();
    // Application data and comments; Adobe's APP14 says how the colours are coded and must stay.
    const bool application = marker >= 0xE0 && marker <= 0xEF && marker != 0xEE;
    if (!application && marker != 0xFE) out.append(segment->bytes);
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

std::optional<std::string> strip_webp(std::string_view bytes) {
  constexpr std::array<std::string_view, 6> kPicture = {"VP8 ", "VP8L", "VP8X",
                                                        "ALPH", "ANIM", "ANMF"};
  std::string chunks;
  const std::size_t end = std::size_t{little_endian(bytes, 4, 4)} + 8;
  if (end > bytes.size()) return std::nullopt;
  for (std::size_t at = 12; at + 8 <= end;) {
    const std::size_t length = little_endian(bytes, at + 4, 4);
    const std::size_t padded = length + (length & 1U);
    if (length > end || at + 8 + length > end) return std::nullopt;
    const std::string_view kind = bytes.substr(at, 4);
    for (const std::string_view kept : kPicture) {
      if (kind != kept) continue;
      std::string chunk(bytes.substr(at, 8 + length));
      // The extended header announces what has just been dropped: profile, EXIF, XMP.
      if (kind == "VP8X" && chunk.size() > 8) {
        chunk[8] = static_cast<char>(static_cast<unsigned char>(chunk[8]) & 0x12U);
      }
      chunks += chunk;
      if (padded != length) chunks += '\0';
    }
    at += 8 + padded;
  }
  std::string out = "RIFF";
  append_little_endian(out, static_cast<std::uint32_t>(chunks.size() + 4));
  return out + "WEBP" + chunks;
}

}  // namespace

std::optional<ImageInfo> read_image_info(std::string_view bytes) {
  if (bytes.starts_with(kPngSignature)) {
    return ImageInfo{ImageFormat::png, static_cast<int>(big_endian(bytes, 16, 4)),
                     static_cast<int>(big_endian(bytes, 20, 4))};
  }
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_info(bytes);
  if (is_webp(bytes)) return webp_info(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) {
    return ImageInfo{ImageFormat::gif, static_cast<int>(little_endian(bytes, 6, 2)),
                     static_cast<int>(little_endian(bytes, 8, 2))};
  }
  const std::string_view head = bytes.substr(0, 1024);
  if (head.find("<svg") != std::string_view::npos) return ImageInfo{ImageFormat::svg};
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
