#include "generator/highlight/highlight.h"

#include <algorithm>
#include <array>
#include <utility>

#include "generator/base/text.h"
#include "generator/highlight/readers.h"

namespace debrief {
namespace {

using Reader = std::vector<CodeSpan> (*)(std::string_view code);

std::vector<CodeSpan> read_script(std::string_view code) {
  return is_session(code) ? read_session(code) : read_shell(code);
}

// Those that are no programming languages.
constexpr std::array<std::pair<std::string_view, Reader>, 28> kReaders = {{
    {"sh", read_script},
    {"bash", read_script},
    {"zsh", read_script},
    {"shell", read_script},
    {"console", read_session},
    {"terminal", read_session},
    {"session", read_session},
    {"shell-session", read_session},
    {"shellsession", read_session},
    {"sh-session", read_session},
    {"dockerfile", read_dockerfile},
    {"docker", read_dockerfile},
    {"yaml", read_yaml},
    {"yml", read_yaml},
    {"json", read_json},
    {"jsonc", read_json},
    {"json5", read_json},
    {"jsonl", read_json},
    {"ini", read_settings},
    {"toml", read_settings},
    {"cfg", read_settings},
    {"conf", read_settings},
    {"properties", read_settings},
    {"env", read_settings},
    {"diff", read_patch},
    {"patch", read_patch},
    {"log", read_log},
    {"logs", read_log},
}};

constexpr std::array<std::pair<CodeKind, std::string_view>, 12> kClasses = {{
    {CodeKind::keyword, "hl-k"},
    {CodeKind::string, "hl-s"},
    {CodeKind::number, "hl-n"},
    {CodeKind::comment, "hl-c"},
    {CodeKind::name, "hl-a"},
    {CodeKind::prompt, "hl-p"},
    {CodeKind::output, "hl-o"},
    {CodeKind::inserted, "hl-i"},
    {CodeKind::removed, "hl-d"},
    {CodeKind::place, "hl-h"},
    {CodeKind::alarm, "hl-e"},
    {CodeKind::warning, "hl-w"},
}};

// "YAML,linenos" and "{.yaml}" are "yaml".
std::string language_name(std::string_view language) {
  const std::size_t begin = std::min(language.find_first_not_of("{."), language.size());
  language.remove_prefix(begin);
  return to_lower(language.substr(0, language.find_first_of(",:;{}[( \t")));
}

}  // namespace

std::vector<CodeSpan> highlight(std::string_view language, std::string_view code) {
  const std::string name = language_name(language);
  for (const auto& [known, reader] : kReaders) {
    if (name == known) return reader(code);
  }
  if (const ProgramLanguage* program = find_program_language(name)) {
    return read_program(*program, code);
  }
  if (code.empty()) return {};
  return {{CodeKind::plain, code}};
}

std::string_view highlight_class(CodeKind kind) {
  for (const auto& [known, name] : kClasses) {
    if (known == kind) return name;
  }
  return "";
}

std::string highlight_classes() {
  std::string all;
  for (const auto& [kind, name] : kClasses) all.append(name).append("\n");
  return all;
}

}  // namespace debrief
