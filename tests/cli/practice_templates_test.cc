// The forms of post-mortem that five well-known articles on the practice recommend, filled in, as a
// team would have them in its drawer: without front matter. Imported and read, every field counts.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"
#include "tests/support/golden.h"

namespace debrief {
namespace {

class PracticeTemplate : public testing::TestWithParam<std::string> {};

TEST_P(PracticeTemplate, ParsesCompletely) {
  const std::string& name = GetParam();
  const TemporaryFolder folder;
  folder.write("kb/debrief.yaml", kConfig);
  folder.write(name + ".md", read_golden(fmt::format("practice/{}.md", name)));
  const std::string root = (folder / "kb").string();
  RunOptions here;
  here.working_directory = folder.path();

  const std::string imported =
      transcript_of({"--root", root, "import", name + ".md"}, folder.path(), here);
  const RunResult shown = run_debrief({"--root", root, "show", name, "--json"});
  expect_golden(fmt::format("practice/{}.import.txt", name), imported);
  expect_golden(fmt::format("practice/{}.json", name), shown.out);
  EXPECT_EQ(shown.err, "");
  EXPECT_EQ(shown.status, 0);
}

INSTANTIATE_TEST_SUITE_P(Articles, PracticeTemplate,
                         testing::Values("three-to-five-actions", "contributing-factors",
                                         "engineering-strategies", "five-whys", "blameless"),
                         [](const auto& parameter) {
                           std::string name = parameter.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace debrief
