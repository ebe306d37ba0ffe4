// `digest`: what happened lately, for a chat, an e-mail, a terminal and other programs.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"

namespace debrief {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kConfigOfBoth = R"(title: Lighthouse
views:
  internal: {base_url: "https://wiki.lighthouse.example/"}
  public:
    base_url: "https://status.lighthouse.example/"
    sections: [summary, lessons-learned, action-items]
    fields: [title, summary, severity, services, started, resolved]
)";

// Its title would call everybody, run a script and lead elsewhere, where it is taken for more than
// text.
constexpr std::string_view kPool = R"__(---
id: PM-2
title: "<script>alert(1)</script> @channel: *Pool* [again](https://evil.example) & more"
severity: SEV2
services: [booking]
status: published
visibility: public
started: 2026-03-08T10:00:00Z
resolved: 2026-03-08T11:05:00Z
repeats: [PM-1]
---

## Lessons learned

- Pools *leak*, and <!-- internal: a customer -->Initech<!-- /internal --> noticed before we did, which is later than it should have been: #12 :smile:
- 1\. Ask www.example.com

## Action items

- [ ] [P1] Alert on the pool - @ilkka - Due 2026-03-09
- [ ] Write it down
)__";

constexpr std::string_view kOld = R"__(---
id: PM-1
title: Pool
status: in-review
started: 2026-02-01T10:00:00Z
resolved: 2026-02-01T11:00:00Z
summary: The pool was empty.
---

## Action items

- [x] Close connections - @ilkka - Due 2026-03-01 - Done 2026-03-06
- [ ] Watch connections - @ilkka - Due 2026-04-01
)__";

// The joiner that nobody sees, as a sign.
std::string visible(std::string text) {
  constexpr std::string_view kJoiner = "\u2060";
  for (std::size_t at = text.find(kJoiner); at != std::string::npos; at = text.find(kJoiner, at)) {
    text.replace(at, kJoiner.size(), "¦");
  }
  return text;
}

class DigestCommand : public testing::Test {
 protected:
  DigestCommand() {
    folder_.write("kb/debrief.yaml", std::string(kConfigOfBoth));
    folder_.write("kb/people.yaml",
                  "- {handle: ilkka, name: Ilkka Rautio, role: the engineer, team: bookings}\n");
    folder_.write("kb/services.yaml",
                  "- {id: booking, name: Booking API, public: yes, public_name: Bookings}\n");
    folder_.write("kb/incidents/pool.md", std::string(kPool));
    folder_.write("kb/incidents/old.md", std::string(kOld));
  }

  std::string run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--root", (folder_ / "kb").string(), "digest"});
    return visible(transcript_of(arguments, folder_.path()));
  }

  TemporaryFolder folder_;
};

