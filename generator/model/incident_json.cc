#include "generator/model/incident_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "generator/base/day.h"
#include "generator/base/json_values.h"
#include "generator/extract/factors.h"
#include "generator/extract/five_whys.h"

namespace debrief {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(Status status) {
  return status == Status::draft       ? "draft"
         : status == Status::in_review ? "in-review"
                                       : "published";
}

std::string_view name_of(PhaseTime::Source source) {
  switch (source) {
    case PhaseTime::Source::front_matter:
      return "front-matter";
    case PhaseTime::Source::timeline_label:
      return "timeline-label";
    case PhaseTime::Source::timeline_wording:
      return "timeline-wording";
    case PhaseTime::Source::timeline_first:
      return "timeline-first";
  }
  return "";
}

std::string_view name_of(TimelineEntry::Certainty certainty) {
  switch (certainty) {
    case TimelineEntry::Certainty::exact:
      return "exact";
    case TimelineEntry::Certainty::approximate:
      return "approximate";
    case TimelineEntry::Certainty::unknown:
      return "unknown";
  }
  return "";
}

// What an author wrote, and what it was found to mean.
Json reference_json(const Reference& reference, const std::optional<std::string>& id) {
  return {
      {"label", reference.text}, {"id", id ? Json(*id) : Json()}, {"line", reference.where.line}};
}

Json references_json(const std::vector<Reference>& references) {
  Json list = Json::array();
  for (const Reference& reference : references) {
    list.push_back({{"label", reference.text}, {"line", reference.where.line}});
  }
  return list;
}

std::string_view name_of(Publication::State state) {
  switch (state) {
    case Publication::State::internal:
      return "internal";
    case Publication::State::waiting:
      return "waiting";
    case Publication::State::embargoed:
      return "embargoed";
    case Publication::State::public_:
      return "public";
  }
  return "";
}

std::string_view name_of(Publication::Lack lack) {
  switch (lack) {
    case Publication::Lack::draft:
      return "draft";
    case Publication::Lack::in_review:
      return "in-review";
    case Publication::Lack::status_not_said:
      return "status";
    case Publication::Lack::approval:
      return "approval";
    case Publication::Lack::known_approver:
      return "known-approver";
    case Publication::Lack::readable_day:
      return "readable-day";
  }
  return "";
}

Json publication_json(const Publication& publication) {
  Json lacks = Json::array();
  for (const Publication::Lack lack : publication.lacks) lacks.push_back(name_of(lack));
  return {{"state", name_of(publication.state)},
          {"lacks", std::move(lacks)},
          {"first_day", publication.first_day ? Json(to_string(*publication.first_day)) : Json()}};
}

std::optional<Timestamp> not_before_of(const Report& report) {
  const std::optional<Embargo>& embargo = report.public_wording.embargo;
  return embargo ? embargo->not_before : std::nullopt;
}

Json times_json(const Report& report) {
  const IncidentTimes& times = report.times;
  const auto line_of = [&report](const PhaseTime& found, Phase phase) {
    if (found.line != 0) return found.line;
    const std::array<const std::optional<Moment>*, 5> moments = {
        &report.started, &report.detected, &report.acknowledged, &report.mitigated,
        &report.resolved};
    const std::optional<Moment>& moment = *moments.at(static_cast<std::size_t>(phase));
    return moment ? moment->where.line : 0;
  };
  Json out = Json::object();
  for (const Phase phase : kPhases) {
    const auto& found = times.at(phase);
    Json& value = out[std::string(to_string(phase))];
    if (!found) continue;
    value = {{"time", to_string(found->time)},
             {"source", name_of(found->source)},
             {"line", line_of(*found, phase)},
             {"approximate", found->approximate}};
  }
  return out;
}

Json figure_json(const Figure& figure) {
  if (figure.is_empty()) return {};
  Json stated = Json::array();
  for (const StatedFigure& each : figure.stated) {
    stated.push_back({{"text", each.text},
                      {"seconds", each.duration ? Json(each.duration->value.count()) : Json()},
                      {"approximate", each.duration ? Json(each.duration->approximate) : Json()},
                      {"remark", each.duration ? text_or_null(each.duration->remark) : Json()},
                      {"line", each.line}});
  }
  return {{"seconds", figure.value ? Json(figure.value->count()) : Json()},
          {"approximate", figure.approximate},
          {"in_doubt", figure.in_doubt},
          {"doubt", text_or_null(figure.doubt)},
          {"stated", std::move(stated)}};
}

Json figures_json(const IncidentTimes& times) {
  return {{"time_to_detect", figure_json(times.time_to_detect)},
          {"time_to_acknowledge", figure_json(times.time_to_acknowledge)},
          {"time_to_mitigate", figure_json(times.time_to_mitigate)},
          {"time_to_resolve", figure_json(times.time_to_resolve)}};
}

Json timeline_json(const Timeline& timeline) {
  Json list = Json::array();
  for (const TimelineEntry& entry : timeline.entries) {
    list.push_back({{"written", text_or_null(entry.written)},
                    {"time", time_or_null(entry.time)},
                    {"end", time_or_null(entry.end)},
                    {"certainty", name_of(entry.certainty)},
                    {"phase", entry.phase ? Json(to_string(*entry.phase)) : Json()},
                    {"phase_is_labelled", entry.phase_is_labelled},
                    {"text", plain_text(entry.text)},
                    {"more", text_or_null(plain_text(entry.blocks))},
                    {"who", text_or_null(entry.who)},
                    {"line", entry.line},
                    {"internal", entry.internal}});
  }
  return list;
}

Json why_json(const Why& why) {
  Json deeper = Json::array();
  for (const Why& next : why.deeper) deeper.push_back(why_json(next));
  return {{"question", text_or_null(plain_text(why.question))},
          {"answer", text_or_null(plain_text(why.answer))},
          {"line", why.line},
          {"internal", why.internal},
          {"deeper", std::move(deeper)}};
}

Json action_json(const ActionItem& item) {
  return {{"text", plain_text(item.text)},
          {"state", item.done      ? "done"
                    : item.dropped ? "dropped"
                                   : "open"},
          {"progress", text_or_null(item.progress)},
          {"type", text_or_null(item.type)},
          {"priority", text_or_null(item.priority)},
          {"owners", item.owners},
          {"due", item.due ? Json(to_string(*item.due)) : Json()},
          {"due_text", text_or_null(item.due_text)},
          {"completed", time_or_null(item.completed)},
          {"ticket", text_or_null(item.ticket)},
          {"ticket_url",
           item.ticket_link.kind == LinkTarget::Kind::url ? Json(item.ticket_link.value) : Json()},
          {"line", item.line},
          {"internal", item.internal}};
}

Json sections_json(const std::vector<Section>& sections) {
  Json list = Json::array();
  for (const Section& section : sections) {
    list.push_back({{"heading", plain_text(section.heading)},
                    {"section", text_or_null(section.kind)},
                    {"level", section.heading.level},
                    {"line", section.heading.line},
                    {"internal", section.heading.internal},
                    {"sections", sections_json(section.sections)}});
  }
  return list;
}

Json impact_json(const std::optional<Impact>& impact) {
  if (!impact) return {};
  return {{"summary", text_or_null(impact->summary)},
          {"customers", text_or_null(impact->customers)},
          {"requests", text_or_null(impact->requests)},
          {"revenue", text_or_null(impact->revenue)},
          {"data_loss", impact->data_loss ? Json(*impact->data_loss) : Json()}};
}

Json whys_json(const FiveWhys& found) {
  Json whys = Json::array();
  for (const Why& why : found.whys) whys.push_back(why_json(why));
  Json conclusions = Json::array();
  for (const WhyConclusion& conclusion : found.conclusions) {
    const bool is_action = conclusion.kind == WhyConclusion::Kind::action;
    conclusions.push_back({{"kind", is_action ? "action" : "root-cause"},
                           {"text", plain_text(conclusion.text)},
                           {"line", conclusion.line},
                           {"internal", conclusion.internal}});
  }
  return {{"whys", std::move(whys)}, {"conclusions", std::move(conclusions)}};
}

// The vocabulary's ids for what the author wrote; each name was looked up when the file was read.
Json services_json(const KnowledgeBase& kb, const Report& report) {
  Json list = Json::array();
  for (const Reference& reference : report.services) {
    const auto found = kb.vocabulary.find_service(reference.text);
    list.push_back(reference_json(
        reference, found ? std::optional(kb.vocabulary.services[*found].id) : std::nullopt));
  }
  return list;
}

Json causes_json(const KnowledgeBase& kb, const Report& report) {
  Json list = Json::array();
  for (const Reference& reference : report.causes) {
    const auto found = kb.vocabulary.find_cause(reference.text);
    list.push_back(reference_json(
        reference, found ? std::optional(kb.vocabulary.causes[*found].id) : std::nullopt));
  }
  return list;
}

Json severity_json(const KnowledgeBase& kb, const Incident& incident) {
  if (!incident.report.severity) return {};
  return reference_json(*incident.report.severity,
                        incident.severity
                            ? std::optional(kb.config.severities[*incident.severity].id)
                            : std::nullopt);
}

}  // namespace

