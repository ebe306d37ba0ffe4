#include "tests/property/twins.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/content_folder.h"
#include "tests/support/pictures.h"

namespace debrief {
namespace {

// The same numbers on every system, which the standard's distributions do not promise.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
  bool one_in(std::size_t n) { return below(n) == 0; }

  template <typename T, std::size_t N>
  const T& pick(const std::array<T, N>& items) {
    return items[below(N)];
  }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

constexpr std::array<std::string_view, 16> kWords = {
    "payments", "slow",  "pool",    "restart", "queue", "requests", "failed", "cache",
    "minutes",  "sixty", "booking", "tickets", "gate",  "search",   "retry",  "limit"};
constexpr std::array<std::string_view, 3> kRoles = {"the on-call engineer", "a database engineer",
                                                    "the incident commander"};
constexpr std::array<std::string_view, 2> kTermReplacements = {"a large retailer", "our supplier"};

class Author {
 public:
  Author(std::uint64_t public_seed, std::uint64_t internal_seed)
      : open_(public_seed), secret_(internal_seed) {}

  SourceTree write() {
    for (std::size_t i = 0; i < kRoles.size(); ++i) people_.push_back({name(), name()});
    for (std::size_t i = 0; i < kTermReplacements.size(); ++i) terms_.push_back(name());
    for (int i = 0; i < 3; ++i) ids_.push_back(canary());
    const std::size_t count = 2 + open_.below(2);
    for (std::size_t i = 0; i < count; ++i) paths_.push_back(fmt::format("{}.md", canary()));
    guide_ = canary();
    needs_approval_ = secret_.one_in(2);
    picture_ = canary();
    secret_picture_ = canary();
    write_config();
    write_vocabulary();
    for (std::size_t i = 0; i < count; ++i) write_incident(i);
    write_guide();
    write_secret_files();
    return std::move(folder_);
  }

 private:
  struct Someone {
    std::string first;
    std::string last;
  };

  // --- Words ---------------------------------------------------------------------------------

  std::string word() { return std::string(open_.pick(kWords)); }

  std::string canary() {
    std::string text = kCanary;
    for (std::size_t length = 3 + secret_.below(9); length > 0; --length) {
      text += static_cast<char>('a' + secret_.below(26));
    }
    return text + std::to_string(used_++);  // Each is another: two of a name would be one.
  }

  std::string canaries() {
    std::string text = canary();
    for (std::size_t more = secret_.below(6); more > 0; --more) text += " " + canary();
    return text;
  }

  std::string name() {
    std::string text = canary();
    text.front() = 'Z';
    return text;
  }

  // A name as people spell it; the public reads the same for each.
  std::string mention() {
    const std::size_t i = open_.below(kRoles.size() + kTermReplacements.size());
    if (i >= kRoles.size()) {
      const std::string& term = terms_[i - kRoles.size()];
      switch (secret_.below(4)) {
        case 0:
          return term;
        case 1:
          return upper(term);
        case 2:
          return term.substr(0, 3) + "**" + term.substr(3) + "**";
        default:
          return term.substr(0, 3) + "<!-- " + canary() + " -->" + term.substr(3);
      }
    }
    const Someone& someone = people_[i];
    switch (secret_.below(6)) {
      case 0:
        return someone.first;
      case 1:
        return someone.first + " " + someone.last;
      case 2:
        return someone.first + "\n" + someone.last;
      case 3:
        return "@" + someone.first;
      case 4:
        return someone.first + " *" + someone.last + "*";
      default:
        return someone.first + "\u00a0" + upper(someone.last);
    }
  }

  static std::string upper(std::string text) {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
  }

  // --- Text ----------------------------------------------------------------------------------

  // Something inside a line that the public does not see, or nothing.
  std::string hidden_inline() {
    switch (secret_.below(6)) {
      case 0:
        return fmt::format("<!-- internal -->{}<!-- /internal --> ", canaries());
      case 1:
        return fmt::format(
            "<!-- internal -->*{}* [{}](https://{}.example \"{}\")<!-- /internal --> ", canary(),
            canary(), canary(), canary());
      case 2:
        return fmt::format("<!-- {} --> ", canaries());
      case 3:
        return fmt::format("<!-- internal -->[^{}] `{}`<!-- /internal --> ", note(canaries()),
                           canary());
      default:
        return "";
    }
  }

