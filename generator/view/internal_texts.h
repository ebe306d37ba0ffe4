// What the public must not read, as texts to search the written site for.
//
// Made from the knowledge base by rules of its own, not by the projection that it is to check: a
// slip in public_view.cc is not repeated here.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/model/knowledge_base.h"
#include "generator/model/publication.h"

namespace debrief {

struct InternalText {
  enum class Kind {
    name,   // to be found as a whole: a person, a term, an id, a service
    title,  // as a whole, unless a public title has it in it
    prose,  // each of its words that nothing public uses
  };
  Kind kind = Kind::prose;
  // Of a name: whether it is forbidden even if public text uses the same word. Names of people and
  // terms are; a service called "Search" is not.
  bool is_strict = false;
  std::string text;
  std::string what;  // "the name of a person", "text inside a redaction mark"
  std::string path;  // where it is from; never with its text
  int line = 0;      // 1-based; 0: the file as a whole
};

struct AuditTexts {
  std::vector<InternalText> internal;
  std::vector<std::string> open;     // what authors publish, as they wrote it
  std::vector<std::string> titles;   // of public post-mortems, among `open`
  std::vector<std::string> allowed;  // what redactions.yaml lets stand
};

// `as_of`: the day of the site that is searched.
AuditTexts audit_texts(const KnowledgeBase& kb, const AsOf& as_of);

}  // namespace debrief
