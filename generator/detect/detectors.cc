#include "generator/detect/detectors.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>

#include "generator/detect/forms.h"

namespace debrief {
namespace {

struct Entry {
  Detector detector;
  const Form* form;
  std::unique_ptr<re2::RE2> pattern;
};

void add_entries(Detector::Kind kind, const std::vector<Form>& forms, std::vector<Entry>& entries) {
  for (const Form& form : forms) {
    entries.push_back({{form.id, form.what, kind},
                       &form,
                       std::make_unique<re2::RE2>(form.pattern, re2::RE2::Latin1)});
  }
}

const std::vector<Entry>& entries() {
  static const std::vector<Entry> kEntries = [] {
    std::vector<Entry> all;
    add_entries(Detector::Kind::credential, credential_forms(), all);
    add_entries(Detector::Kind::personal, personal_forms(), all);
    add_entries(Detector::Kind::reference, reference_forms(), all);
    return all;
  }();
  return kEntries;
}

// Which patterns are worth trying on a text: few texts hold any keyword.
class Prefilter {
 public:
  Prefilter() {
    for (std::size_t i = 0; i < entries().size(); ++i) {
      const std::vector<std::string_view>& keywords = entries()[i].form->keywords;
      if (keywords.empty()) always_.push_back(i);
      for (const std::string_view word : keywords) {
        by_first_byte_[static_cast<unsigned char>(word.front())].push_back({word, i});
      }
    }
  }

  // One flag for each entry.
  std::vector<bool> worth_trying(std::string_view text) const {
    std::vector<bool> flags(entries().size());
    for (const std::size_t entry : always_) flags[entry] = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
      for (const Keyword& keyword : by_first_byte_[static_cast<unsigned char>(text[at])]) {
        if (text.substr(at).starts_with(keyword.word)) flags[keyword.entry] = true;
      }
    }
    return flags;
  }

 private:
  struct Keyword {
    std::string_view word;
    std::size_t entry;
  };
  std::array<std::vector<Keyword>, 256> by_first_byte_;
  std::vector<std::size_t> always_;
};

std::string_view view(const re2::StringPiece& piece) {
  return {piece.data(), piece.size()};
}

void find_form(std::size_t index, std::string_view text, std::vector<Detection>& detections) {
  const Entry& entry = entries()[index];
  const re2::StringPiece whole(text.data(), text.size());
  const int groups = std::min(entry.pattern->NumberOfCapturingGroups(), 2);
  // Never again over what has been matched, real or not, or repetitions would take quadratic time.
  // What stands behind it may begin the next match, which can see what is before it.
  for (std::size_t at = 0; at < text.size();) {
    std::array<re2::StringPiece, 3> group;
    if (!entry.pattern->Match(whole, at, text.size(), re2::RE2::UNANCHORED, group.data(),
                              groups + 1)) {
      return;
    }
    std::string_view found = view(group[1]);
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    at = begin + std::max<std::size_t>(found.size(), 1);
    const std::string_view value = group[2].data() != nullptr ? view(group[2]) : found;
    if (!entry.form->is_real(value)) continue;
    if (entry.form->shorten != nullptr) {
      found = entry.form->shorten(found);
      at = begin + std::max<std::size_t>(found.size(), 1);
    }
    detections.push_back({index, begin, begin + found.size()});
  }
}

// Entries are in order of kind, so that the graver has the smaller kind.
bool is_preferred(const Detection& a, const Detection& b) {
  const Detector::Kind kind_a = entries()[a.detector].detector.kind;
  const Detector::Kind kind_b = entries()[b.detector].detector.kind;
  if (kind_a != kind_b) return kind_a < kind_b;
  if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
  return a.begin != b.begin ? a.begin < b.begin : a.detector < b.detector;
}

std::vector<Detection> without_overlaps(std::vector<Detection> detections) {
  std::ranges::sort(detections, is_preferred);
  const auto begins_before = [](const Detection& a, const Detection& b) {
    return a.begin < b.begin;
  };
  std::set<Detection, decltype(begins_before)> apart(begins_before);
  for (const Detection& each : detections) {
    const auto next = apart.lower_bound(each);
    if (next != apart.end() && next->begin < each.end) continue;
    if (next != apart.begin() && std::prev(next)->end > each.begin) continue;
    apart.insert(next, each);
  }
  return {apart.begin(), apart.end()};
}

}  // namespace

const std::vector<Detector>& detectors() {
  static const std::vector<Detector> kDetectors = [] {
    std::vector<Detector> all;
    for (const Entry& entry : entries()) all.push_back(entry.detector);
    return all;
  }();
  return kDetectors;
}

const Detector* find_detector(std::string_view id) {
  const auto found = std::ranges::find(detectors(), id, &Detector::id);
  return found == detectors().end() ? nullptr : &*found;
}

std::vector<Detection> detect(std::string_view text) {
  static const Prefilter kPrefilter;
  const std::vector<bool> worth_trying = kPrefilter.worth_trying(text);
  std::vector<Detection> detections;
  for (std::size_t i = 0; i < worth_trying.size(); ++i) {
    if (worth_trying[i]) find_form(i, text, detections);
  }
  return without_overlaps(std::move(detections));
}

}  // namespace debrief
