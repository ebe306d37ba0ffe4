#include "generator/site/article.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "generator/base/escape.h"
#include "generator/base/slug.h"
#include "generator/markdown/html.h"
#include "generator/markdown/links.h"
#include "generator/site/optional_data.h"
#include "generator/site/section_parts.h"
#include "generator/site/texts.h"
#include "generator/site/times.h"

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
  options.images_above = true;
  // Headings inside quotes and lists rank below the section they stand in.
  options.heading_shift = kTopLevel;
  options.footnote_prefix = id_prefix + std::string(kFootnotePrefix);
  options.fragment_prefix = id_prefix;
  if (site.view.is_internal()) {
    options.hidden_note = [&](Hidden reason, const std::string& replacement) {
      return hidden_text(site.texts, reason, replacement);
    };
  }
  options.words.footnote = site.texts.label("footnote");
  if (site.has_foreign_content()) options.words.language = site.texts.language();
  options.words.task_done = site.texts.label("task_done");
  options.words.task_open = site.texts.label("task_open");
  return options;
}

// Text is escaped, so this is an element.
bool shows_image(const std::string& html) {
  return html.find("<img ") != std::string::npos;
}

class SectionRows {
 public:
  // A section among others: where it stands, and what it is part of.
  struct Place {
    int order = kPlaceOfOthers;
    int level = kTopLevel;
    std::string kind;
    Hidden around = Hidden::no;
  };

  SectionRows(const Texts& texts, HtmlOptions options, const std::string& id_prefix)
      : texts_(texts), options_(std::move(options)), id_prefix_(id_prefix) {}

  // What the sections say as data stands first, and in place of their text.
  void arrange(const Site& site, const Links& links, const ViewIncident& incident) {
    goes_first_ = [&incident](const Section& section) { return says_data(incident, section); };
    parts_ = [&](const Section& section, const std::string& kind) {
      return section_parts(site, links, incident, section, kind);
    };
  }

  void add(const std::vector<Section>& sections, const Place& outer) {
    for (const Section& section : sections) {
      Place place = outer;
      if (!section.kind.empty()) place.kind = section.kind;
      if (goes_first_ && goes_first_(section)) {
        place = {place_of_section(section.kind), kTopLevel, section.kind, Hidden::no};
      }
      add(section, std::move(place));
    }
  }

  // Their ids are those of the order in which their author put them.
  PageData::List take() {
    std::ranges::stable_sort(rows_, {}, [](const auto& placed) { return placed.first; });
    PageData::List rows;
    for (auto& [order, row] : rows_) rows.push_back(std::move(row));
    return rows;
  }

 private:
  void add(const Section& section, Place place) {
    const std::string title = plain_text(section.heading);
    PageData row;
    row.text("id", id_prefix_ + ids_.take(make_slug(title))).text("kind", section.kind);
    row.text("title", title).text("level", std::to_string(place.level));
    row.flag("is_top", place.level == kTopLevel);
    row.html("title_html", shown(section.heading.children));
    row.html("body_html", shown(section.blocks));
    set_hidden(row, section.hidden, place.around);
    PageData::List parts;
    if (parts_) parts = parts_(section, place.kind);
    row.flag("has_parts", !parts.empty()).list("parts", std::move(parts));
    rows_.emplace_back(place.order, std::move(row));
    place.level = std::min(place.level + 1, kDeepestLevel);
    place.around = section.hidden;
    add(section.sections, place);
  }

  std::string shown(const std::vector<Node>& nodes) {
    std::string html = to_html(nodes, options_);
    options_.images_above = options_.images_above || shows_image(html);
    return html;
  }

  // Said once, where it begins.
  void set_hidden(PageData& row, Hidden hidden, Hidden around) const {
    if (!options_.hidden_note) hidden = Hidden::no;
    row.flag("is_hidden", hidden != Hidden::no && hidden != Hidden::partly);
    row.text("hidden_note", hidden == around ? "" : hidden_section_text(texts_, hidden));
  }

  const Texts& texts_;
  HtmlOptions options_;
  const std::string& id_prefix_;
  std::function<bool(const Section&)> goes_first_;
  std::function<PageData::List(const Section&, const std::string& kind)> parts_;
  UniqueNames ids_;
  std::vector<std::pair<int, PageData>> rows_;
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

// `incident`: of which it is the text; null for a guide.
void set_text(PageData& data, const Site& site, const Links& links, const Outline& body,
              const std::vector<Node>& footnotes, const ViewIncident* incident) {
  data.flag("has_text", !body.intro.empty() || !body.sections.empty());
  data.html("footnotes_html", notes_html(site, links, footnotes, ""));
  const std::string no_prefix;
  HtmlOptions options = html_options(site, links, no_prefix);
  // The first picture of the page may be seen as soon as it is opened.
  options.images_above = false;
  std::string intro = to_html(body.intro, options);
  options.images_above = shows_image(intro);
  data.html("intro_html", std::move(intro));
  SectionRows sections(site.texts, std::move(options), no_prefix);
  if (incident != nullptr) sections.arrange(site, links, *incident);
  sections.add(body.sections, {});
  PageData::List rows = sections.take();
  std::optional<PageData> contents;
  PageData::List headings = contents_rows(rows);
  if (headings.size() > kSectionsWithoutContents) {
    contents.emplace().list("rows", std::move(headings));
  }
  set_optional(data, "contents", std::move(contents));
  data.list("sections", std::move(rows));
}

}  // namespace

void set_article(PageData& data, const Site& site, const Links& links, const Outline& body,
                 const std::vector<Node>& footnotes) {
  set_text(data, site, links, body, footnotes, nullptr);
}

void set_article(PageData& data, const Site& site, const Links& links,
                 const ViewIncident& incident) {
  set_text(data, site, links, incident.body, incident.footnotes, &incident);
}

PageData::List section_rows(const Site& site, const Links& links, const Outline& body,
                            const std::string& id_prefix) {
  SectionRows sections(site.texts, html_options(site, links, id_prefix), id_prefix);
  sections.add(body.sections, {});
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

void set_last_change(PageData& data, const Site& site, const std::optional<Timestamp>& changed) {
  set_optional(data, "changed", date_data(site, changed));
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
