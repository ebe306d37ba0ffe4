// The engine as the browser's worker sees it: a few C functions over bytes in the module's
// memory. The worker writes into the input buffer, calls, and reads the output.
//
// Nothing here waits. A question of which parts of the index are missing is answered by
// their list; the worker fetches them, adds them and asks again.
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "search/answer_json.h"
#include "search/chunk_store.h"
#include "search/manifest.h"
#include "search/query.h"
#include "search/request_text.h"
#include "search/web/database_file.h"

namespace debrief::search {
namespace {

// Of the index, in bytes of memory. A reader's browser has other things to do.
constexpr std::size_t kMostHeld = std::size_t{48} << 20;

class ArrivedSource : public IndexSource {
 public:
  explicit ArrivedSource(ChunkStore& store) : store_(store) {}
  int open_database() override { return open_database_file(); }
  std::size_t attachment_count() const override { return store_.attachment_count(); }
  std::optional<std::string> attachment(std::size_t number) override {
    return store_.attachment(number);
  }

 private:
  ChunkStore& store_;
};

std::string input;
std::string output;
std::unique_ptr<ChunkStore> store;
std::optional<Engine> engine;

enum class State { answered, missing, failed };

// "12 chunks/3f/a09c61d07e.bin\n" for each chunk that is wanted.
State report_missing() {
  output.clear();
  for (const std::size_t chunk : store->take_missing()) {
    output += std::to_string(chunk) + ' ' + store->path(chunk) + '\n';
  }
  // It may have seen blocks that were not there, and remembers blocks.
  engine.reset();
  return State::missing;
}

State answer(const Request& request) try {
  if (!engine) engine.emplace(std::make_unique<ArrivedSource>(*store), "this site's search index");
  const Results results = engine->search(request);
  if (!store->misses_any()) {
    output = to_json(results);
    return State::answered;
  }
  engine->foresee(request);
  return report_missing();
} catch (const std::exception& error) {
  if (store->misses_any()) {
    try {
      if (engine) engine->foresee(request);
    } catch (const std::exception&) {
      // What is missing is known by now; no more was wanted.
    }
    return report_missing();
  }
  engine.reset();
  output = error.what();
  return State::failed;
}

}  // namespace
}  // namespace debrief::search

using namespace debrief::search;  // NOLINT

#define EXPORTED(name) __attribute__((export_name(name)))

extern "C" {

// Room for so many bytes of input.
EXPORTED("input") char* engine_input(std::size_t size) {
  input.resize(size);
  return input.data();
}

EXPORTED("output") const char* engine_output() {
  return output.data();
}

EXPORTED("output_size") std::size_t engine_output_size() {
  return output.size();
}

// Input: the manifest. Forgets the index before. 1, or 0 if it is damaged.
EXPORTED("open") int engine_open() {
  std::optional<Manifest> manifest = parse_manifest(input);
  if (!manifest) return 0;
  engine.reset();
  store = std::make_unique<ChunkStore>(std::move(*manifest));
  set_database_store(store.get());
  return 1;
}

// Input: the file of a chunk. 1, or 0 if it is not what the manifest names.
EXPORTED("add") int engine_add(std::size_t chunk) {
  return store && store->add(chunk, input) ? 1 : 0;
}

// Input: a request (request_text.h). 0: the output is the answer (answer_json.h). 1: it lists
// the chunks that are missing. 2: it says why this failed.
EXPORTED("ask") int engine_ask() {
  if (!store) {
    output = "no index is open";
    return static_cast<int>(State::failed);
  }
  store->begin_round(kMostHeld);
  return static_cast<int>(answer(parse_request(input)));
}
}
