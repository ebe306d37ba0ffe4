#include "generator/theme/css_references.h"

#include <algorithm>

#include "generator/base/text.h"

namespace debrief {

namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

class Reader {
 public:
  explicit Reader(std::string_view css) : css_(css) {}

  std::vector<CssReference> run() {
    bool after_import = false;
    while (at_ < css_.size()) {
      const char c = css_[at_];
      if (css_.substr(at_, 2) == "/*") {
        at_ = end_of("*/", at_ + 2);
      } else if (c == '"' || c == '\'') {
        const std::string_view text = read_string();
        if (after_import) add(text);
        after_import = false;
      } else if (c == '@' || is_name_character(c)) {
        const std::string_view word = read_word();
        if (equal_ignoring_case(word, "url") && css_.substr(at_, 1) == "(") add(read_url());
        after_import = equal_ignoring_case(word, "@import");
      } else {
        ++at_;
      }
    }
    return references_;
  }

 private:
  void add(std::string_view text) {
    references_.push_back({static_cast<std::size_t>(text.data() - css_.data()), text});
  }

  // The offset behind the next `closing`, or the end.
  std::size_t end_of(std::string_view closing, std::size_t from) const {
    const std::size_t found = css_.find(closing, from);
    return found == std::string_view::npos ? css_.size() : found + closing.size();
  }

  std::string_view read_word() {
    const std::size_t begin = at_++;
    while (at_ < css_.size() && is_name_character(css_[at_])) ++at_;
    return css_.substr(begin, at_ - begin);
  }

  // From the quote on; a string that is not closed ends with its line.
  std::string_view read_string() {
    const char quote = css_[at_];
    const std::size_t begin = ++at_;
    while (at_ < css_.size() && css_[at_] != quote && css_[at_] != '\n') {
      at_ += css_[at_] == '\\' ? 2 : 1;
    }
    at_ = std::min(at_, css_.size());
    const std::string_view text = css_.substr(begin, at_ - begin);
    if (at_ < css_.size()) ++at_;
    return text;
  }

  // From the parenthesis on.
  std::string_view read_url() {
    ++at_;
    while (at_ < css_.size() && trim(css_.substr(at_, 1)).empty()) ++at_;
    if (at_ < css_.size() && (css_[at_] == '"' || css_[at_] == '\'')) return read_string();
    const std::size_t begin = at_;
    at_ = end_of(")", at_);
    std::string_view text = css_.substr(begin, at_ - begin);
    if (text.ends_with(')')) text.remove_suffix(1);
    return trim(text);
  }

  std::string_view css_;
  std::size_t at_ = 0;
  std::vector<CssReference> references_;
};

}  // namespace

std::vector<CssReference> css_references(std::string_view css) {
  return Reader(css).run();
}

}  // namespace debrief
