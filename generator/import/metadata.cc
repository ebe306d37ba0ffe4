#include "generator/import/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "generator/base/text.h"
#include "generator/extract/text_line.h"
#include "generator/import/incident_start.h"
#include "generator/import/label_words.h"
#include "generator/import/stated_name.h"
#include "generator/import/time_claims.h"
#include "generator/model/fields.h"
#include "generator/model/map_reader.h"
#include "generator/model/yaml_writer.h"

namespace debrief {
namespace {

constexpr std::array<std::string_view, 4> kLaterMoments = {"detected", "acknowledged", "mitigated",
                                                           "resolved"};

bool is_moment(std::string_view field) {
  return field == "date" || field == "started" ||
         std::ranges::find(kLaterMoments, field) != kLaterMoments.end();
}

bool is_list_field(std::string_view field) {
  constexpr std::array<std::string_view, 6> kLists = {"services", "causes",  "authors",
                                                      "tags",     "repeats", "related"};
  return std::ranges::find(kLists, field) != kLists.end();
}

bool is_scalar(const YamlNode& node) {
  return node.kind == YamlNode::Kind::scalar;
}

bool is_empty(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return true;
    case YamlNode::Kind::scalar:
      return is_not_given(node.text);
    case YamlNode::Kind::list:
      return std::ranges::all_of(node.items, is_empty);
    case YamlNode::Kind::map:
      break;
  }
  return std::ranges::all_of(node.entries,
                             [](const YamlNode::Entry& entry) { return is_empty(entry.value); });
}

// The texts of a list or of a single text; absent if there is anything else in it.
std::optional<std::vector<std::string>> texts_of(const YamlNode& node) {
  std::vector<std::string> texts;
  const auto take = [&texts](const YamlNode& item) {
    if (item.kind == YamlNode::Kind::null) return true;
    if (!is_scalar(item)) return false;
    std::string text(trim(item.text));
    const bool is_new = std::ranges::find(texts, text) == texts.end();
    if (is_new && !is_not_given(text)) texts.push_back(std::move(text));
    return true;
  };
  const bool is_list = node.kind == YamlNode::Kind::list;
  const bool is_sound = is_list ? std::ranges::all_of(node.items, take) : take(node);
  return is_sound ? std::optional(texts) : std::nullopt;
}

// The first section in which people look back.
const Section* find_hindsight(const std::vector<Section>& sections) {
  constexpr std::array<std::string_view, 6> kKinds = {
      "resolution",         "what-went-well",  "what-could-be-improved",
      "where-we-got-lucky", "lessons-learned", "action-items"};
  for (const Section& section : sections) {
    if (std::ranges::find(kKinds, section.kind) != kKinds.end()) return &section;
    if (const Section* found = find_hindsight(section.sections)) return found;
  }
  return nullptr;
}

class Reader {
 public:
  Reader(const Draft& draft, const InferenceContext& context)
      : draft_(draft), context_(context), completion_(context.zone) {}

  Inference read() {
    read_front_matter();
    read_labels();
    read_headings_as_labels(draft_.body.sections);
    read_attendees(draft_.body.sections);
    read_heading_and_name();
    Timeline timeline = settle_times();
    read_first_commit();
    sort_fields();
    check_zones();
    return {std::move(metadata_), std::move(timeline)};
  }

 private:
  bool has(std::string_view field) const { return metadata_.find(field) != nullptr; }

  void add(std::string_view field, YamlNode value, Origin origin) {
    if (has(field)) return;
    metadata_.fields.push_back({std::string(field), std::move(value), std::move(origin)});
  }

  void remark(int line, std::string text) { metadata_.remarks.push_back({line, std::move(text)}); }

  void leave_out(const YamlNode::Entry& entry, const std::string& why) {
    metadata_.left_out.push_back({entry.key, entry.value});
    if (!why.empty()) remark(entry.line, fmt::format("'{}' {}; kept as a comment", entry.key, why));
  }

  // ---- Front matter ----

  void read_front_matter() { read_entries(draft_.front_matter.entries); }

