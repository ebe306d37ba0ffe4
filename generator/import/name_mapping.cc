#include "generator/import/name_mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "generator/base/slug.h"
#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/model/yaml_writer.h"

namespace debrief {
namespace {

// "SEV2 (major)", "P1 - Critical" and the "2" of a line "Severity: 2" are labels with a remark.
std::optional<std::size_t> severity_in(const std::vector<SeverityLevel>& scale,
                                       std::string_view text) {
  if (text.starts_with('~')) text.remove_prefix(1);  // a label of GitLab's
  if (const auto found = find_severity(scale, text)) return found;
  const std::string_view head = trim(text.substr(0, text.find_first_of("(,/–")));
  if (const auto found = find_severity(scale, head)) return found;
  if (const std::size_t dash = head.find(" -"); dash != std::string_view::npos) {
    if (const auto found = find_severity(scale, trim(head.substr(0, dash)))) return found;
  }
  if (head.size() == 1 && head[0] >= '0' && head[0] <= '9') {
    return find_severity(scale, fmt::format("SEV{}", head));
  }
  return std::nullopt;
}

// The id of a new name: made of it, and nobody else's.
std::string new_id(const std::string& name, const std::vector<NewName>& added,
                   const std::vector<std::string>& known) {
  const auto is_taken = [&](const std::string& id) {
    return std::ranges::find(known, id) != known.end() ||
           std::ranges::find(added, id, &NewName::id) != added.end();
  };
  const std::string slug = make_slug(name);
  std::string id = slug;
  for (int number = 2; is_taken(id); ++number) id = fmt::format("{}-{}", slug, number);
  return id;
}

std::string add_to(std::vector<NewName>& added, const std::string& name,
                   const std::vector<std::string>& known) {
  // As the vocabulary will be asked once they are in it: by id, too.
  const auto earlier = std::ranges::find_if(added, [&name](const NewName& other) {
    return equal_ignoring_case(other.id, name) || equal_ignoring_case(other.name, name);
  });
  if (earlier != added.end()) return earlier->id;
  added.push_back({new_id(name, added, known), name});
  return added.back().id;
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

}  // namespace

struct NameMapper::Context {
  std::vector<LeftOut>& left_out;
  std::vector<Remark>& remarks;
};

void NameMapper::leave_out(Context& context, const MetadataField& field, const std::string& name,
                           const std::string& why) const {
  const auto earlier = std::ranges::find(context.left_out, field.name, &LeftOut::key);
  if (earlier == context.left_out.end()) {
    context.left_out.push_back({field.name, make_list({name})});
  } else if (earlier->value.kind == YamlNode::Kind::list) {
    earlier->value.items.push_back(make_scalar(name));
  }
  context.remarks.push_back({field.origin.line, why});
}

void NameMapper::map_severity(Context& context, MetadataField& field) {
  const std::vector<SeverityLevel>& scale = kb_.config.severities;
  if (const auto found = severity_in(scale, field.value.text)) {
    // The author's own label is kept where a build understands it: "P2" says more than "SEV3".
    if (!find_severity(scale, field.value.text)) field.value = make_scalar(scale[*found].id);
    return;
  }
  std::vector<std::string> labels;
  for (const SeverityLevel& level : scale) labels.push_back(level.id);
  leave_out(context, field, field.value.text,
            fmt::format("'{}' is not in the severity scale ({}); add it to the aliases of a level "
                        "in debrief.yaml",
                        field.value.text, fmt::join(labels, ", ")));
  field.value = YamlNode();
}

void NameMapper::map_services(Context& context, MetadataField& field) {
  const Vocabulary& vocabulary = kb_.vocabulary;
  const bool is_open = vocabulary.services_are_open && unknown_ == UnknownNames::leave_out;
  std::vector<std::string> ids;
  for (const YamlNode& item : field.value.items) {
    if (is_open) {
      add_once(ids, item.text);
    } else if (const auto found = vocabulary.find_service(item.text)) {
      add_once(ids, vocabulary.services[*found].id);
    } else if (unknown_ == UnknownNames::add) {
      add_once(ids, add_to(additions_.services, item.text, vocabulary.service_ids()));
    } else {
      leave_out(context, field, item.text,
                fmt::format("'{}' is not in services.yaml{}; add it there, or let "
                            "--extend-vocabulary do so",
                            item.text, did_you_mean(item.text, vocabulary.service_ids())));
    }
  }
  field.value = make_list(ids);
}

void NameMapper::map_causes(Context& context, MetadataField& field) {
  const Vocabulary& vocabulary = kb_.vocabulary;
  const bool is_open = vocabulary.causes_are_open && unknown_ == UnknownNames::leave_out;
  std::vector<std::string> ids;
  for (const YamlNode& item : field.value.items) {
    const std::vector<std::size_t> found =
        is_open ? std::vector<std::size_t>() : vocabulary.causes_called(item.text);
    if (is_open) {
      add_once(ids, item.text);
      if (item.text.find('/') != std::string::npos) {
        context.remarks.push_back(
            {field.origin.line,
             fmt::format("'{}' is read as a category and a sub-category of it", item.text)});
      }
    } else if (found.size() == 1) {
      add_once(ids, vocabulary.causes[found.front()].id);
    } else if (found.size() > 1) {
      std::vector<std::string> candidates;
      for (const std::size_t index : found) candidates.push_back(vocabulary.causes[index].id);
      leave_out(
          context, field, item.text,
          fmt::format("'{}' may be {}; write which", item.text, fmt::join(candidates, " or ")));
    } else if (unknown_ == UnknownNames::add) {
      add_once(ids, add_to(additions_.causes, item.text, vocabulary.cause_ids()));
    } else {
      leave_out(context, field, item.text,
                fmt::format("'{}' is not in causes.yaml{}; add it there as a cause or an alias, or "
                            "let --extend-vocabulary do so",
                            item.text, did_you_mean(item.text, vocabulary.cause_ids())));
    }
  }
  field.value = make_list(ids);
}

void NameMapper::map_people(YamlNode& names) const {
  const auto map_one = [this](YamlNode& name) {
    if (const Person* person = kb_.vocabulary.find_person(name.text))
      name = make_scalar(person->handle);
  };
  if (names.kind == YamlNode::Kind::scalar) map_one(names);
  for (YamlNode& item : names.items) map_one(item);
}

Metadata NameMapper::map(Metadata metadata) {
  Context context{metadata.left_out, metadata.remarks};
  for (MetadataField& field : metadata.fields) {
    if (field.name == "severity") map_severity(context, field);
    if (field.name == "services") map_services(context, field);
    if (field.name == "causes") map_causes(context, field);
    if (field.name == "authors") map_people(field.value);
    if (field.name == "review") {
      for (YamlNode::Entry& entry : field.value.entries) {
        if (entry.key != "date") map_people(entry.value);
      }
    }
  }
  std::erase_if(metadata.fields, [](const MetadataField& field) {
    return field.value.kind == YamlNode::Kind::null ||
           (field.value.kind == YamlNode::Kind::list && field.value.items.empty());
  });
  std::ranges::stable_sort(metadata.remarks, {}, &Remark::line);
  return metadata;
}

}  // namespace debrief
