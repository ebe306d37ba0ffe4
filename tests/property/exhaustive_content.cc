#include "tests/property/exhaustive_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tests/support/content_folder.h"
#include "tests/support/pictures.h"

namespace debrief {
namespace {

class Author {
 public:
  Author(std::string_view section, Twin twin) : section_(section), twin_(twin) {}

  ExhaustiveContent write(std::size_t depth) {
    write_config();
    write_vocabulary();
    write_other_files();
    const std::vector<Chain> chains = all_chains(depth);
    content_.chains = chains.size();
    for (std::size_t i = 0; i < chains.size(); ++i) {
      if (is_expressible(chains[i])) write_post(chains[i], i);
    }
    return std::move(content_);
  }

 private:
  std::string hidden(std::string_view letters) const { return secret(letters, 0, twin_); }

  void put(std::string path, std::string bytes) {
    put_file(content_.folder, std::move(path), std::move(bytes));
  }

  void write_config() {
    put("debrief.yaml",
        fmt::format("title: {}\nviews:\n  internal:\n    title: Inside\n"
                    "    base_url: https://{}.internal/\n  public:\n    title: Status\n"
                    "    base_url: https://status.example/\n"
                    "    sections: [summary, impact, timeline, root-cause, five-whys, "
                    "contributing-factors, resolution, action-items]\n"
                    "    fields: [title, summary, severity, services, causes, started, impact]\n"
                    "internal_hosts: [\"*.corp.example\"]\n",
                    hidden("ct"), hidden("ch")));
  }

  void write_vocabulary() {
    std::string redactions;
    std::string people;
    for (std::size_t way = 0; way < hiding_ways().size(); ++way) {
      const Words words = shared_words(way, twin_);
      const auto add = [&words](std::string& file, std::string_view line) {
        if (!line.empty()) file += fill_in(line, words) + "\n";
      };
      add(redactions, hiding_ways()[way].redactions);
      add(people, hiding_ways()[way].people);
    }
    put("redactions.yaml", redactions);
    put("people.yaml", people);
    put("services.yaml",
        fmt::format("- {{id: {}, name: {}, team: {}, public: yes, public_name: Payments}}\n"
                    "- {{id: {}, name: {}}}\n",
                    hidden("va"), hidden("vb"), hidden("vc"), hidden("vd"), hidden("ve")));
    put("causes.yaml", fmt::format("- {{id: capacity, name: Capacity, public: yes}}\n"
                                   "- {{id: {}, name: {}}}\n",
                                   hidden("vf"), hidden("vg")));
  }

  void write_other_files() {
    put("incidents/picture.png", png_with_text(hidden("pt")));
    for (std::size_t way = 0; way < hiding_ways().size(); ++way) {
      if (hiding_ways()[way].file.empty()) continue;
      const Words words = shared_words(way, twin_);
      const std::string path = "incidents/" + fill_in(hiding_ways()[way].file, words);
      const bool is_picture = path.ends_with(".png");
      put(path, is_picture ? png_with_text(words.secrets.back())
                           : fmt::format("---\ntitle: {0}\nstarted: 2026-01-02\n---\n{0}\n",
                                         words.secrets.front()));
    }
  }

  void write_post(const Chain& chain, std::size_t number) {
    ExhaustiveContent::Post post;
    post.chain = chain;
    post.slug = fmt::format("chain-{:04}", number);
    post.id = secret("id", number, twin_);
    std::string text = fmt::format(
        "---\nid: {}\ntitle: Chain {:04}\nstatus: published\nvisibility: public\n"
        "started: 2026-01-01T10:00:00Z\nservices: [{}, {}]\ncauses: [capacity, {}]\n"
        "tags: [{}]\nauthors: [{}]\ntrigger: {}\nimpact: {{summary: Some, revenue: {}}}\n"
        "review: {{date: 2026-01-09, facilitator: {}}}\nlinks: {{{}: "
        "\"https://{}.example/\"}}\n---\n",
        post.id, number, hidden("va"), hidden("vd"), hidden("vf"), hidden("ft"), hidden("fa"),
        hidden("fg"), hidden("fr"), hidden("fv"), hidden("fl"), hidden("fu"));
    const std::size_t ways = hiding_ways().size();
    for (std::size_t i = 0; i < ways; ++i) {
      // What a page begins with describes it elsewhere: each way has its turn.
      const std::size_t way = (i + number) % ways;
      RedactionCase made = make_case(chain, number, way, section_, twin_);
      ++content_.outcomes[made.outcome];
      if (made.is_built()) text += made.markdown;
      post.entries.push_back({way, std::move(made)});
    }
    put(fmt::format("incidents/{}.md", secret("file", number, twin_)), text);
    content_.posts.push_back(std::move(post));
  }

  std::string section_;
  Twin twin_;
  ExhaustiveContent content_;
};

}  // namespace

ExhaustiveContent make_exhaustive_content(std::size_t depth, std::string_view section, Twin twin) {
  return Author(section, twin).write(depth);
}

}  // namespace debrief