  void read_entries(const std::vector<YamlNode::Entry>& entries) {
    for (const YamlNode::Entry& entry : entries) {
      const auto field = field_of(entry.key, context_.field_aliases);
      if (is_ignored_field(entry.key)) {
        leave_out(entry, "");
      } else if (entry.key == "draft" && parse_flag(entry.value.text)) {
        // Hugo's and Zola's word for it.
        if (*parse_flag(entry.value.text)) {
          add("status", make_scalar("draft"), {Origin::Kind::front_matter, entry.line, ""});
        }
      } else if (entry.key == "taxonomies" && entry.value.kind == YamlNode::Kind::map) {
        read_entries(entry.value.entries);  // Zola has tags and categories in there.
      } else if (!field) {
        leave_out(entry, "is no field of Debrief's");
      } else if (!is_empty(entry.value)) {
        read_entry(*field, entry);
      }
    }
  }

  void read_entry(const std::string& field, const YamlNode::Entry& entry) {
    const Origin origin{Origin::Kind::front_matter, entry.line, ""};
    if (is_moment(field)) return read_moment(field, entry, origin);
    if (is_list_field(field)) return read_list(field, entry, origin);
    if (field == "visibility") {
      // Whoever imports is not who decides what becomes public.
      const bool is_default = is_scalar(entry.value) && entry.value.text == "internal";
      return is_default ? void()
                        : leave_out(entry, "is decided in review: what is imported is internal");
    }
    if (has(field)) return leave_out(entry, fmt::format("says again what '{}' says", field));
    if (field == "links" || field == "public" || field == "review") {
      if (entry.value.kind != YamlNode::Kind::map) {
        return leave_out(entry, "must be a group of 'key: value' lines");
      }
      return read_group(field, entry, origin);
    }
    if (field == "impact" && entry.value.kind == YamlNode::Kind::map) {
      return read_group(field, entry, origin);
    }
    if (!is_scalar(entry.value)) return leave_out(entry, "must be one text");
    const std::string text(trim(entry.value.text));
    if (field == "status") {
      const auto status = status_of(text);
      if (!status) return leave_out(entry, fmt::format("is '{}', which is no status", text));
      add_status(*status, origin);
    } else if (field == "kind") {
      if (text != "incident" && text != "maintenance") {
        return leave_out(entry, "is neither incident nor maintenance");
      }
      add(field, make_scalar(text), origin);
    } else if (field == "published") {
      // Other tools say there whether it is.
      if (!parse_timestamp(text))
        return leave_out(entry, fmt::format("is '{}', which is no day", text));
      add(field, make_scalar(text), origin);
    } else if (field == "detection") {
      const auto detection = detection_of(text);
      if (!detection) {
        return leave_out(entry, "is none of alert, customer, employee, partner");
      }
      add(field, make_scalar(*detection), origin);
    } else {
      add(field, make_scalar(text), origin);
    }
  }

  void add_status(const StatedStatus& status, const Origin& origin) {
    if (!status.status.empty()) add("status", make_scalar(status.status), origin);
    if (status.is_resolved && !resolved_flag_) resolved_flag_ = {true, origin};
  }

  void read_moment(const std::string& field, const YamlNode::Entry& entry, const Origin& origin) {
    if (!is_scalar(entry.value)) return leave_out(entry, "must be one time");
    if (const auto flag = parse_flag(entry.value.text); flag && field == "resolved") {
      resolved_flag_ = {*flag, origin};
      return;
    }
    const auto span = read_stated_time(entry.value.text);
    if (!span) {
      return leave_out(entry, fmt::format("is '{}', which is no time", entry.value.text));
    }
    // 'started' says more than 'date', whichever comes first.
    auto& claims = claims_[field == "date" ? "started" : field];
    claims.insert(field == "started" ? claims.begin() : claims.end(), {span->begin, origin});
  }

  void read_list(const std::string& field, const YamlNode::Entry& entry, const Origin& origin) {
    const auto texts = texts_of(entry.value);
    if (!texts) return leave_out(entry, "must be a list of texts");
    const auto earlier = std::ranges::find(metadata_.fields, field, &MetadataField::name);
    if (earlier == metadata_.fields.end()) return add(field, make_list(*texts), origin);
    // "tags" and "keywords" are one list.
    std::vector<std::string> all = texts_of(earlier->value).value_or(std::vector<std::string>());
    for (const std::string& text : *texts) {
      if (std::ranges::find(all, text) == all.end()) all.push_back(text);
    }
    earlier->value = make_list(all);
  }

