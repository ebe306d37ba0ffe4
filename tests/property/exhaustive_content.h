// A knowledge base of every chain of containers with every way to hide a text: a public
// post-mortem for each chain, a section for each way.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/source/source_tree.h"
#include "tests/property/redaction_case.h"

namespace debrief {

struct ExhaustiveContent {
  struct Entry {
    std::size_t way = 0;  // in hiding_ways()
    RedactionCase made;
  };
  struct Post {
    Chain chain;
    std::string slug;            // the end of its address outside
    std::string id;              // and inside
    std::vector<Entry> entries;  // of all ways
  };
  SourceTree folder;
  std::vector<Post> posts;
  std::size_t chains = 0;  // with those that Markdown cannot say
  std::map<RedactionCase::Outcome, std::size_t> outcomes;
};

ExhaustiveContent make_exhaustive_content(std::size_t depth, std::string_view section, Twin twin);

}  // namespace debrief
