#include "generator/highlight/highlight.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace debrief {
namespace {

// Each span as "k[text]", by the last letter of its class; what is plain as it stands.
std::string shown(std::string_view language, std::string_view code) {
  std::string out;
  for (const CodeSpan& span : highlight(language, code)) {
    const std::string_view name = highlight_class(span.kind);
    if (name.empty()) {
      out += span.text;
    } else {
      out.append(name.substr(3)).append("[").append(span.text).append("]");
    }
  }
  return out;
}

struct Case {
  std::string_view name;
  std::string_view language;
  std::string_view code;
  std::string_view spans;
};

template <std::size_t count>
void expect_all(const Case (&cases)[count]) {
  for (const Case& row : cases) {
    EXPECT_EQ(row.spans, shown(row.language, row.code)) << row.name;
  }
}

TEST(Highlight, LeavesAloneWhatItDoesNotKnow) {
  for (const std::string_view language :
       {"", "text", "mermaid", "brainfuck", "plain", "---", "ya"}) {
    EXPECT_EQ("if \"x\": # y\n", shown(language, "if \"x\": # y\n")) << language;
    EXPECT_EQ("", shown(language, "")) << language;
  }
}

TEST(Highlight, KnowsALanguageByWhatPeopleCallIt) {
  for (const std::string_view language :
       {"json", "JSON", "json,linenos", "json:config.json", "{.json}", "json{1,3}"}) {
    EXPECT_EQ("n[1]", shown(language, "1")) << language;
  }
}

TEST(Highlight, ReadsScripts) {
  const Case cases[] = {
      {"words", "sh", "if test -f x; then rm -rf \"$x\"; fi",
       "k[if] test a[-f] x; k[then] rm a[-rf] s[\"$x\"]; k[fi]"},
      {"a keyword is one where a command may stand", "bash", "echo if for", "echo if for"},
      {"settings and variables", "zsh", "A=1 B=$HOME/${x:-y} run $1 $? $",
       "a[A]=1 a[B]=a[$HOME]/a[${x:-y}] run a[$1] a[$?] $"},
      {"comments begin words", "sh", "a#b # c", "a#b c[# c]"},
      {"strings go over lines", "sh", "awk '\n{ print $1 }' x", "awk s['\n{ print $1 }'] x"},
      {"a quote without an end", "sh", "echo don't\nif x", "echo don't\nk[if] x"},
      {"escapes", "sh", R"(echo "a\"b" \" c)", R"(echo s["a\"b"] \" c)"},
      {"text in place", "sh", "cat <<'END' > x\ndon't $x\nEND\nif x",
       "cat <<'END' > x\ns[don't $x\n]END\nk[if] x"},
      {"a shift is no such text", "sh", "x=$((1 << 3))\nif y", "a[x]=$((1 << 3))\nk[if] y"},
      {"lines that go on", "sh", "kubectl get \\\n  --all pods", "kubectl get \\\n  a[--all] pods"},
      {"Dockerfile", "dockerfile", "FROM debian:12 AS x\n# c\nRUN apt \\\n  -y \"a\"\n",
       "k[FROM] debian:12 AS x\nc[# c]\nk[RUN] apt \\\n  a[-y] s[\"a\"]\n"},
  };
  expect_all(cases);
}

TEST(Highlight, TellsWhatATerminalPrinted) {
  const Case cases[] = {
      {"prompts", "console", "$ kubectl -n db get pods\nNAME  READY\npg-0  0/1\n$ exit",
       "p[$ ]kubectl a[-n] db get pods\no[NAME  READY]\no[pg-0  0/1]\np[$ ]exit"},
      {"other prompts", "console",
       "root@db-1:/# ls\n[me@x dir]$ ls\n(venv) $ ls\nmysql> select 1;\n# ls\n> x",
       "p[root@db-1:/# ]ls\np[[me@x dir]$ ]ls\np[(venv) $ ]ls\np[mysql> ]select 1;\np[# ]ls\np[> "
       "]x"},
      {"what looks like a prompt", "console", "100% done\nmain -> x\n<a> b\ncosts 5$ or so",
       "o[100% done]\no[main -> x]\no[<a> b]\no[costs 5$ or so]"},
      {"a script that begins with a prompt", "bash", "$ id\nuid=0", "p[$ ]id\no[uid=0]"},
      {"a script that begins with a comment", "bash", "# id\nls", "c[# id]\nls"},
      {"a quote ends with its line", "console", "$ echo don't\n$ ls 'x'",
       "p[$ ]echo dons['t]\np[$ ]ls s['x']"},
      {"a prompt alone", "console", "$", "p[$]"},
  };
  expect_all(cases);
}

