#include "generator/view/public_vocabulary.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "generator/base/slug.h"
#include "generator/base/sort_once.h"
#include "generator/base/text.h"

namespace debrief {
namespace {

// The place itself, or the nearest above it that has one.
template <typename Items>
std::optional<std::size_t> place_of(const Items& items, std::size_t index,
                                    const std::vector<std::optional<std::size_t>>& own) {
  for (std::optional<std::size_t> at = index; at; at = items[*at].parent) {
    if (own[*at]) return own[*at];
  }
  return std::nullopt;
}

template <typename Items>
std::vector<std::optional<std::size_t>> inherited(
    const Items& items, const std::vector<std::optional<std::size_t>>& own) {
  std::vector<std::optional<std::size_t>> places;
  for (std::size_t i = 0; i < items.size(); ++i) places.push_back(place_of(items, i, own));
  return places;
}

std::vector<std::size_t> sorted_places(const std::vector<std::size_t>& indices,
                                       const std::vector<std::optional<std::size_t>>& places) {
  std::vector<std::size_t> found;
  for (const std::size_t index : indices) {
    if (index < places.size() && places[index]) found.push_back(*places[index]);
  }
  sort_once(found);
  return found;
}

}  // namespace

PublicVocabulary::PublicVocabulary(const KnowledgeBase& kb, const Dictionary& dictionary)
    : dictionary_(dictionary) {
  const auto& fields = kb.config.public_view.fields;
  if (fields.contains("severity")) add_severities(kb.config);
  if (fields.contains("services")) add_services(kb.vocabulary);
  if (fields.contains("causes")) add_causes(kb.vocabulary);
}

void PublicVocabulary::add_severities(const Config& config) {
  UniqueNames keys;
  for (const SeverityLevel& level : config.severities) {
    severities_.push_back(
        {keys.take(make_slug(level.id)), level.id, dictionary_.redact(level.name), level.downtime});
  }
}

// Services by their public names; two with one name are one to the public.
void PublicVocabulary::add_services(const Vocabulary& vocabulary) {
  using Name = std::pair<std::string, std::string>;  // in lower case; as written
  std::map<Name, std::size_t> by_name;
  std::vector<std::optional<Name>> names;
  for (const Service& service : vocabulary.services) {
    names.emplace_back();
    if (!service.is_public) continue;
    const std::string shown = dictionary_.redact(service.public_name);
    names.back() = Name{to_lower(shown), shown};
    by_name.try_emplace(*names.back());
  }
  UniqueNames keys;
  for (auto& [name, place] : by_name) {
    place = services_.size();
    ViewService shown;
    shown.key = keys.take(make_slug(name.second));
    shown.name = name.second;
    services_.push_back(std::move(shown));
  }
  Places own;
  for (const std::optional<Name>& name : names) {
    own.push_back(name ? std::optional(by_name.at(*name)) : std::nullopt);
  }
  service_places_ = inherited(vocabulary.services, own);
}

void PublicVocabulary::add_causes(const Vocabulary& vocabulary) {
  UniqueNames keys;
  Places own(vocabulary.causes.size());
  for (std::size_t i = 0; i < vocabulary.causes.size(); ++i) {
    const Cause& cause = vocabulary.causes[i];
    if (!cause.is_public) continue;
    ViewCause shown;
    shown.name = dictionary_.redact(cause.name);
    shown.description = dictionary_.redact(cause.description);
    if (cause.parent) shown.parent = own[*cause.parent];
    const std::string slug = make_slug(shown.name);
    shown.key = keys.take(shown.parent ? causes_[*shown.parent].key + "/" + slug : slug);
    own[i] = causes_.size();
    causes_.push_back(std::move(shown));
  }
  cause_places_ = inherited(vocabulary.causes, own);
}

std::vector<std::size_t> PublicVocabulary::services_of(const Incident& incident) const {
  return sorted_places(incident.services, service_places_);
}

std::vector<std::size_t> PublicVocabulary::causes_of(const Incident& incident) const {
  const std::vector<std::size_t> all = sorted_places(incident.causes, cause_places_);
  std::vector<std::size_t> causes;
  for (const std::size_t cause : all) {
    const bool is_category_of_another =
        std::ranges::any_of(all, [&](std::size_t other) { return causes_[other].parent == cause; });
    if (!is_category_of_another) causes.push_back(cause);
  }
  return causes;
}

}  // namespace debrief
