#include "tests/unit/view/public_text.h"

#include "tests/support/content_folder.h"
#include "tests/support/print_view.h"

namespace debrief {
namespace {

constexpr std::string_view kFolder = R"(
-- debrief.yaml --
title: Harborline
views:
  public:
    title: Harborline status
    base_url: https://status.harborline.example/
    sections: [summary, impact, timeline, detection, response, root-cause, five-whys, contributing-factors,
               trigger, resolution, what-went-well, what-could-be-improved, where-we-got-lucky,
               lessons-learned, action-items, future-improvements, appendix]
    fields: [title, id, summary, severity, services, causes, tags, started, detected, acknowledged,
             mitigated, resolved, detection, trigger, impact, repeats, related, links]
internal_hosts: ["*.hl.example", "10.0.0.0/8", wiki]
-- people.yaml --
- {handle: dana, name: Dana Whitfield, role: the on-call engineer}
-- redactions.yaml --
- {term: Initech, replace: a large retailer}
- {term: Blue Heron Bank, replace: our bank}
- {pattern: 'OPS-\d+', replace: an internal ticket}
)";

}  // namespace

std::string public_text(std::string_view folder) {
  const Published published = publish(content_folder(folder));
  return published.problems + (published.view ? print_view(*published.view) : "");
}

SourceTree folder_with(std::string_view markdown, std::string_view more) {
  SourceTree folder = content_folder(kFolder);
  put_file(folder, "incidents/a.md",
           "---\ntitle: Payments are slow\nstatus: published\nvisibility: public\n"
           "started: 2026-03-14T10:00:00Z\n---\n" +
               std::string(markdown));
  for (SourceFile& file : content_folder(more).files) put_file(folder, file.path, file.bytes);
  return folder;
}

std::string public_body(std::string_view markdown, std::string_view more) {
  const Published published = publish(folder_with(markdown, more));
  if (!published.view) return published.problems;
  const ViewIncident& incident = published.view->incidents().front();
  std::string text = print_text(incident.body, incident.footnotes);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace debrief
