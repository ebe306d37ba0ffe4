#include "generator/view/internal_texts.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "generator/base/text.h"
#include "generator/view/ordinary_words.h"

namespace debrief {
namespace {

using Kind = InternalText::Kind;

class Collector {
 public:
  Collector(const KnowledgeBase& kb, const AsOf& as_of)
      : kb_(kb), as_of_(as_of), policy_(kb.config.public_view) {}

  AuditTexts collect() {
    add_vocabulary();
    for (const Incident& incident : kb_.incidents) {
      if (is_public(kb_, incident.report, as_of_)) {
        add_public(incident.report);
      } else {
        add_internal(incident.report);
      }
    }
    for (const Guide& guide : kb_.guides) add_guide(guide);
    texts_.open.push_back(policy_.title);
    return std::move(texts_);
  }

 private:
  void name(std::string_view text, std::string what, const std::string& path, int line,
            bool is_strict) {
    if (trim(text).empty()) return;
    texts_.internal.push_back(
        {Kind::name, is_strict, std::string(text), std::move(what), path, line});
  }

  void prose(std::string_view text, std::string what, const std::string& path, int line) {
    if (trim(text).empty()) return;
    texts_.internal.push_back({Kind::prose, false, std::string(text), std::move(what), path, line});
  }

  void open(const std::string& text) {
    if (!text.empty()) texts_.open.push_back(text);
  }

  bool shows(const std::string& field) const { return policy_.fields.contains(field); }

  // A field is public or prose, as the allow-list says.
  void field(const std::string& key, const std::string& text, const Report& report) {
    if (shows(key)) return open(text);
    prose(text, "the field '" + key + "', which is not public", report.path,
          line_of_field(report, key));
  }

  // ---- Vocabulary ----

  void add_vocabulary() {
    for (const Person& person : kb_.vocabulary.people) {
      name(person.name, "the name of a person", "people.yaml", 0, true);
      const bool is_word = is_ordinary_word(to_lower(person.handle));
      if (!is_word) name(person.handle, "the handle of a person", "people.yaml", 0, true);
      open(person.role);
      prose(person.team, "the team of a person", "people.yaml", 0);
    }
    for (const Redaction& redaction : kb_.vocabulary.redactions) {
      name(redaction.term, "a term that is replaced", "redactions.yaml", 0, true);
      open(redaction.replacement);
    }
    for (const Allowance& allowance : kb_.vocabulary.allowances) {
      texts_.allowed.push_back(allowance.text);
      open(allowance.text);
    }
    for (const Service& service : kb_.vocabulary.services) add_service(service);
    for (const Cause& cause : kb_.vocabulary.causes) {
      if (cause.is_public) {
        open(cause.name);
        open(cause.description);
        continue;
      }
      name(cause.name, "the name of a cause that is not public", "causes.yaml", 0, false);
      prose(cause.description, "the description of a cause that is not public", "causes.yaml", 0);
    }
    for (const SeverityLevel& level : kb_.config.severities) {
      open(level.id);
      open(level.name);
    }
    prose(kb_.config.internal_view.title, "the title of the internal site", "debrief.yaml", 0);
    const LookConfig& look = kb_.config.internal_view.look;
    prose(look.footer, "the footer of the internal site", "debrief.yaml", 0);
    for (const std::vector<MenuLink>* links : {&look.menu, &look.footer_links}) {
      for (const MenuLink& link : *links) {
        prose(link.name, "a link of the internal site", "debrief.yaml", link.where.line);
        prose(link.url, "a link of the internal site", "debrief.yaml", link.where.line);
      }
    }
  }

  void add_service(const Service& service) {
    prose(service.team, "the team of a service", "services.yaml", 0);
    if (service.is_public) {
      open(service.public_name);
      open(service.description);
      if (equal_ignoring_case(service.public_name, service.name)) return;
      name(service.name, "the internal name of a service", "services.yaml", 0, false);
    } else {
      name(service.name, "the name of a service that is not public", "services.yaml", 0, false);
      prose(service.description, "the description of a service that is not public", "services.yaml",
            0);
    }
    name(service.id, "the id of a service", "services.yaml", 0, false);
  }

  // ---- Post-mortems ----

