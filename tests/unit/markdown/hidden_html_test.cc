// How parts that the public does not read are told to those who may read them.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "generator/markdown/html.h"

namespace debrief {
namespace {

Node text(std::string words, Hidden hidden = Hidden::no, std::string replacement = "") {
  Node node;
  node.text = std::move(words);
  node.hidden = hidden;
  node.replacement = std::move(replacement);
  return node;
}

Node parent(NodeKind kind, std::vector<Node> children, Hidden hidden = Hidden::no) {
  Node node;
  node.kind = kind;
  node.children = std::move(children);
  node.hidden = hidden;
  return node;
}

HtmlOptions told() {
  HtmlOptions options;
  options.hidden_note = [](Hidden hidden, const std::string& replacement) {
    return std::string(hidden == Hidden::link ? "no link" : "not public") +
           (replacement.empty() ? "" : ": \"" + replacement + "\"");
  };
  return options;
}

TEST(HiddenHtml, OfAPartOfALine) {
  EXPECT_EQ(to_html({text("a "), text("b", Hidden::marked, "x"), text(" c")}, told()),
            "a <span class=\"hidden-part\" title=\"not public: &quot;x&quot;\">"
            "<span class=\"unseen\">[not public: &quot;x&quot;] </span>b</span> c");
}

TEST(HiddenHtml, OfSeveralNodesIsOnePartUnlessTheyAreReplacedApart) {
  EXPECT_EQ(to_html({text("a", Hidden::marked, "x"),
                     parent(NodeKind::emphasis, {text("b", Hidden::replaced)}, Hidden::marked),
                     text("c", Hidden::marked, "y"), text("d", Hidden::replaced)},
                    told()),
            "<span class=\"hidden-part\" title=\"not public: &quot;x&quot;\">"
            "<span class=\"unseen\">[not public: &quot;x&quot;] </span>a<em>b</em></span>"
            "<span class=\"hidden-part\" title=\"not public: &quot;y&quot;\">"
            "<span class=\"unseen\">[not public: &quot;y&quot;] </span>c</span>"
            "<span class=\"hidden-part\" title=\"not public\">"
            "<span class=\"unseen\">[not public] </span>d</span>");
}

TEST(HiddenHtml, OfCodeThatIsHighlightedAsAWhole) {
  Node code =
      parent(NodeKind::code_block, {text("\"a "), text("b", Hidden::replaced), text(" c\" 1")});
  code.info = "json";
  EXPECT_EQ(
      to_html(code, told()),
      "<pre tabindex=\"0\"><code class=\"language-json\"><span class=\"hl-s\">&quot;a </span>"
      "<span class=\"hidden-part\" title=\"not public\"><span class=\"unseen\">[not public] </span>"
      "<span class=\"hl-s\">b</span></span>"
      "<span class=\"hl-s\"> c&quot;</span> <span class=\"hl-n\">1</span></code></pre>\n");
}

TEST(HiddenHtml, OfBlocks) {
  EXPECT_EQ(to_html({parent(NodeKind::paragraph, {text("a")}),
                     parent(NodeKind::paragraph, {text("b")}, Hidden::left_out),
                     parent(NodeKind::paragraph, {text("c")}, Hidden::left_out)},
                    told()),
            R"(<p>a</p>
<div class="hidden-part">
<p class="hidden-note">not public</p>
<p>b</p>
<p>c</p>
</div>
)");
}

TEST(HiddenHtml, OfItemsAndOfBlocksInThem) {
  Node list = parent(
      NodeKind::list,
      {parent(NodeKind::list_item, {parent(NodeKind::paragraph, {text("a")})}, Hidden::marked),
       parent(NodeKind::list_item, {parent(NodeKind::paragraph, {text("b")}, Hidden::marked)})});
  list.tight = true;
  EXPECT_EQ(to_html(list, told()), R"(<ul>
<li class="hidden-part"><p class="hidden-note">not public</p>
a</li>
<li><div class="hidden-part">
<p class="hidden-note">not public</p>
b</div>
</li>
</ul>
)");
}

TEST(HiddenHtml, OfCode) {
  Node code;
  code.kind = NodeKind::code;
  code.text = "a<b";
  code.children = {text("a"), text("<b", Hidden::replaced)};
  EXPECT_EQ(to_html(code, told()),
            "<code>a<span class=\"hidden-part\" title=\"not public\">"
            "<span class=\"unseen\">[not public] </span>&lt;b</span></code>");
  code.kind = NodeKind::code_block;
  EXPECT_EQ(to_html(code, {}), "<pre tabindex=\"0\"><code>a&lt;b</code></pre>\n");
}

TEST(HiddenHtml, OfALinkIsWhereItLeads) {
  Node link = parent(NodeKind::link, {text("a")}, Hidden::link);
  link.target = {LinkTarget::Kind::url, "https://example.org/", ""};
  link.title = "T";
  EXPECT_EQ(to_html(link, told()),
            "<a href=\"https://example.org/\" class=\"hidden-link\" title=\"no link\" "
            "rel=\"noopener noreferrer\"><span class=\"unseen\">[no link] </span>a</a>");
}

TEST(HiddenHtml, OfFootnotes) {
  Node note = parent(NodeKind::footnote_definition, {parent(NodeKind::paragraph, {text("a")})},
                     Hidden::left_out);
  note.number = 1;
  EXPECT_EQ(footnotes_html({note}, told()), R"(<ol class="footnotes">
<li id="fn-1" class="hidden-part"><p class="hidden-note">not public</p>
<p>a</p>
</li>
</ol>
)");
}

// The public site says nothing of it, even if something hidden should come there.
TEST(HiddenHtml, IsNotToldWithoutANote) {
  EXPECT_EQ(
      to_html({parent(NodeKind::paragraph, {text("a", Hidden::marked, "x")}, Hidden::left_out)},
              {}),
      "<p>a</p>\n");
}

}  // namespace
}  // namespace debrief
