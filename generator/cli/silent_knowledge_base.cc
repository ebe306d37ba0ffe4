#include "generator/cli/silent_knowledge_base.h"

#include <fmt/format.h>

#include <string>

#include "generator/base/diagnostics.h"
#include "generator/extract/section_names.h"
#include "generator/source/source_tree.h"

namespace debrief {
namespace {

constexpr std::string_view kFrontMatter = R"(---
id: x
title: x
status: published
visibility: public
services: [x]
causes: [x]
trigger: x
started: 2026-01-01T10:00:00Z
detected: 2026-01-01T10:01:00Z
acknowledged: 2026-01-01T10:02:00Z
mitigated: 2026-01-01T10:03:00Z
resolved: 2026-01-01T10:04:00Z
detection: alert
impact: {summary: x, customers: x, requests: x, revenue: x, data_loss: yes}
summary: x
tags: [x]
related: [y]
repeats: [y]
links: {x: "https://x.example/"}
---
)";

// All that Markdown can say.
constexpr std::string_view kText = R"(
x *x* **x** ~~x~~ `x` [x](https://x.example/) [^1]

![x](x.gif) ![x](x.gif)

1. x

- [x] x
- [ ] x

> x

| x | x |
|---|--:|
| x | x |

```x
x
```

---

[^1]: x
)";

// One pixel by one, of no colour.
constexpr std::string_view kPicture("GIF89a\1\0\1\0\0\0\0;", 14);

}  // namespace

KnowledgeBase silent_knowledge_base(const Config& config) {
  std::string text(kFrontMatter);
  for (const std::string& name : section_names()) {
    std::string heading = name;
    for (char& c : heading) c = c == '-' ? ' ' : c;
    text += fmt::format("\n## {}\n{}", heading, kText);
  }
  SourceTree tree;
  tree.files = {
      {"causes.yaml", "- {id: x, name: x, description: x, public: yes}\n"},
      {"incidents/x.gif", std::string(kPicture)},
      {"incidents/x.md", text},
      {"incidents/y.md",
       "---\ntitle: y\nstatus: published\nvisibility: public\nstarted: 2026-01-02T10:00:00Z\n"
       "resolved: 2026-01-01T10:00:00Z\n---\n"},
      {"pages/x.md", "---\ntitle: x\nvisibility: public\n---\n\n## x\n\nx\n"},
      {"services.yaml", "- {id: x, name: x, description: x, public: yes, public_name: x}\n"}};
  Diagnostics ignored;
  KnowledgeBase kb = read_knowledge_base(tree, 1, ignored);
  kb.config = config;
  const auto& names = section_names();
  kb.config.public_view.sections = {names.begin(), names.end()};
  kb.config.public_view.image_types = {"gif"};
  kb.config.public_view.approval_is_required = false;
  const auto& fields = public_field_names();
  kb.config.public_view.fields = {fields.begin(), fields.end()};
  for (Incident& incident : kb.incidents) {
    if (!config.severities.empty()) incident.severity = 0;
  }
  return kb;
}

}  // namespace debrief
