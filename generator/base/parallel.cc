#include "generator/base/parallel.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace debrief {

void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }

  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  std::mutex mutex;
  std::size_t lowest_failure = count;
  std::exception_ptr exception;

  const auto run = [&] {
    // A call is looked at before it is taken, and once taken it is made. So all calls
    // below a failed one are made, and which exception is the lowest does not depend on
    // the threads.
    while (!failed) {
      const std::size_t i = next++;
      if (i >= count) return;
      try {
        work(i);
      } catch (...) {
        failed = true;
        const std::lock_guard lock(mutex);
        if (i < lowest_failure) {
          lowest_failure = i;
          exception = std::current_exception();
        }
      }
    }
  };

  {
    std::vector<std::jthread> threads;
    const std::size_t others = std::min<std::size_t>(jobs, count) - 1;
    threads.reserve(others);
    try {
      while (threads.size() < others) threads.emplace_back(run);
    } catch (const std::system_error&) {
      // The system gives no more threads; the work gets done by those there are.
    }
    run();
  }
  if (exception) std::rethrow_exception(exception);
}

unsigned default_jobs() {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  // Fails on machines of more cores than the set has room for.
  if (sched_getaffinity(0, sizeof cores, &cores) == 0) {
    return static_cast<unsigned>(std::max(1, CPU_COUNT(&cores)));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace debrief
