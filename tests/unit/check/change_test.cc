// What a change brings about, told without reading all that it has nothing to do with.

#include "generator/check/change.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "tests/support/model_text.h"

namespace debrief {
namespace {

const Day kToday = parse_day("2026-12-07").value();

// By path.
using Folder = std::map<std::string, std::string>;

SourceTree tree_of(const Folder& folder) {
  SourceTree tree;
  for (const auto& [path, bytes] : folder) tree.files.push_back({path, bytes});
  return tree;
}

CheckOptions options_with(bool drafts) {
  CheckOptions options;
  options.today = kToday;
  options.drafts = drafts;
  options.jobs = 2;
  return options;
}

ChangeToCheck change_of(const Folder& before, const Folder& now) {
  ChangeToCheck change;
  change.now = tree_of(now);
  for (const auto& [path, bytes] : before) {
    const auto same = now.find(path);
    if (same != now.end() && same->second == bytes) continue;
    change.changed.push_back(path);
    change.before.files.push_back({path, bytes});
  }
  for (const auto& [path, bytes] : now) {
    if (!before.contains(path)) change.changed.push_back(path);
  }
  std::ranges::sort(change.changed);
  return change;
}

std::vector<Diagnostic> review_change(const ChangeToCheck& change, bool drafts = false) {
  KnownFiles known;
  learn_files(change.now, known, 2);
  return check_change(change, known, options_with(drafts), {});
}

std::vector<Diagnostic> review_all(const Folder& folder, bool drafts = false) {
  Diagnostics problems;
  const SourceTree sources = tree_of(folder);
  const KnowledgeBase kb = read_knowledge_base(sources, 2, problems);
  return check(kb, sources, options_with(drafts), problems);
}

std::string text_of(const std::vector<Diagnostic>& items) {
  std::string text;
  for (const Diagnostic& item : items) {
    const std::string said = to_string(item);
    text += said.substr(0, said.find('\n')) + "\n";
  }
  return text;
}

std::string post_mortem(const std::string& id, const std::string& title, const std::string& day,
                        const std::string& more, const std::string& text) {
  return fmt::format(
      "---\nid: {}\ntitle: {}\nstatus: published\nseverity: SEV3\nstarted: {}T09:00:00Z\n"
      "resolved: {}T10:00:00Z\nsummary: It was full.\nimpact: No quotes.\n"
      "review: {{date: {}, facilitator: runa}}\n{}---\n\n{}",
      id, title, day, day, day, more, text);
}

std::string body(const std::string& cause, const std::string& action) {
  return "## Timeline (UTC)\n\n- 09:10 - The cache is full\n- 09:50 - The cache is emptied\n\n"
         "## Root cause\n\n" +
         cause +
         "\n\n## Contributing factors\n\n- Its disk was on no dashboard.\n\n## Action items\n\n" +
         action + "\n";
}

const std::string kDone = "- [x] Set a limit - @ole - Due 2026-03-20";

// Three post-mortems in order; the last repeats the first.
Folder a_base() {
  return {{"debrief.yaml", "title: Lighthouse\n"},
          {"incidents/cache.md",
           post_mortem("PM-1", "Fares cannot be quoted", "2026-03-02", "",
                       body("The broker of fares stalls without a limit.", kDone))},
          {"incidents/mail.md",
           post_mortem("PM-2", "Mails stick", "2026-04-02", "",
                       body("The queue of mails has one reader, see [before](cache.md).", kDone))},
          {"incidents/repeat.md",
           post_mortem("PM-3", "Seats cannot be booked", "2026-05-02", "repeats: [PM-1]\n",
                       body("The map of seats has no limit.", kDone))}};
}

// What the change of a base tells.
std::string told(const std::function<void(Folder&)>& edit, const Folder& before = a_base()) {
  Folder now = before;
  edit(now);
  return text_of(review_change(change_of(before, now)));
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
}

TEST(Change, OfNothingTellsNothing) {
  EXPECT_EQ(told([](Folder&) {}), "");
}

TEST(Change, TellsWhatIsInItsOwnFiles) {
  EXPECT_EQ(told([](Folder& folder) {
              replace(folder["incidents/mail.md"], "Set a limit - @ole",
                      "Set a limit - Owner: the team");
              replace(folder["incidents/mail.md"], "- [x]", "- [ ]");
            }),
            "incidents/mail.md:28: warning: this action item was due on 2026-03-20, before the "
            "incident was over (2026-04-02); mend the day [action-due-past]\n"
            "incidents/mail.md:28: info: this action item has been overdue for 262 days; tick it, "
            "drop it (~~text~~) or agree on a new day [action-overdue]\n"
            "incidents/mail.md:28:28: warning: 'the team' is no person; name the one who sees to "
            "it [action-shared]\n");
}

TEST(Change, TellsNothingOfWhatWasWrongElsewhereBefore) {
  Folder before = a_base();
  replace(before["incidents/cache.md"], "Set a limit - @ole", "Set a limit - Owner: the team");
  replace(before["incidents/cache.md"], "- [x]", "- [ ]");
  EXPECT_EQ(told([](Folder& folder) { folder["incidents/mail.md"] += "\nMore.\n"; }, before), "");
}

TEST(Change, TellsOfLinksThatLeadNowhereNow) {
  EXPECT_EQ(
      told([](Folder& folder) { folder.erase("incidents/cache.md"); }),
      "incidents/mail.md:20: warning: 'cache.md' is no file of this knowledge base; it is shown as "
      "text [broken-link]\n"
      "incidents/repeat.md:11:11: error: there is no post-mortem with the id 'PM-1'; did you mean "
      "'PM-2'? [unknown-incident]\n");
}

TEST(Change, TellsOfAnIdThatSomebodyStillNames) {
  EXPECT_EQ(
      told([](Folder& folder) { replace(folder["incidents/cache.md"], "id: PM-1", "id: PM-10"); }),
      "incidents/repeat.md:11:11: error: there is no post-mortem with the id 'PM-1'; did you "
      "mean 'PM-10'? [unknown-incident]\n");
}

TEST(Change, TellsOfAnIdThatIsTakenTwice) {
  EXPECT_EQ(
      told([](Folder& folder) { folder["incidents/a-new-one.md"] = folder["incidents/mail.md"]; }),
      "incidents/mail.md: error: the id 'PM-2' is already taken by incidents/a-new-one.md; "
      "change it in the one that nothing refers to yet [duplicate-id]\n");
}

TEST(Change, TellsOfRepeatsOfWhatIsToDoAgain) {
  EXPECT_EQ(told([](Folder& folder) {
              replace(folder["incidents/cache.md"], "- [x] Set a limit - @ole - Due 2026-03-20",
                      "- [ ] Set a limit - @ole - Due 2026-12-20");
            }),
            "incidents/repeat.md:11: warning: an action item of PM-1, which this repeats, is still "
            "open; do that first, or drop it with a reason [repeats-with-open-actions]\n");
}

TEST(Change, TellsOfPicturesThatAreGone) {
  Folder before = a_base();
  before["incidents/curve.svg"] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>";
  before["incidents/mail.md"] += "\n![A curve](curve.svg)\n";
  EXPECT_EQ(told([](Folder& folder) { folder.erase("incidents/curve.svg"); }, before),
            "incidents/mail.md:30: warning: 'curve.svg' is no picture of this knowledge base; it "
            "is shown as text [missing-image]\n");
}

TEST(Change, OfTheVocabularyConcernsAll) {
  Folder before = a_base();
  before["services.yaml"] = "- {id: fares, name: Fares}\n- {id: mails, name: Mails}\n";
  replace(before["incidents/mail.md"], "severity: SEV3", "severity: SEV3\nservices: [mails]");
  EXPECT_EQ(told(
                [](Folder& folder) {
                  folder["services.yaml"] =
                      "- {id: fares, name: Fares}\n- {id: post, name: Post}\n";
                },
                before),
            "incidents/mail.md:6:12: error: unknown service 'mails'; add it to services.yaml if "
            "it is new [unknown-service]\n");
}

TEST(Change, KnowsEarlierOnesThatItHasNothingElseToDoWith) {
  Folder before = a_base();
  before["debrief.yaml"] += "check: {similar-not-linked: {percent: 20}}\n";
  for (int i = 0; i < 20; ++i) {
    const std::string name = fmt::format("other-{:02}", i);
    before["incidents/" + name + ".md"] =
        post_mortem(name, fmt::format("Trouble {}", i), fmt::format("2025-03-{:02}", i + 1), "",
                    body(fmt::format("Thing{} of part{} failed.", i, i * 7), kDone));
  }
  EXPECT_EQ(told(
                [](Folder& folder) {
                  folder["incidents/new.md"] =
                      post_mortem("PM-4", "Fares cannot be quoted again", "2026-06-02", "",
                                  body("Again the broker of fares stalls.", kDone));
                },
                before),
            "incidents/new.md:3: info: very like PM-1 'Fares cannot be quoted' (Fares, broker, "
            "stalls); if it is the same again, add 'repeats: [PM-1]', else 'related: [PM-1]' "
            "[similar-not-linked]\n");
}

// Two people begin a post-mortem on the same day; each branch is in order by itself.
TEST(Change, KnowsIdsThatAnotherBranchHasTaken) {
  const Folder before = a_base();
  Folder now = before;
  now["incidents/disk.md"] = post_mortem("PM-4", "Disk full", "2026-06-02", "",
                                         body("Logs were kept for ever, so it filled.", kDone));
  ChangeToCheck change = change_of(before, now);
  change.elsewhere = {
      {"origin/others",
       {"incidents/power.md", "---\nid: pm 4\ntitle: Power\ndate: 2026-06-02\n---\n"}},
      {"origin/old",
       {"incidents/cache.md", "---\nid: PM-1\ntitle: Cache\ndate: 2026-03-02\n---\n"}}};
  EXPECT_EQ(text_of(review_change(change)),
            "incidents/disk.md:2: warning: the id 'PM-4' is taken by incidents/power.md on the "
            "branch 'origin/others'; once both are merged nothing can be built, so take another "
            "[id-taken]\n");
}

TEST(Change, IsExceptedWhereTheWholeIs) {
  Folder before = a_base();
  before["debrief.yaml"] +=
      "check:\n  exceptions:\n    - {rule: action-shared, path: incidents/mail.md, reason: So be "
      "it.}\n    - {rule: action-shared, path: incidents/repeat.md, reason: Nobody needs it.}\n";
  EXPECT_EQ(told(
                [](Folder& folder) {
                  replace(folder["incidents/mail.md"], kDone,
                          "- [ ] Set a limit - Owner: the team - Due 2026-12-20");
                },
                before),
            "");
}

// ---- The whole and the part say the same.

Folder sample() {
  Folder folder;
  Diagnostics problems;
  const std::filesystem::path root = std::filesystem::path(DEBRIEF_SOURCE_DIR) / "content";
  for (SourceFile& file : read_source_tree(root, root / "site", SourceLimits(), problems).files) {
    folder[file.path] = std::move(file.bytes);
  }
  return folder;
}

std::set<std::string> lines_of(const std::vector<Diagnostic>& items) {
  std::set<std::string> lines;
  for (const Diagnostic& item : items) lines.insert(text_of({item}));
  return lines;
}

// What reviews of the whole, before and after, make of a change; `old` are the lines of before.
std::set<std::string> expected(const Folder& before, const std::set<std::string>& old,
                               const Folder& now, bool drafts) {
  const ChangeToCheck change = change_of(before, now);
  std::set<std::string> lines;
  for (const Diagnostic& item : review_all(now, drafts)) {
    const bool is_own = std::ranges::binary_search(change.changed, item.where.file);
    const std::string line = text_of({item});
    if (is_own || (!old.contains(line) && item.id != "similar-not-linked")) lines.insert(line);
  }
  return lines;
}

struct Edit {
  friend void PrintTo(const Edit& edit, std::ostream* out) { *out << edit.name; }

