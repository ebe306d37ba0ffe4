#include "generator/cli/theme_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/source_text.h"
#include "generator/base/text.h"
#include "generator/detect/detectors.h"
#include "generator/theme/template_words.h"
#include "generator/view/dictionary.h"
#include "generator/view/hosts.h"

namespace debrief {
namespace {

constexpr std::string_view kRule = "internal-text-in-theme";
constexpr std::array<std::string_view, 4> kTextAssets = {".css", ".js", ".svg", ".txt"};

// Replaces terms, patterns and hosts, and no people.
Dictionary dictionary_without_people(const KnowledgeBase& kb) {
  Vocabulary vocabulary = kb.vocabulary;
  vocabulary.people.clear();
  return {kb.config, vocabulary};
}

// "config.internal" is a name of a script: without "https://" in front, or a host that
// debrief.yaml lists, nobody can say that it is a host.
bool may_be_code(std::string_view text, const Config& config) {
  const std::string lower = to_lower(text);
  if (lower.find("://") != std::string::npos) return false;
  return std::ranges::none_of(config.internal_hosts, [&lower](const std::string& host) {
    const std::string pattern = to_lower(host);
    return lower.find(pattern.starts_with('*') ? pattern.substr(1) : pattern) != std::string::npos;
  });
}

// One file that differs from the built-in one.
class FileCheck {
 public:
  FileCheck(const ThemeFile& file, std::string_view builtin, const KnowledgeBase& kb,
            Diagnostics& diagnostics)
      : source_(file.origin, file.bytes), builtin_(builtin), kb_(kb), diagnostics_(diagnostics) {}

  void check_words(const TemplateWords& words, const Dictionary& dictionary) {
    constexpr std::string_view kWhere =
        "on every page made of this template; guard it with {{#site.is_internal}} or take it out";
    const std::vector<Replacement> found = dictionary.find(words.text);
    for (const Replacement& part : found) {
      report(words.places[part.begin], words.text.substr(part.begin, part.end - part.begin),
             kWhere);
    }
    if (found.empty() && words.is_value && !host_of(trim(words.text)).empty() &&
        dictionary.redact_url(trim(words.text)).empty()) {
      report(words.places.front(), words.text, kWhere);
    }
    check_credentials(words.text, [&](std::size_t at) { return words.places[at]; });
  }

  void check_asset(const Dictionary& dictionary) {
    const std::string_view bytes = source_.bytes();
    const Config& config = kb_.config;
    for (const Replacement& part : dictionary.find(bytes)) {
      const std::string_view text = bytes.substr(part.begin, part.end - part.begin);
      if (part.text == kHost && may_be_code(text, config)) continue;
      report(part.begin, text, "in this file; take it out");
    }
    check_credentials(bytes, [](std::size_t at) { return at; });
  }

  void check_name(std::string_view path, const Dictionary& dictionary) {
    for (const Replacement& part : dictionary.find(path)) {
      const std::string_view text = path.substr(part.begin, part.end - part.begin);
      if (part.text == kHost && may_be_code(text, kb_.config)) continue;
      diagnostics_.error(std::string(kRule), source_.whole_file(),
                         fmt::format("the public site would say '{}' in the address of this file; "
                                     "give it another name",
                                     text));
    }
  }

 private:
  static constexpr std::string_view kHost = "an internal host";  // for which the dictionary says so

  void report(std::size_t place, std::string_view text, std::string_view where) {
    const std::string excerpt = collapse_spaces(text);
    // What the program says itself is no secret.
    if (builtin_.find(excerpt) != std::string_view::npos) return;
    if (!reported_.insert(place).second) return;
    diagnostics_.error(std::string(kRule), source_.at_offset(place),
                       fmt::format("the public site would say '{}' {}", excerpt, where));
  }

  template <typename PlaceOf>
  void check_credentials(std::string_view text, const PlaceOf& place_of) {
    for (const Detection& found : detect(text)) {
      const Detector& detector = detectors()[found.detector];
      const std::string_view secret = text.substr(found.begin, found.end - found.begin);
      const bool is_allowed =
          std::ranges::any_of(kb_.vocabulary.allowances, [secret](const Allowance& allowance) {
            return allowance.text.find(secret) != std::string::npos;
          });
      if (detector.kind != Detector::Kind::credential || is_allowed) continue;
      // Without the line's text: logs are read by more people than themes.
      diagnostics_.error(
          std::string(detector.id),
          {source_.path(), source_.at_offset(place_of(found.begin)).line, 0, ""},
          fmt::format("this looks like {}; take it out, and replace it where it is in use: git "
                      "keeps what was committed. If it is none, name it under 'allow' in "
                      "redactions.yaml",
                      detector.what));
    }
  }

  const SourceText source_;
  std::string_view builtin_;
  const KnowledgeBase& kb_;
  Diagnostics& diagnostics_;
  std::set<std::size_t> reported_;
};

}  // namespace

void check_theme_texts(const ThemeFiles& files, const KnowledgeBase& kb, Diagnostics& diagnostics) {
  const ThemeFiles builtin = builtin_theme();
  const auto words = public_template_words(files);
  std::optional<Dictionary> everything;
  std::optional<Dictionary> without_people;
  for (const auto& [path, file] : files) {
    const auto former = builtin.find(path);
    if (former != builtin.end() && former->second.bytes == file.bytes) continue;
    if (!everything) {
      everything.emplace(kb.config, kb.vocabulary);
      without_people.emplace(dictionary_without_people(kb));
    }
    const std::string_view known = former == builtin.end() ? "" : former->second.bytes;
    FileCheck check(file, known, kb, diagnostics);
    if (const auto texts = words.find(path); texts != words.end()) {
      for (const TemplateWords& text : texts->second) check.check_words(text, *everything);
    }
    if (!path.starts_with("assets/")) continue;
    if (former == builtin.end()) check.check_name(path, *without_people);
    const bool is_text = std::ranges::any_of(
        kTextAssets, [&](std::string_view extension) { return path.ends_with(extension); });
    if (is_text) check.check_asset(*without_people);
  }
}

}  // namespace debrief
