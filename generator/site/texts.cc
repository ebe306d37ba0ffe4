#include "generator/site/texts.h"

#include <fmt/format.h>

#include <stdexcept>

#include "generator/base/timestamp.h"

namespace debrief {

namespace {

struct Label {
  std::string_view name;
  std::string_view english;
};

constexpr Label kLabels[] = {
    // Every page.
    {"skip", "Skip to content"},
    {"site_navigation", "Site"},
    {"breadcrumbs", "You are here"},
    {"footer_navigation", "More"},
    {"feed", "Feed"},
    {"home", "Home"},
    {"internal_site", "Internal"},

    // The lists.
    {"incidents", "Incidents"},
    {"services", "Services"},
    {"causes", "Causes"},
    {"severities", "Severities"},
    {"tags", "Tags"},
    {"tag", "Tag"},
    {"archive", "Archive"},
    {"guides", "Guides"},
    {"undated", "Without a date"},
    {"no_incidents", "No incidents."},
    {"no_services", "No services."},
    {"no_causes", "No causes."},
    {"no_guides", "No guides."},
    {"no_terms", "Nothing here yet."},
    {"pages", "Pages of this list"},
    {"previous_page", "Newer"},
    {"next_page", "Older"},
    {"number_of_incidents", "Incidents"},
    {"total", "Total"},
    {"latest", "Latest"},
    {"year", "Year"},
    {"all_of_quarter", "All of this quarter"},
    {"first_quarter", "Q1"},
    {"second_quarter", "Q2"},
    {"third_quarter", "Q3"},
    {"fourth_quarter", "Q4"},
    {"neighbours", "Earlier and later"},
    {"without_severity", "Not stated"},
    {"sub_causes", "Sub-causes"},

    // The home page.
    {"latest_incidents", "Latest incidents"},
    {"all_incidents", "All incidents"},
    {"by_severity", "By severity"},
    {"by_service", "By service"},
    {"by_cause", "By cause"},
    {"nothing_open", "No ongoing incidents"},
    {"something_open", "Ongoing incident"},
    {"service_quiet", "No incident"},

    // An incident.
    {"severity", "Severity"},
    {"state", "State"},
    {"open", "Ongoing"},
    {"resolved_state", "Resolved"},
    {"service", "Service"},
    {"cause", "Cause"},
    {"when", "When"},
    {"duration", "Duration"},
    {"ongoing_since", "Ongoing since"},
    {"impact", "Impact"},
    {"customers", "Customers"},
    {"requests", "Requests"},
    {"revenue", "Revenue"},
    {"data_lost", "Data was lost."},
    {"no_data_lost", "No data was lost."},
    {"trigger", "Trigger"},
    {"detected_by", "Noticed by"},
    {"detection_alert", "An alert"},
    {"detection_customer", "A customer"},
    {"detection_employee", "An employee"},
    {"detection_partner", "A partner"},
    {"summary", "In short"},
    {"phases", "From start to end"},
    {"phase", "Phase"},
    {"time", "Time"},
    {"after_start", "After start"},
    {"started", "Started"},
    {"detected", "Detected"},
    {"acknowledged", "Acknowledged"},
    {"mitigated", "Mitigated"},
    {"resolved", "Resolved"},
    {"times_in_doubt",
     "What is recorded of the times contradicts itself, so no duration is given."},
    {"contents", "On this page"},
    {"permalink", "Link to"},
    {"footnotes", "Footnotes"},
    {"repeats", "Repeats"},
    {"repeated_by", "Happened again"},
    {"related", "Related incidents"},
    {"links", "Links"},
    {"authors", "Written by"},
    {"edit", "Edit this page"},
    {"id", "Id"},
    {"is_public", "Public"},
    {"workflow_draft", "Draft"},
    {"workflow_in-review", "In review"},

    // What of an incident is public, for those who write about it.
    {"not_public", "Not public"},
    {"hidden_marked", "Not public: marked internal"},
    {"hidden_left_out", "Not public: not on the list of what is public"},
    {"hidden_partly",
     "Of this section only what is to be done is public: no owners, dates or tickets"},
    {"hidden_link", "The public does not see where this link leads"},
    {"public_reads", "The public reads"},
    {"shaded_parts", "In the text below, shaded parts are not public."},
    {"shaded_parts_later",
     "Not public yet. In the text below, shaded parts will not be public when it is published."},
    {"nothing_public", "Nothing on this page is public."},
    {"public_text", "What the public reads"},
    {"public_text_now",
     "The internal text, shaded where it is not public, beside the text of the public site."},
    {"public_text_later",
     "The internal text, shaded where it is not public, beside what the public will read once this "
     "is published."},
    {"internal_text", "Internal text"},
    {"fact", "Fact"},
    {"title", "Title"},
    {"data_loss", "Data"},

    // A service.
    {"team", "Team"},
    {"tier", "Tier"},
    {"part_of", "Part of"},
    {"parts", "Parts"},

    // Search. In braces is what the script puts in; {count} is a number.
    {"search", "Search"},
    {"search_label", "Search this site"},
    {"search_key", "Ctrl K"},
    {"search_key_mac", "⌘ K"},
    {"search_loading", "Loading the search engine…"},
    {"search_busy", "Searching…"},
    {"search_results", "Results"},
    {"search_one_result", "{count} result"},
    {"search_many_results", "{count} results"},
    {"search_all_one", "Show the one result"},
    {"search_all_many", "All {count} results"},
    {"search_no_results", "No results"},
    {"search_suggestion", "Did you mean"},
    {"search_browse", "Without searching"},
    {"search_failed_network", "Search could not be loaded. Are you connected to the network?"},
    {"search_failed_missing", "Search does not work: files of this site are missing."},
    {"search_failed_damaged", "Search does not work: files of this site arrived damaged."},
    {"search_failed_stale",
     "This site has changed since you opened the page. Load it again to search."},
    {"search_failed_unsupported", "This browser cannot run the search engine."},
    {"search_failed_slow", "Searching took too long and was stopped."},
    {"search_failed_internal", "Search does not work at the moment."},
    // What the browser's own formats of dates and numbers follow: as the dates of the pages.
    {"search_locale", "en-GB"},
    // Of days, hours, minutes and seconds.
    {"search_units", "d h min s"},
    {"status", "Status"},

    // The search page.
    {"search_needs_script", "Search needs JavaScript, which is switched off in this browser."},
    {"search_hint", "Type a few words that you remember: what failed, an error message, a name."},
    {"search_button", "Search"},
    {"search_filter", "Filter"},
    {"search_more", "More"},
    {"search_fewer", "Fewer"},
    {"search_period", "Started"},
    {"search_from", "From"},
    {"search_until", "Until"},
    {"search_drop_filters", "Remove all filters"},
    {"search_sort", "Sort by"},
    {"sort_relevance", "Best match"},
    {"sort_date", "Newest"},
    {"sort_duration", "Longest"},
    {"sort_severity", "Worst"},
    {"search_pages", "Pages of results"},
    {"search_previous", "Previous results"},
    {"search_next", "Next results"},
    {"search_position", "Page {page} of {pages}"},
    {"search_fewer_words",
     "Use fewer or other words; the filters may also leave out what you seek."},
    {"search_slash", "Pressing / moves to the search box"},

    // The help page of search.
    {"search_help", "Search help"},
    {"search_help_intro", "How to find incidents and guides by words, by names and by time."},
    {"search_example", "Example"},
    {"search_finds", "Finds"},
    {"search_words", "Words"},
    {"finds_words",
     "Pages with any of these words, those that fit best first; other forms of a word count too"},
    {"finds_phrase", "Exactly these words, side by side"},
    {"finds_prefix", "Words that begin like this"},
    {"finds_joined", "However it is written: as one word, as two, or with a hyphen"},
    {"finds_and", "Pages with both words; AND, OR and NOT are written in capitals"},
    {"finds_or", "Pages with one of the words or both"},
    {"finds_not", "Pages with the first word that lack the second; NOT does the same"},
    {"finds_group", "What is in brackets counts as one"},
    {"search_filters", "Names"},
    {"search_filters_intro",
     "Several filters narrow what is found; two of the same kind mean either. Names with spaces "
     "stand in quotation marks."},
    {"finds_service", "Incidents of this service, by its short name or its full one"},
    {"finds_cause", "Incidents with this cause, its sub-causes included"},
    {"finds_severity", "Incidents of this severity"},
    {"finds_tag", "Incidents with this tag"},
    {"finds_status", "Incidents that are ongoing; “resolved” finds the others"},
    {"finds_draft", "What is still being written; “in-review” finds what is being reviewed"},
    {"finds_owner", "Incidents with something to do for this person or team"},
    {"finds_id", "The incident with this number"},
    {"finds_kind", "Guides only; “incident” finds incidents only"},
    {"search_times", "Times"},
    {"finds_year", "Incidents that started in this year"},
    {"finds_quarter", "Incidents that started in this quarter"},
    {"finds_after",
     "Started on the first day of this month or later; a year or a day will do as well"},
    {"finds_before", "Started before the first day of this year"},
    {"finds_range", "Started in this time, both ends included; either end may be left out"},
    {"search_keys", "Keys"},
    {"key", "Key"},
    {"key_does", "Does"},
    {"key_or", "or"},
    {"key_open", "Moves to the search box, on every page"},
    {"key_slash", "The same, outside of fields for text"},
    {"key_arrows", "Move through the results"},
    {"key_enter", "Opens the chosen result; shows all results if none is chosen"},
    {"key_escape", "Closes the results; pressed again, empties the box"},

    // An address without a page.
    {"not_found", "Page not found"},
    {"not_found_advice",
     "There is nothing at this address. It may have moved, or the link may "
     "be mistyped. These pages lead on:"},
};

}  // namespace

std::string label(std::string_view name) {
  for (const Label& entry : kLabels) {
    if (entry.name == name) return std::string(entry.english);
  }
  throw std::logic_error(fmt::format("no text for '{}'", name));
}

std::string hidden_text(Hidden reason, std::string_view replacement) {
  if (reason == Hidden::link) return label("hidden_link");
  std::string text = label(reason == Hidden::marked     ? "hidden_marked"
                           : reason == Hidden::left_out ? "hidden_left_out"
                                                        : "not_public");
  if (!replacement.empty()) text += fmt::format(". {}: {}", label("public_reads"), replacement);
  return text;
}

std::string hidden_section_text(Hidden reason) {
  return reason == Hidden::no       ? ""
         : reason == Hidden::partly ? label("hidden_partly")
                                    : hidden_text(reason, "");
}

PageData text_data() {
  PageData data;
  for (const Label& entry : kLabels) {
    data.text(std::string(entry.name), std::string(entry.english));
  }
  return data;
}

std::string all_texts() {
  std::string texts;
  for (const Label& each : kLabels) texts += std::string(each.english) + "\n";
  for (int month = 0; month < 12; ++month) {
    texts += format_date(Seconds(std::chrono::hours(24 * (14 + 30 * month)))) + "\n";
  }
  return texts;
}

std::string count_text(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4) {
    digits.insert(digits.size() - from_end, 1, ',');
  }
  return digits;
}

std::string incident_count_text(std::size_t count) {
  return count_text(count) + (count == 1 ? " incident" : " incidents");
}

std::string open_count_text(std::size_t count) {
  return count_text(count) + (count == 1 ? " ongoing incident" : " ongoing incidents");
}

std::string range_text(std::size_t first, std::size_t last, std::size_t count) {
  return fmt::format("{}–{} of {}", count_text(first), count_text(last),
                     incident_count_text(count));
}

std::string position_text(std::size_t number, std::size_t count) {
  return fmt::format("Page {} of {}", count_text(number), count_text(count));
}

std::string quarter_text(int year, int quarter) {
  return quarter == 0 ? fmt::format("{}, month not known", year)
                      : fmt::format("Q{} {}", quarter, year);
}

}  // namespace debrief
