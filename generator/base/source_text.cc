#include "generator/base/source_text.h"

#include <algorithm>
#include <utility>

#include "generator/base/text.h"

namespace debrief {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestShownLine = 4096;

std::string shown(std::string_view line) {
  return line.size() <= kLongestShownLine ? std::string(line) : std::string();
}

}  // namespace

SourceText::SourceText(std::string path, std::string_view bytes)
    : path_(std::move(path)), bytes_(bytes) {
  // The mark is no character that an author sees, and so takes no column.
  line_starts_.push_back(bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);

  // Lines end as they do in CommonMark: with LF, CR LF, or CR alone. A line end at the end
  // of the file begins no further line.
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool ends_line =
        bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'));
    if (ends_line && i + 1 < bytes.size()) line_starts_.push_back(i + 1);
  }
}

std::string_view SourceText::line(int number) const {
  if (number < 1 || number > line_count()) return {};
  const auto index = static_cast<std::size_t>(number) - 1;
  const std::size_t begin = line_starts_[index];
  const std::size_t end = number < line_count() ? line_starts_[index + 1] : bytes_.size();
  std::string_view text = bytes_.substr(begin, end - begin);
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

SourceLocation SourceText::whole_file() const {
  return {path_, 0, 0, ""};
}

SourceLocation SourceText::at_offset(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto number = std::max(1, static_cast<int>(after - line_starts_.begin()));
  const std::string_view text = line(number);
  const std::size_t begin = line_starts_[static_cast<std::size_t>(number) - 1];
  const std::size_t within = offset > begin ? std::min(offset - begin, text.size()) : 0;
  const auto column = static_cast<int>(count_characters(text.substr(0, within))) + 1;
  return {path_, number, column, shown(text)};
}

SourceLocation SourceText::at(int line_number, int column) const {
  const int number = std::clamp(line_number, 1, line_count());
  return {path_, number, std::max(0, column), shown(line(number))};
}

}  // namespace debrief
