#include "generator/cli/similar_incidents.h"

#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "generator/base/file_descriptor.h"
#include "generator/base/text.h"
#include "generator/site/search_documents.h"
#include "search/document.h"
#include "search/index.h"
#include "search/index_file.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "debrief-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw_system_error("make the folder", name, errno);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Letters, digits and what names are made of: a title is no query, and "AND" in it no operator.
std::string as_words(std::string_view text) {
  std::string words = to_lower(text);
  for (char& c : words) {
    const bool is_word =
        static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!is_word) c = ' ';
  }
  return collapse_spaces(words);
}

}  // namespace

std::vector<search::Result> similar_incidents(const View& view, const std::string& words,
                                              std::size_t limit) {
  std::vector<search::Document> documents;
  for (search::Document& document : search_documents(view)) {
    if (document.kind != "incident") continue;
    // The long text makes the index slow to build and adds little to what a title can match.
    document.sections.clear();
    documents.push_back(std::move(document));
  }
  search::Request request;
  request.query = as_words(words);
  request.limit = limit;
  request.facets.clear();
  if (documents.empty() || request.query.empty()) return {};
  const TemporaryFolder folder;
  const fs::path index = folder.path() / "index";
  search::IndexOptions options;
  options.language = view.site().language;
  search::build_index(documents, index, folder.path() / "parts", options);
  return search::open_index(index).search(request).results;
}

}  // namespace debrief
