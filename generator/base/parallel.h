// Independent work on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace debrief {

// Calls work(0) … work(count-1), each once, on up to `jobs` threads, in no particular order;
// returns when all are done. Results belong into slots by index, so that their order does
// not depend on the threads. If calls throw, the exception of the lowest index among them
// is rethrown after the running calls have ended; calls not yet begun are skipped.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

// The number of cores this process may run on, at least 1.
unsigned default_jobs();

}  // namespace debrief
