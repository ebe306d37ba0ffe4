#include "generator/highlight/program_language.h"

#include <algorithm>

#include "generator/base/text.h"

namespace debrief {
namespace {

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) out.push_back(word);
  }
  return out;
}

std::vector<std::string_view> sorted_words(std::string_view text) {
  std::vector<std::string_view> out = words(text);
  std::ranges::sort(out);
  return out;
}

ProgramLanguage language(std::string_view names, std::string_view keywords,
                         std::string_view constants) {
  ProgramLanguage made;
  made.names = words(names);
  made.keywords = sorted_words(keywords);
  made.constants = sorted_words(constants);
  return made;
}

// Comments and strings as C has them.
ProgramLanguage like_c(std::string_view names, std::string_view keywords,
                       std::string_view constants) {
  ProgramLanguage made = language(names, keywords, constants);
  made.line_comments = {"//"};
  made.comment_begin = "/*";
  made.comment_end = "*/";
  made.quotes = "\"'";
  return made;
}

ProgramLanguage like_c_with_characters(std::string_view names, std::string_view keywords,
                                       std::string_view constants) {
  ProgramLanguage made = like_c(names, keywords, constants);
  made.quotes = "\"";
  made.has_characters = true;
  return made;
}

ProgramLanguage with_hash_comments(std::string_view names, std::string_view keywords,
                                   std::string_view constants) {
  ProgramLanguage made = language(names, keywords, constants);
  made.line_comments = {"#"};
  made.quotes = "\"'";
  return made;
}

ProgramLanguage c_family() {
  ProgramLanguage made = like_c_with_characters(
      "c c++ cpp cc cxx h hpp",
      "alignas auto bool break case catch char class co_await co_return co_yield concept const "
      "consteval constexpr const_cast continue decltype default delete do double dynamic_cast else "
      "enum explicit extern final float for friend goto if inline int long mutable namespace new "
      "noexcept operator override private protected public register reinterpret_cast requires "
      "return short signed sizeof static static_assert static_cast struct switch template this "
      "thread_local throw try typedef typename union unsigned using virtual void volatile while",
      "true false nullptr NULL");
  made.has_directives = true;
  return made;
}

ProgramLanguage go() {
  ProgramLanguage made = like_c_with_characters(
      "go golang",
      "break case chan const continue default defer else fallthrough for func go goto if import "
      "interface map package range return select struct switch type var",
      "true false nil iota");
  made.long_quotes = {"`"};
  return made;
}

ProgramLanguage java() {
  ProgramLanguage made = like_c_with_characters(
      "java kotlin kt scala groovy",
      "abstract assert boolean break byte case catch char class companion const continue data def "
      "default do double else enum extends final finally float for fun if implements import in "
      "instanceof int interface internal is lateinit long match native new object open override "
      "package private protected public record return sealed short static super suspend switch "
      "synchronized this throw throws trait try typealias val var void volatile when while with "
      "yield",
      "true false null");
  made.long_quotes = {"\"\"\""};
  return made;
}

ProgramLanguage javascript() {
  ProgramLanguage made = like_c(
      "javascript js jsx mjs typescript ts tsx",
      "abstract as async await break case catch class const continue debugger declare default "
      "delete do else enum export extends finally for from function get if implements import in "
      "instanceof interface keyof let namespace new of private protected public readonly return "
      "satisfies set static super switch this throw try type typeof var void while with yield",
      "true false null undefined NaN Infinity");
  made.long_quotes = {"`"};
  return made;
}

ProgramLanguage rust() {
  return like_c_with_characters(
      "rust rs",
      "as async await break const continue crate dyn else enum extern fn for if impl in let loop "
      "match mod move mut pub ref return self Self static struct super trait type unsafe use where "
      "while",
      "true false None");
}

ProgramLanguage c_sharp() {
  return like_c_with_characters(
      "c# cs csharp swift",
      "abstract as async await base bool break case catch class const continue default defer "
      "delegate do else enum event extension finally fixed for foreach func get guard if import in "
      "init int interface internal is let lock namespace new nil object operator out override "
      "params partial private protected protocol public readonly record ref return sealed self set "
      "static string struct super switch this throw throws try using var virtual void where while "
      "yield",
      "true false null nil");
}

