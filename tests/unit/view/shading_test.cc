// What the internal view tells authors of what the public does not read.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "generator/view/make_view.h"
#include "tests/support/content_folder.h"
#include "tests/support/print_view.h"
#include "tests/unit/view/public_text.h"

namespace debrief {
namespace {

constexpr std::string_view kFewSections =
    "-- debrief.yaml --\nviews: {public: {sections: [summary, impact, action-items]}}\n"
    "internal_hosts: [wiki]\n";

// The internal text of the post-mortem: "{{marked = our bank: Blue Heron Bank}}". The problems
// instead if the content has errors.
std::string shaded(std::string_view markdown, std::string_view more = "") {
  const Published published = publish(folder_with(markdown, more), Audience::internal);
  if (!published.view) return published.problems;
  const ViewIncident& incident = published.view->incidents().front();
  std::string text = print_text(incident.body, incident.footnotes);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

struct Case {
  std::string_view markdown;
  std::string_view expected;
};

TEST(Shading, OfMarks) {
  const std::array cases = {
      Case{"A <!-- internal -->*secret* thing<!-- /internal --> b",
           "A {{marked: *secret*}}{{marked:  thing}} b"},
      Case{"A <!-- internal: shop -->Foo<!-- /internal --> b", "A {{marked = shop: Foo}} b"},
      Case{"A <!-- internal: b --><!-- /internal --> c", "A {{marked = b: <!--  -->}} c"},
      Case{"*A <!-- internal: Initech -->Foo<!-- /internal -->*",
           "*A {{marked = a large retailer: Foo}}*"},
      Case{"a\n\n<!-- internal: more -->\n\nb\n\n- c\n\n<!-- /internal -->\n\nd",
           "a\n{{marked = more: b}}\n{{marked: - c}}\nd"},
      Case{"a\n\n## Impact <!-- internal -->\n\nb\n\n### Numbers\n\nc",
           "a\n## Impact  {impact} {{marked}}\nb\n### Numbers {{marked}}\nc"},
      Case{"## Impact <!-- internal -->of Foo<!-- /internal -->\n\nb",
           "## Impact {{marked: of Foo}}\nb"},
      Case{"a[^n]\n\n[^n]: b <!-- internal -->c<!-- /internal -->", "a[^1]\n[^1]: b {{marked: c}}"},
  };
  for (const Case& row : cases) EXPECT_EQ(shaded(row.markdown), row.expected) << row.markdown;
}

TEST(Shading, OfNamesAndTerms) {
  const std::array cases = {
      Case{"With Initech, and Initech again",
           "With {{replaced = a large retailer: Initech}}, and "
           "{{replaced = a large retailer: Initech}} again"},
      Case{"Initech called Dana Whitfield.",
           "{{replaced = A large retailer: Initech}} called "
           "{{replaced = the on-call engineer: Dana Whitfield}}."},
      Case{"at *Blue* Heron\nBank, `Initech` and `x Initech y`",
           "at *{{replaced = our bank: Blue}}*{{replaced:  Heron}}{{replaced:  }}{{replaced: "
           "Bank}}, {{replaced = a large retailer: `Initech`}} and "
           "`x {{replaced = a large retailer: Initech}} y`"},
      Case{"```\na OPS-12 b\n```", "```\na {{replaced = an internal ticket: OPS-12}} b\n```"},
      Case{"```\nnothing\n```", "```\nnothing\n```"},
      Case{"on db1.hl.example today", "on {{replaced = an internal host: db1.hl.example}} today"},
      // The dictionary does not see what is marked, in the public text as here.
      Case{"Blue <!-- internal -->Initech<!-- /internal --> Heron Bank",
           "{{replaced = Our bank: Blue }}{{marked: Initech}}{{replaced:  Heron Bank}}"},
  };
  for (const Case& row : cases) EXPECT_EQ(shaded(row.markdown), row.expected) << row.markdown;
}

TEST(Shading, OfLinksThatLeadNowhereInPublic) {
  const std::array cases = {
      Case{"[a](https://example.org/)", "[a](https://example.org/)"},
      Case{"[a](https://wiki/x)", "{{link: [a](https://wiki/x)}}"},
      Case{"See <https://wiki/x>",
           "See {{replaced = an internal link: [https://wiki/x](https://wiki/x)}}"},
      Case{"[Initech](https://wiki/x)",
           "{{link: [{{replaced = A large retailer: Initech}}](https://wiki/x)}}"},
      Case{"[b](b.md) [c](c.md)", "{{link: [b](page:incident/b)}} [c](page:incident/c)"},
      Case{"[a](#impact) [b](#numbers)\n\n## Impact\n\nx\n\n## Numbers <!-- internal -->\n\ny",
           "[a](#impact) {{link: [b](#numbers)}}\n## Impact {impact}\nx\n## Numbers  "
           "{{marked}}\ny"},
  };
  constexpr std::string_view kOthers =
      "-- incidents/b.md --\n---\nid: b\ntitle: B\nstarted: 2020-01-01\n---\n"
      "-- incidents/c.md --\n---\nid: c\ntitle: C\nstarted: 2020-01-01\nstatus: published\n"
      "visibility: public\n---\n";
  for (const Case& row : cases) {
    EXPECT_EQ(shaded(row.markdown, kOthers), row.expected) << row.markdown;
  }
}

TEST(Shading, OfSections) {
  const std::array cases = {
      Case{"a\n\n## Impact\n\nb\n\n### Numbers\n\nInitech\n\n### Appendix\n\nInitech\n\n"
           "## Zebra\n\nd\n\n### Impact\n\ne",
           "a\n## Impact {impact}\nb\n### Numbers\n{{replaced = A large retailer: Initech}}\n"
           "### Appendix {appendix} {{left out}}\nInitech\n## Zebra {{left out}}\nd\n"
           "### Impact {impact} {{left out}}\ne"},
      // A heading over the text is not public, and what is below it may be.
      Case{"# Zebra\n\na\n\n## Impact\n\nb\n\n# Zebra\n\nc",
           "# {{left out: Zebra}}\na\n## Impact {impact}\nb\n# Zebra {{left out}}\nc"},
      Case{"a\n\n# Zebra\n\nb\n\n## Impact\n\nc",
           "a\n# {{left out: Zebra}}\n{{left out: b}}\n## Impact {impact}\nc"},
      Case{"a[^n]\n\n## Zebra\n\nb[^m]\n\n[^n]: c\n\n[^m]: d",
           "a[^1]\n## Zebra {{left out}}\nb[^2]\n[^1]: c\n{{left out: [^2]: d}}"},
  };
  for (const Case& row : cases) {
    EXPECT_EQ(shaded(row.markdown, kFewSections), row.expected) << row.markdown;
  }
  EXPECT_EQ(shaded("a\n\n- b\n", "-- debrief.yaml --\nviews: {public: {sections: [impact]}}\n"),
            "{{left out: a}}\n{{left out: - b}}");
}

// Of action items the public reads what is to be done; a name in a remark is not replaced there.
TEST(Shading, OfActionItems) {
  EXPECT_EQ(shaded("## Action Items\n\nFor Dana.\n\n- [ ] Call Initech - @dana - Due 2026-05-01\n\n"
                   "### Zebra\n\n- [x] Rest"),
            "## Action Items {action-items} {{partly}}\n{{left out: For Dana.}}\n"
            "- [ ] Call {{replaced = a large retailer: Initech}} - {{replaced: @dana}} - Due "
            "2026-05-01\n### {{left out: Zebra}} {{partly}}\n- [x] Rest");
}

std::string view_of(std::string_view front_matter) {
  const Published published =
      publish(content_folder("-- redactions.yaml --\n- {term: Initech, replace: a shop}\n"
                             "-- incidents/a.md --\n---\nid: a\ntitle: Initech is down\nstarted: "
                             "2026-03-14\n" +
                             std::string(front_matter) +
                             "\n---\nAt Initech.\n\n## Impact\n\n<!-- internal -->Bad.<!-- "
                             "/internal --> Good.\n\n## Detection\n\nx\n"),
              Audience::internal);
  return published.problems + print_incident(*published.view, published.view->incidents().front());
}

TEST(Shading, TellsWhatIsPublicAndWhatIsToBe) {
  constexpr std::string_view kText = R"(At {{replaced = a shop: Initech}}.
## Impact {impact}
{{marked: Bad.}} Good.
## Detection {detection} {{left out}}
x
the public reads: A shop is down
At a shop.
## Impact {impact}
Good.
)";
  EXPECT_EQ(view_of("visibility: public\nstatus: published"),
            "incident: a\nid: a\ntitle: Initech is down\nstarted: 2026-03-14\nworkflow: published\n"
            "source: incidents/a.md\n" +
                std::string(kText));
  EXPECT_EQ(view_of("visibility: public\nstatus: in-review"),
            "incident: a\nid: a\ntitle: Initech is down\nstarted: 2026-03-14\nworkflow: in-review\n"
            "source: incidents/a.md\n" +
                std::string(kText));
}

TEST(Shading, IsNotForWhatIsInternalAsAWhole) {
  EXPECT_EQ(view_of("visibility: internal\nstatus: published"),
            "incident: a\nid: a\ntitle: Initech is down\nstarted: 2026-03-14\nworkflow: published\n"
            "source: incidents/a.md\nAt Initech.\n## Impact {impact}\nBad. Good.\n## Detection "
            "{detection}\nx\n");
}

// Links of the public text lead to the pages of the internal site that the public has as well.
TEST(PublicText, LeadsToInternalPages) {
  const Published published = publish(
      folder_with("[b](b.md) [c](c.md) [g](../pages/g.md)",
                  "-- incidents/b.md --\n---\nid: PM-7\ntitle: B\nstarted: 2020-01-01\nstatus: "
                  "published\nvisibility: public\n---\n"
                  "-- incidents/c.md --\n---\nid: PM-8\ntitle: C\nstarted: 2020-01-01\nstatus: "
                  "in-review\nvisibility: public\n---\n"
                  "-- pages/g.md --\n---\ntitle: Guide\nvisibility: public\n---\n"),
      Audience::internal);
  ASSERT_TRUE(published.view) << published.problems;
  const ViewIncident& incident = published.view->incidents().front();
  EXPECT_EQ(print_text(incident.public_text->body, {}),
            "[b](page:incident/pm-7) [c]() [g](page:guide/g)\n");
}

// What would stop the public site is for that to report.
TEST(PublicText, StopsNoInternalSite) {
  const SourceTree folder =
      folder_with("## Action Items\n\n- [ ] Ask Owner: Zed about it all by next week @zed ETA: x");
  Diagnostics diagnostics;
  const KnowledgeBase kb = read_knowledge_base(folder, 1, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors());
  const View view = internal_view(kb, {}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_TRUE(view.incidents().front().public_text);
}

}  // namespace
}  // namespace debrief
