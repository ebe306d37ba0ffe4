// The services, causes and severities that the public knows, under their public names.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "generator/model/knowledge_base.h"
#include "generator/view/dictionary.h"
#include "generator/view/view.h"

namespace debrief {

// Holds nothing of a field that the allow-list does not name.
class PublicVocabulary {
 public:
  PublicVocabulary(const KnowledgeBase& kb, const Dictionary& dictionary);

  const std::vector<ViewSeverity>& severities() const { return severities_; }
  const std::vector<ViewService>& services() const { return services_; }
  const std::vector<ViewCause>& causes() const { return causes_; }

  // Sorted, each once. What is not public stands as the nearest public one above it, or not at
  // all; a category beside a cause of its own says nothing more.
  std::vector<std::size_t> services_of(const Incident& incident) const;
  std::vector<std::size_t> causes_of(const Incident& incident) const;

 private:
  // By place in the vocabulary, what stands for it in the view.
  using Places = std::vector<std::optional<std::size_t>>;

  void add_severities(const Config& config);
  void add_services(const Vocabulary& vocabulary);
  void add_causes(const Vocabulary& vocabulary);

  const Dictionary& dictionary_;
  std::vector<ViewSeverity> severities_;
  std::vector<ViewService> services_;
  std::vector<ViewCause> causes_;
  Places service_places_;
  Places cause_places_;
};

}  // namespace debrief
