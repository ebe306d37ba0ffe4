// One post-mortem file as read: typed values with their positions. Nothing in it has been
// compared with the vocabulary or with other files yet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/timestamp.h"
#include "generator/extract/action_item.h"
#include "generator/extract/incident_times.h"
#include "generator/extract/timeline.h"
#include "generator/markdown/document.h"
#include "generator/model/config.h"
#include "generator/source/source_tree.h"

namespace debrief {

// A name as the author wrote it, to be looked up.
struct Reference {
  std::string text;
  SourceLocation where;
};

struct Moment {
  Timestamp time;
  SourceLocation where;
};

// What was announced beforehand is no incident, and counts as none.
enum class ReportKind { incident, maintenance };
enum class Status { draft, in_review, published };
enum class Visibility { internal, public_ };

struct Impact {
  std::string summary;
  std::string customers, requests, revenue;
  std::optional<bool> data_loss;
};

struct Review {
  std::optional<Timestamp> date;
  std::string facilitator;
  std::vector<std::string> attendees;
};

// Until when it is kept back, whatever else it says.
struct Embargo {
  std::optional<Timestamp> not_before;  // absent if it cannot be read, which is reported
};

struct PublicWording {
  std::string title;
  std::string summary;
  std::string approved_by;
  SourceLocation approved_by_where;
  std::optional<Embargo> embargo;
};

struct NamedLink {
  std::string name;
  std::string url;
};

struct Report {
  std::string path;
  SourceLocation where;  // the file as a whole

  // Where its front matter names each field, under Debrief's own name, in the order of the file.
  std::vector<std::pair<std::string, int>> field_lines;

  std::string id;
  std::string title;
  ReportKind kind = ReportKind::incident;
  Status status = Status::published;
  bool status_is_explicit = false;
  Visibility visibility = Visibility::internal;
  std::optional<Reference> severity;
  std::vector<Reference> services;
  std::vector<Reference> causes;
  std::string trigger;
  std::optional<Moment> started, detected, acknowledged, mitigated, resolved;
  // What "resolved: yes" or "resolved: no" says without a time.
  std::optional<bool> is_resolved;
  std::string detection;
  std::optional<Impact> impact;
  std::string summary;
  Review review;
  std::optional<Timestamp> published;  // when the post-mortem was done
  std::vector<std::string> authors;
  std::vector<Reference> repeats;
  std::vector<Reference> related;
  std::vector<std::string> tags;
  std::vector<NamedLink> links;
  PublicWording public_wording;

  Outline body;
  std::vector<Node> footnotes;
  std::vector<ActionItem> actions;
  IncidentTimes times;  // what front matter and timeline say together
};

// Absent if the file cannot be read as a post-mortem at all; every problem is reported.
std::optional<Report> read_report(const SourceFile& source, const Config& config,
                                  Diagnostics& diagnostics);

// Where its front matter names the field, under Debrief's own name; 0 if it does not.
int line_of_field(const Report& report, std::string_view field);

// What a post-mortem is called by its file: the name without its ending, or the folder's of an
// index.md.
std::string name_of_file(std::string_view path);

// The times of its front matter, without their places.
FrontMatterTimes front_matter_times(const Report& report);

// The timeline of its text, read again: entries hold copies of the text, and few need them.
Timeline timeline_of(const Report& report, const Config& config);

// A page of pages/: a guide.
struct Guide {
  std::string path;
  SourceLocation where;
  std::string title;
  Visibility visibility = Visibility::internal;
  int order = 0;
  Outline body;
  std::vector<Node> footnotes;
};

std::optional<Guide> read_guide(const SourceFile& source, Diagnostics& diagnostics);

}  // namespace debrief
