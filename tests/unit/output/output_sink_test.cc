#include "generator/output/output_sink.h"

#include <gtest/gtest.h>

#include <string>

#include "generator/base/error.h"
#include "generator/base/parallel.h"

namespace debrief {
namespace {

TEST(MemorySink, KeepsTheFiles) {
  MemorySink sink;
  sink.write("b/index.html", std::string_view("\0<html>", 7));
  sink.write("a.txt", "");
  std::string files;
  for (const auto& [path, bytes] : sink.files()) {
    files += path + ' ' + std::to_string(bytes.size()) + '\n';
  }
  EXPECT_EQ(files, "a.txt 0\nb/index.html 7\n");
}

TEST(MemorySink, RefusesWhatTheFileSystemWould) {
  MemorySink sink;
  sink.write("a/b", "first");
  EXPECT_THROW(sink.write("a/b", "second"), Error);
  EXPECT_THROW(sink.write("a", ""), Error);
  EXPECT_THROW(sink.write("a/b/c", ""), Error);
  EXPECT_THROW(sink.write("../a", ""), Error);
  EXPECT_EQ(sink.files().size(), 1u);
  EXPECT_EQ(sink.files().at("a/b"), "first");
}

TEST(MemorySink, IsWrittenToBySeveralThreads) {
  MemorySink sink;
  parallel_for(500, 4, [&](std::size_t i) { sink.write("f/" + std::to_string(i), "x"); });
  EXPECT_EQ(sink.files().size(), 500u);
}

}  // namespace
}  // namespace debrief
