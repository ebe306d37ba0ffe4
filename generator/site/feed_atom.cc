#include "generator/site/feed_atom.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "generator/base/escape.h"
#include "generator/site/urls.h"

namespace debrief {

namespace {

class AtomWriter {
 public:
  void open(std::string_view start) {
    line("<{}>", start);
    ++depth_;
  }
  void close(std::string_view name) {
    --depth_;
    line("</{}>", name);
  }

  void element(std::string_view name, std::string_view text) {
    line("<{0}>{1}</{0}>", name, escape_html(text));
  }

  void person(std::string_view name) {
    open("author");
    element("name", name);
    close("author");
  }

  void link(std::string_view relation, std::string_view type, const std::string& address) {
    line("<link rel=\"{}\" type=\"{}\" href=\"{}\"/>", relation, type, escape_html(address));
  }

  void category(std::string_view scheme, std::string_view term, std::string_view text) {
    line("<category scheme=\"{}\" term=\"{}\" label=\"{}\"/>", escape_html(scheme),
         escape_html(term), escape_html(text));
  }

  std::string take() { return std::move(out_); }

 private:
  template <typename... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    out_.append(2 * depth_, ' ');
    fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
    out_ += '\n';
  }

  std::string out_ = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  std::size_t depth_ = 0;
};

void write_categories(AtomWriter& atom, const View& view, const ViewIncident& incident) {
  const std::string& base = view.site().base_url;
  for (const std::size_t i : incident.services) {
    const ViewService& service = view.services()[i];
    atom.category(absolute_url(base, kServicesPath), service.key, service.name);
  }
  for (const std::size_t i : incident.causes) {
    const ViewCause& cause = view.causes()[i];
    atom.category(absolute_url(base, kCausesPath), cause.key, cause.name);
  }
  if (incident.severity) {
    const ViewSeverity& severity = view.severities()[*incident.severity];
    atom.category(absolute_url(base, kSeveritiesPath), severity.key, severity.label);
  }
}

void write_entry(AtomWriter& atom, const View& view, const FeedEntry& entry) {
  const ViewIncident& incident = view.incidents()[entry.incident];
  const std::string address = absolute_url(view.site().base_url, incident_path(incident.slug));
  atom.open("entry");
  atom.element("id", address);
  atom.element("title", incident.title);
  atom.link("alternate", "text/html", address);
  if (incident.started) atom.element("published", format_rfc3339(incident.started->utc));
  atom.element("updated", format_rfc3339(entry.updated.utc));
  for (const std::string& author : incident.authors) atom.person(author);
  write_categories(atom, view, incident);
  atom.element("summary", feed_text(incident));
  atom.close("entry");
}

}  // namespace

std::string atom_feed(const Site& site, const Feed& feed) {
  const ViewSite& about = site.view.site();
  Seconds updated{};
  for (const FeedEntry& entry : feed.entries) updated = std::max(updated, entry.updated.utc);

  AtomWriter atom;
  atom.open(fmt::format("feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\"",
                        escape_html(about.language)));
  atom.element("id", absolute_url(about.base_url, feed.page_path));
  atom.element("title", feed.title);
  atom.element("updated", format_rfc3339(updated));
  // Some readers take the first link for the page.
  atom.link("alternate", "text/html", absolute_url(about.base_url, feed.page_path));
  atom.link("self", "application/atom+xml",
            absolute_url(about.base_url, feed_path(feed.page_path)));
  atom.person(about.title);
  atom.element("generator", "Debrief");
  for (const FeedEntry& entry : feed.entries) write_entry(atom, site.view, entry);
  atom.close("feed");
  return atom.take();
}

}  // namespace debrief
