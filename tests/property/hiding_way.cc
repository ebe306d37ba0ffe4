#include "tests/property/hiding_way.h"

#include <algorithm>
#include <iterator>

namespace debrief {
namespace {

using Effect = HidingWay::Effect;
using Place = HidingWay::Place;

std::vector<HidingWay> marks() {
  constexpr std::string_view kOpen = "<!-- internal -->";
  constexpr std::string_view kReplaced = "<!-- internal: a $r -->";
  std::vector<HidingWay> ways = {
      {.name = "mark", .effect = Effect::marked, .text = "<!-- internal -->$a<!-- /internal -->"},
      {.name = "mark with a replacement",
       .effect = Effect::marked,
       .text = "<!-- internal: a $r -->$a<!-- /internal -->"},
      {.name = "mark beside a word",
       .effect = Effect::marked,
       .text = "$v<!-- internal -->$a<!-- /internal -->, and"},
      {.name = "mark around markup",
       .effect = Effect::marked,
       .text = "<!-- internal -->*$a* [$b](https://$c.example/ \"$d\") `$e`<!-- /internal -->"},
      {.name = "mark around a picture",
       .effect = Effect::marked,
       .text = "<!-- internal -->![$a]($p.png)<!-- /internal -->",
       .file = "$p.png"},
      {.name = "mark around a footnote",
       .effect = Effect::marked,
       .text = "<!-- internal -->[^$a] $b<!-- /internal -->",
       .after = "[^$a]: $c"},
      {.name = "comment", .effect = Effect::comment, .text = "<!-- $a -->", .shown_inside = false},
  };
  for (std::size_t level = 0; level < 3; ++level) {
    ways.push_back({.name = "mark around the block",
                    .effect = Effect::marked,
                    .text = kOpen,
                    .place = Place::block,
                    .level = level});
    ways.push_back({.name = "mark with a replacement around the block",
                    .effect = Effect::marked,
                    .text = kReplaced,
                    .place = Place::block,
                    .level = level});
  }
  return ways;
}

std::vector<HidingWay> sections() {
  const auto section = [](std::string_view name, std::string_view heading) {
    return HidingWay{.name = name,
                     .effect = Effect::text,
                     .text = heading,
                     .works_in_code = true,
                     .place = Place::section};
  };
  return {section("mark on the heading", "## $a <!-- internal -->"),
          section("mark on the heading of a known section", "## Impact <!-- internal -->"),
          section("mark on the heading of a part", "### $a <!-- internal -->"),
          section("mark around the heading of a part",
                  "<!-- internal -->\n\n### $a\n\n<!-- /internal -->"),
          section("unlisted section", "## Detection"),
          section("unlisted part", "### Detection"),
          section("unknown section", "## $a"),
          section("appendix", "## Appendix")};
}

std::vector<HidingWay> terms() {
  const auto term = [](std::string_view name, std::string_view text,
                       std::string_view redactions = "- {term: $a, replace: a $r}") {
    return HidingWay{.name = name,
                     .effect = Effect::text,
                     .text = text,
                     .redactions = redactions,
                     .works_in_code = true};
  };
  std::vector<HidingWay> ways = {
      term("term", "$a"),
      term("term in capitals", "$A"),
      term("term with a possessive", "$a’s"),
      term("term of two words, joined", "$a$b", "- {term: $a $b, replace: a $r}"),
      term("term of two words, hyphenated", "$a-$b", "- {term: $a $b, replace: a $r}"),
      term("pattern", "$a-4711", "- {pattern: '$a-\\d+', replace: a $r}"),
  };
  // Where there is no markup, these are other texts.
  HidingWay broken = term("term over a line end", "$a\n$b", "- {term: $a $b, replace: a $r}");
  HidingWay parted = term("term parted by markup", "$a**$b**", "- {term: $a$b, replace: a $r}");
  HidingWay spaced = term("term with a wide space", "$a&nbsp;$b", "- {term: $a $b, replace: a $r}");
  HidingWay hyphen = term("term with a soft hyphen", "$a&shy;$b", "- {term: $a$b, replace: a $r}");
  HidingWay comment =
      term("term parted by a comment", "$a<!-- c -->$b", "- {term: $a$b, replace: a $r}");
  for (HidingWay* way : {&broken, &parted, &spaced, &hyphen, &comment}) {
    way->works_in_code = false;
    ways.push_back(*way);
  }
  return ways;
}

std::vector<HidingWay> people() {
  const auto person = [](std::string_view name, std::string_view text) {
    return HidingWay{.name = name,
                     .effect = Effect::text,
                     .text = text,
                     .people = "- {handle: $a, name: $b $c, role: the $r engineer}",
                     .works_in_code = true};
  };
  return {person("handle with an at sign", "@$a"),
          person("handle", "$a"),
          person("full name", "$b $c"),
          person("first name", "$b"),
          person("last name in capitals", "$C"),
          person("first name, possessive", "$b's"),
          person("full name, possessive", "$b $c’s")};
}

std::vector<HidingWay> links() {
  const auto host = [](std::string_view name, std::string_view text) {
    return HidingWay{.name = name, .effect = Effect::text, .text = text, .works_in_code = true};
  };
  const auto target = [](std::string_view name, std::string_view text) {
    return HidingWay{.name = name, .effect = Effect::target, .text = text, .works_in_code = true};
  };
  std::vector<HidingWay> ways = {
      host("host", "$a.corp.example"),
      host("host with port and path", "$a.internal:8080/$b"),
      host("bare address", "https://$a.internal/$b?$c=$d#$e"),
      host("address in brackets", "<https://$a.corp.example/$b>"),
      host("e-mail address", "$a@$b.corp.example"),
      target("link to an internal host", "[$v](https://$a.corp.example/$b)"),
      target("link to an e-mail address", "[$v](mailto:$a@$b.internal)"),
      target("picture from an internal host", "![$v](https://$a.corp.example/$b.png)"),
  };
  HidingWay path = target("link with a term in its path", "[$v](https://public.example/x/$a)");
  path.redactions = "- {term: $a, replace: a $r}";
  ways.push_back(path);
  const auto title = [](std::string_view name, std::string_view text) {
    return HidingWay{.name = name,
                     .effect = Effect::title,
                     .text = text,
                     .redactions = "- {term: $a, replace: a $r}",
                     .works_in_code = true};
  };
  ways.push_back(title("title of a link", "[$v](https://public.example/ \"$a\")"));
  ways.push_back(title("title of a picture", "![$v](picture.png \"$a\")"));
  ways.push_back({.name = "alternative text",
                  .effect = Effect::text,
                  .text = "![$a](picture.png)",
                  .redactions = "- {term: $a, replace: a $r}",
                  .works_in_code = true});
  ways.push_back({.name = "language of a code block",
                  .effect = Effect::info,
                  .text = "$a",
                  .redactions = "- {term: $a, replace: a $r}",
                  .works_in_code = true});

  // These are secret by where they lead, and text like any other in code.
  ways.push_back({.name = "link with a title to an internal host",
                  .effect = Effect::target,
                  .text = "[$v](https://$a.internal/$b \"$c\")"});
  ways.push_back({.name = "link to an internal post-mortem",
                  .effect = Effect::target,
                  .text = "[$v]($p.md)",
                  .file = "$p.md"});
  ways.push_back({.name = "link to a place that is not shown",
                  .effect = Effect::target,
                  .text = "[$v](#$a)",
                  .shown_inside = false});
  ways.push_back({.name = "name of a picture's file",
                  .effect = Effect::target,
                  .text = "![$v]($p.png)",
                  .file = "$p.png",
                  .shown_inside = false});
  ways.push_back({.name = "link definition",
                  .effect = Effect::target,
                  .text = "[$v][$n]",
                  .after = "[$n]: https://$a.internal/ \"$b\""});
  return ways;
}

}  // namespace

const std::vector<HidingWay>& hiding_ways() {
  static const std::vector<HidingWay> kWays = [] {
    std::vector<HidingWay> ways;
    for (auto* group : {marks, sections, terms, people, links}) {
      std::ranges::move(group(), std::back_inserter(ways));
    }
    return ways;
  }();
  return kWays;
}

std::string secret(std::string_view letters, std::size_t number, Twin twin) {
  std::string text(kSecretStart);
  text += letters;
  for (; number > 0; number /= 26) text += static_cast<char>('a' + number % 26);
  if (twin == Twin::other) text += "tvvin";
  return text.append(kSecretEnd);
}

std::string fill_in(std::string_view text, const Words& words) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '$' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char name = text[++i];
    if (name == 'v') {
      out += words.visible;
    } else if (name == 'r') {
      out += words.replacement;
    } else if (name == 'n') {
      out += words.name;
    } else if (name == 'p') {
      out += words.secrets.back();
    } else if (name >= 'A' && name <= 'Z') {
      for (const char c : words.secrets.at(static_cast<std::size_t>(name - 'A'))) {
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      }
    } else {
      out += words.secrets.at(static_cast<std::size_t>(name - 'a'));
    }
  }
  return out;
}

}  // namespace debrief
