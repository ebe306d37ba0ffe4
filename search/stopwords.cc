#include "search/stopwords.h"

#include <string>

#include "search/stems.h"

namespace debrief::search {
namespace {

// Each word between spaces, so that one search finds it.
constexpr std::string_view kEnglish =
    " a about after again all also am an and any are as at be because been before being but by "
    "can could did do does doing during each few for from further had has have having he her here "
    "him his how i if in into is it its just me my no nor not of on once only or other our out "
    "over own same she should so some such than that the their them then there these they this "
    "those through to too under until up us very was we were what when where which while who "
    "whom why will with would you your ";

constexpr std::string_view kGerman =
    " aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dein dem den "
    "der des die dies diese dieser dieses doch dort du durch ein eine einem einen einer eines er "
    "es für hat hatte hier ich ihr im in ist ja kann kein keine mit nach nicht noch nur ob oder "
    "ohne sein sich sie sind so über um und uns unter vom von vor war waren warum was weil wenn "
    "wer werden wie wir wird wo wurde wurden zu zum zur ";

constexpr std::string_view kFrench =
    " à au aux avec ce ces cette comment dans de des du elle en est et était été eu il ils je la "
    "le les leur lui mais ne nous on ont ou où par pas pendant pour pourquoi quand que quel quelle "
    "qui s sa se ses son sont sous sur tu un une vous y ";

constexpr std::string_view kSpanish =
    " a al ante como con cuando cuál de del desde donde durante el ella en entre era es esa ese "
    "esta este fue ha la las le lo los más mi muy no nos o para pero por porque qué que quien se "
    "sin sobre son su sus también un una y ya ";

std::string_view words_of(std::string_view language) {
  const std::string code = primary_language(language);
  if (code == "en") return kEnglish;
  if (code == "de") return kGerman;
  if (code == "fr") return kFrench;
  if (code == "es") return kSpanish;
  return {};
}

}  // namespace

bool is_stopword(std::string_view language, std::string_view word) {
  const std::string_view words = words_of(language);
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    if (at > 0 && words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  }
  return false;
}

}  // namespace debrief::search
