#include "generator/theme/theme.h"

#include <cstddef>
#include <utility>

#include "generator/base/error.h"
#include "generator/base/source_text.h"
#include "generator/theme/strict_template.h"
#include "generator/theme/template_partials.h"
#include "generator/theme/template_pieces.h"

namespace debrief {

namespace {

constexpr std::string_view kFolder = "templates/";
constexpr std::string_view kExtension = ".mustache";

TemplatesByName scan_templates(const ThemeFiles& files, Diagnostics& diagnostics) {
  TemplatesByName templates;
  for (const auto& [path, file] : files) {
    if (!path.starts_with(kFolder) || !path.ends_with(kExtension)) continue;
    TemplatePieces pieces = scan_template(SourceText(file.origin, file.bytes), diagnostics);
    check_sections(pieces, diagnostics);
    std::string name =
        path.substr(kFolder.size(), path.size() - kFolder.size() - kExtension.size());
    templates.emplace(std::move(name), std::move(pieces));
  }
  return templates;
}

}  // namespace

struct Theme::State {
  std::map<std::string, StrictTemplate, std::less<>> templates;
  NamedAssets assets;
};

Theme Theme::load(const ThemeFiles& files, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.count(Level::error);
  auto state = std::make_unique<State>();
  state->assets = name_assets(files, diagnostics);
  TemplatesByName pages = inline_partials(scan_templates(files, diagnostics), diagnostics);

  // Beyond this point every template is known to be sound.
  if (diagnostics.count(Level::error) == errors_before) {
    for (auto& [name, pieces] : pages) {
      state->templates.emplace(name, StrictTemplate(std::move(pieces)));
    }
  }
  return Theme(std::move(state));
}

Theme::Theme(std::unique_ptr<State> state) : state_(std::move(state)) {}
Theme::Theme(Theme&&) noexcept = default;
Theme& Theme::operator=(Theme&&) noexcept = default;
Theme::~Theme() = default;

const std::vector<ThemeAsset>& Theme::assets() const {
  return state_->assets.assets;
}

const std::map<std::string, std::string, std::less<>>& Theme::asset_paths() const {
  return state_->assets.paths;
}

std::string Theme::render(std::string_view name, const PageData& data) const {
  const auto found = state_->templates.find(name);
  if (found == state_->templates.end()) {
    throw Error("the theme has no template '" + std::string(name) + "' (" + std::string(kFolder) +
                std::string(name) + std::string(kExtension) + ")");
  }
  return found->second.render(data);
}

}  // namespace debrief
