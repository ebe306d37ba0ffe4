#include "generator/base/parallel.h"

#include <gtest/gtest.h>
#include <sched.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace debrief {
namespace {

TEST(ParallelFor, MakesEachCallOnce) {
  for (const unsigned jobs : {0u, 1u, 2u, 7u, 300u}) {
    for (const std::size_t count : {0u, 1u, 2u, 257u}) {
      std::vector<std::atomic<int>> calls(count);
      parallel_for(count, jobs, [&](std::size_t i) { ++calls[i]; });
      for (const auto& made : calls) EXPECT_EQ(made, 1) << jobs << " jobs, " << count << " calls";
    }
  }
}

TEST(ParallelFor, RunsInOrderOnTheCallersThreadWithOneJob) {
  std::string order;
  parallel_for(5, 1, [&, caller = std::this_thread::get_id()](std::size_t i) {
    EXPECT_EQ(std::this_thread::get_id(), caller);
    order += std::to_string(i);
  });
  EXPECT_EQ(order, "01234");
}

TEST(ParallelFor, RunsCallsBesideEachOther) {
  // Each waits for the other; one after the other they would wait for ever.
  std::atomic<int> arrived{0};
  parallel_for(2, 2, [&](std::size_t) {
    ++arrived;
    while (arrived < 2) std::this_thread::yield();
  });
  EXPECT_EQ(arrived, 2);
}

TEST(ParallelFor, RethrowsTheExceptionOfTheLowestIndex) {
  for (int attempt = 0; attempt < 50; ++attempt) {
    try {
      parallel_for(64, 4, [&](std::size_t i) {
        if (i % 3 != 2) return;
        // The lowest is the last to throw.
        if (i == 2) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        throw std::runtime_error("call " + std::to_string(i));
      });
      FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
      ASSERT_STREQ(error.what(), "call 2");
    }
  }
}

TEST(ParallelFor, SkipsCallsThatHaveNotBegunWhenOneThrows) {
  for (const unsigned jobs : {1u, 3u}) {
    std::atomic<int> calls{0};
    EXPECT_THROW(parallel_for(1'000'000, jobs,
                              [&](std::size_t) {
                                ++calls;
                                throw std::runtime_error("at once");
                              }),
                 std::runtime_error);
    EXPECT_LE(calls, static_cast<int>(jobs)) << jobs << " jobs";
  }
}

TEST(DefaultJobs, IsTheNumberOfCoresThisProcessMayUse) {
  cpu_set_t before;
  ASSERT_EQ(sched_getaffinity(0, sizeof before, &before), 0);
  EXPECT_EQ(default_jobs(), static_cast<unsigned>(CPU_COUNT(&before)));

  int core = 0;
  while (!CPU_ISSET(core, &before)) ++core;
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(core, &one);
  ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
  EXPECT_EQ(default_jobs(), 1u);
  ASSERT_EQ(sched_setaffinity(0, sizeof before, &before), 0);
}

}  // namespace
}  // namespace debrief
