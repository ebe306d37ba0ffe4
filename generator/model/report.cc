#include "generator/model/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "generator/base/suggest.h"
#include "generator/base/text.h"
#include "generator/extract/section_names.h"
#include "generator/markdown/marks.h"
#include "generator/markdown/outline.h"
#include "generator/markdown/parse.h"
#include "generator/model/fields.h"
#include "generator/model/front_matter.h"
#include "generator/model/map_reader.h"

namespace debrief {
namespace {

// Of these, nobody expects a warning and a published post-mortem.
bool belongs_below_public(std::string_view key) {
  return equal_ignoring_case(key, "embargo") || equal_ignoring_case(key, "not_before") ||
         equal_ignoring_case(key, "not-before");
}

// The front matter under Debrief's own names, whatever tool it was written for. A flag under
// "resolved" (cState) moves to "is_resolved", beside the time that another key gives.
YamlNode with_own_names(const YamlNode& yaml, const SourceText& file, const Config& config,
                        Diagnostics& diagnostics) {
  YamlNode renamed = yaml;
  renamed.entries.clear();
  for (const YamlNode::Entry& entry : yaml.entries) {
    const SourceLocation where = file.at(entry.line, entry.column);
    if (is_ignored_field(entry.key)) continue;
    auto field = field_of(entry.key, config.field_aliases);
    if (!field && belongs_below_public(entry.key)) {
      diagnostics.error("below-public", where,
                        fmt::format("'{}' would keep nothing back here; write 'public: "
                                    "{{not_before: 2026-02-15}}'",
                                    entry.key));
      continue;
    }
    if (!field) {
      diagnostics.warning(
          "unknown-field", where,
          fmt::format("unknown field '{}'; it is shown nowhere{}", entry.key,
                      did_you_mean(entry.key, known_field_keys(config.field_aliases))));
      continue;
    }
    // Templates leave fields empty: not filled in, and no second value beside one that is.
    const bool is_empty =
        entry.value.kind == YamlNode::Kind::null ||
        (entry.value.kind == YamlNode::Kind::scalar && trim(entry.value.text).empty());
    if (is_empty) continue;
    if (*field == "resolved" && entry.value.kind == YamlNode::Kind::scalar &&
        parse_flag(entry.value.text)) {
      field = "is_resolved";
    }
    if (const YamlNode* earlier = renamed.find(*field)) {
      diagnostics.error("duplicate-field", where,
                        fmt::format("'{}' says again what line {} says ('{}'); keep one of the two",
                                    entry.key, earlier->line, *field));
      continue;
    }
    renamed.entries.push_back({*field, entry.line, entry.column, entry.value});
  }
  return renamed;
}

class ReportReader {
 public:
  ReportReader(const SourceText& file, MapReader& map, Diagnostics& diagnostics)
      : file_(file), map_(map), diagnostics_(diagnostics) {}

  Report read() {
    Report report;
    report.path = file_.path();
    report.where = file_.whole_file();
    report.id = map_.text_or("id", name_of_file(file_.path()));
    report.title = map_.required_text("title");
    read_kind(report);
    read_status(report);
    read_visibility(report);
    read_times(report);
    if (const auto severity = references("severity"); !severity.empty()) {
      report.severity = severity.front();
    }
    report.services = references("services");
    report.causes = references("causes");
    report.repeats = references("repeats");
    report.related = references("related");
    report.trigger = map_.text_or("trigger", "");
    report.summary = map_.text_or("summary", "");
    report.authors = map_.texts("authors");
    report.tags = map_.texts("tags");
    read_detection(report);
    read_impact(report);
    read_review(report);
    read_links(report);
    read_public_wording(report);
    if (report.kind == ReportKind::maintenance) leave_out_incident_fields(report);
    map_.finish(Level::warning);
    return report;
  }

 private:
  std::vector<Reference> references(std::string_view key) {
    std::vector<Reference> found;
    const YamlNode* node = map_.find(key);
    if (node == nullptr) return found;
    const bool is_list = node->kind == YamlNode::Kind::list;
    const std::vector<YamlNode> single{*node};
    for (const YamlNode& item : is_list ? node->items : single) {
      if (is_list && item.kind == YamlNode::Kind::list) {
        diagnostics_.error("wrong-type", map_.where(item),
                           fmt::format("'{}' must be a list of texts, without lists in it", key));
        continue;
      }
      for (std::string& text : read_texts(item, key, file_, diagnostics_)) {
        if (!text.empty()) found.push_back({std::move(text), map_.where(item)});
      }
    }
    return found;
  }

