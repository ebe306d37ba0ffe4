// A source text as read: its front matter, its text as a tree, and what stands in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/extract/labelled_value.h"
#include "generator/import/import_source.h"
#include "generator/markdown/document.h"
#include "generator/model/yaml.h"

namespace debrief {

struct RelativeLink {
  std::string path;  // as written, percent-decoded, without fragment
  bool is_image = false;
  int line = 0;
};

struct Draft {
  std::string path;  // as the user would name it
  YamlNode front_matter;
  std::string_view text;  // after the front matter; of ImportSource::bytes
  Outline body;
  std::vector<LabelledValue> labels;  // without those in redaction marks
  std::vector<RelativeLink> links;
  std::vector<Diagnostic> remarks;  // what a build would warn of
};

// Absent, with an error, if the text cannot be read: not UTF-8, broken front matter, more than
// Markdown allows. Requires: `source` outlives the draft.
std::optional<Draft> read_draft(const ImportSource& source, Diagnostics& diagnostics);

// Why this is what post-mortems are written from rather than one: at least two signs, such as the
// title "Incident title" and "20xx-MM-DD" for a time. Empty if it is a post-mortem.
std::string template_signs(const Draft& draft);

}  // namespace debrief
