#include "tests/support/print_view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <string_view>

#include "generator/base/text.h"

namespace debrief {
namespace {

std::string print_target(const LinkTarget& target) {
  const std::string fragment = target.fragment.empty() ? "" : "#" + target.fragment;
  switch (target.kind) {
    case LinkTarget::Kind::none:
      return "";
    case LinkTarget::Kind::url:
      return target.value;
    case LinkTarget::Kind::relative:
      return "relative:" + target.value;
    case LinkTarget::Kind::page:
      return "page:" + target.value + fragment;
    case LinkTarget::Kind::asset:
      return "asset:" + target.value;
    case LinkTarget::Kind::fragment:
      return "#" + target.value;
  }
  return "";
}

std::string print_title(const Node& node) {
  return node.title.empty() ? "" : fmt::format(" \"{}\"", node.title);
}

std::string_view print_hidden(Hidden hidden) {
  switch (hidden) {
    case Hidden::no:
      return "";
    case Hidden::marked:
      return "marked";
    case Hidden::replaced:
      return "replaced";
    case Hidden::left_out:
      return "left out";
    case Hidden::partly:
      return "partly";
    case Hidden::link:
      return "link";
  }
  return "";
}

std::string print_hidden(Hidden hidden, const std::string& text) {
  return hidden == Hidden::no ? text : fmt::format("{{{{{}: {}}}}}", print_hidden(hidden), text);
}

// "{{marked = our bank: Blue Heron Bank}}" around what the public does not read.
std::string print_hidden(const Node& node, const std::string& text) {
  if (node.hidden == Hidden::no) return text;
  return fmt::format("{{{{{}{}{}: {}}}}}", print_hidden(node.hidden),
                     node.replacement.empty() ? "" : " = ", node.replacement, text);
}

std::string print_code(const Node& node) {
  return node.children.empty() ? node.text : print_text(node.children);
}

std::string print_inline(const Node& node) {
  const std::string inside = print_text(node.children);
  switch (node.kind) {
    case NodeKind::text:
      return node.text;
    case NodeKind::soft_break:
      return " ";
    case NodeKind::line_break:
      return "\\\n";
    case NodeKind::code:
      return "`" + print_code(node) + "`";
    case NodeKind::emphasis:
      return "*" + inside + "*";
    case NodeKind::strong:
      return "**" + inside + "**";
    case NodeKind::strikethrough:
      return "~~" + inside + "~~";
    case NodeKind::footnote_reference:
      return fmt::format("[^{}]", node.number);
    case NodeKind::comment:
      return "<!-- " + node.text + " -->";
    case NodeKind::link:
      return fmt::format("[{}]({}{})", inside, print_target(node.target), print_title(node));
    case NodeKind::image:
      return fmt::format("![{}]({}{})", inside, print_target(node.target), print_title(node));
    default:
      return "";
  }
}

std::string indented(std::string_view text, std::string_view first, std::string_view rest) {
  std::string out;
  bool is_first = true;
  for (const std::string_view line : split(text, '\n')) {
    if (!is_first) out += "\n";
    if (!line.empty() || is_first) out.append(is_first ? first : rest);
    out += line;
    is_first = false;
  }
  return out;
}

std::string print_item(const Node& list, std::size_t index) {
  const Node& item = list.children[index];
  const std::string number =
      list.ordered ? fmt::format("{}. ", static_cast<std::size_t>(list.start) + index) : "- ";
  const std::string box = item.task == Task::none ? "" : item.task == Task::done ? "[x] " : "[ ] ";
  return indented(print_text(item.children), number + box, "  ");
}

std::string print_block(const Node& node) {
  std::string out;
  switch (node.kind) {
    case NodeKind::heading:
      return std::string(static_cast<std::size_t>(node.level), '#') + " " +
             print_text(node.children);
    case NodeKind::block_quote:
      return indented(print_text(node.children), "> ", "> ");
    case NodeKind::list:
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        out += (i == 0 ? "" : node.tight ? "\n" : "\n\n") + print_item(node, i);
      }
      return out;
    case NodeKind::code_block:
      return fmt::format("```{}\n{}```", node.info, print_code(node));
    case NodeKind::thematic_break:
      return "---";
    case NodeKind::table:
      for (const Node& row : node.children) {
        out += (out.empty() ? "|" : "\n|");
        for (const Node& cell : row.children) out += " " + print_text(cell.children) + " |";
      }
      return out;
    case NodeKind::footnote_definition:
      return fmt::format("[^{}]: {}", node.number, print_text(node.children));
    case NodeKind::comment_block:
      return "<!-- " + node.text + " -->";
    default:
      return print_text(node.children);
  }
}

std::string print_sections(const std::vector<Section>& sections) {
  std::string out;
  for (const Section& section : sections) {
    out += print_block(section.heading);
    if (!section.kind.empty()) out += " {" + section.kind + "}";
    if (section.hidden != Hidden::no)
      out += fmt::format(" {{{{{}}}}}", print_hidden(section.hidden));
    out += "\n";
    if (!section.blocks.empty()) out += print_text(section.blocks) + "\n";
    out += print_sections(section.sections);
  }
  return out;
}

class Fields {
 public:
  void add(std::string_view name, std::string_view value) {
    if (!value.empty()) out_ += fmt::format("{}: {}\n", name, value);
  }
  void add(std::string_view name, const std::optional<Timestamp>& time) {
    if (time) add(name, to_string(*time));
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string print_state(ViewIncident::State state) {
  switch (state) {
    case ViewIncident::State::open:
      return "open";
    case ViewIncident::State::resolved:
      return "resolved";
    case ViewIncident::State::unknown:
      return "";
  }
  return "";
}

std::vector<std::string> slugs(const View& view, const std::vector<IncidentIndex>& incidents) {
  std::vector<std::string> found;
  for (const IncidentIndex incident : incidents) found.push_back(view.incidents()[incident].slug);
  return found;
}

std::string print_impact(const ViewImpact& impact) {
  std::vector<std::string> parts;
  for (const std::string& part :
       {impact.summary, impact.customers, impact.requests, impact.revenue}) {
    if (!part.empty()) parts.push_back(part);
  }
  if (impact.data_loss) parts.emplace_back(*impact.data_loss ? "data lost" : "no data lost");
  return fmt::format("({})", fmt::join(parts, "; "));
}

void add_names(const View& view, const ViewIncident& incident, Fields& fields) {
  std::vector<std::string> services;
  std::vector<std::string> causes;
  std::vector<std::string> links;
  for (const std::size_t i : incident.services) services.push_back(view.services()[i].name);
  for (const std::size_t i : incident.causes) causes.push_back(view.causes()[i].key);
  for (const ViewLink& link : incident.links) links.push_back(link.name + " " + link.url);
  if (incident.severity) fields.add("severity", view.severities()[*incident.severity].label);
  fields.add("severity_label", incident.severity_label);
  fields.add("services", fmt::format("{}", fmt::join(services, ", ")));
  fields.add("causes", fmt::format("{}", fmt::join(causes, ", ")));
  fields.add("tags", fmt::format("{}", fmt::join(incident.tags, ", ")));
  fields.add("links", fmt::format("{}", fmt::join(links, ", ")));
  fields.add("authors", fmt::format("{}", fmt::join(incident.authors, ", ")));
  fields.add("repeats", fmt::format("{}", fmt::join(slugs(view, incident.repeats), ", ")));
  fields.add("repeated_by", fmt::format("{}", fmt::join(slugs(view, incident.repeated_by), ", ")));
  fields.add("related", fmt::format("{}", fmt::join(slugs(view, incident.related), ", ")));
}

void add_action(const ViewActionItem& action, Fields& fields) {
  std::string text = fmt::format("{} {}", action.done ? "[x]" : "[ ]", print_text(action.text));
  if (action.dropped) text += " dropped";
  if (!action.type.empty()) text += " type=" + action.type;
  if (!action.priority.empty()) text += " priority=" + action.priority;
  for (const std::string& owner : action.owners) text += " owner=" + owner;
  for (const std::string& team : action.teams) text += " team=" + team;
  if (action.due) text += " due=" + to_string(*action.due);
  if (!action.due_text.empty()) text += " due=" + action.due_text;
  if (action.completed) text += " completed=" + to_string(*action.completed);
  if (!action.progress.empty()) text += " progress='" + action.progress + "'";
  if (!action.ticket.empty()) text += " ticket=" + action.ticket + action.ticket_url;
  fields.add("action", print_hidden(action.hidden, text));
}

void add_entry(const ViewTimelineEntry& entry, Fields& fields) {
  using Certainty = ViewTimelineEntry::Certainty;
  std::string text = entry.certainty == Certainty::approximate ? "~" : "";
  text += entry.time ? to_string(*entry.time) : "?";
  if (entry.end) text += " to " + to_string(*entry.end);
  text += fmt::format(" '{}' {}", entry.written, print_text(entry.text));
  if (!entry.blocks.empty()) text += " below: " + print_text(entry.blocks);
  if (!entry.who.empty()) text += " who=" + entry.who;
  if (entry.phase) text += " phase=" + std::string(to_string(*entry.phase));
  fields.add("entry", print_hidden(entry.hidden, text));
}

void add_why(const ViewWhy& why, Fields& fields, const std::string& indent = "") {
  const std::string text =
      fmt::format("{}{} -> {}", indent, print_text(why.question), print_text(why.answer));
  fields.add("why", print_hidden(why.hidden, text));
  for (const ViewWhy& deeper : why.deeper) add_why(deeper, fields, indent + " ");
}

}  // namespace

std::string print_text(const std::vector<Node>& nodes) {
  std::string out;
  for (const Node& node : nodes) {
    if (!is_block(node.kind)) {
      out += print_hidden(node, print_inline(node));
      continue;
    }
    if (!out.empty()) out += "\n";
    out += print_hidden(node, print_block(node));
  }
  return out;
}

std::string print_text(const Outline& body, const std::vector<Node>& footnotes) {
  std::string out = print_text(body.intro);
  if (!out.empty()) out += "\n";
  out += print_sections(body.sections);
  if (!footnotes.empty()) out += print_text(footnotes) + "\n";
  return out;
}

std::string print_incident(const View& view, const ViewIncident& incident) {
  Fields fields;
  fields.add("incident", incident.slug);
  fields.add("id", incident.id);
  fields.add("title", incident.title);
  fields.add("summary", incident.summary);
  fields.add("state", print_state(incident.state));
  add_names(view, incident, fields);
  fields.add("started", incident.started);
  fields.add("detected", incident.detected);
  fields.add("acknowledged", incident.acknowledged);
  fields.add("mitigated", incident.mitigated);
  fields.add("resolved", incident.resolved);
  if (incident.duration) fields.add("duration", fmt::format("{} s", incident.duration->count()));
  if (incident.times_in_doubt) fields.add("times", "in doubt");
  fields.add("detection", incident.detection);
  fields.add("trigger", incident.trigger);
  if (incident.impact) fields.add("impact", print_impact(*incident.impact));
  for (const ViewTimelineEntry& entry : incident.timeline) add_entry(entry, fields);
  for (const ViewWhy& why : incident.whys) add_why(why, fields);
  for (const ViewWhyConclusion& conclusion : incident.why_conclusions) {
    const bool is_action = conclusion.kind == ViewWhyConclusion::Kind::action;
    fields.add(is_action ? "why action" : "root cause",
               print_hidden(conclusion.hidden, print_text(conclusion.text)));
  }
  for (const ViewFactor& factor : incident.factors) {
    fields.add("factor", print_hidden(factor.hidden, print_text(factor.text)));
  }
  for (const ViewActionItem& action : incident.actions) add_action(action, fields);
  fields.add("workflow", incident.workflow);
  if (incident.review.date) {
    fields.add("review", fmt::format("{} {} ({})", to_string(*incident.review.date),
                                     incident.review.facilitator,
                                     fmt::join(incident.review.attendees, ", ")));
  }
  if (incident.published) fields.add("published", to_string(*incident.published));
  fields.add("source", incident.source_path);
  fields.add("changed", incident.changed);
  std::string out = fields.take() + print_text(incident.body, incident.footnotes);
  if (incident.public_text) {
    out += "the public reads: " + incident.public_text->title + "\n";
    out += print_text(incident.public_text->body, incident.public_text->footnotes);
  }
  return out;
}

std::string print_view(const View& view) {
  std::string out = fmt::format("site: {} {}\n", view.site().title, view.site().base_url);
  for (const ViewSeverity& severity : view.severities()) {
    out += fmt::format("severity: {} {} {}\n", severity.key, severity.label, severity.name);
  }
  for (const ViewService& service : view.services()) {
    out += fmt::format("service: {} {}{}{}{}\n", service.key, service.name, service.description,
                       service.team, service.tier);
  }
  for (const ViewCause& cause : view.causes()) {
    out += fmt::format("cause: {} {} {}\n", cause.key, cause.name, cause.description);
  }
  for (const ViewIncident& incident : view.incidents()) out += print_incident(view, incident);
  if (!view.maintenance().empty()) out += "maintenance:\n";
  for (const ViewIncident& maintenance : view.maintenance()) {
    out += print_incident(view, maintenance);
  }
  for (const ViewGuide& guide : view.guides()) {
    out += fmt::format("guide: {} {}{}\n", guide.slug, guide.title, guide.source_path);
    out += print_text(guide.body, guide.footnotes);
  }
  for (const ViewAsset& asset : view.assets()) {
    out += fmt::format("image: {} {}x{}\n", asset.path, asset.width, asset.height);
  }
  return out;
}

}  // namespace debrief
