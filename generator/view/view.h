// What one audience may know of the knowledge base, as plain values.
//
// Everything downstream (pages, feeds, statistics, the search index) is a function of a
// View and of nothing else. A View holds no pointer into the model, and the headers here
// include none of it: what was not copied field by field in internal_view.cc or
// public_view.cc does not exist for the site. One type serves both audiences, so the code of
// the public pages runs in every test of the internal ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/color.h"
#include "generator/base/day.h"
#include "generator/base/time_zone.h"
#include "generator/base/timestamp.h"
#include "generator/extract/phase.h"
#include "generator/markdown/document.h"

namespace debrief {

enum class Audience { internal, public_ };

std::string_view to_string(Audience audience);  // "internal", "public"

struct ViewMenuLink {
  std::string name;
  std::string url;   // empty if it leads to a page
  std::string page;  // its key: "guide/severities"
};

// What the site adds to its theme.
struct ViewLook {
  std::string logo;  // in View::assets, by path; empty for none
  std::optional<Color> accent, accent_dark;
  std::string footer;  // plain text
  std::vector<ViewMenuLink> footer_links;
  std::vector<ViewMenuLink> menu;
};

struct ViewSite {
  std::string title;
  std::string base_url;  // absolute, ends with '/'
  std::string language;  // "en"
  TimeZone time_zone = TimeZone::utc();
  std::string edit_url;  // with "{path}"; empty for none and always in the public view
  // Where the public site is, for pages of the internal one; ends with '/', may be empty.
  std::string public_url;
  ViewLook look;
};

struct ViewSeverity {
  std::string key;     // in addresses and filters: "sev1"
  std::string label;   // "SEV1"
  std::string name;    // "Critical"; may be empty
  int downtime = 100;  // how much of an incident's time counts as downtime, in per cent
};

struct ViewService {
  std::string key;  // in addresses and filters; in the public view made of the public name
  std::string name;
  std::string description;
  std::string team;                   // internal only
  std::string tier;                   // internal only
  std::optional<std::size_t> parent;  // in View::services; internal only
};

struct ViewCause {
  std::string key;  // "capacity" or "capacity/connection-pool"
  std::string name;
  std::string description;
  std::optional<std::size_t> parent;  // in View::causes; absent for a category
};

// A page of this view that an incident refers to, by its place in View::incidents.
using IncidentIndex = std::size_t;

struct ViewImpact {
  std::string summary;
  std::string customers, requests, revenue;  // as written, empty if not stated
  std::optional<bool> data_loss;
};

// What the text says as data. Each is read from the body that stands beside it in the incident, and
// `line` tells where in that body: it is shown nowhere.

struct ViewTimelineEntry {
  enum class Certainty { exact, approximate, unknown };

  std::string written;            // the time as its author wrote it; empty if there is none
  std::optional<Timestamp> time;  // absent if it is unknown
  std::optional<Timestamp> end;   // of a range
  Certainty certainty = Certainty::unknown;
  std::optional<Phase> phase;
  std::vector<Node> text;    // inline, without the time
  std::vector<Node> blocks;  // what hangs below
  std::string who;
  Hidden hidden = Hidden::no;  // as a whole; internal only
  int line = 0;
};

struct ViewWhy {
  std::vector<Node> question;   // inline; empty in a list of statements
  std::vector<Node> answer;     // inline; empty if there is none yet
  std::vector<ViewWhy> deeper;  // what was asked about the answer
  Hidden hidden = Hidden::no;   // as a whole, without `deeper`; internal only
  int line = 0;
};

struct ViewWhyConclusion {
  enum class Kind { action, root_cause };
  Kind kind = Kind::action;
  std::vector<Node> text;      // inline
  Hidden hidden = Hidden::no;  // internal only
  int line = 0;
};

struct ViewFactor {
  std::vector<Node> text;      // inline
  Hidden hidden = Hidden::no;  // internal only
  int line = 0;
};

struct ViewActionItem {
  std::vector<Node> text;  // inline
  bool done = false;
  bool dropped = false;              // it will not be done; internal only
  std::string type, priority;        // as written, empty if not stated; internal only
  std::vector<std::string> owners;   // names as shown; internal only
  std::vector<std::string> handles;  // the same as written; internal only
  // Whose work it is: the owners' teams, or those of the services; sorted, each once; internal only
  std::vector<std::string> teams;
  std::string progress;                // what its status says of open ones; internal only
  std::optional<Timestamp> due;        // internal only
  std::string due_text;                // what is no day where one was expected; internal only
  std::optional<Timestamp> completed;  // internal only
  std::string ticket, ticket_url;      // internal only
  Hidden hidden = Hidden::no;          // as a whole; internal only
  int line = 0;
};

struct ViewLink {
  std::string name;
  std::string url;
};

enum class IncidentState { open, resolved, unknown };

// What the public reads of a post-mortem, or will read once it is published: for its authors,
// beside the internal text. Made by the public projection (public_texts.h); links and pictures are
// those of the internal site.
struct ViewPublicText {
  std::string id, title, summary;
  IncidentState state = IncidentState::unknown;
  std::string severity;                             // its label
  std::vector<std::string> services, causes, tags;  // names, as the public knows them
  std::optional<Timestamp> started, detected, acknowledged, mitigated, resolved;
  std::optional<std::chrono::seconds> duration;
  bool duration_is_approximate = false;
  std::string detection;
  std::string trigger;
  std::optional<ViewImpact> impact;
  std::vector<ViewLink> links;
  Outline body;
  std::vector<Node> footnotes;
  std::string key;  // of its page on the public site: "incident/…"; empty while it has none
};

// When people met about it.
struct ViewReview {
  std::optional<Timestamp> date;
  std::string facilitator;             // a name
  std::vector<std::string> attendees;  // names
};

// Where a post-mortem stands on its way to the public site, as of the day of the view.
struct ViewPublication {
  enum class State {
    internal,   // it does not ask to be public
    untold,     // nor does it, though customers were hit
    waiting,    // it asks to be, and something is missing
    embargoed,  // nothing is missing, and its day has not come
    public_,
  };
  enum class Lack { draft, in_review, status_not_said, approval, known_approver, readable_day };