  // Of a group, the keys that the field has.
  void read_group(const std::string& field, const YamlNode::Entry& entry, const Origin& origin) {
    static const std::map<std::string_view, std::vector<std::string_view>> kKeys = {
        {"review", {"date", "facilitator", "attendees"}},
        {"impact", {"summary", "customers", "requests", "revenue", "data_loss"}},
        {"public", {"title", "summary", "approved_by", "not_before"}},
    };
    YamlNode group;
    group.kind = YamlNode::Kind::map;
    for (const YamlNode::Entry& item : entry.value.entries) {
      if (is_empty(item.value)) continue;
      const auto keys = kKeys.find(field);
      const bool is_known =
          keys == kKeys.end() || std::ranges::find(keys->second, item.key) != keys->second.end();
      if (is_known && fits(field, item)) {
        group.entries.push_back(item);
      } else {
        leave_out({entry.key + "." + item.key, item.line, item.column, item.value},
                  fmt::format("has no place in '{}'", field));
      }
    }
    if (!group.entries.empty()) add(field, std::move(group), origin);
  }

  static bool fits(std::string_view field, const YamlNode::Entry& item) {
    if (item.key == "attendees") return texts_of(item.value).has_value();
    if (!is_scalar(item.value)) return false;
    const std::string_view text = trim(item.value.text);
    if (field == "links") return text.starts_with("https://") || text.starts_with("http://");
    if (field == "review" && item.key == "date") return parse_timestamp(text).has_value();
    if (item.key == "data_loss") return parse_flag(text).has_value();
    return true;
  }

  // ---- Labels ----

  void read_labels() {
    std::map<std::string, int> known_in_section;
    for (const LabelledValue& label : draft_.labels) {
      if (!field_of_label(label.label).empty()) ++known_in_section[label.section];
    }
    const std::string title = draft_.body.sections.empty()
                                  ? ""
                                  : to_lower(plain_text(draft_.body.sections.front().heading));
    for (const LabelledValue& label : draft_.labels) {
      const std::string_view field = field_of_label(label.label);
      if (field.empty() || is_section_of_story(label.section)) continue;
      // One label in a section of whatever name can be chance; two are a head.
      const bool is_head = is_section_of_facts(label.section) || label.section == title ||
                           known_in_section[label.section] >= 2;
      if (is_head) read_label(field, label, label.section == title ? "" : label.section);
    }
  }

  void read_label(std::string_view field, const LabelledValue& label, const std::string& section) {
    read_value(field, collapse_spaces(plain_text(label.value)),
               {Origin::Kind::label, label.line, section});
  }

  void read_value(std::string_view field, const std::string& text, const Origin& origin) {
    if (is_not_given(text)) return;
    if (field == "duration" || is_moment(field)) return read_time_label(field, text, origin);
    if (field.starts_with("review.")) {
      return add_to_review(field.substr(std::string_view("review.").size()), text, origin);
    }
    if (has(field)) return;
    // "Reference: https://…", "owner/repository#12": what it is about has its own name elsewhere.
    const bool is_link =
        text.find("://") != std::string::npos ||
        (text.find('/') != std::string::npos && text.find('#') != std::string::npos);
    if (field == "id" && is_link) return;
    if (field == "status") {
      if (const auto status = status_of(text)) return add_status(*status, origin);
      return remark(origin.line, fmt::format("'{}' is no status that Debrief knows", text));
    }
    if (field == "detection") {
      if (const auto detection = detection_of(text)) add(field, make_scalar(*detection), origin);
    } else if (field == "authors") {
      if (const auto people = people_in(text); !people.empty())
        add(field, make_list(people), origin);
    } else if (is_list_field(field)) {
      if (const auto names = names_in(text); !names.empty()) add(field, make_list(names), origin);
    } else {
      add(field, make_scalar(text), origin);
    }
  }

  void read_time_label(std::string_view field, std::string_view text, const Origin& origin) {
    const auto span = read_stated_time(text);
    if (field == "duration") {
      // "45 minutes" is a length; what stays in the text is read there.
      if (!span || !span->end || !span->begin.clock) return;
      claims_["started"].push_back({span->begin, origin});
      claims_["resolved"].push_back({*span->end, origin});
      return;
    }
    if (!span) {
      if (const auto flag = parse_flag(text); flag && field == "resolved" && !resolved_flag_) {
        resolved_flag_ = {*flag, origin};
        return;
      }
      // "Detected: by a customer" is a sentence; a day that cannot be read is a loss.
      if (text.find_first_of("0123456789") != std::string_view::npos) {
        remark(origin.line, fmt::format("'{}' is no time that can be read", text));
      }
      return;
    }
    claims_[field == "date" ? "started" : std::string(field)].push_back({span->begin, origin});
    if (span->end) claims_["resolved"].push_back({*span->end, origin});
  }