  void read_kind(Report& report) {
    const YamlNode* node = map_.find("kind");
    if (node == nullptr) return;
    const std::string text = map_.text_or("kind", "");
    if (text == "maintenance") {
      report.kind = ReportKind::maintenance;
    } else if (text != "incident") {
      diagnostics_.error("unknown-kind", map_.where(*node),
                         fmt::format("'{}' is neither incident nor maintenance{}", text,
                                     did_you_mean(text, {"incident", "maintenance"})));
    }
  }

  void leave_out_incident_fields(Report& report) {
    for (const Field& field : front_matter_table()) {
      const YamlNode* node = map_.find(field.name);
      if (node == nullptr || field.is_for_maintenance) continue;
      diagnostics_.warning("incident-only", map_.where(*node),
                           fmt::format("'{}' is for incidents; maintenance has none", field.name));
    }
    report.severity.reset();
    report.causes.clear();
    report.trigger.clear();
    report.detected.reset();
    report.acknowledged.reset();
    report.mitigated.reset();
    report.detection.clear();
    report.impact.reset();
    report.review = {};
    report.published.reset();
    report.repeats.clear();
    report.related.clear();
    report.tags.clear();
  }

  void read_status(Report& report) {
    const YamlNode* node = map_.find("status");
    if (node == nullptr) return;
    const std::string text = node->kind == YamlNode::Kind::scalar ? node->text : "";
    if (text == "draft") {
      report.status = Status::draft;
    } else if (text == "in-review") {
      report.status = Status::in_review;
    } else if (text == "published") {
      report.status_is_explicit = true;
    } else {
      report.status = Status::in_review;
      diagnostics_.warning("unknown-status", map_.where(*node),
                           "the status must be draft, in-review or published, written just so; it "
                           "is read as in-review and not published");
    }
  }

  void read_visibility(Report& report) {
    const YamlNode* node = map_.find("visibility");
    if (node == nullptr) return;
    const std::string text = node->kind == YamlNode::Kind::scalar ? node->text : "";
    if (text != "public" && text != "internal") {
      diagnostics_.warning("unknown-visibility", map_.where(*node),
                           "the visibility must be internal or public, written just so; it is read "
                           "as internal");
    }
    if (text != "public") return;
    report.visibility = Visibility::public_;
    if (report.status == Status::published && !report.status_is_explicit) {
      diagnostics_.warning("public-without-status", map_.where(*node),
                           "this post-mortem is not on the public site: that needs "
                           "'status: published' beside 'visibility: public'");
    }
  }

  std::optional<Moment> moment(std::string_view key) {
    const YamlNode* node = map_.find(key);
    if (node == nullptr) return std::nullopt;
    const SourceLocation where = map_.where(*node);
    if (node->kind != YamlNode::Kind::scalar) {
      map_.text(key);  // Reports the wrong type.
      return std::nullopt;
    }
    const auto time = timestamp(node->text, where);
    return time ? std::optional(Moment{*time, where}) : std::nullopt;
  }

  std::optional<Timestamp> timestamp(const std::string& text, const SourceLocation& where) {
    const auto time = parse_timestamp(text);
    if (!time) {
      diagnostics_.error(
          "bad-time", where,
          fmt::format("'{}' is not a time such as 2026-02-15T14:32:00+01:00, or a day "
                      "such as 2026-02-15",
                      text));
      return std::nullopt;
    }
    if (time->has_clock() && time->zone == Timestamp::Zone::assumed_utc) {
      diagnostics_.warning(
          "no-offset", where,
          fmt::format("'{}' does not say its offset from UTC and is read as UTC; add "
                      "Z or, for example, +01:00",
                      text));
    }
    return time;
  }

  void read_times(Report& report) {
    const auto date = moment("date");
    report.started = moment("started");
    const bool says_when = map_.find("started") != nullptr || map_.find("date") != nullptr;
    if (!report.started) report.started = date;
    if (!says_when) {
      diagnostics_.error("missing-key", file_.at(1),
                         "a post-mortem needs 'started' (or 'date'): when it happened");
    }
    report.detected = moment("detected");
    report.acknowledged = moment("acknowledged");
    report.mitigated = moment("mitigated");
    report.resolved = moment("resolved");
    if (const auto published = moment("published")) report.published = published->time;
    report.is_resolved = map_.flag("is_resolved");
    check_order(report);
  }

