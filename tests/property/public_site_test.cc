// The property that the project stands on: the public site is a function of the public content
// alone.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "generator/base/text.h"
#include "tests/property/public_site.h"
#include "tests/property/twins.h"
#include "tests/support/content_folder.h"

namespace debrief {
namespace {

constexpr std::size_t kPairsARun = 10;  // rapidcheck makes a hundred runs

std::string around(const std::string& bytes, std::size_t at) {
  const std::size_t begin = at < 200 ? 0 : at - 200;
  return bytes.substr(begin, 400);
}

// What tells two sites apart; empty if nothing does.
std::string difference(const PublicSite& one, const PublicSite& other) {
  for (const auto& [path, bytes] : one.files) {
    const auto twin = other.files.find(path);
    if (twin == other.files.end()) return path + " is in one of them only";
    if (twin->second == bytes) continue;
    const auto [left, right] = std::ranges::mismatch(bytes, twin->second);
    const auto at = static_cast<std::size_t>(left - bytes.begin());
    return path + " differs:\n" + around(bytes, at) + "\n--- and ---\n" + around(twin->second, at);
  }
  return one.files.size() == other.files.size() ? "" : "one has more files";
}

// Where a word stands that only internal text has; empty if nowhere.
std::string leak(const PublicSite& site) {
  for (const auto& [path, bytes] : site.files) {
    for (const std::string& text : {to_lower(path), to_lower(bytes)}) {
      const std::size_t at = text.find(kCanary);
      if (at != std::string::npos) return path + ": " + around(text, at);
    }
  }
  return "";
}

// Somebody whom people.yaml of the folder knows.
std::string approver(const SourceTree& folder) {
  const std::string& people = folder.find("people.yaml")->bytes;
  const std::size_t begin = people.find("handle: ") + 8;
  return people.substr(begin, people.find(',', begin) - begin);
}

RC_GTEST_PROP(PublicSite, IsAFunctionOfThePublicContentAlone, ()) {
  const auto public_seed = *rc::gen::arbitrary<std::uint64_t>();
  const auto internal_seed = *rc::gen::arbitrary<std::uint64_t>();
  for (std::size_t i = 0; i < kPairsARun; ++i) {
    const PublicSite one = build_public_site(make_twin(public_seed + i, internal_seed + i));
    const PublicSite other = build_public_site(make_twin(public_seed + i, ~internal_seed - i));
    if (!one.problems.empty()) RC_FAIL(one.problems);
    if (!other.problems.empty()) RC_FAIL(other.problems);
    RC_ASSERT(one.files.size() > 20U);
    if (const std::string found = leak(one); !found.empty()) RC_FAIL(found);
    if (const std::string found = difference(one, other); !found.empty()) RC_FAIL(found);
  }
}

// A post-mortem that is kept back until a day is, before that day, not there at all, and on that
// day all there: to the byte, as if its front matter had never named a day.
RC_GTEST_PROP(PublicSite, HasNothingOfAnEmbargoBeforeItsDayAndNothingOfTheDayAfterwards, ()) {
  const auto public_seed = *rc::gen::arbitrary<std::uint64_t>();
  const auto internal_seed = *rc::gen::arbitrary<std::uint64_t>();
  const SourceTree without = make_twin(public_seed, internal_seed);
  const auto with = [&](std::string_view wording) {
    SourceTree folder = without;
    put_file(folder, "incidents/embargoed.md",
             fmt::format("---\ntitle: Zqembargoed\nstatus: published\nvisibility: public\n"
                         "started: 2026-01-02T10:00:00Z\nservices: []\npublic: {{title: Kept, "
                         "approved_by: {}{}}}\n---\n\n## Impact\n\nQuietly.\n",
                         approver(without), wording));
    return folder;
  };
  const SourceTree embargoed = with(", not_before: 2026-06-01");
  const Day eve = parse_day("2026-05-31").value();
  const Day day = parse_day("2026-06-01").value();
  const auto site = [](const SourceTree& folder, Day today) {
    return build_site(folder, Audience::public_, today);
  };
  if (const std::string found = difference(site(embargoed, eve), site(without, eve));
      !found.empty()) {
    RC_FAIL(found);
  }
  if (const std::string found = difference(site(embargoed, day), site(with(""), day));
      !found.empty()) {
    RC_FAIL(found);
  }
  RC_ASSERT(!difference(site(embargoed, eve), site(embargoed, day)).empty());
}

// The test above would say nothing if the twins were the same.
TEST(Twins, DifferInWhatIsNotPublic) {
  const SourceTree one = make_twin(1, 1);
  const SourceTree other = make_twin(1, 2);
  ASSERT_NE(one.files.size(), 0U);
  const auto bytes = [](const SourceTree& folder) {
    std::string all;
    for (const SourceFile& file : folder.files) all += file.path + file.bytes;
    return all;
  };
  EXPECT_NE(bytes(one), bytes(other));
  EXPECT_NE(bytes(one).find(kCanary), std::string::npos);
}

// Nor if the days that the histories of the two were given, which depend on all their content,
// showed nowhere.
TEST(Twins, DifferInTheirHistories) {
  const auto sitemap = [](std::uint64_t internal_seed) {
    return build_site(make_twin(1, internal_seed), Audience::internal).files.at("sitemap.xml");
  };
  EXPECT_NE(sitemap(1).find("<lastmod>"), std::string::npos);
  EXPECT_NE(sitemap(1), sitemap(2));
}

// Nor if the public content did not show.
TEST(Twins, DifferInWhatIsPublicByTheOtherSeed) {
  EXPECT_NE(difference(build_public_site(make_twin(1, 1)), build_public_site(make_twin(2, 1))), "");
}

}  // namespace
}  // namespace debrief
