// What a source text says about its incident, wherever it says so, under Debrief's field names.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/time_zone.h"
#include "generator/extract/timeline.h"
#include "generator/import/draft.h"
#include "generator/import/git_history.h"
#include "generator/import/origin.h"
#include "generator/import/remark.h"
#include "generator/model/yaml.h"

namespace debrief {

struct MetadataField {
  std::string name;  // of front_matter_fields()
  YamlNode value;
  Origin origin;
};

// What has no place in the new front matter; it is kept there as a comment.
struct LeftOut {
  std::string key;
  YamlNode value;
};

struct Metadata {
  std::vector<MetadataField> fields;  // in the documented order, each name once
  std::vector<LeftOut> left_out;
  std::vector<Remark> remarks;
  bool lacks_zone = false;  // there are times of which nobody says the zone

  const MetadataField* find(std::string_view name) const;
};

struct InferenceContext {
  std::map<std::string, std::string> field_aliases;  // of debrief.yaml
  const TimeZone* zone = nullptr;                    // of times that do not say theirs
  const FirstCommit* first_commit = nullptr;
};

struct Inference {
  Metadata metadata;
  Timeline timeline;  // completed with what the metadata knows
};

// In this order of trust: front matter, labelled lines, the first heading, the file name, the first
// entry of the timeline, git history. A later source makes an earlier one more precise if they
// agree. The year in an id ("PM2020-003") counts where there is no other date.
Inference infer_metadata(const Draft& draft, const InferenceContext& context);

}  // namespace debrief