  // Each time with the earliest it can be. A day that is the other's day contradicts nothing.
  void check_order(const Report& report) {
    const auto check = [this](const std::optional<Moment>& earlier, std::string_view earlier_name,
                              const std::optional<Moment>& later, std::string_view later_name,
                              std::string id) {
      if (!earlier || !later || !certainly_before(later->time, earlier->time)) return;
      diagnostics_.warning(
          std::move(id), later->where,
          fmt::format("{} ({}) is before {} ({}); the times are kept as written and "
                      "left out of durations",
                      later_name, to_string(later->time), earlier_name, to_string(earlier->time)));
    };
    check(report.started, "started", report.resolved, "resolved", "ends-before-start");
    check(report.started, "started", report.mitigated, "mitigated", "times-out-of-order");
    check(report.mitigated, "mitigated", report.resolved, "resolved", "times-out-of-order");
    check(report.started, "started", report.detected, "detected", "times-out-of-order");
    check(report.detected, "detected", report.acknowledged, "acknowledged", "times-out-of-order");
    check(report.detected, "detected", report.resolved, "resolved", "times-out-of-order");
  }

  // What is read of a group is what the table says of it, and so what its schema says.
  static void finish_group(MapReader& reader, [[maybe_unused]] std::string_view field,
                           Level level = Level::warning) {
    assert(
        std::ranges::is_permutation(field_called(field).parts, reader.asked_for(), {},
                                    [](const FieldPart& part) { return std::string(part.name); }));
    reader.finish(level);
  }

  void read_detection(Report& report) {
    const auto& words = field_called("detection").words;
    const std::vector<std::string> known(words.begin(), words.end());
    const YamlNode* node = map_.find("detection");
    if (node == nullptr) return;
    report.detection = map_.text_or("detection", "");
    if (report.detection.empty()) return;
    if (std::ranges::find(known, report.detection) == known.end()) {
      diagnostics_.warning("unknown-detection", map_.where(*node),
                           fmt::format("'{}' is none of alert, customer, employee, partner{}",
                                       report.detection, did_you_mean(report.detection, known)));
      report.detection.clear();
    }
  }

  void read_impact(Report& report) {
    const YamlNode* node = map_.find("impact");
    if (node == nullptr) return;
    Impact impact;
    if (node->kind == YamlNode::Kind::map) {
      MapReader reader(*node, file_, "impact", diagnostics_);
      impact.summary = reader.text_or("summary", "");
      impact.customers = reader.text_or("customers", "");
      impact.requests = reader.text_or("requests", "");
      impact.revenue = reader.text_or("revenue", "");
      impact.data_loss = reader.flag("data_loss");
      finish_group(reader, "impact");
    } else {
      impact.summary = map_.text_or("impact", "");
    }
    report.impact = std::move(impact);
  }

  void read_review(Report& report) {
    const YamlNode* node = map_.find("review");
    if (node == nullptr) return;
    MapReader reader(*node, file_, "review", diagnostics_);
    if (const auto text = reader.text("date"); text && !text->empty()) {
      report.review.date = parse_timestamp(*text);
      if (!report.review.date) {
        diagnostics_.error("bad-time", reader.where_key("date"),
                           fmt::format("'{}' is not a day such as 2026-02-15", *text));
      }
    }
    report.review.facilitator = reader.text_or("facilitator", "");
    report.review.attendees = reader.texts("attendees");
    finish_group(reader, "review");
  }

  void read_links(Report& report) {
    const YamlNode* node = map_.find("links");
    if (node == nullptr) return;
    if (node->kind != YamlNode::Kind::map) {
      diagnostics_.error("wrong-type", map_.where(*node),
                         "links are written as 'name: https://…' lines");
      return;
    }
    for (const YamlNode::Entry& entry : node->entries) {
      const SourceLocation where = map_.where(entry.value);
      const std::string url =
          entry.value.kind == YamlNode::Kind::scalar ? std::string(trim(entry.value.text)) : "";
      if (url.empty()) continue;
      if (!url.starts_with("https://") && !url.starts_with("http://")) {
        diagnostics_.warning("link-scheme", where,
                             "a link must start with https:// or http://; it is not shown");
        continue;
      }
      report.links.push_back({entry.key, url});
    }
  }

  void read_public_wording(Report& report) {
    const YamlNode* node = map_.find("public");
    if (node == nullptr) return;
    MapReader reader(*node, file_, "public", diagnostics_);
    report.public_wording.title = reader.text_or("title", "");
    report.public_wording.summary = reader.text_or("summary", "");
    report.public_wording.approved_by = reader.text_or("approved_by", "");
    report.public_wording.approved_by_where = reader.where_key("approved_by");
    report.public_wording.embargo = read_not_before(reader);
    // A misspelt embargo would be none.
    if (refuse_embargo(*node, reader)) {
      report.public_wording.embargo = Embargo{};
      reader.finish(Level::error);
    } else {
      finish_group(reader, "public", Level::error);
    }
  }

