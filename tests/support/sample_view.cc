#include "tests/support/sample_view.h"

#include <fmt/format.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>

#include "generator/base/diagnostics.h"
#include "generator/base/slug.h"
#include "generator/base/source_text.h"
#include "generator/markdown/outline.h"
#include "generator/markdown/parse.h"
#include "generator/view/view_builder.h"

namespace debrief {

namespace {

constexpr std::string_view kIncidentText = R"(Written on the day after.

## Summary

Every quote kept a connection until none was left, see [below](#timeline-utc).[^pool]

## Impact

- [x] Bookings failed for 46 minutes
- [ ] Partners received errors

## Timeline (UTC)

| Time | Event |
|---|---:|
| 09:03 | The first pod has no connection left |
| 09:49 | All pods run the old release |

### Later

> # Quoted heading
> The same again.

## Root cause

```cpp
if (scheme == nullptr) return basic_quote(<route>);
```

## Root cause

A second heading of the same name.

[^pool]: Forty connections a pod.
)";

MarkdownDocument parse(std::string_view markdown) {
  const SourceText text("sample.md", markdown);
  Diagnostics diagnostics;
  return parse_markdown(text, 0, MarkdownLimits{}, diagnostics);
}

Outline cut(std::vector<Node> blocks) {
  return make_outline(std::move(blocks), [](const std::string& heading) {
    return heading == "Timeline (UTC)" ? "timeline" : "";
  });
}

Timestamp time_of(std::string_view text) {
  const auto time = parse_timestamp(text);
  if (!time) throw std::logic_error("no time: " + std::string(text));
  return *time;
}

void resolve_at(ViewIncident& incident, std::string_view resolved) {
  incident.resolved = time_of(resolved);
  incident.duration = incident.resolved->utc - incident.started->utc;
  incident.state = ViewIncident::State::resolved;
}

Node link_to_page(std::string_view text, std::string key, std::string fragment) {
  Node words;
  words.text = text;
  Node link;
  link.kind = NodeKind::link;
  link.target = {LinkTarget::Kind::page, std::move(key), std::move(fragment)};
  link.children.push_back(std::move(words));
  return link;
}

Node image_of(std::string path) {
  Node words;
  words.text = "Connections in use";
  Node image;
  image.kind = NodeKind::image;
  image.target = {LinkTarget::Kind::asset, std::move(path), ""};
  image.children.push_back(std::move(words));
  return image;
}

Node paragraph_of(Node inline_node) {
  Node paragraph;
  paragraph.kind = NodeKind::paragraph;
  paragraph.children.push_back(std::move(inline_node));
  return paragraph;
}

ViewIncident pool_exhausted() {
  ViewIncident incident = incident_at("Fare quotes leak connections", "2026-01-16T10:03:00+01:00");
  incident.summary = "A new code path kept a database connection for every quote.";
  incident.severity = 0;
  incident.services = {0, 1};
  incident.causes = {1, 2};
  incident.tags = {"C", "C++", "database"};
  incident.detected = time_of("2026-01-16T10:07:00+01:00");
  incident.mitigated = time_of("2026-01-16T10:49:00+01:00");
  resolve_at(incident, "2026-01-16T11:05:00+01:00");
  incident.impact = ViewImpact{"No new bookings for 46 minutes", "8,400", "31,200", "", false};
  incident.related = {3};
  incident.repeats = {3};
  MarkdownDocument text = parse(kIncidentText);
  incident.body = cut(std::move(text.blocks));
  incident.footnotes = std::move(text.footnotes);
  incident.body.intro.push_back(
      paragraph_of(link_to_page("an earlier one", "incident/disk-full", "root-cause")));
  incident.body.intro.push_back(paragraph_of(link_to_page("a hidden one", "incident/hidden", "")));
  incident.body.intro.push_back(paragraph_of(image_of("images/0123456789abcdef.png")));
  return incident;
}

// All but its last section.
ViewPublicText public_text_of(const ViewIncident& incident) {
  ViewPublicText text;
  text.title = "Fare quotes fail";
  text.summary = incident.summary;
  text.state = incident.state;
  text.started = incident.started;
  text.body = incident.body;
  text.body.sections.pop_back();
  text.footnotes = incident.footnotes;
  return text;
}

void add_internal_parts(ViewParts& parts) {
  parts.site.title = "Harborline post-mortems";
  parts.site.base_url = "https://wiki.harborline.example/kb/";
  parts.site.edit_url = "https://git.harborline.example/edit/main/{path}";
  parts.services[0].team = "bookings";
  parts.services[0].tier = "1";
  parts.services[1].parent = 0;
  ViewIncident& leak = parts.incidents[1];
  leak.id = "PM-2026-001";
  leak.detection = "alert";
  leak.trigger = "Release 2026.03";
  leak.authors = {"Ilkka Rautio", "Mirela Vuković"};
  leak.links = {{"Dashboard", "https://grafana.example/d/1"}, {"Notes", "file:///etc/passwd"}};
  ViewActionItem& action = leak.actions.emplace_back();
  action.done = true;
  action.type = "prevent";
  action.priority = "P1";
  action.owners = {"Ilkka Rautio"};
  leak.changed = parse_timestamp("2026-03-14T22:30:00-05:00");
  leak.workflow = "published";
  leak.publication.state = ViewPublication::State::public_;
  leak.public_text = public_text_of(leak);
  leak.body.sections.back().hidden = Hidden::left_out;
  leak.source_path = "incidents/2026/fare quotes #1.md";
  parts.incidents[2].workflow = "draft";
  parts.guides[0].source_path = "pages/severity-scale.md";
}

}  // namespace

View make_view(Audience audience, ViewParts parts) {
  return ViewBuilder::make(audience, std::move(parts.site), std::move(parts.severities),
                           std::move(parts.services), std::move(parts.causes),
                           {std::move(parts.incidents), std::move(parts.maintenance)},
                           std::move(parts.guides), std::move(parts.assets));
}

ViewParts empty_parts() {
  ViewParts parts;
  parts.site.title = "Harborline status";
  parts.site.base_url = "https://status.harborline.example/";
  parts.site.language = "en";
  return parts;
}

ViewParts sample_parts(Audience audience) {
  ViewParts parts = empty_parts();
  parts.severities = {
      {"sev1", "SEV1", "Critical"}, {"sev2", "SEV2", "Major"}, {"sev3", "SEV3", ""}};
  parts.services = {{"bookings", "Bookings", "Quotes fares and holds places.", "", "", {}},
                    {"partners", "Partner API", "", "", "", {}},
                    {"sign-in", "Sign-in", "", "", "", {}}};
  parts.causes = {{"capacity", "Capacity", "Something finite ran out.", {}},
                  {"capacity/connection-pool", "Connection pool exhausted", "", 0},
                  {"testing", "Testing gaps", "", {}}};

  ViewIncident ongoing = incident_at("Tickets arrive late", "2026-02-03T22:30:00Z");
  ongoing.state = ViewIncident::State::open;
  ongoing.severity = 1;
  ongoing.services = {0};
  ViewIncident impossible = incident_at("Clock runs backwards", "2026-01-02T08:00:00Z");
  impossible.resolved = time_of("2026-01-02T07:00:00Z");
  impossible.state = ViewIncident::State::resolved;
  impossible.times_in_doubt = true;
  impossible.causes = {0};
  ViewIncident disk = incident_at("Disk full", "2025-11-20");
  disk.causes = {0, 1};
  disk.tags = {"database"};
  disk.repeated_by = {1};
  disk.body = outline_of("## Root cause\n\nLogs were never rotated.\n");
  ViewIncident hostile =
      incident_at("<script>alert('1')</script> & \"quotes\" 💥 שלום", "2025-05-01T00:10:00+02:00");
  hostile.summary = "</p><img src=x onerror=alert(1)>";
  hostile.tags = {"<b>", "שלום"};
  hostile.body = outline_of("## <i>Heading</i> & \"more\"\n\nText with `<code>`.\n");
  ViewIncident undated;
  undated.slug = "undated";
  undated.key = "incident/undated";
  undated.title = "Somebody remembers";

  parts.incidents = {ongoing, pool_exhausted(), impossible, disk, hostile, undated};
  ViewGuide& guide = parts.guides.emplace_back();
  guide.slug = "severity-scale";
  guide.key = "guide/severity-scale";
  guide.title = "Severity scale";
  guide.body = outline_of("What each level means.\n\n## Critical\n\nNobody can book.\n");
  parts.assets = {{"images/0123456789abcdef.png", "PNG", 640, 320}};
  if (audience == Audience::internal) add_internal_parts(parts);
  return parts;
}

ViewIncident incident_at(std::string_view title, std::string_view started) {
  ViewIncident incident;
  incident.slug = make_slug(title);
  incident.key = "incident/" + incident.slug;
  incident.title = title;
  incident.started = time_of(started);
  return incident;
}

std::vector<ViewIncident> many_incidents(std::size_t count) {
  using namespace std::chrono;
  const sys_days last = 2025y / December / 31;
  std::vector<ViewIncident> incidents;
  for (std::size_t i = 0; i < count; ++i) {
    const Seconds start = last - days(i);
    const std::string date = format_rfc3339(start).substr(0, 10);
    incidents.push_back(incident_at(fmt::format("Incident {}", count - i), date));
  }
  return incidents;
}

Outline outline_of(std::string_view markdown) {
  return cut(parse(markdown).blocks);
}

}  // namespace debrief