std::string incident_json(const KnowledgeBase& kb, const Incident& incident, const AsOf& as_of) {
  const Report& report = incident.report;
  Json out;
  out["id"] = report.id;
  out["path"] = report.path;
  out["title"] = report.title;
  out["kind"] = report.kind == ReportKind::maintenance ? "maintenance" : "incident";
  out["status"] = name_of(report.status);
  const Publication publication = publication_of(kb, report, as_of);
  out["is_public"] = publication.state == Publication::State::public_;
  out["publication"] = publication_json(publication);
  out["severity"] = severity_json(kb, incident);
  out["services"] = services_json(kb, report);
  out["causes"] = causes_json(kb, report);
  out["trigger"] = text_or_null(report.trigger);
  out["detection"] = text_or_null(report.detection);
  out["impact"] = impact_json(report.impact);
  out["summary"] = text_or_null(report.summary);
  out["review"] = {{"date", time_or_null(report.review.date)},
                   {"facilitator", text_or_null(report.review.facilitator)},
                   {"attendees", report.review.attendees}};
  out["published"] = time_or_null(report.published);
  out["authors"] = report.authors;
  out["repeats"] = references_json(report.repeats);
  out["related"] = references_json(report.related);
  out["tags"] = report.tags;
  out["links"] = Json::object();
  for (const NamedLink& link : report.links) out["links"][link.name] = link.url;
  out["public"] = {{"title", text_or_null(report.public_wording.title)},
                   {"summary", text_or_null(report.public_wording.summary)},
                   {"approved_by", text_or_null(report.public_wording.approved_by)},
                   {"not_before", time_or_null(not_before_of(report))}};
  out["lines"] = Json::object();
  for (const auto& [field, line] : report.field_lines) {
    out["lines"][field == "is_resolved" ? "resolved" : field] = line;
  }
  out["times"] = times_json(report);
  out["figures"] = figures_json(report.times);
  out["timeline"] = timeline_json(timeline_of(report, kb.config));
  out["five_whys"] = whys_json(read_five_whys(report.body));
  out["contributing_factors"] = Json::array();
  for (const Factor& factor : contributing_factors(report.body)) {
    out["contributing_factors"].push_back(
        {{"text", plain_text(factor.text)}, {"line", factor.line}, {"internal", factor.internal}});
  }
  out["action_items"] = Json::array();
  for (const ActionItem& item : report.actions) out["action_items"].push_back(action_json(item));
  out["sections"] = sections_json(report.body.sections);
  return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace debrief
