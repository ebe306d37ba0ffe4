// The names of other tools looked up in the knowledge base: severities, services, causes, people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/import/metadata.h"
#include "generator/model/knowledge_base.h"

namespace debrief {

enum class UnknownNames {
  leave_out,  // kept as a comment and reported
  add,        // to services.yaml and causes.yaml
};

struct NewName {
  std::string id;
  std::string name;  // as written
};

// What a run adds to the vocabulary, in the order of its texts.
struct VocabularyAdditions {
  std::vector<NewName> services;
  std::vector<NewName> causes;
};

class NameMapper {
 public:
  // `kb` must outlive the mapper.
  NameMapper(const KnowledgeBase& kb, UnknownNames unknown) : kb_(kb), unknown_(unknown) {}

  // Each name as its id, handle or label. Without a file that lists them, services and causes stay
  // as written.
  Metadata map(Metadata metadata);

  const VocabularyAdditions& additions() const { return additions_; }

 private:
  struct Context;

  void map_severity(Context& context, MetadataField& field);
  void map_services(Context& context, MetadataField& field);
  void map_causes(Context& context, MetadataField& field);
  void map_people(YamlNode& names) const;
  void leave_out(Context& context, const MetadataField& field, const std::string& name,
                 const std::string& why) const;

  const KnowledgeBase& kb_;
  const UnknownNames unknown_;
  VocabularyAdditions additions_;
};

}  // namespace debrief