  std::string name;
  std::function<void(Folder&, const std::string& path)> make;
};

std::vector<Edit> edits() {
  return {
      {"Nothing", [](Folder&, const std::string&) {}},
      {"Delete", [](Folder& folder, const std::string& path) { folder.erase(path); }},
      {"AnotherId",
       [](Folder& folder, const std::string& path) {
         std::string& text = folder[path];
         const std::size_t id = text.find("\nid: ");
         text.insert(id == std::string::npos ? 4 : id + 5,
                     id == std::string::npos ? "id: X-" : "X-");
         if (id == std::string::npos) text.insert(10, "1\n");
       }},
      {"Draft",
       [](Folder& folder, const std::string& path) {
         std::string& text = folder[path];
         const std::size_t status = text.find("\nstatus: ");
         if (status != std::string::npos)
           text.erase(status + 1, text.find('\n', status + 1) - status);
         text.insert(4, "status: draft\n");
       }},
      {"Copy", [](Folder& folder,
                  const std::string& path) { folder["incidents/2026/a-copy.md"] = folder[path]; }},
      {"Reopen",
       [](Folder& folder, const std::string& path) {
         std::string& text = folder[path];
         for (std::size_t at = 0; (at = text.find("- [x]", at)) != std::string::npos; ++at) {
           text.replace(at, 5, "- [ ]");
         }
       }},
      {"Broken",
       [](Folder& folder, const std::string& path) { folder[path].insert(4, "title: [x\n"); }},
      {"UnknownNames",
       [](Folder& folder, const std::string& path) {
         folder[path].insert(4, "repeats: [PM-nobody]\nrelated: [no-such-thing]\n");
       }},
      {"SameText",
       [](Folder& folder, const std::string& path) {
         std::string text = folder[path];
         const std::size_t start = text.find("\nstarted: 2025");
         if (start != std::string::npos) text.replace(start + 10, 4, "2026");
         const std::size_t id = text.find("\nid: ");
         if (id != std::string::npos) text.erase(id, text.find('\n', id + 1) - id);
         folder["incidents/2026/the-same-again.md"] = text;
       }},
  };
}

class WholeAndPart : public testing::TestWithParam<Edit> {};

TEST_P(WholeAndPart, SayTheSameOfAChange) {
  const Folder before = sample();
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : before) {
    if (is_page_source(path)) paths.push_back(path);
  }
  // Some of them, others for each kind of edit: reading it all takes its time.
  const std::size_t first = GetParam().name.size() % 6;
  std::size_t findings = 0;
  bool similar = false;
  for (const bool drafts : {false, true}) {
    const std::set<std::string> old = lines_of(review_all(before, drafts));
    for (std::size_t i = first + (drafts ? 3 : 0); i < paths.size(); i += 6) {
      Folder now = before;
      GetParam().make(now, paths[i]);
      const std::set<std::string> lines = lines_of(review_change(change_of(before, now), drafts));
      findings += lines.size();
      for (const std::string& line : lines) {
        similar |= line.find("[similar-not-linked]") != std::string::npos;
      }
      EXPECT_EQ(expected(before, old, now, drafts), lines) << paths[i];
    }
  }
  EXPECT_EQ(findings == 0, GetParam().name == "Nothing");
  EXPECT_EQ(similar, GetParam().name == "SameText");
}

INSTANTIATE_TEST_SUITE_P(Edits, WholeAndPart, testing::ValuesIn(edits()),
                         [](const auto& edit) { return edit.param.name; });

}  // namespace
}  // namespace debrief
