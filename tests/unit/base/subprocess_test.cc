#include "generator/base/subprocess.h"

#include <gtest/gtest.h>

#include <string>

namespace debrief {
namespace {

TEST(Subprocess, GivesOutputAndStatus) {
  const auto result = run_process({"sh", "-c", "echo out; echo err >&2; exit 3"});
  ASSERT_TRUE(result);
  EXPECT_EQ("out\n", result->out);
  EXPECT_EQ(3, result->status);
  EXPECT_FALSE(result->is_cut);
}

TEST(Subprocess, GivesTheBeginningOfItsErrorsIfAskedFor) {
  ProcessOptions options;
  options.most_errors = 5;
  const auto result = run_process({"sh", "-c", "echo out; echo 12345678 >&2; exit 3"}, options);
  ASSERT_TRUE(result);
  EXPECT_EQ("out\n", result->out);
  EXPECT_EQ("12345", result->err);
  EXPECT_EQ(3, result->status);
  EXPECT_EQ("", run_process({"sh", "-c", "echo err >&2"})->err);
}

TEST(Subprocess, ReadsNothingFromUs) {
  const auto result = run_process({"cat"});
  ASSERT_TRUE(result);
  EXPECT_EQ("", result->out);
  EXPECT_EQ(0, result->status);
}

TEST(Subprocess, GivesInputThatIsLongerThanAPipe) {
  ProcessOptions options;
  options.input = std::string(1 << 20, 'x') + std::string("\0\n", 2);
  const auto result = run_process({"cat"}, options);
  ASSERT_TRUE(result);
  EXPECT_EQ(options.input, result->out);
  // Nobody need read it.
  EXPECT_EQ(0, run_process({"true"}, options)->status);
}

TEST(Subprocess, PassesWordsAsTheyAre) {
  const auto result = run_process({"printf", "%s|", "a b", "$HOME", "; echo x", "*"});
  ASSERT_TRUE(result);
  EXPECT_EQ("a b|$HOME|; echo x|*|", result->out);
}

TEST(Subprocess, IsAbsentForWhatIsNotInstalled) {
  EXPECT_FALSE(run_process({"debrief-no-such-program"}));
}

TEST(Subprocess, EndsAProgramThatSaysTooMuch) {
  ProcessOptions options;
  options.most_output = 1000;
  const auto result = run_process({"yes"}, options);
  ASSERT_TRUE(result);
  EXPECT_EQ(1000u, result->out.size());
  EXPECT_TRUE(result->is_cut);
}

TEST(Subprocess, TellsOfASignal) {
  const auto result = run_process({"sh", "-c", "kill -TERM $$"});
  ASSERT_TRUE(result);
  EXPECT_EQ(128 + 15, result->status);
}

TEST(Subprocess, SetsAndUnsetsVariables) {
  ProcessOptions options;
  options.set_variables = {"DEBRIEF_A=1"};
  options.unset_variables = {"HOME"};
  const auto result = run_process({"sh", "-c", "echo \"$DEBRIEF_A-${HOME:-none}\""}, options);
  ASSERT_TRUE(result);
  EXPECT_EQ("1-none\n", result->out);
}

}  // namespace
}  // namespace debrief