  // What many would call it.
  bool refuse_embargo(const YamlNode& node, MapReader& reader) {
    const bool is_there = std::ranges::any_of(
        node.entries, [](const YamlNode::Entry& entry) { return entry.key == "embargo"; });
    if (!is_there) return false;
    reader.find("embargo");  // It is told here, and not once more as unknown.
    diagnostics_.error("unknown-key", reader.where_key("embargo"),
                       "an embargo is written as the first day on which it may be public: "
                       "'not_before: 2026-02-15'");
    return true;
  }

  std::optional<Embargo> read_not_before(MapReader& reader) {
    const bool is_empty = reader.is_empty("not_before");
    if (reader.find("not_before") == nullptr && !is_empty) return std::nullopt;
    const std::string text = reader.text("not_before").value_or("");
    if (!text.empty()) return Embargo{timestamp(text, reader.where_key("not_before"))};
    if (is_empty || reader.find("not_before")->kind == YamlNode::Kind::scalar) {
      diagnostics_.error("bad-time", reader.where_key("not_before"),
                         "'not_before' has no day; write one such as 2026-02-15, or take it out");
    }
    return Embargo{};
  }

  const SourceText& file_;
  MapReader& map_;
  Diagnostics& diagnostics_;
};

// A mark works in the text only. In front matter it would be shown as it stands, and what its
// author wanted hidden with it.
void refuse_marks(const YamlNode& node, const SourceText& file, Diagnostics& diagnostics) {
  if (node.text.find("<!--") != std::string::npos) {
    diagnostics.error("mark-in-front-matter", file.at(node.line, node.column),
                      "comments and redaction marks do not work in front matter; give the public "
                      "wording under 'public: {title: …, summary: …}'");
  }
  for (const YamlNode& item : node.items) refuse_marks(item, file, diagnostics);
  for (const YamlNode::Entry& entry : node.entries) {
    YamlNode key;
    key.text = entry.key;
    key.line = entry.line;
    key.column = entry.column;
    refuse_marks(key, file, diagnostics);
    refuse_marks(entry.value, file, diagnostics);
  }
}

// A first heading that repeats the title is the title: the page has one already. One with a mark
// stays, since the mark is for all that stands below it.
void drop_repeated_title(Outline& outline, const std::string& title) {
  if (outline.sections.empty() || !outline.intro.empty()) return;
  const Section& first = outline.sections.front();
  if (first.heading.level != 1 || first.heading.internal) return;
  if (collapse_spaces(plain_text(first.heading)) != collapse_spaces(title)) {
    return;
  }
  Section section = std::move(outline.sections.front());
  outline.sections.erase(outline.sections.begin());
  outline.intro = std::move(section.blocks);
  outline.sections.insert(outline.sections.begin(), std::move_iterator(section.sections.begin()),
                          std::move_iterator(section.sections.end()));
}

// `internal`: a heading above the sections is marked.
void collect_actions(const std::vector<Section>& sections, const std::optional<Moment>& started,
                     bool internal, std::vector<ActionItem>& out) {
  for (const Section& section : sections) {
    if (section.kind != "action-items") {
      collect_actions(section.sections, started, internal || section.heading.internal, out);
      continue;
    }
    for (ActionItem& item :
         read_action_items(section, started ? std::optional(started->time) : std::nullopt)) {
      item.internal = item.internal || internal;
      out.push_back(std::move(item));
    }
  }
}

// The text is evidence, and its author may mend it or leave it: nothing here is an error.
void report_text_problems(const Timeline& timeline, const IncidentTimes& times,
                          const SourceText& file, Diagnostics& diagnostics) {
  for (const TimelineProblem& problem : timeline.problems) {
    // A later entry above an earlier one is often meant so; checking rules on it is for reviews.
    if (problem.id == "timeline-order") continue;
    diagnostics.warning(problem.id, file.at(problem.line), problem.message);
  }
  for (const TimesProblem& problem : times.problems) {
    const bool is_remark = problem.id == "duration-of-a-part";
    diagnostics.add({is_remark ? Level::info : Level::warning, file.at(problem.line), problem.id,
                     problem.message});
  }
}

struct Parsed {
  YamlNode yaml;
  MarkdownDocument document;
};

// What post-mortems and guides have in common: front matter, then Markdown.
std::optional<Parsed> parse_file(const SourceText& file, Diagnostics& diagnostics) {
  if (const auto offset = find_invalid_utf8(file.bytes())) {
    SourceLocation where = file.at_offset(*offset);
    where.line_text.clear();
    diagnostics.error("invalid-utf8", where, "the text is not valid UTF-8; save the file as UTF-8");
    return std::nullopt;
  }
  const auto front_matter = split_front_matter(file, diagnostics);
  if (!front_matter) return std::nullopt;
  auto yaml = parse_yaml(file, front_matter->yaml_offset, front_matter->yaml_length, diagnostics);
  // The body is read even if the front matter is not: all problems in one run.
  MarkdownDocument document =
      parse_markdown(file, front_matter->body_offset, MarkdownLimits{}, diagnostics);
  apply_marks(document, file, diagnostics);
  if (!yaml) return std::nullopt;
  if (yaml->kind != YamlNode::Kind::map) {
    diagnostics.error("wrong-type", file.at(1),
                      "the front matter must be 'key: value' lines, 'title: …' among them");
    return std::nullopt;
  }
  return Parsed{std::move(*yaml), std::move(document)};
}

}  // namespace

std::optional<Report> read_report(const SourceFile& source, const Config& config,
                                  Diagnostics& diagnostics) {
  const SourceText file(source.path, source.bytes);
  auto parsed = parse_file(file, diagnostics);
  if (!parsed) return std::nullopt;
  refuse_marks(parsed->yaml, file, diagnostics);
  const YamlNode yaml = with_own_names(parsed->yaml, file, config, diagnostics);
  MapReader map(yaml, file, "a post-mortem", diagnostics);
  Report report = ReportReader(file, map, diagnostics).read();
  for (const YamlNode::Entry& entry : yaml.entries) {
    report.field_lines.emplace_back(entry.key, entry.line);
  }
  report.body = make_outline(std::move(parsed->document.blocks), canonical_section);
  report.footnotes = std::move(parsed->document.footnotes);
  drop_repeated_title(report.body, report.title);
  collect_actions(report.body.sections, report.started, false, report.actions);
  const Timeline timeline = timeline_of(report, config);
  report.times = incident_times(front_matter_times(report), timeline, labelled_values(report.body));
  report_text_problems(timeline, report.times, file, diagnostics);
  return report;
}

int line_of_field(const Report& report, std::string_view field) {
  const auto found =
      std::ranges::find(report.field_lines, field, &std::pair<std::string, int>::first);
  return found == report.field_lines.end() ? 0 : found->second;
}

std::string name_of_file(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = name.substr(0, name.rfind('.'));
  if (name != "index") return std::string(name);
  const std::string_view folder = path.substr(0, path.rfind('/'));
  return std::string(folder.substr(folder.rfind('/') + 1));
}

FrontMatterTimes front_matter_times(const Report& report) {
  const auto time = [](const std::optional<Moment>& moment) {
    return moment ? std::optional(moment->time) : std::nullopt;
  };
  return {time(report.started), time(report.detected), time(report.acknowledged),
          time(report.mitigated), time(report.resolved)};
}

Timeline timeline_of(const Report& report, const Config& config) {
  TimelineContext context;
  context.started = front_matter_times(report).started;
  context.home = &config.time_zone;
  return read_timeline(report.body, context);
}

std::optional<Guide> read_guide(const SourceFile& source, Diagnostics& diagnostics) {
  const SourceText file(source.path, source.bytes);
  auto parsed = parse_file(file, diagnostics);
  if (!parsed) return std::nullopt;
  refuse_marks(parsed->yaml, file, diagnostics);
  MapReader map(parsed->yaml, file, "a guide page", diagnostics);
  Guide guide;
  guide.path = source.path;
  guide.where = file.whole_file();
  guide.title = map.required_text("title");
  const YamlNode* visibility = map.find("visibility");
  const bool is_text = visibility != nullptr && visibility->kind == YamlNode::Kind::scalar;
  if (is_text && visibility->text == "public") {
    guide.visibility = Visibility::public_;
  } else if (visibility != nullptr && !(is_text && visibility->text == "internal")) {
    diagnostics.warning("unknown-visibility", map.where(*visibility),
                        "the visibility must be internal or public, written just so; it is read as "
                        "internal");
  }
  if (const auto order = map.text("order")) {
    const bool digits = !order->empty() && order->size() < 5 &&
                        order->find_first_not_of("0123456789") == std::string::npos;
    if (digits) {
      guide.order = std::stoi(*order);
    } else {
      diagnostics.error("wrong-type", map.where_key("order"), "'order' must be a number");
    }
  }
  map.finish();
  guide.body = make_outline(std::move(parsed->document.blocks), canonical_section);
  guide.footnotes = std::move(parsed->document.footnotes);
  drop_repeated_title(guide.body, guide.title);
  return guide;
}

}  // namespace debrief
