// The shape of the tree, held by its #include lines: which folder may know of which.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// In reading order; a folder includes itself and what stands above it.
const std::vector<std::string> kOrder = {
    "generator/base",     "generator/detect",  "generator/source",  "generator/highlight",
    "generator/markdown", "generator/extract", "generator/model",   "generator/import",
    "generator/scaffold", "generator/view",    "generator/compare", "search",
    "search/web",         "generator/insight", "generator/check",   "generator/site",
    "generator/theme",    "generator/output",  "generator/audit",   "generator/cli",
};

struct Include {
  std::string from;  // the file
  std::string line;  // what it includes
};

std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

std::vector<Include> read_includes(const std::string& folder) {
  const fs::path root = DEBRIEF_SOURCE_DIR;
  std::vector<Include> includes;
  for (const fs::directory_entry& entry : fs::directory_iterator(root / folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cc") continue;
    std::ifstream file(entry.path());
    const std::string from = fs::relative(entry.path(), root).generic_string();
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with("#include")) continue;
      const std::size_t open = line.find_first_of("\"<");
      const std::size_t close = line.find_first_of("\">", open + 1);
      includes.push_back({from, line.substr(open + 1, close - open - 1)});
    }
  }
  return includes;
}

bool is_ours(const std::string& include) {
  return include.starts_with("generator/") || include.starts_with("search/");
}

std::size_t place_of(const std::string& folder) {
  const auto found = std::ranges::find(kOrder, folder);
  return static_cast<std::size_t>(found - kOrder.begin());
}

std::vector<std::string> offences(const std::string& folder,
                                  const std::function<bool(const std::string&)>& is_allowed) {
  std::vector<std::string> found;
  for (const Include& include : read_includes(folder)) {
    if (!is_allowed(include.line)) found.push_back(include.from + " includes " + include.line);
  }
  return found;
}

TEST(IncludeOrder, KnowsEveryFolderOfTheProgram) {
  std::vector<std::string> folders = {"search", "search/web"};
  for (const fs::directory_entry& entry :
       fs::directory_iterator(fs::path(DEBRIEF_SOURCE_DIR) / "generator")) {
    if (entry.is_directory()) folders.push_back("generator/" + entry.path().filename().string());
  }
  EXPECT_THAT(folders, testing::UnorderedElementsAreArray(kOrder));
  for (const std::string& folder : folders) {
    EXPECT_FALSE(read_includes(folder).empty()) << folder << " has no code that this test can see";
  }
}

TEST(IncludeOrder, NoFolderIncludesALaterOne) {
  for (const std::string& folder : kOrder) {
    EXPECT_THAT(offences(folder,
                         [&](const std::string& include) {
                           return !is_ours(include) ||
                                  place_of(folder_of(include)) <= place_of(folder);
                         }),
                testing::IsEmpty());
  }
}

// Beyond the view nothing may name the model: what a site shows, it was given by a projection.
// check/ may, and so nothing that makes sites may know of check/.
TEST(IncludeOrder, OnlyReviewsAndTheCommandLineSeeTheModelAfterTheView) {
  for (const std::string folder : {"search", "generator/compare", "generator/insight",
                                   "generator/site", "generator/theme", "generator/output"}) {
    EXPECT_THAT(offences(folder,
                         [](const std::string& include) {
                           return !include.starts_with("generator/model/") &&
                                  !include.starts_with("generator/source/") &&
                                  !include.starts_with("generator/check/") &&
                                  (!include.starts_with("generator/view/") ||
                                   include == "generator/view/view.h");
                         }),
                testing::IsEmpty());
  }
}

// The view is a value: its header leads to no header of the model, at any depth.
TEST(IncludeOrder, TheViewLeadsNowhereNearTheModel) {
  std::map<std::string, std::vector<std::string>> includes;
  for (const std::string& folder : kOrder) {
    for (const Include& include : read_includes(folder))
      includes[include.from].push_back(include.line);
  }
  std::vector<std::string> reached = {"generator/view/view.h"};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    EXPECT_FALSE(reached[i].starts_with("generator/model/")) << reached[i];
    for (const std::string& next : includes[reached[i]]) {
      if (is_ours(next) && std::ranges::find(reached, next) == reached.end())
        reached.push_back(next);
    }
  }
}

// The same code is compiled for the browser, where there are no files: what needs an operating
// system is told apart.
TEST(IncludeOrder, SearchStandsOnXapianZlibAndTheStandardLibraryAlone) {
  const std::vector<std::string> kOfTheSystem = {"fcntl.h", "sys/mman.h", "sys/stat.h", "unistd.h"};
  std::vector<std::string> on_the_system;
  EXPECT_THAT(offences("search",
                       [&](const std::string& include) {
                         return include.starts_with("search/") || include == "xapian.h" ||
                                include.starts_with("xapian/") || include == "zlib.h" ||
                                include.find_first_of("/.") == std::string::npos ||
                                std::ranges::count(kOfTheSystem, include) > 0;
                       }),
              testing::IsEmpty());
  for (const Include& include : read_includes("search")) {
    if (std::ranges::count(kOfTheSystem, include.line) > 0) on_the_system.push_back(include.from);
  }
  std::ranges::sort(on_the_system);
  on_the_system.erase(std::ranges::unique(on_the_system).begin(), on_the_system.end());
  EXPECT_THAT(on_the_system, testing::ElementsAre("search/chunks.cc", "search/index_file.cc"));
}

// Each third-party library is known to the files that wrap it.
TEST(IncludeOrder, LibrariesAreWrappedInOnePlace) {
  const std::map<std::string, std::vector<std::string>> kWrappers = {
      {"yaml-cpp/", {"generator/model/yaml.cc"}},
      {"toml++/", {"generator/import/toml.cc"}},
      {"cmark-gfm", {"generator/markdown/parse.cc"}},
      {"kainjow/", {"generator/theme/strict_template.cc"}},
      {"httplib.h", {"generator/cli/serve_command.cc"}},
      {"CLI/", {"generator/cli/command_line.cc"}},
      {"zlib.h", {"generator/audit/readings.cc", "search/deflate.cc"}},
      {"xxhash.h", {"generator/base/hash.cc"}},
      {"date/", {"generator/base/time_zone.cc"}},
  };
  for (const auto& [library, wrappers] : kWrappers) {
    std::vector<std::string> users;
    for (const std::string& folder : kOrder) {
      for (const Include& include : read_includes(folder)) {
        if (include.line.starts_with(library)) users.push_back(include.from);
      }
    }
    users.erase(std::ranges::unique(users).begin(), users.end());
    EXPECT_THAT(users, testing::UnorderedElementsAreArray(wrappers)) << library;
  }
}

}  // namespace
