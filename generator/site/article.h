// The text of an incident or a guide: its sections, in order, each with an id of its own that
// a link can lead to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/timestamp.h"
#include "generator/markdown/document.h"
#include "generator/site/page_data.h"
#include "generator/site/site.h"
#include "generator/site/urls.h"

namespace debrief {

// Sets `has_text`, `intro_html`, `sections` {id, kind, level, title, title_html, body_html,
// is_top, is_hidden, hidden_note, has_parts, parts}, `footnotes_html` and `contents` {rows {id,
// title}}, which short texts do without. Sections within sections follow the one they are in; the
// topmost have level 2.
void set_article(PageData& data, const Site& site, const Links& links, const Outline& body,
                 const std::vector<Node>& footnotes);

// The same of an incident: what it says as data comes first (section_parts.h).
void set_article(PageData& data, const Site& site, const Links& links,
                 const ViewIncident& incident);

// The parts of an article, for a page that shows more than one: each puts its own prefix, with an
// underscore in it, before its ids.
PageData::List section_rows(const Site& site, const Links& links, const Outline& body,
                            const std::string& id_prefix);
std::string text_html(const Site& site, const Links& links, const std::vector<Node>& blocks,
                      const std::string& id_prefix);
std::string notes_html(const Site& site, const Links& links, const std::vector<Node>& footnotes,
                       const std::string& id_prefix);

// The first text of a document, under a heading or not; empty if there is none.
std::string opening_text(const Outline& body);

// The address of a link that an author gave, if it is one that a reader may follow.
std::optional<std::string> safe_address(std::string_view url);

// Sets `changed`: when the page's source was last changed, a day, or nothing.
void set_last_change(PageData& data, const Site& site, const std::optional<Timestamp>& changed);

// Where the page's source is edited; empty if the view has no such place or no source.
std::string edit_address(const Site& site, std::string_view source_path);

}  // namespace debrief
