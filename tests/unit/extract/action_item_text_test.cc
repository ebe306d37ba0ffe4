#include "generator/extract/action_item_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/markdown_text.h"

namespace debrief {
namespace {

std::vector<ActionItem> items_of(const std::string& markdown) {
  Section section;
  section.blocks = parse(markdown, Marks::applied).document.blocks;
  return read_action_items(section, parse_timestamp("2026-02-15"));
}

TEST(ActionItemText, IsALineOfATaskList) {
  const struct {
    std::string_view name;
    std::string_view markdown;
    std::string_view text;
  } kCases[] = {
      {"everything",
       "| Action | Pri | Owner | Due | Ticket | Type | Done on |\n|-|-|-|-|-|-|-|\n"
       "| Add a limit | P1 | @alice, @bob | 3/1 | [OPS-1](https://t.example/1) | Prevention | 3/2 "
       "|",
       "- [x] [P1] Add a limit - @alice, @bob - Due 2026-03-01 - Ticket: "
       "[OPS-1](<https://t.example/1>) - Type: prevent - Done 2026-03-02"},
      {"nothing else", "- Add a limit.", "- [ ] Add a limit."},
      {"names", "- Add a limit - Owner: Alice Smith & bob",
       "- [ ] Add a limit - Owner: Alice Smith, bob"},
      {"vague", "- Add a limit - Due: end of March - Priority: High - won't fix",
       "- [ ] Add a limit - Priority: High - Due: end of March - Dropped"},
      {"markup", "- Add `a|b` to **the *[pool](a.md)*** ~~now~~ \\*<https://a.example/> [y](#z)",
       "- [ ] Add `a|b` to **the *[pool](<a.md>)*** ~~now~~ \\*<https://a.example/> [y](<#z>)"},
      {"marks", "- Tell <!-- internal: a customer -->*Init*ech<!-- /internal --> so",
       "- [ ] Tell <!-- internal: a customer -->*Init*ech<!-- /internal --> so"},
      {"an internal item", "<!-- internal -->\n\n- Tell Initech - @alice\n\n<!-- /internal -->\n",
       "- [ ] <!-- internal -->Tell Initech<!-- /internal --> - @alice"},
      {"dashes in fields", "| Action | Owner |\n|-|-|\n| Add a limit | Alice - SRE |",
       "- [ ] Add a limit - Owner: Alice-SRE"},
  };
  for (const auto& c : kCases) {
    const std::vector<ActionItem> items = items_of(std::string(c.markdown));
    ASSERT_EQ(items.size(), 1U) << c.name;
    EXPECT_EQ(to_markdown(items[0]), c.text) << c.name;
    const std::vector<ActionItem> again = items_of(to_markdown(items[0]));
    ASSERT_EQ(again.size(), 1U) << c.name;
    EXPECT_EQ(to_markdown(again[0]), c.text) << c.name << ", read again";
  }
}

rc::Gen<std::string> word() {
  return rc::gen::elementOf(std::vector<std::string>{
      "Add", "limit", "pool",   "alert", "für",  "a_b",    "x*y",   "[now]", "~5", "<b>",
      "R&D", "v1.2",  "(soon)", "50%",   "#tag", "\"so\"", "C:\\x", "a|b",   "1.", "→"});
}

rc::Gen<std::string> words() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(3, word()),
                      [](const std::vector<std::string>& list) {
                        std::string text = "Check";  // No tag, number or quote begins a text here.
                        for (const std::string& part : list) text += " " + part;
                        return text + " well";
                      });
}

rc::Gen<std::optional<Timestamp>> day() {
  return rc::gen::map(rc::gen::inRange(0, 3000), [](int days) {
    std::optional<Timestamp> time = parse_timestamp("2024-01-01");
    time->utc += std::chrono::days(days);
    return days % 3 == 0 ? std::nullopt : time;
  });
}

RC_GTEST_PROP(ActionItemText, IsReadAsTheSameItem, ()) {
  ActionItem item;
  Node text;
  text.text = *words();
  item.text.push_back(text);
  Node strong;
  strong.kind = *rc::gen::element(NodeKind::strong, NodeKind::emphasis, NodeKind::strikethrough);
  text.text = "must";
  strong.children.push_back(text);
  text.text = " ";
  if (*rc::gen::arbitrary<bool>()) item.text.insert(item.text.end(), {text, strong});
  item.done = *rc::gen::arbitrary<bool>();
  item.dropped = !item.done && *rc::gen::arbitrary<bool>();
  item.type = *rc::gen::element<std::string>("", "prevent", "detect", "docs");
  item.priority = *rc::gen::element<std::string>("", "P0", "P1", "High", "p2");
  item.owners = *rc::gen::element(std::vector<std::string>{}, std::vector<std::string>{"alice"},
                                  std::vector<std::string>{"alice", "org/team"},
                                  std::vector<std::string>{"Alice Smith", "bob"},
                                  std::vector<std::string>{"Sales and Support team", "Ann_B"});
  item.due = *day();
  if (!item.due) item.due_text = *rc::gen::element<std::string>("", "end of March", "Q3", "TBD");
  if (item.done) item.completed = *day();
  if (!item.done && !item.dropped) {
    item.progress = *rc::gen::element<std::string>("", "In progress: four of six", "Blocked");
  }
  item.ticket = *rc::gen::element<std::string>("", "OPS-1", "#17", "Bug 5", "the [big] one");
  if (!item.ticket.empty() && *rc::gen::arbitrary<bool>()) {
    item.ticket_link = {LinkTarget::Kind::url, "https://t.example/1", ""};
  }
  const std::string markdown = to_markdown(item);
  RC_LOG() << markdown << "\n";
  const std::vector<ActionItem> again = items_of(markdown);
  RC_ASSERT(again.size() == 1U);
  RC_ASSERT(print(again[0]) == print(item));
  RC_ASSERT(to_markdown(again[0]) == markdown);
}

}  // namespace
}  // namespace debrief
