#include "search/parts.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "search/deflate.h"
#include "search/indexer.h"
#include "search/record.h"

namespace debrief::search {
namespace {

// Xapian gathers what was added until it is committed, in maps that are slow once they
// outgrow the processor's cache; committing seldom or often makes the same database.
constexpr std::size_t kDocumentsPerCommit = 50;

// What the workers share.
struct Work {
  std::span<const Document* const> documents;
  std::vector<std::filesystem::path> parts;
  std::vector<std::string> records;  // One a document; a worker writes those of its parts.
  const IndexOptions& options;
  std::size_t documents_per_part;

  std::atomic<std::size_t> next_part = 0;
  std::mutex mutex{};  // Guards what follows.
  std::size_t documents_done = 0;
  std::exception_ptr failure{};
};

void report_progress(Work& work) {
  const std::lock_guard lock(work.mutex);
  ++work.documents_done;
  if (work.options.progress) work.options.progress(work.documents_done, work.documents.size());
}

void build_part(Work& work, Indexer& indexer, std::size_t number) {
  Xapian::WritableDatabase part = create_part(work.parts[number]);
  const std::size_t begin = number * work.documents_per_part;
  const std::size_t end = std::min(begin + work.documents_per_part, work.documents.size());
  for (std::size_t i = begin; i < end; ++i) {
    part.add_document(indexer.index(*work.documents[i]));
    work.records[i] = deflated(encode_record(*work.documents[i]));
    report_progress(work);
    if ((i - begin + 1) % kDocumentsPerCommit == 0) part.commit();
  }
  // The destructor would keep an error to itself.
  part.commit();
}

void build_until_done(Work& work) {
  try {
    Indexer indexer(work.options.language);
    for (;;) {
      const std::size_t number = work.next_part++;
      if (number >= work.parts.size()) return;
      build_part(work, indexer, number);
    }
  } catch (...) {
    work.next_part = work.parts.size();
    const std::lock_guard lock(work.mutex);
    if (!work.failure) work.failure = std::current_exception();
  }
}

}  // namespace

Xapian::WritableDatabase create_part(const std::filesystem::path& folder) {
  // Nobody needs a part after a crash, so it is neither journalled nor synced. Nor does
  // anybody ask for the terms of a document.
  constexpr int kFlags =
      Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST;
  return Xapian::WritableDatabase(folder.string(), kFlags);
}

Parts build_parts(std::span<const Document* const> documents, const std::filesystem::path& scratch,
                  const IndexOptions& options) {
  Work work{.documents = documents,
            .parts = {},
            .records = std::vector<std::string>(documents.size()),
            .options = options,
            .documents_per_part = std::max<std::size_t>(1, options.documents_per_part)};
  const std::size_t count = std::max<std::size_t>(
      1, (documents.size() + work.documents_per_part - 1) / work.documents_per_part);
  for (std::size_t i = 0; i < count; ++i) {
    work.parts.push_back(scratch / ("part-" + std::to_string(i)));
  }

  {
    std::vector<std::jthread> workers;
    const std::size_t jobs = std::clamp<std::size_t>(options.jobs, 1, count);
    for (std::size_t i = 1; i < jobs; ++i) workers.emplace_back(build_until_done, std::ref(work));
    build_until_done(work);
  }
  if (work.failure) std::rethrow_exception(work.failure);
  return {std::move(work.parts), std::move(work.records)};
}

}  // namespace debrief::search
