// Small real pictures for tests, and what programs write into such files beside the picture.
#pragma once

#include <string>
#include <string_view>

namespace debrief {

// A chunk of a PNG file, with its check sum.
std::string png_chunk(std::string_view kind, std::string_view data);

// Four by three pixels. `before` and `after` are chunks that go before and after the picture's
// data.
std::string png(std::string_view before = "", std::string_view after = "");

// The same with a text in it, as editors write it.
std::string png_with_text(std::string_view text);

}  // namespace debrief
