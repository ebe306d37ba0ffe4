#include "tests/property/readable_site.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "generator/base/escape.h"
#include "generator/base/text.h"
#include "search/index.h"
#include "search/walk.h"

namespace debrief {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities = {
    {{"&lt;", "<"},
     {"&gt;", ">"},
     {"&quot;", "\""},
     {"&#39;", "'"},
     {"&#x27;", "'"},
     {"&amp;", "&"}}};

bool is_text(std::string_view path) {
  return path.ends_with(".html") || path.ends_with(".xml") || path.ends_with(".json");
}

void add_index(const PublicSite& site, std::vector<Readable>& texts) {
  const fs::path folder =
      fs::temp_directory_path() / ("debrief-index-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const fs::path file = folder / "index.glass";
  search::build_index(site.documents, file, folder / "scratch");
  std::map<search::Found, std::string> found;
  search::walk_index(file, [&found](search::Found kind, std::string_view text) {
    found[kind].append(text).append("\n");
  });
  for (const auto& [kind, text] : found) {
    texts.push_back({"index, " + std::string(search::name_of(kind)), to_lower(text)});
  }
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  texts.push_back({"index, bytes", to_lower(bytes)});
  fs::remove_all(folder);
}

}  // namespace

std::string without_markup(const std::string& html) {
  std::string text;
  for (std::size_t i = 0; i < html.size();) {
    if (html[i] == '<') {
      i = std::min(html.find('>', i), html.size() - 1) + 1;
      continue;
    }
    const auto* entity = kEntities.begin();
    while (entity != kEntities.end() && html.compare(i, entity->first.size(), entity->first) != 0) {
      ++entity;
    }
    text += entity == kEntities.end() ? std::string_view(html).substr(i, 1) : entity->second;
    i += entity == kEntities.end() ? 1 : entity->first.size();
  }
  return percent_decoded(text);
}

std::vector<Readable> readable_texts(const PublicSite& site) {
  std::vector<Readable> texts;
  for (const auto& [path, bytes] : site.files) {
    texts.push_back({path + ", its name", to_lower(path)});
    texts.push_back({path, to_lower(bytes)});
    if (bytes.find('%') != std::string::npos) {
      texts.push_back({path + ", decoded", to_lower(percent_decoded(bytes))});
    }
    if (is_text(path)) {
      texts.push_back({path + ", without markup", to_lower(without_markup(bytes))});
    }
  }
  add_index(site, texts);
  return texts;
}

}  // namespace debrief