  std::string note(const std::string& text) {
    std::string label = canary();
    notes_ += fmt::format("\n[^{}]: {}\n", label, text);
    return label;
  }

  std::string link(const std::string& incidents) {
    const std::string text = word();
    switch (open_.below(4)) {
      case 0:
        return fmt::format("[{}]({}{})", text, incidents, paths_.front());
      case 1:
        return fmt::format("[{}](https://example.org/{})", text, word());
      // To what is not public, what is a draft, what does not exist, what only we can reach.
      default:
        switch (secret_.below(4)) {
          case 0:
            return fmt::format("[{}]({}{}.md \"{}\")", text, incidents, canary(), canary());
          case 1:
            return fmt::format("[{}](https://{}.internal/{})", text, canary(), canary());
          case 2:
            return fmt::format("[{}](mailto:{}@example.org)", text, canary());
          default:
            return fmt::format("[{}](#{})", text, canary());
        }
    }
  }

  std::string line(const std::string& incidents) {
    std::string text = word();
    for (std::size_t more = 2 + open_.below(5); more > 0; --more) {
      text += " " + hidden_inline();
      switch (open_.below(9)) {
        case 0:
          text += mention();
          break;
        case 1:
          text += "`" + word() + "`";
          break;
        case 2:
          text += "**" + word() + "**";
          break;
        case 3:
          text += link(incidents);
          break;
        case 4:
          text += fmt::format("<!-- internal: somebody -->{}<!-- /internal -->", canaries());
          break;
        case 5:
          text += fmt::format("{}[^{}]", word(), note(word() + " " + word()));
          break;
        case 6:
          text += fmt::format("![{}]({})", word(), picture_path(incidents));
          break;
        default:
          text += word();
      }
    }
    return text + ".";
  }

  std::string picture_path(const std::string& incidents) const {
    return incidents + picture_ + ".png";
  }

  std::string hidden_block(const std::string& incidents) {
    switch (secret_.below(5)) {
      case 0:
        return fmt::format("<!-- internal -->\n{}\n<!-- /internal -->\n\n", canaries());
      case 1:
        return fmt::format(
            "<!-- internal -->\n\n| {} | {} |\n|---|---|\n| {} | {} |\n\n```{}\n{}\n```\n\n- "
            "{}\n\n  {}\n\n"
            "<!-- /internal -->\n\n",
            canary(), canary(), canaries(), canary(), canary(), canaries(), canaries(), canary());
      case 2:
        return fmt::format("<!-- {} -->\n\n", canaries());
      case 3:
        return fmt::format("<!-- internal -->\n![{}]({}{}.png)\n<!-- /internal -->\n\n", canary(),
                           incidents, secret_picture_);
      default:
        return "";
    }
  }

  std::string list(const std::string& incidents) {
    const bool ordered = open_.one_in(2);
    std::string out;
    for (std::size_t i = 0, items = 1 + open_.below(3); i < items; ++i) {
      out += fmt::format("{} {}\n", ordered ? "1." : "-", line(incidents));
      const std::string indent = ordered ? "   " : "  ";
      if (secret_.one_in(3)) {
        out += fmt::format("\n{0}<!-- internal -->\n{0}{1}\n\n{0}{2}\n{0}<!-- /internal -->\n",
                           indent, canaries(), canaries());
      }
      if (secret_.one_in(4))
        out += "\n<!-- internal -->\n" + canaries() + "\n<!-- /internal -->\n\n";
    }
    return out + "\n";
  }

  std::string block(const std::string& incidents) {
    switch (open_.below(6)) {
      case 0:
        return list(incidents);
      case 1:
        return fmt::format("> {}\n>\n> {}\n\n", quoted(line(incidents)), quoted(line(incidents)));
      case 2: {
        std::string one = single_line(line(incidents));
        return fmt::format("| {} | {} |\n|---|---|\n| {} | {} |\n\n", word(), word(), one,
                           single_line(line(incidents)));
      }
      case 3:
        return fmt::format("```sh\n{} {}\n```\n\n", word(), terms_.front());
      default:
        return line(incidents) + "\n\n";
    }
  }

