#include "generator/detect/forms.h"

namespace debrief {

std::string_view without_sentence_end(std::string_view found) {
  const std::size_t last = found.find_last_not_of(".,;:!?)]}'*_");
  return found.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

bool is_example_host(std::string_view host) {
  for (const std::string_view name : {"example.com", "example.org", "example.net", "example.edu"}) {
    if (host == name || (host.ends_with(name) && host[host.size() - name.size() - 1] == '.')) {
      return true;
    }
  }
  return host.ends_with(".example") || host.ends_with(".test") || host.ends_with(".invalid");
}

}  // namespace debrief
