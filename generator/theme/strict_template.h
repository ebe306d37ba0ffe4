// One template of a page, compiled. The only door to kainjow-mustache.
#pragma once

#include <memory>
#include <string>

#include "generator/site/page_data.h"
#include "generator/theme/template_pieces.h"

namespace debrief {

class StrictTemplate {
 public:
  // Requires: no partials among the pieces, and sections that check_sections() accepts.
  explicit StrictTemplate(TemplatePieces pieces);
  StrictTemplate(StrictTemplate&&) noexcept;
  StrictTemplate& operator=(StrictTemplate&&) noexcept;
  ~StrictTemplate();

  // May be called from several threads. Throws Error for a name that the data does not hold,
  // or that holds something else than its tag is for.
  std::string render(const PageData& data) const;

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace debrief
