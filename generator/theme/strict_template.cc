// kainjow-mustache walks the template; what it meets and what it prints is decided here.
//
// The library is never shown a name, nor a word of the template or of the page: each piece
// becomes a tag whose name is the number of the piece. So a value is asked for by the tag that
// wants it, whose place and kind are known; only what is printed is ever copied into the
// library's own data; and blank lines stay as they are, about which the library has rules of
// its own. It also keeps the template small: left to itself, the library makes a node of every
// single space.
#include "generator/theme/strict_template.h"

#include <charconv>
#include <cstddef>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <kainjow/mustache.hpp>

#include "generator/base/escape.h"
#include "generator/theme/scopes.h"

namespace debrief {

namespace {

using Kind = TemplatePiece::Kind;
using Mustache = kainjow::mustache::mustache;
using Data = kainjow::mustache::data;

// "{{#0}}{{&1}}{{2}}{{&3}}{{/0}}"
std::string numbered(const TemplatePieces& pieces) {
  std::string result;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::size_t number = i;
    std::string_view sigil;
    switch (pieces[i].kind) {
      case Kind::text:
        break;
      case Kind::literal:
      case Kind::html:
        sigil = "&";
        break;
      case Kind::section:
      case Kind::inverted:
        sigil = pieces[i].kind == Kind::section ? "#" : "^";
        open.push_back(i);
        break;
      case Kind::end:
        sigil = "/";
        number = open.back();
        open.pop_back();
        break;
      case Kind::partial:
        throw std::logic_error("a partial was left in place");
    }
    result.append("{{").append(sigil).append(std::to_string(number)).append("}}");
  }
  return result;
}

// Literals as the library's values, by number of the piece; the other places are unused.
std::vector<Data> literal_values(const TemplatePieces& pieces) {
  std::vector<Data> values;
  values.reserve(pieces.size());
  for (const TemplatePiece& piece : pieces) {
    if (piece.kind == Kind::literal) {
      values.emplace_back(piece.text);
    } else {
      values.emplace_back(false);
    }
  }
  return values;
}

// What is inside a section, while the library walks it.
struct OpenSection {
  Data value;                            // what the library was given for it
  const PageData* group = nullptr;       // set for a group: its names are those inside
  const PageData::List* rows = nullptr;  // set for a list: the names inside are those of a row
  std::size_t next_row = 0;
};

// Answers the library's questions in one rendering of one page.
class StrictContext : public kainjow::mustache::basic_context<std::string> {
 public:
  StrictContext(const TemplatePieces& pieces, const std::vector<Data>& literals,
                const PageData& data)
      : pieces_(pieces), literals_(literals), scopes_(data) {}

  const Data* get(const std::string& number) const override {
    std::size_t index = 0;
    std::from_chars(number.data(), number.data() + number.size(), index);
    const TemplatePiece& piece = pieces_.at(index);
    switch (piece.kind) {
      case Kind::literal:
        return &literals_[index];
      case Kind::text:
        printed_ = Data(printable<std::string>(piece, "text"));
        return &printed_;
      case Kind::html:
        printed_ = Data(printable<PageData::Html>(piece, "HTML").bytes);
        return &printed_;
      default:
        return &section(piece);
    }
  }

  // The library asks for nothing but values: partials are in place already.
  const Data* get_partial(const std::string& /*name*/) const override { return nullptr; }

  void push(const Data* /*value*/) override {
    OpenSection& section = sections_[scopes_.depth()];
    if (section.rows) {
      scopes_.enter((*section.rows)[section.next_row++]);
    } else {
      scopes_.enter(section.group ? *section.group : scopes_.innermost());
    }
  }

  void pop() override { scopes_.leave(); }

 private:
  template <typename Type>
  const Type& printable(const TemplatePiece& tag, std::string_view wanted) const {
    const PageData::Value& value = scopes_.find(tag);
    if (const Type* found = std::get_if<Type>(&value)) return *found;
    throw_at(tag, "'" + tag.text + "' is " + std::string(kind_name(value)) + ", not " +
                      std::string(wanted));
  }

