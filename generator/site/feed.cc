#include "generator/site/feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "generator/base/escape.h"
#include "generator/site/times.h"
#include "generator/site/urls.h"

namespace debrief {

namespace {

constexpr std::size_t kEntries = 20;

struct Entry {
  const ViewIncident* incident;
  Seconds updated;
};

std::vector<Entry> newest_entries(const View& view, const IncidentList& incidents) {
  std::vector<Entry> entries;
  for (const IncidentIndex i : incidents) {
    if (entries.size() == kEntries) break;
    if (const auto updated = update_time(view.incidents()[i])) {
      entries.push_back({&view.incidents()[i], updated->utc});
    }
  }
  return entries;
}

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

void write_entry(AtomWriter& atom, const View& view, const Entry& entry) {
  const ViewIncident& incident = *entry.incident;
  const std::string address = absolute_url(view.site().base_url, incident_path(incident.slug));
  atom.open("entry");
  atom.element("id", address);
  atom.element("title", incident.title);
  atom.link("alternate", "text/html", address);
  if (incident.started) atom.element("published", format_rfc3339(incident.started->utc));
  atom.element("updated", format_rfc3339(entry.updated));
  write_categories(atom, view, incident);
  atom.element("summary", incident.summary.empty() ? incident.title : incident.summary);
  atom.close("entry");
}

std::string write_feed(const View& view, const std::string& title, std::string_view page_path,
                       std::string_view feed_path, const IncidentList& incidents) {
  const std::string& base = view.site().base_url;
  const std::vector<Entry> entries = newest_entries(view, incidents);
  // The format wants a time even where nothing has happened yet.
  Seconds updated{};
  for (const Entry& entry : entries) updated = std::max(updated, entry.updated);

  AtomWriter atom;
  atom.open(fmt::format("feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\"",
                        escape_html(view.site().language)));
  atom.element("id", absolute_url(base, page_path));
  atom.element("title", title);
  atom.element("updated", format_rfc3339(updated));
  atom.link("self", "application/atom+xml", absolute_url(base, feed_path));
  atom.link("alternate", "text/html", absolute_url(base, page_path));
  atom.open("author");
  atom.element("name", view.site().title);
  atom.close("author");
  atom.element("generator", "Debrief");
  for (const Entry& entry : entries) write_entry(atom, view, entry);
  atom.close("feed");
  return atom.take();
}

}  // namespace

std::string site_feed(const Site& site) {
  return write_feed(site.view, site.view.site().title, "", kFeedPath, site.index.all);
}

std::string service_feed(const Site& site, std::size_t service) {
  const ViewService& about = site.view.services()[service];
  return write_feed(site.view, about.name + " · " + site.view.site().title, service_path(about.key),
                    service_feed_path(about.key), site.index.by_service[service]);
}

}  // namespace debrief
