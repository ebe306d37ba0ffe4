#include "tests/unit/site/rendered_site.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "generator/base/text.h"
#include "generator/site/page.h"
#include "generator/site/page_content.h"
#include "generator/site/site.h"
#include "generator/site/site_files.h"
#include "generator/theme/theme.h"
#include "tests/support/sample_view.h"

namespace debrief {

namespace {

const Theme& theme() {
  static const Theme loaded = [] {
    Diagnostics diagnostics;
    Theme built_in = Theme::load(builtin_theme(), diagnostics);
    if (diagnostics.has_errors()) throw std::logic_error(to_string(diagnostics.sorted().front()));
    return built_in;
  }();
  return loaded;
}

std::string without_entities(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string out;
  while (!text.empty()) {
    const auto* const entity =
        std::find_if(kEntities.begin(), kEntities.end(),
                     [&](const auto& candidate) { return text.starts_with(candidate.first); });
    if (entity == kEntities.end()) {
      out += text.front();
      text.remove_prefix(1);
    } else {
      out += entity->second;
      text.remove_prefix(entity->first.size());
    }
  }
  return out;
}

// The tag without its brackets: `a href="x"`. Our own writers quote every value.
HtmlTag parse_tag(std::string_view inside) {
  const std::size_t name_end = std::min(inside.find_first_of(" \n/", 1), inside.size());
  HtmlTag tag{std::string(inside.substr(0, name_end)), {}, inside.ends_with('/')};
  std::string_view rest = inside.substr(name_end);
  for (std::size_t equals = rest.find("=\""); equals != std::string_view::npos;
       equals = rest.find("=\"")) {
    const std::size_t end = rest.find('"', equals + 2);
    if (end == std::string_view::npos) throw std::logic_error("open quote in a tag");
    tag.attributes.emplace_back(trim(rest.substr(0, equals)),
                                without_entities(rest.substr(equals + 2, end - equals - 2)));
    rest = rest.substr(end + 1);
  }
  return tag;
}

bool is_void(std::string_view name) {
  constexpr std::string_view kVoid[] = {"meta", "link", "img", "input", "br", "hr", "!doctype"};
  return std::find(std::begin(kVoid), std::end(kVoid), name) != std::end(kVoid);
}

// What a tag is where a page is read as text.
std::string_view separator(std::string_view name) {
  constexpr std::string_view kLines[] = {"p", "h1", "h2", "h3", "tr", "dt", "pre", "li", "caption"};
  constexpr std::string_view kCells[] = {"td", "th", "dd", "div", "span", "time"};
  if (name == "/dt") return "|";
  const std::string_view plain = name.starts_with('/') ? name.substr(1) : name;
  if (std::find(std::begin(kLines), std::end(kLines), plain) != std::end(kLines)) return "\n";
  return std::find(std::begin(kCells), std::end(kCells), plain) != std::end(kCells) ? "|" : "";
}

}  // namespace

RenderedSite render_site(const View& view) {
  const Site site = make_site(view, kSampleToday, theme().asset_paths());
  const std::vector<Page> pages = plan_pages(site);
  RenderedSite files;
  const auto add = [&](const std::string& path, std::string bytes) {
    if (!files.emplace(path, std::move(bytes)).second) throw std::logic_error(path + " twice");
  };
  for (const Page& page : pages) {
    add(page.file, theme().render(page.template_name, page_content(site, page)));
  }
  for (SiteFile& file : site_files(site, pages)) add(file.path, std::move(file.bytes));
  for (const ThemeAsset& asset : theme().assets()) add(asset.path, asset.bytes);
  for (const ViewAsset& asset : view.assets()) add(asset.path, asset.bytes);
  return files;
}

std::vector<HtmlTag> tags_of(std::string_view html) {
  std::vector<HtmlTag> tags;
  for (std::size_t open = html.find('<'); open != std::string_view::npos;
       open = html.find('<', open + 1)) {
    const std::size_t close = html.find('>', open);
    if (close == std::string_view::npos) throw std::logic_error("open tag");
    tags.push_back(parse_tag(html.substr(open + 1, close - open - 1)));
  }
  return tags;
}

std::string attribute(const HtmlTag& tag, std::string_view name) {
  for (const auto& [key, value] : tag.attributes) {
    if (key == name) return value;
  }
  return "(none)";
}

std::vector<HtmlTag> find_tags(std::string_view html, std::string_view name,
                               std::string_view class_name) {
  std::vector<HtmlTag> found;
  for (HtmlTag& tag : tags_of(html)) {
    const bool is_wanted = class_name.empty() || attribute(tag, "class") == class_name;
    if (tag.name == name && is_wanted) found.push_back(std::move(tag));
  }
  return found;
}

std::string nesting_fault(std::string_view html) {
  std::vector<std::string> open;
  for (const HtmlTag& tag : tags_of(html)) {
    if (is_void(tag.name) || tag.closes_itself) continue;
    if (!tag.name.starts_with('/')) {
      open.push_back(tag.name);
    } else if (open.empty() || "/" + open.back() != tag.name) {
      return "<" + tag.name + "> ends <" + (open.empty() ? "" : open.back()) + ">";
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "<" + open.back() + "> is open";
}

std::string main_text(std::string_view html) {
  const std::size_t begin = html.find("<main");
  const std::size_t end = html.find("</main>");
  std::string raw;
  for (std::size_t at = begin; at < end; ++at) {
    if (html[at] == '<') {
      const std::size_t close = html.find('>', at);
      const std::string name = parse_tag(html.substr(at + 1, close - at - 1)).name;
      raw += separator(name);
      constexpr std::string_view kEnd = "</template>";
      at = name == "template" ? html.find(kEnd, close) + kEnd.size() - 1 : close;
    } else {
      raw += html[at] == '\n' ? ' ' : html[at];
    }
  }
  std::string out;
  for (const std::string_view line : split(raw, '\n')) {
    std::string shown;
    for (const std::string_view cell : split(line, '|')) {
      const std::string text = without_entities(collapse_spaces(cell));
      if (text.empty()) continue;
      if (!shown.empty()) shown += " | ";
      shown += text;
    }
    if (!shown.empty()) out += shown + "\n";
  }
  return out;
}

}  // namespace debrief
