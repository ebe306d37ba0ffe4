#include "generator/import/front_matter_writer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "generator/base/text.h"
#include "generator/model/yaml_writer.h"

namespace debrief {
namespace {

// Times and flags are written bare, as people write them; any other text is quoted wherever that
// is safer.
std::string field_text(const MetadataField& field) {
  constexpr std::array<std::string_view, 6> kMoments = {"date",         "started",   "detected",
                                                        "acknowledged", "mitigated", "resolved"};
  const bool is_moment = std::ranges::find(kMoments, field.name) != kMoments.end();
  return is_moment ? field.name + ": " + field.value.text + "\n"
                   : yaml_entry(field.name, field.value);
}

}  // namespace

std::string write_front_matter(const Metadata& metadata) {
  std::string text = "---\n";
  for (const MetadataField& field : metadata.fields) text += field_text(field);
  if (!metadata.left_out.empty()) text += "# In the source, and without a place above:\n";
  for (const LeftOut& left_out : metadata.left_out) {
    const std::string entry = yaml_entry(left_out.key, left_out.value);
    for (const std::string_view line : split(trim(entry), '\n')) {
      text += "# ";
      text += line;
      text += '\n';
    }
  }
  return text + "---\n";
}

}  // namespace debrief