  static std::string single_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
  }
  static std::string quoted(const std::string& text) { return single_line(text); }

  std::string blocks(const std::string& incidents) {
    std::string out = hidden_block(incidents);
    for (std::size_t i = 0, count = 1 + open_.below(3); i < count; ++i) {
      out += block(incidents) + hidden_block(incidents);
    }
    return out;
  }

  // Of an unknown name only at level 2: below a section that is shown it would belong to that.
  std::string secret_section(int level) {
    constexpr std::array<std::string_view, 4> kHeadings = {"Appendix", "Detection", "Response",
                                                           "Zqunknown"};
    if (secret_.one_in(2)) return "";
    std::string out(static_cast<std::size_t>(level), '#');
    if (secret_.one_in(3)) {
      out += fmt::format(" {} <!-- internal -->\n\n", secret_.one_in(2) ? "Impact" : canary());
    } else {
      out += fmt::format(" {}\n\n", kHeadings[secret_.below(level == 2 ? 4 : 3)]);
    }
    out += canaries() + "[^" + note(canaries()) + "]\n\n";
    if (secret_.one_in(2)) out += "#### Impact\n\n" + canaries() + "\n\n";
    if (secret_.one_in(2))
      out += fmt::format("- [ ] {} - @{} - Due 2026-02-15\n\n", canaries(), canary());
    if (secret_.one_in(2)) out += fmt::format("![{}]({}.png)\n\n", canary(), secret_picture_);
    return out;
  }

  std::string action_items() {
    std::string out = "## Action items\n\n" + (secret_.one_in(3) ? canaries() + "\n\n" : "");
    for (std::size_t i = 0, items = open_.below(3); i < items; ++i) {
      out +=
          fmt::format("- [{}] {} {}{}\n", open_.one_in(2) ? "x" : " ", word(), word(), remarks());
      if (secret_.one_in(4)) out += fmt::format("  - {}\n", canaries());
    }
    if (secret_.one_in(3)) {
      out += fmt::format("\n<!-- internal -->\n\n- [ ] {}{}\n\n<!-- /internal -->\n", canaries(),
                         remarks());
    }
    return out + "\n";
  }

  // Entries that the public reads, with marks in them and between them: what is hidden moves no
  // time, completes none and leaves no gap.
  std::string timeline() {
    std::string out = "## Timeline (UTC)\n\n";
    const bool is_table = open_.one_in(3);
    if (is_table) out += "| Time | Event |\n|---|---|\n";
    std::size_t minute = open_.below(20);
    for (std::size_t i = 0, entries = open_.below(6); i < entries; ++i) {
      constexpr std::array<std::string_view, 5> kSays = {
          "Detected: ", "Mitigated: ", "Resolved: ", "", ""};
      const std::string said = std::string(open_.pick(kSays)) + single_line(line(""));
      const std::string time = fmt::format("{}10:{:02}", open_.one_in(5) ? "~" : "", minute);
      minute = std::min<std::size_t>(59, minute + open_.below(12));
      out += is_table ? fmt::format("| {} | {} |\n", time, said)
                      : fmt::format("- {} - {}\n", time, said);
      if (is_table || !secret_.one_in(3)) continue;
      out += fmt::format(
          "\n<!-- internal -->\n\n- {:02}:{:02} - Resolved: {}\n\n<!-- /internal -->\n\n",
          secret_.below(24), secret_.below(60), canaries());
    }
    return out + "\n";
  }

  std::string five_whys() {
    std::string out = "## Five whys\n\n";
    for (std::size_t i = 0, whys = 1 + open_.below(4); i < whys; ++i) {
      out += fmt::format("- Why {}? {}→ {}\n", word(), hidden_inline(), single_line(line("")));
      if (!secret_.one_in(3)) continue;
      out += fmt::format("\n<!-- internal -->\n\n- Why {}? → {}\n\n<!-- /internal -->\n\n",
                         canary(), canaries());
    }
    out += "\n## Contributing factors\n\n";
    for (std::size_t i = 0, factors = 1 + open_.below(3); i < factors; ++i) {
      out += fmt::format("- {}\n", single_line(line("")));
    }
    return out + "\n";
  }

