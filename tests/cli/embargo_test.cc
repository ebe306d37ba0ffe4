// A post-mortem that is kept back until a day, through every command that has to do with the public
// site.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kEmbargoed = R"(---
id: PM-2
title: Vermilion pump
status: published
visibility: public
started: 2026-01-02T10:00:00Z
resolved: 2026-01-02T11:00:00Z
severity: SEV2
public: {title: Cerulean pump, approved_by: ann, not_before: 2026-03-01}
---
## Summary

Turquoise water everywhere.
)";

class Embargo : public testing::Test {
 protected:
  Embargo() {
    write("debrief.yaml", std::string(kConfig));
    write("incidents/lamp.md", public_incident("The lamp goes out", "It was dark."));
    repository_.commit("Ann", "2026-01-04T05:06:07Z");
    write("incidents/pump.md", std::string(kEmbargoed));
  }

  void write(const std::string& path, const std::string& bytes) {
    repository_.folder().write("kb/" + path, bytes);
  }

  std::string run(std::vector<std::string> words) {
    words.insert(words.begin(), {"--root", (repository_.folder() / "kb").string()});
    RunOptions options;
    options.environment["HOME"] = "/nonexistent";
    return transcript_of(words, repository_.folder() / "kb", options);
  }

  // Every byte of the public site of the day.
  std::string public_site(const std::string& day) {
    EXPECT_THAT(run({"build", "--today", day}), HasSubstr("exit 0\n"));
    std::string all;
    for (const auto& [path, bytes] : read_tree(repository_.folder() / "kb/site/public")) {
      all += path + "\n" + bytes + "\n";
    }
    return all;
  }

  ScratchRepository repository_;
};

TEST_F(Embargo, EndsWithTheBuildOfItsDay) {
  const std::string before = public_site("2026-02-28");
  for (const char* word : {"ermilion", "erulean", "urquoise", "2026-03-01", "PM-2"}) {
    EXPECT_THAT(before, Not(HasSubstr(word)));
  }
  const std::string after = public_site("2026-03-01");
  EXPECT_THAT(after, HasSubstr("Cerulean pump"));
  EXPECT_THAT(after, HasSubstr("Turquoise water"));
  EXPECT_THAT(after, Not(HasSubstr("ermilion")));
}

TEST_F(Embargo, IsAudited) {
  EXPECT_THAT(run({"audit", "--today", "2026-02-28"}), HasSubstr("exit 0\n"));
  EXPECT_THAT(run({"audit", "--today", "2026-03-01"}), HasSubstr("exit 0\n"));
}

TEST_F(Embargo, IsNoPartOfThePublicDifferenceBeforeItsDay) {
  EXPECT_EQ(run({"diff", "HEAD", "--today", "2026-02-28"}),
            "Nothing of the public site changes.\nexit 0\n");
  EXPECT_THAT(run({"diff", "HEAD", "--today", "2026-03-01"}),
              testing::StartsWith("+ incident 2026-01-02 Cerulean pump  (becomes public)\n"));
  // Both sides are of one day: that it passes is no change of the files.
  repository_.commit("Ann", "2026-01-05T05:06:07Z");
  EXPECT_EQ(run({"diff", "HEAD", "--today", "2026-03-01"}),
            "Nothing of the public site changes.\nexit 0\n");
}

TEST_F(Embargo, IsCountedByThePublicFiguresFromItsDayOn) {
  const auto severe = [this](const std::string& day) {
    return run({"stats", "--view", "public", "--today", day});
  };
  EXPECT_THAT(severe("2026-02-28"), Not(HasSubstr("SEV2")));
  EXPECT_THAT(severe("2026-03-01"), HasSubstr("SEV2"));
  const auto digest = [this](const std::string& day) {
    return run({"digest", "--view", "public", "--since", "2026-01-01", "--today", day});
  };
  EXPECT_THAT(digest("2026-02-28"), Not(HasSubstr("pump")));
  EXPECT_THAT(digest("2026-03-01"), HasSubstr("Cerulean pump"));
}

TEST_F(Embargo, IsShownToItsAuthors) {
  EXPECT_THAT(run({"show", "PM-2", "--today", "2026-02-28"}),
              HasSubstr("public          no: not before 2026-03-01\napproved by     ann\n"));
  EXPECT_THAT(run({"show", "PM-2", "--today", "2026-03-01"}),
              HasSubstr("public          yes\napproved by     ann\n"));
  const auto json = [this](const std::string& day) {
    const std::string text = run({"show", "PM-2", "--json", "--today", day});
    return nlohmann::json::parse(text.substr(0, text.rfind("exit 0")));
  };
  EXPECT_EQ(
      json("2026-02-28")["publication"],
      nlohmann::json::parse(R"({"state": "embargoed", "lacks": [], "first_day": "2026-03-01"})"));
  EXPECT_EQ(json("2026-02-28")["is_public"], false);
  EXPECT_EQ(json("2026-03-01")["is_public"], true);
  EXPECT_EQ(json("2026-03-01")["public"]["not_before"], "2026-03-01");
}

// On the day itself, at midnight, nobody is there to mend it.
TEST_F(Embargo, IsReviewedBeforeItsDay) {
  write("incidents/pump.md", std::string(kEmbargoed) + "\nCall dana.osei@lighthouse.com.\n");
  EXPECT_THAT(run({"build", "--today", "2026-02-28"}), HasSubstr("exit 0\n"));
  EXPECT_THAT(run({"check", "--today", "2026-02-28"}),
              HasSubstr("incidents/pump.md:15: error: this is an e-mail address in public text"));
}

// Whatever it was meant to say, no site is built, and the old one stays.
TEST_F(Embargo, ThatCannotBeReadStopsTheBuild) {
  const std::string before = public_site("2026-02-28");
  for (const char* wrong : {"not_before: soon", "not_before: ", "not_befor: 2026-03-01",
                            "embargo: 2026-03-01", "not_before: [2026-03-01]"}) {
    std::string text(kEmbargoed);
    text.replace(text.find("not_before: 2026-03-01"), 22, wrong);
    write("incidents/pump.md", text);
    EXPECT_THAT(run({"build", "--today", "2027-01-01"}), HasSubstr("exit 1\n")) << wrong;
  }
  std::string now;
  for (const auto& [path, bytes] : read_tree(repository_.folder() / "kb/site/public")) {
    now += path + "\n" + bytes + "\n";
  }
  EXPECT_EQ(now, before);
}

// Nobody is known here who could approve anything.
TEST_F(Embargo, DoesNotStandForAnApproval) {
  write("debrief.yaml", R"(title: Lighthouse
views:
  internal: {base_url: "https://wiki.lighthouse.example/"}
  public: {base_url: "https://status.lighthouse.example/", approval: required}
)");
  EXPECT_EQ(run({"build", "--today", "2026-03-01", "--view", "public"}),
            R"([ROOT]/site/public: 0 post-mortems, [N] pages
! incidents/pump.md:9:32: warning: people.yaml does not know 'ann', so this is approved by nobody and not public [unknown-approver]
! public: {title: Cerulean pump, approved_by: ann, not_before: 2026-03-01}
!                                ^
! 0 errors, 1 warning
exit 0
)");
}

}  // namespace
}  // namespace debrief
