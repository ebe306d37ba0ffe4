#include "generator/base/subprocess.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

#include "generator/base/file_descriptor.h"

namespace debrief {

namespace {

std::vector<std::string> environment_of(const ProcessOptions& options) {
  std::vector<std::string> variables = options.set_variables;
  const auto name_of = [](std::string_view variable) {
    return variable.substr(0, variable.find('='));
  };
  std::vector<std::string> replaced = options.unset_variables;
  for (const std::string& variable : options.set_variables) {
    replaced.emplace_back(name_of(variable));
  }
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    if (std::ranges::find(replaced, name_of(*variable)) == replaced.end()) {
      variables.emplace_back(*variable);
    }
  }
  return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The library's list of what to do with open files in the child.
class FileActions {
 public:
  FileActions() { ::posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void open_null(int as, int flags) {
    ::posix_spawn_file_actions_addopen(&actions_, as, "/dev/null", flags, 0);
  }
  void duplicate(int from, int as) { ::posix_spawn_file_actions_adddup2(&actions_, from, as); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_ = {};
};

// A file without a name that holds `bytes`, to be read from its beginning: unlike a pipe, it needs
// nobody who writes while the other reads. Not open if there is no memory for it.
FileDescriptor file_with(std::string_view bytes) {
  FileDescriptor file(::memfd_create("stream", MFD_CLOEXEC));
  if (file.is_open() && (file.write(bytes) != 0 || ::lseek(file.get(), 0, SEEK_SET) != 0)) {
    return {};
  }
  return file;
}

// False if there is more than `most` bytes.
bool read_all(int from, std::size_t most, std::string& out) {
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t count = ::read(from, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return true;
    const std::size_t space = most - out.size();
    out.append(buffer.data(), std::min(space, static_cast<std::size_t>(count)));
    if (static_cast<std::size_t>(count) > space) return false;
  }
}

}  // namespace

std::optional<ProcessResult> run_process(const std::vector<std::string>& argv,
                                         const ProcessOptions& options) {
  std::array<int, 2> ends = {-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const FileDescriptor reading(ends[0]);
  FileDescriptor writing(ends[1]);

  FileActions actions;
  FileDescriptor input;
  if (options.input.empty()) {
    actions.open_null(STDIN_FILENO, O_RDONLY);
  } else {
    input = file_with(options.input);
    if (!input.is_open()) return std::nullopt;
    actions.duplicate(input.get(), STDIN_FILENO);
  }
  actions.duplicate(writing.get(), STDOUT_FILENO);
  FileDescriptor errors;
  if (options.most_errors == 0) {
    actions.open_null(STDERR_FILENO, O_WRONLY);
  } else {
    errors = file_with("");
    if (!errors.is_open()) return std::nullopt;
    actions.duplicate(errors.get(), STDERR_FILENO);
  }

  std::vector<std::string> words = argv;
  std::vector<std::string> variables = environment_of(options);
  const std::vector<char*> word_pointers = pointers_to(words);
  const std::vector<char*> variable_pointers = pointers_to(variables);
  pid_t child = -1;
  if (::posix_spawnp(&child, words.front().c_str(), actions.get(), nullptr, word_pointers.data(),
                     variable_pointers.data()) != 0) {
    return std::nullopt;
  }
  writing.close();

  ProcessResult result;
  result.is_cut = !read_all(reading.get(), options.most_output, result.out);
  if (result.is_cut) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  constexpr int kEndedBySignal = 128;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : kEndedBySignal + WTERMSIG(status);
  if (errors.is_open() && ::lseek(errors.get(), 0, SEEK_SET) == 0) {
    read_all(errors.get(), options.most_errors, result.err);
  }
  return result;
}

}  // namespace debrief
