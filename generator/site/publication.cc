#include "generator/site/publication.h"

#include "generator/base/text.h"
#include "generator/site/texts.h"

namespace debrief {

namespace {

using Lack = ViewPublication::Lack;

std::string_view label_of(Lack lack) {
  switch (lack) {
    case Lack::draft:
      return "lacks_draft";
    case Lack::in_review:
      return "lacks_in_review";
    case Lack::status_not_said:
      return "lacks_status";
    case Lack::approval:
      return "lacks_approval";
    case Lack::known_approver:
      return "lacks_approver";
    case Lack::readable_day:
      return "lacks_day";
  }
  return "";
}

std::string note(const Site& site, const ViewIncident& incident) {
  if (!incident.public_text) return site.texts.label("nothing_public");
  if (incident.is_public()) return site.texts.label("shaded_parts");
  return not_yet_text(site, incident.publication) + " " + site.texts.label("shaded_parts_later");
}

}  // namespace

std::optional<PageData> publication(const Site& site, const Links& links,
                                    const ViewIncident& incident, std::string_view path) {
  if (!site.view.is_internal()) return std::nullopt;
  PageData data;
  data.text("note", note(site, incident));
  data.text("href", incident.public_text ? links.to(public_text_path(path)) : "");
  data.text("desk_href", links.to(kPublicationPath));
  return data;
}

std::vector<std::string> missing_texts(const Site& site, const ViewPublication& publication) {
  using State = ViewPublication::State;
  std::vector<std::string> texts;
  if (publication.state != State::waiting && publication.state != State::embargoed) return texts;
  for (const Lack lack : publication.lacks) texts.push_back(site.texts.label(label_of(lack)));
  if (publication.first_day && *publication.first_day > site.today) {
    texts.push_back(fill_text(site.texts.label("not_before"),
                              {{"date", date_text(site.texts, Seconds(*publication.first_day))}}));
  }
  return texts;
}

std::string not_yet_text(const Site& site, const ViewPublication& publication) {
  std::string reasons;
  for (const std::string& text : missing_texts(site, publication)) {
    reasons += (reasons.empty() ? "" : "; ") + text;
  }
  return reasons.empty() ? ""
                         : fill_text(site.texts.label("not_yet_public"), {{"reasons", reasons}});
}

std::string public_address(const Site& site, const ViewIncident& incident, bool is_maintenance) {
  const std::string& url = site.view.site().public_url;
  if (url.empty() || !incident.public_text || incident.public_text->key.empty()) return "";
  const std::string& key = incident.public_text->key;
  const std::string_view slug = std::string_view(key).substr(key.find('/') + 1);
  return absolute_url(url, is_maintenance ? maintenance_path(slug) : incident_path(slug));
}

}  // namespace debrief