  const Data& section(const TemplatePiece& tag) const {
    // What remains of deeper sections, and of the one before at this depth, is over.
    sections_.resize(scopes_.depth());
    OpenSection& opened = sections_.emplace_back();
    const PageData::Value& value = scopes_.find(tag);
    bool is_shown = true;
    if (const auto* text = std::get_if<std::string>(&value)) {
      is_shown = !text->empty();
    } else if (const auto* html = std::get_if<PageData::Html>(&value)) {
      is_shown = !html->bytes.empty();
    } else if (const auto* flag = std::get_if<bool>(&value)) {
      is_shown = *flag;
    } else if (const auto* rows = std::get_if<PageData::List>(&value)) {
      is_shown = !rows->empty();
      if (is_shown && tag.kind == Kind::section) return list_section(opened, *rows);
    } else if (tag.kind == Kind::section) {
      opened.group = std::get<std::shared_ptr<const PageData>>(value).get();
    }
    opened.value = Data(is_shown);
    return opened.value;
  }

  // The library repeats the section for each item and enters it by push(); what the items
  // are does not matter to it.
  static const Data& list_section(OpenSection& opened, const PageData::List& rows) {
    opened.rows = &rows;
    opened.value = Data(Data::type::list);
    for (std::size_t i = 0; i < rows.size(); ++i) opened.value.push_back(Data(true));
    return opened.value;
  }

  const TemplatePieces& pieces_;
  const std::vector<Data>& literals_;
  Scopes scopes_;
  // Written by get(), which the library declares const: what it is given must stay alive
  // until it has printed the value, or walked the section. A deque, so that a deeper section
  // does not move the outer ones.
  mutable Data printed_;
  mutable std::deque<OpenSection> sections_;  // by depth
};

struct Output {
  std::string bytes;

  Output& operator<<(const std::string& part) {
    bytes += part;
    return *this;
  }
};

}  // namespace

class StrictTemplate::Engine {
 public:
  explicit Engine(TemplatePieces pieces)
      : pieces_(std::move(pieces)),
        literals_(literal_values(pieces_)),
        numbered_(numbered(pieces_)) {}

  std::string render(const PageData& data) {
    std::unique_ptr<Mustache> parsed = take();
    StrictContext context(pieces_, literals_, data);
    Output output;
    parsed->render(context, output);
    give_back(std::move(parsed));
    return std::move(output.bytes);
  }

 private:
  // The library does not promise that one parsed template may be rendered by two threads, so
  // there are as many as were ever needed at the same time. One whose rendering threw is
  // dropped.
  std::unique_ptr<Mustache> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<Mustache> parsed = std::move(idle_.back());
        idle_.pop_back();
        return parsed;
      }
    }
    auto parsed = std::make_unique<Mustache>(numbered_);
    if (!parsed->is_valid()) throw std::logic_error("mustache: " + parsed->error_message());
    parsed->set_custom_escape([](const std::string& text) { return escape_html(text); });
    return parsed;
  }

  void give_back(std::unique_ptr<Mustache> parsed) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(parsed));
  }

  const TemplatePieces pieces_;
  const std::vector<Data> literals_;
  const std::string numbered_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Mustache>> idle_;
};

StrictTemplate::StrictTemplate(TemplatePieces pieces)
    : engine_(std::make_unique<Engine>(std::move(pieces))) {}
StrictTemplate::StrictTemplate(StrictTemplate&&) noexcept = default;
StrictTemplate& StrictTemplate::operator=(StrictTemplate&&) noexcept = default;
StrictTemplate::~StrictTemplate() = default;

std::string StrictTemplate::render(const PageData& data) const {
  return engine_->render(data);
}

}  // namespace debrief
