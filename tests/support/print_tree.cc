#include "tests/support/print_tree.h"

#include <fmt/format.h>

#include <array>

namespace debrief {
namespace {

constexpr std::array<std::string_view, 23> kNames = {
    "paragraph", "heading",    "quote",      "list",         "item",     "code-block",
    "rule",      "table",      "row",        "cell",         "footnote", "comment-block",
    "text",      "soft-break", "line-break", "code",         "emphasis", "strong",
    "strike",    "link",       "image",      "footnote-ref", "comment"};

std::string_view name_of(LinkTarget::Kind kind) {
  constexpr std::array<std::string_view, 6> kKinds = {"none", "url",   "relative",
                                                      "page", "asset", "fragment"};
  return kKinds.at(static_cast<std::size_t>(kind));
}

std::string attributes(const Node& node) {
  std::string out;
  const auto add = [&out](std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format(" {}'{}'", name, value);
  };
  add("", node.text);
  if (node.level != 0) out += fmt::format(" {}", node.level);
  if (node.kind == NodeKind::list) {
    out += node.ordered ? fmt::format(" ordered from {}", node.start) : "";
    out += node.tight ? "" : " loose";
  }
  if (node.task != Task::none) out += node.task == Task::done ? " [x]" : " [ ]";
  if (node.number != 0) out += fmt::format(" {}", node.number);
  if (node.kind == NodeKind::link || node.kind == NodeKind::image) {
    out += fmt::format(" {}", name_of(node.target.kind));
    if (!node.target.value.empty()) out += " " + node.target.value;
  }
  add("title=", node.title);
  add("info=", node.info);
  for (const Alignment alignment : node.alignments) {
    out += " " + std::string(1, "nlcr"[static_cast<std::size_t>(alignment)]);
  }
  if (node.internal) out += " INTERNAL";
  add("replacement=", node.replacement);
  return out;
}

void append(const std::vector<Node>& nodes, ShowLines lines, std::size_t depth, std::string& out) {
  for (const Node& node : nodes) {
    out += std::string(2 * depth, ' ');
    if (lines == ShowLines::yes) out += fmt::format("{}: ", node.line);
    out += kNames.at(static_cast<std::size_t>(node.kind));
    out += attributes(node) + "\n";
    append(node.children, lines, depth + 1, out);
  }
}

void append(const std::vector<Section>& sections, std::size_t depth, std::string& out) {
  for (const Section& section : sections) {
    out += fmt::format("{}h{} {} '{}'{} ({} blocks)\n", std::string(2 * depth, ' '),
                       section.heading.level, section.kind.empty() ? "?" : section.kind,
                       plain_text(section.heading), section.heading.internal ? " INTERNAL" : "",
                       section.blocks.size());
    append(section.sections, depth + 1, out);
  }
}

std::string joined(const std::vector<Reference>& references) {
  std::string out;
  for (const Reference& reference : references) out += " " + reference.text;
  return out;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += " " + text;
  return out;
}

}  // namespace

std::string print(const std::vector<Node>& nodes, ShowLines lines) {
  std::string out;
  append(nodes, lines, 0, out);
  return out;
}

std::string print(const Outline& outline) {
  std::string out;
  if (!outline.intro.empty()) out = fmt::format("intro ({} blocks)\n", outline.intro.size());
  append(outline.sections, 0, out);
  return out;
}

std::string print(const YamlNode& node) {
  std::string out;
  switch (node.kind) {
    case YamlNode::Kind::null:
      return "~";
    case YamlNode::Kind::scalar:
      return node.quoted ? fmt::format("\"{}\"", node.text) : fmt::format("'{}'", node.text);
    case YamlNode::Kind::list:
      for (const YamlNode& item : node.items) out += (out.empty() ? "" : ", ") + print(item);
      return "[" + out + "]";
    case YamlNode::Kind::map:
      for (const YamlNode::Entry& entry : node.entries) {
        out += (out.empty() ? "" : ", ") + entry.key + ": " + print(entry.value);
      }
      return "{" + out + "}";
  }
  return out;
}

std::string print(const ActionItem& item) {
  std::string out = fmt::format("[{}]", item.done ? 'x' : ' ');
  const auto add = [&out](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format(" {}{}", name, value);
  };
  add("", item.priority);
  out += fmt::format(" '{}'", plain_text(item.text));
  add("type=", item.type);
  for (const std::string& owner : item.owners) add("owner=", owner);
  if (item.due) add("due=", to_string(*item.due));
  add("due?=", item.due_text);
  if (item.completed) add("completed=", to_string(*item.completed));
  add("ticket=", item.ticket);
  add("at ", item.ticket_link.value);
  if (!item.progress.empty()) out += fmt::format(" progress='{}'", item.progress);
  if (item.dropped) out += " DROPPED";
  if (item.internal) out += " INTERNAL";
  return out;
}

std::string print(const std::vector<ActionItem>& items) {
  std::string out;
  for (const ActionItem& item : items) out += print(item) + "\n";
  return out;
}

std::string print(const Report& report) {
  std::string out;
  const auto add = [&out](std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format("{}: {}\n", name, value);
  };
  const auto add_list = [&add](std::string_view name, const std::string& joined_with_spaces) {
    if (!joined_with_spaces.empty()) add(name, std::string_view(joined_with_spaces).substr(1));
  };
  const auto add_time = [&add](std::string_view name, const std::optional<Moment>& moment) {
    if (moment) add(name, to_string(moment->time));
  };
  const auto add_flag = [&add](std::string_view name, const std::optional<bool>& flag) {
    if (flag) add(name, *flag ? "yes" : "no");
  };
  add("id", report.id);
  add("title", report.title);
  add("kind", report.kind == ReportKind::maintenance ? "maintenance" : "");
  add("status", report.status == Status::draft       ? "draft"
                : report.status == Status::in_review ? "in-review"
                : report.status_is_explicit          ? "published"
                                                     : "");
  add("visibility", report.visibility == Visibility::public_ ? "public" : "");
  add("severity", report.severity ? report.severity->text : "");
  add_list("services", joined(report.services));
  add_list("causes", joined(report.causes));
  add("trigger", report.trigger);
  add_time("started", report.started);
  add_time("detected", report.detected);
  add_time("acknowledged", report.acknowledged);
  add_time("mitigated", report.mitigated);
  add_time("resolved", report.resolved);
  add_flag("is_resolved", report.is_resolved);
  add("detection", report.detection);
  if (report.impact) {
    add("impact.summary", report.impact->summary);
    add("impact.customers", report.impact->customers);
    add("impact.requests", report.impact->requests);
    add("impact.revenue", report.impact->revenue);
    add_flag("impact.data_loss", report.impact->data_loss);
  }
  add("summary", report.summary);
  if (report.review.date) add("review.date", to_string(*report.review.date));
  add("review.facilitator", report.review.facilitator);
  add_list("review.attendees", joined(report.review.attendees));
  if (report.published) add("published", to_string(*report.published));
  add_list("authors", joined(report.authors));
  add_list("repeats", joined(report.repeats));
  add_list("related", joined(report.related));
  add_list("tags", joined(report.tags));
  for (const NamedLink& link : report.links) add("link " + link.name, link.url);
  add("public.title", report.public_wording.title);
  add("public.summary", report.public_wording.summary);
  add("public.approved_by", report.public_wording.approved_by);
  if (const std::optional<Embargo>& embargo = report.public_wording.embargo) {
    add("public.not_before", embargo->not_before ? to_string(*embargo->not_before) : "unreadable");
  }
  return out;
}

std::string print(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) out += to_string(diagnostic) + "\n";
  return out;
}

}  // namespace debrief
