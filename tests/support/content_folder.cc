#include "tests/support/content_folder.h"

#include <algorithm>
#include <utility>

#include "generator/base/text.h"
#include "generator/view/make_view.h"

namespace debrief {

SourceTree content_folder(std::string_view text) {
  SourceTree folder;
  std::string* bytes = nullptr;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    start = end + 1;
    if (line.starts_with("-- ") && line.ends_with(" --") && line.size() > 6) {
      folder.files.push_back({std::string(line.substr(3, line.size() - 6)), ""});
      bytes = &folder.files.back().bytes;
    } else if (bytes != nullptr) {
      bytes->append(line).append("\n");
    }
  }
  std::ranges::sort(folder.files, {}, &SourceFile::path);
  return folder;
}

void put_file(SourceTree& folder, std::string path, std::string bytes) {
  const auto place = std::ranges::lower_bound(folder.files, path, {}, &SourceFile::path);
  if (place != folder.files.end() && place->path == path) {
    place->bytes = std::move(bytes);
  } else {
    folder.files.insert(place, {std::move(path), std::move(bytes)});
  }
}

Published publish(const SourceTree& folder, Audience audience, const AsOf& as_of) {
  ViewOptions options;
  options.as_of = as_of;
  Diagnostics diagnostics;
  Published published;
  const KnowledgeBase kb = read_knowledge_base(folder, 1, diagnostics);
  if (!diagnostics.has_errors()) {
    published.view = audience == Audience::public_ ? public_view(kb, options, diagnostics)
                                                   : internal_view(kb, options, diagnostics);
    if (diagnostics.has_errors()) published.view.reset();
  }
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    published.problems += to_string(diagnostic) + "\n";
  }
  return published;
}

}  // namespace debrief
