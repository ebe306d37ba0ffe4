#include "generator/view/body_facts.h"

#include <utility>

#include "generator/extract/factors.h"
#include "generator/extract/five_whys.h"

namespace debrief {
namespace {

ViewTimelineEntry::Certainty view_certainty(TimelineEntry::Certainty certainty) {
  switch (certainty) {
    case TimelineEntry::Certainty::exact:
      return ViewTimelineEntry::Certainty::exact;
    case TimelineEntry::Certainty::approximate:
      return ViewTimelineEntry::Certainty::approximate;
    case TimelineEntry::Certainty::unknown:
      break;
  }
  return ViewTimelineEntry::Certainty::unknown;
}

Hidden hidden_if_marked(bool internal) {
  return internal ? Hidden::marked : Hidden::no;
}

ViewWhy view_why(const Why& why) {
  ViewWhy shown;
  shown.question = why.question;
  shown.answer = why.answer;
  shown.hidden = hidden_if_marked(why.internal);
  shown.line = why.line;
  for (const Why& deeper : why.deeper) shown.deeper.push_back(view_why(deeper));
  return shown;
}

void show(std::vector<ViewWhy>& whys) {
  for (ViewWhy& why : whys) {
    why.hidden = Hidden::no;
    show(why.deeper);
  }
}

}  // namespace

std::vector<ViewTimelineEntry> view_timeline(const Timeline& timeline) {
  std::vector<ViewTimelineEntry> entries;
  entries.reserve(timeline.entries.size());
  for (const TimelineEntry& entry : timeline.entries) {
    ViewTimelineEntry& shown = entries.emplace_back();
    shown.written = entry.written;
    shown.time = entry.time;
    shown.end = entry.end;
    shown.certainty = view_certainty(entry.certainty);
    shown.phase = entry.phase;
    shown.text = entry.text;
    shown.blocks = entry.blocks;
    shown.who = entry.who;
    shown.hidden = hidden_if_marked(entry.internal);
    shown.line = entry.line;
  }
  return entries;
}

void read_reasons(ViewIncident& incident) {
  incident.whys.clear();
  incident.why_conclusions.clear();
  incident.factors.clear();
  const FiveWhys found = read_five_whys(incident.body);
  for (const Why& why : found.whys) incident.whys.push_back(view_why(why));
  for (const WhyConclusion& conclusion : found.conclusions) {
    const auto kind = conclusion.kind == WhyConclusion::Kind::action
                          ? ViewWhyConclusion::Kind::action
                          : ViewWhyConclusion::Kind::root_cause;
    incident.why_conclusions.push_back(
        {kind, conclusion.text, hidden_if_marked(conclusion.internal), conclusion.line});
  }
  for (const Factor& factor : contributing_factors(incident.body)) {
    incident.factors.push_back({factor.text, hidden_if_marked(factor.internal), factor.line});
  }
}

void show_facts(ViewIncident& incident) {
  for (ViewTimelineEntry& entry : incident.timeline) entry.hidden = Hidden::no;
  show(incident.whys);
  for (ViewWhyConclusion& conclusion : incident.why_conclusions) conclusion.hidden = Hidden::no;
  for (ViewFactor& factor : incident.factors) factor.hidden = Hidden::no;
  for (ViewActionItem& item : incident.actions) item.hidden = Hidden::no;
}

}  // namespace debrief