  std::string remarks() {
    std::string out;
    if (secret_.one_in(2)) out += " - P" + std::to_string(secret_.below(4));
    if (secret_.one_in(2)) out += secret_.one_in(2) ? " - @" + canary() : " - Owner: " + name();
    if (secret_.one_in(2))
      out += fmt::format(" - Due 2026-0{}-1{}", 1 + secret_.below(9), secret_.below(10));
    if (secret_.one_in(3)) out += " - Ticket: " + canary();
    return out;
  }

  // --- Files ---------------------------------------------------------------------------------

  void put(std::string path, std::string bytes) {
    put_file(folder_, std::move(path), std::move(bytes));
  }

  void write_config() {
    put("debrief.yaml",
        fmt::format(
            "title: {}\nviews:\n  internal:\n    title: {}\n    base_url: https://{}.internal/\n"
            "    edit_url: \"https://{}.internal/{{path}}\"\n"
            "  public:\n    title: Status\n    base_url: https://status.example/\n"
            "    sections: [summary, impact, timeline, root-cause, five-whys, "
            "contributing-factors, action-items]\n"
            "    fields: [title, summary, severity, services, causes, started, resolved, impact, "
            "repeats, related]\n{}"
            "internal_hosts: [\"*.{}.example\"]\n",
            canaries(), canaries(), canary(), canary(),
            needs_approval_ ? "    approval: required\n" : "", canary()));
  }

  // Who approved it, if anybody had to, and the day that it had to wait for and that has come. What
  // is public says nothing of either.
  std::string permission() {
    std::string text;
    if (needs_approval_) {
      const Someone& someone = people_[secret_.below(people_.size())];
      text = "approved_by: " +
             (secret_.one_in(2) ? "'@" + someone.first + "'" : someone.first + " " + someone.last);
    } else if (secret_.one_in(2)) {
      text = "approved_by: " + canary();
    }
    if (!secret_.one_in(2)) return text;
    if (!text.empty()) text += ", ";
    constexpr std::array<std::string_view, 4> kPast = {"2026-03-31", "2026-02", "2025",
                                                       "2026-03-30T23:00:00+02:00"};
    return text + "not_before: " + std::string(secret_.pick(kPast));
  }

  // It asks to be public, and on the day of the site it is not.
  std::string kept_back() {
    constexpr std::array<std::string_view, 6> kFuture = {
        "2026-04-01", "2026-03", "2026", "2099-12-31", "2026-03-31T00:00:01Z", "2026-03-31T23:00Z"};
    const std::string day = "not_before: " + std::string(secret_.pick(kFuture));
    const std::string by = "approved_by: " + people_.front().first;
    std::string wording = "title: " + canaries();
    if (!needs_approval_ || secret_.one_in(2)) {
      wording += ", " + day + (secret_.one_in(2) ? ", " + by : "");
    } else if (secret_.one_in(2)) {
      wording += ", approved_by: " + canary();
    }
    return "status: published\nvisibility: public\npublic: {" + wording + "}\n";
  }

  void write_vocabulary() {
    std::vector<std::string> people;
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
      people.push_back(fmt::format("- {{handle: {}, name: {} {}, role: {}, team: {}}}\n",
                                   people_[i].first, people_[i].first, people_[i].last, kRoles[i],
                                   canary()));
    }
    for (std::size_t more = secret_.below(3); more > 0; --more) {
      people.push_back(fmt::format("- {{handle: {}, name: {} {}, role: {}}}\n", canary(), name(),
                                   name(), canaries()));
    }
    secret_.shuffle(people);
    put("people.yaml", fmt::format("{}", fmt::join(people, "")));

    std::vector<std::string> redactions;
    for (std::size_t i = 0; i < kTermReplacements.size(); ++i) {
      redactions.push_back(
          fmt::format("- {{term: {}, replace: {}}}\n", terms_[i], kTermReplacements[i]));
    }
    for (std::size_t more = secret_.below(3); more > 0; --more) {
      redactions.push_back(fmt::format("- {{term: {}, replace: {}}}\n", canaries(), canary()));
    }
    secret_.shuffle(redactions);
    put("redactions.yaml", fmt::format("{}", fmt::join(redactions, "")));

