// Pictures: what kind of file it is, how large, and the file without what cameras and
// programs write into it beside the picture.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace debrief {

enum class ImageFormat { png, jpeg, webp, gif, svg };

struct ImageInfo {
  ImageFormat format;
  // Pixels, as the picture is shown: cameras turn some by a quarter. Both are 0 if the file does
  // not say, or says what cannot be.
  int width = 0;
  int height = 0;
};

// By the bytes, never by the name; absent for what is none of the formats.
// Sources: PNG (W3C, third edition), JPEG (ITU T.81), WebP container (RFC 9649), GIF89a,
// SVG 2.
std::optional<ImageInfo> read_image_info(std::string_view bytes);

// ".png" and so on.
std::string_view extension(ImageFormat format);

// The picture with nothing but the picture: no EXIF, no comments, no text, no thumbnails, no
// bytes after its end. Colour profiles are dropped too: they name devices. Keeps the
// pixels byte for byte. Absent for GIF and SVG, and for a file that is damaged.
std::optional<std::string> strip_metadata(std::string_view bytes);

}  // namespace debrief
