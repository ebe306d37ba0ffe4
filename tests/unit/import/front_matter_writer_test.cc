// What is written as front matter reads back as what was meant.

#include "generator/import/front_matter_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "generator/base/source_text.h"
#include "generator/base/text.h"
#include "generator/base/utf8.h"
#include "generator/model/yaml_writer.h"

namespace debrief {
namespace {

const Origin kSomewhere;

Metadata metadata_of(std::vector<MetadataField> fields, std::vector<LeftOut> left_out = {}) {
  Metadata metadata;
  metadata.fields = std::move(fields);
  metadata.left_out = std::move(left_out);
  return metadata;
}

TEST(FrontMatterWriter, WritesAsPeopleDo) {
  YamlNode review;
  review.kind = YamlNode::Kind::map;
  review.entries.push_back({"date", 0, 0, make_scalar("2021-06-01")});
  review.entries.push_back({"attendees", 0, 0, make_list({"RF", "PW"})});
  EXPECT_EQ(
      R"(---
title: "Disk: full"
started: 2021-05-29T14:00:00Z
resolved: yes
services: [checkout, ledger-db]
review:
  date: "2021-06-01"
  attendees: [RF, PW]
# In the source, and without a place above:
# section: issue
# text: "two\nlines"
# extra:
#   deep: [a, b]
---
)",
      [&] {
        YamlNode extra;
        extra.kind = YamlNode::Kind::map;
        extra.entries.push_back({"deep", 0, 0, make_list({"a", "b"})});
        return write_front_matter(
            metadata_of({{"title", make_scalar("Disk: full"), kSomewhere},
                         {"started", make_scalar("2021-05-29T14:00:00Z"), kSomewhere},
                         {"resolved", make_scalar("yes"), kSomewhere},
                         {"services", make_list({"checkout", "ledger-db"}), kSomewhere},
                         {"review", review, kSomewhere}},
                        {{"section", make_scalar("issue")},
                         {"text", make_scalar("two\nlines")},
                         {"extra", extra}}));
      }());
}

// Any text that UTF-8 can hold, with those that mean something to YAML more often.
rc::Gen<std::string> any_text() {
  const auto character = rc::gen::weightedOneOf<char32_t>(
      {{4, rc::gen::elementOf(std::vector<char32_t>{
               ' ', ':', '#', '-', '"', '\'', '\\', '\n', '\r', '\t', '[', ']', '{', '}',
               ',', '&', '*', '!', '|', '>',  '%',  '@',  '`',  '?',  '~', '<', '='})},
       {4, rc::gen::inRange<char32_t>('0', 'z')},
       {1, rc::gen::inRange<char32_t>(1, 0x20)},
       {1, rc::gen::elementOf(std::vector<char32_t>{0x7F, 0x85, 0xA0, 0xAD, 0x2028, 0x2029, 0xFEFF,
                                                    0xFFFE, 0xFDD0, 0x1F600})},
       {2, rc::gen::inRange<char32_t>(0x80, 0xD800)}});
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(character),
                      [](const std::vector<char32_t>& codes) {
                        std::string text;
                        for (const char32_t code : codes) append_utf8(text, code);
                        return text;
                      });
}

RC_GTEST_PROP(FrontMatterWriter, ReadsBackTheSame, ()) {
  const std::string scalar = *any_text();
  const auto list = *rc::gen::container<std::vector<std::string>>(any_text());
  YamlNode links;
  links.kind = YamlNode::Kind::map;
  links.entries.push_back({"a " + *any_text(), 0, 0, make_scalar(*any_text())});
  const std::string text = write_front_matter(
      metadata_of({{"title", make_scalar(scalar), kSomewhere},
                   {"tags", make_list(list), kSomewhere},
                   {"links", links, kSomewhere}},
                  {{*any_text(), make_scalar(*any_text())}, {"lost", make_list(list)}}));
  RC_ASSERT(!find_invalid_utf8(text));
  RC_ASSERT(text.starts_with("---\n"));
  RC_ASSERT(text.ends_with("\n---\n"));
  // No line between the first and the last ends the front matter.
  RC_ASSERT(text.find("\n---\n") == text.size() - 5);
  const SourceText file("a.md", text);
  Diagnostics diagnostics;
  const auto yaml = parse_yaml(file, 4, text.size() - 8, diagnostics);
  RC_ASSERT(yaml.has_value());
  RC_ASSERT(yaml->entries.size() == 3U);
  RC_ASSERT(yaml->find("title")->text == scalar);
  const YamlNode& tags = *yaml->find("tags");
  RC_ASSERT(tags.kind == YamlNode::Kind::list);
  RC_ASSERT(tags.items.size() == list.size());
  for (std::size_t i = 0; i < list.size(); ++i) RC_ASSERT(tags.items[i].text == list[i]);
  const YamlNode& read_links = *yaml->find("links");
  RC_ASSERT(read_links.entries.size() == 1U);
  RC_ASSERT(read_links.entries[0].key == links.entries[0].key);
  RC_ASSERT(read_links.entries[0].value.text == links.entries[0].value.text);
}

}  // namespace
}  // namespace debrief
