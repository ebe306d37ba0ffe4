#include "generator/check/exceptions.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "generator/base/suggest.h"
#include "generator/base/text.h"

namespace debrief {
namespace {

constexpr int kEnd = std::numeric_limits<int>::max();

struct Comment {
  std::string text;
  int line = 0;
  int first_line = 0;
  int last_line = 0;  // 0: the file
};

bool is_comment(const Node& node) {
  return node.kind == NodeKind::comment || node.kind == NodeKind::comment_block;
}

class CommentReader {
 public:
  std::vector<Comment> read(const Outline& body) {
    for (const Node& block : body.intro) add_all(block, 0, 0);
    add_sections(body.sections, kEnd);
    return std::move(found_);
  }

 private:
  // Every comment in the block, with the range given.
  void add_all(const Node& node, int first, int last) {
    if (is_comment(node)) found_.push_back({node.text, std::max(node.line, line_), first, last});
    if (node.line > 0) line_ = node.line;
    for (const Node& child : node.children) {
      if (child.kind == NodeKind::soft_break || child.kind == NodeKind::line_break) ++line_;
      add_all(child, first, last);
    }
  }

  // Comments inside the items and paragraphs of a block hold for the smallest of these.
  void add_inside(const Node& block, int last) {
    if (block.kind != NodeKind::list && block.kind != NodeKind::list_item &&
        block.kind != NodeKind::table && block.kind != NodeKind::block_quote) {
      add_all(block, block.line, last);
      return;
    }
    for (std::size_t i = 0; i < block.children.size(); ++i) {
      const Node& child = block.children[i];
      const int end = i + 1 < block.children.size() ? block.children[i + 1].line - 1 : last;
      if (child.kind == NodeKind::comment_block) {
        add_all(child, child.line, next_end(block.children, i, last));
      } else {
        add_inside(child, std::max(end, child.line));
      }
    }
  }

  // The last line of the block behind the one at `at`.
  static int next_end(const std::vector<Node>& blocks, std::size_t at, int last) {
    std::size_t next = at + 1;
    while (next < blocks.size() && is_comment(blocks[next])) ++next;
    return next + 1 < blocks.size() ? blocks[next + 1].line - 1 : last;
  }

  static bool only_comments(const std::vector<Node>& blocks, std::size_t begin, std::size_t end) {
    return std::all_of(blocks.begin() + static_cast<std::ptrdiff_t>(begin),
                       blocks.begin() + static_cast<std::ptrdiff_t>(end), is_comment);
  }

  struct Range {
    int first = 0;
    int last = 0;
  };

  void add_sections(const std::vector<Section>& sections, int last) {
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const bool is_last = i + 1 == sections.size();
      const int end = is_last ? last : sections[i + 1].heading.line - 1;
      if (!is_last) next_ = {sections[i + 1].heading.line, end_of(sections, i + 1, last)};
      add_section(sections[i], end, next_);
    }
  }

  static int end_of(const std::vector<Section>& sections, std::size_t at, int last) {
    return at + 1 < sections.size() ? sections[at + 1].heading.line - 1 : last;
  }

  void add_section(const Section& section, int end, Range after) {
    add_all(section.heading, section.heading.line, end);
    const auto& blocks = section.blocks;
    // What stands at the end is before the next heading, whatever its level.
    Range follows = after;
    if (!section.sections.empty()) {
      follows = {section.sections.front().heading.line, end_of(section.sections, 0, end)};
    }
    const int last = section.sections.empty() ? end : section.sections.front().heading.line - 1;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const int block_end = i + 1 < blocks.size() ? blocks[i + 1].line - 1 : last;
      if (!is_comment(blocks[i])) {
        add_inside(blocks[i], std::max(block_end, blocks[i].line));
      } else if (only_comments(blocks, 0, i)) {
        add_all(blocks[i], section.heading.line, end);
      } else if (only_comments(blocks, i, blocks.size()) && follows.first > 0) {
        add_all(blocks[i], follows.first, follows.last);
      } else {
        add_all(blocks[i], blocks[i].line, next_end(blocks, i, last));
      }
    }
    const Range outer = next_;
    add_sections(section.sections, end);
    next_ = outer;
  }

  std::vector<Comment> found_;
  int line_ = 0;
  Range next_;  // the section behind the one that is read
};

