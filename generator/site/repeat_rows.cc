#include "generator/site/repeat_rows.h"

#include <utility>

#include "generator/site/fact_text.h"
#include "generator/site/incident_list.h"

namespace debrief {

std::string done_text(const Texts& texts, const View& view,
                      const std::vector<RegisterItem>& items) {
  const Completion figures = completion(view, items);
  return fill_text(texts.label("done_of_all"), {{"done", count_text(texts, figures.done)},
                                                {"all", count_text(texts, figures.all)}});
}

std::string done_or_none_text(const Texts& texts, const View& view,
                              const std::vector<RegisterItem>& items) {
  return items.empty() ? texts.label("no_action_items") : done_text(texts, view, items);
}

PageData::List likely_repeat_rows(const Site& site, const Links& links,
                                  const std::vector<LikelyRepeat>& repeats, std::size_t most) {
  PageData::List rows;
  for (const LikelyRepeat& repeat : repeats) {
    if (rows.size() == most) break;
    PageData& row = rows.emplace_back();
    set_incident_link(row, site, links, site.view.incidents()[repeat.incident]);
    PageData earlier;
    set_incident_link(earlier, site, links, site.view.incidents()[repeat.earlier.incident]);
    row.group("earlier", std::move(earlier));
    row.text("words", joined(repeat.earlier.words));
  }
  return rows;
}

}  // namespace debrief
