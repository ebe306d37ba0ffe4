#include "generator/site/article.h"

#include <algorithm>
#include <utility>

#include "generator/base/slug.h"
#include "generator/markdown/html.h"
#include "generator/markdown/links.h"
#include "generator/site/optional_data.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

// With fewer sections a reader sees them all at once.
constexpr std::size_t kSectionsWithoutContents = 3;
constexpr int kTopLevel = 2;  // The title of the page is the only h1.
constexpr int kDeepestLevel = 6;

// No slug has an underscore in it, so no heading can take the id of a footnote, nor that of a
// part of the page.
constexpr std::string_view kFootnotePrefix = "note_";

std::optional<std::string> resolve(const Site& site, const Links& links, const LinkTarget& target) {
  if (target.kind == LinkTarget::Kind::asset) return links.to(target.value);
  const auto page = site.index.page_paths.find(target.value);
  if (page == site.index.page_paths.end()) return std::nullopt;
  std::string address = links.to(page->second);
  if (!target.fragment.empty()) address += "#" + encode_path(target.fragment);
  return address;
}

std::optional<std::pair<int, int>> image_size(const Site& site, const LinkTarget& target) {
  const std::vector<ViewAsset>& assets = site.view.assets();
  const auto found = std::lower_bound(
      assets.begin(), assets.end(), target.value,
      [](const ViewAsset& asset, const std::string& path) { return asset.path < path; });
  if (found == assets.end() || found->path != target.value) return std::nullopt;
  if (found->width == 0 || found->height == 0) return std::nullopt;
  return std::pair(found->width, found->height);
}

HtmlOptions html_options(const Site& site, const Links& links, const std::string& id_prefix) {
  HtmlOptions options;
  options.resolve = [&](const LinkTarget& target) { return resolve(site, links, target); };
  options.image_size = [&](const LinkTarget& target) { return image_size(site, target); };
  // Headings inside quotes and lists rank below the section they stand in.
  options.heading_shift = kTopLevel;
  options.footnote_prefix = id_prefix + std::string(kFootnotePrefix);
  options.fragment_prefix = id_prefix;
  if (site.view.is_internal()) options.hidden_note = hidden_text;
  return options;
}

class SectionRows {
 public:
  SectionRows(const HtmlOptions& options, const std::string& id_prefix)
      : options_(options), id_prefix_(id_prefix) {}

  void add(const std::vector<Section>& sections, int level, Hidden around = Hidden::no) {
    for (const Section& section : sections) {
      const std::string title = plain_text(section.heading);
      PageData& row = rows_.emplace_back();
      row.text("id", id_prefix_ + ids_.take(make_slug(title))).text("kind", section.kind);
      row.text("title", title).text("level", std::to_string(level));
      row.flag("is_top", level == kTopLevel);
      row.html("title_html", to_html(section.heading.children, options_));
      row.html("body_html", to_html(section.blocks, options_));
      set_hidden(row, section.hidden, around);
      add(section.sections, std::min(level + 1, kDeepestLevel), section.hidden);
    }
  }

  PageData::List take() { return std::move(rows_); }

 private:
  // Said once, where it begins.
  void set_hidden(PageData& row, Hidden hidden, Hidden around) const {
    if (!options_.hidden_note) hidden = Hidden::no;
    row.flag("is_hidden", hidden != Hidden::no && hidden != Hidden::partly);
    row.text("hidden_note", hidden == around ? "" : hidden_section_text(hidden));
  }

  const HtmlOptions& options_;
  const std::string& id_prefix_;
  UniqueNames ids_;
  PageData::List rows_;
};

PageData::List contents_rows(const PageData::List& sections) {
  PageData::List rows;
  for (const PageData& section : sections) {
    if (!std::get<bool>(*section.find("is_top"))) continue;
    rows.emplace_back()
        .text("id", std::get<std::string>(*section.find("id")))
        .text("title", std::get<std::string>(*section.find("title")));
  }
  return rows;
}

}  // namespace

void set_article(PageData& data, const Site& site, const Links& links, const Outline& body,
                 const std::vector<Node>& footnotes) {
  data.flag("has_text", !body.intro.empty() || !body.sections.empty());
  data.html("intro_html", text_html(site, links, body.intro, ""));
  data.html("footnotes_html", notes_html(site, links, footnotes, ""));
  PageData::List rows = section_rows(site, links, body, "");
  std::optional<PageData> contents;
  if (body.sections.size() > kSectionsWithoutContents) {
    contents.emplace().list("rows", contents_rows(rows));
  }
  set_optional(data, "contents", std::move(contents));
  data.list("sections", std::move(rows));
}

PageData::List section_rows(const Site& site, const Links& links, const Outline& body,
                            const std::string& id_prefix) {
  const HtmlOptions options = html_options(site, links, id_prefix);
  SectionRows sections(options, id_prefix);
  sections.add(body.sections, kTopLevel);
  return sections.take();
}

std::string text_html(const Site& site, const Links& links, const std::vector<Node>& blocks,
                      const std::string& id_prefix) {
  return to_html(blocks, html_options(site, links, id_prefix));
}

std::string notes_html(const Site& site, const Links& links, const std::vector<Node>& footnotes,
                       const std::string& id_prefix) {
  return footnotes_html(footnotes, html_options(site, links, id_prefix));
}

std::string opening_text(const Outline& body) {
  std::string text = plain_text(body.intro);
  for (const Section& section : body.sections) {
    if (!text.empty()) break;
    text = plain_text(section.blocks);
  }
  return text;
}

std::optional<std::string> safe_address(std::string_view url) {
  LinkTarget target = parse_link_target(url);
  if (target.kind != LinkTarget::Kind::url) return std::nullopt;
  return std::move(target.value);
}

std::string edit_address(const Site& site, std::string_view source_path) {
  std::string address = site.view.site().edit_url;
  constexpr std::string_view kPlace = "{path}";
  const std::size_t place = address.find(kPlace);
  if (source_path.empty() || place == std::string::npos) return "";
  address.replace(place, kPlace.size(), encode_path(source_path));
  return safe_address(address).value_or("");
}

}  // namespace debrief