    std::vector<std::string> services = {
        fmt::format("- {{id: {}, name: {}, team: {}, public: yes, public_name: Payments}}\n",
                    ids_[0], canaries(), canary()),
        fmt::format("- {{id: {}, name: {}, public: yes, public_name: Search, description: {}}}\n",
                    ids_[1], canary(), canaries()),
        fmt::format("- {{id: {}, name: {}, parent: {}, public: no}}\n", ids_[2], canary(),
                    ids_[0])};
    for (std::size_t more = secret_.below(3); more > 0; --more) {
      services.push_back(fmt::format("- {{id: {}, name: {}}}\n", canary(), canary()));
    }
    secret_.shuffle(services);
    put("services.yaml", fmt::format("{}", fmt::join(services, "")));

    const auto secret_cause = [this] {
      return secret_.one_in(2) ? fmt::format("- {{id: {}, name: {}}}\n", canary(), canary()) : "";
    };
    std::string causes = secret_cause();
    causes += fmt::format(
        "- id: capacity\n  name: Capacity\n  aliases: [{}]\n  public: yes\n  children:\n{}"
        "    - {{id: pool, name: Connection pool}}\n    - {{id: hidden, name: {}, public: no}}\n",
        canary(), secret_.one_in(2) ? fmt::format("    - {{id: {}, public: no}}\n", canary()) : "",
        canary());
    put("causes.yaml", causes + secret_cause() + "- {id: testing, name: Testing, public: yes}\n");
  }

  std::string secret_fields() {
    std::vector<std::string> fields;
    const auto maybe = [&](std::string field) {
      if (secret_.one_in(2)) fields.push_back(std::move(field) + "\n");
    };
    maybe("authors: [" + canary() + ", " + people_[0].first + "]");
    maybe("tags: [" + canary() + ", " + canary() + "]");
    maybe("trigger: " + canaries());
    maybe("detection: customer");
    maybe("detected: 2026-01-0" + std::to_string(1 + secret_.below(9)) + "T10:00:00Z");
    maybe("review: {date: 2026-02-01, facilitator: " + canary() + ", attendees: [" + canary() +
          "]}");
    maybe("published: 2026-02-0" + std::to_string(1 + secret_.below(9)));
    maybe("links: {" + canary() + ": \"https://" + canary() + ".example/\"}");
    maybe("id: " + canary());
    secret_.shuffle(fields);
    return fmt::format("{}", fmt::join(fields, ""));
  }

  void write_incident(std::size_t number) {
    std::string front = "---\n";
    const bool own_title = open_.one_in(3);
    const std::string title = word() + " " + word();
    const std::string internal_title = canaries();
    front += fmt::format("title: {}\n", own_title ? internal_title : title);
    std::string wording = permission();
    if (own_title) wording = "title: " + title + (wording.empty() ? "" : ", " + wording);
    if (!wording.empty()) front += fmt::format("public: {{{}}}\n", wording);
    if (open_.one_in(5)) front += "kind: maintenance\n";
    front += "status: published\nvisibility: public\n" + secret_fields();
    front += fmt::format("started: 2026-01-0{}T10:00:00Z\n", 1 + open_.below(3));
    if (open_.one_in(2)) front += "resolved: 2026-01-05T11:30:00Z\n";
    if (open_.one_in(2)) front += "severity: SEV2\n";
    front += services();
    front += causes();
    front += impact();
    if (number > 0 && open_.one_in(2)) front += "summary: " + word() + " " + word() + "\n";
    front += "---\n";

    // A heading that repeats the title, for whoever writes one.
    std::string body =
        open_.one_in(3) ? fmt::format("# {}\n\n", secret_heading(own_title, internal_title, title))
                        : "";
    body += blocks("") + secret_section(2);
    body += "## Impact ";
    if (secret_.one_in(3)) body += "<!-- internal -->" + canaries() + "<!-- /internal -->";
    body += "\n\n" + blocks("") + secret_section(3);
    body += "### " + word() + "\n\n" + blocks("") + secret_section(3);
    body += "## Root cause\n\n" + blocks("");
    // What stands in a marked section is marked, definitions of public footnotes as well.
    body += std::exchange(notes_, "");
    body += secret_section(2);
    body += action_items() + secret_section(2);
    body += timeline();
    body += std::exchange(notes_, "") + secret_section(2);
    body += five_whys();
    body += std::exchange(notes_, "") + secret_section(2);
    put("incidents/" + paths_[number], front + body + std::exchange(notes_, ""));
  }

