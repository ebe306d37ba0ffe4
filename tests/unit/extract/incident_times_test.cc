#include "generator/extract/incident_times.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generator/extract/section_names.h"
#include "generator/markdown/outline.h"
#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

std::string print(const Figure& figure) {
  std::string out = figure.value ? format_duration(*figure.value) : "none";
  if (figure.approximate) out.insert(0, "~");
  if (figure.in_doubt) out += " in doubt: " + figure.doubt;
  for (const StatedFigure& stated : figure.stated) {
    out += fmt::format("; stated {}{}", stated.text,
                       stated.duration ? " = " + to_string(*stated.duration) : "");
  }
  return out;
}

std::string print(const IncidentTimes& times) {
  std::string out;
  for (const Phase phase : kPhases) {
    const auto& time = times.at(phase);
    if (!time) continue;
    constexpr std::string_view kSources[] = {"front matter", "label", "wording", "first"};
    out += fmt::format("{} {}{}, {} {}\n", to_string(phase), time->approximate ? "~" : "",
                       to_string(time->time), kSources[static_cast<std::size_t>(time->source)],
                       time->line);
  }
  out += fmt::format("detect {}\nacknowledge {}\nmitigate {}\nresolve {}\n",
                     print(times.time_to_detect), print(times.time_to_acknowledge),
                     print(times.time_to_mitigate), print(times.time_to_resolve));
  for (const TimesProblem& problem : times.problems) {
    out += fmt::format("{}: {} [{}]\n", problem.line, problem.message, problem.id);
  }
  return out;
}

// `front_matter`: "started=… resolved=…"
FrontMatterTimes times_of(std::string_view front_matter) {
  FrontMatterTimes times;
  const auto value = [front_matter](std::string_view name) -> std::optional<Timestamp> {
    const std::size_t at = front_matter.find(std::string(name) + "=");
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view rest = front_matter.substr(at + name.size() + 1);
    return parse_timestamp(rest.substr(0, rest.find(' ')));
  };
  times.started = value("started");
  times.detected = value("detected");
  times.acknowledged = value("acknowledged");
  times.mitigated = value("mitigated");
  times.resolved = value("resolved");
  return times;
}

std::vector<LabelledValue> stated(
    const std::vector<std::pair<std::string, std::string>>& label_and_text) {
  std::vector<LabelledValue> values;
  for (const auto& [label, text] : label_and_text) {
    LabelledValue value;
    value.label = label;
    Node node;
    node.text = text;
    value.value.push_back(node);
    value.line = 50 + static_cast<int>(values.size());
    values.push_back(value);
  }
  return values;
}

std::string read(std::string_view front_matter, std::string_view entries,
                 const std::vector<std::pair<std::string, std::string>>& values = {}) {
  const FrontMatterTimes times = times_of(front_matter);
  const MarkdownDocument document = parse("## Timeline (UTC)\n\n" + std::string(entries)).document;
  const Outline outline = make_outline(
      document.blocks, [](const std::string& heading) { return canonical_section(heading); });
  return print(
      incident_times(times, read_timeline(outline, {times.started, nullptr}), stated(values)));
}

TEST(IncidentTimes, ComeFromTheFrontMatterFirst) {
  EXPECT_EQ(read("started=2026-02-15T14:00:00Z detected=2026-02-15T14:05:00Z "
                 "acknowledged=2026-02-15T14:07:00Z mitigated=2026-02-15T14:30:00Z "
                 "resolved=2026-02-15T16:00:00Z",
                 "- 14:01 Detected: alert\n- 15:00 Resolved\n"),
            "started 2026-02-15T14:00:00Z, front matter 0\n"
            "detected 2026-02-15T14:05:00Z, front matter 0\n"
            "acknowledged 2026-02-15T14:07:00Z, front matter 0\n"
            "mitigated 2026-02-15T14:30:00Z, front matter 0\n"
            "resolved 2026-02-15T16:00:00Z, front matter 0\n"
            "detect 5 min\nacknowledge 2 min\nmitigate 30 min\nresolve 2 h\n");
}

TEST(IncidentTimes, ComeFromTheTimelineWhereTheFrontMatterHasNoClock) {
  EXPECT_EQ(read("started=2026-02-15 resolved=2026-02-16",
                 "- 14:00 Deploy\n- ~14:10 Alert fires\n- 14:12 Detected: another alert\n"
                 "- 14:20 Mitigated: rollback\n- 14:40 Mitigated: rollback again\n"
                 "- 14:50 Service restored\n- 15:00 Resolved\n- 15:10 Service restored for good\n"),
            "started 2026-02-15T14:00:00Z, first 3\n"
            "detected ~2026-02-15T14:10:00Z, wording 4\n"
            "mitigated 2026-02-15T14:40:00Z, label 7\n"
            "resolved 2026-02-15T15:00:00Z, label 9\n"
            "detect ~10 min\nacknowledge none\nmitigate 40 min\nresolve 1 h\n");
}

TEST(IncidentTimes, StartWithTheEntryThatSaysSo) {
  EXPECT_EQ(read("started=2026-02-15", "- 13:00 Deploy\n- 14:00 Impact starts\n- 15:00 Resolved\n"),
            "started 2026-02-15T14:00:00Z, label 4\n"
            "resolved 2026-02-15T15:00:00Z, label 5\n"
            "detect none\nacknowledge none\nmitigate none\nresolve 1 h\n");
  EXPECT_EQ(read("started=2026-02", "- 2026-02-10 14:00 Started: x\n- 15:00 Resolved\n"),
            "started 2026-02-10T14:00:00Z, label 3\n"
            "resolved 2026-02-10T15:00:00Z, label 4\n"
            "detect none\nacknowledge none\nmitigate none\nresolve 1 h\n");
}