TEST(Highlight, ReadsYaml) {
  const Case cases[] = {
      {"values", "yaml", "a: 1\nb: true # c\n\"d e\": 'f'\ng: plain text\nh: 30s",
       "a[a]: n[1]\na[b]: n[true] c[# c]\na[\"d e\"]: s['f']\na[g]: plain text\na[h]: n[30s]"},
      {"lists", "yml", "- a\n- b: x\n  c: 2\n-\n", "- a\n- a[b]: x\n  a[c]: n[2]\n-\n"},
      {"brackets", "yaml", "a: {b: 1, \"c\": [d, 2]}\ne: [\n  f: 3]\n",
       "a[a]: {a[b]: n[1], a[\"c\"]: [d, n[2]]}\na[e]: [\n  a[f]: n[3]]\n"},
      {"blocks of text", "yaml", "a: |\n  # no: comment\n\n  'x\nb: >-\n  y\nc: 1",
       "a[a]: k[|]\ns[  # no: comment]\n\ns[  'x]\na[b]: k[>-]\ns[  y]\na[c]: n[1]"},
      {"a block in a list ends at the next key", "yaml", "- a: |\n    x\n  b: y",
       "- a[a]: k[|]\ns[    x]\n  a[b]: y"},
      {"documents, anchors, tags", "yaml", "---\na: &x !!str 1\nb: *x\n<<: *x",
       "k[---]\na[a]: k[&x] k[!!str] n[1]\na[b]: k[*x]\na[<<]: k[*x]"},
      {"a colon in a value", "yaml", "a: b: c\nu: http://x:80/#y",
       "a[a]: b: c\na[u]: http://x:80/#y"},
  };
  expect_all(cases);
}

TEST(Highlight, ReadsJson) {
  const Case cases[] = {
      {"all of it", "json", R"({"a" : "b\"", "c": [1.5e3, -2, true, null]})",
       R"({a["a"] : s["b\""], a["c"]: [n[1.5e3], n[-2], n[true], n[null]]})"},
      {"comments", "jsonc", "{ // a\n/* b */ \"c\"", "{ c[// a]\nc[/* b */] s[\"c\"]"},
      {"a string without an end", "json", "[\"a\n1]", "[s[\"a]\nn[1]]"},
  };
  expect_all(cases);
}

TEST(Highlight, ReadsSettings) {
  const Case cases[] = {
      {"INI", "ini", "; c\n[pool a]\nsize = 40 ; d\nname=x y\n",
       "c[; c]\nh[[pool a]]\na[size] = n[40] c[; d]\na[name]=x y\n"},
      {"TOML", "toml", "[[a.b]]\nc = [\n  \"d\", 1,\n]\ne = \"\"\"\nf\n\"\"\"\ng = 2026-03-17",
       "h[[[a.b]]]\na[c] = [\n  s[\"d\"], n[1],\n]\na[e] = s[\"\"\"\nf\n\"\"\"]\na[g] = "
       "n[2026-03-17]"},
      {"variables", "env", "# c\nURL=\"http://x\"\nON=true",
       "c[# c]\na[URL]=s[\"http://x\"]\na[ON]=n[true]"},
  };
  expect_all(cases);
}

TEST(Highlight, ReadsPatches) {
  const Case cases[] = {
      {"a patch", "diff",
       "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@ f\n same\n-old\n--- old\n+new\n",
       "h[diff --git a/x b/x]\nh[--- a/x]\nh[+++ b/x]\nh[@@ -1,3 +1,3 @@ f]\n same\nd[-old]\n"
       "d[--- old]\ni[+new]\n"},
      {"two files without a head", "patch", "--- a\n+++ b\n@@ @@\n-x\n--- c\n+++ d\n",
       "h[--- a]\nh[+++ b]\nh[@@ @@]\nd[-x]\nh[--- c]\nh[+++ d]\n"},
      {"lines alone", "diff", "-a\n+b", "d[-a]\ni[+b]"},
      {"the old form", "diff", "< a\n> b", "d[< a]\ni[> b]"},
  };
  expect_all(cases);
}

