// The ways to keep a text from the public, each as a line of Markdown and what it needs of the
// other files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace debrief {

// In the texts of a way, "$a", "$b" … are secrets, "$A" one in capitals, "$v" a word that stays,
// "$r" a word that the public reads instead, "$n" the name of the case.
struct HidingWay {
  // Where the secrets are once Markdown has been read.
  enum class Effect {
    marked,   // in nodes that a mark hides
    text,     // in the text, for the dictionary to find
    target,   // in where a link or an image leads
    title,    // in the title of a link or an image
    info,     // in the language of a code block
    comment,  // in a comment
  };
  enum class Place {
    slot,     // in the innermost container
    block,    // around the container at `level`
    section,  // in the section below the heading `text`
  };

  std::string_view name;
  Effect effect;
  std::string_view text;
  std::string_view redactions = "";  // a line of redactions.yaml
  std::string_view people = "";      // a line of people.yaml
  std::string_view after = "";       // Markdown below the container
  std::string_view file = "";        // of incidents/: a post-mortem, or a picture
  bool works_in_code = false;        // what the dictionary knows, it finds in code as well
  bool shown_inside = true;          // the internal site shows the secrets
  Place place = Place::slot;
  std::size_t level = 0;
};

const std::vector<HidingWay>& hiding_ways();

// Which secrets: the same way, or the same case, twice over with other secrets in other numbers.
enum class Twin { one, other };

// Small letters only, so that the stemmer has its way; starts with kSecretStart and ends with
// kSecretEnd.
std::string secret(std::string_view letters, std::size_t number, Twin twin);
inline constexpr std::string_view kSecretStart = "zqs";
inline constexpr std::string_view kSecretEnd = "qze";

struct Words {
  std::string visible;
  std::string replacement;
  std::vector<std::string> secrets;  // $a, $b …
  std::string name;
};

// The text of a way with its words put in.
std::string fill_in(std::string_view text, const Words& words);

}  // namespace debrief