  void add_internal(const Report& report) {
    const std::string what = "a post-mortem that is not public";
    const std::string file = name_of_file(report.path);
    name(report.id, "the id of " + what, report.path, 0, is_telling(report.id));
    // One that waits for its day has words for the public already.
    for (const std::string& title : {report.title, report.public_wording.title}) {
      if (trim(title).empty()) continue;
      name(title, "the title of " + what, report.path, 0, is_telling(title));
      // "Checkout down again" may well be published of another incident.
      texts_.internal.back().kind = Kind::title;
    }
    prose(report.public_wording.summary, what, report.path, 0);
    name(file, "the file's name of " + what, report.path, 0, is_telling(file));
    for (const std::string* text : {&report.summary, &report.trigger}) {
      prose(*text, what, report.path, 0);
    }
    if (report.impact) prose(report.impact->summary, what, report.path, 0);
    for (const std::string& author : report.authors) prose(author, what, report.path, 0);
    for (const std::string& tag : report.tags) prose(tag, what, report.path, 0);
    hidden(report.body.intro, what, report.path);
    for (const Section& section : report.body.sections) hidden(section, what, report.path);
    hidden(report.footnotes, what, report.path);
  }

  void add_public(const Report& report) {
    const PublicWording& wording = report.public_wording;
    texts_.titles.push_back(wording.title.empty() ? report.title : wording.title);
    if (wording.title.empty()) {
      open(report.title);
    } else {
      open(wording.title);
      prose(report.title, "a title that the public reads in other words", report.path, 0);
    }
    if (wording.summary.empty()) {
      field("summary", report.summary, report);
    } else {
      open(wording.summary);
      prose(report.summary, "a summary that the public reads in other words", report.path, 0);
    }
    if (shows("id")) {
      open(report.id);
    } else {
      name(report.id, "the id of a post-mortem, which is not public", report.path, 0, false);
    }
    const std::string file = name_of_file(report.path);
    if (file != report.id) {
      name(file, "the name of a post-mortem's file", report.path, 0, false);
    }
    // A file may be called as the public address is.
    if (report.started && shows("started")) {
      const std::string& title = wording.title.empty() ? report.title : wording.title;
      open(to_string(report.started->time).substr(0, 10) + " " + title);
    }
    field("trigger", report.trigger, report);
    if (report.impact) {
      field("impact", report.impact->summary, report);
      field("impact", report.impact->customers, report);
      field("impact", report.impact->requests, report);
      prose(report.impact->revenue, "what an incident cost", report.path, 0);
    }
    for (const std::string& tag : report.tags) field("tags", tag, report);
    for (const NamedLink& link : report.links) {
      field("links", link.name, report);
      if (!shows("links")) prose(link.url, "a link of the front matter", report.path, 0);
    }
    for (const std::string& author : report.authors) who(author, "an author", report);
    for (const std::string& person : report.review.attendees) who(person, "an attendee", report);
    who(report.review.facilitator, "the facilitator of a review", report);
    who(wording.approved_by, "who approved the publication", report);
    for (const ActionItem& item : report.actions) {
      for (const std::string& owner : item.owners) {
        name(owner, "the owner of an action item", report.path, item.line, false);
      }
      name(item.ticket, "the ticket of an action item", report.path, item.line, false);
    }
    add_blocks(report.body.intro, policy_.sections.contains("summary"), report.path);
    for (const Section& section : report.body.sections) {
      const bool is_title = section.kind.empty() && section.heading.level == 1;
      add_section(section, is_title && policy_.sections.contains("summary"), report.path);
    }
    // A footnote is public if a public text refers to it; its words are neither here nor there.
    add_blocks(report.footnotes, true, report.path);
  }

  // Four words are no chance; "Search is slow" anybody may write.
  static bool is_telling(std::string_view text) {
    const auto is_between = [](char c) { return c == ' ' || c == '-' || c == '_'; };
    return std::ranges::count_if(text, is_between) >= 3;
  }

  void who(const std::string& person, std::string_view role, const Report& report) {
    name(person, "the name of " + std::string(role), report.path, 0, false);
  }

  // `inside_open`: below a section that is shown.
  void add_section(const Section& section, bool inside_open, const std::string& path) {
    const bool is_open =
        section.kind.empty() ? inside_open : policy_.sections.contains(section.kind);
    if (section.heading.internal) {
      hidden(section, "a section that is marked internal", path);
      return;
    }
    if (!is_open) {
      const bool is_title = section.kind.empty() && section.heading.level == 1;
      if (is_title) {
        add_blocks(section.blocks, false, path);
        for (const Section& child : section.sections) add_section(child, false, path);
        return;
      }
      hidden(section, "a section that is not public", path);
      return;
    }
    add_blocks({section.heading}, true, path);
    if (section.kind == "action-items") {
      // Of an item only what is to be done is public.
      for (const ActionItem& item : read_action_items(section, std::nullopt)) {
        add_blocks(item.text, !item.internal, path);
        open(plain_text(item.text));
      }
      return;
    }
    add_blocks(section.blocks, true, path);
    for (const Section& child : section.sections) add_section(child, true, path);
  }