TEST(Highlight, ReadsLogs) {
  const Case cases[] = {
      {"times and levels", "log",
       "2026-03-17 14:02:11,123 ERROR pool is empty\n2026-03-17T14:02:12Z WARN x\n14:02 INFO y",
       "n[2026-03-17 14:02:11,123] e[ERROR] pool is empty\nn[2026-03-17T14:02:12Z] w[WARN] x\n"
       "n[14:02] k[INFO] y"},
      {"as syslog has it", "log", "Mar 17 14:02:11 db-1 pg[12]: FATAL:  no",
       "n[Mar 17 14:02:11] db-1 pg[12]: e[FATAL]:  no"},
      {"as web servers have it", "logs", "[17/Mar/2026:14:02:11 +0000] \"GET / HTTP/1.1\" 500",
       "[n[17/Mar/2026:14:02:11 +0000]] s[\"GET / HTTP/1.1\"] 500"},
      {"by keys", "log", "level=error msg=\"no \\\"x\\\"\" n=1",
       "a[level]=e[error] a[msg]=s[\"no \\\"x\\\"\"] a[n]=1"},
      {"as JSON", "log", R"({"level":"warn","msg":"x"})",
       R"({a["level"]:w["warn"],a["msg"]:s["x"]})"},
      {"a word is no level in another", "log", "errors: no-error error.log",
       "errors: no-error error.log"},
  };
  expect_all(cases);
}

TEST(Highlight, ReadsPrograms) {
  const Case cases[] = {
      {"C++", "cpp", "#include <x>\nint f() { return 'a' + \"b\\\"\"; } // c\n/* d\n*/ 0x1F",
       "k[#include] <x>\nk[int] f() { k[return] s['a'] + s[\"b\\\"\"]; } c[// c]\nc[/* d\n*/] "
       "n[0x1F]"},
      {"Rust's lifetimes are no characters", "rust", "fn f<'a>(x: &'a str) -> char { '\\n' }",
       "k[fn] f<'a>(x: &'a str) -> char { s['\\n'] }"},
      {"Go", "go", "x := `a\n\"` // b\nvar y = nil", "x := s[`a\n\"`] c[// b]\nk[var] y = n[nil]"},
      {"Java", "java", "@Override public int x = 1_000;",
       "a[@Override] k[public] k[int] x = n[1_000];"},
      {"TypeScript", "ts", "const a = `b ${c}`; // d", "k[const] a = s[`b ${c}`]; c[// d]"},
      {"Python", "python", "def f(x): # a\n  \"\"\"b\n  'c'\"\"\"\n  return x[1:2.5], None",
       "k[def] f(x): c[# a]\n  s[\"\"\"b\n  'c'\"\"\"]\n  k[return] x[n[1]:n[2.5]], n[None]"},
      {"SQL", "SQL", "SELECT a, 'it''s' FROM b -- c\nwhere d IS NULL;",
       "k[SELECT] a, s['it''s'] k[FROM] b c[-- c]\nk[where] d k[IS] n[NULL];"},
      {"HCL", "terraform", "resource \"a\" \"b\" { # c\n  d = true\n}",
       "k[resource] s[\"a\"] s[\"b\"] { c[# c]\n  d = n[true]\n}"},
      {"a comment without an end", "c", "/* a\nb", "c[/* a\nb]"},
      {"a string ends with its line", "js", "'a\nvar", "s['a]\nk[var]"},
      {"words of other scripts", "go", "größe if日 if", "größe if日 k[if]"},
  };
  expect_all(cases);
}

TEST(Highlight, HasAClassForEveryKindButPlain) {
  EXPECT_EQ("", highlight_class(CodeKind::plain));
  EXPECT_EQ("hl-k\nhl-s\nhl-n\nhl-c\nhl-a\nhl-p\nhl-o\nhl-i\nhl-d\nhl-h\nhl-e\nhl-w\n",
            highlight_classes());
}

}  // namespace
}  // namespace debrief