TEST(IncidentTimes, HaveNoFigureWithoutBothEnds) {
  EXPECT_EQ(read("started=2026-02-15", "- --:-- Deploy\n- 14:?\? Detected: alert\n"),
            "started 2026-02-15, front matter 0\n"
            "detect none\nacknowledge none\nmitigate none\nresolve none\n");
  EXPECT_EQ(read("started=2026-02-15 resolved=2026-02-16", ""),
            "started 2026-02-15, front matter 0\nresolved 2026-02-16, front matter 0\n"
            "detect none\nacknowledge none\nmitigate none\nresolve none\n");
  EXPECT_EQ(read("", "- 14:00 Resolved\n"),
            "detect none\nacknowledge none\nmitigate none\nresolve none\n");
}

TEST(IncidentTimes, CountTheAcknowledgementFromTheStartIfNothingIsKnownOfTheDetection) {
  EXPECT_EQ(read("started=2026-02-15T14:00:00Z", "- 14:10 Acknowledged by Dana\n"),
            "started 2026-02-15T14:00:00Z, front matter 0\n"
            "acknowledged 2026-02-15T14:10:00Z, label 3\n"
            "detect none\nacknowledge 10 min\nmitigate none\nresolve none\n");
}

TEST(IncidentTimes, DoubtWhatEndsBeforeItBegins) {
  EXPECT_EQ(read("started=2026-02-15T14:00:00Z", "- 13:50 Detected: alert\n"),
            "started 2026-02-15T14:00:00Z, front matter 0\n"
            "detected 2026-02-15T13:50:00Z, label 3\n"
            "detect none in doubt: it would end before it begins: 2026-02-15T13:50:00Z (the "
            "timeline (line 3)) is before 2026-02-15T14:00:00Z (the front matter)\n"
            "acknowledge none\nmitigate none\nresolve none\n");
}

TEST(IncidentTimes, AreComparedToWhatIsStated) {
  const auto resolve = [](std::string_view label, std::string_view text) {
    const std::string all = read("started=2026-02-15T14:00:00Z", "- 15:00 Resolved\n",
                                 {{std::string(label), std::string(text)}});
    return all.substr(all.find("resolve "));
  };
  EXPECT_EQ(resolve("duration", "60 minutes"), "resolve 1 h; stated 60 minutes = 1 h 0 min\n");
  EXPECT_EQ(resolve("outage duration", "58 min"), "resolve 1 h; stated 58 min = 58 min\n");
  EXPECT_EQ(resolve("time to recovery", "2 hours"), "resolve 1 h; stated 2 hours = 2 h\n");
  EXPECT_EQ(resolve("mttr", "~50 min"), "resolve 1 h; stated ~50 min = ~50 min\n");
  EXPECT_EQ(
      resolve("ttr", "20 min (during business hours)"),
      "resolve 1 h; stated 20 min (during business hours) = 20 min (during business hours)\n");
  EXPECT_EQ(resolve("downtime", "N/A"), "resolve 1 h; stated N/A\n");
  EXPECT_EQ(resolve("duration", "10-18 days"), "resolve 1 h; stated 10-18 days\n");
  EXPECT_EQ(resolve("severity", "60 minutes"), "resolve 1 h\n");
  EXPECT_EQ(
      resolve("time to resolve (TTR)", "47 minutes"),
      "resolve 1 h in doubt: '47 minutes' is stated, but from the front matter to the timeline "
      "(line 3) it is 1 h; stated 47 minutes = 47 min\n"
      "50: time to resolve (TTR): '47 minutes' is stated, but from the front matter to the "
      "timeline (line 3) it is 1 h; correct the one that is wrong [duration-contradicts]\n");
}

// Three in five of the contradictions found in real post-mortems were of this kind: work began, it
// broke something an hour later, that was mended in minutes, and cleaning up took the evening.
TEST(IncidentTimes, MayBeStatedOfAPart) {
  const auto problem = [](std::string_view text) {
    const std::string all = read("started=2026-02-15T11:00:00Z",
                                 "- 11:00 Upgrade commenced\n- 12:20 Nodes detached\n"
                                 "- 12:35 Mitigated: nodes attached\n- 12:50 Cause identified\n"
                                 "- 13:13 Resolved\n- 14:00 Upgrade ended\n",
                                 {{"duration", std::string(text)}});
    const std::size_t at = all.find("\n50: ");
    return at == std::string::npos ? "" : all.substr(at + 1);
  };
  EXPECT_EQ(problem("15 minutes"),
            "50: duration: '15 minutes' is stated, but from the front matter to the timeline (line "
            "7) it is 2 h 13 min; it fits lines 4 to 5 of the timeline. If that was all of it, "
            "mend 'started' and 'resolved' [duration-of-a-part]\n");
  EXPECT_NE(problem("1 h 40 min").find("lines 4 to 8"), std::string::npos);  // to the last entry
  EXPECT_NE(problem("30 minutes").find("[duration-contradicts]"), std::string::npos);
}

TEST(IncidentTimes, KeepWhatIsStatedAlone) {
  EXPECT_EQ(read("started=2026-02-15", "", {{"time to detection", "4 min"}, {"ttr", "1 h"}}),
            "started 2026-02-15, front matter 0\n"
            "detect none; stated 4 min = 4 min\n"
            "acknowledge none\nmitigate none\n"
            "resolve none; stated 1 h = 1 h\n");
}

}  // namespace
}  // namespace debrief