  State state = State::internal;
  std::vector<Lack> lacks;       // what is missing, while it waits
  std::optional<Day> first_day;  // the first on which it may be public; absent without an embargo
  std::string approved_by;       // a name
};

struct ViewIncident {
  using State = IncidentState;

  std::string slug;  // last part of its address, unique in this view
  std::string key;   // page key: "incident/" + slug, or "maintenance/" + slug
  std::string id;    // "PM-2026-014"; empty in the public view unless allowed
  std::string title;
  std::string summary;  // one or two sentences of plain text; may be empty
  State state = State::unknown;

  std::optional<std::size_t> severity;  // in View::severities
  std::string severity_label;           // as the author wrote it; internal only
  std::vector<std::size_t> services;    // in View::services, sorted, each once
  std::vector<std::size_t> causes;      // in View::causes, sorted, each once
  std::vector<std::string> tags;        // sorted, each once

  std::optional<Timestamp> started, detected, acknowledged, mitigated, resolved;
  // From started to resolved; absent if either is or the times contradict each other.
  std::optional<std::chrono::seconds> duration;
  bool duration_is_approximate = false;  // one of its ends is "~13:30" in the timeline
  // It ends before it starts, or its author states another duration: none is given, and the page
  // says so.
  bool times_in_doubt = false;

  std::string detection;  // "alert", "customer", "employee", "partner" or empty
  std::string trigger;
  std::optional<ViewImpact> impact;
  std::vector<std::string> authors;    // names
  std::vector<IncidentIndex> repeats;  // of this view
  std::vector<IncidentIndex> repeated_by;
  std::vector<IncidentIndex> related;
  std::vector<ViewLink> links;

  Outline body;
  std::vector<Node> footnotes;              // the definitions that the body refers to, in order
  std::vector<ViewTimelineEntry> timeline;  // as they stand in the body
  std::vector<ViewWhy> whys;                // one for each chain
  std::vector<ViewWhyConclusion> why_conclusions;
  std::vector<ViewFactor> factors;
  std::vector<ViewActionItem> actions;

  // Internal only; empty in the public view.
  std::string workflow;  // "draft", "in-review", "published"
  ViewReview review;
  std::optional<Timestamp> published;  // when the post-mortem was done
  std::string source_path;             // for the edit link
  // When its file was last changed, as git knows it. Of the public view, this would tell of changes
  // that nobody there can see.
  std::optional<Timestamp> changed;
  ViewPublication publication;
  // Absent if nothing of it is, or is to be, public. If it is there, what the public does not read
  // is hidden in body and footnotes (Node::hidden).
  std::optional<ViewPublicText> public_text;

  // Has a page on the public site; of an incident of the internal view.
  bool is_public() const { return publication.state == ViewPublication::State::public_; }
};

struct ViewGuide {
  std::string slug;
  std::string key;  // page key: "guide/" + slug
  std::string title;
  Outline body;
  std::vector<Node> footnotes;
  std::string source_path;           // internal only
  std::optional<Timestamp> changed;  // internal only
};

// A file that pages refer to, under a name made of its content.
struct ViewAsset {
  std::string path;  // from the root of the site: "images/0123456789abcdef.png"
  std::string bytes;
  int width = 0;  // pixels; 0 if unknown
  int height = 0;
};

class View {
 public:
  Audience audience() const { return audience_; }
  bool is_internal() const { return audience_ == Audience::internal; }

  const ViewSite& site() const { return site_; }
  const std::vector<ViewSeverity>& severities() const { return severities_; }  // worst first
  const std::vector<ViewService>& services() const { return services_; }       // by name
  const std::vector<ViewCause>& causes() const { return causes_; }  // category, then its children
  // Newest first; those without a time last; equal ones by title, then slug.
  const std::vector<ViewIncident>& incidents() const { return incidents_; }
  // Work that was announced, in the same order: written like an incident, and none. What counts
  // incidents never meets it, and nothing refers to it by an IncidentIndex.
  const std::vector<ViewIncident>& maintenance() const { return maintenance_; }
  const std::vector<ViewGuide>& guides() const { return guides_; }  // in the order of the menu
  const std::vector<ViewAsset>& assets() const { return assets_; }  // by path

 private:
  friend struct ViewBuilder;
  explicit View(Audience audience) : audience_(audience) {}

  Audience audience_;
  ViewSite site_;
  std::vector<ViewSeverity> severities_;
  std::vector<ViewService> services_;
  std::vector<ViewCause> causes_;
  std::vector<ViewIncident> incidents_;
  std::vector<ViewIncident> maintenance_;
  std::vector<ViewGuide> guides_;
  std::vector<ViewAsset> assets_;
};

}  // namespace debrief
