#include "generator/theme/theme.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "generator/base/error.h"
#include "generator/base/hash.h"

namespace debrief {
namespace {

Theme load(const ThemeFiles& files) {
  Diagnostics diagnostics;
  Theme theme = Theme::load(files, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.sorted()) ADD_FAILURE() << to_string(diagnostic);
  return theme;
}

ThemeFiles base() {
  return {{"templates/home.mustache", {"default/home", "{{> head}}home"}},
          {"templates/page.mustache", {"default/page", "{{> head}}page {{title}}"}},
          {"templates/_head.mustache", {"default/_head", "<{{title}}>"}},
          {"assets/style.css", {"default/style.css", "a{}"}}};
}

TEST(Theme, RendersByTheNameOfTheTemplate) {
  const Theme theme = load(base());
  PageData data;
  data.text("title", "T");
  EXPECT_EQ(theme.render("home", data), "<T>home");
  EXPECT_EQ(theme.render("page", data), "<T>page T");
}

TEST(Theme, PartialsAndUnknownNamesAreNoPages) {
  const Theme theme = load(base());
  for (const std::string name : {"_head", "head", "incident"}) {
    try {
      theme.render(name, PageData());
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_EQ(error.what(),
                "the theme has no template '" + name + "' (templates/" + name + ".mustache)");
    }
  }
}

TEST(Theme, ASiteReplacesSingleFiles) {
  const ThemeFiles own = {
      {"templates/_head.mustache", {"acme/_head", "[{{titel}}]"}},
      {"templates/extra.mustache", {"acme/extra", "{{> nav}}extra"}},
      {"templates/_nav.mustache", {"acme/_nav", "nav "}},
      {"assets/style.css", {"acme/style.css", "b{}"}},
  };
  const ThemeFiles files = overlay(base(), own);
  EXPECT_EQ(files.size(), 6u);
  const Theme theme = load(files);

  // Messages name the file that the site's owner wrote.
  PageData data;
  data.text("title", "T");
  try {
    theme.render("home", data);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "acme/_head:1: unknown name 'titel'; did you mean 'title'?");
  }
  EXPECT_EQ(theme.render("extra", data), "nav extra");
  EXPECT_EQ(theme.asset_paths().at("style.css"), "assets/style." + content_hash("b{}") + ".css");
  ASSERT_EQ(theme.assets().size(), 1u);
  EXPECT_EQ(theme.assets()[0].bytes, "b{}");
}

TEST(Theme, RendersOnSeveralThreads) {
  const Theme theme = load({{"templates/page.mustache",
                             {"page", "{{title}}:{{#rows}} {{name}}{{#on}}!{{/on}}{{/rows}}"}}});
  constexpr int kThreads = 4;
  std::vector<int> wrong(kThreads, 0);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&theme, &wrong, t] {
      for (int i = 0; i < 500; ++i) {
        const std::string title = std::to_string(t) + "/" + std::to_string(i);
        std::string expected = title + ":";
        PageData::List rows;
        for (int r = 0; r < i % 7; ++r) {
          PageData row;
          row.text("name", title).flag("on", r == t);
          rows.push_back(std::move(row));
          expected += " " + title + (r == t ? "!" : "");
        }
        PageData data;
        data.text("title", title).list("rows", std::move(rows));
        if (theme.render("page", data) != expected) ++wrong[static_cast<std::size_t>(t)];
        // A page that fails on one thread is nothing to the others.
        try {
          theme.render("page", PageData());
          ++wrong[static_cast<std::size_t>(t)];
        } catch (const Error&) {
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(kThreads, 0));
}

}  // namespace
}  // namespace debrief
