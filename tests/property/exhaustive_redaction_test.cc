// Redaction in a small world, without gaps: every container of Markdown in every other to a
// depth of three, with every way to hide a text, in everything that is published.
//
// What is hidden is nowhere; the words beside it are still there; and the internal site has
// both, or the test would prove nothing.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/text.h"
#include "tests/property/exhaustive_content.h"
#include "tests/property/public_site.h"
#include "tests/property/readable_site.h"

namespace debrief {
namespace {

using Outcome = RedactionCase::Outcome;
using Post = ExhaustiveContent::Post;
using Entry = ExhaustiveContent::Entry;

constexpr std::size_t kDepth = 3;
constexpr std::size_t kFewestChains = 1'000;
constexpr std::size_t kFewestCases = 50'000;
// Failures: how many of each kind, and the first of it in full.
class Report {
 public:
  void add(const std::string& kind, const std::string& text) {
    const auto [entry, is_new] = kinds_.try_emplace(kind, 0, text);
    ++entry->second.first;
  }
  std::string text() const {
    std::string out;
    for (const auto& [kind, found] : kinds_) {
      out += fmt::format("{}: {} times, first in {}\n", kind, found.first, found.second);
    }
    return out;
  }

 private:
  std::map<std::string, std::pair<std::size_t, std::string>> kinds_;
};

std::string name_of(const Entry& entry) {
  const HidingWay& way = hiding_ways()[entry.way];
  if (way.place != HidingWay::Place::block) return std::string(way.name);
  return fmt::format("{}, level {}", way.name, way.level);
}

std::string describe(const Post& post, const Entry& entry) {
  return fmt::format("{} ({}), {}:\n{}", name_of(post.chain), post.slug, name_of(entry),
                     entry.made.markdown);
}

// Everything a site says in text, tags and attributes, of one page.
std::string page_of(const PublicSite& site, const Post& post) {
  for (const auto& [path, bytes] : site.files) {
    if (path.find(post.slug) != std::string::npos || path.find(post.id) != std::string::npos) {
      return to_lower(bytes + without_markup(bytes));
    }
  }
  return "";
}

// Adds the case that a secret, or a word beside it, belongs to.
void leak_in(const ExhaustiveContent& content, const std::string& where, std::string_view around,
             Report& report) {
  const auto is_in = [around](const std::string& word) {
    return around.find(word) != std::string_view::npos;
  };
  for (const Post& post : content.posts) {
    const bool here = where.find(post.slug) != std::string_view::npos ||
                      where.find(post.id) != std::string_view::npos;
    for (const Entry& entry : post.entries) {
      const RedactionCase& made = entry.made;
      if (!made.is_built()) continue;
      if (std::ranges::any_of(made.inside, is_in) ||
          (here && (std::ranges::any_of(made.visible, is_in) ||
                    std::ranges::any_of(made.inside_any, is_in)))) {
        return report.add(name_of(entry),
                          fmt::format("{}: …{}…\n{}", where, around, describe(post, entry)));
      }
    }
  }
  report.add("of no case", fmt::format("{}: …{}…", where, around));
}

std::string leaks(const ExhaustiveContent& content, const PublicSite& site) {
  Report report;
  for (const auto& [where, text] : readable_texts(site)) {
    // Three letters may stand in compressed bytes by chance.
    const bool is_binary = where.ends_with("bytes") || where.find(".png") != std::string::npos;
    for (const std::string_view trace : {kSecretStart, kSecretEnd}) {
      if (is_binary) continue;
      for (std::size_t at = text.find(trace); at != std::string::npos;
           at = text.find(trace, at + 1)) {
        leak_in(content, where, text.substr(at < 60 ? 0 : at - 60, 120), report);
      }
    }
  }
  return report.text();
}

std::string missing_outside(const ExhaustiveContent& content, const PublicSite& site) {
  Report report;
  for (const Post& post : content.posts) {
    const std::string page = page_of(site, post);
    for (const Entry& entry : post.entries) {
      if (entry.made.outcome != Outcome::exact) continue;
      for (const std::string& word : entry.made.visible) {
        if (page.find(word) == std::string::npos) {
          report.add(name_of(entry), fmt::format("'{}' of {}", word, describe(post, entry)));
        }
      }
    }
  }
  return report.text();
}

std::string missing_inside(const ExhaustiveContent& content, const PublicSite& site) {
  Report report;
  for (const Post& post : content.posts) {
    const std::string page = page_of(site, post);
    for (const Entry& entry : post.entries) {
      if (entry.made.outcome != Outcome::exact) continue;
      const auto shows = [&page](const std::string& word) {
        return page.find(word) != std::string::npos;
      };
      for (const std::string& word : entry.made.inside) {
        if (!shows(word))
          report.add(name_of(entry), fmt::format("'{}' of {}", word, describe(post, entry)));
      }
      if (!entry.made.inside_any.empty() && std::ranges::none_of(entry.made.inside_any, shows)) {
        report.add(name_of(entry),
                   fmt::format("'{}' of {}", entry.made.inside_any.front(), describe(post, entry)));
      }
    }
  }
  return report.text();
}

void expect_none(const std::string& report) {
  EXPECT_TRUE(report.empty()) << report;
}

std::string unnoticed(const ExhaustiveContent& content) {
  Report report;
  for (const Post& post : content.posts) {
    for (const Entry& entry : post.entries) {
      if (entry.made.outcome == Outcome::unnoticed) {
        report.add(name_of(entry), describe(post, entry));
      }
    }
  }
  return report.text();
}

void print_counts(const ExhaustiveContent& content) {
  const auto count = [&content](Outcome outcome) {
    const auto found = content.outcomes.find(outcome);
    return found == content.outcomes.end() ? 0 : found->second;
  };
  std::cout << fmt::format(
      "{} chains of containers, of which Markdown can say {}, with {} ways to hide a text:\n"
      "{} built as intended, {} built as Markdown reads them, {} refused with an error,\n"
      "{} left out for a warning, {} that cannot be said\n",
      content.chains, content.posts.size(), hiding_ways().size(), count(Outcome::exact),
      count(Outcome::shifted), count(Outcome::refused), count(Outcome::warned),
      count(Outcome::inexpressible));
}

// To the depth of three containers, in one test each: every test is a process of its own.
TEST(ExhaustiveRedaction, HidesWhatIsHiddenAndNothingElse) {
  const ExhaustiveContent content = make_exhaustive_content(kDepth, "Impact", Twin::one);
  print_counts(content);
  EXPECT_GT(content.posts.size(), kFewestChains);
  EXPECT_GT(content.outcomes.at(Outcome::exact), kFewestCases);
  expect_none(unnoticed(content));

  const PublicSite site = build_public_site(content.folder);
  ASSERT_EQ(site.problems, "");
  expect_none(leaks(content, site));
  expect_none(missing_outside(content, site));
}

// If this fails, the above proves nothing.
TEST(ExhaustiveRedaction, HidesWhatTheInternalSiteShows) {
  const ExhaustiveContent content = make_exhaustive_content(kDepth, "Impact", Twin::one);
  const PublicSite site = build_site(content.folder, Audience::internal);
  ASSERT_EQ(site.problems, "");
  expect_none(missing_inside(content, site));
}

TEST(ExhaustiveRedaction, WouldBeFoundOutIfItHidNothing) {
  const ExhaustiveContent content = make_exhaustive_content(1, "Impact", Twin::one);
  const PublicSite site = build_site(content.folder, Audience::internal);
  ASSERT_EQ(site.problems, "");
  const std::string found = leaks(content, site);
  for (const HidingWay& way : hiding_ways()) {
    if (!way.shown_inside || way.level > 0) continue;
    EXPECT_NE(found.find(std::string(way.name)), std::string::npos) << way.name;
  }
}

// How much is hidden, and how often, is hidden as well: other secrets, longer ones, two marks
// where there was one, and not a byte is another.
TEST(ExhaustiveTwins, AreTheSameToThePublic) {
  const auto site_of = [](Twin twin) {
    return build_public_site(make_exhaustive_content(2, "Impact", twin).folder);
  };
  const PublicSite one = site_of(Twin::one);
  const PublicSite other = site_of(Twin::other);
  ASSERT_EQ(one.problems, "");
  ASSERT_EQ(other.problems, "");
  ASSERT_EQ(one.files.size(), other.files.size());
  for (const auto& [path, bytes] : one.files) {
    const auto twin = other.files.find(path);
    ASSERT_NE(twin, other.files.end()) << path;
    const auto [left, right] = std::ranges::mismatch(bytes, twin->second);
    const auto at = static_cast<std::size_t>(left - bytes.begin());
    const std::size_t begin = at < 200 ? 0 : at - 200;
    EXPECT_TRUE(bytes == twin->second) << path << ":\n"
                                       << bytes.substr(begin, 400) << "\n--- and ---\n"
                                       << twin->second.substr(begin, 400);
  }
}

// What these sections say is read as data and written anew.
class ExhaustiveSections : public testing::TestWithParam<const char*> {};

TEST_P(ExhaustiveSections, HideWhatIsHidden) {
  const ExhaustiveContent content = make_exhaustive_content(2, GetParam(), Twin::one);
  const PublicSite site = build_public_site(content.folder);
  ASSERT_EQ(site.problems, "");
  expect_none(leaks(content, site));
}

INSTANTIATE_TEST_SUITE_P(Exhaustive, ExhaustiveSections,
                         testing::Values("Summary", "Timeline", "Action items", "Five whys",
                                         "Root cause", "Contributing factors"),
                         [](const testing::TestParamInfo<const char*>& name) {
                           std::string text = name.param;
                           std::erase(text, ' ');
                           return text;
                         });

}  // namespace
}  // namespace debrief