  void add_to_review(std::string_view key, std::string_view text, const Origin& origin) {
    YamlNode value;
    if (key == "attendees") {
      value = make_list(people_in(text));
      if (value.items.empty()) return;
    } else if (key == "date") {
      const auto span = read_stated_time(text);
      const auto time = span ? completion_.complete(span->begin, std::nullopt) : std::nullopt;
      if (!time) return remark(origin.line, fmt::format("'{}' is no time that can be read", text));
      value = make_scalar(to_string(*time));
    } else {
      const auto people = people_in(text);
      if (people.size() != 1) return;
      value = make_scalar(people.front());
    }
    add_review_entry(key, std::move(value), origin);
  }

  void add_review_entry(std::string_view key, YamlNode value, const Origin& origin) {
    if (!has("review")) {
      YamlNode group;
      group.kind = YamlNode::Kind::map;
      add("review", std::move(group), origin);
    }
    auto& review = *std::ranges::find(metadata_.fields, "review", &MetadataField::name);
    if (review.value.find(key) == nullptr) {
      review.value.entries.push_back({std::string(key), 0, 0, std::move(value)});
    }
  }

  // "## Severity" with nothing but "SEV2" below it.
  void read_headings_as_labels(const std::vector<Section>& sections) {
    constexpr std::array<std::string_view, 9> kFields = {
        "severity", "date",   "started",  "resolved",          "services",
        "authors",  "status", "duration", "review.facilitator"};
    constexpr std::size_t kMostBytes = 80;
    for (const Section& section : sections) {
      if (section.heading.internal) continue;
      const std::string heading = to_lower(trim(plain_text(section.heading)));
      const std::string_view field = field_of_label(heading);
      const bool may_be_value = std::ranges::find(kFields, field) != kFields.end();
      if (!may_be_value || !section.sections.empty()) {
        read_headings_as_labels(section.sections);
        continue;
      }
      std::vector<std::string> texts;
      bool is_internal = false;
      for (const TextLine& line : text_lines(section.blocks)) {
        texts.push_back(plain_text(line.text));
        is_internal = is_internal || line.internal;
      }
      const std::string text = fmt::format("{}", fmt::join(texts, ", "));
      if (is_internal || text.empty() || text.size() > kMostBytes) continue;
      read_value(field, text, {Origin::Kind::label, section.heading.line, heading});
    }
  }

  // A section "Attendees" whose text is nothing but names.
  void read_attendees(const std::vector<Section>& sections) {
    for (const Section& section : sections) {
      const std::string heading = to_lower(trim(plain_text(section.heading)));
      constexpr std::array<std::string_view, 4> kHeadings = {"attendees", "participants",
                                                             "review attendees", "attendance"};
      if (std::ranges::find(kHeadings, heading) == kHeadings.end() || section.heading.internal) {
        read_attendees(section.sections);
        continue;
      }
      std::string names;
      for (const TextLine& line : text_lines(section.blocks)) {
        if (line.internal) continue;
        const std::string text = plain_text(line.text);
        if (people_in(text).empty() && !is_not_given(text)) return;
        names += text + "\n";
      }
      if (names.empty()) return;
      add_to_review("attendees", names, {Origin::Kind::label, section.heading.line, heading});
    }
  }

  // ---- Heading and file name ----

  void read_heading_and_name() {
    if (const Section* first = title_section()) {
      const Origin origin{Origin::Kind::heading, first->heading.line, ""};
      const StatedName heading = read_heading(plain_text(first->heading));
      if (!heading.title.empty()) add("title", make_scalar(heading.title), origin);
      if (!heading.id.empty()) add("id", make_scalar(heading.id), origin);
      if (heading.date) claim_date(*heading.date, origin);
      year_ = heading.year;
    }
    const Origin origin{Origin::Kind::file_name, 0, ""};
    const StatedName name = read_file_name(draft_.path);
    if (!name.id.empty()) add("id", make_scalar(name.id), origin);
    if (name.date) claim_date(*name.date, origin);
    if (name.year) year_ = name.year;
    if (!has("title")) {
      add("title", make_scalar(name.title.empty() ? stem_of(draft_.path) : name.title), origin);
    }
  }

