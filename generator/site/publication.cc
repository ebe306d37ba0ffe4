#include "generator/site/publication.h"

namespace debrief {

std::optional<PageData> publication(const Site& site, const Links& links,
                                    const ViewIncident& incident, std::string_view path) {
  if (!site.view.is_internal()) return std::nullopt;
  const bool has_text = incident.public_text.has_value();
  PageData data;
  data.text("note", site.texts.label(!has_text            ? "nothing_public"
                                     : incident.is_public ? "shaded_parts"
                                                          : "shaded_parts_later"));
  data.text("href", has_text ? links.to(public_text_path(path)) : "");
  return data;
}

}  // namespace debrief
