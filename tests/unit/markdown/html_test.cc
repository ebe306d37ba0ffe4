#include "generator/markdown/html.h"

#include <gtest/gtest.h>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

struct Case {
  std::string_view name;
  std::string_view markdown;
  std::string_view html;
};

TEST(Html, WritesEveryKindOfNode) {
  const Case cases[] = {
      {"paragraph", "One\ntwo.", R"(<p>One
two.</p>
)"},
      {"headings", "# A\n\n###### B", R"(<h1>A</h1>
<h6>B</h6>
)"},
      {"quote", "> a\n> b", R"(<blockquote>
<p>a
b</p>
</blockquote>
)"},
      {"tight list", "- a\n- b", R"(<ul>
<li>a</li>
<li>b</li>
</ul>
)"},
      {"loose list", "- a\n\n- b", R"(<ul>
<li><p>a</p>
</li>
<li><p>b</p>
</li>
</ul>
)"},
      {"list in a list", "- a\n  - b", R"(<ul>
<li>a
<ul>
<li>b</li>
</ul>
</li>
</ul>
)"},
      {"ordered list", "3. a\n4. b", R"(<ol start="3">
<li>a</li>
<li>b</li>
</ol>
)"},
      {"task list", "- [ ] a\n- [x] b", R"(<ul class="tasks">
<li><span class="task open" role="img" aria-label="open">☐</span> a</li>
<li><span class="task done" role="img" aria-label="done">☑</span> b</li>
</ul>
)"},
      {"code block", "```cpp extra\na < b\n```",
       R"(<pre tabindex="0"><code class="language-cpp">a &lt; b
</code></pre>
)"},
      {"highlighted code", "```json\n{\"<a>\": 1}\n```",
       R"(<pre tabindex="0"><code class="language-json">{<span class="hl-a">&quot;&lt;a&gt;&quot;</span>: <span class="hl-n">1</span>}
</code></pre>
)"},
      {"indented code", "    a & b", R"(<pre tabindex="0"><code>a &amp; b
</code></pre>
)"},
      {"rule", "---", "<hr>\n"},
      {"table", "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |",
       R"(<div class="table" tabindex="0"><table>
<thead>
<tr><th scope="col">a</th><th scope="col" class="center">b</th><th scope="col" class="right">c</th></tr>
</thead>
<tbody>
<tr><td>1</td><td class="center">2</td><td class="right">3</td></tr>
</tbody>
</table></div>
)"},
      {"table of a heading alone", "| a |\n|---|", R"(<div class="table" tabindex="0"><table>
<thead>
<tr><th scope="col">a</th></tr>
</thead>
</table></div>
)"},
      {"table with a short and a long row", "|a|b|\n|-|-|\n|1|\n|1|2|3|",
       R"(<div class="table" tabindex="0"><table>
<thead>
<tr><th scope="col">a</th><th scope="col">b</th></tr>
</thead>
<tbody>
<tr><td>1</td><td></td></tr>
<tr><td>1</td><td>2</td></tr>
</tbody>
</table></div>
)"},
      {"line break", "a  \nb\\\nc", R"(<p>a<br>
b<br>
c</p>
)"},
      {"code", "`` a`b ``", "<p><code>a`b</code></p>\n"},
      {"emphasis", "*a* **b** ***c***",
       "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>\n"},
      {"strikethrough", "~~a~~", "<p><del>a</del></p>\n"},
      {"link", "[a](https://example.com \"T\")",
       R"(<p><a href="https://example.com" title="T" rel="noopener noreferrer">a</a></p>
)"},
      {"mail", "<a@example.com>",
       R"(<p><a href="mailto:a@example.com" rel="noopener noreferrer">a@example.com</a></p>
)"},
      {"link on the page", "[a](#b)", "<p><a href=\"#b\">a</a></p>\n"},
      {"link to a file, not resolved", "[a *b*](c.md)", "<p>a <em>b</em></p>\n"},
      {"image, not resolved", "![a *b*](c.png)", "<p>a b</p>\n"},
      {"comments", "<!-- a -->\n\nb <!-- c --> d", "<p>b  d</p>\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(html_of(c.markdown), c.html) << c.name;
}

TEST(Html, EscapesWhateverAnAuthorWrote) {
  const Case cases[] = {
      {"text", "a < b && \"c\" > 'd'",
       "<p>a &lt; b &amp;&amp; &quot;c&quot; &gt; &#39;d&#39;</p>\n"},
      {"code", "`</code><script>`", "<p><code>&lt;/code&gt;&lt;script&gt;</code></p>\n"},
      {"code block", "```\n</pre><script>\n```",
       R"(<pre tabindex="0"><code>&lt;/pre&gt;&lt;script&gt;
</code></pre>
)"},
      {"info string", "```\"><script>alert(1)</script>\na\n```",
       R"(<pre tabindex="0"><code class="language-&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">a
</code></pre>
)"},
      {"info string with a tab", "```sh\tsecret\na\n```",
       R"(<pre tabindex="0"><code class="language-sh">a
</code></pre>
)"},
      {"title", "[a](https://b.example '\"><script>')",
       R"(<p><a href="https://b.example" title="&quot;&gt;&lt;script&gt;" rel="noopener noreferrer">a</a></p>
)"},
      {"address", "[a](<https://b.example/\"onclick=\"x>)",
       R"(<p><a href="https://b.example/%22onclick=%22x" rel="noopener noreferrer">a</a></p>
)"},
      {"address with a tag", "[a](<https://b.example/&lt;script&gt;>)",
       R"(<p><a href="https://b.example/%3Cscript%3E" rel="noopener noreferrer">a</a></p>
)"},
      {"address not in ASCII", "[a](https://b.example/ü)",
       R"(<p><a href="https://b.example/%C3%BC" rel="noopener noreferrer">a</a></p>
)"},
      {"alternative text", "![\"><script>](a.png)", "<p>&quot;&gt;</p>\n"},
      {"table cell", "|a|\n|-|\n|<b>\"|", R"(<div class="table" tabindex="0"><table>
<thead>
<tr><th scope="col">a</th></tr>
</thead>
<tbody>
<tr><td>&quot;</td></tr>
</tbody>
</table></div>
)"},
      {"heading", "# <script>", "<h1></h1>\n"},
      {"NUL", std::string_view("a\0b", 3), "<p>a�b</p>\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(html_of(c.markdown), c.html) << c.name;
}

TEST(Html, NumbersFootnotesInTheOrderOfTheirReferences) {
  const Case cases[] = {
      {"one", "a[^n]\n\n[^n]: b",
       R"(<p>a<sup class="footnote"><a href="#fn-1" aria-label="Footnote 1">1</a></sup></p>
<ol class="footnotes">
<li id="fn-1"><p>b</p>
</li>
</ol>
)"},
      {"two, defined the other way round", "a[^x] b[^y]\n\n[^y]: Y\n[^x]: X",
       R"(<p>a<sup class="footnote"><a href="#fn-1" aria-label="Footnote 1">1</a></sup> b<sup class="footnote"><a href="#fn-2" aria-label="Footnote 2">2</a></sup></p>
<ol class="footnotes">
<li id="fn-1"><p>X</p>
</li>
<li id="fn-2"><p>Y</p>
</li>
</ol>
)"},
      {"referred to twice", "a[^n] b[^n]\n\n[^n]: c",
       R"(<p>a<sup class="footnote"><a href="#fn-1" aria-label="Footnote 1">1</a></sup> b<sup class="footnote"><a href="#fn-1" aria-label="Footnote 1">1</a></sup></p>
<ol class="footnotes">
<li id="fn-1"><p>c</p>
</li>
</ol>
)"},
      {"never referred to", "a\n\n[^n]: b", "<p>a</p>\n"},
      {"never defined", "a[^n]", "<p>a[^n]</p>\n"},
      {"in a footnote", "a[^x]\n\n[^x]: b[^y]\n\n[^y]: c",
       R"(<p>a<sup class="footnote"><a href="#fn-1" aria-label="Footnote 1">1</a></sup></p>
<ol class="footnotes">
<li id="fn-1"><p>b<sup class="footnote"><a href="#fn-2" aria-label="Footnote 2">2</a></sup></p>
</li>
<li id="fn-2"><p>c</p>
</li>
</ol>
)"},
      {"in a table", "|a[^x]|\n|-|\n|b[^y]|\n\n[^x]: X\n\n[^y]: Y",
       R"(<div class="table" tabindex="0"><table>
<thead>
<tr><th scope="col">a<sup class="footnote"><a href="#fn-1" aria-label="Footnote 1">1</a></sup></th></tr>
</thead>
<tbody>
<tr><td>b<sup class="footnote"><a href="#fn-2" aria-label="Footnote 2">2</a></sup></td></tr>
</tbody>
</table></div>
<ol class="footnotes">
<li id="fn-1"><p>X</p>
</li>
<li id="fn-2"><p>Y</p>
</li>
</ol>
)"},
      {"of several blocks", "a[^n]\n\n[^n]: b\n\n    - c",
       R"(<p>a<sup class="footnote"><a href="#fn-1" aria-label="Footnote 1">1</a></sup></p>
<ol class="footnotes">
<li id="fn-1"><p>b</p>
<ul>
<li>c</li>
</ul>
</li>
</ol>
)"},
  };
  for (const Case& c : cases) EXPECT_EQ(html_of(c.markdown), c.html) << c.name;
}

TEST(Html, PrefixesFootnotesAndShiftsHeadings) {
  const MarkdownDocument document = parse("# a[^n]\n\n###### b\n\n[^n]: c").document;
  HtmlOptions options;
  options.heading_shift = 2;
  options.footnote_prefix = "pm-1";
  EXPECT_EQ(to_html(document.blocks, options),
            R"(<h3>a<sup class="footnote"><a href="#pm-1-1" aria-label="Footnote 1">1</a></sup></h3>
<h6>b</h6>
)");
  EXPECT_EQ(footnotes_html(document.footnotes, options), R"(<ol class="footnotes">
<li id="pm-1-1"><p>c</p>
</li>
</ol>
)");
}

TEST(Html, AsksWherePagesAndPicturesAre) {
  std::vector<Node> nodes =
      parse("[a](b.md) [gone](c.md) ![d](e.png 'T') ![f](g.png)").document.blocks;
  std::vector<Node>& inlines = nodes.front().children;
  inlines[0].target = {LinkTarget::Kind::page, "b", "part"};
  inlines[2].target = {LinkTarget::Kind::page, "c", ""};
  inlines[4].target = {LinkTarget::Kind::asset, "e", ""};
  inlines[6].target = {LinkTarget::Kind::asset, "g", ""};
  HtmlOptions options;
  options.resolve = [](const LinkTarget& target) -> std::optional<std::string> {
    if (target.value == "c" || target.value == "g") return std::nullopt;
    return "../" + target.value + (target.fragment.empty() ? "" : "#" + target.fragment);
  };
  options.image_size = [](const LinkTarget&) { return std::pair(40, 30); };
  EXPECT_EQ(
      to_html(nodes, options),
      R"(<p><a href="../b#part">a</a> gone <img src="../e" alt="d" title="T" width="40" height="30"> f</p>
)");
}

TEST(Html, ShowsPicturesOfThisSiteOnly) {
  EXPECT_EQ(html_of("![a](https://tracker.example/x.png)"), "<p>a</p>\n");
  EXPECT_EQ(html_of("![a](data:image/png;base64,AAAA)"), "<p>a</p>\n");
}

}  // namespace
}  // namespace debrief