  void write_guide() {
    const std::string body = blocks("../incidents/") + "## Notes\n\n" + blocks("../incidents/");
    put("pages/" + guide_ + ".md",
        "---\ntitle: How we write\nvisibility: public\n---\n" + body + std::exchange(notes_, ""));
  }

  // Of a heading over the whole text nothing is shown, whatever it says.
  std::string secret_heading(bool own_title, const std::string& internal_title,
                             const std::string& title) {
    if (own_title) return secret_.one_in(2) ? internal_title : canaries();
    return secret_.one_in(2) ? title : canaries();
  }

  std::string services() {
    if (!open_.one_in(2)) return "";
    // A part that is not public stands for its parent, beside it or instead of it.
    const std::array<std::string, 3> same = {ids_[0], ids_[2], ids_[0] + ", " + ids_[2]};
    return "services: [" + secret_.pick(same) + (open_.one_in(2) ? ", " + ids_[1] : "") + "]\n";
  }

  std::string causes() {
    switch (open_.below(3)) {
      case 0:
        return "";
      case 1: {
        const std::array<std::string, 3> same = {"capacity", "capacity/hidden",
                                                 "capacity, capacity/hidden"};
        return "causes: [" + secret_.pick(same) + "]\n";
      }
      default: {
        const std::array<std::string, 3> same = {"capacity/pool", "capacity/pool, capacity",
                                                 "capacity/hidden, capacity/pool"};
        return "causes: [" + secret_.pick(same) + ", testing]\n";
      }
    }
  }

  std::string impact() {
    const bool said = open_.one_in(2);
    if (!said && !secret_.one_in(2)) return "";
    std::string parts = said ? "summary: " + word() + " " + word() : "";
    if (!said || secret_.one_in(2))
      parts += (said ? ", " : "") + std::string("revenue: ") + canaries();
    return "impact: {" + parts + "}\n";
  }

  void write_secret_files() {
    put(picture_path("incidents/"), png_with_text(canaries()));
    put("incidents/" + secret_picture_ + ".png", png_with_text(canaries()) + canaries());
    for (std::size_t more = secret_.below(4); more > 0; --more) {
      constexpr std::array<std::string_view, 5> kStates = {
          "", "visibility: public\n", "status: published\n", "status: draft\nvisibility: public\n",
          "status: Published\nvisibility: public\n"};
      put("incidents/" + canary() + ".md",
          fmt::format(
              "---\ntitle: {}\nstarted: 2026-01-0{}T10:00:00Z\n{}{}{}---\n{}\n\n## Impact\n\n{}\n",
              canaries(), 1 + secret_.below(9), secret_.one_in(4) ? "kind: maintenance\n" : "",
              secret_.one_in(2) ? kept_back() : std::string(secret_.pick(kStates)), secret_fields(),
              canaries(), canaries()));
    }
    for (std::size_t more = secret_.below(3); more > 0; --more) {
      put("pages/" + canary() + ".md",
          fmt::format("---\ntitle: {}\n---\n{}\n", canaries(), canaries()));
    }
    for (std::size_t more = secret_.below(3); more > 0; --more) {
      put("incidents/" + canary() + ".png", png_with_text(canaries()));
    }
    put("templates/" + canary() + ".md", canaries());
  }

  Dice open_;
  Dice secret_;
  int used_ = 0;
  SourceTree folder_;
  std::vector<Someone> people_;
  std::vector<std::string> terms_;
  std::vector<std::string> ids_;    // of services
  std::vector<std::string> paths_;  // of the public post-mortems
  bool needs_approval_ = false;
  std::string guide_;
  std::string picture_;
  std::string secret_picture_;
  std::string notes_;  // definitions of footnotes, for the end of the file
};

}  // namespace

SourceTree make_twin(std::uint64_t public_seed, std::uint64_t internal_seed) {
  return Author(public_seed, internal_seed).write();
}

}  // namespace debrief
