#include "generator/view/ordinary_words.h"

#include <algorithm>
#include <array>

namespace debrief {
namespace {

// Sorted.
// clang-format off
constexpr std::array<std::string_view, 244> kWords = {
    "amber", "april", "archer", "art", "ash", "august", "autumn", "baker", "ball", "banks",
    "bell", "berry", "best", "bill", "bird", "bishop", "black", "blue", "bond", "booth",
    "bowl", "bridge", "bright", "brook", "brooks", "brown", "buck", "bush", "butler",
    "carpenter", "carter", "case", "chance", "chase", "church", "clay", "cliff", "close",
    "cook", "cooper", "cotton", "crane", "cross", "dale", "dawn", "day", "dean", "dear",
    "drew", "drive", "duke", "dusk", "earl", "east", "english", "faith", "farmer", "field",
    "fields", "fisher", "flower", "flowers", "ford", "forest", "forth", "foster", "fox",
    "france", "frank", "frost", "gene", "gift", "glass", "gold", "good", "grace", "grant",
    "gray", "green", "grey", "hall", "hand", "harmony", "heath", "heather", "hill",
    "holiday", "holly", "hood", "hope", "house", "hunt", "hunter", "iris", "ivy", "jack",
    "jade", "jay", "jean", "jewel", "joy", "judge", "june", "key", "king", "knight", "lake",
    "lamb", "lance", "lane", "law", "laws", "lee", "light", "lily", "little", "long",
    "lord", "love", "major", "march", "mark", "marsh", "marshal", "martin", "mason", "max",
    "may", "mead", "mercy", "miles", "mill", "miller", "mills", "moody", "moon", "more",
    "new", "noble", "norm", "north", "olive", "page", "paige", "parish", "park", "parker",
    "parks", "pat", "patience", "pearl", "pepper", "pierce", "pike", "piper", "pool",
    "poole", "pope", "porter", "potter", "power", "powers", "price", "prince", "ray",
    "read", "reed", "reeves", "rich", "ridge", "ring", "rivers", "road", "rob", "robin",
    "rock", "rocky", "root", "rose", "rosemary", "ruby", "rush", "sage", "sandy", "save",
    "scout", "sharp", "shepherd", "short", "silver", "singer", "skip", "sky", "small",
    "smart", "smith", "snow", "south", "spring", "stark", "steel", "sterling", "stone",
    "storm", "street", "strong", "sue", "summer", "summers", "swift", "tanner", "taylor",
    "teller", "terry", "thorn", "tiger", "trace", "tucker", "turner", "victor", "violet",
    "wade", "walker", "wall", "waller", "ward", "wards", "waters", "weaver", "webb",
    "weeks", "wells", "west", "wheeler", "white", "will", "wills", "winter", "winters",
    "wise", "wolf", "wood", "woods", "young"};
// clang-format on

}  // namespace

bool is_ordinary_word(std::string_view word) {
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

}  // namespace debrief
