#include "generator/check/fixes.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "generator/base/text.h"
#include "generator/check/keep_safe.h"
#include "generator/check/review.h"
#include "generator/check/same_reading.h"

namespace debrief {
HeadingUse heading_use(const SourceTree& sources) {
  static const RE2 kAnchor(R"(([^\s()<>"'\[\]{},]*)#([A-Za-z0-9_-]+))");
  static const RE2 kHeading(R"((?m)^ {0,3}#{1,6}[ \t]+([^\r\n]*?)[ \t]*(?:<!--[^\r\n]*)?\r?$)");
  static const RE2 kPlain(R"([A-Za-z0-9_./:-]*)");
  HeadingUse use;
  for (const SourceFile& file : sources.files) {
    const bool is_text = file.path.ends_with(".md") || file.path.ends_with(".yaml");
    if (!is_text) continue;
    std::string address;
    std::string found;
    for (re2::StringPiece rest(file.bytes);
         RE2::FindAndConsume(&rest, kAnchor, &address, &found);) {
      const std::string anchor = "#" + to_lower(found);
      while (address.ends_with('/')) address.pop_back();
      if (address.empty()) {
        use.anchors.insert(file.path + anchor);
      } else if (RE2::FullMatch(address, kPlain)) {
        use.anchors.insert(to_lower(address.substr(address.rfind('/') + 1)) + anchor);
      } else {
        use.anchors.insert(anchor);
      }
    }
    if (!file.path.starts_with("templates/")) continue;
    for (re2::StringPiece rest(file.bytes); RE2::FindAndConsume(&rest, kHeading, &found);) {
      use.templates.insert(collapse_spaces(found));
    }
  }
  return use;
}

std::vector<Fix> find_fixes(const KnowledgeBase& kb, const Incident& incident,
                            const SourceText& file, const HeadingUse& headings) {
  const Report& report = incident.report;
  std::vector<Fix> found = date_fixes(report, file, kb.config);
  std::ranges::move(heading_fixes(report, file, headings), std::back_inserter(found));
  std::ranges::move(task_list_fixes(report, file), std::back_inserter(found));
  if (found.empty()) return found;
  std::ranges::stable_sort(found, {}, [](const Fix& fix) { return fix.edits.front().offset; });
  // Reading takes a while: a large file where very many are not safe is not looked through.
  constexpr std::size_t kBytesToRead = 16 << 20;
  const auto tries =
      static_cast<int>(std::clamp<std::size_t>(kBytesToRead / (file.bytes().size() + 1), 16, 1000));
  return keep_safe(
      found,
      [&](const std::vector<Fix>& fixes) {
        return reads_the_same(kb, incident, file.bytes(), with_edits(file.bytes(), fixes));
      },
      tries);
}

std::string with_edits(std::string_view bytes, const std::vector<Fix>& fixes) {
  std::vector<const TextEdit*> edits;
  for (const Fix& fix : fixes) {
    for (const TextEdit& edit : fix.edits) edits.push_back(&edit);
  }
  std::ranges::sort(edits, {}, &TextEdit::offset);
  std::string out;
  std::size_t at = 0;
  for (const TextEdit* edit : edits) {
    out += bytes.substr(at, edit->offset - at);
    out += edit->text;
    at = edit->offset + edit->length;
  }
  out += bytes.substr(at);
  return out;
}

bool is_mendable(std::string_view rule) {
  return std::ranges::any_of(spelling_rules(),
                             [rule](const Rule& mendable) { return mendable.id == rule; });
}

void check_spelling(const IncidentReview& review, Findings& findings) {
  for (Fix& fix : find_fixes(review.kb, review.incident, review.file, review.headings)) {
    findings.add(fix.rule, std::move(fix.where), fix.message + "; 'debrief check --fix' mends it");
  }
}

std::size_t line_offset(const SourceText& file, int line) {
  return static_cast<std::size_t>(file.line(line).data() - file.bytes().data());
}

std::vector<Rule> spelling_rules() {
  return {
      {"heading-spelling",
       "form",
       Level::info,
       {},
       "a heading that everybody knows under another spelling: 'ROOT CAUSES', 'TL;DR', '5 whys'",
       "The section is read as what it is, so nothing is lost. But who looks through ten "
       "post-mortems for their causes looks for one word, and so do links and searches in other "
       "tools. Capitals within it ('Root Cause', 'Root cause') are yours to choose, and so is a "
       "heading of your own template. 'check --fix' mends it, unless something links to it.",
       "    ## TL;DR\n    ## ROOT CAUSES",
       "    ## Summary\n    ## Root Cause"},
      {"date-form",
       "form",
       Level::info,
       {},
       "a time in the front matter, or a day in a table of action items, that is not in ISO 8601",
       "Debrief reads '2026-03-02 9:10 UTC' and 'March 20, 2026'; few other programs read both, "
       "and one form sorts, compares and is found by a search in all of them. 'check --fix' mends "
       "it where there is one way to read it: not '3/4/2026'.",
       "    started: 2026-03-02 9:10 UTC\n    | Page when the disk is full | Ole | March 20, 2026 "
       "|",
       "    started: 2026-03-02T09:10:00Z\n    | Page when the disk is full | Ole | 2026-03-20 |"},
      {"task-list-form",
       "form",
       Level::info,
       {},
       "action items in a list that is not a task list, or with owner and day in other words",
       "A box can be ticked in the pull request that does the work, and every tool that knows "
       "Markdown shows what is open. One form also keeps what is not read as meant rare: an owner "
       "that is part of the sentence is nobody's owner. 'check --fix' mends it where the item "
       "stays the same.",
       "    * Page when the disk is full (P1, Owner: ole, Due: March 20)\n    * [X] Cap the cache "
       "**DONE**",
       "    - [ ] [P1] Page when the disk is full - @ole - Due 2026-03-20\n    - [x] Cap the "
       "cache"},
  };
}

}  // namespace debrief