  // The first heading, unless it begins a section such as "Summary".
  const Section* title_section() const {
    if (draft_.body.sections.empty()) return nullptr;
    const Section& first = draft_.body.sections.front();
    const bool is_title = first.heading.level == 1 || draft_.body.intro.empty();
    const std::string text = to_lower(trim(plain_text(first.heading)));
    // A title may be a word that is also the name of a section: "Monitoring mitigation".
    const bool is_section = !first.kind.empty() && first.heading.level > 1;
    const bool is_bare_section = !first.kind.empty() && text.find(' ') == std::string::npos;
    return is_title && !is_section && !is_bare_section && !first.heading.internal ? &first
                                                                                  : nullptr;
  }

  void claim_date(const Timestamp& date, const Origin& origin) {
    StatedTime time;
    time.date = date;
    claims_["started"].push_back({time, origin});
  }

  // ---- Times ----

  Timeline settle_times() {
    IncidentStart start = settle_start(
        {claims_["started"], year_, draft_.body, context_.first_commit}, context_.zone);
    for (Remark& found : start.remarks) metadata_.remarks.push_back(std::move(found));
    if (start.time) {
      add(start.time->has_clock() ? "started" : "date", make_scalar(to_string(*start.time)),
          start.origin);
    }
    for (const std::string_view field : kLaterMoments) settle_later(std::string(field), start);
    settle_resolved();
    return std::move(start.timeline);
  }

  void settle_later(const std::string& field, const IncidentStart& start) {
    for (const TimeClaim& claim : claims_[field]) {
      const auto completed = completion_.complete(claim.time, start.time);
      if (!completed) continue;
      const Timestamp time = with_offset(*completed, start.offset);
      if (start.time && certainly_before(time, *start.time)) {
        remark(claim.origin.line, fmt::format("{} ({}) is before the start ({})", field,
                                              to_string(time), to_string(*start.time)));
      }
      return add(field, make_scalar(to_string(time)), claim.origin);
    }
  }

  // A flag beside a time says nothing more, unless it denies it. What looks back on an incident was
  // written after it; without a word of it, each old report would be shown as still going on.
  void settle_resolved() {
    const auto time = std::ranges::find(metadata_.fields, "resolved", &MetadataField::name);
    const bool has_time = time != metadata_.fields.end();
    if (!resolved_flag_) {
      const Section* hindsight = find_hindsight(draft_.body.sections);
      if (has_time || hindsight == nullptr) return;
      add("resolved", make_scalar("yes"),
          {Origin::Kind::section, hindsight->heading.line, plain_text(hindsight->heading)});
      return;
    }
    const auto& [is_resolved, origin] = *resolved_flag_;
    if (!has_time) {
      add("resolved", make_scalar(is_resolved ? "yes" : "no"), origin);
    } else if (!is_resolved) {
      remark(origin.line, fmt::format("is it resolved? This line says no, but {} gives {}",
                                      to_string(time->origin), time->value.text));
    }
  }

  // ---- The rest ----

  void read_first_commit() {
    if (context_.first_commit == nullptr || context_.first_commit->author.empty()) return;
    add("authors", make_list({context_.first_commit->author}), {Origin::Kind::git, 0, ""});
  }

  void sort_fields() {
    const std::vector<std::string>& order = front_matter_fields();
    std::ranges::stable_sort(metadata_.fields, {}, [&order](const MetadataField& field) {
      return std::ranges::find(order, field.name) - order.begin();
    });
    std::ranges::stable_sort(metadata_.remarks, {}, &Remark::line);
  }

  void check_zones() {
    for (const MetadataField& field : metadata_.fields) {
      if (!is_moment(field.name) || !is_scalar(field.value)) continue;
      const auto time = parse_timestamp(field.value.text);
      if (time && time->has_clock() && time->zone == Timestamp::Zone::assumed_utc) {
        metadata_.lacks_zone = true;
      }
    }
  }

  const Draft& draft_;
  const InferenceContext& context_;
  const TimeCompletion completion_;
  Metadata metadata_;
  std::map<std::string, std::vector<TimeClaim>, std::less<>>
      claims_;  // by field, the most trusted first
  std::optional<std::pair<bool, Origin>> resolved_flag_;
  std::optional<Timestamp> year_;
};

}  // namespace

const MetadataField* Metadata::find(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, &MetadataField::name);
  return found == fields.end() ? nullptr : &*found;
}

Inference infer_metadata(const Draft& draft, const InferenceContext& context) {
  return Reader(draft, context).read();
}

}  // namespace debrief