std::string unknown(std::string_view rule) {
  return fmt::format("there is no rule '{}'{}", rule, did_you_mean(rule, rule_ids()));
}

bool covers(const CheckException& exception, const Diagnostic& item) {
  if (exception.rule != item.id) return false;
  // What a build stops at is no matter of taste.
  if (item.level == Level::error && find_rule(item.id) == nullptr) return false;
  const std::string& file = item.where.file;
  if (exception.last_line == 0) {
    return file == exception.path ||
           (file.starts_with(exception.path) &&
            (exception.path.ends_with('/') || file[exception.path.size()] == '/'));
  }
  return file == exception.path && item.where.line >= exception.first_line &&
         item.where.line <= exception.last_line;
}

}  // namespace

std::vector<Rule> exception_rules() {
  return {
      {"bad-exception",
       "exceptions",
       Level::error,
       {},
       "an exception without a reason, or that cannot be read",
       "An exception is a decision, and who meets it later needs to know whether it still holds. "
       "One "
       "that is misspelt would do nothing, and nobody would know.",
       "    <!-- check: off action-count -->",
       "    <!-- check: off action-count We promised the customer all seven. -->"},
      {"unused-exception",
       "exceptions",
       Level::warning,
       {},
       "an exception that nothing needs",
       "What it was for has been mended, or it stands in the wrong place. Left there, it would "
       "hide "
       "the next finding, which nobody has decided about.",
       "    <!-- check: off action-count We promised the customer all seven. -->   (above three "
       "items)",
       "    (taken out)"},
  };
}

std::vector<CheckException> read_exceptions(const Report& report, const SourceText& file,
                                            Findings& findings) {
  std::vector<CheckException> exceptions;
  for (const Comment& comment : CommentReader().read(report.body)) {
    const std::string text = collapse_spaces(comment.text);
    std::string_view rest = text;
    if (!rest.starts_with("check:")) continue;
    rest = trim(rest.substr(6));
    const SourceLocation where = file.at(comment.line);
    if (!rest.starts_with("off ")) {
      findings.add("bad-exception", where,
                   "an exception is written '<!-- check: off RULE reason -->'");
      continue;
    }
    rest = trim(rest.substr(4));
    const std::string rule(rest.substr(0, rest.find(' ')));
    if (rule.size() == rest.size()) {
      findings.add("bad-exception", where,
                   fmt::format("say why: '<!-- check: off {} reason -->'", rule));
      continue;
    }
    exceptions.push_back({rule, report.path, comment.first_line, comment.last_line, where});
  }
  return exceptions;
}

std::vector<CheckException> configured_exceptions(const KnowledgeBase& kb,
                                                  const SourceTree& sources, Findings& findings) {
  std::vector<CheckException> exceptions;
  for (const CheckExceptionConfig& said : kb.config.check.exceptions) {
    const CheckException exception{said.rule, said.path, 0, 0, said.where};
    const bool is_there = std::ranges::any_of(sources.files, [&](const SourceFile& file) {
      return file.path == said.path ||
             file.path.starts_with(said.path.ends_with('/') ? said.path : said.path + "/");
    });
    if (!is_there) {
      findings.add("bad-exception", said.where,
                   fmt::format("there is no file or folder '{}'", said.path));
      continue;
    }
    exceptions.push_back(exception);
  }
  return exceptions;
}

void apply_exceptions(const std::vector<CheckException>& exceptions,
                      const std::set<std::string>& unread, std::vector<Diagnostic>& items,
                      Findings& findings) {
  for (const CheckException& exception : exceptions) {
    const bool is_needed =
        std::ranges::any_of(items, [&](const Diagnostic& item) { return covers(exception, item); });
    if (is_needed || unread.contains(exception.path)) continue;
    if (find_rule(exception.rule) == nullptr) {
      findings.add("bad-exception", exception.where, unknown(exception.rule));
    } else {
      findings.add("unused-exception", exception.where,
                   fmt::format("'{}' finds nothing here; take the exception out, or move it to "
                               "where it is needed",
                               exception.rule));
    }
  }
  std::erase_if(items, [&](const Diagnostic& item) {
    return std::ranges::any_of(
        exceptions, [&](const CheckException& exception) { return covers(exception, item); });
  });
}

}  // namespace debrief