  void hidden(const Section& section, const std::string& what, const std::string& path) {
    hidden({section.heading}, what, path);
    hidden(section.blocks, what, path);
    for (const Section& child : section.sections) hidden(child, what, path);
  }

  // Text, addresses and titles of links and pictures, block by block, each with its line.
  void hidden(const std::vector<Node>& nodes, const std::string& what, const std::string& path) {
    for (const Node& node : nodes) {
      if (is_block(node.kind) && !node.children.empty() && is_block(node.children.front().kind)) {
        hidden(node.children, what, path);
        continue;
      }
      prose(plain_text(node), what, path, node.line);
      addresses(node, what, path);
    }
  }

  void addresses(const Node& node, const std::string& what, const std::string& path) {
    prose(node.title, what, path, node.line);
    prose(node.target.value, what, path, node.line);
    for (const Node& child : node.children) addresses(child, what, path);
  }

  // Blocks that are public but for what is marked in them, or not public at all.
  void add_blocks(const std::vector<Node>& nodes, bool is_open, const std::string& path) {
    for (const Node& node : nodes) {
      if (node.internal) {
        open(node.replacement);
        hidden({node}, "text inside a redaction mark", path);
      } else if (!is_open) {
        hidden({node}, "a section that is not public", path);
      } else if (node.kind == NodeKind::comment || node.kind == NodeKind::comment_block) {
        prose(node.text, "a comment", path, node.line);
      } else {
        open(node.text);
        open(node.info);
        open(node.title);
        if (node.target.kind == LinkTarget::Kind::url) open(node.target.value);
        add_pattern_matches(node.text, path, node.line);
        add_blocks(node.children, true, path);
        // Words that markup parts are one to a reader.
        if (node.kind == NodeKind::paragraph || node.kind == NodeKind::heading) {
          open(visible_text(node));
        }
      }
    }
  }

  static std::string visible_text(const Node& node) {
    if (node.internal) return node.replacement;
    if (node.children.empty()) return plain_text(node);
    std::string text;
    for (const Node& child : node.children) text += visible_text(child);
    return text;
  }

  void add_pattern_matches(const std::string& text, const std::string& path, int line) {
    if (text.empty()) return;
    for (const Redaction& redaction : kb_.vocabulary.redactions) {
      if (redaction.pattern.empty()) continue;
      const re2::RE2 pattern(redaction.pattern, re2::RE2::Quiet);
      re2::StringPiece rest(text);
      re2::StringPiece match;
      while (!rest.empty() &&
             pattern.Match(rest, 0, rest.size(), re2::RE2::UNANCHORED, &match, 1) &&
             !match.empty()) {
        const std::string_view found(match.data(), match.size());
        if (!is_allowed(found)) name(found, "what a pattern replaces", path, line, true);
        rest.remove_prefix(static_cast<std::size_t>(match.data() - rest.data()) + match.size());
      }
    }
  }

  bool is_allowed(std::string_view text) const {
    return std::ranges::any_of(kb_.vocabulary.allowances, [text](const Allowance& allowance) {
      return allowance.text.find(text) != std::string::npos;
    });
  }

  void add_guide(const Guide& guide) {
    if (guide.visibility == Visibility::public_) {
      open(guide.title);
      add_blocks(guide.body.intro, true, guide.path);
      for (const Section& section : guide.body.sections) add_guide_section(section, guide.path);
      add_blocks(guide.footnotes, true, guide.path);
      return;
    }
    const std::string what = "a guide page that is not public";
    name(guide.title, "the title of " + what, guide.path, 0, false);
    hidden(guide.body.intro, what, guide.path);
    for (const Section& section : guide.body.sections) hidden(section, what, guide.path);
  }

  void add_guide_section(const Section& section, const std::string& path) {
    if (section.heading.internal) {
      hidden(section, "a section that is marked internal", path);
      return;
    }
    add_blocks({section.heading}, true, path);
    add_blocks(section.blocks, true, path);
    for (const Section& child : section.sections) add_guide_section(child, path);
  }

  const KnowledgeBase& kb_;
  const AsOf& as_of_;
  const PublicViewConfig& policy_;
  AuditTexts texts_;
};

}  // namespace

AuditTexts audit_texts(const KnowledgeBase& kb, const AsOf& as_of) {
  return Collector(kb, as_of).collect();
}

}  // namespace debrief