ProgramLanguage php() {
  ProgramLanguage made = like_c(
      "php",
      "abstract and array as break case catch class clone const continue declare default do echo "
      "else elseif enum extends final finally fn for foreach function global if implements include "
      "instanceof interface match namespace new or private protected public readonly require "
      "require_once return static switch throw trait try use var while yield",
      "true false null");
  made.line_comments = {"//", "#"};
  made.has_variables = true;
  return made;
}

ProgramLanguage python() {
  ProgramLanguage made = with_hash_comments(
      "python py python3 pycon",
      "and as assert async await break case class continue def del elif else except finally for "
      "from global if import in is lambda match nonlocal not or pass raise return try while with "
      "yield",
      "True False None self cls");
  made.long_quotes = {"\"\"\"", "'''"};
  return made;
}

ProgramLanguage ruby() {
  return with_hash_comments(
      "ruby rb",
      "alias and begin break case class def do else elsif end ensure for if in module next not or "
      "redo require rescue retry return self super then undef unless until when while yield",
      "true false nil");
}

ProgramLanguage hcl() {
  ProgramLanguage made = with_hash_comments(
      "hcl terraform tf",
      "data dynamic for for_each if in locals module moved output provider required_providers "
      "resource terraform variable",
      "true false null");
  made.line_comments = {"#", "//"};
  made.comment_begin = "/*";
  made.comment_end = "*/";
  made.quotes = "\"";
  return made;
}

ProgramLanguage nginx() {
  ProgramLanguage made = with_hash_comments(
      "nginx",
      "access_log error_log events http if include keepalive_timeout listen location log_format "
      "map proxy_connect_timeout proxy_pass proxy_read_timeout proxy_set_header return rewrite "
      "root server server_name set upstream worker_connections worker_processes",
      "on off");
  made.has_variables = true;
  return made;
}

ProgramLanguage sql() {
  ProgramLanguage made = language(
      "sql mysql postgresql postgres psql pgsql plpgsql sqlite",
      "add all alter analyze and any as asc begin between bigint by cascade case cast check column "
      "commit concurrently constraint create cross database default delete desc distinct drop else "
      "end exists explain fetch for foreign from full function grant group having if ilike in "
      "index "
      "inner insert int integer interval into is join key kill language lateral left like limit "
      "lock not numeric of offset on only or order outer over partition primary procedure "
      "references rename replace returning returns revoke right rollback row rows savepoint "
      "schema select session set share show table text then timestamp timestamptz to transaction "
      "trigger truncate union unique update using vacuum values varchar view when where window "
      "with",
      "true false null current_timestamp");
  made.line_comments = {"--"};
  made.comment_begin = "/*";
  made.comment_end = "*/";
  made.quotes = "'\"`";
  made.has_escapes = false;
  made.is_without_case = true;
  return made;
}

ProgramLanguage promql() {
  return with_hash_comments(
      "promql logql",
      "absent and avg avg_over_time bool bottomk by clamp_max count count_over_time delta deriv "
      "group_left group_right histogram_quantile ignoring increase irate label_replace max "
      "max_over_time min min_over_time offset on or predict_linear quantile rate stddev sum "
      "sum_over_time time topk unless vector without",
      "Inf NaN");
}

std::vector<ProgramLanguage> all_languages() {
  return {c_family(), go(),   java(), javascript(), rust(), c_sharp(), php(),
          python(),   ruby(), hcl(),  nginx(),      sql(),  promql()};
}

}  // namespace

const ProgramLanguage* find_program_language(std::string_view name) {
  static const std::vector<ProgramLanguage> kLanguages = all_languages();
  for (const ProgramLanguage& known : kLanguages) {
    if (std::ranges::find(known.names, name) != known.names.end()) return &known;
  }
  return nullptr;
}

}  // namespace debrief