TEST_F(DigestCommand, IsMarkdownInWhichTextsAreNothingButTexts) {
  EXPECT_EQ(run({"--today", "2026-03-11"}), R"__(# Lighthouse: 4 March 2026 – 11 March 2026

## New incidents

- **[&lt;script&gt;alert(1)&lt;/script&gt; @¦channel: \*Pool\* \[again\](https:¦//evil.example) &amp; more](https://wiki.lighthouse.example/incidents/pm-2/)** – SEV2, Booking API, 8 March 2026, 1 h 5 min
  - Pools leak, and Initech noticed before we did, which is later than it should have been: \#¦12 :¦smile:
  - 1\. Ask www.¦example.com
  - **To do:** Alert on the pool – Ilkka Rautio, due 9 March 2026, 2 days late
  - **To do:** Write it down – nobody

## Became overdue

- Alert on the pool – Ilkka Rautio, due 9 March 2026, 2 days late ([&lt;script&gt;alert(1)&lt;/script&gt; @¦channel: \*Pool\* \[again\](https:¦//evil.example) &amp; more](https://wiki.lighthouse.example/incidents/pm-2/))

## Action items that were done

- Close connections – Ilkka Rautio, done 6 March 2026 ([Pool](https://wiki.lighthouse.example/incidents/pm-1/))

## Happened before

- **[&lt;script&gt;alert(1)&lt;/script&gt; @¦channel: \*Pool\* \[again\](https:¦//evil.example) &amp; more](https://wiki.lighthouse.example/incidents/pm-2/)**
  - as [Pool](https://wiki.lighthouse.example/incidents/pm-1/), 1 February 2026: 1 of 2 action items done

## Reviews still missing

- **[Pool](https://wiki.lighthouse.example/incidents/pm-1/)** – resolved 1 February 2026
exit 0
)__");
}

TEST_F(DigestCommand, IsTextOf72Columns) {
  EXPECT_EQ(run({"--today", "2026-03-11", "--format", "text"}),
            R"__(Lighthouse: 4 March 2026 – 11 March 2026
========================================

New incidents
-------------

* <script>alert(1)</script> @channel: *Pool*
  [again](https://evil.example) & more – SEV2, Booking API, 8 March
  2026, 1 h 5 min
  https://wiki.lighthouse.example/incidents/pm-2/
  - Pools leak, and Initech noticed before we did, which is later than
    it should have been: #12 :smile:
  - 1. Ask www.example.com
  - To do: Alert on the pool – Ilkka Rautio, due 9 March 2026, 2 days
    late
  - To do: Write it down – nobody

Became overdue
--------------

* Alert on the pool – Ilkka Rautio, due 9 March 2026, 2 days late
  (<script>alert(1)</script> @channel: *Pool*
  [again](https://evil.example) & more)
  https://wiki.lighthouse.example/incidents/pm-2/

Action items that were done
---------------------------

* Close connections – Ilkka Rautio, done 6 March 2026 (Pool)
  https://wiki.lighthouse.example/incidents/pm-1/

Happened before
---------------

* <script>alert(1)</script> @channel: *Pool*
  [again](https://evil.example) & more
  https://wiki.lighthouse.example/incidents/pm-2/
  - as Pool, 1 February 2026: 1 of 2 action items done
    https://wiki.lighthouse.example/incidents/pm-1/

Reviews still missing
---------------------

* Pool – resolved 1 February 2026
  https://wiki.lighthouse.example/incidents/pm-1/
exit 0
)__");
}

// Programs for e-mails drop style sheets, and more than they should of what looks like a script.
TEST_F(DigestCommand, IsADocumentForAnEMail) {
  EXPECT_EQ(run({"--today", "2026-03-11", "--format", "html"}), R"__(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Lighthouse: 4 March 2026 – 11 March 2026</title>
</head>
<body style="font-family: Arial, Helvetica, sans-serif; font-size: 15px; line-height: 1.5; color: #1b2027; background: #ffffff; max-width: 640px; margin: 0 auto; padding: 16px">
<h1 style="font-size: 22px; line-height: 1.3; margin: 0 0 16px">Lighthouse: 4 March 2026 – 11 March 2026</h1>
<h2 style="font-size: 17px; line-height: 1.3; margin: 24px 0 8px">New incidents</h2>
<ul style="margin: 0; padding: 0 0 0 20px">
<li dir="auto" style="margin: 0 0 8px"><b><a href="https://wiki.lighthouse.example/incidents/pm-2/" style="color: #1f5fa8">&lt;script&gt;alert(1)&lt;/script&gt; @channel: *Pool* [again](https://evil.example) &amp; more</a></b> – SEV2, Booking API, 8 March 2026, 1 h 5 min
<ul style="margin: 0; padding: 0 0 0 20px">
<li dir="auto" style="margin: 4px 0 0">Pools leak, and Initech noticed before we did, which is later than it should have been: #12 :smile:</li>
<li dir="auto" style="margin: 4px 0 0">1. Ask www.example.com</li>
<li dir="auto" style="margin: 4px 0 0"><b>To do: </b>Alert on the pool – Ilkka Rautio, due 9 March 2026, 2 days late</li>
<li dir="auto" style="margin: 4px 0 0"><b>To do: </b>Write it down – nobody</li>
</ul>
</li>
</ul>
<h2 style="font-size: 17px; line-height: 1.3; margin: 24px 0 8px">Became overdue</h2>
<ul style="margin: 0; padding: 0 0 0 20px">
<li dir="auto" style="margin: 0 0 8px">Alert on the pool – Ilkka Rautio, due 9 March 2026, 2 days late (<a href="https://wiki.lighthouse.example/incidents/pm-2/" style="color: #1f5fa8">&lt;script&gt;alert(1)&lt;/script&gt; @channel: *Pool* [again](https://evil.example) &amp; more</a>)</li>
</ul>
<h2 style="font-size: 17px; line-height: 1.3; margin: 24px 0 8px">Action items that were done</h2>
<ul style="margin: 0; padding: 0 0 0 20px">
<li dir="auto" style="margin: 0 0 8px">Close connections – Ilkka Rautio, done 6 March 2026 (<a href="https://wiki.lighthouse.example/incidents/pm-1/" style="color: #1f5fa8">Pool</a>)</li>
</ul>
<h2 style="font-size: 17px; line-height: 1.3; margin: 24px 0 8px">Happened before</h2>
<ul style="margin: 0; padding: 0 0 0 20px">
<li dir="auto" style="margin: 0 0 8px"><b><a href="https://wiki.lighthouse.example/incidents/pm-2/" style="color: #1f5fa8">&lt;script&gt;alert(1)&lt;/script&gt; @channel: *Pool* [again](https://evil.example) &amp; more</a></b>
<ul style="margin: 0; padding: 0 0 0 20px">
<li dir="auto" style="margin: 4px 0 0">as <a href="https://wiki.lighthouse.example/incidents/pm-1/" style="color: #1f5fa8">Pool</a>, 1 February 2026: 1 of 2 action items done</li>
</ul>
</li>
</ul>
<h2 style="font-size: 17px; line-height: 1.3; margin: 24px 0 8px">Reviews still missing</h2>
<ul style="margin: 0; padding: 0 0 0 20px">
<li dir="auto" style="margin: 0 0 8px"><b><a href="https://wiki.lighthouse.example/incidents/pm-1/" style="color: #1f5fa8">Pool</a></b> – resolved 1 February 2026</li>
</ul>
</body>
</html>
exit 0
)__");
}

TEST_F(DigestCommand, TellsProgramsTheSame) {
  const RunResult result = run_debrief(
      {"--root", (folder_ / "kb").string(), "digest", "--today", "2026-03-11", "--format", "json"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto report = nlohmann::json::parse(result.out);
  EXPECT_EQ(report["view"], "internal");
  EXPECT_EQ(report["first"], "2026-03-04");
  EXPECT_EQ(report["today"], "2026-03-11");
  EXPECT_EQ(report["incidents"].dump(), nlohmann::json::parse(R"__([{
    "id": "PM-2",
    "title": "<script>alert(1)</script> @channel: *Pool* [again](https://evil.example) & more",
    "path": "incidents/pool.md",
    "url": "https://wiki.lighthouse.example/incidents/pm-2/",
    "has_started": true, "was_resolved": true, "is_open": false,
    "severity": "SEV2", "services": ["booking"],
    "started": "2026-03-08T10:00:00Z", "resolved": "2026-03-08T11:05:00Z", "seconds": 3900,
    "summary": null,
    "learnings": [
      "Pools leak, and Initech noticed before we did, which is later than it should have been: #12 :smile:",
      "1. Ask www.example.com"
    ],
    "to_do": [
      {"text": "Alert on the pool", "state": "overdue", "owners": ["Ilkka Rautio"],
       "teams": ["bookings"], "due": "2026-03-09", "completed": null, "days_late": 2},
      {"text": "Write it down", "state": "open", "owners": [], "teams": [], "due": null,
       "completed": null, "days_late": 0}
    ]
  }])__")
                                            .dump());
  EXPECT_EQ(report["overdue"][0]["text"], "Alert on the pool");
  EXPECT_EQ(report["overdue"][0]["incident"]["id"], "PM-2");
  EXPECT_EQ(report["completed"][0]["completed"], "2026-03-06");
  EXPECT_EQ(report["repeats"][0]["id"], "PM-2");
  EXPECT_EQ(report["repeats"][0]["earlier"][0]["id"], "PM-1");
  EXPECT_EQ(report["repeats"][0]["earlier"][0]["done"], 1);
  EXPECT_EQ(report["repeats"][0]["earlier"][0]["all"], 2);
  EXPECT_EQ(report["likely_repeats"].size(), 0u);
  EXPECT_EQ(report["published"].size(), 0u);
  EXPECT_EQ(report["unreviewed"][0]["id"], "PM-1");
}

TEST_F(DigestCommand, OfThePublicViewHasWhatThePublicReads) {
  EXPECT_EQ(run({"--today", "2026-03-11", "--view", "public"}),
            R"__(# Lighthouse: 4 March 2026 – 11 March 2026

## New incidents

- **[&lt;script&gt;alert(1)&lt;/script&gt; @¦channel: \*Pool\* \[again\](https:¦//evil.example) &amp; more](https://status.lighthouse.example/incidents/2026-03-08-script-alert-1-script-channel-pool-again-https-evil-example-more/)** – SEV2, Bookings, 8 March 2026, 1 h 5 min
  - Pools leak, and a customer noticed before we did, which is later than it should have been: \#¦12 :¦smile:
  - 1\. Ask www.¦example.com
exit 0
)__");
  for (const std::string format : {"markdown", "text", "html", "json"}) {
    const std::string all =
        run({"--since", "20w", "--today", "2026-03-11", "--view", "public", "--format", format});
    for (const std::string internal :
         {"Initech", "Ilkka", "ilkka", "PM-1", "pm-1", "Alert on", "bookings\": ", "Booking API",
          "incidents/pool.md", "wiki.", "2026-03-09", "9 March", "1 February"}) {
      EXPECT_THAT(all, Not(HasSubstr(internal))) << format;
    }
  }
}

TEST_F(DigestCommand, ReachesBackAsFarAsItIsAsked) {
  for (const std::string since : {"1d", "2026-03-10"}) {
    EXPECT_EQ(run({"--since", since, "--today", "2026-03-11", "--format", "text"}),
              R"__(Lighthouse: 10 March 2026 – 11 March 2026
=========================================

Became overdue
--------------

* Alert on the pool – Ilkka Rautio, due 9 March 2026, 2 days late
  (<script>alert(1)</script> @channel: *Pool*
  [again](https://evil.example) & more)
  https://wiki.lighthouse.example/incidents/pm-2/

Reviews still missing
---------------------

* Pool – resolved 1 February 2026
  https://wiki.lighthouse.example/incidents/pm-1/
exit 0
)__");
  }
  EXPECT_THAT(run({"--since", "6w", "--today", "2026-03-11"}),
              HasSubstr("  - The pool was empty.\n  - **To do:** Watch connections"));
}

TEST_F(DigestCommand, SaysInOneLineThatNothingHappened) {
  const std::string nothing = "Nothing happened from 4 January 2026 to 11 January 2026.\n";
  EXPECT_EQ(run({"--today", "2026-01-11"}), nothing + "exit 0\n");
  EXPECT_EQ(run({"--today", "2026-01-11", "--format", "text"}), nothing + "exit 0\n");
  EXPECT_EQ(run({"--today", "2026-01-11", "--view", "public"}), nothing + "exit 0\n");
  EXPECT_THAT(run({"--today", "2026-01-11", "--format", "html"}),
              HasSubstr("<p>Nothing happened from 4 January 2026 to 11 January 2026.</p>\n"));
}

TEST_F(DigestCommand, SpeaksTheLanguageOfItsReaders) {
  folder_.write("kb/debrief.yaml", std::string(kConfigOfBoth) + "language: de\n");
  EXPECT_EQ(run({"--today", "2026-01-11"}),
            "Vom 4. Januar 2026 bis 11. Januar 2026 ist nichts geschehen.\nexit 0\n");
}

TEST_F(DigestCommand, SaysWhatIsWrong) {
  for (const std::string since : {"1x", "w", "-3d", "2026-02-30", "99999999d"}) {
    EXPECT_EQ(run({"--since=" + since, "--today", "2026-03-11"}),
              "! debrief: '" + since +
                  "' is no number of days or weeks such as 7d or 4w, or day such as 2026-02-15, "
                  "for --since\n"
                  "exit 2\n");
  }
  EXPECT_EQ(run({"--since", "2026-03-12", "--today", "2026-03-11"}),
            "! debrief: --since 2026-03-12 is later than today, 2026-03-11\nexit 2\n");
  EXPECT_EQ(run({"--view", "public", "--drafts"}),
            "! debrief: drafts are in no public view; leave --drafts out\nexit 2\n");
}

}  // namespace
}  // namespace debrief
