#include "generator/model/language.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "generator/base/suggest.h"
#include "generator/base/text.h"

namespace debrief {

namespace {

struct LanguageName {
  std::string_view name;
  std::string_view code;
};

// Those whose words the search knows the forms of, and a few that have no spaces.
constexpr LanguageName kNames[] = {
    {"arabic", "ar"},     {"العربية", "ar"},   {"armenian", "hy"},   {"basque", "eu"},
    {"catalan", "ca"},    {"català", "ca"},    {"chinese", "zh"},    {"中文", "zh"},
    {"danish", "da"},     {"dansk", "da"},     {"dutch", "nl"},      {"nederlands", "nl"},
    {"english", "en"},    {"finnish", "fi"},   {"suomi", "fi"},      {"french", "fr"},
    {"français", "fr"},   {"francais", "fr"},  {"german", "de"},     {"deutsch", "de"},
    {"hungarian", "hu"},  {"magyar", "hu"},    {"indonesian", "id"}, {"irish", "ga"},
    {"italian", "it"},    {"italiano", "it"},  {"japanese", "ja"},   {"日本語", "ja"},
    {"korean", "ko"},     {"한국어", "ko"},    {"lithuanian", "lt"}, {"nepali", "ne"},
    {"norwegian", "no"},  {"norsk", "no"},     {"polish", "pl"},     {"polski", "pl"},
    {"portuguese", "pt"}, {"português", "pt"}, {"romanian", "ro"},   {"română", "ro"},
    {"russian", "ru"},    {"русский", "ru"},   {"spanish", "es"},    {"español", "es"},
    {"swedish", "sv"},    {"svenska", "sv"},   {"tamil", "ta"},      {"thai", "th"},
    {"turkish", "tr"},    {"türkçe", "tr"},
};

bool is_letter_or_digit(char c) {
  return is_letter(c) || is_digit(c);
}

}  // namespace

std::optional<std::string> language_code(std::string_view text) {
  std::string code(text);
  std::ranges::replace(code, '_', '-');
  const std::vector<std::string_view> parts = split(code, '-');
  const std::string_view primary = parts.front();
  if (primary.size() < 2 || primary.size() > 3 || !std::ranges::all_of(primary, is_letter)) {
    return std::nullopt;
  }
  const bool are_sound = std::all_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
    return part.size() >= 2 && part.size() <= 8 && std::ranges::all_of(part, is_letter_or_digit);
  });
  if (!are_sound) return std::nullopt;
  return code;
}

std::optional<std::string> code_of_language_name(std::string_view name) {
  std::vector<std::string> names;
  for (const LanguageName& each : kNames) names.emplace_back(each.name);
  const auto nearest = suggest(name, names);
  if (!nearest) return std::nullopt;
  const auto* const found = std::ranges::find(kNames, *nearest, &LanguageName::name);
  return std::string(found->code);
}

}  // namespace debrief
