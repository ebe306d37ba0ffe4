#include "generator/site/availability_text.h"

#include <fmt/format.h>

namespace debrief {

std::string availability_text(const Texts& texts, const Availability& figure) {
  const int hundredths = hundredths_of_percent(figure);
  if (hundredths == 10000) return "100 %";
  return fmt::format("{}{}{:02} %", hundredths / 100, texts.label("decimal_separator"),
                     hundredths % 100);
}

std::optional<PageData> availability_link(const Site& site, const Links& links,
                                          std::size_t service) {
  if (site.availability.empty()) return std::nullopt;
  PageData data;
  data.text("label",
            fill_text(site.texts.label("availability_since"),
                      {{"percent", availability_text(site.texts, site.availability[service].all)},
                       {"from", date_text(site.texts, Seconds(site.counted_time->first))}}));
  data.text("href", links.to(service_availability_path(site.view.services()[service].key)));
  return data;
}

}  // namespace debrief
