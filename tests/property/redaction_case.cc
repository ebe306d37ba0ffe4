#include "tests/property/redaction_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "generator/base/text.h"
#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

using Effect = HidingWay::Effect;
using Place = HidingWay::Place;
using Outcome = RedactionCase::Outcome;

constexpr std::size_t kSecrets = 6;  // $a to $e, and $p

bool holds(const Chain& chain, Container container) {
  return std::ranges::find(chain, container) != chain.end();
}

bool is_in_code(const Chain& chain) {
  return !chain.empty() && is_code(chain.back());
}

// Visits every node with whether a mark hides it.
void visit(const std::vector<Node>& nodes, bool internal,
           const std::function<void(const Node&, bool)>& see) {
  for (const Node& node : nodes) {
    const bool hidden = internal || node.internal;
    see(node, hidden);
    visit(node.children, hidden, see);
  }
}

bool names_a_secret(const std::string& text) {
  return to_lower(text).find(kSecretStart) != std::string::npos;
}

struct Traces {
  int marked = 0;
  int text = 0;
  int target = 0;
  int title = 0;
  int info = 0;
  int comment = 0;
};

Traces traces_of(const ParsedMarkdown& parsed, bool has_note) {
  Traces traces;
  const auto see = [&traces](const Node& node, bool hidden) {
    const bool is_comment = node.kind == NodeKind::comment || node.kind == NodeKind::comment_block;
    if (is_comment) {
      traces.comment += names_a_secret(node.text) ? 1 : 0;
      return;
    }
    for (const auto& [count, text] :
         {std::pair(&traces.text, &node.text), std::pair(&traces.target, &node.target.value),
          std::pair(&traces.title, &node.title), std::pair(&traces.info, &node.info)}) {
      if (names_a_secret(*text)) ++(hidden ? traces.marked : *count);
    }
  };
  visit(parsed.document.blocks, false, see);
  for (const Node& note : parsed.document.footnotes) {
    // A definition to which no public text refers needs no mark.
    const bool is_unseen = has_note && plain_text(note).starts_with(kSecretStart);
    if (!is_unseen) visit({note}, false, see);
  }
  return traces;
}

bool has_effect(const HidingWay& way, const Chain& chain, const ParsedMarkdown& parsed) {
  const Traces traces = traces_of(parsed, !way.after.empty());
  if (way.effect == Effect::marked) {
    return traces.marked > 0 && traces.text + traces.target + traces.title + traces.info == 0;
  }
  if (way.place == Place::section) return true;
  if (is_in_code(chain) && way.effect != Effect::info) return traces.text > 0;
  switch (way.effect) {
    case Effect::text:
      return traces.text > 0;
    case Effect::target:
      return traces.target > 0;
    case Effect::title:
      return traces.title > 0;
    case Effect::info:
      return traces.info > 0;
    case Effect::comment:
      return traces.comment > 0 && traces.text == 0;
    case Effect::marked:
      break;
  }
  return false;
}

// A section ends at the next heading of its level, which the chain must not begin with.
bool would_end_section(const HidingWay& way, const Chain& chain) {
  if (chain.empty() || !is_heading(chain.front())) return false;
  return chain.front() == Container::heading2 ||
         (chain.front() == Container::heading3 && way.text.find("###") != std::string_view::npos);
}

bool is_applicable(const HidingWay& way, const Chain& chain) {
  if (way.place == Place::block) return way.level < chain.size() && is_block(chain[way.level]);
  if (way.place == Place::section) return !would_end_section(way, chain);
  if (way.effect == Effect::info) return holds(chain, Container::code_block);
  if (way.text.find('\n') != std::string_view::npos) {
    return !holds(chain, Container::head_cell) && !holds(chain, Container::body_cell);
  }
  return true;
}

// How many of the levels of words, from the outside, the way leaves to the public.
std::size_t visible_levels(const HidingWay& way, const Chain& chain) {
  switch (way.place) {
    case Place::slot:
      return chain.size() + 1;
    case Place::block:
      return way.level + 1;
    case Place::section:
      return 0;
  }
  return 0;
}

bool shows_replacement(const HidingWay& way, const Chain& chain) {
  if (way.place == Place::block) {
    // Of a section that is left out, nothing is read.
    return way.text.find("$r") != std::string_view::npos &&
           !(way.level == 0 && is_heading(chain.front()));
  }
  if (way.text.find("$r") != std::string_view::npos) return true;
  if (way.redactions.empty() && way.people.empty()) return false;
  if (way.effect == Effect::title) {
    // What stands in an alternative text has no title.
    return is_in_code(chain) || !holds(chain, Container::image);
  }
  return way.effect == Effect::text;
}

}  // namespace

bool is_expressible(const Chain& chain) {
  Filling filling;
  for (std::size_t level = 0; level <= chain.size(); ++level) {
    filling.words.push_back({fmt::format("before{}x", level), fmt::format("after{}x", level)});
  }
  filling.slot = "slot";
  filling.label = "note";
  const ParsedMarkdown parsed = parse(to_markdown(chain, filling), Marks::applied);
  return parsed.problems.empty() &&
         stands_as_intended(chain, filling, parsed.document.blocks, parsed.document.footnotes);
}

