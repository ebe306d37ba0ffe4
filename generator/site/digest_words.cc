#include "generator/site/digest_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "generator/base/text.h"
#include "generator/site/fact_text.h"
#include "generator/site/repeat_rows.h"
#include "generator/site/urls.h"

namespace debrief {

namespace {

class Writer {
 public:
  Writer(const View& view, const Texts& texts, const Digest& digest)
      : view_(view), texts_(texts), digest_(digest) {}

  DigestWords write() {
    words_.language = texts_.language();
    const std::string from = date_text(texts_, Seconds(digest_.first));
    const std::string to = date_text(texts_, Seconds(digest_.today));
    words_.title = titled_text(texts_, collapse_spaces(view_.site().title),
                               fill_text(texts_.label("from_to"), {{"from", from}, {"to", to}}));
    if (digest_.is_empty()) {
      words_.nothing = fill_text(texts_.label("digest_nothing"), {{"from", from}, {"to", to}});
    }
    add_incidents();
    add_items("digest_overdue", digest_.overdue);
    add_items("digest_completed", digest_.completed);
    add_repeats();
    add_likely_repeats();
    add_posts("digest_published", digest_.published, "digest_was_published",
              &ViewIncident::published);
    add_posts("digest_unreviewed", digest_.unreviewed, "digest_was_resolved",
              &ViewIncident::resolved);
    return std::move(words_);
  }

 private:
  void add(std::string_view heading, std::vector<DigestEntry> entries) {
    if (!entries.empty()) words_.sections.push_back({texts_.label(heading), std::move(entries)});
  }

  // Each incident once: where it started, if that was in these days.
  void add_incidents() {
    std::vector<DigestEntry> started, resolved, open;
    for (const DigestIncident& entry : digest_.incidents) {
      std::vector<DigestEntry>& list = entry.has_started    ? started
                                       : entry.was_resolved ? resolved
                                                            : open;
      list.push_back(incident_entry(entry));
    }
    add("digest_started", std::move(started));
    add("digest_resolved", std::move(resolved));
    add("digest_open", std::move(open));
  }

  DigestEntry incident_entry(const DigestIncident& entry) const {
    const ViewIncident& incident = view_.incidents()[entry.incident];
    DigestEntry words;
    words.line = {link_to(incident), {" – " + joined(facts_of(incident))}};
    for (const std::string& learning : entry.learnings) words.points.push_back({{learning}});
    if (entry.learnings.empty() && !incident.summary.empty()) {
      words.points.push_back({{collapse_spaces(incident.summary)}});
    }
    for (const RegisterItem& item : entry.to_do) {
      DigestLine line = {{texts_.label("to_do") + ": ", {}, true}};
      std::ranges::move(item_line(item), std::back_inserter(line));
      words.points.push_back(std::move(line));
    }
    return words;
  }

  DigestRun link_to(const ViewIncident& incident) const {
    const std::string& base = view_.site().base_url;
    return {collapse_spaces(incident.title),
            base.empty() ? "" : absolute_url(base, incident_path(incident.slug)), true};
  }

  std::string day_of(const Timestamp& time) const {
    return time.has_clock() ? date_text(texts_, view_.site().time_zone.local(time.utc).clock)
                            : date_text(texts_, time);
  }

  std::string day_fact(std::string_view name, std::string_view day) const {
    return fill_text(texts_.label(name), {{"day", day}});
  }

  std::vector<std::string> facts_of(const ViewIncident& incident) const {
    std::vector<std::string> facts;
    if (incident.severity) {
      facts.push_back(view_.severities()[*incident.severity].label);
    } else if (!incident.severity_label.empty()) {
      facts.push_back(incident.severity_label);
    }
    for (const std::size_t i : incident.services) facts.push_back(view_.services()[i].name);
    if (incident.started) facts.push_back(day_of(*incident.started));
    if (incident.state == IncidentState::open) {
      facts.push_back(texts_.label("digest_ongoing"));
    } else if (incident.duration && !incident.times_in_doubt) {
      facts.push_back((incident.duration_is_approximate ? "~" : "") +
                      duration_text(texts_, *incident.duration));
    }
    return facts;
  }

  // What is to be done, who does it, until when.
  DigestLine item_line(const RegisterItem& item) const {
    const ViewActionItem& action = action_of(view_, item);
    std::vector<std::string> facts = action.owners;
    if (facts.empty()) facts.push_back(texts_.label("digest_nobody"));
    if (item.state == ActionState::done) {
      facts.push_back(day_fact("digest_done", day_of(*action.completed)));
    } else if (action.due) {
      facts.push_back(day_fact("digest_due", day_of(*action.due)));
    } else if (!action.due_text.empty()) {
      facts.push_back(day_fact("digest_due", action.due_text));
    }
    if (item.state == ActionState::overdue) {
      facts.push_back(counted_text(texts_, "late_by", static_cast<std::size_t>(item.late.count())));
    }
    return {{collapse_spaces(plain_text(action.text)) + " – " + joined(facts)}};
  }

  void add_items(std::string_view heading, const std::vector<RegisterItem>& items) {
    std::vector<DigestEntry> entries;
    for (const RegisterItem& item : items) {
      DigestEntry& entry = entries.emplace_back();
      entry.line = item_line(item);
      DigestRun link = link_to(view_.incidents()[item.incident]);
      link.is_strong = false;
      entry.line.push_back({" ("});
      entry.line.push_back(std::move(link));
      entry.line.push_back({")"});
    }
    add(heading, std::move(entries));
  }

  void add_repeats() {
    std::vector<DigestEntry> entries;
    for (const DigestRepeat& repeat : digest_.repeats) {
      DigestEntry& entry = entries.emplace_back();
      entry.line = {link_to(view_.incidents()[repeat.incident])};
      for (const ChainLink& link : repeat.earlier) {
        const ViewIncident& earlier = view_.incidents()[link.incident];
        DigestRun run = link_to(earlier);
        run.is_strong = false;
        std::string about = earlier.started ? ", " + day_of(*earlier.started) : "";
        about += ": " + done_or_none_text(texts_, view_, link.items);
        entry.points.push_back({{texts_.label("repeat_of") + " "}, std::move(run), {about}});
      }
    }
    add("digest_repeats", std::move(entries));
  }

  void add_likely_repeats() {
    std::vector<DigestEntry> entries;
    for (const LikelyRepeat& repeat : digest_.likely_repeats) {
      DigestEntry& entry = entries.emplace_back();
      DigestRun earlier = link_to(view_.incidents()[repeat.earlier.incident]);
      earlier.is_strong = false;
      entry.line = {link_to(view_.incidents()[repeat.incident]),
                    {", " + texts_.label("repeat_of") + " "},
                    std::move(earlier),
                    {" – " + joined(repeat.earlier.words)}};
    }
    add("likely_repeats", std::move(entries));
  }

  // Incidents, each with one of its days.
  void add_posts(std::string_view heading, const std::vector<IncidentIndex>& incidents,
                 std::string_view fact, std::optional<Timestamp> ViewIncident::*time) {
    std::vector<DigestEntry> entries;
    for (const IncidentIndex i : incidents) {
      const ViewIncident& incident = view_.incidents()[i];
      entries.push_back(
          {{link_to(incident), {" – " + day_fact(fact, day_of(*(incident.*time)))}}, {}});
    }
    add(heading, std::move(entries));
  }

  const View& view_;
  const Texts& texts_;
  const Digest& digest_;
  DigestWords words_;
};

}  // namespace

DigestWords digest_words(const View& view, const Texts& texts, const Digest& digest) {
  return Writer(view, texts, digest).write();
}

}  // namespace debrief
