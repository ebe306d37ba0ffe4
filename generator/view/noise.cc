#include "generator/view/noise.h"

#include <utility>

namespace debrief {

// SplitMix64 (Steele, Lea, Flood 2014): the standard's distributions differ between libraries.
std::uint64_t Noise::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
  return mixed ^ mixed >> 31U;
}

std::size_t Noise::below(std::size_t limit) {
  return static_cast<std::size_t>(next() % limit);
}

std::string Noise::word() {
  constexpr std::string_view kConsonants = "bcdfghjklmnpqrstvwxz";
  std::string word = "zq";
  for (std::size_t more = 4 + below(9); more > 0; --more) {
    word += kConsonants[below(kConsonants.size())];
  }
  // Written with letters, so that no two are alike and none ends in a number.
  for (std::size_t number = ++used_; number > 0; number /= kConsonants.size()) {
    word += kConsonants[number % kConsonants.size()];
  }
  return word;
}

std::string Noise::sentence() {
  std::string text = word();
  for (std::size_t more = below(12); more > 0; --more) text += " " + word();
  return text;
}

Node Noise::text() {
  Node node;
  node.text = sentence();
  return node;
}

Node Noise::paragraph() {
  Node node;
  node.kind = NodeKind::paragraph;
  node.children.push_back(text());
  return node;
}

std::vector<Node> Noise::blocks() {
  std::vector<Node> blocks;
  for (std::size_t more = 1 + below(3); more > 0; --more) {
    if (!one_in(3)) {
      blocks.push_back(paragraph());
      continue;
    }
    Node list;
    list.kind = NodeKind::list;
    for (std::size_t items = 1 + below(5); items > 0; --items) {
      Node item;
      item.kind = NodeKind::list_item;
      item.children.push_back(paragraph());
      list.children.push_back(std::move(item));
    }
    blocks.push_back(std::move(list));
  }
  return blocks;
}

}  // namespace debrief
