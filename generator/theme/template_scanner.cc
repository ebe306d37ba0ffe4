#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/base/text.h"
#include "generator/theme/template_pieces.h"

namespace debrief {

namespace {

using Kind = TemplatePiece::Kind;

// A tag as it stands in the file, braces included.
struct RawTag {
  std::size_t begin = 0;
  std::size_t end = 0;
  char sigil = ' ';  // one of #^/>&!=, '{' for three braces, ' ' for none
  std::string_view name;
};

bool is_name_part(std::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
}

class Scanner {
 public:
  Scanner(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), bytes_(source.bytes()), diagnostics_(diagnostics) {}

  TemplatePieces run() {
    if (const auto bad = find_invalid_utf8(bytes_)) fault(*bad, "this is not UTF-8");
    std::size_t done = start_;
    std::size_t from = start_;
    for (;;) {
      const std::size_t open = bytes_.find("{{", from);
      if (open == std::string_view::npos) break;
      const std::optional<RawTag> tag = read_tag(open);
      if (!tag) {
        from = open + 2;
        continue;
      }
      const auto [begin, end] = extent(*tag);
      add_literal(done, begin);
      add_tag(*tag);
      done = from = end;
    }
    add_literal(done, bytes_.size());
    return std::move(pieces_);
  }

 private:
  void fault(std::size_t offset, std::string message, std::string id = "template-syntax") {
    diagnostics_.error(std::move(id), source_.at_offset(offset), std::move(message));
  }

  std::optional<RawTag> read_tag(std::size_t open) {
    const bool three_braces = bytes_.substr(open, 3) == "{{{";
    const std::string_view closing = three_braces ? "}}}" : "}}";
    const std::size_t begin = open + closing.size();
    const std::size_t sigil_at = std::min(bytes_.find_first_not_of(" \t", begin), bytes_.size());
    const bool comment = !three_braces && bytes_.substr(sigil_at, 1) == "!";
    const std::size_t end = comment ? end_of_comment(begin) : bytes_.find_first_of("\n{}", begin);
    if (end == std::string_view::npos || bytes_.substr(end, closing.size()) != closing) {
      fault(open, comment ? "this comment is not closed by '}}' before the next tag"
                          : "this tag is not closed by '" + std::string(closing) + "'");
      return std::nullopt;
    }
    RawTag tag{open, end + closing.size(), three_braces ? '{' : ' ',
               trim(bytes_.substr(begin, end - begin))};
    if (!three_braces && tag.name.find_first_of("#^/>&!=") == 0) {
      tag.sigil = tag.name.front();
      tag.name = trim(tag.name.substr(1));
    }
    return tag;
  }

  // Where the comment is closed, or the next tag is opened.
  std::size_t end_of_comment(std::size_t from) const {
    for (;;) {
      const std::size_t brace = bytes_.find_first_of("{}", from);
      if (brace == std::string_view::npos ||
          bytes_.substr(brace + 1, 1) == bytes_.substr(brace, 1)) {
        return brace;
      }
      from = brace + 1;
    }
  }

  // From where to where the tag replaces the text of the file.
  std::pair<std::size_t, std::size_t> extent(const RawTag& tag) const {
    const std::pair<std::size_t, std::size_t> itself{tag.begin, tag.end};
    if (std::string_view("#^/>!").find(tag.sigil) == std::string_view::npos) return itself;

    std::size_t begin = tag.begin;
    while (begin > start_ && (bytes_[begin - 1] == ' ' || bytes_[begin - 1] == '\t')) --begin;
    if (begin > start_ && bytes_[begin - 1] != '\n') return itself;

    std::size_t end = bytes_.find_first_not_of(" \t", tag.end);
    if (end == std::string_view::npos) return {begin, bytes_.size()};
    if (bytes_.substr(end, 2) == "\r\n") ++end;
    if (bytes_[end] != '\n') return itself;
    return {begin, end + 1};
  }

  void add_literal(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    TemplatePiece piece;
    piece.text = bytes_.substr(begin, end - begin);
    piece.offset = begin;
    pieces_.push_back(std::move(piece));
  }

  void add_tag(const RawTag& tag) {
    if (tag.sigil == '!') return;
    if (tag.sigil == '=') return fault(tag.begin, "the delimiters of tags cannot be changed");
    if (tag.name == ".") {
      return fault(tag.begin, "'.' is no name here: the items of a list have names of their own");
    }
    TemplatePiece piece;
    piece.kind = kind_of(tag.sigil);
    piece.text = tag.name;
    for (const std::string_view part : split(tag.name, '.')) piece.path.emplace_back(part);
    if (!std::all_of(piece.path.begin(), piece.path.end(), is_name_part) ||
        (piece.kind == Kind::partial && piece.path.size() != 1)) {
      return fault(tag.begin, "'" + piece.text + "' is no name: names are letters, digits, '_' " +
                                  "and '-', and a dot leads into a group");
    }
    if (!check_escaping(tag, piece)) return;
    piece.where = source_.at_offset(tag.begin);
    piece.offset = tag.begin;
    pieces_.push_back(std::move(piece));
  }

  static Kind kind_of(char sigil) {
    switch (sigil) {
      case '#':
        return Kind::section;
      case '^':
        return Kind::inverted;
      case '/':
        return Kind::end;
      case '>':
        return Kind::partial;
      case '{':
      case '&':
        return Kind::html;
      default:
        return Kind::text;
    }
  }

  bool check_escaping(const RawTag& tag, const TemplatePiece& piece) {
    const bool names_html = tag.name.ends_with("_html");
    const std::string& name = piece.text;
    if (piece.kind == Kind::html && !names_html) {
      fault(tag.begin,
            "'" + name + "' is text: write {{" + name + "}}; only names that end in " +
                "'_html' hold HTML",
            "template-html");
      return false;
    }
    if (piece.kind == Kind::text && names_html) {
      fault(tag.begin,
            "'" + name + "' is HTML: write {{{" + name + "}}}, or its markup is shown " + "as text",
            "template-html");
      return false;
    }
    return true;
  }

  const SourceText& source_;
  std::string_view bytes_;
  // A byte order mark belongs to the file, not to the page.
  const std::size_t start_ = bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  Diagnostics& diagnostics_;
  TemplatePieces pieces_;
};

}  // namespace

TemplatePieces scan_template(const SourceText& source, Diagnostics& diagnostics) {
  return Scanner(source, diagnostics).run();
}

}  // namespace debrief