Words shared_words(std::size_t way_number, Twin twin) {
  Words words;
  words.visible = fmt::format("seen{:02}x", way_number);
  words.replacement = fmt::format("instead{:02}x", way_number);
  words.name = fmt::format("name{:02}", way_number);
  for (std::size_t i = 0; i < kSecrets; ++i) {
    words.secrets.push_back(secret(std::string{'s', static_cast<char>('a' + i)}, way_number, twin));
  }
  return words;
}

RedactionCase make_case(const Chain& chain, std::size_t chain_number, std::size_t way_number,
                        std::string_view section, Twin twin) {
  const HidingWay& way = hiding_ways()[way_number];
  RedactionCase result;
  if (!is_applicable(way, chain)) return result;

  // Whatever other files need to know is the same in all cases.
  Words words = shared_words(way_number, twin);
  const std::size_t number = chain_number * hiding_ways().size() + way_number;
  const bool is_own = way.redactions.empty() && way.people.empty();
  for (std::size_t i = 0; is_own && i + 1 < kSecrets; ++i) {
    words.secrets[i] = secret(std::string{'o', static_cast<char>('a' + i)}, number, twin);
  }

  Filling filling;
  filling.label = fmt::format("f{:02}", way_number);
  const std::size_t visible = visible_levels(way, chain);
  for (std::size_t level = 0; level <= chain.size(); ++level) {
    Filling::Words around;
    for (const auto& [word, letter] :
         {std::pair(&around.before, 'b'), std::pair(&around.after, 'a')}) {
      if (level < visible) {
        *word = fmt::format("{}{}w{:02}x", letter, level, way_number);
        result.visible.push_back(*word);
      } else {
        *word = secret(std::string{'h', letter, static_cast<char>('a' + level)}, number, twin);
        result.inside.push_back(*word);
      }
    }
    filling.words.push_back(around);
  }

  const bool repeats = twin == Twin::other;
  std::string body;
  const std::string text = fill_in(way.text, words);
  switch (way.place) {
    case Place::slot:
      (way.effect == Effect::info ? filling.info : filling.slot) = text;
      if (way.effect == Effect::info) filling.slot = "slot";
      // The public cannot tell one from two, in the text and beside the text.
      if (repeats && way.name == "mark") filling.slot += " " + text;
      if (repeats && way.name == "comment") filling.slot += " " + text;
      body = to_markdown(chain, filling);
      break;
    case Place::block:
      filling.slot = secret("h", number, twin);
      filling.marked = way.level;
      filling.open = text;
      filling.close = "<!-- /internal -->";
      if (repeats) filling.close = secret("m", number, twin) + "\n\n" + filling.close;
      body = to_markdown(chain, filling);
      break;
    case Place::section:
      filling.slot = secret("h", number, twin);
      body = text + "\n\n" + to_markdown(chain, filling);
      if (repeats) body += "\n\n" + secret("m", number, twin);
      body += fmt::format("\n\n## {}\n\n{}", section, words.visible);
      break;
  }
  result.markdown = fmt::format("## {}\n\n{}\n\n", section, body);
  if (!way.after.empty()) result.markdown += fill_in(way.after, words) + "\n\n";

  if (way.place == Place::section || way.text.find("$v") != std::string_view::npos) {
    result.visible.push_back(words.visible);
  }
  if (shows_replacement(way, chain)) result.visible.push_back(words.replacement);
  if (way.place == Place::block && way.level == 0 && is_heading(chain.front())) {
    // The rest of the section goes with its heading.
    std::erase(result.visible, filling.words.front().after);
  }
  // An alternative text has neither links nor titles, and a picture's code is its words.
  const bool shown = way.shown_inside && way.effect != Effect::info &&
                     (way.effect == Effect::text || way.effect == Effect::marked ||
                      is_in_code(chain) || !holds(chain, Container::image)) &&
                     way.name != "picture from an internal host" && way.name != "link definition" &&
                     way.name != "link to an internal post-mortem";
  if (way.place == Place::slot && shown) result.inside_any = words.secrets;

  const ParsedMarkdown parsed = parse(result.markdown, Marks::applied);
  const bool stands =
      stands_as_intended(chain, filling, parsed.document.blocks, parsed.document.footnotes);
  const bool works = has_effect(way, chain, parsed);
  if (parsed.problems.find("error: ") != std::string::npos) {
    result.outcome = Outcome::refused;
  } else if (way.effect == Effect::marked && !works) {
    result.outcome = parsed.problems.empty() ? Outcome::unnoticed : Outcome::warned;
  } else if (is_in_code(chain) && !way.works_in_code && way.effect != Effect::marked) {
    result.outcome = Outcome::inexpressible;
  } else if (stands && works) {
    result.outcome = Outcome::exact;
  } else if (way.effect == Effect::marked || way.works_in_code) {
    result.outcome = Outcome::shifted;
  }
  return result;
}

}  // namespace debrief
