#include "generator/insight/incident_words.h"

#include <algorithm>

#include "generator/base/parallel.h"
#include "generator/base/text.h"
#include "generator/insight/closest_causes.h"
#include "search/term_counts.h"

namespace debrief {
namespace {

// How often a word of these counts more than one of the text.
constexpr std::size_t kTitleWeight = 6;
constexpr std::size_t kSummaryWeight = 3;
constexpr std::size_t kHeadTexts = 2;  // the title and the summary, of the texts that are counted

struct Counts {
  std::vector<search::TermCount> words;
  std::vector<search::TermCount> authors;
};

void add_text(std::vector<std::string>& texts, const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    // Headings are those of the template.
    texts.push_back(plain_text(section.blocks));
    add_text(texts, section.sections);
  }
}

// The title and the summary come first; see kHeadTexts.
Counts counts_of(const ViewIncident& incident, search::TermCounter& counter) {
  std::vector<std::string> texts = {plain_text(incident.body.intro)};
  add_text(texts, incident.body.sections);
  std::vector<search::WeighedText> all = {{incident.title, kTitleWeight},
                                          {incident.summary, kSummaryWeight}};
  if (incident.impact) all.push_back({incident.impact->summary});
  all.push_back({incident.trigger});
  for (const std::string& text : texts) all.push_back({text});
  for (const std::string& tag : incident.tags) all.push_back({tag, kSummaryWeight});
  Counts counts;
  counts.words = counter.count(all);
  std::vector<search::WeighedText> authors;
  for (const std::string& author : incident.authors) authors.push_back({author});
  counts.authors = counter.count(authors);
  return counts;
}

// For a part of the view.
std::vector<Counts> count_words(const View& view, std::size_t begin, std::size_t end,
                                unsigned jobs) {
  std::vector<Counts> counts(end - begin);
  // Each counter learns stems as it goes.
  constexpr std::size_t kPart = 64;
  parallel_for((counts.size() + kPart - 1) / kPart, jobs, [&](std::size_t part) {
    search::TermCounter counter(view.site().language);
    const std::size_t last = std::min(counts.size(), (part + 1) * kPart);
    for (std::size_t i = part * kPart; i < last; ++i) {
      counts[i] = counts_of(view.incidents()[begin + i], counter);
    }
  });
  return counts;
}

void add_words(const std::vector<search::TermCount>& counts, IncidentWords& words,
               WordTable& table) {
  words.words.reserve(counts.size());
  for (const search::TermCount& count : counts) {
    words.words.push_back({table.add(count.term), table.add(count.word),
                           static_cast<std::uint32_t>(count.halves), count.text < kHeadTexts});
  }
}

void add_names(const View& view, const std::vector<std::size_t>& services,
               const std::vector<std::size_t>& causes, IncidentWords& words, WordTable& table) {
  for (const std::size_t i : services) words.services.push_back(table.add(view.services()[i].key));
  for (const std::size_t i : causes) words.causes.push_back(table.add(view.causes()[i].key));
}

}  // namespace

WordId WordTable::add(std::string_view word) {
  const auto known = ids_.find(word);
  if (known != ids_.end()) return known->second;
  const auto id = static_cast<WordId>(words_.size());
  ids_.emplace(words_.emplace_back(word), id);
  return id;
}

std::optional<WordId> WordTable::find(std::string_view word) const {
  const auto known = ids_.find(word);
  return known == ids_.end() ? std::nullopt : std::optional(known->second);
}

std::vector<IncidentWords> incident_words(const View& view, WordTable& table, unsigned jobs) {
  // The strings of few incidents are in memory at once.
  constexpr std::size_t kBlock = 1024;
  std::vector<IncidentWords> all(view.incidents().size());
  for (std::size_t begin = 0; begin < all.size(); begin += kBlock) {
    const std::size_t end = std::min(all.size(), begin + kBlock);
    const std::vector<Counts> counts = count_words(view, begin, end, jobs);
    for (std::size_t i = begin; i < end; ++i) {
      const ViewIncident& incident = view.incidents()[i];
      add_words(counts[i - begin].words, all[i], table);
      add_names(view, incident.services, closest_causes(view, incident), all[i], table);
      for (const search::TermCount& author : counts[i - begin].authors) {
        all[i].author_terms.push_back(table.add(author.term));
      }
    }
  }
  return all;
}

IncidentWords draft_words(const View& view, const IncidentDraft& draft, WordTable& table) {
  IncidentWords words;
  search::TermCounter counter(view.site().language);
  add_words(counter.count({{draft.title, kTitleWeight}}), words, table);
  add_names(view, draft.services, draft.causes, words, table);
  return words;
}

}  // namespace debrief
