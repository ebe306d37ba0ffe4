#include "generator/base/file_descriptor.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include "generator/base/error.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {
namespace {

bool is_open(int descriptor) {
  return fcntl(descriptor, F_GETFD) != -1;
}

TEST(FileDescriptor, ClosesWhenItGoesOutOfScope) {
  int number = -1;
  {
    const FileDescriptor file(::open("/dev/null", O_RDONLY));
    number = file.get();
    EXPECT_TRUE(is_open(number));
  }
  EXPECT_FALSE(is_open(number));
}

TEST(FileDescriptor, MovesItsFile) {
  FileDescriptor file(::open("/dev/null", O_RDONLY));
  const int number = file.get();
  FileDescriptor moved(std::move(file));
  FileDescriptor assigned;
  assigned = std::move(moved);
  EXPECT_EQ(assigned.get(), number);
  EXPECT_TRUE(is_open(number));
  EXPECT_EQ(assigned.close(), 0);
  EXPECT_FALSE(is_open(number));
  EXPECT_FALSE(assigned.is_open());
}

TEST(FileDescriptor, TellsWhyItCannotWrite) {
  const FileDescriptor full(::open("/dev/full", O_WRONLY));
  ASSERT_TRUE(full.is_open());
  EXPECT_EQ(full.write("text"), ENOSPC);
  EXPECT_EQ(full.write(""), 0);
}

TEST(FileDescriptor, TellsWhyItCannotClose) {
  FileDescriptor none(987654);
  EXPECT_EQ(none.close(), EBADF);
  EXPECT_EQ(none.close(), 0);
}

TEST(FileDescriptor, WritesEverything) {
  const TemporaryFolder folder;
  const std::string bytes(1 << 20, 'x');
  FileDescriptor file(::open((folder / "f").c_str(), O_WRONLY | O_CREAT, 0600));
  EXPECT_EQ(file.write(bytes), 0);
  EXPECT_EQ(file.close(), 0);
  EXPECT_EQ(folder.read("f"), bytes);
}

TEST(SystemError, SaysWhatFailedAndWhy) {
  try {
    throw_system_error("write", "site/index.html", ENOSPC);
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "cannot write 'site/index.html': No space left on device");
  }
}

}  // namespace
}  // namespace debrief
