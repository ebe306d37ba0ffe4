#include "generator/view/view.h"

namespace debrief {

std::string_view to_string(Audience audience) {
  return audience == Audience::internal ? "internal" : "public";
}

}  // namespace debrief
