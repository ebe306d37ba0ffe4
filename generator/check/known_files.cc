#include "generator/check/known_files.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>
#include <utility>

#include "generator/base/hash.h"
#include "generator/base/slug.h"
#include "generator/base/sort_once.h"
#include "generator/base/text.h"
#include "generator/model/content_paths.h"
#include "generator/model/knowledge_base.h"
#include "generator/view/make_view.h"
#include "search/pack.h"

namespace debrief {
namespace {

constexpr std::size_t kHashDigits = 32;
// Files that are read side by side; more would fill the memory with their trees.
constexpr std::size_t kBlock = 512;

// ---- Reading ----

std::vector<std::string> slugs_of(const Report& report) {
  std::vector<std::string> slugs;
  for (const std::vector<Reference>* names : {&report.repeats, &report.related}) {
    for (const Reference& name : *names) slugs.push_back(make_slug(name.text));
  }
  sort_once(slugs);
  return slugs;
}

KnownFile known_report(const Report& report) {
  KnownFile file;
  file.is_read = true;
  file.is_incident = report.kind == ReportKind::incident;
  file.is_draft = report.status == Status::draft;
  file.id = report.id;
  file.title = report.title;
  file.named = slugs_of(report);
  file.links = linked_paths(report.path, report.body, report.footnotes);
  return file;
}

KnownFile known_guide(const Guide& guide) {
  KnownFile file;
  file.is_read = true;
  file.title = guide.title;
  file.links = linked_paths(guide.path, guide.body, guide.footnotes);
  return file;
}

// `part` holds the configuration and these files.
void learn(const SourceTree& part, KnownFiles& known, unsigned jobs) {
  Diagnostics problems;  // told when the files are reviewed
  const KnowledgeBase kb = read_knowledge_base(part, jobs, problems);
  for (const Incident& incident : kb.incidents) {
    known.files[incident.report.path] = known_report(incident.report);
  }
  for (const Guide& guide : kb.guides) known.files[guide.path] = known_guide(guide);
  ViewOptions options;
  options.drafts = true;
  options.public_texts = false;
  const View view = internal_view(kb, options, problems);
  std::vector<IncidentWords> words = incident_words(view, known.table, jobs);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ViewIncident& incident = view.incidents()[i];
    KnownFile& file = known.files.find(incident.source_path)->second;
    if (incident.started) file.started = incident.started->utc;
    file.words = std::move(words[i]);
  }
}

// ---- As bytes ----

using search::put_number;

void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}

void put_texts(std::string& out, const std::vector<std::string>& texts) {
  put_number(out, texts.size());
  for (const std::string& text : texts) put_text(out, text);
}

void put_ids(std::string& out, const std::vector<WordId>& ids) {
  put_number(out, ids.size());
  for (const WordId id : ids) put_number(out, id);
}

// Of numbers that may be negative the small ones are short: 0, -1, 1, -2 … (Protocol Buffers'
// "ZigZag").
std::uint64_t zigzag(std::int64_t number) {
  return (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63);
}

std::int64_t from_zigzag(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1);
}

void put_words(std::string& out, const IncidentWords& words) {
  put_number(out, words.words.size());
  for (const CountedWord& word : words.words) {
    put_number(out, word.term);
    put_number(out, word.form);
    put_number(out, std::uint64_t{word.halves} * 2 + (word.in_head ? 1 : 0));
  }
  put_ids(out, words.services);
  put_ids(out, words.causes);
  put_ids(out, words.author_terms);
}

void put_file(std::string& out, const KnownFile& file) {
  put_text(out, file.content);
  put_number(out, (file.is_read ? 1U : 0U) + (file.is_incident ? 2U : 0U) +
                      (file.is_draft ? 4U : 0U) + (file.started ? 8U : 0U));
  if (file.started) put_number(out, zigzag(file.started->time_since_epoch().count()));
  put_text(out, file.id);
  put_text(out, file.title);
  put_texts(out, file.named);
  put_texts(out, file.links);
  put_words(out, file.words);
}

// Takes what was put; once something is not as it should be, all is nothing, and `is_sound` false.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : rest_(bytes) {}

  bool is_sound() const { return is_sound_; }
  bool is_at_end() const { return is_sound_ && rest_.empty(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (!is_sound_ || !search::take_number(rest_, value)) fail();
    return is_sound_ ? value : 0;
  }
  // How many things follow, each of which has at least a byte.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value > rest_.size()) fail();
    return is_sound_ ? static_cast<std::size_t>(value) : 0;
  }
  std::string_view text() {
    const std::size_t size = count();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(text.size());
    return text;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> texts(count());
    for (std::string& each : texts) each = text();
    return texts;
  }
  WordId id(std::size_t words) {
    const std::uint64_t value = number();
    if (value >= words) fail();
    return static_cast<WordId>(value);
  }
  std::vector<WordId> ids(std::size_t words) {
    std::vector<WordId> ids(count());
    for (WordId& each : ids) each = id(words);
    return ids;
  }

 private:
  void fail() {
    is_sound_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool is_sound_ = true;
};

