// The words of a knowledge base that many post-mortems share: services, root-cause
// categories, people, and what must be replaced before the public reads it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/source/source_tree.h"

namespace debrief {

struct Service {
  std::string id;
  std::string name;
  std::string team;
  std::string tier;
  std::string description;
  std::optional<std::size_t> parent;  // in Vocabulary::services
  bool is_public = false;
  std::string public_name;  // never empty for a public service
};

struct Cause {
  std::string id;  // "capacity" or "capacity/connection-pool"
  std::string name;
  std::string description;
  std::vector<std::string> aliases;
  std::optional<std::size_t> parent;  // in Vocabulary::causes; always before its children
  bool is_public = false;             // a child of a category that is not public is not, either
};

struct Person {
  std::string handle;
  std::string name;
  std::string role;
  std::string team;
};

struct Redaction {
  std::string term;         // literal, or empty
  std::string pattern;      // RE2, or empty; checked
  std::string replacement;  // of constant form: it does not depend on what it hides
};

struct Allowance {
  std::string text;    // may stand in public text
  std::string reason;  // why
};

struct Vocabulary {
  std::vector<Service> services;  // in the order of the file
  bool services_are_open = true;  // no services.yaml: what post-mortems name is a service
  std::vector<Cause> causes;      // each category followed by its children
  bool causes_are_open = true;
  std::vector<Person> people;
  std::vector<Redaction> redactions;
  std::vector<Allowance> allowances;

  // By id, then by name, ignoring case.
  std::optional<std::size_t> find_service(std::string_view name) const;
  // "category", "category/sub", or a sub-cause's own id, name or alias where only one has it.
  std::optional<std::size_t> find_cause(std::string_view name) const;
  // All that answer to the name: where there are several, an author must say which.
  std::vector<std::size_t> causes_called(std::string_view name) const;
  const Person* find_person(std::string_view handle_or_name) const;

  std::vector<std::string> service_ids() const;
  std::vector<std::string> cause_ids() const;
};

Vocabulary read_vocabulary(const SourceTree& sources, Diagnostics& diagnostics);

}  // namespace debrief
