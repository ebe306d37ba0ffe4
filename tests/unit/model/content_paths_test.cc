#include "generator/model/content_paths.h"

#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

TEST(ContentPath, IsRelativeToTheFileThatNamesIt) {
  const struct {
    std::string_view from;
    std::string_view relative;
    std::optional<std::string> path;
  } kCases[] = {
      {"incidents/a.md", "b.md", "incidents/b.md"},
      {"incidents/a.md", "./b.md", "incidents/b.md"},
      {"incidents/a.md", "../pages/b.md", "pages/b.md"},
      {"incidents/x/index.md", "../a.md", "incidents/a.md"},
      {"incidents/a.md", "x/", "incidents/x"},
      {"incidents/a.md", "x//y.md", "incidents/x/y.md"},
      {"incidents/a.md", "/pages/b.md", "pages/b.md"},
      {"incidents/a.md", "b%20c.md", "incidents/b c.md"},
      {"incidents/a.md", "%c3%BC.md", "incidents/ü.md"},
      {"incidents/a.md", "50%.md", "incidents/50%.md"},
      {"incidents/a.md", "50%2", "incidents/50%2"},
      {"incidents/a.md", "b.md#part", "incidents/b.md"},
      {"incidents/a.md", "b.md?x=../..#y", "incidents/b.md"},
      {"incidents/a.md", "b%23c.md", "incidents/b#c.md"},
      {"incidents/a.md", "..", ""},
      {"incidents/a.md", "../..", std::nullopt},
      {"incidents/a.md", "../../incidents/a.md", std::nullopt},
      {"incidents/a.md", "%2e%2e/%2e%2e/etc/passwd", std::nullopt},
      {"incidents/a.md", "..%2f..%2fetc/passwd", std::nullopt},
      {"incidents/a.md", "/../a.md", std::nullopt},
      {"incidents/a.md", "a%00.md", std::nullopt},
      {"a.md", "b.md", "b.md"},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(resolve_content_path(c.from, c.relative), c.path) << c.relative;
}

TEST(FindContent, FindsPagesAndPictures) {
  const KnowledgeBase kb = read_all({{"incidents/a.md", report_text()},
                                     {"incidents/b c.md", report_text()},
                                     {"incidents/d/index.md", report_text()},
                                     {"incidents/d/graph.png", ""},
                                     {"pages/e.md", "---\ntitle: E\n---\n"},
                                     {"pages/f/index.md", "---\ntitle: F\n---\n"}})
                               .kb;
  const struct {
    std::string_view relative;
    std::string_view found;
  } kCases[] = {
      {"a.md", "incident 0 "},
      {"b%20c.md#x", "incident 1 x"},
      {"d", "incident 2 "},
      {"d/#y", "incident 2 y"},
      {"d/index.md", "incident 2 "},
      {"d/graph.png", "image 0 "},
      {"../pages/e.md", "guide 0 "},
      {"../pages/f", "guide 1 "},
      {"a", "none"},
      {"A.md", "none"},
      {"../../a.md", "none"},
      {"d/graph.png/index.md", "none"},
      {"../services.yaml", "none"},
  };
  for (const auto& c : kCases) {
    const auto found = find_content(kb, "incidents/a.md", c.relative);
    const std::string_view kinds[] = {"incident", "guide", "image"};
    EXPECT_EQ(found ? std::string(kinds[static_cast<std::size_t>(found->kind)]) + " " +
                          std::to_string(found->index) + " " + found->fragment
                    : "none",
              c.found)
        << c.relative;
  }
}

}  // namespace
}  // namespace debrief