IncidentWords take_words(Taker& taker, std::size_t words) {
  IncidentWords taken;
  taken.words.resize(taker.count());
  for (CountedWord& word : taken.words) {
    word.term = taker.id(words);
    word.form = taker.id(words);
    const std::uint64_t halves = taker.number();
    word.halves = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(halves / 2, std::numeric_limits<std::int32_t>::max()));
    word.in_head = halves % 2 == 1;
  }
  taken.services = taker.ids(words);
  taken.causes = taker.ids(words);
  taken.author_terms = taker.ids(words);
  return taken;
}

KnownFile take_file(Taker& taker, std::size_t words) {
  KnownFile file;
  file.content = taker.text();
  const std::uint64_t flags = taker.number();
  file.is_read = (flags & 1) != 0;
  file.is_incident = (flags & 2) != 0;
  file.is_draft = (flags & 4) != 0;
  if ((flags & 8) != 0) file.started = Seconds(std::chrono::seconds(from_zigzag(taker.number())));
  file.id = taker.text();
  file.title = taker.text();
  file.named = taker.texts();
  file.links = taker.texts();
  file.words = take_words(taker, words);
  return file;
}

// The hash of all that follows stands first.
std::string with_hash(std::string_view bytes) {
  return content_hash(bytes, kHashDigits) + std::string(bytes);
}

}  // namespace

bool is_page_source(std::string_view path) {
  const std::string lower = to_lower(path);
  return (path.starts_with("incidents/") || path.starts_with("pages/")) &&
         (lower.ends_with(".md") || lower.ends_with(".markdown"));
}

bool concerns_all(std::string_view path) {
  return path.find('/') == std::string_view::npos;
}

std::vector<std::string> learn_files(const SourceTree& sources, KnownFiles& known, unsigned jobs) {
  SourceTree settings;
  std::vector<const SourceFile*> unknown;
  std::map<std::string, std::string, std::less<>> contents;
  for (const SourceFile& file : sources.files) {
    if (concerns_all(file.path)) settings.files.push_back(file);
    if (!is_page_source(file.path)) continue;
    const std::string& content =
        contents.emplace(file.path, content_hash(file.bytes, kHashDigits)).first->second;
    const auto before = known.files.find(file.path);
    if (before == known.files.end() || before->second.content != content) unknown.push_back(&file);
  }
  std::erase_if(known.files, [&](const auto& file) { return !contents.contains(file.first); });

  std::vector<std::string> learned;
  for (std::size_t begin = 0; begin < unknown.size(); begin += kBlock) {
    SourceTree part = settings;
    const std::size_t end = std::min(unknown.size(), begin + kBlock);
    for (std::size_t i = begin; i < end; ++i) {
      known.files[unknown[i]->path] = {};
      part.files.push_back(*unknown[i]);
      learned.push_back(unknown[i]->path);
    }
    std::ranges::sort(part.files, {}, &SourceFile::path);
    learn(part, known, jobs);
    for (std::size_t i = begin; i < end; ++i) {
      known.files[unknown[i]->path].content = contents[unknown[i]->path];
    }
  }
  return learned;
}

std::string known_files_bytes(const KnownFiles& known, std::string_view made_by) {
  std::string out;
  put_text(out, made_by);
  // Words that only forgotten files had are left out.
  std::vector<WordId> places(known.table.size(), std::numeric_limits<WordId>::max());
  std::vector<WordId> kept;
  const auto place_of = [&](WordId id) {
    if (places[id] == std::numeric_limits<WordId>::max()) {
      places[id] = static_cast<WordId>(kept.size());
      kept.push_back(id);
    }
    return places[id];
  };
  std::string files;
  for (const auto& [path, file] : known.files) {
    KnownFile placed = file;
    for (CountedWord& word : placed.words.words) {
      word.term = place_of(word.term);
      word.form = place_of(word.form);
    }
    for (std::vector<WordId>* ids :
         {&placed.words.services, &placed.words.causes, &placed.words.author_terms}) {
      for (WordId& id : *ids) id = place_of(id);
    }
    put_text(files, path);
    put_file(files, placed);
  }
  put_number(out, kept.size());
  for (const WordId id : kept) put_text(out, known.table.word(id));
  put_number(out, known.files.size());
  out += files;
  return with_hash(out);
}

std::optional<KnownFiles> read_known_files(std::string_view bytes, std::string_view made_by) {
  if (bytes.size() < kHashDigits) return std::nullopt;
  const std::string_view body = bytes.substr(kHashDigits);
  if (content_hash(body, kHashDigits) != bytes.substr(0, kHashDigits)) return std::nullopt;
  Taker taker(body);
  if (taker.text() != made_by) return std::nullopt;
  KnownFiles known;
  const std::size_t words = taker.count();
  for (std::size_t i = 0; i < words; ++i) known.table.add(taker.text());
  // Each word once, so that its number is its place.
  if (known.table.size() != words) return std::nullopt;
  const std::size_t files = taker.count();
  for (std::size_t i = 0; i < files && taker.is_sound(); ++i) {
    std::string path(taker.text());
    known.files.insert_or_assign(known.files.end(), std::move(path), take_file(taker, words));
  }
  if (!taker.is_at_end()) return std::nullopt;
  return known;
}

}  // namespace debrief
