#include "search/accents.h"

#include <cstddef>

#include "search/text.h"

namespace debrief::search {
namespace {

struct Base {
  std::string_view letters;
  std::u32string_view accented;
};

// Unicode's canonical decompositions of Latin and Greek, and the letters that people without
// the right keyboard replace by others. Xapian knows neither.
constexpr Base kBases[] = {
    {"a", U"àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"},
    {"b", U"ḃḅḇ"},
    {"c", U"çćĉċčḉ"},
    {"d", U"ďđḋḍḏḑḓ"},
    {"e", U"èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"},
    {"f", U"ḟ"},
    {"g", U"ĝğġģǧǵḡ"},
    {"h", U"ĥħȟḣḥḧḩḫẖ"},
    {"i", U"ìíîïĩīĭįıǐȉȋḭḯỉị"},
    {"j", U"ĵǰ"},
    {"k", U"ķǩḱḳḵ"},
    {"l", U"ĺļľłḷḹḻḽ"},
    {"m", U"ḿṁṃ"},
    {"n", U"ñńņňǹṅṇṉṋ"},
    {"o", U"òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"},
    {"p", U"ṕṗ"},
    {"r", U"ŕŗřȑȓṙṛṝṟ"},
    {"s", U"śŝşšșṡṣṥṧṩ"},
    {"t", U"ţťŧțṫṭṯṱẗ"},
    {"u", U"ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"},
    {"v", U"ṽṿ"},
    {"w", U"ŵẁẃẅẇẉẘ"},
    {"x", U"ẋẍ"},
    {"y", U"ýÿŷȳẏẙỳỵỷỹ"},
    {"z", U"źżžẑẓẕ"},
    {"ae", U"æǽ"},
    {"oe", U"œ"},
    {"ss", U"ß"},
    {"th", U"þ"},
    {"α", U"ά"},
    {"ε", U"έ"},
    {"η", U"ή"},
    {"ι", U"ΐίϊ"},
    {"ο", U"ό"},
    {"υ", U"ΰϋύ"},
    {"ω", U"ώ"},
    {"е", U"ѐё"},
};

bool is_combining_accent(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

void append_base(std::string& text, char32_t c) {
  for (const Base& base : kBases) {
    if (base.accented.find(c) == std::u32string_view::npos) continue;
    text += base.letters;
    return;
  }
  append_code_point(text, c);
}

}  // namespace

std::string without_accents(std::string_view word) {
  std::string result;
  result.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (c < 0x80) {
      result += static_cast<char>(c);
    } else if (!is_combining_accent(c)) {
      append_base(result, c);
    }
  }
  return result;
}

}  // namespace debrief::search
