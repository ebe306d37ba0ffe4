// What tests of the whole program share: running it, folders to run it on, and comparing them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/unit/base/temporary_folder.h"

namespace debrief {

RunResult run_debrief(const std::vector<std::string>& arguments, const RunOptions& options = {});

// What a run said, all of it: standard output; standard error with "! " before each line; the
// exit status. `root` reads as [ROOT], and the number of pages, which every new kind of page
// changes, as [N].
std::string transcript(const RunResult& result, const std::filesystem::path& root);
// The same of a new run.
std::string transcript_of(const std::vector<std::string>& arguments,
                          const std::filesystem::path& root, const RunOptions& options = {});

// The knowledge base of this repository, without what a build has left in it.
void copy_content(const std::filesystem::path& folder);
std::filesystem::path content_folder();

// debrief.yaml with all that a build would miss otherwise.
inline constexpr std::string_view kConfig = R"(title: Lighthouse
views:
  internal: {base_url: "https://wiki.lighthouse.example/"}
  public: {base_url: "https://status.lighthouse.example/"}
)";
// A post-mortem that anybody may read, with this title and text.
std::string public_incident(std::string_view title, std::string_view text);

// The files below a folder by their paths; folders are left out.
using Tree = std::map<std::string, std::string>;
Tree read_tree(const std::filesystem::path& folder);
// A line for each path that only one of them has, or that has other bytes; empty if none. Of
// very many the first, and how many there are.
std::string differences(const Tree& expected, const Tree& actual);

}  // namespace debrief
