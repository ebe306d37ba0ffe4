#include "search/function_words.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "search/stems.h"
#include "search/stopwords.h"

namespace debrief::search {
namespace {

// The English list follows that of the SMART retrieval system (Salton and Buckley), which is about
// no subject. Added to each language: its numbers, its calendar, and that something begins or ends.
constexpr std::string_view kEnglish =
    "able above according accordingly across actually afterwards against ago ain't albeit allow "
    "allows almost alone along already alright although always amid among amongst another anybody "
    "anyhow anymore anyone anything anyway anyways anywhere apart appear appears appreciate "
    "appropriate around aside ask asked asking asks associated away awfully became become "
    "becomes becoming beforehand begin beginning begins begun began behind believe below beside "
    "besides best better between beyond both bring brief briefly came cannot cant "
    "certain certainly clearly come comes coming complete "
    "completed completely completes completing concerning consequently consider considering "
    "corresponding course currently definitely described despite different done "
    "due eg eight either else elsewhere end ended ending ends enough entirely especially et etc "
    "even eventually ever every everybody everyone everything everywhere exactly example except "
    "expect expected far fairly fifth finally find finish finished finishes finishing first five "
    "followed following follows former formerly forth four fully furthermore gave get gets "
    "getting give given gives giving go goes going gone got gotten happen happened "
    "happening happens hardly hello hence hereafter hereby herself hi himself hopefully "
    "howbeit however ie immediate immediately inasmuch indeed indicate indicated "
    "indicates initial initially inner insofar instead inward itself keep keeping keeps kept knew "
    "know known knows large last lately later latter latterly least less lest let lets like liked "
    "likely little look looked looking looks lot lots made mainly make makes making many "
    "maybe mean means meant meantime meanwhile merely might min minute minutes more moreover most "
    "mostly much must myself namely near nearly necessary need needed needs neither never "
    "nevertheless new next nine nobody non none nonetheless noone nor normally nothing now "
    "nowhere obviously off often oh ok okay old one ones onto others otherwise ought ourselves "
    "outside overall particular particularly per perhaps placed please plus possible possibly "
    "presumably previous previously probably provides put quite rather re really reason reasonably "
    "recent recently regarding regardless regards relatively respectively result resulted "
    "resulting "
    "results right said saw say saying says second secondly see seeing seem seemed seeming seems "
    "seen selves sensible sent serious seriously seven several shall simply since six somebody "
    "somehow someone something sometime sometimes somewhat somewhere soon sorry specified specify "
    "specifying start started starting starts still subsequent subsequently suddenly "
    "suggest sure take taken takes taking tell tends th thank thanks thats theirs themselves "
    "thence thereafter thereby therefore therein theres thereupon think third thorough thoroughly "
    "though three throughout thru thus time times today together tomorrow tonight too took toward "
    "towards tried tries truly try trying twice two un underneath undoubtedly unfortunately unless "
    "unlike unlikely upon us use used useful uses using usually utc various versus via viz "
    "vs want wanted wants way ways well went whatever whence whenever whereafter whereas "
    "whereby wherein whereupon wherever whether whichever whither whoever whole whose willing wish "
    "within without wonder worse yes yesterday yet yourself yourselves zero "
    "ten eleven twelve hundred thousand hour hours day days week weeks month months year years "
    "morning afternoon evening night am pm gmt cet cest est edt pst pdt "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec";

constexpr std::string_view kGerman =
    "ab allem allen aller alles anderen andere anderer anderes außer außerdem bald beide beiden "
    "beim bereits besser bevor bisher bzw dabei dadurch dafür dagegen daher damals danach daneben "
    "dank dann daran darauf daraus darf darüber darum darunter davon davor dazu deren dessen "
    "deshalb "
    "deswegen dieselbe diesem diesen dreimal drei eben ebenfalls eigentlich einfach einige einigen "
    "einiger einmal eins endlich entweder erneut erst erste ersten erster etwa etwas euer fast "
    "folgende folgenden fünf ganz gar gegen gegenüber gehen geht gemacht genau gerade gibt ging "
    "gleich haben hatten her heute hin hinter ihm ihn ihnen ihre ihrem ihren ihrer immer indem "
    "innerhalb inzwischen jede jedem jeden jeder jedes jedoch jetzt jeweils kam kamen keinem "
    "keinen "
    "keiner kommen kommt konnte konnten könnte können lassen ließ macht machen man manche mehr "
    "mehrere "
    "mehreren meist mindestens möglich muss musste mussten müssen nachdem nächste nächsten neben "
    "neu "
    "neue neuen nichts nie niemand nun obwohl ohnehin schon sehr seine seinem seinen seiner seit "
    "seitdem selbst sind sobald sofort solche sollte sollten sondern sonst sowie später statt "
    "stets "
    "trotz überhaupt unser unsere unseren vier viel viele vielen vielleicht völlig voll vorher "
    "während "
    "wann weder wegen weiter weitere weiteren welche welcher welches wenig wenige wieder will "
    "wollte "
    "worden würde würden wurde zehn zudem zuerst zuletzt zunächst zurück zwar zwei zwischen null "
    "sechs "
    "sieben acht neun begann beginnt begonnen beendet endete ende anfang beginn abgeschlossen "
    "fertig "
    "uhr minute minuten stunde stunden tag tage tagen woche wochen monat monate jahr jahre morgen "
    "gestern abend nachmittag mittag nacht montag dienstag mittwoch donnerstag freitag samstag "
    "sonnabend sonntag januar jänner februar märz april mai juni juli august september oktober "
    "november dezember";

constexpr std::string_view kFrench =
    "afin ainsi alors après assez aucun aucune auquel aurait autre autres auxquels avait avaient "
    "avant avoir beaucoup bien bientôt car ceci cela celle celles celui cependant certain certaine "
    "certains chaque chez ci cinq combien comme contre d davantage debout dedans dehors depuis "
    "dernier dernière derrière dès désormais deux devant devrait dix doit donc dont durant elles "
    "encore enfin entre environ étaient être eux fait faire fois font furent fut grâce hier huit "
    "ici "
    "il j jamais jusqu jusque l là laquelle lequel lesquels lorsque lors lorsqu m malgré même "
    "mêmes "
    "mes mieux moi moins mon n neuf ni non nos notre nouveau nouveaux nouvelle nouvelles outre "
    "parce "
    "parfois parmi passé peu peut peuvent plupart plus plusieurs plutôt pouvait premier première "
    "près presque puis puisque qu quatre quelles quelque quelques quels quoi sans sauf se sept "
    "sera "
    "serait seul seulement si sien six soit sommes suite suivant suivante ta tard te tel telle "
    "tels "
    "toi ton toujours tous tout toute toutefois toutes très trois trop va vers via voici voilà "
    "vont "
    "vos votre zéro commence commencé début fin fini terminé terminée achevé minute minutes heure "
    "heures jour jours semaine semaines mois an ans année années matin soir nuit midi "
    "aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars "
    "avril mai juin juillet août septembre octobre novembre décembre";

constexpr std::string_view kSpanish =
    "además ahora algo algún alguna algunas alguno algunos allí antes apenas aquel aquella aquí "
    "así "
    "aún aunque bajo bastante bien cada casi cierto cinco cómo contra cosa cual cuales cualquier "
    "cuanto cuatro dado debe debido debía dentro después dice dicho diez dos ella ellas ello ellos "
    "embargo encima entonces eran eres ese eso esos estaba estaban estado estar estas esto estos "
    "están está fueron fuera ser sea será gran ha había habían haber hace hacer hacia han hasta "
    "hay "
    "hecho hizo hoy incluso luego me mediante mejor menos mientras mis misma mismo mismos mucha "
    "mucho "
    "muchos nada nadie ni ningún ninguna ninguno nos nosotros nuestra nuestro nueva nuevas nuevo "
    "nuevos nueve nunca ocho otra otras otro otros poco pocos podía poder pronto puede pueden pues "
    "quien quienes quizá realizar sean según seis ser si sí sido siempre siendo siete sigue "
    "siguiente sino sola solamente solo sólo somos son soy suya sus tal también tampoco tan tanto "
    "tarde tenía tener tiempo tiene tienen toda todas todavía todo todos total tras través tres tu "
    "tuvo última último unas unos usted va van varias varios ver vez veces yo cero comenzó "
    "comienza "
    "empezó inicio fin final terminó terminado finalizó acabó minuto minutos hora horas día días "
    "semana semanas mes meses año años mañana noche ayer lunes martes miércoles jueves viernes "
    "sábado "
    "domingo enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre "
    "noviembre "
    "diciembre";

using Words = std::unordered_set<std::string_view>;

Words set_of(std::string_view list) {
  Words words;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    words.insert(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

const Words& words_of(std::string_view language) {
  static const Words english = set_of(kEnglish);
  static const Words german = set_of(kGerman);
  static const Words french = set_of(kFrench);
  static const Words spanish = set_of(kSpanish);
  static const Words none;
  if (language == "en") return english;
  if (language == "de") return german;
  if (language == "fr") return french;
  if (language == "es") return spanish;
  return none;
}

// "won't", "they've": of "customer's" the stem is the customer.
bool is_contraction(std::string_view word) {
  const std::size_t apostrophe = word.find_last_of('\'');
  return apostrophe != std::string_view::npos && word.substr(apostrophe) != "'s";
}

}  // namespace

bool says_little(std::string_view language, std::string_view word) {
  const std::string code = primary_language(language);
  return is_stopword(code, word) || words_of(code).contains(word) ||
         (code == "en" && is_contraction(word));
}

}  // namespace debrief::search
