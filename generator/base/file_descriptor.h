// An open file or folder of the system, closed when it goes out of scope.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace debrief {

class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int descriptor) : descriptor_(descriptor) {}
  ~FileDescriptor() { close(); }
  FileDescriptor(FileDescriptor&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, kNone)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }

  bool is_open() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }

  // Returns the number of the error, or 0. Some file systems find out only here that a disk
  // is full, so whoever wrote has to ask.
  int close();

  // Writes everything; returns the number of the error, or 0.
  int write(std::string_view bytes) const;

 private:
  static constexpr int kNone = -1;
  int descriptor_ = kNone;
};

// The system's words for an error number: "No space left on device".
std::string system_message(int error_number);

// Throws the Error "cannot write 'a/b': No space left on device".
[[noreturn]] void throw_system_error(std::string_view what, std::string_view path,
                                     int error_number);

}  // namespace debrief
