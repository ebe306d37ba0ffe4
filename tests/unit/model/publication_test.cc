// What makes a post-mortem public: two fields, each written just so, and nothing else.
#include <gtest/gtest.h>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

struct Spelling {
  std::string_view yaml;
  bool is_right;
};

constexpr Spelling kVisibilities[] = {
    {"", false},
    {"visibility:", false},
    {"visibility: public", true},
    {"visibility: \"public\"", true},
    {"visibility: 'public'", true},
    {"visibility: internal", false},
    {"visibility: Public", false},
    {"visibility: PUBLIC", false},
    {"visibility: ' public'", false},
    {"visibility: \"public \"", false},
    {"visibility: publick", false},
    {"visibility: pulbic", false},
    {"visibility: yes", false},
    {"visibility: true", false},
    {"visibility: [public]", false},
    {"visibility: {public: yes}", false},
    {"visibility: public, internal", false},
    {"Visibility: public", false},
    {"visiblity: public", false},
    {"public: {title: T}", false},
};

constexpr Spelling kStatuses[] = {
    {"", false},
    {"status:", false},
    {"status: published", true},
    {"status: \"published\"", true},
    {"status: 'published'", true},
    {"status: draft", false},
    {"status: in-review", false},
    {"status: Published", false},
    {"status: PUBLISHED", false},
    {"status: 'published '", false},
    {"status: publishd", false},
    {"status: public", false},
    {"status: yes", false},
    {"status: [published]", false},
    {"status: {published: yes}", false},
    {"Status: published", false},
};

TEST(Publication, NeedsBothFieldsWrittenJustSo) {
  for (const Spelling& visibility : kVisibilities) {
    for (const Spelling& status : kStatuses) {
      const ReadReport result =
          read_fields(std::string(visibility.yaml) + "\n" + std::string(status.yaml));
      ASSERT_TRUE(result.report);
      EXPECT_EQ(result.report->is_public(), visibility.is_right && status.is_right)
          << visibility.yaml << " / " << status.yaml;
    }
  }
}

TEST(Publication, SaysWhyAPostMortemIsNotPublic) {
  const struct {
    std::string_view yaml;
    std::string_view problems;
  } kCases[] = {
      {"visibility: public\nstatus: published", ""},
      {"visibility: internal\nstatus: draft", ""},
      {"visibility: Public\nstatus: published",
       R"(incidents/a.md:4:13: warning: the visibility must be internal or public, written just so; it is read as internal [unknown-visibility]
visibility: Public
            ^
)"},
      {"visibility: public\nstatus: Published",
       R"(incidents/a.md:5:9: warning: the status must be draft, in-review or published, written just so; it is read as in-review and not published [unknown-status]
status: Published
        ^
)"},
      {"visibility: public",
       R"(incidents/a.md:4:13: warning: this post-mortem is not on the public site: that needs 'status: published' beside 'visibility: public' [public-without-status]
visibility: public
            ^
)"},
      {"visibility: public\nstatus: draft", ""},
      {"visibility: [public]\nstatus: 'published '",
       R"(incidents/a.md:4:13: warning: the visibility must be internal or public, written just so; it is read as internal [unknown-visibility]
visibility: [public]
            ^
incidents/a.md:5:9: warning: the status must be draft, in-review or published, written just so; it is read as in-review and not published [unknown-status]
status: 'published '
        ^
)"},
  };
  for (const auto& c : kCases) EXPECT_EQ(read_fields(c.yaml).problems, c.problems) << c.yaml;
}

}  // namespace
}  // namespace debrief
