// `theme eject`, and what comes of a theme of one's own.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "tests/cli/program.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

class ThemeCommand : public testing::Test {
 protected:
  ThemeCommand() {
    write("debrief.yaml", std::string(kConfig));
    write("incidents/a.md", public_incident("Late boats", "Text."));
  }

  void write(const std::string& path, const std::string& bytes) const {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::binary) << bytes;
  }
  // Counts of files change with the theme.
  std::string run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--root", (folder_ / ".").string()});
    const std::string said = transcript_of(arguments, folder_ / ".");
    return std::regex_replace(said, std::regex("\\b[0-9]{2,} files"), "[N] files");
  }

  TemporaryFolder folder_;
};

TEST_F(ThemeCommand, CopiesTheBuiltInThemeAndSaysWhatToDo) {
  EXPECT_THAT(run({"theme", "eject"}),
              testing::HasSubstr(
                  "themes/own: [N] files of the built-in theme\n"
                  "To use it, write 'theme: own' into debrief.yaml.\n"
                  "Delete the files that you do not change: those of the program then take their "
                  "place, also when it is updated. themes/README.md of Debrief says what templates "
                  "may use.\n"
                  "exit 0\n"));
  EXPECT_TRUE(fs::exists(folder_ / "themes/own/templates/incident.mustache"));
  EXPECT_TRUE(fs::exists(folder_ / "themes/own/assets/style.css"));
  EXPECT_FALSE(fs::exists(folder_ / "themes/own/assets/search-engine.wasm"));
}

TEST_F(ThemeCommand, OverwritesNothing) {
  write("themes/x/templates/incident.mustache", "mine");
  EXPECT_THAT(run({"theme", "eject", "x"}),
              testing::HasSubstr("1 files were there already, and are as they were\n"));
  std::ifstream file(folder_ / "themes/x/templates/incident.mustache");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "mine");
}

TEST_F(ThemeCommand, TheNameIsOneOfAFolder) {
  for (const char* name : {"default", "../x", ".x", "a b"}) {
    EXPECT_EQ(run({"theme", "eject", name}),
              "! debrief: '" + std::string(name) +
                  "' cannot be the name of a theme: letters, digits, - and _ can, and 'default' is "
                  "the built-in one\nexit 2\n");
  }
}

TEST_F(ThemeCommand, WhatWasCopiedMakesTheSameSite) {
  run({"build", "--today", "2026-11-21", "--output", (folder_ / "before").string()});
  run({"theme", "eject"});
  write("debrief.yaml", std::string(kConfig) + "theme: own\n");
  run({"build", "--today", "2026-11-21", "--output", (folder_ / "after").string()});
  EXPECT_EQ(differences(read_tree(folder_ / "before"), read_tree(folder_ / "after")), "");
}

TEST_F(ThemeCommand, AMisspeltNameIsAnErrorWithItsLine) {
  write("debrief.yaml", std::string(kConfig) + "theme: own\n");
  write("themes/own/templates/incident.mustache",
        "{{> head}}\n{{#repeats}}{{titel}}{{/repeats}}\n");
  EXPECT_EQ(run({"build"}),
            "! themes/own/templates/incident.mustache:2:13: error: no page has the name 'titel'; "
            "did you mean 'title'? [template-unknown-name]\n"
            "! {{#repeats}}{{titel}}{{/repeats}}\n"
            "!             ^\n"
            "! 1 error, 0 warnings\n"
            "! Nothing was written.\n"
            "exit 1\n");
}

}  // namespace
}  // namespace debrief
